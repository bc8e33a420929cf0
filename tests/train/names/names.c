/*
 * Makes src/extract/tagger-weights.bin out of articles whose persons are marked, and measures the
 * names of articles that the weights did not see.
 *
 *     names weights FOLDER FILE    the weights of all articles, into FILE
 *     names folds FOLDER OUT       five-fold cross-validation in runs of consecutive articles:
 *                                  what `depeche export` would print, into OUT
 */

#include "corpus.h"
#include "crf.h"

#include "base/buf.h"
#include "extract/names-reach.h"
#include "extract/names-tagged.h"
#include "know/entities.h"
#include "know/people.h"

#include <stdio.h>
#include <string.h>

#define FOLDS 5

static const struct crf_plan plan = {.epochs = 16,
	.seeds = 4,
	.rate = .1f,
	.penalty = .004f,
	.dropout = .4f,
	.persons = .6f,
	.reluctance = .1f};

/* --- examples --------------------------------------------------------------------------- */

/* The first mark that the word lies in, and be it in part; count: none. */
static uint32_t mark_at(const struct sample *sample, const struct word *word)
{
	uint32_t i = 0;

	while (i < sample->marks.count && (sample->marks.at[i].at.start >= word->end ||
						  sample->marks.at[i].at.end <= word->start))
		i++;
	return i;
}

static void add_run(struct examples *examples, const struct sample *sample,
	const struct passage *passage, struct passage_stretch *at, int64_t start, int64_t end,
	struct arena *arena)
{
	uint32_t count = (uint32_t)(end - start), last = sample->marks.count;
	uint8_t *labels = ARENA_ARRAY(arena, uint8_t, count);

	if (count > 500)
		return;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t mark = mark_at(sample, &at->stretch.tokens.at[start + i].word);
		unsigned label = LABEL_OUT;
		if (mark < sample->marks.count)
			label = sample->marks.at[mark].label;
		if (mark == last && label_is_in(label + 1))
			label++;
		labels[i] = (uint8_t)label;
		last = mark;
	}
	struct features *features = features_of(passage, at, start, end, arena);
	*vec_push(arena, examples) = (struct example){features, labels, count};
}

static void add_sample(struct examples *examples, const struct sample *sample, struct arena *arena)
{
	struct passage passage;
	struct passage_place place = {0, 0};

	while (passage_next(&passage, sample->article, NULL, &place, arena))
		for (uint32_t k = 0; k < passage.stretches.count; k++) {
			struct passage_stretch *at = &passage.stretches.at[k];
			int64_t count = (int64_t)at->stretch.tokens.count;
			for (int64_t i = 0; i < count; i++) {
				if (!stretch_capital(&at->stretch, i))
					continue;
				int64_t end = reach_run(&at->stretch, i);
				add_run(examples, sample, &passage, at, i, end, arena);
				i = end - 1;
			}
		}
}

/* The samples outside [from, to). */
static void train(const struct samples *samples, uint32_t from, uint32_t to,
	signed char weights[TAGGER_BYTES])
{
	struct arena arena;
	struct examples examples = {0};

	arena_init(&arena);
	for (uint32_t i = 0; i < samples->count; i++)
		if (i < from || i >= to)
			add_sample(&examples, &samples->at[i], &arena);
	crf_train(&examples, &plan, weights);
	arena_clear(&arena);
}

/* --- what is found -------------------------------------------------------------------------- */

static void add_json(struct buf *out, struct span text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '"' || c == '\\')
			buf_char(out, '\\');
		if ((unsigned char)c < 0x20)
			buf_format(out, "\\u%04x", c);
		else
			buf_char(out, c);
	}
	buf_char(out, '"');
}

static void add_mention(struct buf *out, struct extent at, const char *kind, const char *actor)
{
	buf_format(out, "%s{\"start\":%u,\"end\":%u,\"kind\":\"%s\",\"how\":\"name\",\"actor\":",
		out->at[out->len - 1] == '[' ? "" : ",", at.start, at.end, kind);
	add_json(out, span_of(actor));
	buf_char(out, '}');
}

/* What the archive makes of the samples. */
struct made {
	struct people people;
	struct entities entities;
};

static void print_record(FILE *file, const struct sample *sample, const struct made *made,
	uint32_t i, struct arena *arena)
{
	const struct document_people *people = &made->people.documents[i];
	const struct document_entities *entities = &made->entities.documents[i];
	struct buf out;

	buf_init(&out, arena);
	buf_text(&out, "{\"path\":");
	add_json(&out, span_of(sample->path));
	buf_text(&out, ",\"text\":");
	add_json(&out, sample->article->text);
	buf_text(&out, ",\"mentions\":[");
	for (uint32_t k = 0; k < people->mention_count; k++)
		add_mention(&out, people->mentions[k].at, "person",
			made->people.actors[people->mentions[k].actor].name);
	for (uint32_t k = 0; k < entities->mention_count; k++) {
		const struct entity *entity = &made->entities.at[entities->mentions[k].entity];
		add_mention(&out, entities->mentions[k].at,
			entity->kind == ENTITY_PLACE ? "place" : "organisation", entity->name);
	}
	buf_text(&out, "]}\n");
	fwrite(out.at, 1, out.len, file);
}

/* The names in the samples [from, to), which make an archive of their own. */
static void resolve(const struct samples *samples, const struct evidence *evidence, uint32_t from,
	uint32_t to, FILE *file)
{
	struct arena arena;
	struct made made;
	uint32_t count = to - from;

	arena_init(&arena);
	struct document *documents = ARENA_ARRAY(&arena, struct document, count);
	const uint8_t **kinds = ARENA_ARRAY(&arena, const uint8_t *, count);
	for (uint32_t i = 0; i < count; i++) {
		const struct article *article = samples->at[from + i].article;
		uint8_t *own = ARENA_ARRAY(&arena, uint8_t, article->line_count);
		documents[i] = (struct document){article, &evidence[from + i]};
		for (uint32_t k = 0; k < article->line_count; k++)
			own[k] = (uint8_t)article->lines[k].kind;
		kinds[i] = own;
	}
	people_make(documents, kinds, count, NULL, &made.people, &arena);
	entities_make(documents, kinds, count, &made.people, &made.entities, &arena);
	for (uint32_t i = 0; i < count; i++)
		print_record(file, &samples->at[from + i], &made, i, &arena);
	arena_clear(&arena);
}

/* The first sample of another year than the first: its path names it. */
static uint32_t second_year(const struct samples *samples)
{
	for (uint32_t i = 0; i < samples->count; i++)
		if (strstr(samples->at[i].path, "/2017/"))
			return i;
	return samples->count;
}

static int run_folds(const struct samples *samples, const char *path, struct arena *arena)
{
	struct evidence *evidence = ARENA_ARRAY(arena, struct evidence, samples->count);
	signed char *weights = ARENA_ARRAY(arena, signed char, TAGGER_BYTES);
	FILE *file = fopen(path, "wb");
	uint32_t second = second_year(samples);

	if (!file)
		return 2;
	for (uint32_t fold = 0; fold < FOLDS; fold++) {
		uint32_t from = samples->count * fold / FOLDS;
		uint32_t to = samples->count * (fold + 1) / FOLDS;
		train(samples, from, to, weights);
		for (uint32_t i = from; i < to; i++)
			names_tagged(samples->at[i].article, NULL, weights, &evidence[i].names,
				&evidence[i].entities, arena);
	}
	resolve(samples, evidence, 0, second, file);
	if (second < samples->count)
		resolve(samples, evidence, second, samples->count, file);
	return fclose(file) == 0 ? 0 : 2;
}

static int write_weights(const struct samples *samples, const char *path, struct arena *arena)
{
	signed char *weights = ARENA_ARRAY(arena, signed char, TAGGER_BYTES);
	FILE *file = fopen(path, "wb");

	if (!file)
		return 2;
	train(samples, 0, 0, weights);
	fwrite(weights, 1, TAGGER_BYTES, file);
	return fclose(file) == 0 ? 0 : 2;
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct samples samples = {0};
	int result = 2;

	if (argc != 4) {
		fprintf(stderr, "usage: names weights|folds FOLDER FILE\n");
		return 2;
	}
	arena_init(&arena);
	corpus_read(&samples, argv[2], &arena);
	if (strcmp(argv[1], "weights") == 0)
		result = write_weights(&samples, argv[3], &arena);
	else if (strcmp(argv[1], "folds") == 0)
		result = run_folds(&samples, argv[3], &arena);
	arena_clear(&arena);
	return result;
}
