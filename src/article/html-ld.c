#include "article/html-facts.h"

#include <jansson.h>
#include <string.h>

#define DEPTH_MOST 16u
#define NODES_MOST 4000u /* of one block; a site's whole list of products is no article */

struct reader {
	struct html_facts *facts;
	struct arena *arena;
	uint32_t nodes;
};

/* Types of things whose headline is an article's. */
static bool is_article_type(const char *type)
{
	static const char *const endings[] = {"Article", "Posting", "Report", "Review", "Column"};
	struct span name = span_of(type);

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(name, span_of(endings[i])))
			return true;
	return span_is(name, "WebPage");
}

static bool is_article(const json_t *thing)
{
	const json_t *type = json_object_get(thing, "@type");

	if (json_is_array(type))
		type = json_array_get(type, 0);
	return json_is_string(type) && is_article_type(json_string_value(type));
}

static void add(struct reader *reader, const char *name, const char *value)
{
	struct span text = span_trim(span_of(value));

	if (text.len)
		*vec_push(reader->arena, reader->facts) = (struct html_fact){
			span_of(name), arena_span(reader->arena, text), HTML_NONE};
}

/* A word, a thing with a name, or a list of such. */
static void add_names(struct reader *reader, const char *name, const json_t *value)
{
	if (json_is_string(value))
		add(reader, name, json_string_value(value));
	else if (json_is_object(value))
		add(reader, name, json_string_value(json_object_get(value, "name")));
	for (size_t i = 0; i < json_array_size(value) && i < 32; i++) {
		const json_t *one = json_array_get(value, i);
		const json_t *named = json_is_object(one) ? json_object_get(one, "name") : one;
		add(reader, name, json_string_value(named));
	}
}

static void read_article(struct reader *reader, const json_t *thing)
{
	static const struct {
		const char *key, *name;
	} keys[] = {{"headline", "ld:headline"}, {"datePublished", "ld:datepublished"},
		{"dateModified", "ld:datemodified"}, {"author", "ld:author"},
		{"publisher", "ld:publisher"}, {"articleSection", "ld:articlesection"},
		{"keywords", "ld:keywords"}, {"inLanguage", "ld:inlanguage"}};

	for (size_t i = 0; i < COUNT(keys); i++)
		add_names(reader, keys[i].name, json_object_get(thing, keys[i].key));
}

/* Looks for articles among what a block holds; lists and graphs may hold several things. */
static void read_value(struct reader *reader, const json_t *value, unsigned depth)
{
	const char *key;
	json_t *inner;

	if (depth > DEPTH_MOST || ++reader->nodes > NODES_MOST)
		return;
	for (size_t i = 0; i < json_array_size(value); i++)
		read_value(reader, json_array_get(value, i), depth + 1);
	if (!json_is_object(value))
		return;
	if (is_article(value)) {
		read_article(reader, value);
		return;
	}
	/* jansson's iterator takes what it does not change without const. */
	union {
		const json_t *read;
		json_t *iterated;
	} object = {.read = value};
	json_object_foreach(object.iterated, key, inner) read_value(reader, inner, depth + 1);
}

/* Many sites leave line feeds inside strings, which JSON does not allow. */
static struct span without_controls(struct span text, struct arena *arena)
{
	char *copy = arena_copy(arena, text.at, text.len);

	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)copy[i] < 0x20)
			copy[i] = ' ';
	return (struct span){copy, text.len};
}

/* Pages of two tongues hide the block from the older one: <![CDATA[ ... ]]>, <!-- ... -->, each
 * perhaps behind the slashes or stars of a comment. */
static struct span without_wrapping(struct span block)
{
	static const char *const openings[] = {"<![CDATA[", "<!--", "//", "/*", "*/"};

	for (size_t i = 0; i < COUNT(openings); i++) {
		block = span_trim(block);
		if (!span_starts(block, span_of(openings[i])))
			continue;
		block = span_cut(block, strlen(openings[i]), block.len);
		i = SIZE_MAX; /* once more from the first */
	}
	return block;
}

void html_ld_read(struct html_facts *facts, struct arena *arena)
{
	uint32_t count = facts->count;

	for (uint32_t i = 0; i < count; i++) {
		if (!span_is(facts->at[i].name, "ld+json"))
			continue;
		struct arena_mark mark = arena_mark(arena);
		struct span block = without_wrapping(facts->at[i].value);
		block = without_controls(block, arena);
		json_t *root = json_loadb(block.at, block.len, JSON_DISABLE_EOF_CHECK, NULL);
		arena_rewind(arena, mark);
		struct reader reader = {facts, arena, 0};
		if (root)
			read_value(&reader, root, 0);
		json_decref(root);
	}
}
