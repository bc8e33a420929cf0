#include "unit/check.h"

#include "text/charset.h"
#include "text/decode.h"
#include "text/utf8.h"
#include "unit/text/noise.h"

#include <iconv.h>
#include <string.h>

#define FRENCH "L'été dernier, le général a réuni à Moscou les délégués d'une conférence."
#define RUSSIAN "Вчера в Москве прошла встреча двух делегаций, сообщили журналистам."
#define POLISH "Wczoraj w Moskwie odbyło się spotkanie, które było już drugie, więc ważne."
#define TURKISH "Dün Moskova'da iki heyetin toplantısı yapıldı ve çok önemli olduğu açıklanmış."
#define CHINESE "昨天两国代表团在莫斯科举行了会晤，记者获悉。"
#define JAPANESE "昨日、モスクワで二つの代表団の会合が行われた。"

/* The text as that encoding writes it. */
static struct span written(const char *text, const char *encoding, struct arena *arena)
{
	size_t left = strlen(text), room = left * 4 + 8;
	char *in = arena_string(arena, span_of(text)), *out = arena_alloc(arena, room), *to = out;
	iconv_t cd = iconv_open(encoding, "UTF-8");

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &in, &left, &to, &room), 0);
	assert_int_equal(iconv(cd, NULL, NULL, &to, &room), 0);
	iconv_close(cd);
	return (struct span){out, (size_t)(to - out)};
}

static void test_encodings(void **state)
{
	static const struct {
		const char *encoding, *text;
	} cases[] = {
		{"UTF-8", FRENCH},
		{"WINDOWS-1252", FRENCH},
		{"WINDOWS-1252", "Élève à l’été"},
		{"WINDOWS-1252", "« Où ? »"},
		{"ISO-8859-1", FRENCH},
		{"ISO-8859-15", "Le cœur et les œufs coûtent 20 € à l'Élysée."},
		{"WINDOWS-1252", "Die Grünen möchten über die Verträge in Köln sprechen."},
		{"KOI8-R", RUSSIAN},
		{"WINDOWS-1251", RUSSIAN},
		{"WINDOWS-1251", "Москва"},
		{"ISO-8859-5", RUSSIAN},
		{"IBM866", RUSSIAN},
		{"ISO-8859-2", POLISH},
		{"WINDOWS-1250", POLISH},
		{"ISO-8859-9", TURKISH},
		{"GB18030", CHINESE},
		{"SHIFT_JIS", JAPANESE},
		{"EUC-JP", JAPANESE},
		{"ISO-2022-JP", JAPANESE},
		{"UTF-16", FRENCH},
		{"UTF-16LE", FRENCH},
		{"UTF-16BE", FRENCH},
		{"UTF-16LE", RUSSIAN},
		{"UTF-16BE", RUSSIAN},
		{"UTF-16", CHINESE},
		{"UTF-32", JAPANESE},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span bytes = written(cases[i].text, cases[i].encoding, &arena);
		struct decoded decoded = decode(bytes, &arena);
		CHECK_TEXT(cases[i].encoding, decoded.text, span_of(cases[i].text));
		CHECK_CASE(cases[i].encoding, !decoded.repaired);
		CHECK_CASE(cases[i].encoding, !decode_is_binary(bytes));
	}
	arena_clear(&arena);
}

static void test_repairs(void **state)
{
	static const struct {
		const char *label;
		struct span bytes;
		const char *want;
	} cases[] = {
		{"one bad byte among good ones", {"d\xC3\xA9j\xC3\xA0 \xFF vu", 11},
			"déjà \uFFFD vu"},
		{"an end that is cut", {"\xC3\xA9t\xC3\xA9 \xE2\x82", 8}, "été \uFFFD\uFFFD"},
		{"a mark of UTF-8 goes",
			{"\xEF\xBB\xBF"
			 "a\xFF",
				5},
			"a\uFFFD"},
		{"a lone high surrogate",
			{"\xFF\xFE\x3D\xD8"
			 "a\0",
				6},
			"\uFFFDa"},
		{"a lone low surrogate", {"\xFE\xFF\xDC\x00\0a", 6}, "\uFFFDa"},
		{"half a unit at the end",
			{"\xFF\xFE"
			 "a\0b",
				5},
			"a\uFFFD"},
		{"a number past Unicode", {"\xFF\xFE\0\0\0\0\x11\0", 8}, "\uFFFD"},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct decoded decoded = decode(cases[i].bytes, &arena);
		CHECK_TEXT(cases[i].label, decoded.text, span_of(cases[i].want));
		CHECK_CASE(cases[i].label, decoded.repaired);
	}
	arena_clear(&arena);
}

static void test_good_text_is_not_copied(void **state)
{
	struct arena arena;
	struct span text = SPAN(FRENCH);

	(void)state;
	arena_init(&arena);
	assert_ptr_equal(decode(text, &arena).text.at, text.at);
	assert_int_equal(decode(SPAN(""), &arena).text.len, 0);
	assert_int_equal(arena.used, 0);
	arena_clear(&arena);
}

static void test_named(void **state)
{
	struct arena arena;
	struct decoded decoded = {.encoding = "untouched"};

	(void)state;
	arena_init(&arena);
	assert_false(charset_decode(SPAN("a"), "NO-SUCH", &decoded, &arena));
	assert_string_equal(decoded.encoding, "untouched");
	assert_true(charset_decode(SPAN("\x82\xA0\xFF"
					"a"),
		"SHIFT_JIS", &decoded, &arena));
	CHECK_TEXT("what iconv refuses is replaced", decoded.text, SPAN("あ\uFFFDa"));
	assert_true(decoded.repaired);
	assert_true(charset_decode(SPAN("a\x82"), "SHIFT_JIS", &decoded, &arena));
	CHECK_TEXT("a cut pair too", decoded.text, SPAN("a\uFFFD"));
	arena_clear(&arena);
}

static void test_binary(void **state)
{
	static const struct {
		const char *label;
		struct span head;
		bool binary;
	} cases[] = {
		{"a picture", {"\x89PNG\r\n\x1A\n", 8}, true},
		{"a photograph", {"\xFF\xD8\xFF\xE0\0\x10JFIF", 10}, true},
		{"an archive", {"PK\3\4\x14\0", 6}, true},
		{"compressed", {"\x1F\x8B\x08\0", 4}, true},
		{"a document of pages", {"%PDF-1.7", 8}, true},
		{"a program",
			{"\x7F"
			 "ELF\2\1\1\0",
				8},
			true},
		{"zeros here and there", {"ab\0\0\0c\1\0\0\2\3", 11}, true},
		{"a text", {"Le traité", 10}, false},
		{"a text with one zero", {"Le tr\0ité", 10}, false},
		{"terminal colours", {"\x1B[1mgras\x1B[0m", 12}, false},
		{"UTF-16", {"\xFF\xFEL\0e\0", 6}, false},
		{"nothing", {"", 0}, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].label, decode_is_binary(cases[i].head) == cases[i].binary);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		arena_init(&arena);
		struct span bytes = noise(seed, &arena);
		struct decoded decoded = decode(bytes, &arena);
		assert_true(utf8_valid(decoded.text));
		decode_is_binary(bytes);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_repairs),
		cmocka_unit_test(test_good_text_is_not_copied),
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_binary),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/decode", tests, NULL, NULL);
}
