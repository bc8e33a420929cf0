#include "store/query.h"

#include "store/epoch-parts.h"
#include "text/fold.h"

/* Whether the folded name is the speaker's, case and accents aside. */
static bool is_called(struct span speaker, struct span folded, struct arena *scratch)
{
	struct arena_mark mark = arena_mark(scratch);
	bool same = span_equal(fold(speaker, scratch), folded);

	arena_rewind(scratch, mark);
	return same;
}

/* The first quotation by somebody of that name whom the archive does not know as a person. */
static const struct quotation *find_speaker(const struct epoch *epoch, struct span name)
{
	const struct quotation *found = NULL;
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(name, &scratch);
	for (article_id id = 0; id < epoch->count && !found; id++) {
		const struct facts *facts = &epoch->facts[id];
		for (uint32_t i = 0; i < facts->quote_count && !found; i++)
			if (facts->quotes[i].speaker.len &&
				is_called(facts->quotes[i].speaker, folded, &scratch))
				found = &facts->quotes[i];
	}
	arena_clear(&scratch);
	return found;
}

enum err query_says(const struct epoch *epoch, struct span name, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span trimmed = span_trim(name);
	const struct quotation *quotation;
	struct clause person;
	enum err err = query_person(epoch, trimmed, &person, arena, why);

	if (!err) {
		person.kind = CLAUSE_SAYS;
		*clause = person;
		return OK;
	}
	quotation = trimmed.len ? find_speaker(epoch, trimmed) : NULL;
	if (!quotation)
		return err;
	*clause = (struct clause){
		.kind = CLAUSE_SAYS, .text = arena_string(arena, quotation->speaker)};
	clause->label = clause->text;
	return OK;
}

bool query_quoted(const struct epoch *epoch, const struct clause *clause,
	const struct quotation *quotation, struct arena *scratch)
{
	struct span text = span_of(clause->text);
	const struct map_entry *slug = map_get(&epoch->slugs, text);

	if (!quotation->speaker.len)
		return false;
	if (slug)
		return quotation->actor == slug->value;
	struct arena_mark mark = arena_mark(scratch);
	bool called = is_called(quotation->speaker, fold(text, scratch), scratch);
	arena_rewind(scratch, mark);
	return called;
}
