#include "app/jail-locks.h"

#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0 /* a sanitizer looks for leaks from a second process that traces the first */
#endif

/* What the C library reads after the start (locales, encodings, time zones), ncurses (terminals)
 * and SQLite (chance); public on every system. */
static const struct jail_path shared[] = {
	{"/usr", JAIL_READ},
	{"/lib", JAIL_READ},
	{"/lib64", JAIL_READ},
	{"/nix/store", JAIL_READ},
	{"/gnu/store", JAIL_READ},
	{"/etc/terminfo", JAIL_READ},
	{"/etc/localtime", JAIL_READ},
	{"/etc/ld.so.cache", JAIL_READ},
	{"/sys/devices/system/cpu", JAIL_READ},
	{"/dev/urandom", JAIL_READ},
	{"/dev/null", JAIL_DEVICE},
	{"/dev/tty", JAIL_DEVICE},
};

/* The same, where the user has set other places: lists with colons between. */
static const char *const variables[] = {
	"TERMINFO", "TERMINFO_DIRS", "LOCPATH", "GCONV_PATH", "TZDIR"};

static void add(struct jail_paths *paths, const char *path, enum jail_use use, struct arena *arena)
{
	*vec_push(arena, paths) = (struct jail_path){path, use};
}

static void add_list(struct jail_paths *paths, const char *list, struct arena *arena)
{
	while (list && *list) {
		size_t len = strcspn(list, ":");

		if (len)
			add(paths, arena_string(arena, (struct span){list, len}), JAIL_READ, arena);
		list += len + (list[len] == ':');
	}
}

/* Debuggers that take calls of the system over, as valgrind does, cannot live in the jail. */
static bool is_unwanted(void)
{
	const char *wish = getenv("DEPECHE_JAIL");

	return wish && strcmp(wish, "off") == 0;
}

void jail_enter(const struct jail_paths *wanted)
{
	struct jail_paths paths = {0};
	const char *home = getenv("HOME");
	struct arena arena;

	if (SANITIZED || is_unwanted())
		return;
	arena_init(&arena);
	for (uint32_t i = 0; i < wanted->count; i++)
		*vec_push(&arena, &paths) = wanted->at[i];
	for (size_t i = 0; i < COUNT(shared); i++)
		*vec_push(&arena, &paths) = shared[i];
	for (size_t i = 0; i < COUNT(variables); i++)
		add_list(&paths, getenv(variables[i]), &arena);
	if (home && *home == '/')
		add(&paths, arena_format(&arena, "%s/.terminfo", home), JAIL_READ, &arena);
	jail_no_new_rights();
	jail_files_close(&paths);
	jail_calls_close();
	arena_clear(&arena);
}

const char *jail_words(struct arena *arena)
{
	int version = jail_files_version();
	const char *calls = jail_calls_are_there() ? "seccomp" : "no seccomp";

	if (SANITIZED)
		return "nothing, in a build with sanitizers";
	if (is_unwanted())
		return "nothing, as DEPECHE_JAIL says";
	if (version == 0)
		return arena_format(arena, "no Landlock, %s", calls);
	return arena_format(arena, "Landlock ABI %d, %s", version, calls);
}
