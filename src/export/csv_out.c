#include "export/csv_out.h"

static const char *const COLUMNS[] = {
    "doc", "id", "date", "event_type", "mode", "cameo", "quad", "status", "actors", "actor_codes", "actor_sectors",
    "recipients", "recipient_codes", "recipient_sectors", "said_by", "said_by_codes", "place", "country", "lat", "lon",
    "killed_low", "killed_high", "injured_low", "injured_high", "detained_low", "detained_high", "participants_low",
    "participants_high", "displaced_low", "displaced_high", "contexts", "score", "goldstein", "confidence", "trigger", "sentence", "same_as", "history", NULL};

void att_csv_head(att_buf *out)
{
    for (int i = 0; COLUMNS[i]; i++) {
        if (i) att_put_char(out, ',');
        att_put_z(out, COLUMNS[i]);
    }
    att_put_z(out, "\r\n");
}

/* A quoted cell when a comma, quote or line end is in it. Tab and CR start formulas too (OWASP, CSV injection). */
void att_csv_text(att_buf *out, att_slice s)
{
    bool formula = s.len && strchr("=+-@\t\r", s.ptr[0]) && s.ptr[0];
    bool quoted = formula;
    for (uint32_t i = 0; i < s.len && !quoted; i++) quoted = strchr(",\"\r\n", s.ptr[i]) && s.ptr[i];
    if (quoted) att_put_char(out, '"');
    if (formula) att_put_char(out, '\'');
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') att_put_char(out, '"');
        if (s.ptr[i]) att_put_char(out, s.ptr[i]);
    }
    if (quoted) att_put_char(out, '"');
}

void att_csv_cells(att_buf *out, const att_slice *texts, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        att_put_char(out, ',');
        att_csv_text(out, texts[i]);
    }
}

static void next_text(att_buf *out, att_slice s)
{
    att_put_char(out, ',');
    att_csv_text(out, s);
}

static void next_number(att_buf *out, bool known, double v)
{
    att_put_char(out, ',');
    if (known && v - v == 0.0) att_put_number(out, v); /* v - v is 0 only for finite numbers */
}

/* A field of all actors of a side, with semicolons; parts that are not known stay empty, so that columns line up. */
static void side(att_buf *out, const att_actor_rows *rows, att_slice (*part)(const att_actor_row *))
{
    att_buf cell = {0};
    for (uint32_t i = 0; i < rows->n; i++) {
        if (i) att_put_z(&cell, "; ");
        att_put_slice(&cell, part(&rows->at[i]));
    }
    next_text(out, att_buf_slice(&cell));
    out->failed |= cell.failed;
    att_buf_release(&cell);
}

static att_slice part_name(const att_actor_row *a) { return a->name.len ? a->name : a->text; }
static att_slice part_code(const att_actor_row *a) { return a->code; }
static att_slice part_sector(const att_actor_row *a) { return a->sector; }

static void event_sides(att_buf *out, const att_event_row *r)
{
    side(out, &r->side[ATT_SIDE_ACTOR], part_name);
    side(out, &r->side[ATT_SIDE_ACTOR], part_code);
    side(out, &r->side[ATT_SIDE_ACTOR], part_sector);
    side(out, &r->side[ATT_SIDE_RECIPIENT], part_name);
    side(out, &r->side[ATT_SIDE_RECIPIENT], part_code);
    side(out, &r->side[ATT_SIDE_RECIPIENT], part_sector);
    side(out, &r->side[ATT_SIDE_SAID_BY], part_name);
    side(out, &r->side[ATT_SIDE_SAID_BY], part_code);
}

void att_csv_event(att_buf *out, const att_event_row *r)
{
    att_csv_text(out, r->doc);
    next_text(out, r->id);
    next_text(out, r->date.value);
    next_text(out, r->type);
    next_text(out, r->mode);
    next_text(out, r->cameo);
    next_text(out, r->quad);
    next_text(out, r->status);
    event_sides(out, r);
    next_text(out, r->place.name);
    next_text(out, r->place.country);
    next_number(out, r->place.has_point, r->place.lat);
    next_number(out, r->place.has_point, r->place.lon);
    for (int i = 0; i < ATT_MAG_COUNT; i++) {
        next_number(out, r->magnitude[i].set, r->magnitude[i].low);
        next_number(out, r->magnitude[i].set, r->magnitude[i].high);
    }
    next_text(out, r->contexts);
    next_number(out, true, r->score);
    next_number(out, true, r->goldstein);
    next_number(out, true, r->confidence);
    next_text(out, r->trigger);
    next_text(out, r->sentence_text);
    next_text(out, r->same_as);
    next_text(out, r->history ? ATT_LIT("true") : ATT_LIT("false"));
    att_put_z(out, "\r\n");
}
