/* test_damage.c: articles whose quotation marks a rewriting program has dropped, doubled or moved keep at least 85 % of their
 * statements (same cue, content with a word overlap of at least half). Needs the language model; skipped without it. */
#include "support/cm.h"

#include <stdio.h>

#include "actor/actor.h"
#include "nlp/nlp.h"
#include "place/place.h"
#include "statement/statement.h"
#include "support/words.h"
#include "text/text.h"
#include "time/time.h"

static const char ARTICLE[] =
    "\"We are ready to talk, but we will not be threatened,\" Foreign Minister Anna Berg said on Monday. \"The door is open.\"\n\n"
    "Her spokesman said the government had received \"no serious proposal\" from the other side.\n\n"
    "\"This is a dangerous game,\" President Ivan Petrov told reporters in Sofia, \"and nobody will win it.\"\n\n"
    "The minister accused him of \"playing with fire\" and warned that sanctions would follow.\n\n"
    "Petrov answered: \"We do not fear your sanctions. We have lived with them for years.\"\n\n"
    "\"I have seen the documents,\" a senior official said. \"They prove nothing.\"\n\n"
    "The opposition leader, Maria Novak, said that the talks had \"failed before they began\".\n\n"
    "\"Both sides must show restraint,\" the United Nations said in a statement.\n\n"
    "\"Our soldiers will stay where they are,\" the general added. \"That will not change.\"\n\n"
    "Novak called the plan \"a gift to the generals\" and demanded new elections.\n";

typedef struct {
    att_arena arena;
    att_model *model;
    att_gazetteer *gazetteer;
    att_kb *kb;
    att_cues *cues;
} reader;

static void code(const reader *r, att_test_doc *d, att_slice text)
{
    test_doc_init(d, text);
    att_article a = {.text = text, .meta = {.published = ATT_NO_DAY}};
    att_paras_find(&d->doc, &a, ATT_NO_DAY);
    att_tokenize(&d->doc);
    att_tag(r->model, &d->doc);
    att_parse_trees(r->model, &d->doc);
    att_names_find(NULL, NULL, &d->doc);
    att_clauses_find(r->model, &d->doc);
    att_timexes_find(&d->doc);
    att_places_find(r->gazetteer, &d->doc);
    att_actors_find(r->kb, &d->doc);
    att_statements_find(r->cues, &d->doc);
}

typedef enum { DROP, DOUBLE, MOVE } harm;

/* Every third mark, from the given one on, is harmed; a moved one changes places with the word behind it. */
static att_slice damage(char *out, harm how, int first)
{
    uint32_t n = 0;
    int marks = 0;
    for (const char *p = ARTICLE; *p; p++) {
        if (*p != '"' || marks++ % 3 != first) {
            out[n++] = *p;
            continue;
        }
        if (how == DOUBLE) out[n++] = '"', out[n++] = '"';
        if (how != MOVE) continue;
        while (p[1] == ' ' && p[2]) out[n++] = *++p;
        while (p[1] && p[1] != ' ' && p[1] != '\n' && p[1] != '"') out[n++] = *++p;
        out[n++] = '"';
    }
    return (att_slice){out, n};
}

/* Words of a that stand in b, twice, over the words of both. */
static double overlap(att_slice a, att_slice b)
{
    uint32_t words = 0, same = 0;
    att_slice rest = a, w;
    while (att_split(&rest, ' ', &w)) {
        words++;
        same += att_find(b, w, 0) < b.len;
    }
    rest = b;
    while (att_split(&rest, ' ', &w)) words++;
    return 2.0 * same / words;
}

static bool survives(const att_doc *doc, const att_statement *s, const att_doc *damaged)
{
    for (uint32_t i = 1; i < damaged->statements.n; i++) {
        const att_statement *x = &damaged->statements.at[i];
        if (att_eq(att_cut(doc, s->cue), att_cut(damaged, x->cue)) && overlap(att_cut(doc, s->content), att_cut(damaged, x->content)) >= 0.5) return true;
    }
    return false;
}

static void test_damage__most_statements_survive(void **state)
{
    const reader *r = *state;
    if (!r->model) skip();
    static char text[2 * sizeof ARTICLE];
    att_test_doc clean, bad;
    code(r, &clean, (att_slice){ARTICLE, sizeof ARTICLE - 1});
    assert_true(clean.doc.statements.n > 12);
    uint32_t all = 0, kept = 0, repaired = 0;
    for (int how = DROP; how <= MOVE; how++)
        for (int first = 0; first < 3; first++) {
            code(r, &bad, damage(text, (harm)how, first));
            for (uint32_t i = 1; i < clean.doc.statements.n; i++, all++) kept += survives(&clean.doc, &clean.doc.statements.at[i], &bad.doc);
            for (uint32_t i = 1; i < bad.doc.statements.n; i++) repaired += bad.doc.statements.at[i].repaired;
            test_doc_release(&bad);
        }
    test_doc_release(&clean);
    print_message("# %u of %u statements survive, %u repaired\n", kept, all, repaired);
    assert_true(kept * 100 >= all * 85);
    assert_true(repaired > 0);
}

int main(void)
{
    static reader r;
    const char *path = getenv("ATTACHE_MODEL");
    att_arena_init(&r.arena, (size_t)1 << 30);
    r.gazetteer = att_gazetteer_open(&r.arena);
    r.kb = att_kb_open(&r.arena);
    r.cues = att_cues_open(&r.arena);
    if (att_failed(att_model_open(&r.model, path ? path : ATT_SOURCE_DIR "/models/english.attm"))) r.model = NULL;
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(test_damage__most_statements_survive, &r)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    if (r.model) att_model_close(r.model);
    att_arena_release(&r.arena);
    return failed;
}
