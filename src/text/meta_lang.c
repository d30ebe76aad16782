/* meta_lang.c: is a text English? Function words make up a third of any running English text and almost nothing of a
 * text in another language, so counting thirty of them is enough; the lists of five neighbours are the contrast, because
 * each shares a few short words with English ("in", "a", "is", "die"). */
#include "base/utf8.h"
#include "text/meta.h"

enum { LOOK_BYTES = 4 << 10, WORDS_MIN = 8 };

typedef enum { EN, DE, FR, ES, IT, PT, NL, LANGS } lang;

static const char *const WORDS[LANGS] = {
    " the of and to in a is that for it was on with as by at he from his be are said an have has were not this who will ",
    " der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie ",
    " le la les de des du et en un une est que dans pour qui sur par au pas plus avec ce il se sont mais aux ont cette ",
    " de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha fue este son ",
    " di e il la che in a per un del è della con non si i una le da al sono dei come nel alla anche gli ha lo più ",
    " de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à foi seu sua ",
    " de en van het een in is dat op te zijn met voor niet die aan er om ook als maar bij dan nog uit door over ",
};

static bool listed(const char *list, att_slice w)
{
    char key[20];
    if (w.len == 0 || w.len > sizeof key - 3) return false;
    key[0] = ' ';
    for (uint32_t i = 0; i < w.len; i++) key[i + 1] = att_lower_ascii(w.ptr[i]);
    key[w.len + 1] = ' ';
    key[w.len + 2] = '\0';
    return strstr(list, key) != NULL;
}

static bool word_byte(unsigned char c) { return att_is_alpha(c) || c >= 0x80; }

/* Next run of letters. Curly quotes and dashes (E2 80 xx) are no letters. */
static bool next_word(att_slice s, uint32_t *at, att_slice *w)
{
    uint32_t i = *at;
    while (i < s.len && (!word_byte((unsigned char)s.ptr[i]) || (unsigned char)s.ptr[i] == 0xE2))
        i += (unsigned char)s.ptr[i] == 0xE2 && s.len - i >= 3 ? 3 : 1;
    uint32_t beg = i;
    while (i < s.len && word_byte((unsigned char)s.ptr[i]) && (unsigned char)s.ptr[i] != 0xE2) i++;
    *w = att_sub(s, beg, i);
    *at = i;
    return i > beg;
}

double att_function_words(att_slice s, uint32_t *words)
{
    uint32_t at = 0, n = 0, hits = 0;
    for (att_slice w; next_word(s, &at, &w); n++) hits += listed(WORDS[EN], w);
    *words = n;
    return n ? (double)hits / n : 0;
}

bool att_text_is_english(att_slice text)
{
    uint32_t at = 0, n = 0, foreign = 0, hits[LANGS] = {0};
    if (text.len > LOOK_BYTES) text.len = LOOK_BYTES;
    for (att_slice w; next_word(text, &at, &w); n++) {
        uint32_t len;
        foreign += (unsigned char)w.ptr[0] >= 0x80 && att_utf8_at(w, 0, &len) >= 0x370; /* beyond Latin */
        for (int l = 0; l < LANGS; l++) hits[l] += listed(WORDS[l], w);
    }
    if (n < WORDS_MIN || foreign * 4 > n || hits[EN] * 8 < n) return false;
    for (int l = DE; l < LANGS; l++)
        if (hits[l] >= hits[EN]) return false;
    return true;
}
