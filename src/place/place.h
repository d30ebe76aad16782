/* place.h: names of places in the text, resolved to the gazetteer. */
#ifndef ATT_PLACE_PLACE_H
#define ATT_PLACE_PLACE_H

#include "base/doc.h"

typedef struct att_gazetteer att_gazetteer;

/* From the embedded data (place/places.txt, place/countries.txt, actors/countries.txt). Memory from arena, which must outlive it. */
att_gazetteer *att_gazetteer_open(att_arena *arena);
/* Adds the large gazetteer, places.attg (docs/places.md). ATT_E_IO when it can't be read, ATT_E_MODEL when it is foreign, damaged or
 * made for other tables; then gaz is as it was. One that was built without packages is fine and adds nothing. Before any search. */
att_err att_gazetteer_attach(att_gazetteer *gaz, att_arena *arena, const char *path);
/* Gives the mapped file back; gaz itself belongs to its arena. NULL is fine. */
void att_gazetteer_close(att_gazetteer *gaz);
/* Places of the large gazetteer, 0 without it; *towns: those of them that are populated places. */
uint32_t att_gazetteer_size(const att_gazetteer *gaz, uint32_t *towns);
/* How many places bear this name; for benchmarks and tests. */
uint32_t att_gazetteer_count(const att_gazetteer *gaz, att_slice name);
/* doc->places; reads tokens, tags, names and trees (role: "in Moscow" / "Moscow said" / "Russian"). */
void att_places_find(const att_gazetteer *gaz, att_doc *doc);

#endif
