#ifndef DEPECHE_TESTS_BENCH_PROSE_H
#define DEPECHE_TESTS_BENCH_PROSE_H

/*
 * Articles that nobody wrote, with the statistics of those that somebody did: French-like prose
 * whose words are as frequent as 1 / rank out of 200,000 forms, 2 to 5 KB long, 12 persons each out
 * of 20,000 or 50,000, named in full first and by surname then, published within ten years.  The
 * same seed gives the same articles.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROSE_WORD_ROOM 128u /* bytes of a word, its end counted */

struct prose {
	uint64_t state;
	uint32_t persons; /* that there are to be named */
	bool one_day;     /* all are published on the same day */
};

struct piece {
	char *title, *body; /* of malloc; body: paragraphs, a blank line between two */
	size_t body_len;
	const char *source;
	unsigned year, month, day, hour, minute; /* of publication; month and day from 1 */
};

struct prose prose_begin(uint64_t seed, uint32_t articles);
struct piece prose_next(struct prose *);
void piece_clear(struct piece *);
/* The name of a month, from 1, in French; the lines that stand under every article of a page. */
const char *prose_month(unsigned month);
extern const char prose_furniture[];
/* The word of a rank, from 0: the same with every seed. */
const char *prose_word(uint32_t rank, char word[PROSE_WORD_ROOM]);
/* A rank from 0 below count, the first the likeliest. */
uint32_t prose_rank(struct prose *, uint32_t count);
/* A number below another, each as likely. */
uint32_t prose_draw(struct prose *, uint32_t below);

#endif
