/* draw.c: mentions, notes and events of one sentence. */
#include "cli/draw.h"

#include <stdio.h>

#include "export/screen.h"

static att_slice form(const cli_draw *d, uint32_t tok) { return tok ? d->doc->toks.at[tok].form : ATT_LIT("–"); }
static bool within(const att_sent *s, uint32_t tok) { return tok >= s->tok_beg && tok < s->tok_end; }
static void text(const cli_draw *d, att_slice s) { att_screen_put(d->out, s, d->width); }

static void identity(const cli_draw *d, const att_entity *e)
{
    text(d, e->name.len ? e->name : ATT_LIT("?"));
    if (e->code.len) att_put_char(d->out, ' '), text(d, e->code);
    if (e->sector.len) att_put_char(d->out, ' '), text(d, e->sector);
}

void cli_draw_mentions(const cli_draw *d, const att_sent *s)
{
    static const char *const HOW[] = {"not resolved", "dictionary", "apposition", "coreference", "pattern"};
    cli_draw_title(d, "Mentions");
    for (uint32_t i = 1; i < d->doc->mentions.n; i++) {
        const att_mention *m = &d->doc->mentions.at[i];
        const att_entity *e = &d->doc->entities.at[m->entity];
        if (!within(s, m->head)) continue;
        att_put_z(d->out, "  ");
        att_screen_pad(d->out, att_cut(d->doc, m->span), 34);
        att_put_z(d->out, " = ");
        identity(d, e);
        att_putf(d->out, " (entity %u, %s%s%s)\n", m->entity, m->how < 5 ? HOW[m->how] : "?", e->political ? "" : ", not political", m->as_place ? ", as a place" : "");
        for (uint32_t k = 0; k < m->members.n; k++) {
            att_put_z(d->out, "      member: ");
            identity(d, &d->doc->entities.at[m->members.at[k]]);
            att_put_char(d->out, '\n');
        }
    }
}

static const char *stage_name(uint16_t stage)
{
    static const char *const NAMES[] = {"", "base", "text", "nlp", "time", "place", "actor", "event", "statement", "figure", "story", "store", "export"};
    return stage < sizeof NAMES / sizeof *NAMES ? NAMES[stage] : "";
}

void cli_draw_notes(const cli_draw *d, const att_sent *s)
{
    bool some = false;
    for (uint32_t i = 1; i < d->doc->notes.n; i++) {
        const att_note *n = &d->doc->notes.at[i];
        if (n->tok && !within(s, n->tok)) continue;
        if (!some) cli_draw_title(d, "Considered");
        some = true;
        att_putf(d->out, "  %-9s ", stage_name(n->stage));
        if (n->tok) {
            att_screen_put(d->out, form(d, n->tok), 20);
            att_put_z(d->out, ": ");
        }
        att_screen_put(d->out, n->what, UINT32_MAX / 2);
        att_put_char(d->out, '\n');
    }
}

static void field(const cli_draw *d, const char *name, att_slice value, const char *rule)
{
    att_putf(d->out, "    %-11s ", name);
    text(d, value.len ? value : ATT_LIT("–"));
    if (rule) att_putf(d->out, "   [%s]", rule);
    att_put_char(d->out, '\n');
}

static void side(const cli_draw *d, const char *name, att_ids mentions)
{
    for (uint32_t i = 0; i < mentions.n; i++) {
        const att_mention *m = &d->doc->mentions.at[mentions.at[i]];
        const att_entity *e = &d->doc->entities.at[m->entity];
        att_putf(d->out, "    %-11s ", i ? "" : name);
        text(d, att_cut(d->doc, m->span));
        if (e->name.len) att_put_z(d->out, " = "), text(d, e->name);
        if (e->code.len) att_put_z(d->out, " "), text(d, e->code);
        if (e->sector.len) att_put_z(d->out, " "), text(d, e->sector);
        for (uint32_t k = 0; k < m->members.n; k++) {
            att_put_z(d->out, k ? " and " : " = ");
            identity(d, &d->doc->entities.at[m->members.at[k]]);
        }
        att_put_char(d->out, '\n');
    }
    if (mentions.n == 0) field(d, name, (att_slice){0}, NULL);
}

static void event(const cli_draw *d, const att_event *e)
{
    char line[64];
    const char *type = att_event_type_name((att_event_type)e->type);
    snprintf(line, sizeof line, "%s%s%.*s (CAMEO %.*s)", type, e->mode.len ? " " : "", (int)e->mode.len, e->mode.len ? e->mode.ptr : "",
             (int)e->cameo.len, e->cameo.len ? e->cameo.ptr : "");
    field(d, "type", att_slice_of(line), e->type_rule);
    field(d, "trigger", att_cut(d->doc, e->trigger_span), NULL);
    field(d, "frame", e->frame, NULL);
    side(d, "actor", e->actors);
    side(d, "recipient", e->recipients);
    field(d, "status", att_slice_of(att_status_name((att_status)e->status)), e->status_rule);
    if (e->history) field(d, "history", ATT_LIT("of long ago, told as background"), NULL);
    field(d, "date", e->date.value, e->date.rule);
    field(d, "place", e->place ? d->doc->places.at[e->place].name : (att_slice){0}, e->place_rule);
    side(d, "said by", e->said_by);
    snprintf(line, sizeof line, "%.2f", (double)e->confidence);
    field(d, "confidence", att_slice_of(line), NULL);
}

void cli_draw_events(const cli_draw *d, att_id sent)
{
    uint32_t n = 0;
    cli_draw_title(d, "Events");
    for (uint32_t i = 1; i < d->doc->events.n; i++) {
        if (d->doc->events.at[i].sent != sent) continue;
        att_putf(d->out, "  %u.\n", ++n);
        event(d, &d->doc->events.at[i]);
    }
    if (n == 0) att_put_z(d->out, "  none\n");
}
