#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "nlp/model_read.h"
#include "nlp/parser_tree.h"

typedef att_model_reader reader;

enum { MAX_MODEL_BYTES = 1 << 30 };

static void read_networks(reader *r, att_model *m)
{
    m->vectors = att_read_table(r, "", "vectors", 0);
    for (uint32_t i = 0; m->words && i <= m->word_mask && !r->fault; i++)
        att_model_fault(r, m->words[i].row < m->vectors.rows, "model file: damaged list of words");
    m->tag_encoder = att_read_encoder(r, "tag", ATT_NET_WORDS);
    uint32_t h2 = 2 * m->tag_encoder.hidden;
    if (r->fault) return;
    m->tag_h = att_read_weights(r, "tag", "h", h2, 0, true);
    m->tag_x = att_read_weights(r, "tag", "x", m->tag_encoder.in, m->tag_h.out, false);
    m->tag_out = att_read_weights(r, "tag", "out", m->tag_h.out, 0, true);
    att_model_fault(r, m->tag_out.out >= ATT_UPOS_COUNT + m->xpos_count + m->feats_count, "model file: damaged network");
    m->tree_encoder = att_read_encoder(r, "tree", ATT_NET_WORDS | ATT_NET_TAGS);
    for (uint32_t i = 0; i < 2; i++) {
        const att_encoder *e = i ? &m->tree_encoder : &m->tag_encoder;
        att_model_fault(r, e->words == m->vectors.cols && e->word.rows <= m->vectors.rows, "model file: damaged network");
    }
    h2 = 2 * m->tree_encoder.hidden;
    if (r->fault) return;
    m->arc_dep = att_read_weights(r, "tree", "dep", h2, 0, true);
    m->arc_head = att_read_weights(r, "tree", "head", h2, m->arc_dep.out, true);
    m->arc_root = att_read_floats(r, "tree", "root", 1, m->arc_dep.out);
    m->far = att_read_floats(r, "tree", "far", ATT_UPOS_COUNT, ATT_FAR_CLASSES);
    m->label_dep = att_read_weights(r, "tree", "ldep", h2, 0, true);
    m->label_head = att_read_weights(r, "tree", "lhead", h2, m->label_dep.out, false);
    m->label_root = att_read_floats(r, "tree", "lroot", 1, m->label_dep.out);
    m->label_out = att_read_weights(r, "tree", "lout", m->label_dep.out, 0, true);
    const float *scale = att_read_floats(r, "tree", "scale", 1, 1);
    if (r->fault) return;
    bool ok = m->label_out.out >= ATT_DEPREL_COUNT && m->arc_dep.out <= ATT_MAX_WIDTH && m->label_dep.out <= ATT_MAX_WIDTH &&
              *scale > 0 && *scale < 1e6f;
    att_model_fault(r, ok, "model file: damaged network");
    m->arc_scale = *scale;
}

/* Names of a NUL-ended list -> array of pointers into the file. */
static const char **read_names(reader *r, const char *section, uint32_t *count)
{
    uint32_t len;
    *count = 0;
    const char *p = att_model_read_bytes(r, section, 1, &len);
    if (!p || len == 0 || att_model_fault(r, p[len - 1] == 0, "model file: damaged list of names")) return NULL;
    for (uint32_t i = 0; i < len; i++) *count += p[i] == 0;
    const char **names = malloc((*count ? *count : 1) * sizeof *names);
    r->no_memory = !names;
    if (att_model_fault(r, names && *count <= UINT16_MAX, names ? "model file: too many names" : "no memory for the model"))
        return names;
    for (uint32_t i = 0; names && i < *count; i++, p += strlen(p) + 1) names[i] = p;
    return names;
}

static void group_tags(reader *r, att_model *m)
{
    m->groups = malloc(((size_t)m->tag_count + 1) * sizeof *m->groups);
    if (!m->groups) {
        r->no_memory = true;
        att_model_fault(r, false, "no memory for the model");
        return;
    }
    for (uint32_t i = 0; i < m->tag_count; i++) {
        const att_file_tag *t = &m->tags[i];
        if (i == 0 || t->upos != t[-1].upos || t->xpos != t[-1].xpos) m->groups[m->group_count++] = i;
    }
    m->groups[m->group_count] = m->tag_count;
}

static void read_lists(reader *r, att_model *m)
{
    uint32_t n;
    m->notes.ptr = att_model_read_bytes(r, "notes", 1, &m->notes.len);
    if (m->notes.ptr) att_model_fault(r, m->notes.ptr[m->notes.len - 1] == 0, "model file: damaged notes");
    m->xpos = read_names(r, "xpos", &m->xpos_count);
    m->feats = read_names(r, "feats", &m->feats_count);
    m->tags = att_model_read_bytes(r, "tags", sizeof *m->tags, &m->tag_count);
    for (uint32_t i = 0; i < m->tag_count && !r->fault; i++) {
        const att_file_tag *t = &m->tags[i];
        bool ok = t->upos < ATT_UPOS_COUNT && t->xpos < m->xpos_count && t->feats < m->feats_count;
        att_model_fault(r, ok, "model file: damaged list of tags");
    }
    group_tags(r, m);
    m->words = att_model_read_bytes(r, "words", sizeof *m->words, &n);
    uint32_t empty = 0;
    for (uint32_t i = 0; i < n; i++) empty += m->words[i].row == 0;
    att_model_fault(r, n && (n & (n - 1)) == 0 && empty, "model file: damaged list of words");
    m->word_mask = n - 1;
}

static void read_lemmas(reader *r, att_lemmas *l)
{
    uint32_t n, empty = 0;
    l->text = att_model_read_bytes(r, "lemma.text", 1, &l->text_len);
    l->rules = att_model_read_bytes(r, "lemma.rules", sizeof *l->rules, &l->rule_count);
    l->slots = att_model_read_bytes(r, "lemma.slots", sizeof *l->slots, &n);
    const char *what = "model file: damaged lemma rules";
    for (uint32_t i = 0; i < l->rule_count && !r->fault; i++)
        att_model_fault(r, l->rules[i].at <= l->text_len && l->rules[i].len <= l->text_len - l->rules[i].at, what);
    for (uint32_t i = 0; i < n && !r->fault; i++) {
        empty += l->slots[i].rule == ATT_NO_RULE;
        att_model_fault(r, l->slots[i].rule == ATT_NO_RULE || l->slots[i].rule < l->rule_count, what);
    }
    att_model_fault(r, n && (n & (n - 1)) == 0 && empty, what);
    l->mask = n - 1;
}

att_err att_model_open(att_model **out, const char *path)
{
    *out = NULL;
    att_model *m = calloc(1, sizeof *m);
    if (!m) return (att_err){ATT_E_NOMEM, ATT_STAGE_NLP, 0, 0, "no memory for the model"};
    att_err e = att_map_file(&m->file, path, MAX_MODEL_BYTES);
    if (att_failed(e)) {
        free(m);
        e.stage = ATT_STAGE_NLP;
        return e;
    }
    reader r;
    att_model_read_begin(&r, m->file.ptr, m->file.len);
    if (!r.fault) read_lists(&r, m);
    if (!r.fault) read_lemmas(&r, &m->lemmas);
    if (!r.fault) read_networks(&r, m);
    if (r.fault) {
        att_model_close(m);
        return (att_err){r.no_memory ? ATT_E_NOMEM : ATT_E_MODEL, ATT_STAGE_NLP, 0, 0, r.fault};
    }
    m->kernel = att_kernel_best();
    *out = m;
    return ATT_FINE;
}

void att_model_close(att_model *m)
{
    if (!m) return;
    free(m->xpos);
    free(m->feats);
    free(m->groups);
    att_unmap_file(&m->file);
    free(m);
}

const int8_t *att_word_vector(const att_model *m, att_slice lower)
{
    uint32_t row = att_model_word(m, att_hash(lower));
    return row ? m->vectors.v + (size_t)row * m->vectors.cols : NULL;
}

uint32_t att_word_size(const att_model *m) { return m->vectors.cols; }

uint32_t att_model_word(const att_model *m, uint64_t hash)
{
    uint32_t check = (uint32_t)(hash >> 32);
    for (uint32_t i = (uint32_t)hash & m->word_mask;; i = (i + 1) & m->word_mask) {
        if (m->words[i].row == 0) return 0;
        if (m->words[i].check == check) return m->words[i].row;
    }
}
