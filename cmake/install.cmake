# install.cmake: cmake --install build [--prefix P], DESTDIR is honoured. Program, libraries, headers, pkg-config file, man
# pages, models, gazetteer.
add_library(attache_shared SHARED ${objects})
set_target_properties(attache_shared PROPERTIES OUTPUT_NAME attache VERSION ${PROJECT_VERSION} SOVERSION 0)
target_link_libraries(attache_shared PRIVATE att_flags)
# Only the functions of attache.h are seen from outside; the embedded data, which is assembly, would be too.
set(exports ${CMAKE_BINARY_DIR}/exports.map)
file(GENERATE OUTPUT ${exports} CONTENT "{ global: att_version_number; att_version_text; att_open; att_close; att_coder_new; att_coder_free; att_coder_option; att_request_of; att_code_text; att_parse_text; att_parse; att_labels_of; att_factuality; att_records; local: *; };\n")
target_link_options(attache_shared PRIVATE LINKER:--version-script=${exports})
set_target_properties(attache_shared PROPERTIES LINK_DEPENDS ${exports})
set_target_properties(attache_static PROPERTIES EXCLUDE_FROM_ALL FALSE)

# The folders as pkg-config wants them: below ${prefix} unless they were given as full paths.
foreach(dir LIBDIR INCLUDEDIR DATADIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${dir}}")
    set(PC_${dir} "${CMAKE_INSTALL_${dir}}")
  else()
    set(PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
  endif()
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/attache.pc.in ${CMAKE_BINARY_DIR}/attache.pc.half @ONLY)
# The prefix is known only when installing: cmake --install build --prefix P.
install(CODE "file(READ \"${CMAKE_BINARY_DIR}/attache.pc.half\" text)
string(REPLACE \"<PREFIX>\" \"\${CMAKE_INSTALL_PREFIX}\" text \"\${text}\")
file(WRITE \"${CMAKE_BINARY_DIR}/attache.pc\" \"\${text}\")")

if(TARGET attache)
  install(TARGETS attache RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(TARGETS attache_static attache_shared ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES include/attache/attache.h include/attache/doc.h include/attache/types.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/attache)
install(FILES ${CMAKE_BINARY_DIR}/attache.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(GLOB pages ${CMAKE_SOURCE_DIR}/man/*.1)
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
# The language model, and the smaller ones beside it.
file(GLOB models ${CMAKE_SOURCE_DIR}/models/*.attm)
install(FILES ${models} DESTINATION ${CMAKE_INSTALL_DATADIR}/attache)
install(FILES ${ATT_PLACES_FILE} DESTINATION ${CMAKE_INSTALL_DATADIR}/attache)
install(FILES cmake/attache.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME attache)

# `make man`: the pages from the tables of the program.
if(TARGET attache)
  add_custom_target(man COMMAND sh ${CMAKE_SOURCE_DIR}/man/generate.sh $<TARGET_FILE:attache> ${CMAKE_SOURCE_DIR}/man VERBATIM)
endif()
