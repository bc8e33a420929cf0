#include "app/narrowing.h"

#include "base/vec.h"
#include "text/fold.h"

VEC_OF(struct extent, places);

/* Keeps the places in the order of their starts: few words are typed. */
static void insert(struct arena *arena, struct places *places, struct extent place)
{
	vec_push(arena, places);
	uint32_t at = places->count - 1;
	for (; at > 0 && places->at[at - 1].start > place.start; at--)
		places->at[at] = places->at[at - 1];
	places->at[at] = place;
}

/* Places that meet become one. */
static void join(struct places *places)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < places->count; i++) {
		struct extent place = places->at[i];
		if (kept == 0 || places->at[kept - 1].end < place.start)
			places->at[kept++] = place;
		else if (place.end > places->at[kept - 1].end)
			places->at[kept - 1].end = place.end;
	}
	places->count = kept;
}

bool narrowing_find(struct span label, struct span folded, struct extent **hits, uint32_t *count,
	struct arena *arena)
{
	struct places places = {0};
	struct extent place;

	*hits = NULL;
	*count = 0;
	for (size_t at = 0, end; at < folded.len; at = end + 1) {
		end = span_find(folded, SPAN(" "), at);
		if (end == at)
			continue;
		if (!fold_find(label, span_cut(folded, at, end), 0, &place))
			return false;
		insert(arena, &places, place);
	}
	join(&places);
	*hits = places.at;
	*count = places.count;
	return true;
}
