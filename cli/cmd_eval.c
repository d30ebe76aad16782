/* cmd_eval.c: a system's records against coded ones: precision, recall and F1 by level, what was taken for what, the worst errors. */
#include "base/limits.h"
#include "cli/inputs.h"
#include "event/event.h"
#include "export/csv_out.h"
#include "export/eval.h"
#include "text/reader_source.h"

enum { DEFAULT_ERRORS = 20, TABLE_PAIRS = 15 };

static const char *const LEVEL[ATT_EVAL_COUNT] = {"type", "dyad", "status", "date", "place"};
static const char *const FAULT[] = {"missed", "spurious", "type", "actors"};

static bool read_file(att_eval *e, const char *path, bool gold)
{
    att_source src;
    att_err err = att_source_open(&src, path);
    att_slice line;
    bool too_long;
    while (!att_failed(err) && att_source_line(&src, ATT_MAX_RECORD_BYTES, &line, &too_long)) {
        if (too_long) e->faults++;
        else att_eval_line(e, line, gold);
    }
    if (!att_failed(err)) {
        err = src.err;
        att_source_close(&src);
    }
    if (att_failed(err)) cli_say_err(att_slice_of(path), err);
    return !att_failed(err);
}

/* A file, or the *.jsonl files of a folder. */
static bool read_side(att_eval *e, char *path, bool gold)
{
    cli_inputs in;
    cli_inputs_find(&in, &path, 1);
    bool fine = in.failed == 0;
    for (uint32_t i = 0; i < in.n; i++)
        if (in.n == 1 || att_ends(att_slice_of(in.at[i].path), ".jsonl")) fine &= read_file(e, in.at[i].path, gold);
    cli_inputs_release(&in);
    return fine;
}

typedef struct {
    const att_eval *e;
    att_eval_score score[ATT_EVAL_COUNT];
    att_eval_confusion confusion;
    const att_eval_error *errors;
    uint32_t error_count, shown;
} result;

static const char *type_or_none(int t) { return t ? att_event_type_name((att_event_type)t) : "none"; }

/* Neither side has anything at this level: no value, rather than 0. */
static bool nothing(const att_eval_score *s) { return s->n.gold == 0 && s->n.system == 0; }

static void scores_table(att_buf *out, const result *r)
{
    att_put_z(out, "LEVEL    PRECISION  RECALL  F1     95 %           RIGHT   GOLD  SYSTEM  OPTIONAL\n");
    for (int i = 0; i < ATT_EVAL_COUNT; i++) {
        const att_eval_score *s = &r->score[i];
        if (nothing(s)) att_putf(out, "%-8s -          -       -      -                 0      0       0         0\n", LEVEL[i]);
        else att_putf(out, "%-8s %.3f      %.3f   %.3f  %.3f-%.3f  %6u %6u  %6u  %8u\n", LEVEL[i], s->precision, s->recall, s->f1, s->low, s->high, s->n.right,
                 s->n.gold, s->n.system, s->n.excused);
    }
}

/* The largest cell off the diagonal that is no larger than (*n, *at): cells in falling order, one after the other. */
static bool next_cell(const att_eval_confusion *c, uint32_t *n, int *at)
{
    enum { SIDE = ATT_EVENT_TYPE_COUNT };
    uint32_t best = 0;
    int found = -1;
    for (int i = 0; i < SIDE * SIDE; i++) {
        uint32_t v = c->at[i / SIDE][i % SIDE];
        if (i / SIDE == i % SIDE || v == 0 || v > *n || (v == *n && i <= *at)) continue;
        if (v > best) best = v, found = i;
    }
    *n = best, *at = found;
    return found >= 0;
}

static void confusion_table(att_buf *out, const result *r)
{
    att_put_z(out, "\nGOLD       TAKEN FOR    COUNT\n");
    uint32_t n = UINT32_MAX;
    int at = -1;
    for (int k = 0; k < TABLE_PAIRS && next_cell(&r->confusion, &n, &at); k++)
        att_putf(out, "%-10s %-10s  %6u\n", type_or_none(at / ATT_EVENT_TYPE_COUNT), type_or_none(at % ATT_EVENT_TYPE_COUNT), n);
}

static void put_codes(att_buf *out, const att_slices *codes)
{
    if (codes->n == 0) att_put_char(out, '-');
    for (uint32_t i = 0; i < codes->n; i++) {
        if (i) att_put_char(out, ',');
        att_put_slice(out, codes->at[i]);
    }
}

static void put_side(att_buf *out, const char *who, const att_eval_event *x)
{
    if (!x) return;
    att_putf(out, "  %-7s %.*s ", who, (int)x->type.len, x->type.ptr);
    put_codes(out, &x->side[0].codes);
    att_put_z(out, " > ");
    put_codes(out, &x->side[1].codes);
    att_putf(out, "  %.*s  \"%.*s\"\n", (int)x->status.len, x->status.ptr, (int)x->trigger_text.len, x->trigger_text.ptr);
}

/* The sentence of a gold record may have no text: that of a system record at the same place is as good. */
static att_slice sentence_of(const result *r, const att_eval_error *x)
{
    const att_eval_event *own = x->system ? x->system : x->gold;
    if (own->text.len) return own->text;
    for (uint32_t i = 0; i < r->e->docs.n; i++) {
        const att_eval_doc *d = &r->e->docs.at[i];
        for (uint32_t k = 0; att_eq(d->doc, own->doc) && k < d->system.n; k++)
            if (d->system.at[k].sentence.beg <= own->trigger.beg && d->system.at[k].sentence.end >= own->trigger.end) return d->system.at[k].text;
    }
    return (att_slice){0};
}

static void errors_table(att_buf *out, const result *r)
{
    if (r->shown) att_putf(out, "\n%u of %u errors, those of which the system was surest first:\n", r->shown, r->error_count);
    for (uint32_t i = 0; i < r->shown; i++) {
        const att_eval_error *x = &r->errors[i];
        const att_eval_event *own = x->system ? x->system : x->gold;
        att_putf(out, "\n%s, %.*s", FAULT[x->kind], (int)own->doc.len, own->doc.ptr);
        if (x->system) att_putf(out, ", confidence %.2f", x->system->confidence);
        att_put_char(out, '\n');
        put_side(out, "gold", x->gold);
        put_side(out, "system", x->system);
        att_slice s = sentence_of(r, x);
        if (s.len) att_putf(out, "  %.*s\n", (int)s.len, s.ptr);
    }
}

static void score_json(att_buf *out, const char *level, const att_eval_score *s, uint32_t docs)
{
    if (nothing(s)) att_putf(out, "{\"type\":\"score\",\"level\":\"%s\",\"precision\":null,\"recall\":null,\"f1\":null,\"f1_low\":null,\"f1_high\":null,", level);
    else att_putf(out, "{\"type\":\"score\",\"level\":\"%s\",\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f,\"f1_low\":%.4f,\"f1_high\":%.4f,", level, s->precision,
             s->recall, s->f1, s->low, s->high);
    att_putf(out, "\"right\":%u,\"gold\":%u,\"system\":%u,\"optional\":%u,\"documents\":%u}\n", s->n.right, s->n.gold, s->n.system, s->n.excused, docs);
}

static void event_json(att_buf *out, const char *key, const att_eval_event *x)
{
    att_putf(out, ",\"%s\":", key);
    if (!x) {
        att_put_z(out, "null");
        return;
    }
    att_put_z(out, "{\"event_type\":");
    att_put_json(out, x->type);
    att_put_z(out, ",\"status\":");
    att_put_json(out, x->status);
    for (int side = 0; side < 2; side++) {
        att_put_z(out, side ? ",\"recipients\":[" : ",\"actors\":[");
        for (uint32_t i = 0; i < x->side[side].codes.n; i++) {
            if (i) att_put_char(out, ',');
            att_put_json(out, x->side[side].codes.at[i]);
        }
        att_put_char(out, ']');
    }
    att_put_z(out, ",\"trigger\":");
    att_put_json(out, x->trigger_text);
    att_putf(out, ",\"span\":[%u,%u]}", x->trigger.beg, x->trigger.end);
}

static void write_json(att_buf *out, const result *r)
{
    for (int i = 0; i < ATT_EVAL_COUNT; i++) score_json(out, LEVEL[i], &r->score[i], r->e->docs.n);
    uint32_t n = UINT32_MAX;
    int at = -1;
    while (next_cell(&r->confusion, &n, &at))
        att_putf(out, "{\"type\":\"confusion\",\"gold\":\"%s\",\"system\":\"%s\",\"count\":%u}\n", type_or_none(at / ATT_EVENT_TYPE_COUNT), type_or_none(at % ATT_EVENT_TYPE_COUNT), n);
    for (uint32_t i = 0; i < r->shown; i++) {
        const att_eval_error *x = &r->errors[i];
        att_putf(out, "{\"type\":\"error\",\"fault\":\"%s\",\"doc\":", FAULT[x->kind]);
        att_put_json(out, x->system ? x->system->doc : x->gold->doc);
        event_json(out, "gold", x->gold);
        event_json(out, "system", x->system);
        att_put_z(out, ",\"confidence\":");
        if (x->system) att_put_number(out, x->system->confidence);
        else att_put_z(out, "null");
        att_put_z(out, ",\"sentence\":");
        att_put_json(out, sentence_of(r, x));
        att_put_z(out, "}\n");
    }
}

static void write_csv(att_buf *out, const result *r)
{
    att_put_z(out, "level,precision,recall,f1,f1_low,f1_high,right,gold,system,optional\r\n");
    for (int i = 0; i < ATT_EVAL_COUNT; i++) {
        const att_eval_score *s = &r->score[i];
        if (nothing(s)) att_putf(out, "%s,,,,,,0,0,0,0\r\n", LEVEL[i]);
        else att_putf(out, "%s,%.4f,%.4f,%.4f,%.4f,%.4f,%u,%u,%u,%u\r\n", LEVEL[i], s->precision, s->recall, s->f1, s->low, s->high, s->n.right, s->n.gold, s->n.system, s->n.excused);
    }
}

static int show(att_eval *e, cli_format format, uint32_t limit)
{
    att_buf out = {0};
    result r = {.e = e};
    att_eval_scores(e, r.score);
    att_eval_confuse(e, &r.confusion);
    r.error_count = att_eval_errors(e, &r.errors);
    r.shown = r.error_count < limit ? r.error_count : limit;
    if (format == CLI_JSONL) write_json(&out, &r);
    else if (format == CLI_CSV) write_csv(&out, &r);
    else scores_table(&out, &r), confusion_table(&out, &r), errors_table(&out, &r);
    int rc = cli_write_buf(&out);
    att_buf_release(&out);
    return rc;
}

/* Says what of a side could not be used, and forgets it. */
static bool left_out(att_eval *e, const char *path)
{
    bool some = e->faults || e->halves;
    if (e->faults) cli_say("%s: %u lines are no JSON objects and were left out", path, e->faults);
    if (e->halves) cli_say("%s: %u events without event_type, or without sentence and trigger span, were left out", path, e->halves);
    e->faults = e->halves = 0;
    return some;
}

static int compare(att_eval *e, const cli_args *a, cli_format format, uint32_t limit)
{
    if (!read_side(e, a->paths[0], true)) return CLI_NOTHING;
    if (e->docs.n == 0) {
        cli_say("%s: no records in it; gold is JSON Lines as 'attache code' writes them", a->paths[0]);
        return CLI_NOTHING;
    }
    bool some = left_out(e, a->paths[0]), fine = read_side(e, a->paths[1], false);
    some |= left_out(e, a->paths[1]);
    if (fine && e->system_events == 0) cli_say("%s: no event of a document that %s knows; documents are matched by their name", a->paths[1], a->paths[0]);
    int rc = show(e, format, limit);
    return rc == CLI_FINE && (!fine || some) ? CLI_SOME_FAILED : rc;
}

int cmd_eval(const cli_args *a)
{
    cli_format format;
    uint32_t limit = DEFAULT_ERRORS;
    if (!cli_format_of(a, &format) || !cli_count(a, OPT_LIMIT, 0, UINT32_MAX, &limit)) return CLI_USAGE;
    att_arena arena;
    jmp_buf oom;
    att_arena_init(&arena, (size_t)1 << 32);
    arena.oom = &oom;
    att_eval e = {.arena = &arena};
    int rc;
    if (setjmp(oom)) {
        cli_say("not enough memory for these records");
        rc = CLI_NOTHING;
    } else {
        rc = compare(&e, a, format, limit);
    }
    arena.oom = NULL;
    att_arena_release(&arena);
    return rc;
}
