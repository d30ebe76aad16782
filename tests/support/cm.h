/* cm.h: cmocka and what must be included before it. */
#ifndef ATT_TESTS_SUPPORT_CM_H
#define ATT_TESTS_SUPPORT_CM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEST(name) cmocka_unit_test(name)

#endif
