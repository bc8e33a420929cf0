#include "unit/check.h"

#include "base/catalogue.h"
#include "base/fault.h"
#include "base/message.h"

#include <stdlib.h>

struct world {
	const char *label;
	const char *all, *messages, *lang, *language; /* null: not set */
	bool french;
};

static void put(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void live_in(const struct world *world)
{
	put("LC_ALL", world->all);
	put("LC_MESSAGES", world->messages);
	put("LANG", world->lang);
	put("LANGUAGE", world->language);
}

/* clang-format off */
static const struct world worlds[] = {
	{ "nothing is set: English", NULL, NULL, NULL, NULL, false },
	{ "a French locale, installed or not", NULL, NULL, "fr_FR.UTF-8", NULL, true },
	{ "another country's French", NULL, NULL, "fr_CH", NULL, true },
	{ "LC_ALL comes before LANG", "C.UTF-8", NULL, "fr_FR.UTF-8", NULL, false },
	{ "an empty LC_ALL says nothing", "", NULL, "fr_FR.UTF-8", NULL, true },
	{ "LC_MESSAGES comes before LANG", NULL, "fr_FR", "de_DE.UTF-8", NULL, true },
	{ "LANGUAGE comes before the locale", NULL, NULL, "de_DE.UTF-8", "de:fr:en", true },
	{ "English asked for before French", NULL, NULL, "fr_FR.UTF-8", "en:fr", false },
	{ "LANGUAGE means nothing in the C locale", "C.UTF-8", NULL, NULL, "fr", false },
	{ "nor in POSIX", NULL, NULL, "POSIX", "fr", false },
	{ "a language that there is none of", NULL, NULL, "de_DE.UTF-8", NULL, false },
	{ "Frisian of Friuli is not French", NULL, NULL, "fur_IT", NULL, false },
};
/* clang-format on */

static void test_language(void **state)
{
	(void)state;
	if (catalogue_french().len == 0)
		skip();
	for (size_t i = 0; i < COUNT(worlds); i++) {
		const struct world *world = &worlds[i];
		live_in(world);
		CHECK_TEXT(world->label, span_of(_("no article")),
			span_of(world->french ? "aucun article" : "no article"));
		CHECK_CASE(world->label, message_language_is("fr") == world->french);
	}
}

static const char *counted(uint64_t count)
{
	return P_("%s article", "%s articles", count);
}

static void test_plural(void **state)
{
	const struct world english = {.lang = "C"}, french = {.lang = "fr_FR.UTF-8"};

	(void)state;
	live_in(&english);
	CHECK_TEXT("none, in English", span_of(counted(0)), SPAN("%s articles"));
	CHECK_TEXT("one, in English", span_of(counted(1)), SPAN("%s article"));
	if (catalogue_french().len == 0)
		skip();
	live_in(&french);
	CHECK_TEXT("none is singular in French", span_of(counted(0)), SPAN("%s article"));
	CHECK_TEXT("two, in French", span_of(counted(2)), SPAN("%s articles"));
	CHECK_CASE("what no catalogue has stays as it is", message("zyx") == message("zyx"));
	CHECK_CASE("null stays null", message(NULL) == NULL);
}

static void test_fault(void **state)
{
	const struct world french = {.lang = "fr_FR.UTF-8"};
	struct fault why;

	(void)state;
	if (catalogue_french().len == 0)
		skip();
	live_in(&french);
	fail(&why, ERR_ABSENT, "%s: no such file or folder", "x");
	CHECK_TEXT("a fault is told in French", span_of(why.words),
		SPAN("x\xC2\xA0: ni fichier ni dossier"));
}

/* Every cut and many a changed byte: nothing may be read outside. */
static void test_hostile(void **state)
{
	struct span whole = catalogue_french();

	(void)state;
	if (whole.len < 64)
		skip();
	char *bytes = malloc(whole.len);
	for (size_t len = 0; len < whole.len; len += len < 64 ? 1 : 997) {
		memcpy(bytes, whole.at, len);
		struct span found = catalogue_find((struct span){bytes, len}, "no article");
		CHECK_CASE("a cut one has the message or not", found.len == 0 || found.at > bytes);
	}
	for (size_t at = 4; at < 2000; at++) {
		memcpy(bytes, whole.at, whole.len);
		bytes[at] = (char)0xff;
		struct span found = catalogue_find((struct span){bytes, whole.len}, "no article");
		CHECK_CASE("it ends in the file", found.len < whole.len);
	}
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_plural),
		cmocka_unit_test(test_fault),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests_name("base/message", tests, NULL, NULL);
}
