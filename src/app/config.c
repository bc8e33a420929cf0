#include "app/config.h"

#include "app/folders.h"
#include "base/buf.h"
#include "text/nearest.h"
#include "text/utf8.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A file that is being read. */
struct reading {
	struct config *config;
	const char *name;
	uint32_t line;
	bool keys; /* in a section of keys: */
	enum where where;
	bool lost;              /* in a section that is none: its lines are passed over */
	struct options scratch; /* where values are tried */
	struct arena *arena;
};

static void add_mistake(struct reading *reading, const char *words)
{
	if (reading->config->mistakes.count < CONFIG_MISTAKES_MOST)
		*vec_push(reading->arena, &reading->config->mistakes) =
			reading->line
				? arena_format(reading->arena, "%s:%u: %s", reading->name,
					  reading->line, words)
				: arena_format(reading->arena, "%s: %s", reading->name, words);
}

/* --- sections -------------------------------------------------------------------------------- */

static void open_section(struct reading *reading, struct span title)
{
	struct span name = span_trim(title), keys = SPAN("keys");
	char words[120];

	reading->lost = false;
	reading->keys = true;
	for (int where = 0; where < WHERE_COUNT; where++) {
		const char *pane = keymap_where((enum where)where);
		const char *full = *pane ? arena_format(reading->arena, "keys.%s", pane) : keys.at;

		if (span_is(name, full)) {
			reading->where = (enum where)where;
			return;
		}
	}
	reading->lost = true;
	snprintf(words, sizeof words,
		"[%.*s]: no such section; [keys] and [keys.list], .reader, .sidebar … are there",
		(int)(name.len < 40 ? name.len : 40), name.at);
	add_mistake(reading, words);
}

/* --- keys ------------------------------------------------------------------------------------- */

static enum action action_named(struct span name, const char **meant)
{
	uint32_t least = UINT32_MAX;

	*meant = NULL;
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *candidate = action_info((enum action)i)->name;
		uint32_t far = nearest_unlike(name, candidate);

		if (span_is(name, candidate))
			return (enum action)i;
		if (far < least) {
			least = far;
			*meant = candidate;
		}
	}
	return ACTION_NONE;
}

static void take_keys(struct reading *reading, enum action action, struct span value)
{
	struct keymap *keys = &reading->config->keys;

	keymap_unbind(keys, action, reading->where);
	if (span_is(value, "none"))
		return;
	while (value.len) {
		size_t end = span_find(value, SPAN(" "), 0);
		struct span name = span_cut(value, 0, end);
		uint32_t key = keymap_key(name);

		value = span_trim(span_cut(value, end, value.len));
		if (key)
			keymap_bind(keys, key, reading->where, action, reading->arena);
		else
			add_mistake(reading,
				arena_format(reading->arena,
					"%.*s: no such key; keys are written as in j, Ctrl-F, F2, "
					"PgDn, Alt-Left",
					(int)(name.len < 40 ? name.len : 40), name.at));
	}
}

/* --- settings and options --------------------------------------------------------------------- */

static int option_named(struct span name, const char **meant)
{
	uint32_t least = UINT32_MAX;

	for (int i = 0; i < OPTION_COUNT; i++) {
		const char *candidate = options_table[i].name + 2;
		uint32_t far = nearest_unlike(name, candidate);

		if (i == OPTION_HELP || i == OPTION_VERSION || i == OPTION_OUTPUT)
			continue;
		if (span_is(name, candidate))
			return i;
		if (far < least) {
			least = far;
			*meant = candidate;
		}
	}
	return OPTION_COUNT;
}

static enum err take_option(
	struct reading *reading, enum option option, struct span value, struct fault *why)
{
	const struct option_info *info = &options_table[option];
	const char *text = arena_string(reading->arena, value);

	if (!info->value && span_is(value, "off"))
		return OK;
	if (!info->value && !span_is(value, "on"))
		return fail(why, ERR_USAGE, "%s: off or on is wanted", info->name + 2);
	enum err err = option_set(&reading->scratch, option, text, why);
	if (!err)
		*vec_push(reading->arena, &reading->config->options) =
			(struct config_option){option, info->value ? text : NULL};
	return err;
}

/* The order of the list is a setting and an option alike. */
static void take_value(struct reading *reading, struct span name, struct span value)
{
	const char *meant = NULL, *other = NULL;
	enum setting setting = setting_named(name, &meant);
	int option = option_named(name, &other);
	struct fault why = {0};

	if (setting < SETTING_COUNT &&
		!setting_read(setting, value, &reading->config->settings[setting], &why))
		reading->config->set[setting] = true;
	if (option < OPTION_COUNT && (setting == SETTING_COUNT || !why.err))
		take_option(reading, (enum option)option, value, &why);
	if (why.err) {
		add_mistake(reading, why.words);
		return;
	}
	if (setting < SETTING_COUNT || option < OPTION_COUNT)
		return;
	meant = meant ? meant : other;
	add_mistake(reading,
		arena_format(reading->arena,
			meant ? "%.*s: no such setting; did you mean %s?"
			      : "%.*s: no such setting%s",
			(int)(name.len < 40 ? name.len : 40), name.at, meant ? meant : ""));
}

/* --- lines ------------------------------------------------------------------------------------ */

static void take_pair(struct reading *reading, struct span line)
{
	size_t equals = span_find(line, SPAN("="), 0);
	struct span name = span_trim(span_cut(line, 0, equals));
	struct span value = span_trim(span_cut(line, equals + 1, line.len));
	const char *meant;

	if (equals == line.len || !name.len) {
		add_mistake(reading, "a line is written as in: name = value");
		return;
	}
	if (!reading->keys) {
		take_value(reading, name, value);
		return;
	}
	enum action action = action_named(name, &meant);
	if (action != ACTION_NONE) {
		take_keys(reading, action, value);
		return;
	}
	add_mistake(reading,
		arena_format(reading->arena,
			meant ? "%.*s: no such action; did you mean %s?" : "%.*s: no such action%s",
			(int)(name.len < 40 ? name.len : 40), name.at, meant ? meant : ""));
}

static void take_line(struct reading *reading, struct span line)
{
	line = span_trim(line);
	if (!line.len || line.at[0] == '#' || line.at[0] == ';')
		return;
	if (line.at[0] == '[' && line.at[line.len - 1] == ']')
		open_section(reading, span_cut(line, 1, line.len - 1));
	else if (!reading->lost)
		take_pair(reading, line);
}

void config_init(struct config *config, struct arena *arena)
{
	*config = (struct config){0};
	for (int i = 0; i < SETTING_COUNT; i++)
		config->settings[i] = settings_table[i].usual;
	keymap_init(&config->keys, arena);
}

void config_read(struct config *config, const char *name, struct span text, struct arena *arena)
{
	struct reading reading = {.config = config, .name = name, .arena = arena};
	struct span line;

	if (span_starts(text, SPAN("\xef\xbb\xbf")))
		text = span_cut(text, 3, text.len);
	if (!utf8_valid(text)) {
		add_mistake(&reading, "not UTF-8; nothing of it holds");
		return;
	}
	while (span_line(&text, &line)) {
		reading.line++;
		take_line(&reading, line);
	}
}

/* As a shell shows it: "~/.config/depeche/config". */
static const char *told_path(const char *path, struct arena *arena)
{
	struct span home = span_of(getenv("HOME")), whole = span_of(path);

	if (home.len < 2 || !span_starts(whole, home) || path[home.len] != '/')
		return path;
	return arena_format(arena, "~%s", path + home.len);
}

void config_open(struct config *config, struct arena *arena)
{
	const char *folder = folder_config(arena);
	struct reading reading = {.config = config, .arena = arena};
	char bytes[8192];
	struct buf text;
	ssize_t got = 0;

	config_init(config, arena);
	config->path = folder ? arena_format(arena, "%s/config", folder) : NULL;
	int fd = folder ? open(config->path, O_RDONLY | O_CLOEXEC) : -1;
	if (fd < 0)
		return;
	buf_init(&text, arena);
	while (text.len <= CONFIG_MOST && (got = read(fd, bytes, sizeof bytes)) > 0)
		buf_add(&text, (struct span){bytes, (size_t)got});
	close(fd);
	reading.name = told_path(config->path, arena);
	if (got < 0)
		add_mistake(&reading, "it cannot be read");
	else if (text.len > CONFIG_MOST)
		add_mistake(&reading, "larger than 1 MB; nothing of it holds");
	else
		config_read(config, reading.name, buf_span(&text), arena);
}
