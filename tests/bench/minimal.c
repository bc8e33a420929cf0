/*
 * The least that a program on a terminal can do: one screen of text, and each key is told by
 * moving a bar by a line and naming the key; after "p" every line has another text, of which the
 * program keeps two.  Tells when it waits, as depeche does.
 */

#define _XOPEN_SOURCE 700
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <curses.h>

#define IDLE "\033]7777;idle\033\\"
#define LOOK_MS 5 /* a getch without an end misses a size that changes just before it waits */

static const char *const texts[] = {
	"une ligne de texte, et ce que l'on vient de taper :",
	"Le porte-parole a dit hier que la réponse viendrait avant la fin du mois :"};

static void draw(int bar, int key, int page)
{
	erase();
	for (int row = 0; row < LINES; row++) {
		if (row == bar)
			attron(A_REVERSE);
		mvprintw(row, 0, "%4d  %s %d", row, texts[page % 2], row == bar ? key : 0);
		attroff(A_REVERSE);
	}
	refresh();
	fputs(IDLE, stdout);
	fflush(stdout);
}

int main(void)
{
	int bar = 0, key = 0, page = 0;

	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	timeout(LOOK_MS);
	do {
		draw(bar, key, page);
		do
			key = getch();
		while (key == ERR && isatty(STDIN_FILENO));
		bar = key == KEY_RESIZE ? 0 : (bar + 1) % LINES;
		page += key == 'p';
	} while (key != 'Q' && key != ERR);
	endwin();
	return EXIT_SUCCESS;
}
