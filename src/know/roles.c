#include "know/roles.h"

#include "know/roles-held.h"

#include <stdlib.h>

uint64_t role_mark_key(const struct role_mark *mark)
{
	uint64_t key = hash_mix(mark->head, mark->former);

	for (int i = 0; i < ROLE_MARK_WORDS && mark->words[i]; i++)
		key = hash_mix(key, mark->words[i]);
	return key;
}

bool role_mark_within(const struct role_mark *a, const struct role_mark *b)
{
	int j = 0;

	for (int i = 0; i < ROLE_MARK_WORDS && a->words[i]; i++) {
		while (j < ROLE_MARK_WORDS && b->words[j] && b->words[j] < a->words[i])
			j++;
		if (j == ROLE_MARK_WORDS || b->words[j] != a->words[i])
			return false;
	}
	return true;
}

const struct role_mark **roles_of(const struct holding *holding, uint32_t document, uint32_t *count)
{
	const struct article *article = holding->documents[document].article;
	const struct role_marks *marks = &holding->documents[document].evidence->roles;
	const struct role_mark **found =
		ARENA_ARRAY(holding->scratch, const struct role_mark *, marks->count);
	uint32_t line = 0;

	*count = 0;
	for (uint32_t i = 0; i < marks->count; i++) {
		while (line < article->line_count &&
			article->lines[line].at.end < marks->at[i].at.end)
			line++;
		if (line == article->line_count)
			break;
		enum line_kind kind = (enum line_kind)holding->kinds[document][line];
		if (line_is_body(kind) || kind == LINE_TITLE)
			found[(*count)++] = &marks->at[i];
	}
	return found;
}

void roles_make(const struct document *documents, const uint8_t *const *kinds,
	const struct published *published, uint32_t count, struct people *people,
	struct arena *arena)
{
	struct arena scratch;
	struct holding holding = {.documents = documents,
		.kinds = kinds,
		.published = published,
		.count = count,
		.people = people,
		.arena = arena,
		.scratch = &scratch};

	arena_init(&scratch);
	roles_hold(&holding);
	roles_name(&holding);
	arena_clear(&scratch);
}
