#include "unit/check.h"

#include "ui/decoder.h"

#include <stdio.h>

static const char *const names[] = {[KEYS_LEFT - KEYS_UP] = "Left",
	[KEYS_ENTER - KEYS_UP] = "Enter",
	[KEYS_BACKSPACE - KEYS_UP] = "Backspace",
	[KEYS_ESCAPE - KEYS_UP] = "Esc",
	[KEYS_MOUSE - KEYS_UP] = "Mouse"};

static size_t add_word(char *words, size_t room, uint32_t key)
{
	uint32_t plain = key & ~(uint32_t)KEYS_ALT;
	const char *alt = key & KEYS_ALT ? "Alt-" : "";

	if (plain >= KEYS_UP)
		return (size_t)snprintf(words, room, "%s%s ", alt, names[plain - KEYS_UP]);
	if (plain > 0x7E)
		return (size_t)snprintf(words, room, "%sU+%04X ", alt, (unsigned)plain);
	return (size_t)snprintf(words, room, "%s%c ", alt, (char)plain);
}

/*
 * A script of what arrives: a byte is itself, "^" is Esc, "~" a pause of 50 ms, "+" one that
 * lasts longer than patience, "@" the Left key.  The keys that come of it, as words.
 */
static struct span play(const char *script, char *words, size_t room)
{
	struct decoder decoder = {0};
	int64_t now = 1000;
	size_t len = 0;

	for (; *script; script++) {
		uint32_t keys[DECODER_KEYS];
		uint32_t arrival = (unsigned char)*script;
		bool pause = *script == '~' || *script == '+';
		if (pause)
			now += *script == '+' ? DECODER_PATIENCE + 1 : 50;
		if (*script == '^')
			arrival = 0x1B;
		if (*script == '@')
			arrival = KEYS_LEFT;
		int count = pause ? decoder_pause(&decoder, now, keys)
				  : decoder_take(&decoder, arrival, now, keys);
		for (int i = 0; i < count; i++)
			len += add_word(words + len, room - len, keys[i]);
		assert_true(decoder_wait(&decoder, now) <= DECODER_PATIENCE);
	}
	return (struct span){words, len};
}

static void test_scripts(void **state)
{
	static const struct {
		const char *label, *script, *want;
	} cases[] = {
		{"letters are keys", "ab", "a b "},
		{"a letter of two bytes", "\xC3\xA9", "U+00E9 "},
		{"a letter of four bytes that come apart", "\xF0\x9F~\x98~\x80", "U+1F600 "},
		{"bytes that are no UTF-8 are left out",
			"\xFF"
			"a\xC3"
			"b\x80"
			"c",
			"a b c "},
		{"an overlong form is none",
			"\xC0\xAF"
			"a",
			"a "},
		{"Return and line feed are Enter", "\r\n", "Enter Enter "},
		{"both backspaces", "\x08\x7F", "Backspace Backspace "},
		{"Esc alone", "^~", "Esc "},
		{"Esc twice", "^~^~", "Esc Esc "},
		{"Esc and a letter at once is Alt", "^j", "Alt-j "},
		{"Alt and a letter of two bytes", "^\xC3\xA9", "Alt-U+00E9 "},
		{"Alt and a named key", "^@", "Alt-Left "},
		{"Esc Esc and a key", "^^@", "Esc Alt-Left "},
		{"Esc, later a letter", "^~j", "Esc j "},
		{"an unknown sequence is swallowed", "^[1;7Dj", "j "},
		{"so is one that comes apart", "^[1~;~7~Dj", "j "},
		{"a sequence with intermediates", "^[?1;2 qj", "j "},
		{"the Linux console's function key", "^[[Aj", "j "},
		{"an unknown Esc O sequence", "^Oxj", "j "},
		{"a tail that comes after its Esc", "^~[Bj", "Esc j "},
		{"and one of Esc O", "^~OBj", "Esc j "},
		{"long after Esc, O is a key", "^~+O", "Esc O "},
		{"Alt-O, when nothing follows", "^O+", "Alt-O "},
		{"Esc and soon O, when nothing follows", "^~O+", "Esc O "},
		{"a sequence without an end is given up", "^[1;+j", "j "},
		{"a sequence is broken off by Esc", "^[1;^~j", "Esc j "},
		{"a sequence is broken off by a key", "^[1;@", "Left "},
		{"a sequence is broken off by a letter beyond ASCII", "^[1\xC3\xA9", "U+00E9 "},
		{"half a letter after Esc is given up", "^\xC3+j", "j "},
		{"a report of the mouse is no key", "^[<0;5;7Mj", "Mouse j "},
		{"a button that is let go is nothing", "^[<0;5;7mj", "j "},
		{"nor is another button", "^[<2;5;7M^[<35;5;7M^[<66;5;7Mj", "j "},
		{"a report that lacks a number is swallowed", "^[<0;5Mj", "j "},
		{"so is one that has too many", "^[<0;5;7;9Mj", "j "},
		{"one that is no number", "^[<0;x;7Mj", "; 7 M j "},
		{"one of huge numbers", "^[<0;99999999999;1Mj", "j "},
		{"one from row 0", "^[<0;1;0Mj", "j "},
		{"one that comes apart", "^[~<0;~5;7~Mj", "Mouse j "},
		{"one that is broken off by Esc", "^[<0;5^[<0;5;7Mj", "Mouse j "},
		{"an older report", "^[M ((j", "Mouse j "},
		{"an older one of a wide screen", "^[M \xC3\xA9j", "Mouse j "},
		{"an older one that breaks off", "^[M !+j", "j "},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char words[256];
		CHECK_TEXT(cases[i].label, play(cases[i].script, words, sizeof words),
			span_of(cases[i].want));
	}
}

/* What a report says, cells counted from 0. */
static void test_reports(void **state)
{
	static const struct {
		const char *label, *bytes;
		struct mouse want;
	} cases[] = {
		{"a click", "\033[<0;5;7M", {MOUSE_CLICK, 6, 4}},
		{"far to the right", "\033[<0;300;50M", {MOUSE_CLICK, 49, 299}},
		{"with Ctrl held", "\033[<16;1;1M", {MOUSE_CLICK, 0, 0}},
		{"the wheel upwards", "\033[<64;5;7M", {MOUSE_WHEEL_UP, 6, 4}},
		{"the wheel downwards", "\033[<65;5;7M", {MOUSE_WHEEL_DOWN, 6, 4}},
		{"an older click", "\033[M %'", {MOUSE_CLICK, 6, 4}},
		{"the wheel in an older one", "\033[Ma%'", {MOUSE_WHEEL_DOWN, 6, 4}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct decoder decoder = {0};
		uint32_t keys[DECODER_KEYS] = {0};
		int count = 0;
		for (const char *byte = cases[i].bytes; *byte; byte++) {
			CHECK_CASE(cases[i].label, count == 0);
			count = decoder_take(&decoder, (unsigned char)*byte, 0, keys);
		}
		CHECK_CASE(cases[i].label, count == 1 && keys[0] == KEYS_MOUSE);
		CHECK_CASE(cases[i].label, decoder.mouse.what == cases[i].want.what);
		CHECK_CASE(cases[i].label, decoder.mouse.row == cases[i].want.row);
		CHECK_CASE(cases[i].label, decoder.mouse.col == cases[i].want.col);
	}
}

/* Whatever arrives, a key that is typed calmly afterwards is that key. */
static void test_noise(void **state)
{
	uint32_t seed = 12345;
	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct decoder decoder = {0};
		uint32_t keys[DECODER_KEYS];
		int64_t now = 0;
		for (int i = 0; i < 12; i++) {
			static const char bytes[] = "\033\033[[OO;1Aj\xC3\xA9\x80\xFF@";
			seed = seed * 1664525u + 1013904223u;
			char byte = bytes[seed >> 16 & 15];
			now += seed >> 24 & 127;
			if (seed >> 20 & 1)
				decoder_pause(&decoder, now, keys);
			decoder_take(&decoder, (unsigned char)byte, now, keys);
		}
		for (int i = 0; i < 3; i++)
			decoder_pause(&decoder, now += DECODER_PATIENCE + 1, keys);
		assert_int_equal(decoder_take(&decoder, 'x', now + 1000, keys), 1);
		assert_int_equal(keys[0], 'x');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scripts),
		cmocka_unit_test(test_reports),
		cmocka_unit_test(test_noise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
