#include "base/message.h"

#include "base/catalogue.h"

#include <stdlib.h>

/* A language that messages can be in besides English. */
struct tongue {
	const char *code;
	struct span (*catalogue)(void);
	size_t (*form)(uint64_t count); /* of the plural, from 0 */
};

/* "zéro article", "1 article", "2 articles". */
static size_t form_french(uint64_t count)
{
	return count > 1;
}

static const struct tongue tongues[] = {
	{"fr", catalogue_french, form_french},
};

static bool begins_with(const char *name, const char *code)
{
	return name[0] == code[0] && name[1] == code[1] && (!name[2] || strchr("_.@:-", name[2]));
}

/* The locale that messages are asked for in; null: none, or the C library's own. */
static const char *wanted(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *name = NULL;

	for (size_t i = 0; i < COUNT(variables) && (!name || !*name); i++)
		name = getenv(variables[i]);
	if (!name || !*name || strcmp(name, "POSIX") == 0)
		return NULL;
	return name[0] == 'C' && (!name[1] || name[1] == '.') ? NULL : name;
}

/* The first of a list, with colons between, that there is; *said: one was, be it English. */
static const struct tongue *first_of(const char *list, bool *said)
{
	while (list && *list) {
		for (size_t i = 0; i < COUNT(tongues); i++)
			if (begins_with(list, tongues[i].code))
				return &tongues[i];
		if (begins_with(list, "en")) {
			*said = true;
			return NULL;
		}
		list += strcspn(list, ":");
		list += *list == ':';
	}
	return NULL;
}

/* Asked anew each time: the environment is where the choice stands, and none other is kept. */
static const struct tongue *tongue_wanted(void)
{
	const char *name = wanted();
	bool said = false;
	const struct tongue *tongue = name ? first_of(getenv("LANGUAGE"), &said) : NULL;

	return tongue || said || !name ? tongue : first_of(name, &said);
}

const char *message(const char *english)
{
	const struct tongue *tongue = english && *english ? tongue_wanted() : NULL;
	struct span found = tongue ? catalogue_find(tongue->catalogue(), english) : span_of("");

	return found.len ? found.at : english;
}

const char *message_of_count(const char *one, const char *many, uint64_t count)
{
	const struct tongue *tongue = tongue_wanted();
	struct span found = tongue ? catalogue_find(tongue->catalogue(), one) : span_of("");

	if (!found.len)
		return count == 1 ? one : many;
	for (size_t form = tongue->form(count); form; form--) {
		size_t len = strlen(found.at) + 1;
		if (len > found.len)
			break;
		found = span_cut(found, len, found.len);
	}
	return found.at;
}

bool message_language_is(const char *code)
{
	const struct tongue *tongue = tongue_wanted();

	return strcmp(tongue ? tongue->code : "en", code) == 0;
}
