#include "app/keymap.h"

#include "app/keymap-table.h"
#include "base/message.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define NAME_ROOM 24

/* The keys that have no sign of their own, from KEYS_UP on. */
static const char *const names[] = {"↑", "↓", "←", "→", N_("Home"), N_("End"), N_("PgUp"),
	N_("PgDn"), N_("Enter"), N_("Backspace"), N_("Delete"), N_("Shift-Tab"), N_("Esc"), "F1",
	"F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "Paste"};
static_assert(COUNT(names) == KEYS_PASTE - KEYS_UP + 1, "every named key has its name");

uint32_t key_plain(uint32_t key)
{
	switch (key) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case 0x08:
	case 0x7f:
		return KEYS_BACKSPACE;
	case 0x1b:
		return KEYS_ESCAPE;
	default:
		return key;
	}
}

const struct binding *keymap_bindings(const struct keymap *keys, uint32_t *count)
{
	*count = keys ? keys->count : keymap_table_count;
	return keys ? keys->at : keymap_table;
}

static enum action bound(const struct keymap *keys, uint32_t key, enum where where)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(keys, &count);

	for (uint32_t i = 0; i < count; i++)
		if (bindings[i].key == key && bindings[i].where == where)
			return bindings[i].action;
	return ACTION_NONE;
}

enum action keymap_action(const struct keymap *keys, uint32_t key, enum where where)
{
	uint32_t plain = key_plain(key);
	enum action action = bound(keys, plain, where);

	return action == ACTION_NONE ? bound(keys, plain, WHERE_ANY) : action;
}

/* The name of a key that has no sign of its own, as the config file has it; null. */
static const char *word_of(uint32_t plain)
{
	if (plain >= KEYS_UP && plain <= KEYS_PASTE)
		return names[plain - KEYS_UP];
	return plain == ' ' ? N_("Space") : plain == '\t' ? "Tab" : NULL;
}

static const char *name_of(uint32_t key, bool shown, char *name)
{
	uint32_t plain = key_plain(key & ~(uint32_t)KEYS_ALT);
	const char *alt = key & KEYS_ALT ? "Alt-" : "", *word = word_of(plain);

	if (word) {
		snprintf(name, NAME_ROOM, "%s%s", alt, shown ? message(word) : word);
	} else if (plain < ' ') {
		snprintf(name, NAME_ROOM, "%sCtrl-%c", alt, (char)('@' + plain));
	} else {
		char sign[5] = "";
		sign[utf8_put(sign, plain)] = 0;
		snprintf(name, NAME_ROOM, "%s%s", alt, sign);
	}
	return name;
}

const char *keymap_name(uint32_t key, char *name)
{
	return name_of(key, false, name);
}

const char *keymap_shown(uint32_t key, char *name)
{
	return name_of(key, true, name);
}

const char *keymap_keys(const struct keymap *map, enum action action, enum where where, int limit,
	char *text, int room)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(map, &count);
	size_t len = 0;
	int keys = 0;

	if (room > 0)
		text[0] = 0;
	for (uint32_t i = 0; i < count && keys < limit; i++) {
		const struct binding *binding = &bindings[i];
		char name[NAME_ROOM];
		if (binding->action != action ||
			(binding->where != where && binding->where != WHERE_ANY))
			continue;
		size_t need = strlen(keymap_shown(binding->key, name)) + (keys > 0);
		if (len + need >= (size_t)(room > 0 ? room : 0))
			break;
		len += (size_t)snprintf(
			text + len, (size_t)room - len, "%s%s", keys > 0 ? " " : "", name);
		keys++;
	}
	return text;
}
