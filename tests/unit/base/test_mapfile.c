#include "support/cm.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mapfile.h"

static char folder[] = "/tmp/att-mapfile-XXXXXX";

static const char *write_file(const char *name, size_t n)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    for (size_t i = 0; i < n; i++) fputc((int)(i & 255), f);
    fclose(f);
    return path;
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static void test_mapfile__maps(void **state)
{
    (void)state;
    const char *path = write_file("some", 5000);
    att_mapped m;
    assert_false(att_failed(att_map_file(&m, path, 0)));
    assert_int_equal(m.len, 5000);
    for (size_t i = 0; i < m.len; i++) assert_int_equal(m.ptr[i], i & 255);
    att_unmap_file(&m);
    assert_null(m.ptr);
    att_unmap_file(&m);
    unlink(path);
}

static void test_mapfile__limit(void **state)
{
    (void)state;
    const char *path = write_file("limit", 100);
    att_mapped m;
    assert_false(att_failed(att_map_file(&m, path, 100)));
    att_unmap_file(&m);
    assert_int_equal(att_map_file(&m, path, 99).code, ATT_E_TOO_LARGE);
    assert_null(m.ptr);
    unlink(path);
}

static void test_mapfile__empty(void **state)
{
    (void)state;
    const char *path = write_file("empty", 0);
    att_mapped m;
    assert_false(att_failed(att_map_file(&m, path, 10)));
    assert_null(m.ptr);
    assert_int_equal(m.len, 0);
    att_unmap_file(&m);
    unlink(path);
}

static void test_mapfile__what_is_no_file(void **state)
{
    (void)state;
    att_mapped m;
    att_err e = att_map_file(&m, "/tmp/att-there-is-no-such-file", 0);
    assert_int_equal(e.code, ATT_E_IO);
    assert_int_equal(e.sys, ENOENT);
    assert_non_null(e.msg);
    assert_int_equal(att_map_file(&m, folder, 0).code, ATT_E_IO);
    assert_int_equal(att_map_file(&m, "/dev/null", 0).code, ATT_E_IO);
    assert_int_equal(att_map_file(&m, "", 0).code, ATT_E_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_mapfile__maps),
        TEST(test_mapfile__limit),
        TEST(test_mapfile__empty),
        TEST(test_mapfile__what_is_no_file),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
