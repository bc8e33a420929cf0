#include "store/query.h"

#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "text/fold.h"

/* Whether the folded name is the speaker's, case and accents aside. */
static bool is_called(struct span speaker, struct span folded, struct arena *scratch)
{
	struct arena_mark mark = arena_mark(scratch);
	bool same = span_equal(fold(speaker, scratch), folded);

	arena_rewind(scratch, mark);
	return same;
}

/* The first that is quoted under that name and whom the archive does not know as a person; null. */
static const char *find_speaker(const struct epoch *epoch, struct span name, struct arena *arena)
{
	const char *found = NULL;
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(name, &scratch);
	for (article_id id = 0; id < epoch->count && !found; id++) {
		struct epoch_mark mark = epoch_mark(epoch);
		const struct facts *facts = epoch_facts(epoch, id);
		for (uint32_t i = 0; i < facts->quote_count && !found; i++)
			if (facts->quotes[i].speaker.len &&
				is_called(facts->quotes[i].speaker, folded, &scratch))
				found = arena_string(arena, facts->quotes[i].speaker);
		epoch_rewind(epoch, mark);
	}
	arena_clear(&scratch);
	return found;
}

enum err query_says(const struct epoch *epoch, struct span name, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span trimmed = span_trim(name);
	const char *speaker;
	struct clause person;
	enum err err = query_person(epoch, trimmed, &person, arena, why);

	if (!err) {
		person.kind = CLAUSE_SAYS;
		*clause = person;
		return OK;
	}
	speaker = trimmed.len ? find_speaker(epoch, trimmed, arena) : NULL;
	if (!speaker)
		return err;
	*clause = (struct clause){.kind = CLAUSE_SAYS, .text = speaker, .label = speaker};
	return OK;
}

bool query_quoted(const struct epoch *epoch, const struct clause *clause,
	const struct quotation *quotation, struct arena *scratch)
{
	struct span text = span_of(clause->text);
	uint32_t actor = dictionary_get(&epoch->slugs, text);

	if (!quotation->speaker.len)
		return false;
	if (actor != DICTIONARY_NONE)
		return quotation->actor == actor;
	struct arena_mark mark = arena_mark(scratch);
	bool called = is_called(quotation->speaker, fold(text, scratch), scratch);
	arena_rewind(scratch, mark);
	return called;
}
