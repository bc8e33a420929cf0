#include "unit/check.h"

#include "app/keymap.h"

#include <stdlib.h>
#include <string.h>

static void test_table(void **state)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(NULL, &count);

	(void)state;
	for (uint32_t i = 0; i < count; i++) {
		char name[24];
		const char *label = keymap_name(bindings[i].key, name);
		CHECK_CASE(label, key_plain(bindings[i].key) == bindings[i].key);
		CHECK_CASE(label,
			bindings[i].action > ACTION_NONE && bindings[i].action < ACTION_COUNT);
		for (uint32_t j = 0; j < i; j++)
			CHECK_CASE(label, bindings[i].key != bindings[j].key ||
						  bindings[i].where != bindings[j].where);
	}
}

static void test_actions(void **state)
{
	(void)state;
	for (int i = 1; i < ACTION_COUNT; i++) {
		const struct action_info *info = action_info((enum action)i);
		char keys[64];
		bool bound = false;
		for (int where = 0; where < WHERE_COUNT; where++)
			bound |= keymap_keys(NULL, (enum action)i, (enum where)where, 1, keys,
					 sizeof keys)[0] != 0;
		CHECK_CASE(info->name, bound);
		CHECK_CASE(info->name, info->handle && info->help[0]);
		for (int j = 1; j < i; j++)
			CHECK_CASE(info->name,
				strcmp(info->name, action_info((enum action)j)->name) != 0);
	}
}

static void test_dispatch(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		uint32_t key;
		enum where where;
		enum action action;
	} cases[] = {
		{"Enter opens in the list", KEYS_ENTER, WHERE_LIST, ACTION_OPEN},
		{"Enter chooses in the sidebar", '\r', WHERE_SIDEBAR, ACTION_INCLUDE},
		{"a line feed is Enter", '\n', WHERE_LIST, ACTION_OPEN},
		{"x excludes in the sidebar", 'x', WHERE_SIDEBAR, ACTION_EXCLUDE},
		{"x means nothing elsewhere", 'x', WHERE_LIST, ACTION_NONE},
		{"either Backspace goes back", 0x7f, WHERE_READER, ACTION_BACK},
		{"Escape clears the hits", 0x1b, WHERE_READER, ACTION_CLEAR_HITS},
		{"Alt-left goes back", KEYS_ALT | KEYS_LEFT, WHERE_ANY, ACTION_BACK},
		{"left alone does not", KEYS_LEFT, WHERE_ANY, ACTION_LEFT},
		{"a letter with Alt is another key", KEYS_ALT | 'j', WHERE_ANY, ACTION_NONE},
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].label,
			keymap_action(NULL, cases[i].key, cases[i].where) == cases[i].action);
}

static void test_names(void **state)
{
	/* clang-format off */
	static const struct {
		uint32_t key;
		const char *name;
	} cases[] = {
		{'j', "j"}, {' ', "Space"}, {'\t', "Tab"}, {6, "Ctrl-F"}, {0x1b, "Esc"},
		{'\r', "Enter"}, {0x7f, "Backspace"}, {KEYS_PAGE_DOWN, "PgDn"}, {KEYS_F12, "F12"},
		{KEYS_ALT | KEYS_LEFT, "Alt-←"}, {0xe9, "é"}, {KEYS_BACK_TAB, "Shift-Tab"},
	};
	/* clang-format on */
	char name[24], keys[8];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].name, span_of(keymap_name(cases[i].key, name)),
			span_of(cases[i].name));
	CHECK_TEXT("the first keys of an action",
		span_of(keymap_keys(NULL, ACTION_LINE_DOWN, WHERE_LIST, 2, keys, sizeof keys)),
		SPAN("j ↓"));
	CHECK_TEXT("as many as there is room for",
		span_of(keymap_keys(NULL, ACTION_LINE_DOWN, WHERE_LIST, 2, keys, 4)), SPAN("j"));
}

static void test_shown(void **state)
{
	char name[24], keys[32];

	(void)state;
	setenv("LC_ALL", "fr_FR.UTF-8", 1);
	CHECK_TEXT("in the reader's language", span_of(keymap_shown(KEYS_ENTER, name)),
		SPAN("Entrée"));
	CHECK_TEXT("a sign is the same everywhere", span_of(keymap_shown('j', name)), SPAN("j"));
	CHECK_TEXT("as the config file has it", span_of(keymap_name(KEYS_ENTER, name)),
		SPAN("Enter"));
	CHECK_CASE("which reads no other", keymap_key(SPAN("Entrée")) != KEYS_ENTER);
	CHECK_TEXT("the keys of an action",
		span_of(keymap_keys(NULL, ACTION_PAGE_DOWN, WHERE_LIST, 2, keys, sizeof keys)),
		SPAN("Espace Pg↓"));
	setenv("LC_ALL", "C.UTF-8", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_actions),
		cmocka_unit_test(test_dispatch),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
