/* overlay.h: files of a user beside or in the place of those of data/events (--ontology DIR).
 *
 * A file that is named as one of data/events (classes.txt, cameo.txt, frames-verbs.txt ...) takes its place; any other frames-NAME.txt is
 * read before the program's own frames, so that among frames with equally many conditions the user's wins.
 */
#ifndef ATT_EVENT_OVERLAY_H
#define ATT_EVENT_OVERLAY_H

#include "base/lexicon.h"

enum { ATT_OVERLAY_MAX = 64 };

/* Texts must outlive the frames that are opened with them. Zeroed = no files. */
typedef struct {
    struct {
        att_slice name; /* "frames-mine.txt" */
        att_slice text;
    } at[ATT_OVERLAY_MAX];
    uint32_t n;
    /* called for each faulty line of the user's files; may be NULL */
    void (*fault)(void *ctx, const char *name, uint32_t line, const char *what);
    void *ctx;
} att_overlay;

/* Opens the reader of "events/NAME": the user's text, if there is one, else the embedded. */
void att_overlay_open(att_lex *lex, const att_overlay *o, const char *name, uint32_t fields);
/* Is it a file of frames under a name of its own? */
bool att_overlay_own_frames(att_slice name);
/* Do we know what to do with a file of this name? */
bool att_overlay_known(att_slice name);
/* Hash over all texts that are in force: the version of the lexicon. */
uint64_t att_overlay_hash(const att_overlay *o);

#endif
