/* Text files of data/ -> the knowledge of the stages. The first byte chooses which file the rest stands for; the others are empty.
 * The linker puts __wrap_att_data in the place of att_data (--wrap). */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "actor/check.h"
#include "actor/similar.h"
#include "base/data.h"
#include "base/lexicon.h"
#include "event/frames.h"
#include "statement/cues.h"

static const char *const FILES[] = {
    "actors/countries.txt", "actors/organs.txt", "actors/orgs.txt", "actors/persons.txt", "actors/roles.txt",
    "events/ontology.txt", "events/cameo.txt", "events/contexts.txt", "events/classes.txt", "events/frames-verbs.txt",
    "events/frames-nouns.txt", "events/embed.txt", "statement/cues.txt", "actors/bodies.txt", "actors/nouns.txt", "actors/given-names.txt", "actors/family-names.txt", "actors/spellings.txt",
    "user.txt", /* a user's own, of the program's or of PETRARCH's form */
};
enum { FILE_COUNT = sizeof FILES / sizeof *FILES };

static const char *given_name;
static att_slice given;

att_slice __wrap_att_data(const char *name);
att_slice __wrap_att_data(const char *name) { return strcmp(name, given_name) == 0 ? given : (att_slice){0}; }

typedef struct {
    att_arena keep, scratch;
} job;

static bool fault(void *ctx, uint32_t line, const char *what, const char *cure)
{
    (void)ctx;
    FUZZ_CHECK(what && *what && cure && *cure && line <= given.len + 1);
    return true;
}

static void open_users(job *j)
{
    att_kb *kb = att_kb_open(&j->keep);
    att_found found[ATT_FOUND_MAX];
    (void)att_lexicon_check(kb, &j->scratch, "user.txt", given, fault, NULL);
    (void)att_kb_add(kb, &j->keep, "user.txt", given);
    uint32_t n = att_kb_lookup(kb, att_sub(given, 0, given.len < 40 ? given.len : 40), 10000, found);
    for (uint32_t i = 0; i < n; i++) FUZZ_CHECK(found[i].entry > 0 && found[i].entry < kb->entries.n);
}

static void open_all(void *ctx)
{
    job *j = ctx;
    if (strcmp(given_name, "user.txt") == 0) {
        open_users(j);
        return;
    }
    if (strncmp(given_name, "actors/", 7) == 0) {
        const att_kb *kb = att_kb_open(&j->keep);
        for (uint32_t i = 1; i < kb->entries.n; i++) FUZZ_CHECK(kb->entries.at[i].next < kb->entries.n);
    } else if (strncmp(given_name, "events/", 7) == 0) {
        const att_frames *f = att_frames_open(&j->keep);
        for (uint32_t i = 1; i < f->frames.n; i++) {
            const att_frame *fr = &f->frames.at[i];
            FUZZ_CHECK(fr->next < f->frames.n && fr->type < ATT_EVENT_TYPE_COUNT);
            FUZZ_CHECK(fr->cond_count <= ATT_MAX_CONDS && fr->actor_count <= ATT_MAX_SLOTS && fr->recipient_count <= ATT_MAX_SLOTS);
            FUZZ_CHECK(fr->particle_count <= ATT_MAX_PARTICLES);
        }
    } else {
        const att_cues *cues = att_cues_open(&j->keep);
        const att_cue *cue = att_cue_of(cues, ATT_LIT("say"), 'v');
        FUZZ_CHECK(!cue || cue->commitment < ATT_COMMIT_COUNT);
    }
}

/* The reader alone, with any number of fields. */
static void walk(att_slice text, uint32_t want)
{
    att_lex lex;
    att_lex_open(&lex, "fuzz", text, want);
    while (att_lex_next(&lex))
        for (uint32_t i = 0; i < want; i++) {
            att_slice rest = lex.fields[i], alt;
            while (att_lex_alt(&rest, &alt)) FUZZ_CHECK(alt.ptr >= text.ptr && alt.ptr + alt.len <= text.ptr + text.len);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > 1 << 16) return 0;
    char *exact = fuzz_exact(data + 1, size - 1);
    given_name = FILES[data[0] % FILE_COUNT];
    given = (att_slice){exact, (uint32_t)size - 1};
    job j = {0};
    att_arena_init(&j.keep, (size_t)256 << 20);
    att_arena_init(&j.scratch, (size_t)256 << 20);
    FUZZ_CHECK(fuzz_try(&j.keep, &j.scratch, open_all, &j));
    for (uint32_t want = 1; want <= ATT_LEX_MAX_FIELDS; want += 5) walk(given, want);
    att_arena_release(&j.keep);
    att_arena_release(&j.scratch);
    free(exact);
    return 0;
}
