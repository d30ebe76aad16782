/* limits.h: every bound on what comes from outside, in one place. Tested at the limit, one above, and far beyond. */
#ifndef ATT_BASE_LIMITS_H
#define ATT_BASE_LIMITS_H

enum {
    ATT_MAX_DOC_BYTES = 16 << 20,      /* text of one article */
    ATT_MAX_RECORD_BYTES = 64 << 20,   /* one line of JSON Lines or CSV */
    ATT_MAX_SENTENCE_TOKENS = 400,     /* longer sentences are cut */
    ATT_CUT_SENTENCE_TOKENS = 120,     /* into pieces of at most so many, at a comma or at the limit */
    ATT_MAX_TOKEN_BYTES = 2000,        /* longer tokens are cut for look-up, not in their span */
    ATT_MAX_DEPTH = 100,               /* nesting of JSON; HTML is read without a tree */
    ATT_MAX_PATH_DEPTH = 64            /* folders in folders */
};

/* Memory of one worker: what a 16 MB article needs at most, tables and trees included. */
#define ATT_WORKER_BYTES ((size_t)3 << 30)

#endif
