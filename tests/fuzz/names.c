/*
 * Names on any bytes, as one paragraph and line by line: marks lie in their lines, in order, on
 * code point boundaries, and do not overlap; and whoever is made of them is mentioned where a
 * mark is, has a key of his own and a name to show, in whichever order the documents come; the
 * same of organisations and places.
 */

#include "base/buf.h"
#include "extract/names.h"
#include "know/entities.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define DOCUMENTS 3u
#define RULES 12u
#define LINES 64u

struct sample {
	struct article article;
	struct line lines[LINES];
	struct evidence evidence;
	uint8_t kinds[LINES];
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
		enum line_kind kind = (enum line_kind)(line.len % LINE_KIND_COUNT);
		if (line.len == 0)
			continue;
		sample->kinds[sample->article.line_count] = (uint8_t)kind;
		sample->lines[sample->article.line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, kind};
	}
	names_extract(&sample->article, NULL, &sample->evidence.names, &sample->evidence.entities, arena);
}

static void check_marks(const struct sample *sample)
{
	const struct name_marks *names = &sample->evidence.names;
	uint32_t end = 0, line = 0;

	for (uint32_t i = 0; i < names->count; i++) {
		const struct name_mark *mark = &names->at[i];
		while (line < sample->article.line_count &&
			sample->lines[line].at.end < mark->at.end)
			line++;
		require(line < sample->article.line_count);
		require(sample->lines[line].at.start <= mark->at.start);
		require(end <= mark->at.start && mark->at.start < mark->at.end);
		require(mark->at.start <= mark->surname.start && mark->surname.end <= mark->at.end);
		require(mark->surname.start < mark->surname.end && mark->words > 0);
		require(utf8_boundary(sample->article.text, mark->at.start));
		require(utf8_boundary(sample->article.text, mark->at.end));
		end = mark->at.end;
	}
}

static void check_entity_marks(const struct sample *sample)
{
	const struct entity_marks *marks = &sample->evidence.entities;
	uint32_t end = 0, line = 0;

	for (uint32_t i = 0; i < marks->count; i++) {
		struct extent at = marks->at[i].at;
		while (line < sample->article.line_count && sample->lines[line].at.end < at.end)
			line++;
		require(line < sample->article.line_count);
		require(sample->lines[line].at.start <= at.start);
		require(end <= at.start && at.start < at.end);
		require(utf8_boundary(sample->article.text, at.start));
		require(utf8_boundary(sample->article.text, at.end));
		require(!marks->at[i].acronym || (i > 0 && !marks->at[i - 1].acronym));
		end = at.end;
	}
}

/* People and entities, of documents in some order. */
struct made {
	struct people people;
	struct entities entities;
};

static void make(struct sample *samples, const unsigned *order, const struct people_rules *rules,
	struct made *made, struct arena *arena)
{
	struct people_beside beside = {.rules = rules};
	struct document documents[DOCUMENTS];
	const uint8_t *kinds[DOCUMENTS];

	for (unsigned i = 0; i < DOCUMENTS; i++) {
		documents[i] =
			(struct document){&samples[order[i]].article, &samples[order[i]].evidence};
		kinds[i] = samples[order[i]].kinds;
	}
	people_make(documents, kinds, DOCUMENTS, &beside, &made->people, arena);
	entities_make(documents, kinds, DOCUMENTS, &made->people, &made->entities, arena);
}

static void check_people(const struct people *a, const struct people *b)
{
	require(a->actor_count == b->actor_count);
	for (uint32_t i = 0; i < a->actor_count; i++) {
		require(strcmp(a->actors[i].slug, b->actors[i].slug) == 0);
		require(strcmp(a->actors[i].name, b->actors[i].name) == 0);
		require(a->actors[i].mentions == b->actors[i].mentions);
		require(a->actors[i].articles > 0 && a->actors[i].form_count > 0);
		require(i == 0 || strcmp(a->actors[i - 1].slug, a->actors[i].slug) != 0);
	}
	for (unsigned d = 0; d < DOCUMENTS; d++)
		for (uint32_t i = 0; i < a->documents[d].mention_count; i++)
			require(a->documents[d].mentions[i].actor < a->actor_count);
}

/* Mentions lie apart from each other and from those of persons, and both orders say the same. */
static void check_entities(const struct made *a, const struct made *b)
{
	uint32_t count = a->entities.starts[ENTITY_KIND_COUNT];

	require(count == b->entities.starts[ENTITY_KIND_COUNT]);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *entity = &a->entities.at[i];
		require(strcmp(entity->slug, b->entities.at[i].slug) == 0);
		require(strcmp(entity->name, b->entities.at[i].name) == 0);
		require(entity->mentions == b->entities.at[i].mentions);
		require(entity->articles > 0 && entity->form_count > 0);
	}
	for (unsigned d = 0; d < DOCUMENTS; d++) {
		const struct document_people *people = &a->people.documents[d];
		const struct document_entities *found = &a->entities.documents[d];
		uint32_t person = 0;
		for (uint32_t i = 0; i < found->mention_count; i++) {
			struct extent at = found->mentions[i].at;
			require(found->mentions[i].entity < count);
			while (person < people->mention_count &&
				people->mentions[person].at.end <= at.start)
				person++;
			require(person == people->mention_count ||
				at.end <= people->mentions[person].at.start);
		}
	}
}

/* What a reader might write about these people, and the input itself. */
static struct people_rules rules_about(
	const struct people *people, struct span text, struct arena *arena)
{
	struct buf rules;

	buf_init(&rules, arena);
	buf_add(&rules, text);
	for (uint32_t i = 0; i + 1 < people->actor_count && i < RULES; i++) {
		const struct actor *actor = &people->actors[i], *other = &people->actors[i + 1];
		const char *form = actor->forms[actor->form_count - 1];
		enum people_verb verb = (enum people_verb)(i % PEOPLE_VERB_COUNT);
		buf_format(&rules, "\n%s ", people_verb_name(verb));
		if (verb != PEOPLE_HIDE)
			buf_format(&rules, "%s: ", actor->name);
		buf_format(&rules, "%s",
			verb == PEOPLE_MERGE   ? other->slug
			: verb == PEOPLE_SPLIT ? form
					       : other->name);
	}
	struct people_rules parsed = people_rules_parse(buf_span(&rules), arena);
	for (uint32_t i = 0; i < parsed.count; i++)
		require(parsed.at[i].other_count > 0);
	return parsed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned forth[DOCUMENTS] = {0, 1, 2}, back[DOCUMENTS] = {2, 0, 1};
	struct arena arena;
	struct made made, again;
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
		check_entity_marks(&samples[i]);
		start = end;
	}
	make(samples, forth, NULL, &made, &arena);
	make(samples, back, NULL, &again, &arena);
	check_people(&made.people, &again.people);
	check_entities(&made, &again);
	struct people_rules rules = rules_about(&made.people, text, &arena);
	make(samples, forth, &rules, &made, &arena);
	make(samples, back, &rules, &again, &arena);
	check_people(&made.people, &again.people);
	check_entities(&made, &again);
	arena_clear(&arena);
	return 0;
}
