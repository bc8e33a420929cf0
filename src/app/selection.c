#include "app/selection.h"

#include "base/vec.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "store/operators.h"
#include "store/query-text.h"
#include "store/rank.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* --- the filter ------------------------------------------------------------------------- */

static struct clause days_clause(const struct options *options, struct arena *arena)
{
	bool since = options->since_day != DAY_NONE, until = options->until_day != DAY_NONE;
	struct clause clause = {.kind = CLAUSE_DATE};

	clause.from = since ? options->since_day : DAY_NONE + 1;
	clause.to = until ? options->until_day : INT32_MAX;
	clause.text = clause.label = arena_format(
		arena, "%s..%s", since ? options->since : "", until ? options->until : "");
	return clause;
}

/* The place of a mistake is a character, counted from 1. */
static enum err read_filter(struct span text, const struct epoch *epoch, const struct query **query,
	struct arena *arena, struct fault *why)
{
	struct query_fault fault = {0};
	enum err err = query_read(epoch, text, false, query, arena, &fault);
	unsigned character = 1;

	if (!err)
		return OK;
	for (size_t at = 0; at < fault.at.start && at < text.len;) {
		utf8_next(text, &at);
		character++;
	}
	return fail(why, err, "--filter, character %u: %.400s", character, fault.fault.words);
}

enum err selection_query(const struct options *options, const struct epoch *epoch,
	const struct query **query, struct arena *arena, struct fault *why)
{
	const struct query *found = query_empty();
	struct fault source = {0};
	struct clause clause;
	enum err err;

	if (options->filter) {
		err = read_filter(span_of(options->filter), epoch, &found, arena, why);
		if (err)
			return err;
	}
	if (options->person) {
		clause = (struct clause){0};
		err = query_person(epoch, span_of(options->person), &clause, arena, why);
		if (err)
			return err;
		found = query_with(found, clause, arena);
	}
	if (options->says) {
		clause = (struct clause){0};
		err = query_says(epoch, span_of(options->says), &clause, arena, why);
		if (err)
			return err;
		found = query_with(found, clause, arena);
	}
	if (options->since || options->until)
		found = query_with(found, days_clause(options, arena), arena);
	if (options->source) {
		clause = (struct clause){0};
		err = query_source(epoch, span_of(options->source), &clause, arena, &source);
		if (err)
			return fail(
				why, err, "--source=%.100s: %.300s", options->source, source.words);
		found = query_with(found, clause, arena);
	}
	if (options->lang) {
		const char *code = language_code(language_named(span_of(options->lang)));

		clause = (struct clause){.kind = CLAUSE_LANGUAGE, .text = code, .label = code};
		found = query_with(found, clause, arena);
	}
	*query = found;
	return OK;
}

/* The clause that asks who speaks; null when none does. */
static const struct clause *speaker_clause(const struct query *query)
{
	for (uint32_t i = 0; i < query->count; i++)
		if (query->clauses[i].kind == CLAUSE_SAYS)
			return &query->clauses[i];
	return NULL;
}

uint32_t selection_quotes(const struct epoch *epoch, const struct query *query,
	const struct result *result, struct selection_quote **quotes, struct arena *arena)
{
	const struct clause *says = speaker_clause(query);
	VEC(struct selection_quote) found = {0};

	for (uint32_t i = 0; i < result->count; i++) {
		const struct facts *facts = epoch_facts(epoch, result->ids[i]);
		for (uint32_t q = 0; q < facts->quote_count; q++)
			if (!says || query_quoted(epoch, says, &facts->quotes[q], arena))
				*vec_push(arena, &found) =
					(struct selection_quote){result->ids[i], &facts->quotes[q]};
	}
	*quotes = found.at;
	return found.count;
}

/* --- the order -------------------------------------------------------------------------- */

struct sorted {
	struct span key; /* folded title or source; empty stands last */
	uint32_t place;  /* by date: decides between equals */
	article_id id;
};

static int compare_sorted(const void *a, const void *b)
{
	const struct sorted *one = a, *two = b;
	int order = (one->key.len == 0) - (two->key.len == 0);

	if (!order)
		order = span_compare(one->key, two->key);
	return order ? order : (one->place > two->place) - (one->place < two->place);
}

/* By title the opening quotation mark, and whatever else is no letter, does not count. */
static struct span sort_key(struct span text, struct arena *arena)
{
	struct span folded = fold(text, arena);

	for (size_t at = 0, start = 0; at < folded.len; start = at) {
		uint32_t point = utf8_next(folded, &at);

		if (utf8_is_letter(point) || utf8_is_digit(point))
			return span_cut(folded, start, folded.len);
	}
	return folded;
}

const article_id *selection_sort(const struct options *options, const struct epoch *epoch,
	const struct query *query, const struct result *result, struct arena *arena)
{
	struct sorted *sorted;
	article_id *ids;
	char by = options->sort ? options->sort[0] : 'd';

	if (by == 'd')
		return result->ids;
	if (by == 'r')
		return rank_articles(epoch, query, result, arena);
	sorted = ARENA_ARRAY(arena, struct sorted, result->count);
	ids = ARENA_ARRAY(arena, article_id, result->count);
	for (uint32_t i = 0; i < result->count; i++) {
		article_id id = result->ids[i];

		sorted[i].id = id;
		sorted[i].place = i;
		sorted[i].key = sort_key(
			by == 't' ? epoch_title(epoch, id) : epoch_source(epoch, id), arena);
	}
	qsort(sorted, result->count, sizeof *sorted, compare_sorted);
	for (uint32_t i = 0; i < result->count; i++)
		ids[i] = sorted[i].id;
	return ids;
}

/* --- people ----------------------------------------------------------------------------- */

static void count_article(const struct facts *facts, struct selection_person *all)
{
	int32_t day = facts->published.day;

	for (uint32_t i = 0; i < facts->people_count; i++) {
		struct selection_person *person = &all[facts->people[i]];

		person->articles++;
		if (day == DAY_NONE)
			continue;
		if (person->first == DAY_NONE || day < person->first)
			person->first = day;
		if (person->last == DAY_NONE || day > person->last)
			person->last = day;
	}
	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (facts->mentions[i].how == HOW_NAME)
			all[facts->mentions[i].actor].mentions++;
}

/* Actors are numbered by articles, then slug, which decides between equals. */
static int compare_people(const void *a, const void *b)
{
	const struct selection_person *one = a, *two = b;

	if (one->articles != two->articles)
		return one->articles < two->articles ? 1 : -1;
	if (one->mentions != two->mentions)
		return one->mentions < two->mentions ? 1 : -1;
	return (one->actor > two->actor) - (one->actor < two->actor);
}

uint32_t selection_people(const struct epoch *epoch, const article_id *ids, uint32_t count,
	struct selection_person **people, struct arena *arena)
{
	uint32_t actors = epoch_actor_count(epoch), named = 0;
	struct selection_person *all = ARENA_ARRAY(arena, struct selection_person, actors);

	for (uint32_t i = 0; i < actors; i++)
		all[i] = (struct selection_person){.actor = i, .first = DAY_NONE, .last = DAY_NONE};
	for (uint32_t i = 0; i < count; i++) {
		struct epoch_mark mark = epoch_mark(epoch);
		count_article(epoch_facts(epoch, ids[i]), all);
		epoch_rewind(epoch, mark);
	}
	for (uint32_t i = 0; i < actors; i++)
		if (all[i].articles)
			all[named++] = all[i];
	qsort(all, named, sizeof *all, compare_people);
	*people = all;
	return named;
}
