#include "know/compare.h"

#include "base/sort.h"
#include "base/vec.h"
#include "know/compare-words.h"
#include "text/fold.h"
#include "text/word.h"

#define LIKE_LEAST 0.2 /* of their pairs of words: less is another paragraph */

struct paragraph {
	struct extent at;
	uint32_t first, count; /* its words */
	uint64_t *pairs;       /* of neighbouring words, its edges counted as words; sorted */
};

/* One of the two texts. */
struct version {
	const struct article *article;
	VEC(struct compared_word) words;
	VEC(struct paragraph) paragraphs;
};

struct comparing {
	struct version version[2];
	struct comparison *found;
	VEC(struct compare_pair) pairs;
	struct arena *arena;
	struct arena scratch;
};

/* --- reading ---------------------------------------------------------------------------- */

static void read_words(struct comparing *c, struct version *version, struct extent at)
{
	struct span text = span_in(version->article->text, at);
	struct words it = words_of(text);
	struct word word;

	while (words_next(&it, &word)) {
		struct compared_word *read = vec_push(&c->scratch, &version->words);
		struct arena_mark mark = arena_mark(c->arena);
		read->at = (struct extent){
			at.start + (uint32_t)word.start, at.start + (uint32_t)word.end};
		read->hash = hash_bytes(fold(span_cut(text, word.start, word.end), c->arena));
		arena_rewind(c->arena, mark);
	}
}

static void read_paragraph(struct comparing *c, struct version *version, struct extent at)
{
	struct paragraph *paragraph = vec_push(&c->scratch, &version->paragraphs);
	uint32_t first = version->words.count;
	uint64_t before = 0;

	read_words(c, version, at);
	*paragraph = (struct paragraph){.at = at,
		.first = first,
		.count = version->words.count - first,
		.pairs = ARENA_ARRAY(&c->scratch, uint64_t, version->words.count - first + 1)};
	for (uint32_t i = 0; i < paragraph->count; i++) {
		uint64_t hash = version->words.at[first + i].hash;
		paragraph->pairs[i] = hash_mix(before, hash);
		before = hash;
	}
	paragraph->pairs[paragraph->count] = hash_mix(before, 0);
	sort_longs(paragraph->pairs, paragraph->count + 1);
}

static void read_version(
	struct comparing *c, int side, const struct article *article, const uint8_t *kinds)
{
	struct version *version = &c->version[side];

	version->article = article;
	for (uint32_t i = 0; i < article->line_count; i++)
		if (line_is_body(kinds[i]))
			read_paragraph(c, version, article->lines[i].at);
}

/* --- pairing paragraphs ----------------------------------------------------------------- */

/* How many pairs of words two paragraphs share; 0 when they are not alike. */
static uint32_t likeness(const struct paragraph *a, const struct paragraph *b)
{
	uint32_t i = 0, j = 0, shared = 0;

	while (i <= a->count && j <= b->count) {
		if (a->pairs[i] == b->pairs[j])
			shared++;
		bool left = a->pairs[i] <= b->pairs[j], right = a->pairs[i] >= b->pairs[j];
		i += left;
		j += right;
	}
	return 2.0 * shared >= LIKE_LEAST * ((double)a->count + b->count + 2) ? shared : 0;
}

static void add_pair(struct comparing *c, const struct paragraph *a, const struct paragraph *b)
{
	struct compare_pair *pair = vec_push(c->arena, &c->pairs);

	if (a)
		pair->at[0] = a->at;
	if (b)
		pair->at[1] = b->at;
}

static uint32_t at_most(uint32_t count, uint32_t most)
{
	return count < most ? count : most;
}

/* Cells of a table: the best sum of likenesses from paragraphs i and j on. */
struct alignment {
	uint32_t rows, cols;
	uint32_t *likes, *sums; /* sums has a row and a column more */
};

static struct alignment align(struct comparing *c)
{
	const struct version *a = &c->version[0], *b = &c->version[1];
	struct alignment t = {.rows = at_most(a->paragraphs.count, COMPARE_PARAGRAPHS),
		.cols = at_most(b->paragraphs.count, COMPARE_PARAGRAPHS)};
	size_t wide = (size_t)t.cols + 1;

	t.likes = ARENA_ARRAY(&c->scratch, uint32_t, (size_t)t.rows * wide);
	t.sums = ARENA_ARRAY(&c->scratch, uint32_t, ((size_t)t.rows + 1) * wide);
	for (uint32_t i = t.rows; i-- > 0;)
		for (uint32_t j = t.cols; j-- > 0;) {
			uint32_t like = likeness(&a->paragraphs.at[i], &b->paragraphs.at[j]);
			uint32_t down = t.sums[(i + 1) * wide + j],
				 right = t.sums[i * wide + j + 1];
			uint32_t both = like ? t.sums[(i + 1) * wide + j + 1] + like : 0;
			uint32_t best = down > right ? down : right;
			t.likes[i * wide + j] = like;
			t.sums[i * wide + j] = both > best ? both : best;
		}
	return t;
}

static struct compared_words words_in(const struct version *version, const struct paragraph *of)
{
	if (of->count == 0)
		return (struct compared_words){0};
	return (struct compared_words){version->words.at + of->first, of->count};
}

static void share_pair(struct comparing *c, const struct paragraph *a, const struct paragraph *b)
{
	struct arena_mark mark = arena_mark(&c->scratch);

	if (a->count <= COMPARE_WORDS && b->count <= COMPARE_WORDS)
		compare_turns(
			words_in(&c->version[0], a), words_in(&c->version[1], b), &c->scratch);
	arena_rewind(&c->scratch, mark);
}

static void pair_paragraphs(struct comparing *c)
{
	const struct version *a = &c->version[0], *b = &c->version[1];
	struct alignment t = align(c);
	size_t wide = (size_t)t.cols + 1;
	uint32_t i = 0, j = 0;

	while (i < t.rows && j < t.cols) {
		uint32_t like = t.likes[i * wide + j], sum = t.sums[i * wide + j];
		const struct paragraph *left = &a->paragraphs.at[i], *right = &b->paragraphs.at[j];
		if (like && sum == t.sums[(i + 1) * wide + j + 1] + like) {
			share_pair(c, left, right);
			add_pair(c, left, right);
			i++;
			j++;
		} else if (sum == t.sums[(i + 1) * wide + j]) {
			add_pair(c, left, NULL);
			i++;
		} else {
			add_pair(c, NULL, right);
			j++;
		}
	}
	for (; i < a->paragraphs.count; i++)
		add_pair(c, &a->paragraphs.at[i], NULL);
	for (; j < b->paragraphs.count; j++)
		add_pair(c, NULL, &b->paragraphs.at[j]);
}

/* --- what only one has ------------------------------------------------------------------ */

static void add_own(struct comparing *c, int side)
{
	const struct version *version = &c->version[side];
	VEC(struct extent) own = {0};
	uint32_t words = 0;

	for (uint32_t p = 0; p < version->paragraphs.count; p++) {
		struct compared_words in = words_in(version, &version->paragraphs.at[p]);
		compare_drop_islands(in);
		for (uint32_t i = 0; i < in.count; i++) {
			if (in.at[i].shared)
				continue;
			words++;
			if (i > 0 && !in.at[i - 1].shared)
				own.at[own.count - 1].end = in.at[i].at.end;
			else
				*vec_push(c->arena, &own) = in.at[i].at;
		}
	}
	c->found->side[side] =
		(struct compare_side){own.at, own.count, words, version->words.count};
}

void compare_make(const struct article *const articles[2], const uint8_t *const kinds[2],
	struct comparison *found, struct arena *arena)
{
	struct comparing c = {.found = found, .arena = arena};

	arena_init(&c.scratch);
	for (int side = 0; side < 2; side++)
		read_version(&c, side, articles[side], kinds[side]);
	compare_runs((struct compared_words){c.version[0].words.at, c.version[0].words.count},
		(struct compared_words){c.version[1].words.at, c.version[1].words.count},
		&c.scratch);
	pair_paragraphs(&c);
	found->pairs = c.pairs.at;
	found->pair_count = c.pairs.count;
	for (int side = 0; side < 2; side++)
		add_own(&c, side);
	arena_clear(&c.scratch);
}
