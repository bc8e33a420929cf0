/* What a scene types and clicks. */

#define _XOPEN_SOURCE 700
#include "tty/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *bytes;
} key_names[] = {
	{"Enter", "\r"}, {"Esc", "\033"}, {"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Space", " "},
	{"Backspace", "\177"}, {"Up", "\033OA"}, {"Down", "\033OB"}, {"Right", "\033OC"},
	{"Left", "\033OD"}, {"Home", "\033OH"}, {"End", "\033OF"}, {"PgUp", "\033[5~"},
	{"PgDn", "\033[6~"}, {"Delete", "\033[3~"}, {"F1", "\033OP"}, {"F2", "\033OQ"}, {"F5", "\033[15~"},
	{"F9", "\033[20~"}, {"Alt-Left", "\033[1;3D"}, {"Alt-Right", "\033[1;3C"},
};

static bool answered(struct play *p, const char *bytes, size_t len, const char *name)
{
	long before = p->at->terminal.events[EVENT_IDLE];
	double start = now_ms();

	if (!terminal_send(&p->at->terminal, bytes, len))
		return wrong(p, "cannot type", name);
	if (!terminal_wait(&p->at->terminal, EVENT_IDLE, before) && !p->at->terminal.ended)
		return wrong(p, "no answer to key", name);
	double took = now_ms() - start;
	if (took > p->slowest)
		p->slowest = took;
	if (p->timing)
		printf("%8.2f ms  %s\n", took, name);
	return true;
}

/* A button that is pressed and let go, as xterm reports it. */
static bool press(struct play *p, int button, const char *place)
{
	int col, row;
	char bytes[64];

	if (!size_of(place, &col, &row))
		return wrong(p, "not a place:", place);
	snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM\033[<%d;%d;%dm", button, col, row, button,
		col, row);
	return answered(p, bytes, strlen(bytes), place);
}

bool do_click(struct play *p, char **words, int count)
{
	return press(p, 0, count ? words[0] : "");
}

bool do_wheel(struct play *p, char **words, int count)
{
	if (count < 2)
		return wrong(p, "wheel up|down COLxROW", "");
	return press(p, strcmp(words[0], "up") == 0 ? 64 : 65, words[1]);
}

/* What a terminal sends for a key; control has room for what Ctrl makes. */
static const char *bytes_of(const char *name, char control[2])
{
	for (size_t k = 0; k < COUNT(key_names); k++)
		if (strcmp(name, key_names[k].name) == 0)
			return key_names[k].bytes;
	if (strncmp(name, "C-", 2) != 0 || !name[2])
		return name;
	control[0] = (char)(name[2] & 0x1f);
	control[1] = 0;
	return control;
}

static bool flooded(struct play *p, const char *bytes, size_t len, const char *name)
{
	return terminal_flood(&p->at->terminal, bytes, len) || wrong(p, "no answer to", name);
}

bool do_fast(struct play *p, char **words, int count)
{
	char all[WORDS * 8] = "", control[2];

	for (int i = 0; i < count; i++)
		strncat(all, bytes_of(words[i], control), 7);
	return flooded(p, all, strlen(all), count ? words[0] : "");
}

/* The text as often as it takes to make so many bytes, with the marks of a paste or without. */
static bool repeat(struct play *p, char **words, int count, bool pasted)
{
	const char *begin = pasted ? "\033[200~" : "", *end = pasted ? "\033[201~" : "";
	size_t size = count > 1 ? strtoul(words[0], NULL, 10) : 0, len = strlen(begin);
	size_t unit = count > 1 ? strlen(words[1]) : 0;

	if (!unit)
		return wrong(p, "BYTES and a text are wanted", "");
	char *all = malloc(size + unit + 16);
	memcpy(all, begin, len);
	while (len < size) {
		memcpy(all + len, words[1], unit);
		len += unit;
	}
	memcpy(all + len, end, strlen(end));
	bool good = flooded(p, all, len + strlen(end), words[1]);
	free(all);
	return good;
}

bool do_paste(struct play *p, char **words, int count)
{
	return repeat(p, words, count, true);
}

bool do_flood(struct play *p, char **words, int count)
{
	return repeat(p, words, count, false);
}

bool do_keys(struct play *p, char **words, int count)
{
	for (int i = 0; i < count; i++) {
		char control[2];
		const char *bytes = bytes_of(words[i], control);
		if (strcmp(words[i], "C-z") == 0) {
			if (!terminal_send(&p->at->terminal, "\032", 1))
				return false;
			continue; /* the answer is "stopped" */
		}
		if (!answered(p, bytes, strlen(bytes), words[i]))
			return false;
		if (p->at->terminal.ended)
			break;
	}
	return true;
}

bool do_busy(struct play *p, char **words, int count)
{
	while (!p->at->terminal.ended && p->at->terminal.events[EVENT_LOADED] == 0)
		if (!do_keys(p, words, count))
			return false;
	return !p->at->terminal.ended || wrong(p, "ended while it loaded", "");
}

bool do_type(struct play *p, char **words, int count)
{
	for (const char *at = count ? words[0] : ""; *at;) {
		size_t len = 1;
		while (((unsigned char)at[len] & 0xc0) == 0x80)
			len++;
		char one[8] = {0};
		memcpy(one, at, len);
		if (!answered(p, at, len, one))
			return false;
		at += len;
	}
	return true;
}
