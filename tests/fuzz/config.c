/*
 * A config file of any bytes: what holds is within what each setting allows, mistakes have words
 * and are not more than are told, and reading it a second time over itself makes no difference.
 */

#include "app/config.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_setting(enum setting setting, int value)
{
	const struct setting_info *info = &settings_table[setting];
	char room[SETTING_ROOM];
	int again = -1;

	if (!info->words)
		require(value == info->usual || (value >= info->least && value <= info->most));
	const char *words = setting_words(setting, value, room);
	require(words && words[0]);
	require(!setting_read(setting, span_of(words), &again, NULL) && again == value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct config config;
	struct arena arena;
	int before[SETTING_COUNT];

	arena_init(&arena);
	config_init(&config, &arena);
	config_read(&config, "c", text, &arena);
	for (size_t i = 0; i < SETTING_COUNT; i++)
		if (config.set[i])
			check_setting((enum setting)i, config.settings[i]);
	require(config.mistakes.count <= CONFIG_MISTAKES_MOST + 1);
	for (size_t i = 0; i < config.mistakes.count; i++)
		require(config.mistakes.at[i][0]);
	memcpy(before, config.settings, sizeof before);
	config_read(&config, "c", text, &arena);
	require(memcmp(before, config.settings, sizeof before) == 0);
	arena_clear(&arena);
	return 0;
}
