#include "event/import_verbs.h"

typedef struct {
    att_arena *a;
    const att_ontology *o;
    att_buf *out;
    att_map sets;                   /* "CURRENCY" -> index + 1 into words */
    ATT_VEC(att_slice) words;       /* "dollar,euro", for one set */
    uint32_t open_set;              /* index + 1 of the set that "+WORD" lines go to, 0 = none */
    att_slice heads;                /* verbs of the block: "abandon,forsake" */
    att_slice code;                 /* of the block, empty = none */
    bool fresh;                     /* the next line of verbs opens the block */
    att_import_count n;
} importer;

static att_slice lower_word(att_arena *a, att_slice w)
{
    while (w.len && (w.ptr[w.len - 1] == '_' || w.ptr[w.len - 1] == ',')) w.len--;
    w = att_copy(a, w);
    char *p = (char *)(uintptr_t)w.ptr;
    for (uint32_t i = 0; i < w.len; i++)
        if (att_is_upper((unsigned char)p[i])) p[i] = (char)(p[i] + 32);
    return w;
}

/* The word of a phrase that a slot's head would be: the last ("AUSTRIAN FLORIN", "PEACE_TALKS"). */
static att_slice last_part(att_slice w)
{
    for (uint32_t i = w.len; i-- > 0;)
        if (w.ptr[i] == '_' || w.ptr[i] == ' ') return att_sub(w, i + 1, w.len);
    return w;
}

static bool plain(att_slice w)
{
    for (uint32_t i = 0; i < w.len; i++)
        if (!att_is_lower((unsigned char)w.ptr[i]) && w.ptr[i] != '-' && w.ptr[i] != ',' && w.ptr[i] != '\'') return false;
    return w.len > 0;
}

/* [081], [013:012]: the first code that CAMEO has, at the end of a line; *line loses it. */
static att_slice take_code(const importer *im, att_slice *line)
{
    uint32_t beg = att_find(*line, ATT_LIT("["), 0), end = att_find(*line, ATT_LIT("]"), beg);
    if (beg == line->len || end == line->len) return (att_slice){0};
    att_slice inner = att_sub(*line, beg + 1, end), part, rest = inner;
    *line = att_trim(att_sub(*line, 0, beg));
    while (att_split(&rest, ':', &part)) {
        part = att_trim(part);
        if (part.len >= 2 && att_map_get(&im->o->by_code, part)) return part;
    }
    return (att_slice){0};
}

static void add_to_set(importer *im, att_slice w)
{
    w = lower_word(im->a, last_part(att_trim(w)));
    if (!plain(w)) return;
    att_slice *set = &im->words.at[im->open_set - 1];
    *set = set->len ? att_format(im->a, "%.*s,%.*s", (int)set->len, set->ptr, (int)w.len, w.ptr) : w;
}

static void open_set(importer *im, att_slice name)
{
    bool fresh;
    uint32_t *at = att_map_put(&im->sets, im->a, name, &fresh);
    if (fresh) {
        *att_push(im->a, &im->words) = (att_slice){0};
        *at = im->words.n;
    }
    im->open_set = *at;
}

static bool is_preposition(att_slice w)
{
    static const char *const PREPS[] = {"about", "against", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "onto", "over", "to", "toward", "towards", "upon", "with", "within", "without", NULL};
    return att_in(w, PREPS);
}

static bool is_particle(att_slice w)
{
    static const char *const PARTICLES[] = {"away", "back", "down", "forward", "off", "out", "up", "aside", "apart", "together", NULL};
    return att_in(w, PARTICLES);
}

/* Words that stand for nothing in a tree: articles, auxiliaries, the verb "said" before a pattern. */
static bool is_small(att_slice w)
{
    static const char *const SMALL[] = {"a", "an", "the", "has", "have", "had", "be", "is", "are", "was", "were", "been", "will", "would", "said", "says", "that", "not", "its", "their", "his", "any", "and", "or", NULL};
    return att_in(w, SMALL);
}

/* The words of one side of the star as lower-case lemmas; sets are put in. Returns how many. */
static uint32_t words_of(importer *im, att_slice side, att_slice *out, uint32_t max)
{
    uint32_t n = 0;
    att_slice rest = side, raw;
    while (n < max && att_split(&rest, ' ', &raw)) {
        while (raw.len && strchr("(){}", raw.ptr[0])) raw = att_sub(raw, 1, raw.len);
        while (raw.len && strchr("(){}", raw.ptr[raw.len - 1])) raw.len--;
        if (raw.len == 0 || att_is(raw, "$") || att_is(raw, "+") || att_is(raw, "%") || att_is(raw, "^") || raw.ptr[0] == '~') continue;
        if (raw.ptr[0] == '&') {
            const uint32_t *set = att_map_get(&im->sets, att_sub(raw, 1, raw.len));
            if (set && *set <= im->words.n && im->words.at && im->words.at[*set - 1].len) out[n++] = im->words.at[*set - 1];
            continue;
        }
        att_slice w = lower_word(im->a, last_part(lower_word(im->a, raw)));
        if (plain(w) && !is_small(w)) out[n++] = w;
    }
    return n;
}

enum { MAX_WORDS = 8 };

/* "DOWN FROM &POWER" -> " down from=power,office"; false when nothing of it can be said. */
static bool conditions(att_slice *w, uint32_t n, att_buf *out)
{
    bool some = false, object = false;
    for (uint32_t i = 0; i < n; i++) {
        if (is_particle(w[i])) {
            att_putf(out, " %.*s", (int)w[i].len, w[i].ptr);
        } else if (is_preposition(w[i])) {
            att_slice prep = w[i], what = ATT_LIT("ANY");
            if (i + 1 < n && !is_preposition(w[i + 1]) && !is_particle(w[i + 1])) what = w[++i];
            att_putf(out, " %.*s=%.*s", (int)prep.len, prep.ptr, (int)what.len, what.ptr);
        } else if (!object) {
            att_putf(out, " obj=%.*s", (int)w[i].len, w[i].ptr);
            object = true;
        } else {
            continue; /* a second object: its head is taken already */
        }
        some = true;
    }
    return some;
}

static void put_frame(importer *im, att_slice heads, att_slice tail, att_slice code)
{
    const uint32_t *at = att_map_get(&im->o->by_code, code);
    const att_cameo *c = at ? &im->o->cameo.at[*at] : NULL;
    if (!c || !c->type || heads.len == 0) {
        im->n.no_code++;
        return;
    }
    att_putf(im->out, "%.*s/v%.*s | %s | %.*s | %.*s | - | - | -\n", (int)heads.len, heads.ptr, (int)tail.len, tail.len ? tail.ptr : "",
             att_event_type_name((att_event_type)c->type), c->mode.len ? (int)c->mode.len : 1, c->mode.len ? c->mode.ptr : "-", (int)code.len, code.ptr);
    im->n.written++;
}

static void pattern(importer *im, att_slice line)
{
    att_slice code = take_code(im, &line);
    uint32_t star = att_find(line, ATT_LIT("*"), 0);
    if (code.len == 0 || star == line.len) {
        im->n.no_code++;
        return;
    }
    att_slice left[MAX_WORDS], right[MAX_WORDS];
    uint32_t l = words_of(im, att_sub(line, 0, star), left, MAX_WORDS), r = words_of(im, att_sub(line, star + 1, line.len), right, MAX_WORDS);
    att_buf tail = {0};
    bool some = l == 1 && !is_preposition(left[0]);
    if (some) att_putf(&tail, " subj=%.*s", (int)left[0].len, left[0].ptr);
    some |= conditions(right, r, &tail);
    if (some && !tail.failed)
        put_frame(im, im->heads, (att_slice){tail.ptr, (uint32_t)tail.len}, code);
    else
        im->n.no_sense++;
    att_buf_release(&tail);
}

/* "ABANDON {ABANDONED} [345]" or a verb of the same sense below it. */
static void verbs(importer *im, att_slice line)
{
    att_slice own = take_code(im, &line);
    uint32_t brace = att_find(line, ATT_LIT("{"), 0);
    att_slice w = att_trim(att_sub(line, 0, brace)), tail = {0};
    if (w.len && w.ptr[0] == '+') w = att_sub(w, 1, w.len);
    uint32_t gap = att_find(w, ATT_LIT(" "), 0);
    w = lower_word(im->a, att_sub(w, 0, gap));
    uint32_t under = att_find(w, ATT_LIT("_"), 0);
    if (under < w.len) { /* CARRY_OUT */
        att_slice particle = att_sub(w, under + 1, w.len);
        if (!plain(particle)) return;
        tail = att_format(im->a, " %.*s", (int)particle.len, particle.ptr);
        w = att_sub(w, 0, under);
    }
    if (!plain(w)) return;
    if (tail.len == 0)
        im->heads = im->fresh || im->heads.len == 0 ? w : att_format(im->a, "%.*s,%.*s", (int)im->heads.len, im->heads.ptr, (int)w.len, w.ptr);
    im->fresh = false;
    put_frame(im, w, tail, own.len ? own : im->code);
}

static att_slice without_comment(att_slice line)
{
    uint32_t hash = att_find(line, ATT_LIT("#"), 0), angle = att_find(line, ATT_LIT("<!--"), 0), semi = att_find(line, ATT_LIT(";"), 0);
    uint32_t end = hash < angle ? hash : angle;
    return att_trim(att_sub(line, 0, end < semi ? end : semi));
}

static void block(importer *im, att_slice line)
{
    im->code = take_code(im, &line);
    im->heads = (att_slice){0};
    im->fresh = true;
    im->open_set = 0;
}

att_import_count att_import_verbs(att_arena *arena, const att_ontology *o, att_slice text, att_buf *out)
{
    importer im = {.a = arena, .o = o, .out = out};
    att_slice rest = text, line;
    while (att_split(&rest, '\n', &line)) {
        line = without_comment(line);
        if (line.len == 0) {
            im.open_set = 0;
        } else if (att_starts(line, "---")) {
            block(&im, att_sub(line, 3, line.len));
        } else if (line.ptr[0] == '&') {
            att_slice name = line;
            open_set(&im, att_sub(name, 1, att_find(name, ATT_LIT(" "), 0)));
        } else if (line.ptr[0] == '+' && im.open_set) {
            add_to_set(&im, att_sub(line, 1, line.len));
        } else if (line.ptr[0] == '-') {
            pattern(&im, att_sub(line, 1, line.len));
        } else {
            verbs(&im, line);
        }
    }
    return im.n;
}
