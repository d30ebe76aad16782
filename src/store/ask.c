#include "store/ask.h"

#include "base/buf.h"
#include "store/read.h"

enum { MAX_CELLS = 24 };

/* Conditions and the values of their parameters, in the same order. */
typedef struct {
    att_buf sql;
    struct {
        att_slice text;
        att_day day;
        bool is_day;
    } values[64];
    int n;
} query;

static void value(query *q, att_slice text)
{
    if (q->n < 64) q->values[q->n++].text = text;
}

static void day_value(query *q, att_day day)
{
    if (q->n == 64) return;
    q->values[q->n].day = day;
    q->values[q->n++].is_day = true;
}

static void equals_any(query *q, const char *column, att_slice list)
{
    att_slice part;
    bool first = true;
    if (list.len == 0) return;
    att_putf(&q->sql, " AND %s COLLATE NOCASE IN (", column);
    while (att_split(&list, ',', &part)) {
        att_put_z(&q->sql, first ? "?" : ", ?");
        value(q, att_trim(part));
        first = false;
    }
    att_put_char(&q->sql, ')');
}

/* side NULL: either of both. */
static void party_of_event(query *q, const char *event, const char *side, att_slice who)
{
    if (who.len == 0) return;
    att_putf(&q->sql, " AND EXISTS (SELECT 1 FROM event_actors p WHERE p.event = %s", event);
    if (side) att_putf(&q->sql, " AND p.side = '%s'", side);
    if (!side) att_put_z(&q->sql, " AND p.side <> 'said_by'");
    att_put_z(&q->sql, " AND " ATT_SQL_PARTY("p.code", "p.sector", "p.name") ")");
    value(q, who);
}

static void party_of_row(query *q, const char *prefix, att_slice who)
{
    if (who.len == 0) return;
    att_putf(&q->sql, " AND ? COLLATE NOCASE IN (%s_code, %s_sector, %s_name, replace(%s_code, 'IGO:', ''), %s_code || ' ' || %s_sector)", prefix, prefix, prefix,
             prefix, prefix, prefix);
    value(q, who);
}

static void days(query *q, const char *first, const char *last, const att_ask *a)
{
    if (a->from != ATT_NO_DAY) {
        att_putf(&q->sql, " AND %s >= ?", last);
        day_value(q, a->from);
    }
    if (a->to != ATT_NO_DAY) {
        att_putf(&q->sql, " AND %s <= ?", first);
        day_value(q, a->to);
    }
}

static void source(query *q, const att_ask *a)
{
    if (a->source.len) {
        att_put_z(&q->sql, " AND instr(lower(coalesce(d.outlet, d.url, d.doc)), lower(?))");
        value(q, a->source);
    }
    if (a->story.len) {
        att_put_z(&q->sql, " AND d.story = (SELECT story FROM stories WHERE id = ?)");
        value(q, a->story);
    }
    if (!a->copies) att_put_z(&q->sql, " AND d.copy_of IS NULL");
}

static void place(query *q, const char *row, att_slice where)
{
    if (where.len == 0) return;
    att_putf(&q->sql, " AND ? COLLATE NOCASE IN (%s.place, %s.country)", row, row);
    value(q, where);
}

/* Words that are no FTS5 query as they stand are quoted one by one, so that nobody has to know its syntax ("no-fly zone"). */
static att_slice words_query(att_buf *out, att_slice words)
{
    att_slice rest = words, part;
    bool syntax = memchr(words.ptr, '"', words.len) || att_find(words, ATT_LIT(" OR "), 0) < words.len || att_find(words, ATT_LIT(" AND "), 0) < words.len ||
                  att_find(words, ATT_LIT(" NOT "), 0) < words.len || memchr(words.ptr, '*', words.len);
    if (syntax) {
        att_put_slice(out, words);
    } else if (memchr(words.ptr, '-', words.len)) {
        att_put_char(out, '"'); /* a phrase with a hyphen is meant as one */
        att_put_slice(out, words);
        att_put_char(out, '"');
    } else {
        while (att_split(&rest, ' ', &part))
            if (part.len) att_putf(out, "\"%.*s\" ", (int)part.len, part.ptr);
    }
    return (att_slice){out->ptr, (uint32_t)out->len};
}

static void happenings(query *q, const att_ask *a)
{
    att_put_z(&q->sql, "SELECT h.date AS date, h.type AS type, h.mode AS mode, " ATT_SQL_SIDE("h.event", "actor", "; ") " AS actor, " ATT_SQL_SIDE("h.event", "recipient", "; ")
                       " AS recipient, h.status AS status, h.place AS place, h.mentions AS mentions, h.sources AS sources, h.copies AS copies,"
                       " e.sentence AS sentence, d.outlet AS outlet, d.doc AS doc, h.id AS happening, s.id AS story"
                       " FROM happenings h JOIN events e ON e.event = h.event JOIN documents d ON d.document = e.document"
                       " LEFT JOIN stories s ON s.story = h.story WHERE 1");
    equals_any(q, "h.type", a->types);
    equals_any(q, "e.told", a->statuses);
    equals_any(q, "h.quad", a->quads);
    party_of_event(q, "h.event", "actor", a->actor);
    party_of_event(q, "h.event", "recipient", a->recipient);
    party_of_event(q, "h.event", "said_by", a->said_by);
    place(q, "h", a->place);
    days(q, "h.date_first", "h.date_last", a);
    att_ask some = *a;
    some.copies = true; /* a happening is there once */
    source(q, &some);
    att_put_z(&q->sql, " ORDER BY h.date_first IS NULL, h.date_first, h.id");
}

static void statements(query *q, const att_ask *a)
{
    att_put_z(&q->sql, "SELECT coalesce(s.date_first, d.published) AS date, coalesce(s.speaker_name, s.speaker) AS speaker, s.speaker_code AS code,"
                       " s.manner AS manner, s.cue AS cue, s.content AS content, coalesce(s.addressee_name, s.addressee) AS addressee,"
                       " d.outlet AS outlet, d.doc AS doc, s.id AS id, s.record AS record FROM statements s JOIN documents d USING (document) WHERE d.newest");
    party_of_row(q, "s.speaker", a->speaker);
    party_of_row(q, "s.addressee", a->addressee);
    days(q, "coalesce(s.date_first, d.published)", "coalesce(s.date_last, d.published)", a);
    source(q, a);
    att_put_z(&q->sql, " ORDER BY 1 IS NULL, 1, s.document, s.sentence_beg, s.statement");
}

static void figures(query *q, const att_ask *a)
{
    att_put_z(&q->sql, "SELECT coalesce(f.as_of, d.published) AS as_of, f.text AS text, f.low AS low, f.high AS high, f.bound AS bound, f.unit AS unit,"
                       " coalesce(f.of_name, f.of_text) AS whose, f.of_code AS code, f.place AS place, f.sentence AS sentence, d.outlet AS outlet,"
                       " d.doc AS doc, f.id AS id, f.record AS record FROM figures f JOIN documents d USING (document) WHERE d.newest");
    equals_any(q, "f.unit", a->unit);
    party_of_row(q, "f.of", a->of);
    place(q, "f", a->place);
    days(q, "coalesce(f.as_of_first, d.published)", "coalesce(f.as_of_last, d.published)", a);
    source(q, a);
    att_put_z(&q->sql, " ORDER BY 1 IS NULL, 1, f.document, f.sentence_beg, f.figure");
}

static void stories(query *q, const att_ask *a)
{
    att_put_z(&q->sql, "SELECT s.id AS id, s.title AS title, s.first_day AS first_day, s.last_day AS last_day, s.articles AS articles, s.outlets AS outlets,"
                       " s.copies AS copies, s.rewrites AS rewrites, (SELECT json_group_array(doc) FROM (SELECT x.doc FROM documents x WHERE"
                       " x.story = s.story AND x.newest ORDER BY x.published IS NULL, x.published, x.doc, x.source)) AS docs,"
                       " (SELECT json_group_array(json_object('doc', doc, 'outlet', outlet, 'published', published, 'title', title, 'url', url,"
                       " 'copy_of', original, 'copy_kind', copy_kind, 'likeness', round(likeness, 3))) FROM (SELECT x.*, o.doc AS original FROM documents x"
                       " LEFT JOIN documents o ON o.document = x.copy_of WHERE x.story = s.story AND x.newest"
                       " ORDER BY x.published IS NULL, x.published, x.doc, x.source)) AS reports FROM stories s WHERE 1");
    days(q, "s.first_day", "s.last_day", a);
    if (a->story.len) {
        att_put_z(&q->sql, " AND s.id = ?");
        value(q, a->story);
    }
    if (a->source.len) {
        att_put_z(&q->sql, " AND EXISTS (SELECT 1 FROM documents d WHERE d.story = s.story AND instr(lower(coalesce(d.outlet, d.url, d.doc)), lower(?)))");
        value(q, a->source);
    }
    att_put_z(&q->sql, " ORDER BY s.articles DESC, s.first_day, s.id");
}

static void reports(query *q, const att_ask *a)
{
    att_put_z(&q->sql, "SELECT d.published AS published, d.outlet AS outlet, d.title AS title, d.copy_kind AS copy_kind, o.doc AS copy_of,"
                       " round(d.likeness, 3) AS likeness, d.doc AS doc, d.url AS url, s.id AS story FROM documents d JOIN stories s USING (story)"
                       " LEFT JOIN documents o ON o.document = d.copy_of WHERE d.newest");
    days(q, "d.published", "d.published", a);
    source(q, a);
    att_put_z(&q->sql, " ORDER BY d.published IS NULL, d.published, d.doc, d.source");
}

static void articles(query *q, const att_ask *a, att_slice words)
{
    att_put_z(&q->sql, "SELECT d.published AS published, d.outlet AS outlet, d.title AS title, snippet(articles_text, 1, '[', ']', '…', 16) AS snippet,"
                       " d.doc AS doc, d.url AS url, s.id AS story FROM articles_text t JOIN documents d ON d.document = t.rowid"
                       " LEFT JOIN stories s ON s.story = d.story WHERE articles_text MATCH ? AND d.newest");
    value(q, words);
    days(q, "d.published", "d.published", a);
    source(q, a);
    att_put_z(&q->sql, " ORDER BY bm25(articles_text, 4.0, 1.0), d.document");
}

static void said(query *q, const att_ask *a, att_slice words)
{
    att_put_z(&q->sql, "SELECT coalesce(s.date_first, d.published) AS date, coalesce(s.speaker_name, s.speaker) AS speaker, s.speaker_code AS code,"
                       " snippet(statements_text, 0, '[', ']', '…', 24) AS snippet, s.manner AS manner, d.outlet AS outlet, d.doc AS doc, s.id AS id"
                       " FROM statements_text t JOIN statements s ON s.statement = t.rowid JOIN documents d ON d.document = s.document"
                       " WHERE statements_text MATCH ? AND d.newest");
    value(q, words);
    if (a->speaker.len) {
        att_put_z(&q->sql, " AND (? COLLATE NOCASE IN (s.speaker_code, s.speaker_sector, replace(s.speaker_code, 'IGO:', ''), s.speaker_code || ' ' ||"
                           " s.speaker_sector) OR instr(lower(coalesce(s.speaker_name, s.speaker)), lower(?)))");
        value(q, a->speaker);
        value(q, a->speaker);
    }
    days(q, "coalesce(s.date_first, d.published)", "coalesce(s.date_last, d.published)", a);
    source(q, a);
    att_put_z(&q->sql, " ORDER BY bm25(statements_text, 1.0, 0.0, 0.0), s.statement");
}

/* A code as people write it: NATO is IGO:NATO. */
static void code(query *q, const char *column, att_slice who)
{
    if (who.len == 0) return;
    att_putf(&q->sql, " AND %s IN (upper(?), 'IGO:' || upper(?))", column);
    value(q, who);
    value(q, who);
}

static void each_day(query *q, const att_ask *a)
{
    if (a->actor.len || a->recipient.len) {
        att_put_z(&q->sql, "SELECT day AS day, quad AS quad, sum(events) AS events, sum(score) AS score, sum(goldstein) AS goldstein FROM pair_totals WHERE (1");
        code(q, "actor", a->actor);
        code(q, "recipient", a->recipient);
        if (a->either_way) {
            att_put_z(&q->sql, ") OR (1");
            code(q, "actor", a->recipient);
            code(q, "recipient", a->actor);
        }
        att_put_z(&q->sql, ")");
    } else {
        att_put_z(&q->sql, "SELECT day AS day, quad AS quad, sum(events) AS events, sum(score) AS score, sum(goldstein) AS goldstein FROM day_totals WHERE 1");
        equals_any(q, "status", a->statuses);
    }
    att_put_z(&q->sql, " GROUP BY day, quad HAVING sum(events) > 0");
    days(q, "day", "day", a);
    att_put_z(&q->sql, " ORDER BY day, quad");
}

static void pairs(query *q, const att_ask *a)
{
    bool dated = a->from != ATT_NO_DAY || a->to != ATT_NO_DAY;
    att_putf(&q->sql, "SELECT actor AS actor, recipient AS recipient, sum(events) AS events, sum(iif(quad LIKE '%%cooperation', events, 0)) AS cooperation,"
                      " sum(iif(quad LIKE '%%conflict', events, 0)) AS conflict, round(sum(score) / sum(events), 2) AS score, min(%s) AS first_day,"
                      " max(%s) AS last_day FROM %s WHERE 1", dated ? "day" : "first_day", dated ? "day" : "last_day", dated ? "pair_totals" : "pair_sums");
    equals_any(q, "quad", a->quads);
    if (a->actor.len) {
        att_put_z(&q->sql, " AND ((1");
        code(q, "actor", a->actor);
        att_put_z(&q->sql, ") OR (1");
        code(q, "recipient", a->actor);
        att_put_z(&q->sql, "))");
    }
    if (dated) days(q, "day", "day", a);
    att_put_z(&q->sql, " GROUP BY actor, recipient HAVING sum(events) > 0 ORDER BY events DESC, actor, recipient");
}

static void build(query *q, att_question what, const att_ask *a, att_buf *words)
{
    switch (what) {
    case ATT_ASK_HAPPENINGS: happenings(q, a); break;
    case ATT_ASK_STATEMENTS: statements(q, a); break;
    case ATT_ASK_FIGURES: figures(q, a); break;
    case ATT_ASK_STORIES: stories(q, a); break;
    case ATT_ASK_REPORTS: reports(q, a); break;
    case ATT_ASK_ARTICLES: articles(q, a, words_query(words, a->words)); break;
    case ATT_ASK_SAID: said(q, a, words_query(words, a->words)); break;
    case ATT_ASK_DAYS: each_day(q, a); break;
    case ATT_ASK_PAIRS: pairs(q, a); break;
    case ATT_QUESTION_COUNT: break;
    }
    if (a->limit) att_putf(&q->sql, " LIMIT %u", a->limit);
    att_put_char(&q->sql, 0);
}

static void read_cells(sqlite3_stmt *st, att_cell *cells, int n)
{
    for (int i = 0; i < n; i++) {
        int type = sqlite3_column_type(st, i);
        att_cell *c = &cells[i];
        c->known = type != SQLITE_NULL;
        bool json = strcmp(c->name, "docs") == 0 || strcmp(c->name, "reports") == 0;
        c->kind = type == SQLITE_INTEGER || type == SQLITE_FLOAT ? ATT_CELL_NUMBER : json ? ATT_CELL_JSON : ATT_CELL_TEXT;
        c->number = c->kind == ATT_CELL_NUMBER ? sqlite3_column_double(st, i) : 0;
        c->text = c->known ? att_column_text(st, i) : (att_slice){0};
    }
}

static int run(sqlite3_stmt *st, const query *q, bool (*row)(void *, const att_cell *, int), void *ctx)
{
    att_cell cells[MAX_CELLS];
    int n = sqlite3_column_count(st), at = 1, rc;
    if (n > MAX_CELLS) n = MAX_CELLS;
    for (int i = 0; i < n; i++) cells[i] = (att_cell){.name = sqlite3_column_name(st, i)};
    for (int i = 0; i < q->n; i++) {
        if (q->values[i].is_day)
            att_bind_day(st, &at, q->values[i].day);
        else
            att_bind_text(st, &at, q->values[i].text);
    }
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
        read_cells(st, cells, n);
        if (!row(ctx, cells, n)) break;
    }
    return rc;
}

att_err att_store_ask(att_store *s, att_question what, const att_ask *a, bool (*row)(void *ctx, const att_cell *cells, int n), void *ctx)
{
    query q = {0};
    att_buf words = {0};
    sqlite3_stmt *st = NULL;
    build(&q, what, a, &words);
    bool full = q.n == 64;
    int rc = q.sql.failed || words.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(s->db, q.sql.ptr, -1, &st, NULL);
    if (rc == SQLITE_OK && !full) rc = run(st, &q, row, ctx);
    sqlite3_finalize(st);
    att_buf_release(&q.sql);
    att_buf_release(&words);
    if (full) return (att_err){.code = ATT_E_USAGE, .stage = ATT_STAGE_STORE, .msg = "too many conditions at once"};
    if ((rc & 0xFF) == SQLITE_ERROR && a->words.len)
        return (att_err){.code = ATT_E_USAGE, .stage = ATT_STAGE_STORE, .msg = "the words to search for can't be read: close quotation marks and brackets"};
    return att_store_error(rc);
}
