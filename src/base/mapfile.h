/* mapfile.h: a file as read-only memory. */
#ifndef ATT_BASE_MAPFILE_H
#define ATT_BASE_MAPFILE_H

#include "base/slice.h"

typedef struct {
    const unsigned char *ptr;
    size_t len;
} att_mapped;

/* ATT_E_IO with errno, ATT_E_TOO_LARGE above max_bytes (0 = no limit), else mapped. An empty file is fine (ptr NULL). */
att_err att_map_file(att_mapped *m, const char *path, size_t max_bytes);
void att_unmap_file(att_mapped *m);

#endif
