/*
 * Makes the tables of src/extract/gazetteer-*-data.c and src/know/people-given-data.c.
 *
 *   compile given WORDS GIVEN          the table of given names, on stdout
 *   compile words WORDS PLACES         the table of all other words
 *   compile equals NAMES               src/know/people-given-data.c
 *
 * WORDS is words.txt; GIVEN what given-names.mjs prints, PLACES what places.mjs prints;
 * NAMES equal-names.txt.
 */

#include "extract/gazetteer-data.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "text/fold.h"
#include "text/script.h"

#include <stdio.h>
#include <stdlib.h>

/* Slots for every hundred words. */
#define SPREAD 130u

static const struct list {
	const char *name;
	unsigned lists;
} list_names[] = {
	{"title male", LIST_TITLE_MALE},
	{"title female", LIST_TITLE_FEMALE},
	{"title", LIST_TITLE},
	{"title plural", LIST_TITLE_PLURAL},
	{"role", LIST_ROLE},
	{"peoples", LIST_PEOPLES},
	{"place", LIST_PLACE},
	{"saying", LIST_SAYING},
	{"particle", LIST_PARTICLE},
	{"organisation", LIST_ORGANISATION},
	{"common", LIST_COMMON},
	{"namesake", LIST_NAMESAKE},
	{"affair", LIST_AFFAIR},
	{"surname first", LIST_SURNAME_FIRST},
	{"given male", LIST_GIVEN_MALE},
	{"given female", LIST_GIVEN_FEMALE},
	{"m", LIST_GIVEN_MALE},
	{"f", LIST_GIVEN_FEMALE},
	{"mf", LIST_GIVEN},
};

/* Not a list of the program: takes words off the given names. */
#define NOT_GIVEN (1u << 30)

struct words {
	struct map map; /* folded word → lists */
	struct map own; /* the same, of words.txt alone */
	bool is_own;    /* words.txt is being read */
	struct arena *arena;
};

static void die(const char *what, struct span word)
{
	fprintf(stderr, "compile: %s: %.*s\n", what, (int)word.len, word.at);
	exit(1);
}

static unsigned lists_named(struct span name)
{
	if (span_is(name, "not given"))
		return NOT_GIVEN;
	for (size_t i = 0; i < COUNT(list_names); i++)
		if (span_is(name, list_names[i].name))
			return list_names[i].lists;
	die("no such list", name);
	return 0;
}

static struct span read_file(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	struct buf buf;
	char piece[4096];
	size_t len;

	if (!file)
		die("cannot be read", span_of(path));
	buf_init(&buf, arena);
	while ((len = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(&buf, (struct span){piece, len});
	fclose(file);
	return buf_span(&buf);
}

/* The folded words of a phrase, parted by one blank; its first word apart in *head. */
static struct span key_of(struct span phrase, struct arena *arena, struct span *head)
{
	struct span folded = fold(phrase, arena);
	struct buf key;

	buf_init(&key, arena);
	*head = (struct span){0};
	for (size_t at = 0; at < folded.len;) {
		size_t end = span_find(folded, SPAN(" "), at);
		if (end > at && key.len > 0) {
			if (!head->len)
				*head = arena_span(arena, buf_span(&key));
			buf_char(&key, ' ');
		}
		buf_add(&key, span_cut(folded, at, end));
		at = end + 1;
	}
	return buf_span(&key);
}

/* An elided prefix is a token of its own: "cote d'azur" is three words. */
static struct span part_elision(struct span key, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t i = 0; i < key.len; i++) {
		buf_char(&out, key.at[i]);
		if (key.at[i] == '\'' && i >= 1 && (key.at[i - 1] == 'd' || key.at[i - 1] == 'l') &&
			(i == 1 || key.at[i - 2] == ' ') && i + 1 < key.len)
			buf_char(&out, ' ');
	}
	return buf_span(&out);
}

static void take(struct words *words, struct span phrase, unsigned lists)
{
	struct span head;
	struct span key =
		key_of(part_elision(span_trim(phrase), words->arena), words->arena, &head);

	if (key.len == 0)
		return;
	map_put(&words->map, key, NULL)->value |= lists;
	if (words->is_own)
		map_put(&words->own, key, NULL)->value |= lists;
	if (head.len && !(lists & (LIST_GIVEN | NOT_GIVEN)))
		map_put(&words->map, head, NULL)->value |= WORD_HEAD << GIVEN_LIST_BITS;
}

static void take_words(struct words *words, const char *path)
{
	struct span rest = read_file(path, words->arena), line;
	unsigned lists = 0;

	while (span_line(&rest, &line)) {
		line = span_trim(span_cut(line, 0, span_find(line, SPAN("#"), 0)));
		if (span_starts(line, SPAN("["))) {
			lists = lists_named(span_cut(line, 1, line.len - 1));
			continue;
		}
		for (size_t at = 0; at < line.len;) {
			size_t end = span_find(line, SPAN(","), at);
			take(words, span_cut(line, at, end), lists);
			at = end + 1;
		}
	}
}

/* Whether words.txt says of the name that it is given. */
static bool is_given(struct words *words, struct span name)
{
	const struct map_entry *entry = map_get(&words->own, fold(name, words->arena));

	return entry && entry->value & LIST_GIVEN;
}

/* Lines of two columns: the list's name and the word, in the order that first says. */
static void take_columns(struct words *words, const char *path, bool list_first)
{
	struct span rest = read_file(path, words->arena), line;

	while (span_line(&rest, &line)) {
		size_t tab = span_find(line, SPAN("\t"), 0);
		struct span a = span_cut(line, 0, tab), b = span_cut(line, tab + 1, line.len);
		if (list_first || !is_given(words, a))
			take(words, list_first ? b : a, lists_named(list_first ? a : b));
	}
}

static void print_table(const char *name, const uint32_t *slots, uint32_t count)
{
	printf("#include \"extract/gazetteer-data.h\"\n\n");
	printf("/* Made by tests/train/gazetteer; not to be changed by hand. */\n\n");
	printf("/* clang-format off */\nconst uint32_t gazetteer_%s_count = %uu;\n", name, count);
	printf("const uint32_t gazetteer_%s[] = {", name);
	for (uint32_t i = 0; i < count; i++)
		printf(i % 8 ? (slots[i] ? "0x%x," : "%u,") : (slots[i] ? "\n0x%x," : "\n%u,"),
			slots[i]);
	printf("\n};\n/* clang-format on */\n");
}

static void compile(struct words *words, bool given)
{
	int bits = given ? GIVEN_LIST_BITS : WORD_LIST_BITS;
	uint32_t room = 0;

	for (uint32_t i = 0; i < words->map.count; i++) {
		uint32_t *value = &words->map.entries[i].value;
		if (*value & NOT_GIVEN)
			*value &= ~(NOT_GIVEN | LIST_GIVEN);
		*value = given ? *value & LIST_GIVEN : *value >> GIVEN_LIST_BITS;
		room += *value != 0;
	}
	uint32_t count = room * SPREAD / 100 + 1;
	uint32_t *slots = ARENA_ARRAY(words->arena, uint32_t, count);
	for (uint32_t i = 0; i < words->map.count; i++) {
		const struct map_entry *entry = &words->map.entries[i];
		uint32_t slot = gazetteer_slot(entry->hash, count);
		if (!entry->value)
			continue;
		while (slots[slot])
			slot = slot + 1 == count ? 0 : slot + 1;
		slots[slot] = gazetteer_check(entry->hash, bits) | entry->value;
	}
	print_table(given ? "given" : "words", slots, count);
}

/* A line of names becomes a line of their keys, each once. */
static void print_equals(struct span line, struct arena *arena)
{
	struct map seen;

	map_init(&seen, arena);
	printf("\t\"");
	for (size_t at = 0; at < line.len;) {
		size_t end = span_find(line, SPAN(" "), at);
		struct span key = script_key(span_cut(line, at, end), arena);
		bool made = false;
		if (key.len)
			map_put(&seen, key, &made);
		if (made)
			printf(seen.count > 1 ? " %.*s" : "%.*s", (int)key.len, key.at);
		at = end + 1;
	}
	printf("\",\n");
}

static void compile_equals(const char *path, struct arena *arena)
{
	struct span rest = read_file(path, arena), line;

	printf("#include \"know/people-given.h\"\n\n#include \"base/span.h\"\n\n");
	printf("/* Made by tests/train/gazetteer; not to be changed by hand. */\n\n");
	printf("/* clang-format off */\nconst char *const people_given[] = {\n");
	while (span_line(&rest, &line))
		if (line.len && line.at[0] != '#')
			print_equals(span_trim(line), arena);
	printf("};\n/* clang-format on */\n\n");
	printf("const uint32_t people_given_count = COUNT(people_given);\n");
}

int main(int argc, char **argv)
{
	struct arena arena;
	bool given = argc == 4 && span_is(span_of(argv[1]), "given");

	if (argc == 3 && span_is(span_of(argv[1]), "equals")) {
		arena_init(&arena);
		compile_equals(argv[2], &arena);
		arena_clear(&arena);
		return 0;
	}
	if (argc != 4 || (!given && !span_is(span_of(argv[1]), "words"))) {
		fprintf(stderr,
			"usage: compile given WORDS GIVEN | words WORDS PLACES | equals NAMES\n");
		return 2;
	}
	arena_init(&arena);
	struct words words = {.arena = &arena};
	map_init(&words.map, &arena);
	map_init(&words.own, &arena);
	words.is_own = true;
	take_words(&words, argv[2]);
	words.is_own = false;
	take_columns(&words, argv[3], !given);
	compile(&words, given);
	arena_clear(&arena);
	return 0;
}
