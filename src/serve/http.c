/* http.c: requests in, answers out, by libmicrohttpd. What may be asked is decided here, what it means in api_*.c. */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>

#include "serve/server.h"

#define POLICY                                                                                                          \
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " \
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

static const char *header(struct MHD_Connection *c, const char *name) { return MHD_lookup_connection_value(c, MHD_HEADER_KIND, name); }

/* "127.0.0.1:8467" or "localhost:8467", after prefix. */
static bool names_us(const char *value, const char *prefix, uint16_t port)
{
    static const char *const HOSTS[] = {"127.0.0.1", "localhost"};
    char want[64];
    for (int i = 0; value && i < 2; i++) {
        snprintf(want, sizeof want, "%s%s:%u", prefix, HOSTS[i], port);
        if (att_eq_nocase(att_slice_of(value), att_slice_of(want))) return true;
    }
    return false;
}

/* Is the request one of our own page, or of a program on this computer that means us? The reason when it is not. */
static const char *stranger(struct MHD_Connection *c, uint16_t port)
{
    const char *origin = header(c, MHD_HTTP_HEADER_ORIGIN), *site = header(c, "Sec-Fetch-Site"), *mode = header(c, "Sec-Fetch-Mode");
    if (!names_us(header(c, MHD_HTTP_HEADER_HOST), "", port)) return "This server answers only to 127.0.0.1 and localhost.";
    if (origin && !names_us(origin, "http://", port)) return "Pages of other sites may not ask this server.";
    bool other = site && (strcmp(site, "cross-site") == 0 || strcmp(site, "same-site") == 0);
    if (other && !(mode && strcmp(mode, "navigate") == 0)) return "Pages of other sites may not ask this server.";
    return NULL;
}

static enum MHD_Result send_body(struct MHD_Connection *c, int status, const char *type, struct MHD_Response *r)
{
    if (!r) return MHD_NO;
    MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    MHD_add_response_header(r, "Content-Security-Policy", POLICY);
    MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(r, "X-Frame-Options", "DENY");
    MHD_add_response_header(r, "Referrer-Policy", "no-referrer");
    MHD_add_response_header(r, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(r, "Cross-Origin-Opener-Policy", "same-origin");
    enum MHD_Result ok = MHD_queue_response(c, (unsigned)status, r);
    MHD_destroy_response(r);
    return ok;
}

static enum MHD_Result send_words(struct MHD_Connection *c, int status, const char *words)
{
    struct MHD_Response *r = MHD_create_response_from_buffer(strlen(words), (void *)(uintptr_t)words, MHD_RESPMEM_PERSISTENT);
    if (r && status == MHD_HTTP_METHOD_NOT_ALLOWED) MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    if (r) MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    return send_body(c, status, "text/plain; charset=utf-8", r);
}

static enum MHD_Result send_asset(struct MHD_Connection *c, const att_asset *a)
{
    char tag[24];
    const char *known = header(c, MHD_HTTP_HEADER_IF_NONE_MATCH), *accept = header(c, MHD_HTTP_HEADER_ACCEPT_ENCODING);
    snprintf(tag, sizeof tag, "\"%016llx\"", (unsigned long long)att_hash((att_slice){a->beg, (uint32_t)(a->end - a->beg)}));
    bool same = known && strcmp(known, tag) == 0;
    /* Without the header any coding may be sent (RFC 9110, 12.5.3); all browsers take gzip. */
    if (!same && a->gzip && accept && !strstr(accept, "gzip") && !strchr(accept, '*'))
        return send_words(c, MHD_HTTP_NOT_ACCEPTABLE, "The page is kept compressed: ask with Accept-Encoding: gzip.\n");
    size_t len = same ? 0 : (size_t)(a->end - a->beg);
    struct MHD_Response *r = MHD_create_response_from_buffer(len, (void *)(uintptr_t)a->beg, MHD_RESPMEM_PERSISTENT);
    if (!r) return MHD_NO;
    if (a->gzip && !same) MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_ENCODING, "gzip");
    MHD_add_response_header(r, MHD_HTTP_HEADER_ETAG, tag);
    MHD_add_response_header(r, MHD_HTTP_HEADER_VARY, "Accept-Encoding");
    /* else: ask each time; the tag answers */
    MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL, a->lasting ? "max-age=31536000, immutable" : "no-cache");
    return send_body(c, same ? MHD_HTTP_NOT_MODIFIED : MHD_HTTP_OK, a->type, r);
}

static enum MHD_Result add_param(void *ctx, enum MHD_ValueKind kind, const char *key, const char *value)
{
    params_of *p = ctx;
    (void)kind;
    att_slice name = att_slice_of(key), v = value ? att_slice_of(value) : (att_slice){0};
    if (p->n == ATT_MAX_PARAMS || name.len > ATT_MAX_PARAM_BYTES || v.len > ATT_MAX_PARAM_BYTES) {
        p->over = true;
        return MHD_NO;
    }
    p->at[p->n++] = (att_param){name, v};
    return MHD_YES;
}

static enum MHD_Result send_answer(struct MHD_Connection *c, att_server *s, att_answer run)
{
    params_of p = {.n = 0};
    att_ask q = {.store = s->name, .path = s->path};
    MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, add_param, &p);
    if (p.over) return send_words(c, MHD_HTTP_URI_TOO_LONG, "Too many or too long parameters.\n");
    q.params = (att_params){p.at, p.n};
    int status = att_server_ask(s, &q, run);
    if (q.out.failed) {
        att_buf_release(&q.out);
        return send_words(c, MHD_HTTP_INTERNAL_SERVER_ERROR, "Not enough memory.\n");
    }
    struct MHD_Response *r = MHD_create_response_from_buffer(q.out.len, q.out.ptr, MHD_RESPMEM_MUST_FREE); /* buf grows by malloc */
    if (!r) {
        att_buf_release(&q.out);
        return MHD_NO;
    }
    if (q.file) {
        char save[96];
        snprintf(save, sizeof save, "attachment; filename=\"%s\"", q.file);
        MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_DISPOSITION, save);
    }
    MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    return send_body(c, status, q.type ? q.type : "application/json; charset=utf-8", r);
}

/* The first call of a request only marks it as begun: answering there would close the connection each time. */
enum MHD_Result att_http_handle(void *ctx, struct MHD_Connection *c, const char *url, const char *method, const char *version,
                                const char *upload, size_t *upload_size, void **begun)
{
    att_server *s = ctx;
    (void)version, (void)upload;
    if (!*begun) {
        *begun = s;
        return MHD_YES;
    }
    if (*upload_size) return MHD_NO; /* nobody has anything to send here */
    const char *why = stranger(c, s->port);
    if (why) return send_words(c, MHD_HTTP_FORBIDDEN, why);
    if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
        return send_words(c, MHD_HTTP_METHOD_NOT_ALLOWED, "This server only reads.\n");
    if (strncmp(url, "/api/", 5) == 0) {
        att_answer run = att_answer_of(att_slice_of(url + 5));
        if (run && att_server_keep(s, c)) return MHD_YES;
        return run ? send_answer(c, s, run) : send_words(c, MHD_HTTP_NOT_FOUND, "There is no such question.\n");
    }
    const att_asset *a = att_asset_of(strcmp(url, "/") == 0 ? "/index.html" : url);
    return a ? send_asset(c, a) : send_words(c, MHD_HTTP_NOT_FOUND, "There is nothing here.\n");
}
