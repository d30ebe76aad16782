/* Model files: what is whole opens, anything else is refused with a reason. */
#include "nlp_fixture.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/mapfile.h"
#include "nlp/model_format.h"

typedef struct { unsigned char *p; size_t n; } bytes;

static bytes load(void)
{
    att_mapped m;
    assert_int_equal(att_map_file(&m, MODEL_PATH, 0).code, ATT_OK);
    bytes b = {malloc(m.len + 64), m.len};
    memcpy(b.p, m.ptr, m.len);
    att_unmap_file(&m);
    return b;
}

/* Opens n bytes as a model file; the code, with *msg. */
static att_code open_bytes(const unsigned char *p, size_t n, const char **msg)
{
    char path[] = "/tmp/att_test_model_XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *f = fdopen(fd, "wb");
    assert_int_equal(fwrite(p, 1, n, f), n);
    fclose(f);
    att_model *m;
    att_err e = att_model_open(&m, path);
    unlink(path);
    if (msg) *msg = e.msg;
    if (att_failed(e)) {
        assert_null(m);
        assert_non_null(e.msg);
        assert_int_equal(e.stage, ATT_STAGE_NLP);
    } else {
        att_model_close(m);
    }
    return e.code;
}

static void seal(bytes b)
{
    uint64_t sum = att_model_checksum(b.p, b.n);
    memcpy(b.p + offsetof(att_file_head, checksum), &sum, sizeof sum);
}

static void test_model__opens(void **state)
{
    (void)state;
    att_model *m = open_model();
    assert_true(att_model_note(m, "trained_on").len > 0);
    assert_true(att_model_note(m, "seed").len > 0);
    assert_int_equal(att_model_note(m, "no such note").len, 0);
    assert_string_equal(att_xpos_name(m, 65535), "_");
    assert_string_equal(att_feats_name(m, 0), "_");
    att_model_close(m);
    att_model_close(NULL);
}

static void test_model__no_file(void **state)
{
    (void)state;
    att_model *m;
    att_err e = att_model_open(&m, "/nonexistent/model.attm");
    assert_int_equal(e.code, ATT_E_IO);
    assert_null(m);
}

static void test_model__foreign(void **state)
{
    (void)state;
    const char *msg;
    unsigned char junk[4096];
    for (size_t i = 0; i < sizeof junk; i++) junk[i] = (unsigned char)(i * 7);
    assert_int_equal(open_bytes(junk, sizeof junk, &msg), ATT_E_MODEL);
    assert_string_equal(msg, "not a model file");
    assert_int_equal(open_bytes(junk, 0, &msg), ATT_E_MODEL);
    assert_int_equal(open_bytes((const unsigned char *)"ATTMODEL", 8, &msg), ATT_E_MODEL);
    assert_string_equal(msg, "model file: cut short");
}

static void test_model__cut(void **state)
{
    (void)state;
    bytes b = load();
    for (size_t n = 9; n < b.n; n += b.n / 23) assert_int_equal(open_bytes(b.p, n, NULL), ATT_E_MODEL);
    assert_int_equal(open_bytes(b.p, b.n - 1, NULL), ATT_E_MODEL);
    b.p[b.n] = 0;
    assert_int_equal(open_bytes(b.p, b.n + 1, NULL), ATT_E_MODEL);
    free(b.p);
}

static void test_model__one_bit_flipped(void **state)
{
    (void)state;
    bytes b = load();
    for (size_t k = 0; k < 40; k++) {
        size_t at = k < 8 ? 8 + 4 * k : (k - 7) * (b.n / 34);
        b.p[at] ^= 0x10;
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        b.p[at] ^= 0x10;
    }
    b.p[b.n - 1] ^= 1;
    assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
    free(b.p);
}

static void test_model__versions(void **state)
{
    (void)state;
    const char *msg;
    bytes b = load();
    att_file_head *h = (att_file_head *)(void *)b.p;
    h->oldest_reader = ATT_MODEL_FORMAT + 1;
    seal(b);
    assert_int_equal(open_bytes(b.p, b.n, &msg), ATT_E_MODEL);
    assert_string_equal(msg, "model file: made for a newer program");
    h->oldest_reader = ATT_MODEL_OLDEST;
    h->format = ATT_MODEL_OLDEST - 1;
    seal(b);
    assert_int_equal(open_bytes(b.p, b.n, &msg), ATT_E_MODEL);
    assert_string_equal(msg, "model file: made for an older program");
    h->format = ATT_MODEL_FORMAT;
    seal(b);
    assert_int_equal(open_bytes(b.p, b.n, &msg), ATT_OK);
    free(b.p);
}

/* Sealed anew after the damage, so that every check behind the checksum has to hold by itself. */
static void test_model__bad_sections(void **state)
{
    (void)state;
    bytes b = load();
    uint32_t n = ((att_file_head *)(void *)b.p)->section_count;
    att_file_section *s = (att_file_section *)(void *)(b.p + sizeof(att_file_head));
    for (uint32_t i = 0; i < n; i++) {
        att_file_section was = s[i];
        s[i].offset = b.n + 64;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        s[i] = was;
        s[i].offset += 1;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        s[i] = was;
        s[i].bytes = UINT64_MAX;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        s[i] = was;
        s[i].bytes = 0;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        s[i] = was;
        s[i].name[0] = '?';
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        s[i] = was;
    }
    ((att_file_head *)(void *)b.p)->section_count = 1u << 30;
    seal(b);
    assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
    free(b.p);
}

static void test_model__bad_matrices(void **state)
{
    (void)state;
    bytes b = load();
    uint32_t n = ((att_file_head *)(void *)b.p)->section_count;
    const att_file_section *s = (const att_file_section *)(void *)(b.p + sizeof(att_file_head));
    for (uint32_t i = 0; i < n; i++) {
        if (strncmp(s[i].name, "tag.", 4) != 0 && strncmp(s[i].name, "tree.", 5) != 0) continue;
        if (strstr(s[i].name, "layers")) continue;
        att_file_matrix *m = (att_file_matrix *)(void *)(b.p + s[i].offset), was = *m;
        m->rows += 2;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        *m = was;
        m->scale = HUGE_VALF;
        seal(b);
        assert_int_equal(open_bytes(b.p, b.n, NULL), ATT_E_MODEL);
        *m = was;
    }
    free(b.p);
}

static uint64_t next(uint64_t *s) { return (*s = *s * 6364136223846793005u + 1442695040888963407u) >> 20; }

/* A file made with malice has the right checksum. It is refused, or it annotates nonsense, within bounds. */
static void test_model__sealed_damage(void **state)
{
    (void)state;
    bytes b = load();
    uint64_t seed = 1;
    uint32_t n = ((att_file_head *)(void *)b.p)->section_count;
    const att_file_section *s = (const att_file_section *)(void *)(b.p + sizeof(att_file_head));
    char path[] = "/tmp/att_test_model_XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, b.p, b.n), b.n);
    for (int round = 0; round < 150; round++) {
        const att_file_section *at = &s[next(&seed) % n];
        size_t from = at->offset + next(&seed) % at->bytes, len = 1 + next(&seed) % 400;
        if (round % 3 == 0) from = at->offset;
        if (from + len > b.n) len = b.n - from;
        unsigned char was[400];
        memcpy(was, b.p + from, len);
        for (size_t i = 0; i < len; i++) b.p[from + i] = round & 1 ? 0x7F : (unsigned char)next(&seed);
        seal(b);
        assert_int_equal(pwrite(fd, b.p, sizeof(att_file_head), 0), sizeof(att_file_head));
        assert_int_equal(pwrite(fd, b.p + from, len, (off_t)from), len);
        att_model *m;
        if (!att_failed(att_model_open(&m, path))) {
            fixture f;
            fixture_open(&f);
            fixture_text(&f, "Troops , he said , left Kyiv on 3 May 2022 !\nWhy ?\n");
            att_tag(m, &f.doc);
            att_parse_trees(m, &f.doc);
            att_buf out = {0};
            att_conllu_write(m, &f.doc, NULL, &out);
            att_buf_release(&out);
            fixture_close(&f);
            att_model_close(m);
        }
        memcpy(b.p + from, was, len);
        assert_int_equal(pwrite(fd, was, len, (off_t)from), len);
    }
    close(fd);
    unlink(path);
    free(b.p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_model__opens),        cmocka_unit_test(test_model__no_file),
        cmocka_unit_test(test_model__foreign),      cmocka_unit_test(test_model__cut),
        cmocka_unit_test(test_model__one_bit_flipped), cmocka_unit_test(test_model__versions),
        cmocka_unit_test(test_model__bad_sections), cmocka_unit_test(test_model__bad_matrices),
        cmocka_unit_test(test_model__sealed_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
