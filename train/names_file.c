/* names_file.c: learned weights -> the file; and how good it is. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/engine.h"
#include "names_train.h"

int names_write(const names_trainer *t, const names_learner *l, const names_net *net, const char *path, const char *note)
{
    att_names_head h = {.magic = "ATTNAMES", .format = NAMES_FORMAT, .bits = NAMES_BITS, .tags = NAMES_TAGS, .slot_bits = NAMES_SLOT_BITS};
    size_t classes = sizeof *t->classes << NAMES_SLOT_BITS;
    char *body = malloc(classes + NAMES_SIZE);
    double square = 0, used = 1;
    for (size_t k = 0; k < NAMES_SIZE; k++) square += (double)l->w[k] * l->w[k], used += l->w[k] != 0;
    h.scale = (float)(sqrt(square / used) * 10 / 127) + 1e-9f; /* what lies ten standard deviations out is cut off */
    memcpy(body, t->classes, classes);
    for (size_t k = 0; k < NAMES_SIZE; k++) {
        float q = l->w[k] / h.scale;
        body[classes + k] = (char)(int8_t)lrintf(q > 127 ? 127 : q < -127 ? -127 : q);
    }
    h.scale *= t->share_crf;
    h.net_share = t->share_net;
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t b = 0; b < NAMES_STRIDE; b++) h.step.at[a][b] = (l->step.at[a][b] + net->step.at[a][b]) * t->share_steps;
    h.checksum = att_hash((att_slice){body, (uint32_t)(classes + NAMES_SIZE)});
    snprintf(h.note, sizeof h.note, "%s", note);
    FILE *out = fopen(path, "wb");
    bool ok = out && fwrite(&h, sizeof h, 1, out) == 1 && fwrite(body, 1, classes + NAMES_SIZE, out) == classes + NAMES_SIZE &&
              fwrite(net->bytes, 1, net->len, out) == net->len;
    if (out) ok = fclose(out) == 0 && ok;
    free(body);
    return ok ? 0 : 1;
}

void names_score(const char *path, const names_trainer *t, uint32_t from)
{
    static const char *const KIND[] = {"all", "PER", "ORG", "LOC"};
    uint32_t right[4] = {0}, gold[4] = {0}, own[4] = {0};
    att_names_model *m;
    if (att_failed(att_names_open(&m, path))) names_die(path, "can't be opened again");
    for (uint32_t d = from; d < t->articles.n; d++) {
        names_article *a = &t->articles.at[d];
        a->doc.names.n = a->doc.names.n ? 1 : 0; /* the first is none */
        att_names_find(m, t->engine->model, &a->doc);
        for (uint32_t i = 1; i < a->doc.toks.n; i++) gold[NAMES_KIND(a->gold[i])] += a->gold[i] % 2;
        for (uint32_t i = 1; i < a->doc.names.n; i++) {
            const att_name *n = &a->doc.names.at[i];
            if (n->kind == ATT_NAME_NORP) continue;
            bool good = a->gold[n->tok_beg] == n->kind * 2 - 1 && (n->tok_end == a->doc.toks.n || a->gold[n->tok_end] != n->kind * 2);
            for (uint32_t k = n->tok_beg + 1; k < n->tok_end; k++) good &= a->gold[k] == n->kind * 2;
            right[n->kind] += good;
            own[n->kind]++;
        }
    }
    for (uint32_t k = 1; k < 4; k++) right[0] += right[k], own[0] += own[k];
    gold[0] = gold[1] + gold[2] + gold[3];
    for (uint32_t k = 0; k < 4; k++)
        fprintf(stderr, "%s P %.3f R %.3f F1 %.3f (%u of %u, found %u)\n", KIND[k], right[k] / (own[k] + 1e-9), right[k] / (gold[k] + 1e-9),
                2.0 * right[k] / (gold[k] + own[k] + 1e-9), right[k], gold[k], own[k]);
    att_names_close(m);
}

