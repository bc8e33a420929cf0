/* What a scene asks of the terminal. */

#define _XOPEN_SOURCE 700
#include "tty/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool do_mouse(struct play *p, char **words, int count)
{
	bool want = count && strcmp(words[0], "on") == 0;

	return p->at->terminal.mouse == want ||
	       wrong(p, "the mouse is", p->at->terminal.mouse ? "reported" : "not reported");
}

bool do_copied(struct play *p, char **words, int count)
{
	bool want = count && strcmp(words[0], "yes") == 0;

	return p->at->terminal.copied == want ||
	       wrong(p, "the clipboard was", p->at->terminal.copied ? "filled" : "not filled");
}

/* Whether the terminal was told of links since the program began; none is left open. */
bool do_linked(struct play *p, char **words, int count)
{
	bool want = count && strcmp(words[0], "yes") == 0, is = p->at->terminal.links > 0;

	if (p->at->terminal.linking)
		return wrong(p, "a link is open:", "what follows would lead there");
	return is == want || wrong(p, "the terminal was told of", is ? "links" : "no link");
}

bool do_plain(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	for (int row = 0; row < p->at->terminal.rows; row++)
		for (int col = 0; col < p->at->terminal.cols; col++) {
			VTermScreenCell cell;
			vterm_screen_get_cell(p->at->terminal.screen, (VTermPos){row, col}, &cell);
			if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
				!VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return wrong(p, "there is colour on the screen", "");
		}
	return true;
}

static bool on_screen(struct play *p, const char *needle)
{
	char *text = terminal_text(&p->at->terminal);
	bool found = strstr(text, needle) != NULL;

	free(text);
	return found;
}

bool do_see(struct play *p, char **words, int count)
{
	return (count && on_screen(p, words[0])) || wrong(p, "not on the screen:", words[0]);
}

bool do_not(struct play *p, char **words, int count)
{
	return (count && !on_screen(p, words[0])) || wrong(p, "on the screen:", words[0]);
}

bool do_cursor(struct play *p, char **words, int count)
{
	VTermPos at;
	char *text = terminal_text(&p->at->terminal), *line = text;

	vterm_state_get_cursorpos(vterm_obtain_state(p->at->terminal.vterm), &at);
	for (int row = 0; row < at.row && strchr(line, '\n'); row++)
		line = strchr(line, '\n') + 1;
	if (strchr(line, '\n'))
		*strchr(line, '\n') = 0;
	bool found = count && strstr(line, words[0]);
	if (!found)
		fprintf(stderr, "the cursor's row: %s\n", line);
	free(text);
	return found || wrong(p, "not in the cursor's row:", words[0]);
}

bool do_restored(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	const char *damage = terminal_damage(&p->at->terminal);
	return !damage || wrong(p, "not given back whole:", damage);
}

static char *read_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t room = 0;

	if (!f)
		return NULL;
	if (getdelim(&text, &room, 0, f) < 0) {
		free(text);
		text = NULL;
	}
	fclose(f);
	return text;
}

bool do_shot(struct play *p, char **words, int count)
{
	char path[512];

	if (!count)
		return wrong(p, "a shot needs a name", "");
	const char *slash = strrchr(p->scene, '/');
	snprintf(path, sizeof path, "%.*s/golden/%s.txt", slash ? (int)(slash - p->scene) : 1,
		slash ? p->scene : ".", words[0]);
	char *text = terminal_text(&p->at->terminal);
	char *golden = getenv("UPDATE") ? NULL : read_file(path);
	bool same = golden && strcmp(golden, text) == 0;
	if (getenv("UPDATE")) {
		FILE *f = fopen(path, "wb");
		same = f && fputs(text, f) >= 0 && fclose(f) == 0;
	}
	free(golden);
	free(text);
	return same || wrong(p, "the screen is not as in", path);
}
