#include "text/language.h"

#include "base/map.h"
#include "text/fold.h"

#include <libstemmer.h>
#include <string.h>

#define KNOWN_LEAST 1024u
#define KNOWN_MOST 32768u /* two megabytes a thread */
#define KNOWN_LEN 61u      /* bytes of a word and its stem together */

/* How the library names the languages that it has rules for. */
static const char *const names[LANGUAGE_COUNT] = {
	[LANGUAGE_FR] = "french",
	[LANGUAGE_EN] = "english",
	[LANGUAGE_DE] = "german",
	[LANGUAGE_ES] = "spanish",
	[LANGUAGE_IT] = "italian",
	[LANGUAGE_PT] = "portuguese",
	[LANGUAGE_NL] = "dutch",
	[LANGUAGE_RU] = "russian",
	[LANGUAGE_SV] = "swedish",
	[LANGUAGE_RO] = "romanian",
	[LANGUAGE_TR] = "turkish",
	[LANGUAGE_EL] = "greek",
	[LANGUAGE_AR] = "arabic",
};

/* A word that was met before, and its stem after it.  All zero: nothing, and its stem nothing. */
struct known {
	unsigned char language, word_len, stem_len;
	char bytes[KNOWN_LEN];
};

struct stemmer {
	struct arena arena; /* holds this very structure */
	struct sb_stemmer *by_language[LANGUAGE_COUNT];
	bool met[LANGUAGE_COUNT];
	struct known *known; /* by the word's hash; the newer takes the place of the older */
	uint32_t known_count, filled;
};

struct stemmer *stemmer_open(void)
{
	struct arena arena;

	arena_init(&arena);
	struct stemmer *stemmer = ARENA_NEW(&arena, struct stemmer);
	stemmer->known = ARENA_ARRAY(&arena, struct known, KNOWN_LEAST);
	stemmer->known_count = KNOWN_LEAST;
	stemmer->arena = arena;
	return stemmer;
}

void stemmer_close(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		sb_stemmer_delete(stemmer->by_language[i]);
	struct arena arena = stemmer->arena;
	arena_clear(&arena);
}

static struct span stem_anew(
	struct stemmer *stemmer, enum language language, struct span word, struct arena *arena)
{
	if (!stemmer->met[language]) {
		stemmer->met[language] = true;
		if (names[language])
			stemmer->by_language[language] = sb_stemmer_new(names[language], "UTF_8");
	}
	struct sb_stemmer *snowball = stemmer->by_language[language];
	const sb_symbol *bytes =
		snowball ? sb_stemmer_stem(snowball, (const sb_symbol *)word.at, (int)word.len)
			 : NULL;
	if (bytes)
		word = (struct span){(const char *)bytes, (size_t)sb_stemmer_length(snowball)};
	return fold(word, arena);
}

static struct known *place_of(const struct stemmer *stemmer, struct span word)
{
	return &stemmer->known[hash_bytes(word) & (stemmer->known_count - 1)];
}

/* Twice the places: a small archive shall not pay for a large one. */
static void grow(struct stemmer *stemmer)
{
	const struct known *old = stemmer->known;
	uint32_t count = stemmer->known_count;

	stemmer->known = ARENA_ARRAY(&stemmer->arena, struct known, count * 2);
	stemmer->known_count = count * 2;
	stemmer->filled = 0;
	for (uint32_t i = 0; i < count; i++)
		if (old[i].word_len) {
			*place_of(stemmer, (struct span){old[i].bytes, old[i].word_len}) = old[i];
			stemmer->filled++;
		}
}

static void remember(
	struct stemmer *stemmer, enum language language, struct span word, struct span stem)
{
	if (word.len + stem.len > KNOWN_LEN)
		return;
	if (stemmer->filled > stemmer->known_count / 2 && stemmer->known_count < KNOWN_MOST)
		grow(stemmer);
	struct known *known = place_of(stemmer, word);
	stemmer->filled += known->word_len == 0;
	known->language = (unsigned char)language;
	known->word_len = (unsigned char)word.len;
	known->stem_len = (unsigned char)stem.len;
	memcpy(known->bytes, word.at, word.len);
	memcpy(known->bytes + word.len, stem.at, stem.len);
}

struct span stem(
	struct stemmer *stemmer, enum language language, struct span word, struct arena *arena)
{
	if ((unsigned)language >= LANGUAGE_COUNT || word.len > INT32_MAX)
		language = LANGUAGE_NONE;
	if (word.len == 0)
		return SPAN("");
	const struct known *known = place_of(stemmer, word);
	if (known->language == (unsigned)language && known->word_len == word.len &&
		memcmp(known->bytes, word.at, word.len) == 0)
		return arena_span(
			arena, (struct span){known->bytes + known->word_len, known->stem_len});
	struct span stem = stem_anew(stemmer, language, word, arena);
	remember(stemmer, language, word, stem);
	return stem;
}
