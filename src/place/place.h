/* place.h: names of places in the text, resolved to the gazetteer. */
#ifndef ATT_PLACE_PLACE_H
#define ATT_PLACE_PLACE_H

#include "base/doc.h"

typedef struct att_gazetteer att_gazetteer;

/* From the embedded data (place/places.txt, actors/countries.txt). Memory from arena, which must outlive it. */
att_gazetteer *att_gazetteer_open(att_arena *arena);
/* doc->places; reads tokens, tags, names and trees (role: "in Moscow" / "Moscow said" / "Russian"). */
void att_places_find(const att_gazetteer *gaz, att_doc *doc);

#endif
