/* model_nets.c: tables, weights and encoders of the networks in a model file. */
#include <stdio.h>

#include "nlp/model_read.h"

att_table att_read_table(att_model_reader *r, const char *net, const char *name, uint32_t cols)
{
    char full[64];
    snprintf(full, sizeof full, "%s%s%s", net, *net ? "." : "", name);
    att_table t = {.cols = cols};
    att_file_matrix head;
    t.v = att_model_read_matrix(r, full, ATT_FILE_INT8, &t.rows, &t.cols, &head);
    att_model_fault(r, t.cols <= ATT_MAX_WIDTH, "model file: a matrix has the wrong size");
    return t;
}

const float *att_read_floats(att_model_reader *r, const char *net, const char *name, uint32_t rows, uint32_t cols)
{
    char full[64];
    snprintf(full, sizeof full, "%s.%s", net, name);
    att_file_matrix head;
    return att_model_read_matrix(r, full, ATT_FILE_FLOAT, &rows, &cols, &head);
}

/* Weights "name", and bias "name.b" where has_bias. in, out: wanted sizes, 0 = any. */
att_weights att_read_weights(att_model_reader *r, const char *net, const char *name, uint32_t in, uint32_t out, bool has_bias)
{
    char full[64], bias[32];
    snprintf(full, sizeof full, "%s.%s", net, name);
    snprintf(bias, sizeof bias, "%.16s.b", name);
    att_weights w = {.in = in, .out = out};
    att_file_matrix head = {0};
    w.w = att_model_read_matrix(r, full, ATT_FILE_WEIGHTS, &w.in, &w.out, &head);
    bool ok = w.in % 2 == 0 && w.in <= ATT_MAX_WIDTH && w.out % ATT_PANEL == 0 && w.out <= 3 * ATT_MAX_WIDTH;
    if (!w.w || att_model_fault(r, ok, "model file: a matrix has the wrong size") ||
        att_model_fault(r, head.in_scale > 0, "model file: a scale is no number"))
        return w;
    w.in_scale = head.in_scale;
    w.unit = head.scale / head.in_scale;
    if (has_bias) w.bias = att_read_floats(r, net, bias, 1, w.out);
    return w;
}

/* The layers above an input of e->in numbers. */
static void read_layers(att_model_reader *r, const char *net, att_encoder *e)
{
    for (uint32_t i = 0, in = e->in; i < e->layers && !r->fault; i++, in = 2 * e->hidden)
        for (uint32_t d = 0; d < 2; d++) {
            char x[8], h[8];
            snprintf(x, sizeof x, "%u%cx", i % 10, d ? 'b' : 'f');
            snprintf(h, sizeof h, "%u%ch", i % 10, d ? 'b' : 'f');
            e->layer[i].x[d] = att_read_weights(r, net, x, in, 3 * e->hidden, true);
            e->hidden = e->layer[i].hidden = e->layer[i].x[d].out / 3;
            e->layer[i].h[d] = att_read_weights(r, net, h, e->hidden, 3 * e->hidden, false);
            att_model_fault(r, e->layer[i].x[d].out % 3 == 0 && 2 * e->hidden <= ATT_MAX_WIDTH, "model file: damaged network");
        }
}

att_encoder att_read_encoder(att_model_reader *r, const char *net, uint32_t parts)
{
    char full[64];
    att_encoder e = {0};
    uint32_t n;
    snprintf(full, sizeof full, "%s.layers", net);
    const uint32_t *layers = att_model_read_bytes(r, full, 4, &n);
    if (r->fault || att_model_fault(r, n == 1 && *layers >= 1 && *layers <= ATT_MAX_LAYERS, "model file: damaged network")) return e;
    e.layers = *layers;
    e.sub = att_read_table(r, net, "sub", 0);
    e.in = e.sub.cols;
    if (parts & ATT_NET_WORDS) e.word = att_read_table(r, net, "word", 0);
    if (parts & ATT_NET_TAGS) {
        e.upos = att_read_table(r, net, "upos", 0);
        e.xpos = att_read_table(r, net, "xpos", e.upos.cols);
        e.feats = att_read_table(r, net, "feats", e.upos.cols);
        e.in += e.upos.cols;
    }
    if (parts & ATT_NET_FLAGS) {
        e.flags = att_read_table(r, net, "flags", 0);
        e.in += e.flags.cols;
    }
    if (r->fault) return e;
    uint32_t first = att_read_weights(r, net, "0fx", 0, 0, false).in; /* what the other parts leave is the vector's */
    e.words = first > e.in ? first - e.in : 0;
    e.in += e.words;
    bool ok = (e.sub.rows & (e.sub.rows - 1)) == 0 && e.words && e.in <= ATT_MAX_WIDTH && (!e.word.v || e.word.cols == e.words);
    att_model_fault(r, ok, "model file: damaged network");
    read_layers(r, net, &e);
    return e;
}
