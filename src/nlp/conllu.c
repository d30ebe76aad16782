#include "nlp/conllu.h"

#include "base/limits.h"
#include "text/token_form.h"

enum { COLUMNS = 10, BATCH_BYTES = 2 << 20 };

typedef struct {
    att_conllu_reader *r;
    att_doc *doc;
    att_conllu_frame *frame;
    att_form_pool pool;
    char *text;              /* grows in doc->keep up to cap */
    uint32_t len, cap;
    uint32_t para_beg;
    att_id para;
    bool space;              /* white space is due before the next word */
    att_conllu_range range;  /* open multiword token, first = 0: none */
    uint32_t range_to, range_at; /* id of its last word; where its form stands in the text */
    uint32_t range_used;     /* bytes of its form that words have taken; UINT32_MAX: the forms do not add up */
    att_slice comments;
    bool new_para;
    att_err err;
} build;

static bool fail(build *b, att_code code, const char *msg)
{
    if (!att_failed(b->err)) b->err = (att_err){code, ATT_STAGE_NLP, b->r->line, 0, msg};
    return false;
}

static bool put_text(build *b, att_slice s)
{
    if (b->len + s.len > b->cap || b->len + s.len > ATT_MAX_DOC_BYTES)
        return fail(b, ATT_E_TOO_LARGE, "CoNLL-U: text of the document is over the limit");
    if (s.len) memcpy(b->text + b->len, s.ptr, s.len);
    b->len += s.len;
    return true;
}

static bool misc_no_space(att_slice misc)
{
    att_slice part;
    while (att_split(&misc, '|', &part))
        if (att_is(part, "SpaceAfter=No")) return true;
    return false;
}

static void end_para(build *b)
{
    if (b->para) b->doc->paras.at[b->para].span = (att_span){b->para_beg, b->len};
}

static bool start_sentence(build *b)
{
    att_doc *doc = b->doc;
    if (b->new_para || !b->para) {
        end_para(b);
        if (b->len && !put_text(b, ATT_LIT("\n\n"))) return false;
        b->space = false;
        att_para *p = att_add(doc, paras);
        p->kind = ATT_BLOCK_BODY;
        b->para = doc->paras.n - 1;
        b->para_beg = b->len;
        b->new_para = false;
    }
    if (b->space && !put_text(b, ATT_LIT(" "))) return false;
    b->space = false;
    att_sent *s = att_add(doc, sents);
    *s = (att_sent){.span = {b->len, b->len}, .tok_beg = doc->toks.n, .tok_end = doc->toks.n, .para = b->para};
    if (b->frame) {
        while (b->frame->comments.n < doc->sents.n - 1) *att_push(doc->keep, &b->frame->comments) = (att_slice){0};
        *att_push(doc->keep, &b->frame->comments) = b->comments;
    }
    b->comments = (att_slice){0};
    return true;
}

static bool is_quote(att_slice f) { return att_is(f, "\"") || att_is(f, "'") || att_is(f, "``") || att_is(f, "''"); }

static void set_form(build *b, att_tok *t, att_slice form)
{
    att_token_form f = att_token_form_of(&b->pool, form);
    t->form = f.form.len ? f.form : form; /* hidden characters alone: a word must not be empty */
    t->lower = f.form.len ? f.lower : form;
    t->flags = f.flags;
    att_doc *doc = b->doc;
    const att_sent *s = &doc->sents.at[doc->sents.n - 1];
    uint32_t k = s->tok_beg;
    while (k + 1 < doc->toks.n && is_quote(doc->toks.at[k].form)) k++;
    if (&doc->toks.at[k] == t) t->flags |= ATT_TOK_FIRST;
}

/* Span of a word inside the open multiword token. */
static att_span span_in_range(build *b, att_slice form, bool last)
{
    uint32_t beg = b->range_at, end = beg + b->range.form.len, used = b->range_used;
    bool fits = used != UINT32_MAX && form.len <= b->range.form.len - used &&
                att_eq_nocase(form, att_sub(b->range.form, used, used + form.len)) &&
                (last ? used + form.len == b->range.form.len : used + form.len < b->range.form.len);
    if (!fits) {
        /* the words before stand with their parts; this one and all after it take the rest */
        b->range_used = UINT32_MAX;
        return (att_span){beg, end};
    }
    b->range_used = used + form.len;
    return (att_span){beg + used, beg + used + form.len};
}

static bool add_word(build *b, uint32_t id, const att_slice *col)
{
    att_doc *doc = b->doc;
    bool inside = b->range.first != 0;
    if (!inside) {
        if (b->space && !put_text(b, ATT_LIT(" "))) return false;
        b->space = !misc_no_space(col[9]);
    }
    att_tok *t = att_add(doc, toks);
    att_sent *s = &doc->sents.at[doc->sents.n - 1];
    *t = (att_tok){.sent = doc->sents.n - 1};
    set_form(b, t, col[1]);
    if (inside) {
        t->span = span_in_range(b, col[1], id == b->range_to);
        if (id == b->range_to) {
            b->space = !misc_no_space(b->range.misc);
            if (b->space) t->flags |= ATT_TOK_SPACE_AFTER;
            b->range.last = doc->toks.n - 1;
            if (b->frame) *att_push(doc->keep, &b->frame->ranges) = b->range;
            b->range.first = 0;
        }
    } else {
        t->span = (att_span){b->len, b->len + col[1].len};
        if (!put_text(b, col[1])) return false;
        if (b->space) t->flags |= ATT_TOK_SPACE_AFTER;
    }
    s->tok_end = doc->toks.n;
    s->span.end = b->len;
    return true;
}

static bool open_range(build *b, uint32_t from, uint32_t to, uint32_t next_id, const att_slice *col)
{
    if (b->range.first) return fail(b, ATT_E_FORMAT, "CoNLL-U: multiword tokens overlap");
    if (from != next_id || to < from) return fail(b, ATT_E_FORMAT, "CoNLL-U: the range of a multiword token is wrong");
    if (b->space && !put_text(b, ATT_LIT(" "))) return false;
    b->space = false;
    b->range = (att_conllu_range){.first = b->doc->toks.n, .form = col[1], .misc = col[9]};
    b->range_to = to;
    b->range_at = b->len;
    b->range_used = 0;
    return put_text(b, col[1]);
}

/* 0 word, 1 range, 2 empty node, -1 wrong */
static int read_id(att_slice s, uint32_t *from, uint32_t *to)
{
    uint32_t dash = att_find(s, ATT_LIT("-"), 0), dot = att_find(s, ATT_LIT("."), 0);
    if (dot < s.len) return att_to_u32(att_sub(s, 0, dot), from) && att_to_u32(att_sub(s, dot + 1, s.len), to) ? 2 : -1;
    if (dash < s.len) return att_to_u32(att_sub(s, 0, dash), from) && att_to_u32(att_sub(s, dash + 1, s.len), to) ? 1 : -1;
    return att_to_u32(s, from) ? 0 : -1;
}

static bool read_row(build *b, att_slice line, bool *in_sentence, uint32_t *next_id)
{
    att_slice col[COLUMNS];
    uint32_t n = 0, from = 0, to = 0;
    while (n < COLUMNS && att_split(&line, '\t', &col[n])) n++;
    if (n < COLUMNS || line.len) return fail(b, ATT_E_FORMAT, "CoNLL-U: a row must have ten columns");
    int kind = read_id(col[0], &from, &to);
    if (kind < 0) return fail(b, ATT_E_FORMAT, "CoNLL-U: the first column is no word number");
    if (kind == 2) return true;
    if (att_trim(col[1]).len == 0) return fail(b, ATT_E_FORMAT, "CoNLL-U: a word without a form");
    if (!*in_sentence) {
        if (!start_sentence(b)) return false;
        *in_sentence = true;
        *next_id = 1;
    }
    if (kind == 1) return open_range(b, from, to, *next_id, col);
    if (from != *next_id) return fail(b, ATT_E_FORMAT, "CoNLL-U: word numbers must count up from 1");
    ++*next_id;
    return add_word(b, from, col);
}

static void read_comment(build *b, att_slice line, const char *line_ptr)
{
    if (att_starts(line, "# newpar") || att_starts(line, "# newdoc")) b->new_para = true;
    if (att_starts(line, "# newdoc id = ")) b->doc->meta.id = att_sub(line, 14, line.len);
    if (!b->comments.ptr) b->comments.ptr = line_ptr;
    b->comments.len = (uint32_t)(line.ptr + line.len - b->comments.ptr);
}

static att_slice line_at(const att_conllu_reader *r, uint32_t at, uint32_t *next)
{
    const char *p = r->file.ptr + at, *nl = memchr(p, '\n', r->file.len - at);
    uint32_t end = nl ? (uint32_t)(nl - r->file.ptr) : r->file.len;
    *next = nl ? end + 1 : end;
    if (end > at && r->file.ptr[end - 1] == '\r') end--;
    return att_sub(r->file, at, end);
}

/* Where this document ends: before the next "# newdoc" after a sentence, or at the first empty line beyond the batch. */
static uint32_t batch_end(const att_conllu_reader *r)
{
    bool rows = false;
    for (uint32_t at = r->at, next; at < r->file.len; at = next) {
        att_slice line = line_at(r, at, &next);
        if (rows && att_starts(line, "# newdoc")) return at;
        if (rows && line.len == 0 && next - r->at > BATCH_BYTES) return next;
        rows |= line.len && line.ptr[0] != '#';
    }
    return r->file.len;
}

static void read_sentences(build *b, uint32_t stop)
{
    att_conllu_reader *r = b->r;
    bool in_sentence = false;
    uint32_t next_id = 1;
    while (r->at < stop && !att_failed(b->err)) {
        att_slice line = line_at(r, r->at, &r->at);
        r->line++;
        if (line.len == 0) {
            if (b->range.first) fail(b, ATT_E_FORMAT, "CoNLL-U: the sentence ends inside a multiword token");
            in_sentence = false;
        } else if (line.ptr[0] == '#') {
            if (!in_sentence) read_comment(b, line, line.ptr);
        } else {
            read_row(b, line, &in_sentence, &next_id);
        }
    }
    if (b->range.first) fail(b, ATT_E_FORMAT, "CoNLL-U: the sentence ends inside a multiword token");
}

static att_err read_some(att_conllu_reader *r, att_doc *doc, att_conllu_frame *frame, bool alone)
{
    uint32_t stop = alone ? batch_end(r) : r->file.len, cap = stop - r->at;
    /* forms and spaces are never more than the rows that hold them */
    if (cap > ATT_MAX_DOC_BYTES) cap = ATT_MAX_DOC_BYTES;
    build b = {.r = r, .doc = doc, .frame = frame, .cap = cap + 2};
    b.text = att_take(doc->keep, (size_t)b.cap, 1);
    att_doc_init(doc, doc->keep, doc->scratch, (att_slice){b.text, 0});
    b.pool.arena = doc->keep;
    if (frame) *frame = (att_conllu_frame){0};
    read_sentences(&b, stop);
    end_para(&b);
    doc->text.len = b.len;
    return b.err;
}

void att_conllu_open(att_conllu_reader *r, att_slice file)
{
    *r = (att_conllu_reader){.file = file};
    if (att_starts(file, "\xEF\xBB\xBF")) r->at = 3;
}

att_err att_conllu_next(att_conllu_reader *r, att_doc *doc, att_conllu_frame *frame, bool *more)
{
    att_err e = read_some(r, doc, frame, true);
    *more = !att_failed(e) && doc->sents.n > 1;
    return e;
}

att_err att_conllu_read(att_doc *doc, att_slice file, att_conllu_frame *frame)
{
    att_conllu_reader r;
    att_conllu_open(&r, file);
    return read_some(&r, doc, frame, false);
}
