/* store_claims.c: claims over all articles: the same assertion told by many is one, and answers given in other articles are found
 * (story/disputes.h). What only denials tell of is looked for among the statements. */
#include "base/buf.h"
#include "store/read.h"
#include "store/stands.h"
#include "story/disputes.h"

enum { CLAIM_BYTES = 1 << 30, STATEMENTS_LOOKED_AT = 60 };

#define COUNTED " JOIN documents d USING (document) WHERE d.newest AND d.copy_of IS NULL"

static const char CLAIMS[] = "SELECT c.claim, c.document, coalesce(c.by_code, ''), coalesce(c.by_name, c.by_text, ''), coalesce(c.by_sector, ''), c.content, c.sentence,"
                             " coalesce(c.terms, ''), d.doc, d.outlet, d.published FROM claims c" COUNTED
                             " ORDER BY d.published IS NULL, d.published, c.document, c.claim";
static const char ANSWERS[] = "SELECT a.answer, a.document, coalesce(a.by_code, ''), coalesce(a.by_name, a.by_text, ''), coalesce(a.by_sector, ''), a.content, a.sentence,"
                              " a.terms, d.doc, d.outlet, d.published, a.stance FROM answers a" COUNTED
                              " ORDER BY d.published IS NULL, d.published, a.document, a.answer";
static const char REPLIES[] = "SELECT r.claim, r.document, coalesce(r.by_code, ''), coalesce(r.by_name, r.by_text, ''), coalesce(r.by_sector, ''), r.content, r.sentence,"
                              " '', d.doc, d.outlet, d.published, r.stance FROM claim_responses r" COUNTED " AND r.claim = ? ORDER BY r.response";
static const char ASSERTED[] = "SELECT s.content, coalesce(s.speaker_name, s.speaker), s.speaker_code, d.doc, d.published FROM statements_text t"
                               " JOIN statements s ON s.statement = t.rowid" COUNTED " AND statements_text MATCH ? AND s.speaker IS NOT NULL"
                               " ORDER BY rank LIMIT ?";

/* A claim, an answer or a reply as it is stored. */
typedef struct {
    int64_t key;
    att_slice code, name, sector, content, sentence, doc, outlet, stance;
    att_told told;
} stored;

typedef ATT_VEC(stored) stored_list;

typedef struct {
    att_store *s;
    att_arena a;
    stored_list claims, answers;
    att_told *told, *answer_told;
    uint32_t *group, *to;
    uint32_t *next;        /* claim -> the next one of its group, UINT32_MAX = last */
    uint32_t *answer_head, *answer_next; /* first claim of a group -> its answers */
    const att_stand_filter *f;
    uint32_t rows;
} finder;

static stored read_stored(finder *x, sqlite3_stmt *st)
{
    stored r = {.key = sqlite3_column_int64(st, 0), .told = {.doc = (uint32_t)sqlite3_column_int64(st, 1), .day = att_column_day(st, 10)}};
    att_slice *texts[] = {&r.code, &r.name, &r.sector, &r.content, &r.sentence, &r.told.terms, &r.doc, &r.outlet};
    for (int i = 0; i < 8; i++) *texts[i] = att_copy(&x->a, att_column_text(st, i + 2));
    r.told.by = r.code.len ? r.code : r.name;
    if (sqlite3_column_count(st) > 11) r.stance = att_copy(&x->a, att_column_text(st, 11));
    return r;
}

/* All rows of a query, in the order in which it gives them. */
static int load(finder *x, const char *sql, stored_list *list)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(x->s->db, sql, -1, &st, NULL);
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        *att_push(&x->a, list) = read_stored(x, st);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static void chain(finder *x)
{
    uint32_t n = x->claims.n, m = x->answers.n;
    x->next = att_new(&x->a, uint32_t, n + 1);
    x->answer_head = att_new(&x->a, uint32_t, n + 1);
    x->answer_next = att_new(&x->a, uint32_t, m + 1);
    for (uint32_t i = 0; i < n; i++) x->next[i] = x->answer_head[i] = UINT32_MAX;
    for (uint32_t i = n; i-- > 0;)
        if (x->group[i] != i) x->next[i] = x->next[x->group[i]], x->next[x->group[i]] = i;
    for (uint32_t k = m; k-- > 0;) {
        if (x->to[k] == UINT32_MAX) continue;
        uint32_t g = x->group[x->to[k]];
        x->answer_next[k] = x->answer_head[g];
        x->answer_head[g] = k;
    }
}

static void settle(finder *x)
{
    uint32_t n = x->claims.n, m = x->answers.n;
    x->told = att_new(&x->a, att_told, n + 1);
    x->answer_told = att_new(&x->a, att_told, m + 1);
    for (uint32_t i = 0; i < n; i++) x->told[i] = x->claims.at[i].told;
    for (uint32_t k = 0; k < m; k++) x->answer_told[k] = x->answers.at[k].told;
    x->group = att_new(&x->a, uint32_t, n + 1);
    x->to = att_new(&x->a, uint32_t, m + 1);
    att_disputes_group(x->told, n, &x->a, x->group);
    att_disputes_link(x->told, n, x->answer_told, m, &x->a, x->to);
    chain(x);
}

/* ---- one assertion ---- */

typedef ATT_VEC(att_reply_row) replies;

static void add_reply(finder *x, replies *list, const stored *r, bool elsewhere)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (att_eq(list->at[i].by, r->name) && att_eq(list->at[i].stance, r->stance) && att_eq(list->at[i].content, r->content)) return;
    *att_push(&x->a, list) = (att_reply_row){r->name, r->code, r->stance, r->content, r->sentence, r->doc, r->outlet, r->told.day, elsewhere};
}

static int own_replies(finder *x, replies *list, const stored *claim, bool first)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(x->s->db, REPLIES, -1, &st, NULL);
    if (rc == SQLITE_OK) sqlite3_bind_int64(st, 1, claim->key);
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        stored r = read_stored(x, st);
        add_reply(x, list, &r, !first);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* Does the text hold the word, whatever its ending? */
static bool has_stem(att_slice text, att_slice word)
{
    uint32_t n = word.len > 5 ? word.len - 2 : word.len;
    return n >= 3 && att_find_nocase(text, att_sub(word, 0, n)) < text.len;
}

/* First alternatives of the terms that are no party, joined for full-text search; how many. */
static uint32_t search_words(att_slice terms, att_buf *match, att_slice out[16])
{
    att_slice word, first;
    uint32_t n = 0;
    while (n < 16 && att_split(&terms, ' ', &word)) {
        if (!word.len || att_is_upper((unsigned char)word.ptr[0]) || !att_split(&word, '|', &first) || !first.len) continue;
        att_putf(match, "%s\"%.*s\"", n ? " OR " : "", (int)first.len, first.ptr);
        out[n++] = first;
    }
    return n;
}

/* "Russia denied that it had fired": who said that it had? The likeliest statement of another party near that day. */
static int find_asserter(finder *x, const stored *claim, const replies *r, att_dispute_row *row)
{
    att_buf match = {0};
    att_slice words[16];
    sqlite3_stmt *st = NULL;
    uint32_t n = search_words(claim->told.terms, &match, words), most = 0;
    int rc = n >= 2 ? sqlite3_prepare_v2(x->s->db, ASSERTED, -1, &st, NULL) : SQLITE_DONE;
    if (rc == SQLITE_OK) sqlite3_bind_text(st, 1, match.ptr, (int)match.len, SQLITE_TRANSIENT), sqlite3_bind_int(st, 2, STATEMENTS_LOOKED_AT);
    att_buf_release(&match);
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_slice content = att_column_text(st, 0), speaker = att_column_text(st, 1), code = att_column_text(st, 2);
        att_day day = att_column_day(st, 4);
        uint32_t shared = 0;
        bool answers = false, far = day != ATT_NO_DAY && claim->told.day != ATT_NO_DAY && (day - claim->told.day > ATT_DISPUTE_DAYS || claim->told.day - day > ATT_DISPUTE_DAYS);
        for (uint32_t i = 0; i < r->n; i++) answers |= att_eq(r->at[i].by, speaker) || (code.len && att_eq(r->at[i].code, code));
        for (uint32_t i = 0; i < n; i++) shared += has_stem(content, words[i]);
        rc = SQLITE_OK;
        if (far || answers || shared < 2 || 3 * shared < 2 * n || shared <= most) continue;
        most = shared;
        row->asserted_by = att_copy(&x->a, speaker);
        row->asserted_in = att_copy(&x->a, att_column_text(st, 3));
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

bool att_is_party(att_slice code, att_slice sector, att_slice name, att_slice who)
{
    att_slice body = att_starts(code, "IGO:") ? att_sub(code, 4, code.len) : code;
    return !who.len || att_eq_nocase(code, who) || att_eq_nocase(body, who) || att_eq_nocase(name, who) || att_eq_nocase(sector, who);
}

static int make_row(finder *x, uint32_t first, att_dispute_row *row)
{
    const stored *c = &x->claims.at[first];
    replies r = {0};
    int rc = SQLITE_OK;
    uint32_t last_doc = UINT32_MAX;
    *row = (att_dispute_row){.by = c->name, .code = c->code, .content = c->content, .sentence = c->sentence, .doc = c->doc, .outlet = c->outlet, .day = c->told.day};
    for (uint32_t i = first; i != UINT32_MAX && rc == SQLITE_OK; i = x->next[i]) {
        const stored *m = &x->claims.at[i];
        if (!row->by.len) row->by = m->name, row->code = m->code; /* another article knows who claims it */
        if (m->told.doc != last_doc) row->articles++, last_doc = m->told.doc;
        rc = own_replies(x, &r, m, i == first);
    }
    for (uint32_t k = x->answer_head[first]; k != UINT32_MAX; k = x->answer_next[k]) add_reply(x, &r, &x->answers.at[k], true);
    for (uint32_t i = 0; i < r.n; i++) row->disputed |= !att_is(r.at[i].stance, "confirms");
    row->replies = r.at;
    row->reply_count = r.n;
    return rc == SQLITE_OK && !row->by.len ? find_asserter(x, c, &r, row) : rc;
}

static bool wanted(const finder *x, uint32_t first)
{
    const stored *c = &x->claims.at[first];
    if (x->f->from != ATT_NO_DAY && (c->told.day == ATT_NO_DAY || c->told.day < x->f->from)) return false;
    if (x->f->to != ATT_NO_DAY && (c->told.day == ATT_NO_DAY || c->told.day > x->f->to)) return false;
    for (uint32_t i = first; i != UINT32_MAX; i = x->next[i]) {
        const stored *m = &x->claims.at[i];
        if (att_is_party(m->code, m->sector, m->name, x->f->party)) return true;
    }
    return false;
}

static int walk(finder *x, bool (*row)(void *, const att_dispute_row *), void *ctx)
{
    int rc = load(x, CLAIMS, &x->claims);
    if (rc == SQLITE_OK) rc = load(x, ANSWERS, &x->answers);
    if (rc != SQLITE_OK) return rc;
    settle(x);
    for (uint32_t i = 0; i < x->claims.n && rc == SQLITE_OK; i++) {
        att_dispute_row r;
        if (x->group[i] != i || !wanted(x, i)) continue;
        rc = make_row(x, i, &r);
        if (rc != SQLITE_OK || (x->f->disputed && !r.disputed)) continue;
        if (!row(ctx, &r) || ++x->rows == x->f->limit) break;
    }
    return rc;
}

static int find(finder *x, bool (*row)(void *, const att_dispute_row *), void *ctx)
{
    jmp_buf oom;
    if (setjmp(oom)) {
        x->a.oom = NULL;
        return SQLITE_NOMEM;
    }
    x->a.oom = &oom;
    int rc = walk(x, row, ctx);
    x->a.oom = NULL;
    return rc;
}

att_err att_store_claims(att_store *s, const att_stand_filter *f, bool (*row)(void *ctx, const att_dispute_row *r), void *ctx)
{
    finder x = {.s = s, .f = f};
    att_arena_init(&x.a, CLAIM_BYTES);
    int rc = find(&x, row, ctx);
    att_arena_release(&x.a);
    return att_store_error(rc);
}
