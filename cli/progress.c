#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 20 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void cli_progress_begin(cli_progress *p, uint64_t total_bytes, bool wanted)
{
    *p = (cli_progress){.on = wanted && cli_is_terminal(STDERR_FILENO), .total = total_bytes, .begun = now()};
}

double cli_progress_seconds(const cli_progress *p) { return now() - p->begun; }

static void time_left(char out[32], double seconds)
{
    long s = (long)(seconds + 0.5);
    if (s >= 3600)
        snprintf(out, 32, "%ld h %02ld min left", s / 3600, s / 60 % 60);
    else if (s >= 60)
        snprintf(out, 32, "%ld min %02ld s left", s / 60, s % 60);
    else
        snprintf(out, 32, "%ld s left", s);
}

void cli_progress_show(cli_progress *p, uint64_t done, uint64_t articles)
{
    if (!p->on) return;
    double t = now(), spent = t - p->begun;
    if (spent < 1 || t - p->drawn < 0.1) return;
    p->drawn = t;
    p->shown = true;
    char line[160], left[32] = "";
    double rate = (double)articles / spent;
    double share = p->total ? (double)done / (double)p->total : 0;
    if (share > 1) share = 1;
    if (share > 0.01) time_left(left, spent / share - spent);
    if (p->total) {
        char bar[BAR + 1];
        for (int i = 0; i < BAR; i++) bar[i] = i < (int)(share * BAR) ? '#' : '.';
        bar[BAR] = 0;
        snprintf(line, sizeof line, "[%s] %3.0f %%  %llu articles  %.0f/s  %s", bar, share * 100, (unsigned long long)articles, rate, left);
    } else {
        snprintf(line, sizeof line, "%llu articles  %.0f/s", (unsigned long long)articles, rate);
    }
    fprintf(stderr, "\r\x1b[K%.*s", cli_width(STDERR_FILENO) - 1, line);
    fflush(stderr);
}

void cli_progress_clear(cli_progress *p)
{
    if (!p->shown) return;
    fputs("\r\x1b[K", stderr);
    fflush(stderr);
    p->shown = false;
}
