/* draw_tree.c: the tokens of a sentence, and its tree as an outline, which fits any sentence and any terminal:
 *
 *   traveled  root
 *   ├─ Macron  nsubj
 *   └─ Moscow  obl
 *      └─ to  case
 */
#include "cli/draw.h"
#include "export/screen.h"

static void colour(const cli_draw *d, const char *code)
{
    if (d->colours) att_putf(d->out, "\x1b[%sm", code);
}

void cli_draw_title(const cli_draw *d, const char *title)
{
    att_put_char(d->out, '\n');
    colour(d, "1");
    att_put_z(d->out, title);
    colour(d, "0");
    att_put_char(d->out, '\n');
}

void cli_draw_tokens(const cli_draw *d, const att_sent *s)
{
    cli_draw_title(d, "Tokens");
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        const att_tok *k = &d->doc->toks.at[t];
        att_putf(d->out, "%4u  ", t - s->tok_beg + 1);
        att_screen_pad(d->out, k->form, 18);
        att_put_char(d->out, ' ');
        att_screen_pad(d->out, k->lemma, 16);
        att_putf(d->out, " %-6s %-5s ", att_upos_name((att_upos)k->upos), att_xpos_name(d->engine->model, k->xpos));
        att_screen_put(d->out, att_slice_of(att_feats_name(d->engine->model, k->feats)), d->width > 60 ? d->width - 56 : 24);
        att_put_char(d->out, '\n');
    }
}

enum { DEEP = 64 };

/* Is there another child of head after t? */
static bool more_children(const att_doc *doc, uint32_t head, uint32_t t) { return head && att_next_child(doc, head, t) != 0; }

/* One line: the branches of all words above it, then the word. */
static void line(const cli_draw *d, uint32_t t, const uint32_t *path, uint32_t depth)
{
    const att_tok *k = &d->doc->toks.at[t];
    att_put_z(d->out, "  ");
    for (uint32_t i = 1; i + 1 < depth; i++) att_put_z(d->out, more_children(d->doc, path[i - 1], path[i]) ? "│  " : "   ");
    if (depth > 1) att_put_z(d->out, more_children(d->doc, path[depth - 2], t) ? "├─ " : "└─ ");
    att_screen_put(d->out, k->form, 40);
    colour(d, "2");
    att_putf(d->out, "  %s", att_deprel_name((att_deprel)k->deprel));
    colour(d, "0");
    att_put_char(d->out, '\n');
}

/* Depth first without recursion: path holds the words from the root down. Each word is shown once even in a broken tree. */
static void outline(const cli_draw *d, uint32_t root, uint32_t limit)
{
    uint32_t path[DEEP], depth = 1, shown = 0;
    path[0] = root;
    line(d, root, path, 1);
    uint32_t after = 0;
    while (depth > 0 && shown < limit) {
        uint32_t c = att_next_child(d->doc, path[depth - 1], after);
        if (c == 0 || depth == DEEP) {
            after = path[--depth];
            continue;
        }
        path[depth++] = c;
        shown++;
        line(d, c, path, depth);
        after = 0;
    }
}

void cli_draw_tree(const cli_draw *d, const att_sent *s)
{
    cli_draw_title(d, "Tree");
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++)
        if (d->doc->toks.at[t].head == 0) outline(d, t, s->tok_end - s->tok_beg);
}
