/* attache.h: the library. Articles in, documents and records out.
 *
 *   att_engine *engine;
 *   att_coder *coder;
 *   const att_doc *doc;
 *   if (att_failed(att_open(&engine, NULL))) ...           once: model and lexicons
 *   if (att_failed(att_coder_new(&coder, engine))) ...      one for each thread
 *   att_request ask = att_request_of("a.txt", text, length);
 *   if (!att_failed(att_code_text(coder, &ask, &doc)))
 *       att_records(coder, doc, "event,statement", print, NULL);
 *   att_coder_free(coder);
 *   att_close(engine);
 *
 * Threads: an engine is never written after att_open, so that any number of threads may share it. A coder belongs to one
 * thread at a time. There is no other state: no globals, no locks, no clock, no network, nothing is printed.
 *
 * Errors are values (types.h): a code, the stage it comes from, an offset where that makes sense, and a message that needs
 * no freeing. Text that reads badly is no error; what is not found is left out or unknown.
 *
 * Versions: 0.x may change between minor versions. Compare att_version_number() with ATT_VERSION_NUMBER to see that header
 * and library belong together; the columns of att_doc are part of that promise.
 */
#ifndef ATTACHE_ATTACHE_H
#define ATTACHE_ATTACHE_H

#include "attache/doc.h"
#include "attache/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* major * 10000 + minor * 100 + patch */
#define ATT_VERSION_NUMBER 100

/* The version that the library was built as; any thread. */
ATT_API uint32_t att_version_number(void);
/* "0.1.0"; static. */
ATT_API const char *att_version_text(void);

/* ---- the engine: everything that is known before the first article ---- */

typedef struct att_engine att_engine;

/* Maps the model and reads the lexicons. model_path NULL: $ATTACHE_MODEL, else english.attm beside the program or where it
 * was installed. *out belongs to the caller until att_close, and is NULL after a failure: ATT_E_IO (no model there),
 * ATT_E_MODEL (damaged, or made for another version), ATT_E_NOMEM. Any thread. */
ATT_API att_err att_open(att_engine **out, const char *model_path);
/* All its coders must have been freed. NULL is fine. */
ATT_API void att_close(att_engine *engine);

/* ---- a coder: the memory of one thread, and how it codes ---- */

typedef struct att_coder att_coder;

/* *out belongs to the caller until att_coder_free; it keeps the engine's address, so the engine must outlive it. */
ATT_API att_err att_coder_new(att_coder **out, const att_engine *engine);
ATT_API void att_coder_free(att_coder *coder);

/* What can be switched off; all are on in a new coder. */
typedef enum {
    ATT_OPTION_FUTURE_RULES, /* the PLOVER manual's rules for what is to come: a planned meeting is AGREE, a planned retreat CONCEDE, an
                                announced attack THREATEN; off: they keep the type of the act, with status planned or conditional */
    ATT_OPTION_LEARNED,      /* the learned part of event typing, where its model is there; off: lexicon and rules decide alone */
    ATT_OPTION_COUNT
} att_option;
/* For the texts that this coder is given from now on. What is none of these options is left alone. */
ATT_API void att_coder_option(att_coder *coder, att_option option, bool on);

/* An article as the caller has it. Everything is borrowed until the next call with the same coder. */
typedef struct {
    att_slice id;          /* name in every record; the ids of records are made of it */
    att_slice text;        /* UTF-8, at most 16 MB; spans count its bytes */
    att_slice title, outlet, url; /* empty when not known */
    att_day published;     /* ATT_NO_DAY: from the text if it says so */
} att_request;

/* A request with just a name and a text. id is NUL-ended. */
ATT_API att_request att_request_of(const char *id, const char *text, uint32_t length);

/* All stages. *doc is read-only and belongs to the coder: it holds until the next call of att_code_text or att_parse_text
 * with this coder, or att_coder_free. ATT_E_USAGE (no id, or text that is not UTF-8; offset says where), ATT_E_TOO_LARGE,
 * ATT_E_EMPTY, ATT_E_NOMEM; then *doc is NULL and the coder can go on with another text. */
ATT_API att_err att_code_text(att_coder *coder, const att_request *request, const att_doc **doc);
/* The language layer alone: sentences, tokens, tags, trees, names, clauses and their factuality; the other columns are empty.
 * Otherwise as above. Example: examples/parse.c. */
ATT_API att_err att_parse_text(att_coder *coder, const att_request *request, const att_doc **doc);

/* The same for a text alone, when nobody needs an id. Errors as above. */
ATT_API att_err att_parse(att_coder *coder, const char *text, uint32_t length, const att_doc **doc);

/* What the numbers of a token stand for: "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", "nsubj". The strings belong to the engine. */
typedef struct {
    const char *upos, *xpos, *feats, *deprel;
} att_labels;
/* tok: of a document made with this engine. Any thread. */
ATT_API att_labels att_labels_of(const att_engine *engine, const att_tok *tok);
/* How far the text says that a predicate happened, from -3 (certainly not) to 3 (certainly so); false when tok is no predicate, or doc
 * was not made by att_parse or att_parse_text. Any thread. */
ATT_API bool att_factuality(const att_doc *doc, uint32_t tok, float *value);

/* ---- records ---- */

/* One record: a JSON object without line end. line is borrowed for the time of the call. False stops. */
typedef bool (*att_record_fn)(void *ctx, att_slice line);

/* Calls each(ctx, line) for the records of the named types ("document,event"; NULL = those that `attache code` prints), in
 * the order of the record contract. ATT_E_USAGE for an unknown type. doc is the one that this coder made last. */
ATT_API att_err att_records(att_coder *coder, const att_doc *doc, const char *types, att_record_fn each, void *ctx);

#ifdef __cplusplus
}
#endif

#endif
