#include "nlp/model_read.h"

#include "base/hash.h"

bool att_model_fault(att_model_reader *r, bool ok, const char *what)
{
    if (!ok && !r->fault) r->fault = what;
    return !ok;
}

/* Four sums side by side, eight bytes each at a time: the file is read at the speed of memory. */
uint64_t att_model_checksum(const unsigned char *p, size_t n)
{
    uint64_t s[4] = {0x9E3779B97F4A7C15u, 0xBF58476D1CE4E5B9u, 0x94D049BB133111EBu, 0xD6E8FEB86659FD93u};
    size_t i = 0, at = offsetof(att_file_head, checksum);
    for (; i + 32 <= n; i += 32)
        for (size_t k = 0; k < 4; k++) {
            uint64_t x;
            memcpy(&x, p + i + 8 * k, 8);
            if (i + 8 * k == at) x = 0;
            s[k] = (s[k] ^ x) * 0x9FB21C651E98DF25u;
            s[k] ^= s[k] >> 29;
        }
    uint64_t h = n;
    for (; i < n; i++) h = att_mix(h * 31 + p[i]);
    for (size_t k = 0; k < 4; k++) h = att_hash2(h, s[k]);
    return h;
}

static bool is_little_endian(void)
{
    uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 1;
}

static void check_sections(att_model_reader *r)
{
    for (uint32_t i = 0; i < r->count; i++) {
        const att_file_section *s = &r->sections[i];
        bool ok = memchr(s->name, 0, sizeof s->name) && s->offset % ATT_MODEL_ALIGN == 0 && s->offset <= r->len &&
                  s->bytes <= r->len - s->offset;
        if (att_model_fault(r, ok, "model file: a section lies outside of the file")) return;
    }
}

void att_model_read_begin(att_model_reader *r, const unsigned char *file, size_t len)
{
    *r = (att_model_reader){.file = file, .len = len};
    att_file_head h;
    if (att_model_fault(r, is_little_endian(), "model file: this machine is not little-endian")) return;
    if (att_model_fault(r, len >= 8 && memcmp(file, ATT_MODEL_MAGIC, 8) == 0, "not a model file")) return;
    if (att_model_fault(r, len >= sizeof h, "model file: cut short")) return;
    memcpy(&h, file, sizeof h);
    if (att_model_fault(r, h.oldest_reader <= ATT_MODEL_FORMAT, "model file: made for a newer program")) return;
    if (att_model_fault(r, h.format >= ATT_MODEL_OLDEST, "model file: made for an older program")) return;
    if (att_model_fault(r, h.file_bytes <= len, "model file: cut short")) return;
    if (att_model_fault(r, h.file_bytes == len, "model file: has bytes after its end")) return;
    if (att_model_fault(r, h.checksum == att_model_checksum(file, len), "model file: damaged (its checksum does not agree)"))
        return;
    bool ok = h.section_count <= ATT_MODEL_MAX_SECTIONS && sizeof h + h.section_count * sizeof(att_file_section) <= len;
    if (att_model_fault(r, ok, "model file: damaged list of sections")) return;
    r->sections = (const att_file_section *)(const void *)(file + sizeof h); /* mapped at a page, 64 is aligned */
    r->count = h.section_count;
    check_sections(r);
}

static const att_file_section *find(att_model_reader *r, const char *name)
{
    for (uint32_t i = 0; i < r->count && !r->fault; i++)
        if (strcmp(r->sections[i].name, name) == 0) return &r->sections[i];
    att_model_fault(r, false, "model file: a section is missing");
    return NULL;
}

const void *att_model_read_bytes(att_model_reader *r, const char *name, size_t unit, uint32_t *count)
{
    *count = 0;
    const att_file_section *s = find(r, name);
    if (!s) return NULL;
    bool ok = s->bytes >= unit && s->bytes % unit == 0 && s->bytes / unit <= UINT32_MAX;
    if (att_model_fault(r, ok, "model file: a section has the wrong size")) return NULL;
    *count = (uint32_t)(s->bytes / unit);
    return r->file + s->offset;
}

/* x - x is 0 for every number but not for infinities and what is not a number */
static bool is_number(float x) { return x - x == 0.0f; }

const void *att_model_read_matrix(att_model_reader *r, const char *name, uint32_t kind, uint32_t *rows, uint32_t *cols,
                                  att_file_matrix *head)
{
    const att_file_section *s = find(r, name);
    if (!s) return NULL;
    const char *wrong = "model file: a matrix has the wrong size";
    if (att_model_fault(r, s->bytes >= sizeof *head, wrong)) return NULL;
    memcpy(head, r->file + s->offset, sizeof *head);
    uint64_t unit = kind == ATT_FILE_INT8 ? 1 : kind == ATT_FILE_WEIGHTS ? 2 : 4;
    bool ok = head->kind == kind && head->rows && head->cols && (*rows == 0 || *rows == head->rows) &&
              (*cols == 0 || *cols == head->cols) && s->bytes - sizeof *head == unit * head->rows * head->cols;
    if (att_model_fault(r, ok, wrong)) return NULL;
    if (att_model_fault(r, is_number(head->scale) && is_number(head->in_scale), "model file: a scale is no number")) return NULL;
    *rows = head->rows;
    *cols = head->cols;
    return r->file + s->offset + sizeof *head;
}
