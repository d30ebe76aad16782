/* stories.h: stories put together or apart by hand. It stays so: whatever is added later, articles that were joined are in one story,
 * and articles that were split are not. */
#ifndef ATT_STORE_STORIES_H
#define ATT_STORE_STORIES_H

#include "store/store.h"

typedef enum {
    ATT_PIN_JOIN,   /* the stories named, or those of the articles named, become one */
    ATT_PIN_SPLIT,  /* the articles named leave their story, together */
    ATT_PIN_RELEASE /* what was done by hand to the articles named is forgotten */
} att_pin_how;

/* names: of articles (doc) or stories (id). In a transaction of its own; takes effect with att_store_derive. ATT_E_USAGE for a name
 * that the store lacks. */
att_err att_store_pin(att_store *s, att_pin_how how, const att_slice *names, uint32_t n);

#endif
