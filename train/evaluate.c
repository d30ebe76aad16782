/* evaluate.c: accuracy and speed of a model on treebanks, with gold words.
 *
 *   attache_evaluate MODEL FILE.conllu ...  [--lower | --upper]  [--out OUT.conllu]  [--kernel NAME]
 *
 * --lower and --upper damage the capitals first. --out writes what was found, for shared/tools/score_conllu.py. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "nlp/model_int.h"
#include "score.h"

static double wall(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
    if (argc < 3) return fprintf(stderr, "usage: attache_evaluate MODEL FILE.conllu ... [--lower|--upper] [--out OUT]\n"), 2;
    att_model *m;
    double t0 = wall();
    att_err e = att_model_open(&m, argv[1]);
    if (att_failed(e)) return fprintf(stderr, "%s: %s\n", argv[1], e.msg), 1;
    double opened = wall() - t0;
    score_case how = SCORE_AS_IS;
    const char *out = NULL;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--lower") == 0) how = SCORE_LOWER;
        else if (strcmp(argv[i], "--upper") == 0) how = SCORE_UPPER;
        else if (strcmp(argv[i], "--kernel") == 0 && i + 1 < argc) {
            att_kernel k = {0};
            i++;
            for (uint32_t j = 0; (k = att_kernel_at(j)).name && strcmp(k.name, argv[i]) != 0; j++) {}
            if (!k.name) return fprintf(stderr, "no kernel %s here\n", argv[i]), 2;
            m->kernel = k;
        }
        else if (strcmp(argv[i], "--out") == 0 && i + 1 < argc) out = argv[++i];
    }
    printf("opened in %.2f ms, kernel %s\n", 1e3 * opened, m->kernel.name);
    for (int i = 2; i < argc; i++) {
        if (argv[i][0] == '-') {
            i += strcmp(argv[i], "--out") == 0 || strcmp(argv[i], "--kernel") == 0;
            continue;
        }
        score s = score_file(m, argv[i], how, out);
        double n = s.words ? s.words : 1;
        printf("%s: %u words  UPOS %.2f XPOS %.2f feats %.2f lemma %.2f  UAS %.2f LAS %.2f LAS+sub %.2f  "
               "tag %.0f/s parse %.0f/s both %.0f words/s\n",
               argv[i], s.words, 100 * s.upos / n, 100 * s.xpos / n, 100 * s.feats / n, 100 * s.lemma / n, 100 * s.uas / n,
               100 * s.las / n, 100 * s.las_full / n, n / s.tag_s, n / s.parse_s, n / (s.tag_s + s.parse_s));
    }
    att_model_close(m);
    return 0;
}
