#include "know/people-written.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "know/people-keys.h"
#include "text/fold.h"
#include "text/script.h"

#include <string.h>

/* The longest ending of a case, and the shortest stem, in bytes. */
#define ENDING_LEN 4u
#define STEM_LEN 3u

void written_init(struct written *written, struct arena *arena)
{
	*written = (struct written){.arena = arena};
	map_init(&written->exact, arena);
	map_init(&written->near, arena);
	map_init(&written->stems, arena);
	map_init(&written->families, arena);
}

/* In small Latin letters, without particles (al-Assad's too) and signs. */
static struct span plain_of(struct span surname, struct arena *arena)
{
	struct span rest = fold(script_latin(surname, arena), arena), word;
	struct buf parted, plain;

	buf_init(&parted, arena);
	for (size_t i = 0; i < rest.len; i++)
		buf_char(&parted, rest.at[i] == '-' ? ' ' : rest.at[i]);
	buf_init(&plain, arena);
	for (rest = buf_span(&parted); name_next_word(&rest, &word);) {
		if (rest.len > 0 && gazetteer_lists(word) & LIST_PARTICLE)
			continue;
		for (size_t i = 0; i < word.len; i++)
			if (word.at[i] != '\'' && word.at[i] != '.')
				buf_char(&plain, word.at[i]);
	}
	return buf_span(&plain);
}

static uint64_t stem_key(struct span stem, uint32_t family)
{
	return hash_mix(hash_bytes(stem), family);
}

static void put_stem(struct written *written, struct span stem, uint32_t family)
{
	bool made;

	if (stem.len >= STEM_LEN)
		map_put_number(&written->stems, stem_key(stem, family), &made);
}

static bool is_vowel(char letter)
{
	return letter && strchr("aeiouy", letter) != NULL;
}

/* The surname, the surname without its final vowel, or without the e that goes when an ending
 * comes (Pavel, Pavla). */
static void put_stems(struct written *written, struct span plain, uint32_t family)
{
	size_t len = plain.len;

	put_stem(written, plain, family);
	if (len < STEM_LEN)
		return;
	if (is_vowel(plain.at[len - 1])) {
		put_stem(written, span_cut(plain, 0, len - 1), family);
	} else if (plain.at[len - 2] == 'e') {
		struct buf stem;
		buf_init(&stem, written->arena);
		buf_add(&stem, span_cut(plain, 0, len - 2));
		buf_char(&stem, plain.at[len - 1]);
		put_stem(written, buf_span(&stem), family);
	}
}

void written_teach(struct written *written, struct span surname, uint32_t family)
{
	bool made;

	map_put(&written->exact, surname, &made);
	if (!made)
		return;
	struct span plain = plain_of(surname, written->arena);
	map_put(&written->near, plain, NULL);
	map_put_number(&written->families, family, &made);
	put_stems(written, plain, family);
}

static bool is_case(const struct written *written, struct span plain, uint32_t family)
{
	for (size_t cut = 0; cut <= ENDING_LEN && cut + STEM_LEN <= plain.len; cut++) {
		struct span stem = span_cut(plain, 0, plain.len - cut);
		if (map_get_number(&written->stems, stem_key(stem, family)))
			return true;
	}
	return false;
}

enum likeness written_like(
	const struct written *written, struct span surname, uint32_t family, bool declined)
{
	struct arena scratch;
	enum likeness like = LIKE_SOUND;

	if (!map_get_number(&written->families, family))
		return LIKE_NONE;
	if (map_get(&written->exact, surname))
		return LIKE_SAME;
	arena_init(&scratch);
	struct span plain = plain_of(surname, &scratch);
	if (map_get(&written->near, plain))
		like = LIKE_NEAR;
	else if (declined && is_case(written, plain, family))
		like = LIKE_ENDING;
	arena_clear(&scratch);
	return like;
}
