#include "text/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/limits.h"

typedef struct {
    size_t name; /* offset into names */
    att_err err;
} entry;

/* Folders that were entered: a set of (device, inode), so that links can neither loop nor multiply. */
typedef struct {
    uint64_t *slots; /* 0 = free */
    size_t n, cap;
} seen;

typedef struct {
    att_paths *out;
    seen dirs;
    att_buf path;    /* being built, NUL-ended */
    bool no_memory;
} walker;

static bool seen_grow(seen *s)
{
    size_t cap = s->cap ? s->cap * 2 : 64;
    uint64_t *fresh = calloc(cap, sizeof *fresh);
    if (!fresh) return false;
    for (size_t i = 0; i < s->cap; i++) {
        if (!s->slots[i]) continue;
        size_t at = s->slots[i] & (cap - 1);
        while (fresh[at]) at = (at + 1) & (cap - 1);
        fresh[at] = s->slots[i];
    }
    free(s->slots);
    s->slots = fresh;
    s->cap = cap;
    return true;
}

/* True when the folder is new. Two folders with one 64-bit hash would be one; at 2^-64 a pair, that is let pass. */
static bool seen_add(walker *w, const struct stat *st)
{
    seen *s = &w->dirs;
    uint64_t key = att_hash2((uint64_t)st->st_dev, (uint64_t)st->st_ino) | 1;
    if (s->n * 3 >= s->cap * 2 && !seen_grow(s)) return w->no_memory = true, false;
    size_t at = key & (s->cap - 1);
    while (s->slots[at] && s->slots[at] != key) at = (at + 1) & (s->cap - 1);
    if (s->slots[at]) return false;
    s->slots[at] = key;
    s->n++;
    return true;
}

static void add(walker *w, att_code code, int sys, const char *msg)
{
    entry e = {w->out->names.len, {.code = code, .stage = ATT_STAGE_TEXT, .sys = sys, .msg = msg}};
    att_put(&w->out->names, w->path.ptr, strlen(w->path.ptr) + 1);
    att_put(&w->out->entries, &e, sizeof e);
}

static void add_io(walker *w, int sys)
{
    add(w, ATT_E_IO, sys,
        sys == ENOENT || sys == ENOTDIR   ? "there is no such file or folder: check the path"
        : sys == EACCES || sys == EPERM   ? "may not be read: check its permissions"
        : sys == ELOOP                    ? "a link that leads to itself: remove it"
        : sys == ENAMETOOLONG             ? "its path is too long: move the folder up"
        : sys == ENFILE || sys == EMFILE  ? "too many files are open: raise the limit (ulimit -n)"
                                          : "can't be read: check the disk or the connection");
}

/* By its extension, a file that holds no articles. */
static bool other_kind(const char *name)
{
    static const char *const KINDS[] = {
        "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "svg", "ico", "heic", "avif", "psd", "mp3", "mp4", "m4a", "m4v", "wav",
        "ogg", "flac", "avi", "mov", "mkv", "webm", "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar", "lz4", "jar", "iso", "dmg",
        "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "epub", "mobi", "djvu", "ps", "exe", "dll", "so",
        "a", "o", "lib", "bin", "class", "pyc", "wasm", "db", "sqlite", "sqlite3", "db-wal", "db-shm", "sqlite-wal", "sqlite-shm",
        "db-journal", "sqlite-journal", "parquet", "feather", "pkl", "npy", "npz", "h5", "c", "h", "cc", "cpp", "py", "js", "mjs", "ts",
        "css", "scss", "sh", "pl", "rb", "java", "rs", "go", "r", "ttf", "otf", "woff", "woff2", "eot", "map", "lock", "log", "bak", "tmp",
        "swp", "part", "crdownload", "yml", "yaml", "toml", "ini", "cfg", "conf", "warc", NULL};
    const char *dot = strrchr(name, '.');
    if (name[0] == '\0' || name[strlen(name) - 1] == '~') return true;
    if (!dot || dot == name) return false;
    for (const char *const *k = KINDS; *k; k++)
        if (att_eq_nocase(att_slice_of(dot + 1), att_slice_of(*k))) return true;
    return false;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* Names in the folder at w->path, one behind the other, hidden ones left out; false when it can't be read. */
static bool list(walker *w, att_buf *names, uint32_t *n)
{
    DIR *d = opendir(w->path.ptr);
    if (!d) return add_io(w, errno), false;
    const struct dirent *e;
    while (errno = 0, (e = readdir(d)) != NULL) {
        if (e->d_name[0] == '.') continue;
        att_put(names, e->d_name, strlen(e->d_name) + 1);
        ++*n;
    }
    int sys = errno;
    closedir(d);
    if (sys) return add_io(w, sys), false;
    return true;
}

static void visit(walker *w, uint32_t depth, bool given);

static void folder(walker *w, uint32_t depth)
{
    att_buf names = {0}, order = {0};
    uint32_t n = 0;
    if (list(w, &names, &n) && !names.failed) {
        for (const char *p = names.ptr; p && p < names.ptr + names.len; p += strlen(p) + 1) att_put(&order, &p, sizeof p);
        const char **at = (const char **)(void *)order.ptr;
        if (!order.failed && at && n) qsort(at, n, sizeof *at, by_name);
        size_t len = strlen(w->path.ptr);
        for (uint32_t i = 0; at && i < n && !order.failed && !w->no_memory; i++) {
            w->path.len = len;
            if (len == 0 || w->path.ptr[len - 1] != '/') att_put_char(&w->path, '/');
            att_put(&w->path, at[i], strlen(at[i]) + 1);
            if (w->path.failed) break;
            visit(w, depth + 1, false);
        }
        if (!w->path.failed) w->path.ptr[len] = '\0';
    }
    w->no_memory |= names.failed || order.failed || w->path.failed;
    att_buf_release(&names);
    att_buf_release(&order);
}

/* The recursion is bounded by ATT_MAX_PATH_DEPTH. */
static void visit(walker *w, uint32_t depth, bool given)
{
    struct stat st;
    const char *slash = strrchr(w->path.ptr, '/');
    bool named = slash ? !other_kind(slash + 1) : !other_kind(w->path.ptr);
    if (stat(w->path.ptr, &st) != 0) {
        if (given || named) add_io(w, errno);
    } else if (S_ISDIR(st.st_mode)) {
        if (depth > ATT_MAX_PATH_DEPTH)
            add(w, ATT_E_TOO_LARGE, 0, "folders in folders more than 64 deep: move it up");
        else if (seen_add(w, &st))
            folder(w, depth);
    } else if (given || (named && S_ISREG(st.st_mode))) {
        add(w, ATT_OK, 0, NULL);
    }
}

bool att_walk(att_paths *out, const char *path)
{
    walker w = {.out = out};
    uint32_t before = att_paths_count(out);
    struct stat st;
    att_put(&w.path, path, strlen(path) + 1);
    if (w.path.failed) return false;
    if (strcmp(path, "-") == 0) {
        add(&w, ATT_OK, 0, NULL);
    } else {
        visit(&w, 0, true);
        if (att_paths_count(out) == before && !w.no_memory && stat(path, &st) == 0)
            add(&w, ATT_E_EMPTY, 0, "no articles in this folder: name one with .txt, .html, .jsonl, .json or .csv files");
    }
    att_buf_release(&w.path);
    free(w.dirs.slots);
    return !w.no_memory && !out->names.failed && !out->entries.failed;
}

uint32_t att_paths_count(const att_paths *p) { return (uint32_t)(p->entries.len / sizeof(entry)); }

const char *att_paths_at(const att_paths *p, uint32_t i, att_err *err)
{
    entry e;
    memcpy(&e, p->entries.ptr + i * sizeof e, sizeof e);
    *err = e.err;
    return p->names.ptr + e.name;
}

void att_paths_release(att_paths *p)
{
    att_buf_release(&p->names);
    att_buf_release(&p->entries);
}
