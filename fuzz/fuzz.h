/* fuzz.h: what the fuzz targets share: an exact copy of the input, a recovery point, and the properties that must hold for every document.
 *
 * A target is one file fuzz_NAME.c with LLVMFuzzerTestOneInput and no state between inputs (the engine, which is const, excepted).
 * It is linked with libFuzzer (-DATT_FUZZ=ON, clang) and with replay.c, which ./check runs over tests/fuzz-corpus/NAME.
 */
#ifndef ATT_FUZZ_FUZZ_H
#define ATT_FUZZ_FUZZ_H

#include "base/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_CHECK(x) ((x) ? (void)0 : fuzz_fail(#x, __FILE__, __LINE__))
_Noreturn void fuzz_fail(const char *what, const char *file, int line);

/* A copy of exactly that size, so that the sanitizer sees one byte too far. free() it. */
char *fuzz_exact(const uint8_t *data, size_t size);

/* Runs work(ctx) with the recovery point of both arenas set; false when memory was used up. */
bool fuzz_try(att_arena *keep, att_arena *scratch, void (*work)(void *ctx), void *ctx);

/* A temporary file with these bytes; the same path every time. */
const char *fuzz_file(const uint8_t *data, size_t size);

/* Tokens are in order, lie in the text and in their sentence, and nothing but white space and marks is left out between them. */
void fuzz_check_tokens(const att_doc *doc);
/* Every sentence has a tree with one root. */
void fuzz_check_trees(const att_doc *doc);
/* Every span of every record lies in the text, every id in its column. */
void fuzz_check_records(const att_doc *doc);

#endif
