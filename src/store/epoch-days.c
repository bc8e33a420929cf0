#include "store/epoch-parts.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return x < y ? -1 : x > y;
}

uint32_t epoch_days_of(const struct epoch *epoch, article_id id, int32_t *days)
{
	const struct facts *facts = &epoch->facts[id];
	uint32_t count = 0, kept = 0;

	for (uint32_t i = 0; i < facts->day_count; i++)
		if (facts->days[i].from == facts->days[i].to)
			days[count++] = facts->days[i].from;
	if (count > 1)
		qsort(days, count, sizeof *days, by_day);
	for (uint32_t i = 0; i < count; i++)
		if (kept == 0 || days[kept - 1] != days[i])
			days[kept++] = days[i];
	return kept;
}

/* A day and the article that speaks of it, by its row. */
struct speaking {
	uint32_t row;
	article_id id;
};

void epoch_index_days(struct epoch *epoch)
{
	VEC(struct speaking) all = {0};
	struct arena scratch;

	arena_init(&scratch);
	map_init(&epoch->day_rows, &epoch->arena);
	epoch->days = ARENA_ARRAY(&epoch->arena, int32_t, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->days[id] = epoch->facts[id].published.day;
		int32_t *days = ARENA_ARRAY(&scratch, int32_t, epoch->facts[id].day_count);
		uint32_t count = epoch_days_of(epoch, id, days);
		for (uint32_t i = 0; i < count; i++) {
			struct map_entry *entry =
				map_put_number(&epoch->day_rows, (uint32_t)days[i], NULL);
			*vec_push(&scratch, &all) =
				(struct speaking){(uint32_t)(entry - epoch->day_rows.entries), id};
		}
	}
	postings_init(&epoch->day_articles, epoch->day_rows.count, &epoch->arena);
	for (uint32_t i = 0; i < all.count; i++)
		postings_count(&epoch->day_articles, all.at[i].row);
	postings_settle(&epoch->day_articles, &epoch->arena);
	for (uint32_t i = 0; i < all.count; i++)
		postings_put(&epoch->day_articles, all.at[i].row, all.at[i].id);
	arena_clear(&scratch);
}
