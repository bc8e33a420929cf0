/*
 * Functions on any bytes: marks lie in their lines, on code point boundaries, the longer of those
 * that begin together first; what is made of them has a holder who is mentioned, days in order,
 * and mentions by function that neither overlap others nor lack a reading; in whichever order the
 * documents come.
 */

#include "extract/names.h"
#include "extract/roles.h"
#include "know/roles.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define DOCUMENTS 3u
#define LINES 64u

struct sample {
	struct article article;
	struct line lines[LINES];
	struct evidence evidence;
	uint8_t kinds[LINES];
	struct published published;
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void fill(
	struct sample *sample, struct span text, enum language language, struct arena *arena)
{
	struct span rest = text, line;

	sample->article = (struct article){
		.path = "x", .text = text, .language = language, .lines = sample->lines};
	while (sample->article.line_count < LINES && span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - text.at);
		if (line.len == 0)
			continue;
		sample->kinds[sample->article.line_count] =
			line.len % 7 ? LINE_PARAGRAPH : LINE_FURNITURE;
		sample->lines[sample->article.line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
	sample->published.day = text.len % 3 ? (int32_t)(text.len % 400) : DAY_NONE;
	sample->published.precision = text.len % 3 ? PRECISION_DAY : PRECISION_NONE;
	names_extract(&sample->article, NULL, &sample->evidence.names, NULL, arena);
	roles_extract(&sample->article, NULL, &sample->evidence.names, &sample->evidence.roles, arena);
}

static void check_marks(const struct sample *sample)
{
	const struct role_marks *roles = &sample->evidence.roles;
	struct span text = sample->article.text;

	for (uint32_t i = 0; i < roles->count; i++) {
		const struct role_mark *mark = &roles->at[i], *last = i ? mark - 1 : NULL;
		require(mark->phrase.start <= mark->at.start && mark->at.start < mark->at.end);
		require(mark->phrase.end == mark->at.end && mark->at.end <= text.len);
		require(!last || last->at.start < mark->at.start ||
			(last->at.start == mark->at.start && last->at.end >= mark->at.end));
		require(utf8_boundary(text, mark->phrase.start));
		require(utf8_boundary(text, mark->at.start) && utf8_boundary(text, mark->at.end));
		require(!memchr(text.at + mark->at.start, '\n', mark->at.end - mark->at.start));
		require(mark->head != 0);
		for (int w = 1; w < ROLE_MARK_WORDS && mark->words[w]; w++)
			require(mark->words[w - 1] < mark->words[w]);
	}
}

static void make(
	struct sample *samples, const unsigned *order, struct people *people, struct arena *arena)
{
	struct document documents[DOCUMENTS];
	struct published published[DOCUMENTS];
	const uint8_t *kinds[DOCUMENTS];

	for (unsigned i = 0; i < DOCUMENTS; i++) {
		struct sample *sample = &samples[order[i]];
		documents[i] = (struct document){&sample->article, &sample->evidence};
		kinds[i] = sample->kinds;
		published[i] = sample->published;
	}
	people_make(documents, kinds, DOCUMENTS, NULL, people, arena);
	roles_make(documents, kinds, published, DOCUMENTS, people, arena);
}

static void check_mentions(const struct people *people)
{
	for (unsigned d = 0; d < DOCUMENTS; d++) {
		const struct document_people *document = &people->documents[d];
		for (uint32_t i = 0; i < document->mention_count; i++) {
			const struct mention *mention = &document->mentions[i];
			require(mention->actor < people->actor_count);
			require(i == 0 || mention[-1].at.end <= mention->at.start);
			require((mention->how == HOW_ROLE) == (mention->reading != NULL));
			require(!mention->reading || mention->reading->actor == mention->actor);
		}
	}
}

static void check_roles(const struct people *a, const struct people *b)
{
	require(a->actor_count == b->actor_count);
	for (uint32_t i = 0; i < a->actor_count; i++) {
		const struct actor *x = &a->actors[i], *y = &b->actors[i];
		require(x->role_count == y->role_count && x->role_articles == y->role_articles);
		for (uint32_t r = 0; r < x->role_count; r++) {
			const struct role *role = &x->roles[r];
			require(strcmp(role->text, y->roles[r].text) == 0 && role->text[0]);
			require(role->from == y->roles[r].from && role->to == y->roles[r].to);
			require(role->from <= role->to);
			require(role->articles > 0 && role->articles <= role->reading_count);
			for (uint32_t k = 0; k < role->reading_count; k++)
				require(role->readings[k].actor == i &&
					role->readings[k].role == r);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned forth[DOCUMENTS] = {0, 1, 2}, back[DOCUMENTS] = {2, 0, 1};
	struct arena arena;
	struct people people, again;
	enum language language = size ? (enum language)(data[0] % LANGUAGE_COUNT) : LANGUAGE_NONE;

	arena_init(&arena);
	struct span text = decode((struct span){(const char *)data, size}, &arena).text;
	struct sample *samples = ARENA_ARRAY(&arena, struct sample, DOCUMENTS);
	size_t third = text.len / DOCUMENTS;
	for (size_t i = 0, start = 0; i < DOCUMENTS; i++) {
		size_t end = i + 1 == DOCUMENTS ? text.len : (i + 1) * third;
		while (!utf8_boundary(text, end))
			end++;
		fill(&samples[i], span_cut(text, start, end), language, &arena);
		check_marks(&samples[i]);
		start = end;
	}
	make(samples, forth, &people, &arena);
	make(samples, back, &again, &arena);
	check_mentions(&people);
	check_roles(&people, &again);
	arena_clear(&arena);
	return 0;
}
