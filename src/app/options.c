#include "app/options.h"

#include "text/nearest.h"
#include "app/config.h"
#include "app/options-table.h"
#include "base/message.h"
#include "base/vec.h"
#include "text/calendar.h"

#include <string.h>

static const char *meant_option(struct span word)
{
	const char *best = NULL;
	uint32_t least = UINT32_MAX;

	for (int i = 0; i < OPTION_COUNT; i++) {
		uint32_t far = nearest_unlike(word, options_table[i].name);

		if (far < least) {
			least = far;
			best = options_table[i].name;
		}
	}
	return best;
}

const char *options_meant(const char *word)
{
	const char *best = NULL;
	uint32_t least = UINT32_MAX;

	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++) {
		uint32_t far = nearest_unlike(span_of(word), commands_table[i].name);

		if (far < least) {
			least = far;
			best = commands_table[i].name;
		}
	}
	return best;
}

/* The words of the command line, sorted out before any is understood: which options a command
 * takes is only known when all of them are read. */
struct given {
	enum option option;
	const char *value; /* null: takes none */
};

struct words {
	VEC(struct given) given;
	VEC(const char *) operands;
	uint32_t bare; /* operands before "--": only such a one names a command */
	char **at;
	int count, next;
	struct arena *arena;
};

static enum err unknown_option(struct span name, struct fault *why)
{
	const char *meant = meant_option(name), *setting;
	int len = (int)(name.len < 60 ? name.len : 60);

	if (setting_named(span_cut(name, 2, name.len), &setting) != SETTING_COUNT)
		return fail(why, ERR_USAGE,
			"%.*s is no option but a setting: depeche-config(5) and :set tell of it",
			len, name.at);
	if (meant)
		return fail(why, ERR_USAGE, "unknown option %.*s; did you mean %s?", len, name.at,
			meant);
	return fail(why, ERR_USAGE, "unknown option %.*s; depeche --help lists them", len, name.at);
}

/* Takes down an option; own is the value that stands in the same word, or null. */
static enum err take_option(
	struct words *words, enum option option, const char *own, struct fault *why)
{
	const struct option_info *info = &options_table[option];
	struct given given = {option, own};

	if (!info->value && own)
		return fail(why, ERR_USAGE, "%s takes no value", info->name);
	if (info->value && !own) {
		if (words->next == words->count)
			return fail(why, ERR_USAGE, "%s wants a value: %s=%s", info->name,
				info->name, info->value);
		given.value = words->at[words->next++];
	}
	*vec_push(words->arena, &words->given) = given;
	return OK;
}

static enum err take_long(struct words *words, const char *word, struct fault *why)
{
	const char *equals = strchr(word, '=');
	struct span name = equals ? (struct span){word, (size_t)(equals - word)} : span_of(word);

	for (int i = 0; i < OPTION_COUNT; i++)
		if (span_is(name, options_table[i].name))
			return take_option(words, (enum option)i, equals ? equals + 1 : NULL, why);
	return unknown_option(name, why);
}

static enum err take_short(struct words *words, const char *word, struct fault *why)
{
	for (const char *at = word + 1; *at; at++) {
		int option = 0;

		while (option < OPTION_COUNT && options_table[option].letter != *at)
			option++;
		if (option == OPTION_COUNT)
			return unknown_option(span_of(word), why);
		if (options_table[option].value)
			return take_option(words, (enum option)option, at[1] ? at + 1 : NULL, why);
		enum err err = take_option(words, (enum option)option, NULL, why);
		if (err)
			return err;
	}
	return OK;
}

static enum err take_words(struct words *words, struct fault *why)
{
	bool only_operands = false;

	while (words->next < words->count) {
		const char *word = words->at[words->next++];
		enum err err = OK;

		if (!only_operands && strcmp(word, "--") == 0) {
			only_operands = true;
		} else if (only_operands || word[0] != '-' || !word[1]) {
			*vec_push(words->arena, &words->operands) = word;
			words->bare += !only_operands;
		} else if (word[1] == '-') {
			err = take_long(words, word, why);
		} else {
			err = take_short(words, word, why);
		}
		if (err)
			return err;
	}
	return OK;
}

/* --- what they mean --------------------------------------------------------------------- */

static enum command command_named(const char *word)
{
	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++)
		if (strcmp(word, commands_table[i].name) == 0)
			return (enum command)i;
	return COMMAND_READ;
}

static enum err set_given(struct options *options, struct given given, struct fault *why)
{
	const struct command_info *command = &commands_table[options->command];
	const char *name = options_table[given.option].name;

	if (!options_table[given.option].everywhere &&
		!(command->options & UINT32_C(1) << given.option)) {
		if (options->command == COMMAND_READ)
			return fail(why, ERR_USAGE,
				"%s needs a command before it, as in: depeche list", name);
		return fail(why, ERR_USAGE, "%s is no option of depeche %s", name, command->name);
	}
	return option_set(options, given.option, given.value, why);
}

/* The operands after the command's name: ARTICLE where there is one, then paths. */
static enum err set_operands(
	struct options *options, const struct words *words, uint32_t first, struct fault *why)
{
	const struct command_info *command = &commands_table[options->command];
	const char **paths = ARENA_ARRAY(words->arena, const char *, words->operands.count + 1);

	if (!options->help && !options->version) {
		bool enough = first + (uint32_t)command->articles <= words->operands.count;
		if (!enough && options->command == COMMAND_PERSON)
			return fail(why, ERR_USAGE, "depeche person wants a name");
		if (!enough)
			return fail(why, ERR_USAGE,
				"depeche %s wants %s: its number, its path or a part of it",
				command->name,
				command->articles > 1 ? _("two articles, each") : _("an article"));
		options->article = command->articles > 0 ? words->operands.at[first++] : NULL;
		options->other = command->articles > 1 ? words->operands.at[first++] : NULL;
	}
	for (; first < words->operands.count; first++) {
		const char *path = words->operands.at[first];

		if (strcmp(path, "-") == 0)
			options->paths_from_stdin = true;
		else if (!*path)
			return fail(why, ERR_USAGE, "a path is empty");
		else
			paths[options->path_count++] = path;
	}
	options->paths = paths;
	return OK;
}

/* What only the whole command line tells. */
static enum err check_together(const struct options *options, struct fault *why)
{
	if (options->help || options->version)
		return OK;
	if (options->command == COMMAND_EXPORT && !options->format)
		return fail(why, ERR_USAGE, "depeche export wants a format: --format=md");
	if (options->sort && strcmp(options->sort, "relevance") == 0 && !options->filter)
		return fail(why, ERR_USAGE, "--sort=relevance wants words: --filter=WORDS");
	if (options->since_day != DAY_NONE && options->until_day != DAY_NONE &&
		options->since_day > options->until_day)
		return fail(why, ERR_USAGE, "--since=%.20s is after --until=%.20s", options->since,
			options->until);
	return OK;
}

/* Those of the config file were tried when it was read. */
static void set_configured(struct options *options)
{
	const struct config *config = options->config;
	uint32_t taken = commands_table[options->command].options;

	for (uint32_t i = 0; config && i < config->options.count; i++) {
		struct config_option given = config->options.at[i];

		if (options_table[given.option].everywhere || taken & UINT32_C(1) << given.option)
			option_set(options, given.option, given.value, NULL);
	}
}

enum err options_parse_with(const struct config *config, int argc, char **argv, struct options *out,
	struct arena *arena, struct fault *why)
{
	struct words words = {.at = argv, .count = argc, .next = argc > 0, .arena = arena};
	struct options options = {.config = config,
		.limit = -1,
		.by = PRECISION_MONTH,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.today = DAY_NONE,
		.since_day = DAY_NONE,
		.until_day = DAY_NONE};
	enum err err = take_words(&words, why);

	if (err)
		return err;
	if (words.bare)
		options.command = command_named(words.operands.at[0]);
	set_configured(&options);
	for (uint32_t i = 0; i < words.given.count; i++) {
		err = set_given(&options, words.given.at[i], why);
		if (err)
			return err;
	}
	err = set_operands(&options, &words, options.command != COMMAND_READ, why);
	if (!err)
		err = check_together(&options, why);
	if (!err)
		*out = options;
	return err;
}

enum err options_parse(
	int argc, char **argv, struct options *out, struct arena *arena, struct fault *why)
{
	return options_parse_with(NULL, argc, argv, out, arena, why);
}
