#include "extract/roles-words.h"

#include "base/map.h"
#include "extract/gazetteer.h"
#include "text/table.h"

#define STEM_LEAST 3     /* bytes that an ending leaves */
#define CYRILLIC_STEM 10 /* bytes: five letters tell words apart, and no case changes them */

unsigned role_word_bits(struct span folded)
{
	const struct role_word *word = TABLE_FIND(role_words, role_words_count, folded);

	return word ? word->bits : 0;
}

bool role_adjective(struct span folded)
{
	static const char *const endings[] = {"al", "ale", "ales", "aux", "el", "elle", "els",
		"elles", "ien", "ienne", "iens", "iennes", "een", "eenne", "eens", "eennes", "ique",
		"iques", "aire", "aires", "if", "ifs", "ive", "ives", "iste", "istes", "ois",
		"oise", "oises", "ain", "ains", "aine", "aines", "aise", "aises"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (folded.len > strlen(endings[i]) + 2 && span_ends(folded, span_of(endings[i])))
			return true;
	return false;
}

/* The last letters replaced; the word itself where it does not end so or too little is left. */
static struct span without(struct span word, const char *from, const char *to, struct arena *arena)
{
	struct span ending = span_of(from), other = span_of(to);

	if (!span_ends(word, ending) || word.len < ending.len + STEM_LEAST)
		return word;
	size_t len = word.len - ending.len;
	if (other.len == 0)
		return span_cut(word, 0, len);
	char *stem = arena_alloc(arena, len + other.len);
	memcpy(stem, word.at, len);
	memcpy(stem + len, other.at, other.len);
	return (struct span){stem, len + other.len};
}

struct span role_stem(struct span folded, struct arena *arena)
{
	struct span stem = folded;

	if (folded.len > 0 && (unsigned char)folded.at[0] >= 0xD0) {
		bool even = folded.len > CYRILLIC_STEM;
		return even ? span_cut(folded, 0, CYRILLIC_STEM) : folded;
	}
	stem = without(stem, "aux", "al", arena);
	stem = without(stem, "x", "", arena);
	stem = without(stem, "s", "", arena);
	stem = without(stem, "e", "", arena);
	stem = without(stem, "e", "", arena);
	stem = without(stem, "eus", "eur", arena);
	stem = without(stem, "s", "", arena);
	stem = without(stem, "tric", "teur", arena);
	stem = without(stem, "iv", "if", arena);
	if (stem.len > STEM_LEAST && stem.at[stem.len - 1] == stem.at[stem.len - 2])
		stem.len--; /* "européenn" */
	return stem;
}

uint32_t role_key(struct span folded, struct arena *arena, bool *nation)
{
	struct span stem = role_stem(folded, arena);
	const struct role_synonym *like = TABLE_FIND(role_synonyms, role_synonyms_count, stem);
	uint64_t hash;

	*nation = like && like->nation;
	hash = hash_bytes(like ? span_of(like->means) : stem);
	return (uint32_t)(hash ^ hash >> 32) | 1;
}
