#include "know/people-keys.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "know/people-given.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

struct span name_key(const struct name_keys *keys, uint32_t id)
{
	return id ? keys->keys.entries[id - 1].key : SPAN("");
}

uint32_t name_key_find(const struct name_keys *keys, struct span key)
{
	const struct map_entry *entry = map_get(&keys->keys, key);

	return entry ? entry->value : 0;
}

uint32_t name_key_put(struct name_keys *keys, struct span key)
{
	bool made;

	if (key.len == 0)
		return 0;
	struct map_entry *entry = map_put(&keys->keys, key, &made);
	if (made)
		entry->value = keys->keys.count;
	return entry->value;
}

bool name_next_word(struct span *rest, struct span *word)
{
	size_t start = 0, end;

	for (size_t at = 0; at < rest->len && utf8_is_space(utf8_next(*rest, &at));)
		start = at;
	end = start;
	for (size_t at = start; at < rest->len && !utf8_is_space(utf8_next(*rest, &at));)
		end = at;
	*word = span_cut(*rest, start, end);
	*rest = span_cut(*rest, end, rest->len);
	return word->len > 0;
}

const char *name_generation(struct span word, struct arena *scratch)
{
	static const struct {
		const char *word, *mark;
	} words[] = {{"jr", ".jr"}, {"jr.", ".jr"}, {"junior", ".jr"}, {"juniora", ".jr"},
		{"juniorem", ".jr"}, {"juniorowi", ".jr"}, {"fils", ".jr"}, {"hijo", ".jr"},
		{"figlio", ".jr"}, {"filho", ".jr"}, {"sr", ".sr"}, {"sr.", ".sr"},
		{"senior", ".sr"}, {"seniora", ".sr"}, {"seniorem", ".sr"}, {"pere", ".sr"},
		{"padre", ".sr"}, {"pai", ".sr"}};
	static const struct {
		const char *part, *mark;
	} parts[] = {{"младш", ".jr"}, {"молодш", ".jr"}, {"старш", ".sr"}};
	struct span folded = fold(word, scratch);

	for (size_t i = 0; i < COUNT(words); i++)
		if (span_is(folded, words[i].word))
			return words[i].mark;
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t at = span_find(folded, span_of(parts[i].part), 0);
		if (at < folded.len && (at == 0 || folded.at[at - 1] == '-'))
			return parts[i].mark;
	}
	return NULL;
}

/* A word that is nothing but the sign of a generation. */
static bool is_junior(struct span word, struct arena *scratch)
{
	return name_generation(word, scratch) && span_find(word, SPAN("-"), 0) == word.len;
}

/* The spelling key of a word; of scripts that have none, the folded word. */
static struct span key_of(struct name_keys *keys, struct span word)
{
	struct span key = script_key(word, keys->arena);

	return key.len ? key : fold(word, keys->arena);
}

uint32_t name_key_word(struct name_keys *keys, struct span word)
{
	bool made;
	struct map_entry *entry = map_put(&keys->words, word, &made);

	if (made)
		entry->value = name_key_put(keys, key_of(keys, word));
	return entry->value;
}

/* Arabic names of servants are written in one word, two or three, with the article in many
 * spellings: Abdelaziz, Abdul Aziz, Abd al-Aziz.  Of the article before what it belongs to nothing
 * is kept; last: no word follows. */
static void add_word(struct buf *key, struct span word, bool last)
{
	static const char *const servants[] = {"abdel", "abdol", "abdal"};

	for (size_t i = 0; i < COUNT(servants); i++) {
		struct span servant = span_of(servants[i]);
		if (!span_starts(word, servant) || (last && word.len < servant.len + 3))
			continue;
		buf_text(key, "abd");
		word = span_cut(word, servant.len, word.len);
		break;
	}
	buf_add(key, word);
}

uint32_t name_key_family(struct name_keys *keys, struct span surname)
{
	struct span rest = surname, word;
	struct buf key;
	uint32_t words = 0;

	buf_init(&key, keys->arena);
	while (name_next_word(&rest, &word)) {
		bool particle = gazetteer_lists(fold(word, keys->arena)) & LIST_PARTICLE;
		if ((particle && rest.len > 0) || (words > 0 && is_junior(word, keys->arena)))
			continue;
		add_word(&key, name_key(keys, name_key_word(keys, word)), rest.len == 0);
		words++;
	}
	return name_key_put(keys, buf_span(&key));
}

uint32_t name_key_like(const struct name_keys *keys, uint32_t id)
{
	const struct map_entry *entry = map_get_number(&keys->equals, id);

	return entry ? entry->value : id;
}

uint32_t name_key_given(struct name_keys *keys, struct span word, bool declined, bool *in_case)
{
	char base[GAZETTEER_BASE];

	*in_case = false;
	if (!declined)
		return name_key_word(keys, word);
	struct span folded = fold(word, keys->arena);
	struct span plain = gazetteer_given_base(folded, base);
	*in_case = plain.at != folded.at;
	return *in_case ? name_key_put(keys, key_of(keys, plain)) : name_key_word(keys, word);
}

/* Every key of a line of the table is as good as its first. */
static void learn_equals(struct name_keys *keys)
{
	for (uint32_t i = 0; i < people_given_count; i++) {
		struct span rest = span_of(people_given[i]), word;
		uint32_t first = 0;
		while (name_next_word(&rest, &word)) {
			bool made;
			uint32_t id = name_key_put(keys, word);
			first = first ? first : name_key_like(keys, id);
			struct map_entry *entry = map_put_number(&keys->equals, id, &made);
			if (made)
				entry->value = first;
		}
	}
}

void name_keys_init(struct name_keys *keys, struct arena *arena)
{
	*keys = (struct name_keys){.arena = arena};
	map_init(&keys->keys, arena);
	map_init(&keys->words, arena);
	map_init(&keys->equals, arena);
	learn_equals(keys);
}
