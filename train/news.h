/* news.h: sentences of plain news articles, cut by the program's own tokenizer, for taggers and parsers to learn from one
 * another (tri-training in the large: what an ensemble says of unlabelled text is training data for one model). */
#ifndef ATT_TRAIN_NEWS_H
#define ATT_TRAIN_NEWS_H

#include "bank.h"

/* JSON Lines with "source", "title" and "text" ("-" = standard input). Takes about max_words words: whole sentences of 3 to 60
 * tokens, at most a dozen from an article; every fourth article, of source `thin` every fortieth. Sentences go into a bank
 * with no tags and no trees. */
void news_read(bank *b, bank_lists *l, const char *path, uint32_t max_words, const char *thin);

#endif
