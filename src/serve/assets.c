#include "serve/server.h"

extern const att_asset ATT_ASSETS[]; /* written by cmake/embed_web.cmake */

const att_asset *att_asset_of(const char *path)
{
    for (const att_asset *a = ATT_ASSETS; a->path; a++)
        if (strcmp(a->path, path) == 0) return a;
    return NULL;
}
