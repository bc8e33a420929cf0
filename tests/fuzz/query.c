/*
 * Filters on any bytes: what is read is written so that it is read as the same, and finds the
 * same; a mistake lies within the text; what is still typed is read too.
 */

#include "store/own.h"
#include "store/query-text.h"
#include "store/search.h"
#include "unit/store/made.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_hits(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct extent *hits;
	uint32_t count = search_hits(epoch, 0, query, &hits, arena);

	for (uint32_t i = 0; i < count; i++) {
		require(hits[i].start < hits[i].end);
		require(hits[i].end <= epoch_article(epoch, 0)->text.len);
		require(i == 0 || hits[i - 1].end <= hits[i].start);
	}
}

static void check_again(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	const struct query *again;
	struct query_fault wrong = {0};
	const char *written = query_write(query, arena);

	if (query_read(epoch, span_of(written), false, &again, arena, &wrong)) {
		/* What is written may be longer than what was typed. */
		require(wrong.fault.err == ERR_LIMIT);
		return;
	}
	require(strcmp(query_write(again, arena), written) == 0);
	require(again->count == query->count && again->any_person == query->any_person);
	struct result first = query_run(epoch, query, arena);
	struct result second = query_run(epoch, again, arena);
	require(first.count == second.count);
	for (uint32_t i = 0; i < first.count; i++)
		require(first.ids[i] == second.ids[i]);
}

static void check(const struct epoch *epoch, struct span text, bool live, struct arena *arena)
{
	const struct query *query;
	struct query_fault wrong = {0};

	if (query_read(epoch, text, live, &query, arena, &wrong)) {
		require(wrong.fault.words[0]);
		require(wrong.at.start <= wrong.at.end && wrong.at.end <= text.len);
		return;
	}
	check_hits(epoch, query, arena);
	check_again(epoch, query, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct made_article told[] = {
		{.path = "a",
			.source = "Le \"Monde\" (soir)",
			.title = "Le traité or and",
			.year = 2021,
			.month = 1,
			.day = 26,
			.body = "Le ministre Sergueï Lavrov a dit : « Le traité est prolongé. »"},
		{.path = "b", .title = "Une pêche", .body = "Dmitri Peskov et M. Lavrov."},
	};
	struct span text = {(const char *)data, size};
	struct made made;

	if (size > QUERY_TEXT_MOST + 1)
		return 0;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));
	own_set(epoch_own(epoch), OWN_READ, 0, true);
	own_tag_set(epoch_own(epoch), own_tag(epoch_own(epoch), SPAN("New \"START\"")), 1, true);
	check(epoch, text, false, &made.arena);
	check(epoch, text, true, &made.arena);
	made_clear(&made);
	return 0;
}
