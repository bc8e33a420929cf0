#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "tty/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 30000

static const char *const marks[EVENT_COUNT] = {
	[EVENT_IDLE] = "\033]7777;idle\033\\",
	[EVENT_LOADED] = "\033]7777;loaded\033\\",
	[EVENT_STOPPED] = "\033]7777;stopped\033\\",
	[EVENT_ENDED] = "\033]7777;ended\033\\",
};

double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

/* --- the shim: a shell with one job ------------------------------------------------------- */

static void no_op(int number)
{
	(void)number;
}

static _Noreturn void run_program(char *const *argv, char *const *env, const char *slave)
{
	int tty = open(slave, O_RDWR);

	setpgid(0, 0);
	signal(SIGTTOU, SIG_IGN);
	tcsetpgrp(tty, getpid());
	signal(SIGTTOU, SIG_DFL);
	signal(SIGUSR1, SIG_DFL);
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int fd = 0; fd < 3; fd++)
		dup2(tty, fd);
	if (tty > 2)
		close(tty);
	execve(argv[0], argv, env);
	_exit(127);
}

static _Noreturn void run_shim(char *const *argv, char *const *env, const char *slave, int report)
{
	setsid();
	int tty = open(slave, O_RDWR); /* becomes the controlling terminal */
	ioctl(tty, TIOCSCTTY, 0);
	struct sigaction wake = {.sa_handler = no_op};
	sigaction(SIGUSR1, &wake, NULL);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigset_t usr, before;
	sigemptyset(&usr);
	sigaddset(&usr, SIGUSR1);
	sigprocmask(SIG_BLOCK, &usr, &before);

	pid_t child = fork();
	if (child == 0)
		run_program(argv, env, slave);
	setpgid(child, child);
	tcsetpgrp(tty, child);
	if (write(report, &child, sizeof child) != sizeof child)
		_exit(127);
	for (;;) {
		int status = 0;
		if (waitpid(child, &status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			_exit(127);
		}
		if (WIFEXITED(status))
			_exit(WEXITSTATUS(status));
		if (WIFSIGNALED(status))
			_exit(128 + WTERMSIG(status));
		tcsetpgrp(tty, getpid());
		if (write(tty, marks[EVENT_STOPPED], strlen(marks[EVENT_STOPPED])) < 0)
			_exit(127);
		sigsuspend(&before); /* until SIGUSR1 says "fg" */
		tcsetpgrp(tty, child);
		kill(-child, SIGCONT);
	}
}

/* --- the screen ----------------------------------------------------------------------------- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		t->mouse = value->number != 0;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static size_t count_of(const char *bytes, size_t len, const char *needle, size_t skip)
{
	size_t count = 0, size = strlen(needle);

	for (size_t i = 0; i + size <= len; i++)
		if (memcmp(bytes + i, needle, size) == 0 && i + size > skip)
			count++;
	return count;
}

/* The keys that the program tells of; what it says of one may come in pieces. */
static void watch_keys(struct terminal *t, const char *bytes, size_t len)
{
	static const char begin[] = "\033]7777;key ";
	size_t fixed = sizeof begin - 1;

	for (size_t i = 0; i < len && t->keys; i++) {
		bool words = t->told_len >= fixed && bytes[i] != '\033';
		if (t->told_len >= fixed && !words)
			fprintf(t->keys, "%.*s\n", (int)(t->told_len - fixed), t->told + fixed);
		if ((words || (t->told_len < fixed && bytes[i] == begin[t->told_len])) &&
			t->told_len < sizeof t->told)
			t->told[t->told_len++] = bytes[i];
		else
			t->told_len = 0;
	}
}

/* Looks for our marks and for modes that libvterm does not tell of; a sequence may have begun
 * in the bytes before. */
static void watch(struct terminal *t, const char *bytes, size_t len)
{
	char *all = malloc(t->tail_len + len);
	size_t all_len = t->tail_len + len, seen = 0;

	memcpy(all, t->tail, t->tail_len);
	memcpy(all + t->tail_len, bytes, len);
	for (int e = 0; e < EVENT_COUNT; e++) {
		size_t count = count_of(all, all_len, marks[e], t->tail_len);
		t->events[e] += (long)count;
		seen += count * strlen(marks[e]);
	}
	if (count_of(all, all_len, "\033[?2004h", t->tail_len))
		t->paste = true;
	if (count_of(all, all_len, "\033[?2004l", t->tail_len))
		t->paste = false;
	if (count_of(all, all_len, "\033]52;", t->tail_len))
		t->copied = true;
	size_t links = count_of(all, all_len, "\033]8;id=", t->tail_len);
	t->links += (long)links;
	t->linking += (long)links - (long)count_of(all, all_len, "\033]8;;\033\\", t->tail_len);
	watch_keys(t, bytes, len);
	if (len > seen)
		t->last_output = now_ms();
	t->tail_len = all_len < sizeof t->tail ? all_len : sizeof t->tail;
	memcpy(t->tail, all + all_len - t->tail_len, t->tail_len);
	free(all);
}

static bool answer_queries(struct terminal *t)
{
	char out[256];
	size_t len = vterm_output_read(t->vterm, out, sizeof out);

	return len == 0 || write(t->master, out, len) == (ssize_t)len;
}

/* Takes what lies ready; false when the terminal does not take our answers. */
static bool take_output(struct terminal *t)
{
	char bytes[65536];
	ssize_t got = read(t->master, bytes, sizeof bytes);

	if (got <= 0)
		return true;
	watch(t, bytes, (size_t)got);
	vterm_input_write(t->vterm, bytes, (size_t)got);
	vterm_screen_flush_damage(t->screen);
	return answer_queries(t);
}

/* What a program wrote last may come after the news that it ended, but not after what is written
 * then. */
static void take_the_last(struct terminal *t, double deadline)
{
	const char *mark = marks[EVENT_ENDED];
	struct pollfd fd = {.fd = t->master, .events = POLLIN};

	if (write(t->slave, mark, strlen(mark)) < 0)
		return;
	while (t->events[EVENT_ENDED] == 0 && now_ms() < deadline)
		if (poll(&fd, 1, 5) > 0 && !take_output(t))
			return;
}

/* Takes what the program wrote; false at the end or when patience ran out.  also: of poll, what
 * else is worth coming back for. */
static bool feed(struct terminal *t, double deadline, short also)
{
	struct pollfd fd = {.fd = t->master, .events = (short)(POLLIN | also)};
	int left = (int)(deadline - now_ms());

	if (left <= 0)
		return false;
	if (t->ended)
		return false;
	if (poll(&fd, 1, left < 5 ? left : 5) > 0 && fd.revents & ~POLLOUT)
		return take_output(t);
	int status = 0;
	if (waitpid(t->shim, &status, WNOHANG) == t->shim) {
		take_the_last(t, deadline);
		t->ended = true;
		t->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
		return false;
	}
	return true;
}

/* --- what a scene does ---------------------------------------------------------------------- */

static pid_t program_of(int report)
{
	pid_t program = -1;

	if (read(report, &program, sizeof program) != sizeof program)
		program = -1;
	close(report);
	return program;
}

bool terminal_open(struct terminal *t, int rows, int cols, char *const *argv, char *const *env)
{
	int report[2];
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	*t = (struct terminal){.rows = rows, .cols = cols, .cursor_visible = true};
	t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (t->master < 0 || grantpt(t->master) || unlockpt(t->master) || pipe(report))
		return false;
	const char *name = ptsname(t->master);
	t->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	ioctl(t->master, TIOCSWINSZ, &size);
	tcgetattr(t->slave, &t->before);
	t->vterm = vterm_new(rows, cols);
	vterm_set_utf8(t->vterm, 1);
	t->screen = vterm_obtain_screen(t->vterm);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->alternate = false;
	t->shim = fork();
	if (t->shim == 0) {
		close(report[0]);
		close(t->master); /* or hanging up would leave it open here */
		run_shim(argv, env, name, report[1]);
	}
	close(report[1]);
	t->program = program_of(report[0]);
	return t->program > 0;
}

void terminal_close(struct terminal *t)
{
	if (!t->ended) {
		kill(t->program, SIGKILL);
		kill(t->shim, SIGKILL);
		waitpid(t->shim, NULL, 0);
	}
	vterm_free(t->vterm);
	if (t->master >= 0)
		close(t->master);
	close(t->slave);
}

bool terminal_wait(struct terminal *t, enum terminal_event event, long before)
{
	double deadline = now_ms() + PATIENCE_MS;

	while (t->events[event] <= before)
		if (!feed(t, deadline, 0))
			return t->events[event] > before;
	return true;
}

void terminal_quiet(struct terminal *t, double ms)
{
	double deadline = now_ms() + PATIENCE_MS;

	t->last_output = now_ms();
	while (now_ms() - t->last_output < ms && feed(t, deadline, 0))
		;
}

bool terminal_wait_end(struct terminal *t)
{
	double deadline = now_ms() + PATIENCE_MS;

	while (!t->ended && feed(t, deadline, 0))
		;
	return t->ended;
}

bool terminal_send(struct terminal *t, const char *bytes, size_t len)
{
	return write(t->master, bytes, len) == (ssize_t)len;
}

/* Bytes that the program has not read yet. */
static int unread(const struct terminal *t)
{
	int count = 0;

	return ioctl(t->slave, FIONREAD, &count) ? 0 : count;
}

bool terminal_flood(struct terminal *t, const char *bytes, size_t len)
{
	double deadline = now_ms() + PATIENCE_MS;
	long before = t->events[EVENT_IDLE];

	/* Both ways at once: a program that draws does not read, and the other way round. */
	while (!t->ended && (len || unread(t) || t->events[EVENT_IDLE] <= before)) {
		struct pollfd fd = {.fd = t->master, .events = POLLOUT};
		bool room = len && unread(t) < 2048 && poll(&fd, 1, 0) > 0 && fd.revents & POLLOUT;
		if (len || unread(t))
			before = t->events[EVENT_IDLE];
		if (room) {
			ssize_t done = write(t->master, bytes, len < 512 ? len : 512);
			if (done < 0)
				return false;
			deadline = now_ms() + PATIENCE_MS;
			bytes += done;
			len -= (size_t)done;
		}
		if (!feed(t, deadline, room ? POLLOUT : 0) && !t->ended)
			return false;
	}
	return true;
}

bool terminal_hang_up(struct terminal *t)
{
	double deadline = now_ms() + PATIENCE_MS;
	int status = 0;

	close(t->master);
	t->master = -1;
	while (waitpid(t->shim, &status, WNOHANG) != t->shim)
		if (now_ms() > deadline || poll(NULL, 0, 1) < 0)
			return false;
	t->ended = true;
	t->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return true;
}

void terminal_resize(struct terminal *t, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	t->rows = rows;
	t->cols = cols;
	vterm_set_size(t->vterm, rows, cols);
	ioctl(t->master, TIOCSWINSZ, &size);
}

void terminal_signal(struct terminal *t, int signal_number)
{
	kill(t->program, signal_number);
}

void terminal_continue(struct terminal *t)
{
	kill(t->shim, SIGUSR1);
}

static size_t put_utf8(char *to, uint32_t c)
{
	if (c < 0x80)
		return to[0] = (char)c, 1;
	if (c < 0x800)
		return to[0] = (char)(0xc0 | c >> 6), to[1] = (char)(0x80 | (c & 0x3f)), 2;
	if (c < 0x10000) {
		to[0] = (char)(0xe0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3f));
		to[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	to[0] = (char)(0xf0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3f));
	to[2] = (char)(0x80 | (c >> 6 & 0x3f));
	to[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

char *terminal_text(struct terminal *t)
{
	size_t room = (size_t)t->rows * ((size_t)t->cols * VTERM_MAX_CHARS_PER_CELL * 4 + 1) + 1;
	char *text = malloc(room);
	size_t len = 0;

	for (int row = 0; row < t->rows; row++) {
		size_t end = len;
		for (int col = 0; col < t->cols; col++) {
			VTermScreenCell cell;
			vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
			if (cell.chars[0] == (uint32_t)-1)
				continue; /* the right half of a wide character */
			if (cell.chars[0] == 0)
				text[len++] = ' ';
			for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
				len += put_utf8(text + len, cell.chars[i]);
			if (cell.chars[0] && cell.chars[0] != ' ')
				end = len;
		}
		len = end;
		text[len++] = '\n';
	}
	text[len] = 0;
	return text;
}

const char *terminal_damage(struct terminal *t)
{
	struct termios after;

	if (t->alternate)
		return "the alternate screen was not left";
	if (!t->cursor_visible)
		return "the cursor is invisible";
	if (t->mouse)
		return "the mouse is still reported";
	if (t->paste)
		return "bracketed paste is still on";
	if (tcgetattr(t->slave, &after))
		return "the terminal is gone";
	if (after.c_iflag != t->before.c_iflag || after.c_oflag != t->before.c_oflag ||
		after.c_cflag != t->before.c_cflag || after.c_lflag != t->before.c_lflag)
		return "the line modes are not as they were";
	return NULL;
}
