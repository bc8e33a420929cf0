#include "know/people-bones.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

#define WORDS_LEAST 2u
#define CONSONANTS_LEAST 5u /* of a name; with fewer many words look like it */

/* "al-Assad" without its article. */
static struct span without_article(struct span word)
{
	bool vowel = word.len > 4 && (word.at[0] == 'a' || word.at[0] == 'e');
	size_t dash = vowel ? span_find(word, SPAN("-"), 0) : word.len;

	return dash == 2 || (dash == 3 && dash < word.len) ? span_cut(word, dash + 1, word.len)
							   : word;
}

static bool is_small(struct span word)
{
	static const char *const small[] = {
		"al", "el", "ben", "bin", "ibn", "abd", "abdel", "abdul", "abdal", "de"};

	for (size_t i = 0; i < COUNT(small); i++)
		if (span_is(word, small[i]))
			return true;
	return false;
}

/* Of "Abdelaziz" what follows the servant's own article. */
static struct span without_servant(struct span word)
{
	static const char *const servants[] = {"abdel", "abdul", "abdal", "abdoul", "abdol"};

	for (size_t i = 0; i < COUNT(servants); i++)
		if (span_starts(word, span_of(servants[i])) && word.len > strlen(servants[i]) + 2)
			return span_cut(word, strlen(servants[i]), word.len);
	return word;
}

bool bones_latin(const struct name_form *form, struct bones *bones, struct arena *arena)
{
	struct span rest = form->text, word;

	*bones = (struct bones){.count = 0};
	while (name_next_word(&rest, &word)) {
		struct span folded = without_article(fold(word, arena));
		if (is_small(folded))
			continue;
		if (bones->count == BONES_MOST)
			return false;
		struct skeleton *own = &bones->words[bones->count++];
		*own = skeleton_latin(without_servant(folded));
		if (!own->whole || own->count == 0)
			return false;
	}
	return bones_enough(bones);
}

bool bones_enough(const struct bones *bones)
{
	uint32_t consonants = 0;

	for (uint32_t i = 0; i < bones->count; i++)
		consonants += bones->words[i].count;
	return bones->count >= WORDS_LEAST && consonants >= CONSONANTS_LEAST;
}

struct span bones_key(const struct bones *bones, struct arena *arena)
{
	struct buf key;

	buf_init(&key, arena);
	for (uint32_t i = 0; i < bones->count; i++) {
		buf_char(&key, '|');
		buf_add(&key, (struct span){bones->words[i].at, bones->words[i].count});
	}
	return buf_span(&key);
}

bool bones_agree(const struct bones *latin, const struct bones *abjad)
{
	for (uint32_t i = 0; i < latin->count; i++)
		if (!skeleton_agrees(&latin->words[i], &abjad->words[i]))
			return false;
	return true;
}
