#define _XOPEN_SOURCE_EXTENDED 1 /* the wide half of curses */

#include "ui/term.h"

#include "text/width.h"
#include "ui/term-draw.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Buttons and the wheel, in reports that any size of screen has room for. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define TITLE_KEEP "\033[22;2t"
#define TITLE_BACK "\033[23;2t"
#define ESCAPE_DELAY 25    /* ms */
#define TITLE_MOST 60      /* cells */
#define CAPABILITY_MOST 64 /* bytes; those used are of about ten */

static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
static const int ending_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};

/* Of the terminal's capabilities: what gives its screen back, and what takes it again. */
static const char *const leaving[] = {"rmkx", "sgr0", "op", "rmcup"};
static const char *const entering[] = {"smcup", "smkx"};

/* What signal handlers may touch. */
static volatile sig_atomic_t asked_to_end, asked_to_stop;
static struct {
	char bytes[512];
	size_t len, cursor; /* the bytes from cursor on make it visible */
	int fd;
	struct termios modes;
	bool ready;
} restoring;

static void on_end(int number)
{
	asked_to_end = number;
}

static void on_stop(int number)
{
	(void)number;
	asked_to_stop = 1;
}

/* Only what a signal handler may call. */
static void on_fatal(int number)
{
	static const char fatal[] = "depeche: ended by a fatal error; sorry\n";
	static const char memory[] = "depeche: out of memory\n";
	bool out_of_memory = number == SIGABRT && errno == ENOMEM; /* base/arena.h */
	if (restoring.ready) {
		ssize_t ignored = write(restoring.fd, restoring.bytes, restoring.len);
		(void)ignored;
		tcsetattr(restoring.fd, TCSANOW, &restoring.modes);
		ignored = out_of_memory ? write(STDERR_FILENO, memory, sizeof memory - 1)
					: write(STDERR_FILENO, fatal, sizeof fatal - 1);
		(void)ignored;
	}
	raise(number); /* the handler was for one time only */
}

static void handle(int number, void (*handler)(int), int flags)
{
	struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* After newterm, which installs handlers of its own. */
static void install_handlers(void)
{
	for (size_t i = 0; i < COUNT(fatal_signals); i++)
		handle(fatal_signals[i], on_fatal, (int)SA_RESETHAND | SA_NODEFER);
	for (size_t i = 0; i < COUNT(ending_signals); i++)
		handle(ending_signals[i], on_end, 0);
	handle(SIGTSTP, on_stop, 0);
	handle(SIGPIPE, SIG_IGN, 0);
}

static void remove_handlers(void)
{
	for (size_t i = 0; i < COUNT(fatal_signals); i++)
		handle(fatal_signals[i], SIG_DFL, 0);
	for (size_t i = 0; i < COUNT(ending_signals); i++)
		handle(ending_signals[i], SIG_DFL, 0);
	handle(SIGTSTP, SIG_DFL, 0);
	handle(SIGPIPE, SIG_DFL, 0);
}

void term_hold_signals(sigset_t *open)
{
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < COUNT(ending_signals); i++)
		sigaddset(&held, ending_signals[i]);
	sigaddset(&held, SIGTSTP);
	sigaddset(&held, SIGWINCH);
	sigprocmask(SIG_BLOCK, &held, open);
	for (size_t i = 0; i < COUNT(ending_signals); i++)
		sigdelset(open, ending_signals[i]);
	sigdelset(open, SIGTSTP);
	sigdelset(open, SIGWINCH);
}

static void tell(const struct terminal *term, const char *bytes, size_t len)
{
	while (len) {
		ssize_t done = write(term->out, bytes, len);
		if (done <= 0)
			return;
		bytes += done;
		len -= (size_t)done;
	}
}

void term_tell(const struct terminal *term, const char *bytes)
{
	tell(term, bytes, strlen(bytes));
}

static void prepare(const char *bytes)
{
	size_t len = strlen(bytes), room = sizeof restoring.bytes - restoring.len;

	len = len < room ? len : room;
	memcpy(restoring.bytes + restoring.len, bytes, len);
	restoring.len += len;
}

/* What the terminal takes for a capability, without its padding, "$<5>"; "" where it has none. */
static const char *capability(const char *name, char bytes[CAPABILITY_MOST])
{
	const char *from = tigetstr(name);
	size_t len = 0;

	if (from == (const char *)-1)
		from = NULL;
	while (from && *from && len < CAPABILITY_MOST - 1) {
		const char *padding = from[0] == '$' && from[1] == '<' ? strchr(from, '>') : NULL;
		if (padding)
			from = padding + 1;
		else
			bytes[len++] = *from++;
	}
	bytes[len] = '\0';
	return bytes;
}

static void prepare_restoring(const struct terminal *term)
{
	char bytes[CAPABILITY_MOST];

	restoring.len = 0;
	restoring.fd = term->out;
	prepare(PASTE_OFF);
	prepare(MOUSE_OFF);
	if (term->titled)
		prepare(TITLE_BACK);
	for (size_t i = 0; i < COUNT(leaving); i++)
		prepare(capability(leaving[i], bytes));
	prepare("\r\n");
	/* Last: some terminals keep with the cursor that rmcup brings back that it was hidden. */
	restoring.cursor = restoring.len;
	prepare(capability("cnorm", bytes));
	restoring.ready = true;
}

static enum err placeless(struct fault *why, const char *name)
{
	return fail(why, ERR_USAGE,
		"this terminal cannot place its cursor (TERM=%s); \"depeche list\" prints plain "
		"lines",
		name);
}

static enum err check_terminal(const struct term_options *options, struct fault *why)
{
	const char *name = getenv("TERM");

	if (!isatty(STDOUT_FILENO))
		return fail(why, ERR_USAGE, "no terminal to draw on: standard output is none");
	if (!options->keys_from_tty && !isatty(STDIN_FILENO))
		return fail(why, ERR_USAGE, "no keyboard: standard input is not a terminal");
	if (!name || !*name)
		return fail(why, ERR_USAGE,
			"TERM is not set, so this terminal is not known; \"depeche list\" prints "
			"plain lines");
	if (strcmp(name, "dumb") == 0)
		return placeless(why, name);
	return OK;
}

static enum err open_keys(struct terminal *term, bool from_tty, struct fault *why)
{
	term->keys = from_tty ? fopen("/dev/tty", "r") : stdin;
	term->own_keys = from_tty;
	if (!term->keys)
		return fail(why, ERR_USAGE, "no keyboard: /dev/tty does not open");
	return OK;
}

static void take_over(const struct terminal *term, const char *title)
{
	raw(); /* Ctrl-S, Ctrl-Z and Ctrl-C are keys */
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	typeahead(-1); /* a screen is sent whole, not left half where a key comes */
	curs_set(0);
	term_tell(term, PASTE_ON);
	if (term->titled && title) {
		struct arena arena;
		arena_init(&arena);
		struct span shown =
			width_clip(harmless(span_of(title), &arena), TITLE_MOST, &arena);
		term_tell(term, arena_format(&arena, TITLE_KEEP "\033]2;Depeche: %.*s\033\\",
					(int)shown.len, shown.at));
		arena_clear(&arena);
	}
}

/* Before its screen was first given back, curses of 6.3 and later takes itself for a program that
 * only places the cursor now and then, and writes out what it has at every move of it: a screen
 * would come in as many pieces as it has rows, each of them seen.  So it is given back, and taken
 * again before there are colours: afterwards curses would reset those of the terminal. */
static void write_in_one(void)
{
	endwin();
	doupdate();
}

static enum err open_curses(struct terminal *term, struct fault *why)
{
	const char *name = getenv("TERM");

	term->curses = newterm(NULL, stdout, term->keys);
	if (!term->curses)
		return fail(why, ERR_USAGE,
			"no description of this terminal is installed (TERM=%s); \"depeche list\" "
			"prints "
			"plain lines",
			name);
	const char *place = tigetstr("cup");
	if (place && place != (const char *)-1) {
		write_in_one();
		return OK;
	}
	endwin();
	delscreen(term->curses);
	return placeless(why, name);
}

/* Whether control strings that it does not know are passed over: the console of Linux and the
 * oldest terminals show them as text. */
static bool knows_strings(const char *name)
{
	return strncmp(name, "linux", 5) != 0 && strncmp(name, "vt", 2) != 0;
}

enum err term_open(struct terminal *term, const struct term_options *options, struct fault *why)
{
	struct terminal opened = {.out = STDOUT_FILENO};
	enum err err = check_terminal(options, why);

	if (!err)
		err = open_keys(&opened, options->keys_from_tty, why);
	if (err)
		return err;
	tcgetattr(opened.out, &restoring.modes);
	use_tioctl(TRUE);
	err = open_curses(&opened, why);
	if (err) {
		if (opened.own_keys)
			fclose(opened.keys);
		return err;
	}
	if (!getenv("ESCDELAY"))
		set_escdelay(ESCAPE_DELAY);
	opened.titled = tigetflag("XT") > 0;
	opened.takes_strings = knows_strings(getenv("TERM"));
	term_choose_colours(&opened, options->no_colour);
	prepare_restoring(&opened);
	install_handlers();
	take_over(&opened, options->title);
	*term = opened;
	return OK;
}

static void leave_modes(const struct terminal *term)
{
	term_tell(term, PASTE_OFF);
	if (term->mouse)
		term_tell(term, MOUSE_OFF);
	if (term->titled)
		term_tell(term, TITLE_BACK);
}

static void show_cursor(const struct terminal *term)
{
	tell(term, restoring.bytes + restoring.cursor, restoring.len - restoring.cursor);
}

void term_close(struct terminal *term)
{
	leave_modes(term);
	curs_set(1);
	endwin();
	show_cursor(term);
	restoring.ready = false;
	remove_handlers();
	delscreen(term->curses);
	arena_clear(&term->links);
	term_forget(term);
	if (term->own_keys)
		fclose(term->keys);
}

int term_fd(const struct terminal *term)
{
	return fileno(term->keys);
}

bool term_is_gone(const struct terminal *term)
{
	struct pollfd fd = {.fd = fileno(term->keys), .events = POLLIN};
	return poll(&fd, 1, 0) > 0 && fd.revents & (POLLHUP | POLLERR | POLLNVAL);
}

void term_size(int *rows, int *cols)
{
	getmaxyx(stdscr, *rows, *cols);
}

unsigned term_asked(void)
{
	unsigned asked = (asked_to_end ? TERM_END : 0u) | (asked_to_stop ? TERM_STOP : 0u);
	asked_to_stop = 0;
	return asked;
}

static void let_signals_in(void)
{
	sigset_t all;
	sigfillset(&all);
	sigprocmask(SIG_UNBLOCK, &all, NULL);
}

void term_end_by_signal(void)
{
	if (!asked_to_end)
		return;
	/* It waits, held back, until everything else has been closed. */
	handle(asked_to_end, SIG_DFL, 0);
	raise(asked_to_end);
	atexit(let_signals_in);
}

void term_set_mouse(struct terminal *term, bool on)
{
	if (on != term->mouse)
		term_tell(term, on ? MOUSE_ON : MOUSE_OFF);
	term->mouse = on;
}

/* Stops here, and goes on from here. */
static void stop_job(void)
{
	sigset_t stop;

	handle(SIGTSTP, SIG_DFL, 0);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	/* The whole job: a shell waits for its leader, which may be a make that started us. */
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, NULL);
	sigprocmask(SIG_BLOCK, &stop, NULL);
	handle(SIGTSTP, on_stop, 0);
	asked_to_stop = 0;
}

static void tell_capabilities(const struct terminal *term, const char *const *names, size_t len)
{
	char bytes[CAPABILITY_MOST];

	for (size_t i = 0; i < len; i++)
		term_tell(term, capability(names[i], bytes));
}

/* Not by endwin: taking the screen again after it would reset the colours of the terminal, which
 * its reader may have chosen. */
static void give_back(const struct terminal *term)
{
	leave_modes(term);
	curs_set(1);
	tell_capabilities(term, leaving, COUNT(leaving));
	show_cursor(term);
	reset_shell_mode();
}

static void take_again(const struct terminal *term)
{
	struct winsize size; /* it may have changed while nobody looked */

	reset_prog_mode();
	tell_capabilities(term, entering, COUNT(entering));
	term_tell(term, PASTE_ON);
	if (term->mouse)
		term_tell(term, MOUSE_ON);
	if (term->titled)
		term_tell(term, TITLE_KEEP);
	if (ioctl(term->out, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
	refresh();
}

void term_lend(struct terminal *term, void (*to)(void *), void *whom)
{
	give_back(term);
	restoring.ready = false;
	if (to)
		to(whom);
	else
		stop_job();
	restoring.ready = true;
	take_again(term);
}
