#include "unit/check.h"

#include "app/keymap.h"
#include "app/prompt.h"

#include <string.h>

#define CTRL(letter) ((letter)&0x1f)
#define KEYS_MOST 12

static void test_editing(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *before;
		uint32_t keys[KEYS_MOST]; /* ended by 0 */
		const char *after;
		uint32_t cursor;
	} cases[] = {
		{"letters are typed at the cursor", "ac", {KEYS_LEFT, 'b'}, "abc", 2},
		{"any script is typed", "", {0x41f, 0xe9, 0x4e2d}, "П\xc3\xa9中", 7},
		{"Backspace takes the letter before", "abc", {KEYS_BACKSPACE}, "ab", 2},
		{"both codes of Backspace are one", "abc", {0x7f, 0x08}, "a", 1},
		{"Backspace takes a letter with its accent", "e\xcc\x81", {KEYS_BACKSPACE}, "", 0},
		{"arrows step over a family as one", "👨‍👩‍👧x",
			{KEYS_HOME, KEYS_RIGHT, KEYS_DELETE}, "👨‍👩‍👧", 18},
		{"Delete takes the letter after", "abc", {KEYS_HOME, KEYS_DELETE}, "bc", 0},
		{"Ctrl-A and Ctrl-E go to the ends", "bc", {CTRL('A'), 'a', CTRL('E'), 'd'}, "abcd", 4},
		{"Ctrl-U takes what stands before", "abc", {KEYS_LEFT, CTRL('U')}, "c", 0},
		{"Ctrl-K takes what stands after", "abc", {KEYS_LEFT, CTRL('K')}, "ab", 2},
		{"Ctrl-W takes a word and its blanks", "un deux  ", {CTRL('W')}, "un ", 3},
		{"nothing to take at the start", "a", {KEYS_HOME, KEYS_BACKSPACE, CTRL('W')}, "a", 0},
		{"nothing to take at the end", "a", {KEYS_DELETE, KEYS_RIGHT, CTRL('K')}, "a", 1},
		{"a named key is no letter", "a", {KEYS_F3, KEYS_ALT | 'x', CTRL('B')}, "a", 1},
		{"C1 controls are no letters", "a", {0x85, 0x9b}, "a", 1},
	};
	/* clang-format on */
	struct prompt prompt;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		prompt_open(&prompt, PROMPT_FIND, span_of(cases[i].before));
		for (int k = 0; k < KEYS_MOST && cases[i].keys[k]; k++)
			prompt_key(&prompt, cases[i].keys[k]);
		CHECK_TEXT(cases[i].label, prompt_text(&prompt), span_of(cases[i].after));
		CHECK_CASE(cases[i].label, prompt.cursor == cases[i].cursor);
		CHECK_CASE(cases[i].label, prompt.text[prompt.len] == 0);
	}
}

static void test_answers(void **state)
{
	struct prompt prompt;

	(void)state;
	prompt_open(&prompt, PROMPT_FILTER, SPAN("x"));
	CHECK_CASE("Enter accepts", prompt_key(&prompt, '\r') == PROMPT_ACCEPTED);
	CHECK_CASE("Escape cancels", prompt_key(&prompt, KEYS_ESCAPE) == PROMPT_CANCELLED);
	CHECK_CASE("Ctrl-C cancels", prompt_key(&prompt, CTRL('C')) == PROMPT_CANCELLED);
	CHECK_CASE("a letter edits", prompt_key(&prompt, 'y') == PROMPT_EDITED);
	CHECK_CASE("an arrow moves", prompt_key(&prompt, KEYS_LEFT) == PROMPT_MOVED);
	CHECK_CASE("other keys are left to others", prompt_key(&prompt, KEYS_UP) == PROMPT_UNUSED);
	prompt_close(&prompt);
	CHECK_CASE("closed is empty", prompt.use == PROMPT_NONE && prompt.len == 0);
}

static void test_pasting(void **state)
{
	struct prompt prompt;
	char much[PROMPT_ROOM + 10];

	(void)state;
	prompt_open(&prompt, PROMPT_FIND, SPAN(""));
	prompt_paste(&prompt, SPAN("a\nb\x1b[31mc\xff"));
	CHECK_TEXT("controls never come in, bad bytes are made good", prompt_text(&prompt),
		SPAN("a b[31mc\xef\xbf\xbd"));
	memset(much, 'x', sizeof much);
	prompt_paste(&prompt, (struct span){much, sizeof much});
	CHECK_CASE("what is too long is refused whole", prompt.len == 11);
	for (size_t i = 0; i < 2 * PROMPT_ROOM; i++)
		prompt_key(&prompt, 0x1f600);
	CHECK_CASE("typing ends before the room does", prompt.len < PROMPT_ROOM);
	CHECK_CASE("no letter is cut", (prompt.len - 11) % 4 == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_editing),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_pasting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
