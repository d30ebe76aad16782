/* att_tokenize: paragraphs in, sentences and tokens out. */
#include "base/doc.h"
#include "base/limits.h"
#include "text/sentence.h"
#include "text/text.h"
#include "text/token.h"
#include "text/token_char.h"
#include "text/token_form.h"
#include "text/token_scan.h"

/* Space behind byte at of the text, or its end. Hidden characters that no token holds count as space. */
static bool space_at(att_slice text, uint32_t at)
{
    if (at >= text.len) return true;
    att_char_class c = att_char_at(text, at).class;
    return c == ATT_CH_SPACE || c == ATT_CH_HIDDEN;
}

static void add_token(att_doc *doc, att_form_pool *pool, uint32_t beg, uint32_t end)
{
    att_token_form f = att_token_form_of(pool, att_sub(doc->text, beg, end));
    att_tok *t = att_add(doc, toks);
    t->span = (att_span){beg, end};
    t->form = f.form;
    t->lower = f.lower;
    t->flags = (uint8_t)(f.flags | (space_at(doc->text, end) ? ATT_TOK_SPACE_AFTER : 0));
    t->sent = doc->sents.n - 1;
}

/* The first token that is no quotation mark begins the sentence (or the very first, when all are). */
static void mark_first(att_doc *doc, const att_sent *s)
{
    uint32_t t = s->tok_beg;
    while (t + 1 < s->tok_end) {
        att_char_class c = att_char_at(doc->text, doc->toks.at[t].span.beg).class;
        if (c != ATT_CH_QUOTE && !(c == ATT_CH_APOS && doc->toks.at[t].form.len == 1)) break;
        t++;
    }
    doc->toks.at[t].flags |= ATT_TOK_FIRST;
}

static void close_sentence(att_doc *doc)
{
    att_sent *s = &doc->sents.at[doc->sents.n - 1];
    s->tok_end = doc->toks.n;
    s->span.end = doc->toks.at[doc->toks.n - 1].span.end;
    mark_first(doc, s);
}

static void fill(att_doc *doc, att_form_pool *pool, const att_scan *s, uint32_t beg, uint32_t end, att_id para)
{
    bool open = false;
    for (uint32_t i = beg; i < end; i++) {
        const att_raw *r = &s->raw.at[i];
        if (!open) {
            att_sent *sent = att_add(doc, sents);
            *sent = (att_sent){.span = {r->beg, r->end}, .tok_beg = doc->toks.n, .para = para};
        }
        open = !(r->flags & ATT_RAW_LAST);
        uint32_t cut = r->flags & ATT_RAW_CUT_STOP ? r->end - 1 : r->end;
        add_token(doc, pool, r->beg, cut);
        if (r->kind == ATT_RAW_APOS && cut > r->beg + 1) doc->toks.at[doc->toks.n - 1].form = doc->toks.at[doc->toks.n - 1].lower = ATT_LIT("'"); /* "ministers'' meeting" */
        if (cut < r->end) add_token(doc, pool, cut, r->end);
        if (!open) close_sentence(doc);
    }
}

/* Room for all tokens at once: growing by doubling would leave half of the arena to arrays that nobody reads. */
static void reserve_tokens(att_doc *doc, const att_scan *s)
{
    uint32_t n = s->raw.n + doc->toks.n;
    for (uint32_t i = 0; i < s->raw.n; i++) n += (s->raw.at[i].flags & ATT_RAW_CUT_STOP) != 0;
    att_tok *at = att_new(doc->keep, att_tok, n);
    memcpy(at, doc->toks.at, doc->toks.n * sizeof *at);
    doc->toks.at = at;
    doc->toks.cap = n;
}

void att_tokenize(att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_scan s = {.text = doc->text, .words = att_token_words_open(), .arena = doc->scratch};
    uint32_t *ends = att_new(doc->scratch, uint32_t, doc->paras.n); /* of each paragraph's raw tokens */
    for (att_id p = 1; p < doc->paras.n; p++) {
        const att_para *para = &doc->paras.at[p];
        uint32_t first = ends[p - 1], beg = para->span.beg;
        if (para->kind != ATT_BLOCK_META && doc->meta.dateline.beg == beg && doc->meta.dateline.end > beg && doc->meta.dateline.end < para->span.end) {
            beg = doc->meta.dateline.end; /* "NAIROBI (Reuters) -" is no part of what is told */
            att_scan_para(&s, para->span.beg, beg);
            att_sentences_mark(&s, first, s.raw.n);
            first = s.raw.n;
        }
        if (para->kind != ATT_BLOCK_META) att_scan_para(&s, beg, para->span.end);
        ends[p] = s.raw.n;
        att_sentences_mark(&s, first, ends[p]);
    }
    reserve_tokens(doc, &s);
    att_form_pool pool = {.arena = doc->keep};
    for (att_id p = 1; p < doc->paras.n; p++) fill(doc, &pool, &s, ends[p - 1], ends[p], p);
    att_arena_rewind(doc->scratch, mark);
}

bool att_token_joined(const att_doc *doc, uint32_t t)
{
    static const char *const CLITICS[] = {"'s", "'m", "'d", "'re", "'ve", "'ll", "n't", "nt", NULL};
    if (t == 0 || t + 1 >= doc->toks.n) return false;
    const att_tok *a = &doc->toks.at[t], *b = a + 1;
    if (a->sent != b->sent || a->span.end != b->span.beg) return false;
    if (!(a->flags & (ATT_TOK_ALPHA | ATT_TOK_DIGIT | ATT_TOK_CAP))) return false;
    if (att_in(b->lower, CLITICS)) return true;
    if (att_is(b->form, "'")) return b->upos == ATT_PART;
    /* two words of letters without a space: cannot, gonna */
    return (a->flags & ATT_TOK_ALPHA) && (b->flags & ATT_TOK_ALPHA) && att_is_alpha((unsigned char)a->form.ptr[a->form.len - 1]) &&
           att_is_alpha((unsigned char)b->form.ptr[0]);
}
