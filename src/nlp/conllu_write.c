#include "nlp/conllu.h"

#include "text/token.h"

/* Last word of the written word that begins at t; t itself when it is a word of its own. */
static uint32_t written_word(const att_doc *doc, uint32_t t, uint32_t end)
{
    while (t + 1 < end && att_token_joined(doc, t)) t++;
    return t;
}

/* Text for one field or comment: tabs and line ends become spaces. */
static void put_flat(att_buf *out, att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++) att_put_char(out, att_is_space((unsigned char)s.ptr[i]) ? ' ' : s.ptr[i]);
}

static void put_field(att_buf *out, att_slice s)
{
    if (s.len) put_flat(out, s);
    else att_put_char(out, '_');
    att_put_char(out, '\t');
}

static void put_comments(const att_doc *doc, const att_conllu_frame *frame, uint32_t s, att_buf *out)
{
    if (frame && s < frame->comments.n) {
        att_slice line, rest = frame->comments.at[s];
        while (att_split(&rest, '\n', &line)) {
            line = att_trim(line);
            if (line.len) att_put_slice(out, line), att_put_char(out, '\n');
        }
        return;
    }
    if (doc->sents.at[s].para != doc->sents.at[s - 1].para) att_putf(out, "# newpar\n");
    att_putf(out, "# sent_id = ");
    if (doc->meta.id.len) put_flat(out, doc->meta.id), att_put_char(out, '-');
    att_putf(out, "%u\n# text = ", s);
    put_flat(out, att_cut(doc, doc->sents.at[s].span));
    att_put_char(out, '\n');
}

static void put_range(const att_doc *doc, uint32_t base, uint32_t first, uint32_t last, att_slice form, att_buf *out)
{
    att_putf(out, "%u-%u\t", first - base, last - base);
    put_field(out, form);
    att_putf(out, "_\t_\t_\t_\t_\t_\t_\t%s\n", doc->toks.at[last].flags & ATT_TOK_SPACE_AFTER ? "_" : "SpaceAfter=No");
}

static void put_word(const att_model *m, const att_doc *doc, uint32_t t, uint32_t base, bool inside, att_slice misc, att_buf *out)
{
    const att_tok *w = &doc->toks.at[t];
    att_putf(out, "%u\t", t - base);
    att_slice text = att_cut(doc, w->span);
    /* words whose spans overlap share a multiword token that is not the sum of their forms: the form is all there is */
    bool shared = inside && ((t > base + 1 && w[-1].span.end > w->span.beg) ||
                             (t + 1 < doc->toks.n && w[1].span.beg < w->span.end && w[1].sent == w->sent));
    put_field(out, shared ? w->form : text);
    put_field(out, w->lemma);
    att_putf(out, "%s\t%s\t%s\t", att_upos_name((att_upos)w->upos), w->upos ? att_xpos_name(m, w->xpos) : "_",
             w->upos ? att_feats_name(m, w->feats) : "_");
    if (w->deprel) att_putf(out, "%u\t%s\t_\t", w->head ? w->head - base : 0, att_deprel_name((att_deprel)w->deprel));
    else att_put_z(out, "_\t_\t_\t");
    if (!inside && !(w->flags & ATT_TOK_SPACE_AFTER)) att_put_z(out, "SpaceAfter=No|");
    att_putf(out, "start=%u|end=%u", w->span.beg, w->span.end);
    if (misc.len) att_put_char(out, '|'), put_flat(out, misc);
    att_put_char(out, '\n');
}

void att_conllu_write(const att_model *model, const att_doc *doc, const att_conllu_extra *extra, att_buf *out)
{
    const att_conllu_frame *frame = extra ? extra->frame : NULL;
    uint32_t next = 0; /* range of the frame */
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        if (sent->tok_beg == sent->tok_end) continue;
        put_comments(doc, frame, s, out);
        uint32_t base = sent->tok_beg - 1, open_to = 0;
        for (uint32_t t = sent->tok_beg; t < sent->tok_end; t++) {
            if (frame && next < frame->ranges.n && frame->ranges.at[next].first == t) {
                const att_conllu_range *r = &frame->ranges.at[next++];
                put_range(doc, base, r->first, open_to = r->last, r->form, out);
            } else if (!frame && t > open_to) {
                uint32_t last = written_word(doc, t, sent->tok_end);
                if (last > t) {
                    att_span span = {doc->toks.at[t].span.beg, doc->toks.at[last].span.end};
                    put_range(doc, base, t, open_to = last, att_cut(doc, span), out);
                }
            }
            put_word(model, doc, t, base, t <= open_to, extra && extra->misc ? extra->misc[t] : (att_slice){0}, out);
        }
        att_put_char(out, '\n');
    }
}
