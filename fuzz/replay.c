/* replay.c: runs a fuzz target over the files of a corpus folder, and over small changes of each, without libFuzzer.
 * usage: replay_NAME FOLDER...; REPLAY_CHANGES=N sets how many changed copies of each input are tried (default 30). Prints TAP. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"

static uint64_t next_random(uint64_t *x)
{
    *x ^= *x << 13;
    *x ^= *x >> 7;
    *x ^= *x << 17;
    return *x;
}

static size_t read_file(const char *path, uint8_t **out)
{
    FILE *f = fopen(path, "rb");
    if (!f) return fprintf(stderr, "%s can't be opened\n", path), exit(1), 0;
    size_t len = 0, cap = 1 << 16;
    uint8_t *p = malloc(cap);
    for (size_t n; p && (n = fread(p + len, 1, cap - len, f)) > 0;)
        if ((len += n) == cap) p = realloc(p, cap *= 2);
    fclose(f);
    *out = p;
    return p ? len : 0;
}

/* Changes, doubles or drops a few bytes; always the same for the same input and round. */
static size_t change(uint8_t *to, const uint8_t *from, size_t n, uint64_t *rnd)
{
    static const char *const BITS[] = {"\"", "\n\n", "\xE2\x80\x9C", "(", "<", "said", " 12", "\xFF", "\t", "{", "}", ",", "on Tuesday"};
    memcpy(to, from, n);
    for (uint64_t k = 1 + next_random(rnd) % 4; k > 0 && n > 0; k--) {
        size_t at = next_random(rnd) % n, len = 1 + next_random(rnd) % 8;
        if (len > n - at) len = n - at;
        switch (next_random(rnd) % 4) {
        case 0: to[at] = (uint8_t)next_random(rnd); break;
        case 1: memmove(to + at, to + at + len, n - at - len), n -= len; break;
        case 2: memmove(to + at + len, to + at, n - at), n += len; break;
        default: {
            const char *bit = BITS[next_random(rnd) % (sizeof BITS / sizeof *BITS)];
            size_t b = strlen(bit);
            memmove(to + at + b, to + at, n - at);
            memcpy(to + at, bit, b);
            n += b;
        }
        }
    }
    return n;
}

static void run_one(const char *path, long changes)
{
    uint8_t *in;
    size_t n = read_file(path, &in);
    uint64_t rnd = 0x9E3779B97F4A7C15u ^ n;
    uint8_t *copy = malloc(n + 256);
    (void)LLVMFuzzerTestOneInput(in, n);
    for (long i = 0; copy && i < changes; i++) {
        size_t m = change(copy, in, n, &rnd);
        const char *dump = getenv("REPLAY_DUMP"); /* the last input tried, to look at after a crash */
        FILE *f = dump ? fopen(dump, "wb") : NULL;
        if (f) fwrite(copy, 1, m, f), fclose(f);
        (void)LLVMFuzzerTestOneInput(copy, m);
    }
    free(copy);
    free(in);
}

static int not_hidden(const struct dirent *d) { return d->d_name[0] != '.'; }

int main(int argc, char **argv)
{
    const char *env = getenv("REPLAY_CHANGES");
    long changes = env ? strtol(env, NULL, 10) : 30;
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        struct dirent **files;
        int n = scandir(argv[i], &files, not_hidden, alphasort);
        for (int k = 0; k < n; k++) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], files[k]->d_name);
            fprintf(stderr, "# %s\n", path);
            run_one(path, changes);
            free(files[k]);
        }
        if (n >= 0) free(files);
        printf("%sok %d - %s (%d inputs, %ld changes of each)\n", n > 0 ? "" : "not ", i, argv[i], n, changes);
    }
    unlink(fuzz_file(NULL, 0));
    return 0;
}
