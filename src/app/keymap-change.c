#include "app/keymap.h"

#include "app/keymap-table.h"
#include "text/utf8.h"

#include <assert.h>

#define NAME_ROOM 24

static const char *const wheres[] = {
	[WHERE_ANY] = "",
	[WHERE_LIST] = "list",
	[WHERE_READER] = "reader",
	[WHERE_SIDEBAR] = "sidebar",
	[WHERE_RELATED] = "related",
	[WHERE_VERSIONS] = "versions",
	[WHERE_TIMELINE] = "timeline",
	[WHERE_PERSON] = "person",
	[WHERE_STRETCH] = "passage",
	[WHERE_LINKS] = "links",
};
static_assert(COUNT(wheres) == WHERE_COUNT, "every place has its name");

const char *keymap_where(enum where where)
{
	return wheres[where];
}

static bool is_same(struct span a, const char *b)
{
	size_t len = strlen(b);
	bool same = a.len == len;

	for (size_t i = 0; same && i < len; i++) {
		char x = a.at[i], y = b[i];
		same = (x >= 'A' && x <= 'Z' ? x - 'A' + 'a' : x) ==
		       (y >= 'A' && y <= 'Z' ? y - 'A' + 'a' : y);
	}
	return same;
}

static uint32_t named(struct span name)
{
	static const struct {
		const char *name;
		uint32_t key;
	} others[] = {{"Up", KEYS_UP}, {"Down", KEYS_DOWN}, {"Left", KEYS_LEFT},
		{"Right", KEYS_RIGHT}, {"Space", ' '}, {"Tab", '\t'}};
	char written[NAME_ROOM];

	for (size_t i = 0; i < COUNT(others); i++)
		if (is_same(name, others[i].name))
			return others[i].key;
	for (uint32_t key = KEYS_UP; key < KEYS_PASTE; key++)
		if (is_same(name, keymap_name(key, written)))
			return key;
	return 0;
}

uint32_t keymap_key(struct span name)
{
	size_t at = 0;

	if (name.len > 4 && is_same(span_cut(name, 0, 4), "alt-")) {
		uint32_t key = keymap_key(span_cut(name, 4, name.len));
		return key && !(key & KEYS_ALT) ? KEYS_ALT | key : 0;
	}
	if (name.len == 6 && is_same(span_cut(name, 0, 5), "ctrl-")) {
		char sign = name.at[5];
		bool letter = (sign >= '@' && sign <= '_') || (sign >= 'a' && sign <= 'z');
		return letter ? key_plain((uint32_t)(sign & 0x1f)) : 0;
	}
	uint32_t key = named(name);
	if (key || !name.len)
		return key;
	uint32_t point = utf8_next(name, &at);
	return at == name.len && point > ' ' && point != 0x7f ? point : 0;
}

void keymap_init(struct keymap *keys, struct arena *arena)
{
	*keys = (struct keymap){0};
	for (uint32_t i = 0; i < keymap_table_count; i++)
		*vec_push(arena, keys) = keymap_table[i];
}

/* Keeps their order, which is that of the help. */
static void drop(struct keymap *keys, uint32_t at)
{
	for (uint32_t i = at; i + 1 < keys->count; i++)
		keys->at[i] = keys->at[i + 1];
	keys->count--;
}

void keymap_bind(struct keymap *keys, uint32_t key, enum where where, enum action action,
	struct arena *arena)
{
	for (uint32_t i = keys->count; i-- > 0;)
		if (keys->at[i].key == key && keys->at[i].where == where)
			drop(keys, i);
	*vec_push(arena, keys) = (struct binding){key, where, action};
}

void keymap_unbind(struct keymap *keys, enum action action, enum where where)
{
	for (uint32_t i = keys->count; i-- > 0;)
		if (keys->at[i].action == action && keys->at[i].where == where)
			drop(keys, i);
}
