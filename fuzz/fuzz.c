#include "fuzz.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

_Noreturn void fuzz_fail(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

char *fuzz_exact(const uint8_t *data, size_t size)
{
    char *p = malloc(size ? size : 1);
    FUZZ_CHECK(p != NULL);
    if (size) memcpy(p, data, size);
    return p;
}

bool fuzz_try(att_arena *keep, att_arena *scratch, void (*work)(void *ctx), void *ctx)
{
    jmp_buf oom;
    if (setjmp(oom)) {
        keep->oom = scratch->oom = NULL;
        return false;
    }
    keep->oom = scratch->oom = &oom;
    work(ctx);
    keep->oom = scratch->oom = NULL;
    return true;
}

const char *fuzz_file(const uint8_t *data, size_t size)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/att-fuzz-%ld", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", (long)getpid()); /* memory is quick */
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FUZZ_CHECK(fd >= 0);
    for (size_t at = 0; at < size;) {
        ssize_t n = write(fd, data + at, size - at);
        FUZZ_CHECK(n > 0);
        at += (size_t)n;
    }
    close(fd);
    return path;
}

static void check_span(const att_doc *doc, att_span s)
{
    FUZZ_CHECK(s.beg <= s.end);
    FUZZ_CHECK(s.end <= doc->text.len);
}

static void check_range(const att_doc *doc, uint32_t beg, uint32_t end)
{
    FUZZ_CHECK(beg >= 1 && beg < end);
    FUZZ_CHECK(end <= doc->toks.n);
}

/* Letters and digits may not get lost between two tokens of a sentence. */
static void check_gap(const att_doc *doc, uint32_t beg, uint32_t end)
{
    for (uint32_t i = beg; i < end; i++) {
        unsigned char c = (unsigned char)doc->text.ptr[i];
        FUZZ_CHECK(!att_is_alpha(c) && !att_is_digit(c));
    }
}

void fuzz_check_tokens(const att_doc *doc)
{
    uint32_t next = 1;
    for (uint32_t i = 1; i < doc->paras.n; i++) {
        check_span(doc, doc->paras.at[i].span);
        FUZZ_CHECK(i < 2 || doc->paras.at[i].span.beg >= doc->paras.at[i - 1].span.end);
    }
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        check_span(doc, sent->span);
        FUZZ_CHECK(sent->tok_beg == next && sent->tok_end > sent->tok_beg && sent->tok_end <= doc->toks.n);
        FUZZ_CHECK(sent->para >= 1 && sent->para < doc->paras.n);
        for (uint32_t t = next; t < sent->tok_end; t++) {
            const att_tok *tok = &doc->toks.at[t];
            FUZZ_CHECK(tok->span.beg < tok->span.end);
            FUZZ_CHECK(tok->span.beg >= sent->span.beg && tok->span.end <= sent->span.end);
            FUZZ_CHECK(tok->sent == s);
            FUZZ_CHECK(tok->form.len > 0 && tok->lower.len > 0);
            if (t == next) continue;
            FUZZ_CHECK(tok->span.beg >= doc->toks.at[t - 1].span.end);
            check_gap(doc, doc->toks.at[t - 1].span.end, tok->span.beg);
        }
        next = sent->tok_end;
    }
    FUZZ_CHECK(next == doc->toks.n);
}

void fuzz_check_trees(const att_doc *doc)
{
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        uint32_t roots = 0;
        for (uint32_t t = sent->tok_beg; t < sent->tok_end; t++) {
            uint32_t h = doc->toks.at[t].head, steps = 0;
            FUZZ_CHECK(doc->toks.at[t].upos > 0 && doc->toks.at[t].upos < ATT_UPOS_COUNT);
            FUZZ_CHECK(doc->toks.at[t].deprel > 0 && doc->toks.at[t].deprel < ATT_DEPREL_COUNT);
            FUZZ_CHECK(h == 0 || (h >= sent->tok_beg && h < sent->tok_end));
            roots += h == 0;
            for (uint32_t up = h; up; up = doc->toks.at[up].head) FUZZ_CHECK(++steps <= sent->tok_end - sent->tok_beg);
        }
        FUZZ_CHECK(roots == 1);
    }
}

static void check_ids(const att_doc *doc, att_ids ids)
{
    for (uint32_t i = 0; i < ids.n; i++) FUZZ_CHECK(ids.at[i] >= 1 && ids.at[i] < doc->mentions.n);
}

static void check_dated(const att_doc *doc, const att_dated *d)
{
    check_span(doc, d->span);
    if (d->days.first != ATT_NO_DAY) FUZZ_CHECK(d->days.first <= d->days.last);
}

static void check_events(const att_doc *doc)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        FUZZ_CHECK(e->sent >= 1 && e->sent < doc->sents.n);
        FUZZ_CHECK(e->trigger >= 1 && e->trigger < doc->toks.n);
        FUZZ_CHECK(e->type > ATT_EV_NONE && e->type < ATT_EVENT_TYPE_COUNT && e->status < ATT_STATUS_COUNT);
        FUZZ_CHECK(e->trigger_span.beg < e->trigger_span.end);
        check_span(doc, e->trigger_span);
        check_ids(doc, e->actors);
        check_ids(doc, e->recipients);
        check_ids(doc, e->said_by);
        check_dated(doc, &e->date);
        FUZZ_CHECK(e->place < doc->places.n);
        FUZZ_CHECK(e->confidence >= 0 && e->confidence <= 1);
    }
}

static void check_statements(const att_doc *doc)
{
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        FUZZ_CHECK(s->sent >= 1 && s->sent < doc->sents.n);
        FUZZ_CHECK(s->speaker < doc->mentions.n && s->addressee < doc->mentions.n);
        FUZZ_CHECK(s->content.beg < s->content.end);
        check_span(doc, s->content);
        check_span(doc, s->cue);
        for (uint32_t k = 0; s->parts && k < s->part_count; k++) check_span(doc, s->parts[k]);
        check_dated(doc, &s->date);
    }
}

void fuzz_check_records(const att_doc *doc)
{
    for (uint32_t i = 1; i < doc->names.n; i++) check_span(doc, doc->names.at[i].span), check_range(doc, doc->names.at[i].tok_beg, doc->names.at[i].tok_end);
    for (uint32_t i = 1; i < doc->timexes.n; i++) {
        const att_timex *t = &doc->timexes.at[i];
        check_span(doc, t->span);
        check_range(doc, t->tok_beg, t->tok_end);
        if (t->days.first != ATT_NO_DAY) FUZZ_CHECK(t->days.first <= t->days.last);
    }
    for (uint32_t i = 1; i < doc->places.n; i++) check_span(doc, doc->places.at[i].span), check_range(doc, doc->places.at[i].tok_beg, doc->places.at[i].tok_end);
    for (uint32_t i = 1; i < doc->mentions.n; i++) {
        const att_mention *m = &doc->mentions.at[i];
        check_span(doc, m->span);
        check_range(doc, m->tok_beg, m->tok_end);
        FUZZ_CHECK(m->head >= m->tok_beg && m->head < m->tok_end);
        FUZZ_CHECK(m->entity < doc->entities.n);
    }
    for (uint32_t i = 1; i < doc->figures.n; i++) {
        const att_figure *f = &doc->figures.at[i];
        check_span(doc, f->span);
        check_range(doc, f->tok_beg, f->tok_end);
        FUZZ_CHECK(f->of < doc->mentions.n && f->place < doc->places.n);
        check_ids(doc, f->said_by);
    }
    for (uint32_t i = 1; i < doc->clauses.n; i++) FUZZ_CHECK(doc->clauses.at[i].tok < doc->toks.n && doc->clauses.at[i].up < doc->clauses.n);
    check_events(doc);
    check_statements(doc);
}
