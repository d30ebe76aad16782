/* spelling.c: names as other languages write them, into English letters; titles before a name. */
#include "actor/spelling.h"

/* Does their spelling stand at byte i of a name? ^ and $ are the edges of a word. */
static uint32_t stands_at(att_slice name, uint32_t i, att_slice theirs)
{
    bool from = theirs.len && theirs.ptr[0] == '^', to = theirs.len && theirs.ptr[theirs.len - 1] == '$';
    att_slice body = att_sub(theirs, from, theirs.len - to);
    uint32_t end = i + body.len;
    if (body.len == 0 || end > name.len || memcmp(name.ptr + i, body.ptr, body.len) != 0) return 0;
    if (from && i && name.ptr[i - 1] != ' ') return 0;
    if (to && end < name.len && name.ptr[end] != ' ') return 0;
    return body.len;
}

uint32_t att_spell(const att_kb *kb, att_slice name, att_slice language, char out[ATT_FOLD_MAX])
{
    uint32_t n = 0;
    bool changed = false;
    for (uint32_t i = 0; i < name.len;) {
        uint32_t longest = 0;
        att_slice ours = {0};
        for (uint32_t k = 0; k < kb->spellings.n; k++) {
            const att_kb_spelling *s = &kb->spellings.at[k];
            uint32_t len = att_eq(s->language, language) ? stands_at(name, i, s->theirs) : 0;
            if (len > longest) longest = len, ours = s->ours;
        }
        if (longest == 0) ours = att_sub(name, i, i + 1), longest = 1;
        else changed = true;
        if (n + ours.len > ATT_FOLD_MAX) return 0;
        memcpy(out + n, ours.ptr, ours.len);
        n += ours.len;
        i += longest;
    }
    return changed ? n : 0;
}

/* A title is a role noun of a person ("general", "crown"), or a form of address. */
static bool is_title(const att_kb *kb, att_slice word)
{
    static const char *const TITLES[] = {"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "dame", "daw", "begum", "haji", "hajji", "mullah", "maulana", "mawlana", "ayatollah", "ajatollah",
                                         "sheikh", "sheik", "shaikh", "scheich", "cheikh", "imam", "crown", "grand", "papst", "pape", "papa", "konig", "konigin", "roi", "reine", "marshal",
                                         "marschall", "ex", "former", "comrade", "subcomandante", "emir", "ratu", "tuanku", "tengku", "datuk", "tun", "prof", "professor", "her", "his", NULL};
    if (att_in(word, TITLES)) return true;
    for (uint32_t i = att_kb_find(kb, word); i; i = kb->entries.at[i].next)
        if (kb->entries.at[i].kind == ATT_KB_ROLE && kb->entries.at[i].role_kind == ATT_KIND_PERSON) return true;
    return false;
}

att_slice att_untitled(const att_kb *kb, att_slice name)
{
    for (;;) {
        uint32_t space = att_find(name, ATT_LIT(" "), 0);
        if (space == name.len || !is_title(kb, att_sub(name, 0, space))) return name;
        name = att_sub(name, space + 1, name.len);
    }
}
