#define _POSIX_C_SOURCE 200809L
#include "base/mapfile.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static att_err io_error(const char *msg) { return (att_err){ATT_E_IO, ATT_STAGE_BASE, 0, errno, msg}; }

att_err att_map_file(att_mapped *m, const char *path, size_t max_bytes)
{
    *m = (att_mapped){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return io_error("can't be opened");
    struct stat st;
    att_err e = ATT_FINE;
    if (fstat(fd, &st) != 0) {
        e = io_error("can't be examined");
    } else if (!S_ISREG(st.st_mode)) {
        e = (att_err){ATT_E_IO, ATT_STAGE_BASE, 0, 0, "is not a regular file"};
    } else if (max_bytes && (uintmax_t)st.st_size > max_bytes) {
        e = (att_err){ATT_E_TOO_LARGE, ATT_STAGE_BASE, 0, 0, "is larger than the limit"};
    } else if (st.st_size > 0) {
        void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED)
            e = io_error("can't be mapped");
        else
            *m = (att_mapped){p, (size_t)st.st_size};
    }
    close(fd);
    return e;
}

void att_unmap_file(att_mapped *m)
{
    if (m->ptr) munmap((void *)(uintptr_t)m->ptr, m->len);
    *m = (att_mapped){0};
}
