#include "app/settings-command.h"

#include "app/colon-table.h"
#include "app/config.h"
#include "app/say.h"

#include <stdio.h>

void settings_start(struct app *app, const struct config *config)
{
	app->config = config;
	app->keys = &config->keys;
	for (int i = 0; i < SETTING_COUNT; i++)
		if (config->set[i])
			settings_table[i].apply(app, config->settings[i]);
	if (config->mistakes.count == 1)
		say(app, "%.240s", config->mistakes.at[0]);
	else if (config->mistakes.count)
		say(app, "the config file has %u mistakes; P shows them",
			(unsigned)config->mistakes.count);
}

static const char *key_of(const struct app *app, enum action action, char *text, int room)
{
	return keymap_keys(app->keys, action, WHERE_LIST, 1, text, room);
}

void settings_greet(struct app *app)
{
	char read[24], person[24], help[24];

	say(app, "%s reads on, %s picks a person, %s shows every key",
		key_of(app, ACTION_PAGE_DOWN, read, sizeof read),
		key_of(app, ACTION_PERSON, person, sizeof person),
		key_of(app, ACTION_HELP, help, sizeof help));
}

/* "name=value" and "name value" alike; value.at is null where there is none. */
static struct span name_of(struct span words, struct span *value)
{
	size_t end = 0;

	while (end < words.len && words.at[end] != '=' && words.at[end] != ' ')
		end++;
	*value = end < words.len ? span_trim(span_cut(words, end + 1, words.len))
				 : (struct span){NULL, 0};
	return span_cut(words, 0, end);
}

static void tell(struct app *app, enum setting setting)
{
	char text[SETTING_ROOM];

	say(app, "%s = %s", settings_table[setting].name,
		setting_words(setting, settings_table[setting].now(app), text));
}

enum err settings_command(struct app *app, struct span words, struct query_fault *wrong)
{
	struct span value, name = name_of(words, &value);
	const char *meant;
	enum setting setting = setting_named(name, &meant);
	int read;

	wrong->at = (struct extent){0, (uint32_t)name.len};
	if (!name.len)
		return fail(&wrong->fault, ERR_USAGE, "a setting is wanted, as in: set theme=dark");
	if (setting == SETTING_COUNT && meant)
		return fail(&wrong->fault, ERR_USAGE, "no such setting; did you mean %s?", meant);
	if (setting == SETTING_COUNT)
		return fail(&wrong->fault, ERR_USAGE, "no such setting; Tab shows them");
	if (value.at) {
		wrong->at = (struct extent){(uint32_t)(words.len - value.len), (uint32_t)words.len};
		enum err err = setting_read(setting, value, &read, &wrong->fault);
		if (err)
			return err;
		settings_table[setting].apply(app, read);
	}
	tell(app, setting);
	return OK;
}

void settings_complete(struct app *app, struct span words, struct offers *offers)
{
	struct span value, name = name_of(words, &value);
	const char *meant;
	enum setting setting = setting_named(name, &meant);

	(void)app;
	if (!value.at) {
		for (int i = 0; i < SETTING_COUNT; i++)
			offers_add(offers, words,
				arena_format(&offers->arena, "%s=", settings_table[i].name));
		return;
	}
	if (setting == SETTING_COUNT || !settings_table[setting].words)
		return;
	offers->start += (uint32_t)(words.len - value.len);
	for (const char *const *word = settings_table[setting].words; *word; word++)
		offers_add(offers, value, *word);
}
