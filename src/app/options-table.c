#include "app/options-table.h"

#define BIT(option) (UINT32_C(1) << OPTION_##option)
#define FILTERS \
	(BIT(FILTER) | BIT(PERSON) | BIT(SAYS) | BIT(SINCE) | BIT(UNTIL) | BIT(SOURCE) | BIT(LANG))

/* clang-format off */
const struct option_info options_table[OPTION_COUNT] = {
	[OPTION_HELP] = {"--help", 'h', NULL, "tell how it is used", true, NULL},
	[OPTION_VERSION] = {"--version", 0, NULL, "tell the version and the libraries", true, NULL},
	[OPTION_COLOUR] = {"--color", 0, "WHEN", "auto, always or never", true, "auto always never"},
	[OPTION_NO_CACHE] = {"--no-cache", 0, NULL, "neither use nor write a cache", true, NULL},
	[OPTION_MAX_SIZE] = {"--max-size", 0, "BYTES", "largest article to read, as in 64M", true, NULL},
	[OPTION_TODAY] = {"--today", 0, "DATE", "take this day for today (YYYY-MM-DD)", true, NULL},
	[OPTION_JSON] = {"--json", 0, NULL, "a JSON object a line", false, NULL},
	[OPTION_SORT] = {"--sort", 0, "ORDER", "date, title, source or relevance", false, "date title source relevance"},
	[OPTION_LIMIT] = {"--limit", 0, "N", "only the first N", false, NULL},
	[OPTION_FORMAT] = {"--format", 0, "FORMAT", "md, csv, json, jsonl, bib or sqlite", false, "md csv json jsonl bib sqlite"},
	[OPTION_OUTPUT] = {"--output", 'o', "FILE", "write into FILE", false, NULL},
	[OPTION_BY] = {"--by", 0, "PERIOD", "year, month or day", false, "year month day"},
	[OPTION_ABOUT] = {"--about", 0, NULL, "by the days spoken of", false, NULL},
	[OPTION_FRESH] = {"--fresh", 0, NULL, "do not go back to where it was left", false, NULL},
	[OPTION_FILTER] = {"--filter", 0, "WORDS", "articles that hold all of these words", false, NULL},
	[OPTION_PERSON] = {"--person", 0, "NAME", "that name this person", false, NULL},
	[OPTION_SAYS] = {"--says", 0, "NAME", "that quote this person", false, NULL},
	[OPTION_SINCE] = {"--since", 0, "DATE", "published that day or later (YYYY[-MM[-DD]])", false, NULL},
	[OPTION_UNTIL] = {"--until", 0, "DATE", "published that day or earlier", false, NULL},
	[OPTION_SOURCE] = {"--source", 0, "NAME", "from this source", false, NULL},
	[OPTION_LANG] = {"--lang", 0, "CODE", "in this language, as in fr", false, NULL},
};

const struct command_info commands_table[COMMAND_COUNT] = {
	[COMMAND_READ] = {"", "[PATH...]", "read", BIT(FRESH), 0},
	[COMMAND_LIST] = {"list", "[FILTER] [PATH...]", "one article a line",
		BIT(JSON) | BIT(SORT) | BIT(LIMIT) | FILTERS, 0},
	[COMMAND_SHOW] = {"show", "ARTICLE [PATH...]", "one article as text", BIT(JSON), 1},
	[COMMAND_PEOPLE] = {"people", "[FILTER] [PATH...]", "people with counts and forms",
		BIT(JSON) | BIT(LIMIT) | FILTERS, 0},
	[COMMAND_PERSON] = {"person", "NAME [PATH...]", "all that is told of a person", BIT(JSON), 1},
	[COMMAND_RELATED] = {"related", "ARTICLE [PATH...]", "related articles with reasons",
		BIT(JSON) | BIT(LIMIT), 1},
	[COMMAND_EXPORT] = {"export", "--format=FORMAT [-o FILE] [FILTER] [PATH...]",
		"everything that is known, to be worked on", BIT(FORMAT) | BIT(OUTPUT) | FILTERS,
		0},
	[COMMAND_PROBLEMS] = {"problems", "[PATH...]", "what could not be read, and why", BIT(JSON),
		0},
	[COMMAND_QUOTES] = {"quotes", "[FILTER] [PATH...]", "quotations with who said them",
		BIT(JSON) | BIT(LIMIT) | FILTERS, 0},
	[COMMAND_TIMELINE] = {"timeline", "[FILTER] [PATH...]", "articles per period",
		BIT(JSON) | BIT(LIMIT) | BIT(BY) | BIT(ABOUT) | FILTERS, 0},
	[COMMAND_STORIES] = {"stories", "[FILTER] [PATH...]", "groups of articles on one event",
		BIT(JSON) | BIT(LIMIT) | FILTERS, 0},
	[COMMAND_COMPARE] = {"compare", "ARTICLE ARTICLE [PATH...]", "what each version has",
		BIT(JSON), 2},
};
/* clang-format on */
