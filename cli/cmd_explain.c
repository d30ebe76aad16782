/* cmd_explain.c: how a sentence was understood, from tokens to events. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/draw.h"
#include "export/screen.h"

/* Arguments that are not a file are the words of a sentence, quoted or not. */
static bool is_file(const cli_args *a)
{
    struct stat st;
    return a->path_count == 1 && (strcmp(a->paths[0], "-") == 0 || (stat(a->paths[0], &st) == 0 && !S_ISDIR(st.st_mode)));
}

/* "news/a.txt" is meant as a file even when it is not there: one word with a slash or a known ending. */
static bool looks_like_file(const cli_args *a)
{
    const char *s = a->paths[0];
    if (a->path_count != 1 || strchr(s, ' ')) return false;
    const char *dot = strrchr(s, '.');
    return strchr(s, '/') || (dot && dot != s && strlen(dot) > 2 && strlen(dot) < 7);
}

static void sentence(const cli_draw *d, att_id s, uint32_t number)
{
    const att_sent *sent = &d->doc->sents.at[s];
    att_putf(d->out, "%sSentence %u: ", number > 1 ? "\n" : "", number);
    att_screen_put(d->out, att_cut(d->doc, sent->span), UINT32_MAX / 2);
    att_put_char(d->out, '\n');
    cli_draw_tokens(d, sent);
    cli_draw_tree(d, sent);
    cli_draw_clauses(d, sent);
    cli_draw_mentions(d, sent);
    cli_draw_notes(d, sent);
    cli_draw_events(d, s);
}

static int show(const att_engine *engine, const att_doc *doc, uint32_t only)
{
    att_buf out = {0};
    const cli_draw d = {&out, engine, doc, (uint32_t)cli_width(STDOUT_FILENO), cli_colours()};
    int rc = CLI_FINE;
    uint32_t n = doc->sents.n ? doc->sents.n - 1 : 0;
    if (n == 0 || only > n) {
        cli_say(n == 0 ? "there is no sentence in it" : "it has only %u sentences", n);
        return CLI_NOTHING;
    }
    for (uint32_t s = only ? only : 1; s <= (only ? only : n) && rc == CLI_FINE; s++) {
        sentence(&d, s, s);
        rc = cli_write_buf(&out);
    }
    att_buf_release(&out);
    return rc;
}

/* way: as the options say; day ATT_NO_DAY: not given; only 0: all sentences. */
typedef struct {
    att_event_way way;
    att_day day;
    uint32_t only;
} asked;

static int explain(const att_engine *engine, const att_article *article, const asked *q)
{
    att_worker w;
    const att_doc *doc;
    int rc = CLI_NOTHING;
    att_worker_init(&w, engine);
    w.tracing = true;
    w.events = q->way;
    att_err e = att_worker_code(&w, article, q->day, &doc);
    if (att_failed(e))
        cli_say_err(article->id, e);
    else
        rc = show(engine, doc, q->only);
    att_worker_release(&w);
    return rc;
}

/* The first article of the file. */
static int explain_file(const att_engine *engine, const char *path, const asked *q)
{
    att_reader *reader;
    att_article article;
    int rc = CLI_NOTHING;
    att_err e = att_reader_open(&reader, path, NULL);
    if (!att_failed(e) && !att_reader_next(reader, &article, &e)) e = (att_err){.code = ATT_E_EMPTY, .msg = "there is no article in it"};
    if (att_failed(e))
        cli_say_err(att_slice_of(path), e);
    else
        rc = explain(engine, &article, q);
    att_reader_close(reader);
    return rc;
}

static int explain_words(const att_engine *engine, const cli_args *a, const asked *q)
{
    att_buf words = {0};
    for (int i = 0; i < a->path_count; i++) {
        if (i) att_put_char(&words, ' ');
        att_put_z(&words, a->paths[i]);
    }
    att_article article = {.id = ATT_LIT("sentence"), .text = {words.ptr, (uint32_t)words.len}};
    article.meta.published = ATT_NO_DAY;
    att_para whole = {{0, (uint32_t)words.len}, ATT_BLOCK_BODY};
    article.paras = &whole;
    article.para_count = 1;
    int rc = words.failed || words.len == 0 ? CLI_NOTHING : explain(engine, &article, q);
    att_buf_release(&words);
    return rc;
}

int cmd_explain(const cli_args *a)
{
    asked q = {.way = cli_event_way(a), .day = ATT_NO_DAY};
    cli_published(a, &q.day);
    if (!cli_count(a, OPT_SENTENCE, 1, UINT32_MAX - 1, &q.only)) return CLI_USAGE;
    bool file = is_file(a);
    if (!file && looks_like_file(a)) {
        cli_say("%s: there is no such file: check the path", a->paths[0]);
        return CLI_NOTHING;
    }
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    int rc = file ? explain_file(engine, a->paths[0], &q) : explain_words(engine, a, &q);
    att_engine_close(engine);
    return rc;
}
