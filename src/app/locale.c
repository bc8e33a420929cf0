#include "app/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The name that the environment gives the locale of a category. */
static const char *wanted(const char *category)
{
	const char *const variables[] = {"LC_ALL", category, "LANG"};

	for (size_t i = 0; i < COUNT(variables); i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

/* Whether a name states another encoding, as "fr_FR.ISO-8859-1" does. */
static bool names_other_encoding(const char *name)
{
	const char *dot = strchr(name, '.');

	return dot && strncasecmp(dot, ".utf-8", 6) != 0 && strncasecmp(dot, ".utf8", 5) != 0;
}

enum err locale_set(struct fault *why)
{
	const char *name = wanted("LC_CTYPE");
	const char *set = setlocale(LC_CTYPE, "");

	/* A locale that is not installed counts by its name: its encoding is the terminal's. */
	if (!set && names_other_encoding(name))
		return fail(
			why, ERR_USAGE, "the locale %.60s has no UTF-8; try LC_ALL=C.UTF-8", name);
	if (!set || strcmp(set, "C") == 0 || strcmp(set, "POSIX") == 0)
		set = setlocale(LC_CTYPE, "C.UTF-8");
	if (!set || strcasecmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return fail(
			why, ERR_USAGE, "the locale %.60s has no UTF-8; try LC_ALL=C.UTF-8", name);
	return OK;
}

/* "fr_CH.UTF-8" begins with the language's code. */
enum language locale_language(void)
{
	struct span name = span_of(wanted("LC_MESSAGES"));
	size_t end = strcspn(name.at, "_.@");

	return end == 2 ? language_named(span_cut(name, 0, end)) : LANGUAGE_NONE;
}
