/* frames_load.h: what the readers of single frames (frames.c) and of whole files (frames_load.c) share. Private to those two. */
#ifndef ATT_EVENT_FRAMES_LOAD_H
#define ATT_EVENT_FRAMES_LOAD_H

#include "event/frames.h"
#include "event/overlay.h"

typedef struct {
    att_frames *f;
    att_arena *a;
    const att_lex *lex;         /* the file that is read, for messages */
    const att_overlay *overlay; /* may be NULL */
} att_frame_loader;

/* One line of seven fields into the lexicon; false when it is no frame. */
bool att_frame_read(att_frame_loader *l, const att_slice *fields);

#endif
