#include "event/frames_load.h"

static const struct {
    const char *name;
    uint8_t kind;
} SLOTS[] = {{"subj", ATT_SLOT_SUBJ},   {"obj", ATT_SLOT_OBJ},     {"iobj", ATT_SLOT_IOBJ}, {"poss", ATT_SLOT_POSS},
             {"mod", ATT_SLOT_MOD},     {"xcomp", ATT_SLOT_XCOMP}, {"ccomp", ATT_SLOT_CCOMP}, {"that", ATT_SLOT_CCOMP},
             {"comp", ATT_SLOT_COMP},   {"between", ATT_SLOT_BETWEEN}, {"0", ATT_SLOT_ZERO}};

/* Any word that names no other slot is a preposition. */
static att_slot slot_of(att_slice name)
{
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS; i++)
        if (att_is(name, SLOTS[i].name)) return (att_slot){.kind = SLOTS[i].kind};
    return (att_slot){.kind = ATT_SLOT_PREP, .prep = name};
}

static bool next_word(att_slice *rest, att_slice *word)
{
    while (att_split(rest, ' ', word))
        if (word->len) return true;
    return false;
}

static void read_words(att_frame_loader *l, att_cond *c, att_slice list)
{
    c->kind = ATT_COND_WORDS;
    att_slice rest = list, w;
    while (att_split(&rest, ',', &w)) {
        if (w.len == 0) continue;
        if (att_is(w, "ACTOR")) {
            c->kind = ATT_COND_ACTOR;
            return;
        }
        if (att_is(w, "NOTHING")) {
            c->or_nothing = true;
            continue;
        }
        if (att_is(w, "SOMEBODY")) {
            c->kind = ATT_COND_SOMEBODY;
            continue;
        }
        if (att_is(w, "ACTORS")) {
            c->kind = ATT_COND_ACTORS;
            return;
        }
        if (att_is(w, "ANY")) {
            c->kind = ATT_COND_ANY;
            return;
        }
        if (w.ptr[0] != '@') {
            *att_map_put(&c->words, l->a, w, NULL) = 1;
            continue;
        }
        const uint32_t *at = att_map_get(&l->f->classes, att_sub(w, 1, w.len));
        if (!at) {
            l->f->faults++;
            att_lex_fault(l->lex, "unknown class in a pattern");
            continue;
        }
        if (c->class_count < ATT_MAX_CLASSES) c->classes[c->class_count++] = *at;
    }
}

/* Copy of the n first, or NULL when there are none. */
static const void *keep(att_arena *a, const void *from, uint32_t n, size_t size)
{
    return n ? memcpy(att_take(a, n, size), from, n * size) : NULL;
}

/* The part of a pattern behind its head: particles and conditions. */
static bool read_conditions(att_frame_loader *l, att_frame *fr, att_slice rest)
{
    att_slice w;
    att_cond conds[ATT_MAX_CONDS] = {0};
    while (next_word(&rest, &w)) {
        uint32_t eq = att_find(w, ATT_LIT("="), 0);
        if (eq == w.len) {
            bool clause = att_is(w, "xcomp") || att_is(w, "ccomp") || att_is(w, "that") || att_is(w, "obj");
            if (!clause) {
                if (fr->particle_count == ATT_MAX_PARTICLES) return false;
                fr->particles[fr->particle_count++] = w;
                continue;
            }
        }
        if (fr->cond_count == ATT_MAX_CONDS) return false;
        att_cond *c = &conds[fr->cond_count++];
        c->slot = slot_of(att_sub(w, 0, eq));
        c->kind = ATT_COND_ANY;
        if (eq < w.len) read_words(l, c, att_sub(w, eq + 1, w.len));
    }
    fr->conds = keep(l->a, conds, fr->cond_count, sizeof *conds);
    return true;
}

/* "subj+with,of" -> slots */
static const att_slot *read_slots(att_arena *a, att_slice list, uint32_t *count)
{
    att_slot out[ATT_MAX_SLOTS];
    uint32_t n = 0;
    att_slice rest = list, alt;
    while (att_split(&rest, ',', &alt)) {
        att_slice part, inner = att_trim(alt);
        bool joined = false;
        while (att_split(&inner, '+', &part)) {
            part = att_trim(part);
            if (part.len == 0 || n == ATT_MAX_SLOTS) continue;
            out[n] = slot_of(part);
            out[n++].joined = joined;
            joined = true;
        }
    }
    *count = n;
    return keep(a, out, n, sizeof *out);
}

static void read_roles(att_arena *a, att_frame *fr, att_slice roles)
{
    static const char VERB[] = "subj > obj", NOUN[] = "poss,by,mod,of > against,on,of";
    const char *fallback = fr->pos == 'n' ? NOUN : VERB;
    uint32_t gt = att_find(roles, ATT_LIT(">"), 0);
    att_slice left = att_trim(att_sub(roles, 0, gt));
    att_slice right = gt < roles.len ? att_trim(att_sub(roles, gt + 1, roles.len)) : (att_slice){0};
    att_slice def = att_slice_of(fallback);
    uint32_t def_gt = att_find(def, ATT_LIT(">"), 0);
    if (left.len == 0 || att_is(left, "-")) left = att_trim(att_sub(def, 0, def_gt));
    if (right.len == 0 || att_is(right, "-")) right = roles.len == 0 ? att_trim(att_sub(def, def_gt + 1, def.len)) : ATT_LIT("0");
    fr->actor = read_slots(a, left, &fr->actor_count);
    fr->recipient = read_slots(a, right, &fr->recipient_count);
}

static uint16_t read_flags(att_slice flags)
{
    static const struct {
        const char *name;
        uint16_t bit;
    } FLAGS[] = {{"sym", ATT_FR_SYM}, {"both", ATT_FR_BOTH}, {"actor", ATT_FR_ACTOR}, {"speech", ATT_FR_SPEECH}, {"bg", ATT_FR_BG}, {"body", ATT_FR_BODY}, {"pair", ATT_FR_PAIR}, {"labour", ATT_FR_LABOUR},
               {"refused", ATT_FR_REFUSED}, {"coming", ATT_FR_COMING}, {"said", ATT_FR_SAID}};
    uint16_t bits = 0;
    for (size_t i = 0; i < sizeof FLAGS / sizeof *FLAGS; i++)
        if (att_find(flags, att_slice_of(FLAGS[i].name), 0) < flags.len) bits |= FLAGS[i].bit;
    return bits;
}

/* Frames of one head form a list, the most specific first: more conditions before fewer, plain words before a class, a class
 * before "an actor", that before "anything"; those that ask for a negation before all. The first that fits wins. */
static uint32_t weight_of(const att_frame *fr)
{
    if (fr->flags & ATT_FR_PAIR) return 0; /* behind all that tell of an event */
    uint32_t w = 16 * fr->particle_count + (fr->flags & ATT_FR_LABOUR ? 1 : 0) + (fr->flags & ATT_FR_REFUSED ? 64 : 0);
    for (uint32_t i = 0; i < fr->cond_count; i++) {
        const att_cond *c = &fr->conds[i];
        w += 12 + (c->kind == ATT_COND_WORDS ? (c->words.n && !c->class_count ? 3 : 2) : c->kind == ATT_COND_ACTOR || c->kind == ATT_COND_ACTORS ? 1 : 0);
    }
    return w;
}

static void link_frame(att_frame_loader *l, att_slice key, att_frame fr)
{
    att_frames *f = l->f;
    uint32_t *first = att_map_put(&f->heads, l->a, key, NULL);
    uint32_t weight = weight_of(&fr), prev = 0, at = *first;
    while (at && weight_of(&f->frames.at[at]) >= weight) prev = at, at = f->frames.at[at].next;
    fr.next = at;
    uint32_t id = f->frames.n;
    *att_push(l->a, &f->frames) = fr;
    if (prev)
        f->frames.at[prev].next = id;
    else
        *first = id;
}

/* "lemma/v" */
static att_slice key_of(att_arena *a, att_slice lemma, char pos)
{
    char *p = att_new(a, char, lemma.len + 2);
    memcpy(p, lemma.ptr, lemma.len);
    p[lemma.len] = '/';
    p[lemma.len + 1] = pos;
    return (att_slice){p, lemma.len + 2};
}

static void link_all(att_frame_loader *l, const att_map *words, att_frame fr)
{
    for (uint32_t i = 0; i < words->cap; i++)
        if (words->slots[i].hash) link_frame(l, key_of(l->a, words->slots[i].key, fr.pos), fr);
}

bool att_frame_read(att_frame_loader *l, const att_slice *field)
{
    att_frame fr = {.pattern = field[0], .mode = field[2], .cameo = field[3], .example = field[6]};
    att_slice rest = field[0], head;
    if (!next_word(&rest, &head)) return false;
    uint32_t slash = att_find(head, ATT_LIT("/"), 0);
    if (slash + 2 != head.len) return false;
    fr.pos = head.ptr[slash + 1];
    if (fr.pos != 'v' && fr.pos != 'n' && fr.pos != 'a') return false;
    fr.type = (uint8_t)att_event_type_of(field[1]);
    if (fr.type == ATT_EV_NONE && !att_is(field[1], "NONE")) return false;
    if (!read_conditions(l, &fr, rest)) return false;
    fr.flags = read_flags(field[5]);
    read_roles(l->a, &fr, field[4]);
    att_slice lemmas = att_sub(head, 0, slash), lemma;
    while (att_split(&lemmas, ',', &lemma)) {
        const uint32_t *class = lemma.len && lemma.ptr[0] == '@' ? att_map_get(&l->f->classes, att_sub(lemma, 1, lemma.len)) : NULL;
        if (lemma.len && lemma.ptr[0] == '@' && !class) return false;
        if (class) link_all(l, &l->f->class_words.at[*class], fr);
        else if (lemma.len) link_frame(l, key_of(l->a, lemma, fr.pos), fr);
    }
    return true;
}

bool att_class_has(const att_frames *f, const char *name, att_slice lemma)
{
    const uint32_t *at = att_map_get(&f->classes, att_slice_of(name));
    return at && att_map_get(&f->class_words.at[*at], lemma) != NULL;
}

bool att_cond_has(const att_frames *f, const att_cond *c, att_slice lemma)
{
    if (att_map_get(&c->words, lemma)) return true;
    for (uint32_t i = 0; i < c->class_count; i++)
        if (att_map_get(&f->class_words.at[c->classes[i]], lemma)) return true;
    return false;
}

static uint32_t keyed(const att_map *m, att_slice lemma, char pos)
{
    char key[80];
    if (lemma.len == 0 || lemma.len + 2 > sizeof key) return 0;
    memcpy(key, lemma.ptr, lemma.len);
    key[lemma.len] = '/';
    key[lemma.len + 1] = pos;
    const uint32_t *at = att_map_get(m, (att_slice){key, lemma.len + 2});
    return at ? *at : 0;
}

uint32_t att_frame_first(const att_frames *f, att_slice lemma, char pos) { return keyed(&f->heads, lemma, pos); }

att_embed att_embed_of(const att_frames *f, att_slice lemma, char pos) { return att_embed_find(&f->embed, lemma, pos); }

const char *att_context_name(const att_frames *frames, uint32_t i)
{
    return i < frames->ontology.context_count ? frames->ontology.context_name[i] : NULL;
}
