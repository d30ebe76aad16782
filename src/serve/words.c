/* words.c: words that a person types, as conditions: the full-text index says in which articles they are. */
#include "serve/ask.h"

/* FTS5 takes a string in double quotes as words in a row, whatever is in it (section 3.1 of its manual), so each word and each
 * phrase is put into quotes: nobody needs to know the syntax, and nobody can break it. */
static void put_quoted(att_buf *out, att_slice words)
{
    if (out->len) att_put_char(out, ' ');
    att_put_char(out, '"');
    for (uint32_t i = 0; i < words.len; i++)
        if (words.ptr[i] != '"' && words.ptr[i]) att_put_char(out, words.ptr[i]);
    att_put_char(out, '"');
}

/* A letter, digit or byte of UTF-8: without one the index would see an empty phrase. */
static bool has_word(att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (att_is_alpha(c) || att_is_digit(c) || c >= 0x80) return true;
    }
    return false;
}

bool att_words_query(att_buf *out, att_slice words)
{
    uint32_t i = 0;
    while (i < words.len) {
        while (i < words.len && att_is_space((unsigned char)words.ptr[i])) i++;
        bool phrase = i < words.len && words.ptr[i] == '"';
        uint32_t beg = i += phrase;
        while (i < words.len && (phrase ? words.ptr[i] != '"' : !att_is_space((unsigned char)words.ptr[i]) && words.ptr[i] != '"')) i++;
        att_slice word = att_sub(words, beg, i);
        if (has_word(word)) put_quoted(out, word);
        i += phrase;
    }
    return out->len > 0;
}

static int find_docs(att_ask *q, att_filter *f, const att_buf *query)
{
    const att_board *b = q->board;
    sqlite3_stmt *st = att_ask_sql(q, "SELECT rowid FROM articles_text WHERE articles_text MATCH ?1 ORDER BY rowid");
    int rc = st ? sqlite3_bind_text(st, 1, query->ptr, (int)query->len, SQLITE_STATIC) : SQLITE_ERROR;
    uint32_t at = 0; /* both are in the order of the documents' numbers */
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        int64_t row = sqlite3_column_int64(st, 0);
        while (at < b->docs.n && b->docs.at[at].row < row) at++;
        if (at < b->docs.n && b->docs.at[at].row == row) f->text[at] = true;
        rc = SQLITE_OK;
    }
    sqlite3_finalize(st);
    return rc;
}

bool att_ask_filter(att_ask *q, att_filter *f)
{
    att_buf query = {0};
    att_slice words = att_param_get(q->params, "q");
    att_filter_read(f, q->arena, q->board, q->params);
    if (words.len == 0) return true;
    f->active |= ATT_F_BIT(ATT_F_TEXT);
    f->text = att_new(q->arena, bool, q->board->docs.n + 1);
    int rc = att_words_query(&query, words) ? find_docs(q, f, &query) : SQLITE_DONE;
    att_buf_release(&query);
    return att_done(q, rc) == 200;
}
