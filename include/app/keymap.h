#ifndef DEPECHE_APP_KEYMAP_H
#define DEPECHE_APP_KEYMAP_H

/*
 * Keys and what they mean in each pane.  One table gives dispatch, the help overlay and the
 * manual.  A key is a Unicode code point (controls included: Ctrl-A is 1), or one of the named
 * keys above Unicode; Alt is a bit.
 */

#include "app/action.h"
#include "base/vec.h"

#include <stdint.h>

enum {
	KEYS_UP = 0x110000, KEYS_DOWN, KEYS_LEFT, KEYS_RIGHT, KEYS_HOME, KEYS_END, KEYS_PAGE_UP,
	KEYS_PAGE_DOWN, KEYS_ENTER, KEYS_BACKSPACE, KEYS_DELETE, KEYS_BACK_TAB, KEYS_ESCAPE,
	KEYS_F1, KEYS_F2, KEYS_F3, KEYS_F4, KEYS_F5, KEYS_F6, KEYS_F7, KEYS_F8, KEYS_F9, KEYS_F10,
	KEYS_F11, KEYS_F12, KEYS_PASTE, /* pasted text follows apart: never keys */
	KEYS_MOUSE, /* a report of the mouse, likewise */
	KEYS_ALT = 0x1000000
};

/* Where a binding holds. */
enum where { WHERE_ANY, WHERE_LIST, WHERE_READER, WHERE_SIDEBAR, WHERE_RELATED, WHERE_VERSIONS,
	WHERE_TIMELINE, WHERE_PERSON, WHERE_STRETCH, WHERE_LINKS, WHERE_COUNT };

struct binding {
	uint32_t key;
	enum where where;
	enum action action;
};

/* The bindings that hold: those of the table, changed by the reader. Wherever one is asked for,
 * null is the table. */
VEC_OF(struct binding, keymap);

/* One code for keys that terminals send in several ways: Enter, Backspace, Escape. Every other
 * function of the floor takes either. */
uint32_t key_plain(uint32_t key);
/* ACTION_NONE when the key means nothing there. The pane's own bindings come before those of
 * WHERE_ANY. */
enum action keymap_action(const struct keymap *, uint32_t key, enum where);
/* Every binding, in the order of the manual. */
const struct binding *keymap_bindings(const struct keymap *, uint32_t *count);
/* "j", "Ctrl-F", "PgDn", "Alt-←" into name, which has room for 24 bytes; returns name. */
const char *keymap_name(uint32_t key, char *name);
/* The same in the reader's language: "Entrée". */
const char *keymap_shown(uint32_t key, char *name);
/* "j ↓" of an action in a pane: its keys, the first ones first, at most limit of them. */
const char *keymap_keys(
	const struct keymap *, enum action, enum where, int limit, char *text, int room);
/* "list": of a section [keys.list]; "" for everywhere. */
const char *keymap_where(enum where);

/* The key that is written so, as keymap_name writes it or with Up, Down, Left and Right, in any
 * case; 0 when there is none. */
uint32_t keymap_key(struct span name);
/* The table's bindings, to be changed. */
void keymap_init(struct keymap *, struct arena *);
/* The key means the action there, and no other. */
void keymap_bind(struct keymap *, uint32_t key, enum where, enum action, struct arena *);
/* No key means the action there. */
void keymap_unbind(struct keymap *, enum action, enum where);

#endif
