#include "app/options-table.h"

#include "app/writer.h"
#include "text/calendar.h"
#include "text/language.h"

#include <string.h>

static enum err parse_number(const char *text, uint64_t *out)
{
	uint64_t number = 0;

	if (!*text)
		return ERR_USAGE;
	for (; *text; text++) {
		if (*text < '0' || *text > '9' || number > UINT64_MAX / 10 - 1)
			return ERR_USAGE;
		number = number * 10 + (uint64_t)(*text - '0');
	}
	*out = number;
	return OK;
}

static enum err parse_size(const char *text, struct options *options, struct fault *why)
{
	static const char units[] = "KMG";
	char digits[24];
	size_t len = strlen(text);
	const char *unit = len ? strchr(units, text[len - 1]) : NULL;
	unsigned shift = unit ? 10u * (unsigned)(unit - units + 1) : 0;
	uint64_t number = 0;

	if (unit)
		len--;
	if (len >= sizeof digits)
		return fail(why, ERR_USAGE, "--max-size=%.40s: at most 4294967295 bytes", text);
	memcpy(digits, text, len);
	digits[len] = 0;
	if (parse_number(digits, &number) || number == 0)
		return fail(why, ERR_USAGE,
			"--max-size=%.40s: a number of bytes is wanted, as in 1000000 or 64M",
			text);
	if (number > UINT32_MAX >> shift)
		return fail(why, ERR_USAGE, "--max-size=%.40s: at most 4294967295 bytes", text);
	options->max_size = number << shift;
	return OK;
}

static enum err parse_limit(const char *text, struct options *options, struct fault *why)
{
	uint64_t number = 0;

	if (parse_number(text, &number) || number == 0 || number > INT64_MAX)
		return fail(why, ERR_USAGE, "--limit=%.40s: a number from 1 is wanted", text);
	options->limit = (int64_t)number;
	return OK;
}

static enum err parse_day(
	const char *name, const char *text, int32_t *from, int32_t *to, struct fault *why)
{
	enum day_precision precision;

	if (!day_parse(span_of(text), from, to, &precision))
		return fail(why, ERR_USAGE,
			"%s=%.40s: a day, month or year is wanted, as in 2021-01-26", name, text);
	return OK;
}

static enum err parse_today(const char *text, struct options *options, struct fault *why)
{
	enum day_precision precision = PRECISION_NONE;
	int32_t from, to;

	if (!day_parse(span_of(text), &from, &to, &precision) || precision != PRECISION_DAY)
		return fail(
			why, ERR_USAGE, "--today=%.40s: a day is wanted, as in 2021-01-26", text);
	options->today = from;
	return OK;
}

static enum err parse_colour(const char *text, struct options *options, struct fault *why)
{
	static const char *const names[] = {
		[COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never"};

	for (int i = 0; i < (int)COUNT(names); i++) {
		if (strcmp(text, names[i]) == 0) {
			options->colour = (enum colour_when)i;
			return OK;
		}
	}
	return fail(why, ERR_USAGE, "--color=%.40s: auto, always or never is wanted", text);
}

static enum err parse_sort(const char *text, struct options *options, struct fault *why)
{
	static const char *const names[] = {"date", "title", "source", "relevance"};

	options->sort = text;
	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(text, names[i]) == 0)
			return OK;
	return fail(
		why, ERR_USAGE, "--sort=%.40s: date, title, source or relevance is wanted", text);
}

static enum err parse_format(const char *text, struct options *options, struct fault *why)
{
	options->format = text;
	if (writer_named(span_of(text)))
		return OK;
	return fail(why, ERR_USAGE, "--format=%.40s: md, csv, json, jsonl, bib or sqlite is wanted",
		text);
}

static enum err parse_language(const char *text, struct options *options, struct fault *why)
{
	options->lang = text;
	if (language_named(span_of(text)) == LANGUAGE_NONE)
		return fail(why, ERR_USAGE,
			"--lang=%.40s: the code of a language is wanted, as in fr or en", text);
	return OK;
}

static enum err set_filter(
	struct options *options, enum option option, const char *value, struct fault *why)
{
	int32_t other;

	switch ((int)option) {
	case OPTION_FILTER:
		options->filter = value;
		return OK;
	case OPTION_PERSON:
		options->person = value;
		return *value ? OK : fail(why, ERR_USAGE, "--person wants a name");
	case OPTION_SAYS:
		options->says = value;
		return *value ? OK : fail(why, ERR_USAGE, "--says wants a name");
	case OPTION_SINCE:
		options->since = value;
		return parse_day("--since", value, &options->since_day, &other, why);
	case OPTION_UNTIL:
		options->until = value;
		return parse_day("--until", value, &other, &options->until_day, why);
	case OPTION_SOURCE:
		options->source = value;
		return OK;
	default:
		return parse_language(value, options, why);
	}
}

static enum err parse_by(const char *text, struct options *options, struct fault *why)
{
	static const struct {
		const char *name;
		enum day_precision by;
	} periods[] = {
		{"year", PRECISION_YEAR}, {"month", PRECISION_MONTH}, {"day", PRECISION_DAY}};

	for (size_t i = 0; i < COUNT(periods); i++)
		if (strcmp(text, periods[i].name) == 0) {
			options->by = periods[i].by;
			return OK;
		}
	return fail(why, ERR_USAGE, "--by=%.40s: year, month or day is wanted", text);
}

enum err option_set(
	struct options *options, enum option option, const char *value, struct fault *why)
{
	switch ((int)option) {
	case OPTION_HELP:
		options->help = true;
		return OK;
	case OPTION_VERSION:
		options->version = true;
		return OK;
	case OPTION_JSON:
		options->json = true;
		return OK;
	case OPTION_FRESH:
		options->fresh = true;
		return OK;
	case OPTION_NO_CACHE:
		options->no_cache = true;
		return OK;
	case OPTION_COLOUR:
		return parse_colour(value, options, why);
	case OPTION_MAX_SIZE:
		return parse_size(value, options, why);
	case OPTION_TODAY:
		return parse_today(value, options, why);
	case OPTION_SORT:
		return parse_sort(value, options, why);
	case OPTION_LIMIT:
		return parse_limit(value, options, why);
	case OPTION_FORMAT:
		return parse_format(value, options, why);
	case OPTION_BY:
		return parse_by(value, options, why);
	case OPTION_ABOUT:
		options->about = true;
		return OK;
	case OPTION_OUTPUT:
		options->output = value;
		return *value ? OK : fail(why, ERR_USAGE, "--output wants the name of a file");
	default:
		return set_filter(options, option, value, why);
	}
}
