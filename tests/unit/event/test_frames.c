/* test_frames.c: the lexicon of frames as the loader makes it. */
#include "support/cm.h"

#include <stdio.h>
#include <string.h>

#include "event/frames.h"

typedef struct {
    att_arena arena;
    att_frames *frames;
} fixture;

static int open_frames(void **state)
{
    static fixture f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.frames = att_frames_open(&f.arena);
    *state = &f;
    return 0;
}

static int close_frames(void **state)
{
    att_arena_release(&((fixture *)*state)->arena);
    return 0;
}

static const att_frames *frames_of(void **state) { return ((fixture *)*state)->frames; }

static void test_frames__no_faults(void **state)
{
    const att_frames *f = frames_of(state);
    assert_int_equal(f->faults, 0);
    assert_true(f->frames.n > 5000);
}

static const att_frame *by_pattern(const att_frames *f, const char *pattern)
{
    for (uint32_t i = 1; i < f->frames.n; i++)
        if (att_is(f->frames.at[i].pattern, pattern)) return &f->frames.at[i];
    fail_msg("no frame %s", pattern);
    return NULL;
}

/* Weight of a pattern as the header of data/README.md has it: the more conditions and particles, the earlier. */
static uint32_t demands(const att_frame *fr) { return fr->particle_count + fr->cond_count; }

static uint32_t position(const att_frames *f, const char *lemma, char pos, const char *pattern)
{
    uint32_t n = 1;
    for (uint32_t i = att_frame_first(f, att_slice_of(lemma), pos); i; i = f->frames.at[i].next, n++)
        if (att_is(f->frames.at[i].pattern, pattern)) return n;
    fail_msg("no frame %s", pattern);
    return 0;
}

static void test_frames__specific_first(void **state)
{
    const att_frames *f = frames_of(state);
    assert_true(position(f, "impose", 'v', "impose/v on=ANY obj=@sanction") < position(f, "impose", 'v', "impose/v obj=@sanction"));
    assert_true(position(f, "accuse", 'v', "accuse/v of=@crime_war") < position(f, "accuse", 'v', "accuse/v"));
    assert_true(position(f, "agree", 'v', "agree/v xcomp=release") < position(f, "agree", 'v', "agree/v xcomp=@do_yield"));
    assert_true(position(f, "agree", 'v', "agree/v xcomp=@do_yield") < position(f, "agree", 'v', "agree/v xcomp=ANY"));
}

/* A head's frame without conditions always fires: nothing may stand behind it but its like, and the ties of given pairs. */
static void test_frames__bare_last(void **state)
{
    const att_frames *f = frames_of(state);
    for (uint32_t i = 1; i < f->frames.n; i++) {
        const att_frame *fr = &f->frames.at[i];
        if (demands(fr) == 0 && fr->next && demands(&f->frames.at[fr->next]) != 0 && !(f->frames.at[fr->next].flags & ATT_FR_PAIR))
            fail_msg("%.*s hides what stands behind it", (int)fr->pattern.len, fr->pattern.ptr);
    }
}

static void see(const att_frames *f, att_slice lemma, char pos, bool *seen)
{
    for (uint32_t k = att_frame_first(f, lemma, pos), guard = 0; k && guard < f->frames.n; k = f->frames.at[k].next, guard++) seen[k] = true;
}

/* Every frame is reached from the head that its pattern names. */
static void test_frames__every_frame_is_linked(void **state)
{
    const att_frames *f = frames_of(state);
    bool *seen = att_new(&((fixture *)*state)->arena, bool, f->frames.n);
    for (uint32_t i = 1; i < f->frames.n; i++) {
        att_slice p = f->frames.at[i].pattern, lemma;
        att_slice heads = att_sub(p, 0, att_find(p, ATT_LIT("/"), 0));
        while (att_split(&heads, ',', &lemma)) {
            const uint32_t *at = att_map_get(&f->classes, att_sub(lemma, 1, lemma.len));
            const att_map *words = at && lemma.ptr[0] == '@' ? &f->class_words.at[*at] : NULL;
            if (!words) see(f, lemma, f->frames.at[i].pos, seen);
            for (uint32_t w = 0; words && w < words->cap; w++)
                if (words->slots[w].hash) see(f, words->slots[w].key, f->frames.at[i].pos, seen);
        }
    }
    for (uint32_t i = 1; i < f->frames.n; i++) assert_true(seen[i]);
}

static void test_frames__none_lines(void **state)
{
    const att_frames *f = frames_of(state);
    const att_frame *law = by_pattern(f, "sign/v obj=@law");
    assert_int_equal(law->type, ATT_EV_NONE);
    assert_true(position(f, "sign", 'v', "sign/v obj=@law") < position(f, "sign", 'v', "sign/v"));
    uint32_t none = 0;
    for (uint32_t i = 1; i < f->frames.n; i++) none += f->frames.at[i].type == ATT_EV_NONE;
    assert_true(none > 300);
}

static void test_frames__flags(void **state)
{
    const att_frames *f = frames_of(state);
    assert_int_equal(by_pattern(f, "sign/v")->flags, ATT_FR_SYM);
    assert_int_equal(by_pattern(f, "sign/v obj=contract")->flags, ATT_FR_SYM | ATT_FR_BOTH);
    assert_int_equal(by_pattern(f, "agree/v")->flags, ATT_FR_SPEECH);
    assert_int_equal(by_pattern(f, "extradite/v")->flags, ATT_FR_BOTH);
    assert_int_equal(by_pattern(f, "detain/v")->flags, 0);
}

static void check_slot(const att_slot *s, att_slot_kind kind, bool joined, const char *prep)
{
    assert_int_equal(s->kind, kind);
    assert_int_equal(s->joined, joined);
    assert_true(att_is(s->prep, prep));
}

static void test_frames__slots(void **state)
{
    const att_frames *f = frames_of(state);
    const att_frame *meet = by_pattern(f, "agree/v obj=@talks"); /* subj+with > to,obj,comp */
    assert_int_equal(meet->actor_count, 2);
    check_slot(&meet->actor[0], ATT_SLOT_SUBJ, false, "");
    check_slot(&meet->actor[1], ATT_SLOT_PREP, true, "with");
    assert_int_equal(meet->recipient_count, 3);
    check_slot(&meet->recipient[0], ATT_SLOT_PREP, false, "to");
    check_slot(&meet->recipient[1], ATT_SLOT_OBJ, false, "");
    check_slot(&meet->recipient[2], ATT_SLOT_COMP, false, "");
    const att_frame *sign = by_pattern(f, "sign/v"); /* subj+with > 0 */
    assert_int_equal(sign->recipient_count, 1);
    check_slot(&sign->recipient[0], ATT_SLOT_ZERO, false, "");
    const att_frame *mediate = by_pattern(f, "agree/v xcomp=@do_mediate"); /* subj > between,to,in,comp */
    check_slot(&mediate->recipient[0], ATT_SLOT_BETWEEN, false, "");
}

/* "-" as roles: a verb's subject and object, a noun's possessor and what it is against. */
static void test_frames__default_roles(void **state)
{
    const att_frames *f = frames_of(state);
    uint32_t verbs = 0, nouns = 0;
    for (uint32_t i = 1; i < f->frames.n; i++) {
        const att_frame *fr = &f->frames.at[i];
        assert_true(fr->actor_count > 0 && fr->recipient_count > 0);
        if (fr->type != ATT_EV_NONE) continue; /* NONE lines leave the roles out */
        if (fr->pos == 'n') {
            nouns++;
            check_slot(&fr->actor[0], ATT_SLOT_POSS, false, "");
            check_slot(&fr->recipient[0], ATT_SLOT_PREP, false, "against");
        } else {
            verbs++;
            check_slot(&fr->actor[0], ATT_SLOT_SUBJ, false, "");
            check_slot(&fr->recipient[0], ATT_SLOT_OBJ, false, "");
        }
    }
    assert_true(verbs > 0 && nouns > 0);
}

static void test_frames__conditions(void **state)
{
    const att_frames *f = frames_of(state);
    const att_frame *fr = by_pattern(f, "impose/v on=ANY obj=@sanction");
    assert_int_equal(fr->cond_count, 2);
    assert_int_equal(fr->conds[0].kind, ATT_COND_ANY);
    check_slot(&fr->conds[0].slot, ATT_SLOT_PREP, false, "on");
    assert_int_equal(fr->conds[1].kind, ATT_COND_WORDS);
    check_slot(&fr->conds[1].slot, ATT_SLOT_OBJ, false, "");
    assert_true(att_cond_has(f, &fr->conds[1], ATT_LIT("sanction")));
    assert_false(att_cond_has(f, &fr->conds[1], ATT_LIT("banana")));
    assert_false(att_cond_has(f, &fr->conds[1], (att_slice){0}));
    const att_frame *fire = by_pattern(f, "fire/v obj=ACTOR");
    assert_int_equal(fire->conds[0].kind, ATT_COND_ACTOR);
    const att_frame *off = by_pattern(f, "sign/v off");
    assert_int_equal(off->particle_count, 1);
    assert_true(att_is(off->particles[0], "off"));
    const att_frame *two = by_pattern(f, "sign/v up to=@agreement");
    assert_int_equal(two->particle_count, 1);
    assert_int_equal(two->cond_count, 1);
    const att_frame *over = by_pattern(f, "take/v over obj=@territory,government,power,city,capital,station"); /* "over" without "=" is a condition on a preposition, or a particle */
    assert_int_equal(demands(over), 2);
    assert_true(att_cond_has(f, &over->conds[over->cond_count - 1], ATT_LIT("station")));
}

/* "criticise,criticize/v": one frame for each spelling, with the same fields. */
static void test_frames__spellings(void **state)
{
    const att_frames *f = frames_of(state);
    uint32_t a = att_frame_first(f, ATT_LIT("apologise"), 'v'), b = att_frame_first(f, ATT_LIT("apologize"), 'v');
    assert_true(a && b && a != b);
    for (; a && b; a = f->frames.at[a].next, b = f->frames.at[b].next) assert_true(att_eq(f->frames.at[a].pattern, f->frames.at[b].pattern));
    assert_true(!a && !b);
}

static void test_frames__heads(void **state)
{
    const att_frames *f = frames_of(state);
    assert_int_equal(att_frame_first(f, ATT_LIT("xyzzy"), 'v'), 0);
    assert_int_equal(att_frame_first(f, ATT_LIT(""), 'v'), 0);
    char longest[200];
    memset(longest, 'q', sizeof longest);
    assert_int_equal(att_frame_first(f, (att_slice){longest, sizeof longest}, 'n'), 0);
    uint32_t verb = att_frame_first(f, ATT_LIT("attack"), 'v'), noun = att_frame_first(f, ATT_LIT("attack"), 'n');
    assert_true(verb && noun && verb != noun);
    assert_int_equal(f->frames.at[verb].pos, 'v');
    assert_int_equal(f->frames.at[noun].pos, 'n');
}

static void test_frames__embedding_words(void **state)
{
    const att_frames *f = frames_of(state);
    static const struct {
        const char *lemma;
        char pos;
        att_embed want;
    } T[] = {{"plan", 'v', ATT_EMB_PLANNED}, {"fail", 'v', ATT_EMB_NEGATED}, {"begin", 'v', ATT_EMB_BEGUN}, {"stop", 'v', ATT_EMB_ENDED}, {"deny", 'v', ATT_EMB_DENIED},
             {"urge", 'v', ATT_EMB_ASKED}, {"order", 'v', ATT_EMB_ORDERED}, {"unlikely", 'a', ATT_EMB_DOUBTED}, {"reportedly", 'd', ATT_EMB_ALLEGED},
             {"agree", 'v', ATT_EMB_PROMISED}, {"banana", 'n', ATT_EMB_NONE}, {"plan", 'x', ATT_EMB_NONE}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) assert_int_equal(att_embed_of(f, att_slice_of(T[i].lemma), T[i].pos), T[i].want);
    for (int e = 1; e < ATT_EMB_COUNT; e++) assert_true(strlen(att_embed_name((att_embed)e)) > 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_frames__no_faults), TEST(test_frames__specific_first), TEST(test_frames__bare_last), TEST(test_frames__every_frame_is_linked),
        TEST(test_frames__none_lines), TEST(test_frames__flags), TEST(test_frames__slots), TEST(test_frames__default_roles), TEST(test_frames__conditions),
        TEST(test_frames__spellings), TEST(test_frames__heads), TEST(test_frames__embedding_words),
    };
    return cmocka_run_group_tests(tests, open_frames, close_frames);
}
