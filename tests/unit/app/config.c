#include "unit/check.h"

#include "app/config.h"

#include <stdio.h>
#include <stdlib.h>

static void test_mistakes(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *text, *mistake;
	} cases[] = {
		{"nothing is no mistake", "", ""},
		{"comments and blank lines are none", "# a\n\n  ; b = c\n\t\n", ""},
		{"blanks around names and values are nothing", "  theme  =  dark  \r\n", ""},
		{"a slip is told by its line", "\n# x\nthem = dark", "c:3: them: no such setting; did you mean theme?"},
		{"nonsense too", "frobnicate = 3", "c:1: frobnicate: no such setting"},
		{"a value that is none", "theme = blue",
			"c:1: theme: default, light, dark, contrast or mono is wanted"},
		{"a number that is none", "read-delay = soon",
			"c:1: read-delay: a number from 0 to 3600 is wanted"},
		{"one that is too large", "read-delay = 99999999999",
			"c:1: read-delay: a number from 0 to 3600 is wanted"},
		{"a line without a sign", "theme dark", "c:1: a line is written as in: name = value"},
		{"an option's value that does not parse", "color = blue",
			"c:1: --color=blue: auto, always or never is wanted"},
		{"a switch wants off or on", "json = yes", "c:1: json: off or on is wanted"},
		{"a section that is none", "[colours]\nred = blue\n[keys]\nquit = Q",
			"c:1: [colours]: no such section; [keys] and [keys.list], .reader, .sidebar … are there"},
		{"an action that is none", "[keys]\nnext-artcle = j",
			"c:2: next-artcle: no such action; did you mean next-article?"},
		{"a key that is none", "[keys.list]\nstar = Hyper-x",
			"c:2: Hyper-x: no such key; keys are written as in j, Ctrl-F, F2, PgDn, Alt-Left"},
		{"bytes that are no text", "theme = dark\n\xff\xfe", "c: not UTF-8; nothing of it holds"},
		{"a byte-order mark is nothing", "\xef\xbb\xbf" "theme = dark", ""},
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct config config;
		arena_init(&arena);
		config_init(&config, &arena);
		config_read(&config, "c", span_of(cases[i].text), &arena);
		const char *first = config.mistakes.count ? config.mistakes.at[0] : "";
		CHECK_TEXT(cases[i].label, span_of(first), span_of(cases[i].mistake));
		CHECK_CASE(cases[i].label, config.mistakes.count <= 1);
		arena_clear(&arena);
	}
}

static void test_what_holds(void **state)
{
	static const char text[] = "theme = contrast\nwidth = full\nthem = x\nread-delay = 5\n"
				   "color = never\nlimit = 3\nno-cache = on\njson = off\n"
				   "[keys]\nnext-article = n Ctrl-N\nquit = none\n"
				   "[keys.list]\nstar = é alt-up PGDN space\n";
	struct arena arena;
	struct config config;
	char keys[64];

	(void)state;
	arena_init(&arena);
	config_init(&config, &arena);
	CHECK_CASE("as it comes", config.settings[SETTING_WIDTH] == 1 && !config.set[SETTING_WIDTH]);
	config_read(&config, "c", span_of(text), &arena);
	CHECK_CASE("beside a mistake the rest holds", config.mistakes.count == 1);
	CHECK_CASE("words", config.settings[SETTING_THEME] == THEME_CONTRAST);
	CHECK_CASE("by their place", config.settings[SETTING_WIDTH] == 3 && config.set[SETTING_WIDTH]);
	CHECK_CASE("numbers", config.settings[SETTING_READ_DELAY] == 5);
	CHECK_CASE("options that are on or have a value", config.options.count == 3);
	CHECK_CASE("a key takes the place of another action's",
		keymap_action(&config.keys, 'n', WHERE_READER) == ACTION_NEXT_ARTICLE);
	CHECK_CASE("the former keys are gone",
		keymap_action(&config.keys, 'J', WHERE_READER) == ACTION_NONE);
	CHECK_CASE("none is none", keymap_action(&config.keys, 'Q', WHERE_ANY) == ACTION_NONE);
	CHECK_CASE("a pane's own come first",
		keymap_action(&config.keys, KEYS_PAGE_DOWN, WHERE_LIST) == ACTION_STAR &&
			keymap_action(&config.keys, KEYS_PAGE_DOWN, WHERE_READER) ==
				ACTION_PAGE_DOWN);
	CHECK_TEXT("and are told", span_of(keymap_keys(&config.keys, ACTION_STAR, WHERE_LIST, 4, keys,
					   sizeof keys)),
		SPAN(". é Alt-↑ PgDn"));
	arena_clear(&arena);
}

/* Every key can be written as it is shown. */
static void test_key_names(void **state)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(NULL, &count);
	char name[24];

	(void)state;
	for (uint32_t i = 0; i < count; i++)
		CHECK_CASE(keymap_name(bindings[i].key, name),
			keymap_key(span_of(keymap_name(bindings[i].key, name))) == bindings[i].key);
	CHECK_CASE("two letters are no key", keymap_key(SPAN("ab")) == 0);
	CHECK_CASE("nothing is none", keymap_key(SPAN("")) == 0);
	CHECK_CASE("Alt twice is none", keymap_key(SPAN("Alt-Alt-x")) == 0);
}

/* Any bytes: told or taken, never more. */
static void test_any_bytes(void **state)
{
	static const char signs[] = "[]=#;\n \tkeystheme.list\xc3\xa9";
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char bytes[60];
		struct arena arena;
		struct config config;
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = signs[(seed >> 16) % (sizeof signs - 1)];
		}
		arena_init(&arena);
		config_init(&config, &arena);
		config_read(&config, "c", (struct span){bytes, sizeof bytes}, &arena);
		CHECK_CASE("few mistakes are told", config.mistakes.count <= CONFIG_MISTAKES_MOST);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_what_holds),
		cmocka_unit_test(test_key_names),
		cmocka_unit_test(test_any_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
