/* walk.h: files and folders named by the user -> the files to read, in an order that is always the same. */
#ifndef ATT_TEXT_WALK_H
#define ATT_TEXT_WALK_H

#include "base/buf.h"

/* Owned by the caller of att_walk; give back with att_paths_release. */
typedef struct {
    att_buf names;   /* NUL-ended, one behind the other */
    att_buf entries;
} att_paths;

/* Adds what path leads to. A file, or "-", stands for itself, whatever its name; of a folder, all files in it and below, each
 * folder's entries sorted by name (byte order), without hidden files and without those that hold no articles by their
 * extension (pictures, archives, programs ...). Links are followed; a folder that was seen already is not entered again.
 * What can't be read becomes an entry with an error; so does a folder without articles. False without memory. */
bool att_walk(att_paths *out, const char *path);
uint32_t att_paths_count(const att_paths *p);
/* The i-th path, and in *err what is wrong with it (ATT_FINE: nothing is known to be). */
const char *att_paths_at(const att_paths *p, uint32_t i, att_err *err);
void att_paths_release(att_paths *p);

#endif
