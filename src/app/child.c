#include "app/child.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_SUCH_PROGRAM 127 /* a shell's exit code */
#define SIGNALLED 128       /* and a signal */
#define PATIENCE 20         /* ms between looks whether the child has ended */

/* --- signals: what the terminal sends is for the child ------------------------------------- */

static const int for_the_child[] = {SIGINT, SIGQUIT, SIGTSTP};

struct signals {
	struct sigaction before[COUNT(for_the_child)], pipe;
	sigset_t mask;
};

static void handle(int number, void (*handler)(int), struct sigaction *before)
{
	struct sigaction action = {.sa_handler = handler};

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, before);
}

static void hold(struct signals *signals)
{
	sigset_t stop;

	for (size_t i = 0; i < COUNT(for_the_child); i++)
		handle(for_the_child[i], for_the_child[i] == SIGTSTP ? SIG_DFL : SIG_IGN,
			&signals->before[i]);
	handle(SIGPIPE, SIG_IGN, &signals->pipe);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, &signals->mask);
}

static void release(const struct signals *signals)
{
	sigprocmask(SIG_SETMASK, &signals->mask, NULL);
	for (size_t i = 0; i < COUNT(for_the_child); i++) {
		handle(for_the_child[i], SIG_IGN, NULL); /* what is pending was not for us */
		sigaction(for_the_child[i], &signals->before[i], NULL);
	}
	sigaction(SIGPIPE, &signals->pipe, NULL);
}

/* --- in the child ---------------------------------------------------------------------------- */

enum { END_READ, END_WRITE };

struct pipes {
	int input[2], output[2], errors[2];
	int failure[2]; /* errno of an exec that failed; closed by one that did not */
};

static void default_signals(void)
{
	static const int numbers[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGPIPE, SIGSEGV,
		SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGWINCH, SIGXFSZ};
	sigset_t none;

	for (size_t i = 0; i < COUNT(numbers); i++)
		handle(numbers[i], SIG_DFL, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Where paths came on standard input, the keyboard is elsewhere. */
static void give_keyboard(void)
{
	int tty = isatty(STDIN_FILENO) ? -1 : open("/dev/tty", O_RDONLY);

	if (tty > STDIN_FILENO) {
		dup2(tty, STDIN_FILENO);
		close(tty);
	}
}

static _Noreturn void become(const struct child *child, const struct pipes *pipes)
{
	default_signals();
	if (child->feeds)
		dup2(pipes->input[END_READ], STDIN_FILENO);
	else
		give_keyboard();
	if (child->takes) {
		dup2(pipes->output[END_WRITE], STDOUT_FILENO);
		dup2(pipes->errors[END_WRITE], STDERR_FILENO);
	}
	/* exec takes the strings as they are, though its type does not say so. */
	union {
		const char *const *strings;
		char *const *argv;
	} words = {child->argv};
	execvp(words.argv[0], words.argv);
	int failed = errno;
	ssize_t ignored = write(pipes->failure[END_WRITE], &failed, sizeof failed);
	(void)ignored;
	_exit(NO_SUCH_PROGRAM);
}

/* --- in the parent --------------------------------------------------------------------------- */

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static bool open_pipe(int ends[2])
{
	if (pipe(ends)) {
		ends[END_READ] = ends[END_WRITE] = -1;
		return false;
	}
	return fcntl(ends[END_READ], F_SETFD, FD_CLOEXEC) == 0 &&
	       fcntl(ends[END_WRITE], F_SETFD, FD_CLOEXEC) == 0;
}

static bool open_pipes(struct pipes *pipes)
{
	bool good = open_pipe(pipes->input);

	good = open_pipe(pipes->output) && good;
	good = open_pipe(pipes->errors) && good;
	return open_pipe(pipes->failure) && good;
}

static void close_pipes(struct pipes *pipes)
{
	int *const ends[] = {pipes->input, pipes->output, pipes->errors, pipes->failure};

	for (size_t i = 0; i < COUNT(ends); i++) {
		close_end(&ends[i][END_READ]);
		close_end(&ends[i][END_WRITE]);
	}
}

static void feed(int *fd, struct span *rest)
{
	/* No more than a pipe always takes at once, for this end blocks. */
	size_t most = rest->len < _POSIX_PIPE_BUF ? rest->len : _POSIX_PIPE_BUF;
	ssize_t done = most ? write(*fd, rest->at, most) : 0;

	if (done > 0)
		*rest = span_cut(*rest, (size_t)done, rest->len);
	if (!rest->len || (done < 0 && errno != EINTR))
		close_end(fd);
}

static void take(int *fd, struct buf *into)
{
	char bytes[16384];
	ssize_t got = read(*fd, bytes, sizeof bytes);

	if (got > 0 && into->len + (size_t)got <= CHILD_OUTPUT_MOST)
		buf_add(into, (struct span){bytes, (size_t)got});
	if (got == 0 || (got < 0 && errno != EINTR))
		close_end(fd);
}

/* Looks once at the ends that are open; false when nothing came in that time. */
static bool converse(struct pipes *pipes, struct span *rest, struct buf taken[2], int patience)
{
	int *const fds[] = {
		&pipes->input[END_WRITE], &pipes->output[END_READ], &pipes->errors[END_READ]};
	struct pollfd polled[COUNT(fds)];

	for (size_t i = 0; i < COUNT(fds); i++)
		polled[i] = (struct pollfd){*fds[i], i == 0 ? POLLOUT : POLLIN, 0};
	if (poll(polled, COUNT(polled), patience) <= 0)
		return false;
	if (*fds[0] >= 0 && polled[0].revents)
		feed(fds[0], rest);
	for (size_t i = 1; i < COUNT(fds); i++)
		if (*fds[i] >= 0 && polled[i].revents)
			take(fds[i], &taken[i - 1]);
	return true;
}

static bool is_open(const struct pipes *pipes)
{
	return pipes->input[END_WRITE] >= 0 || pipes->output[END_READ] >= 0 ||
	       pipes->errors[END_READ] >= 0;
}

/* Until the child itself has ended: what it left behind may keep its ends open for good. */
static int converse_to_the_end(
	const struct child *child, pid_t pid, struct pipes *pipes, struct buf taken[2])
{
	struct span rest = child->input;
	int status = 0;
	pid_t ended = 0;

	while (ended == 0) {
		if (is_open(pipes))
			converse(pipes, &rest, taken, PATIENCE);
		ended = waitpid(pid, &status, is_open(pipes) ? WNOHANG : 0);
		if (ended < 0 && errno == EINTR)
			ended = 0;
	}
	close_end(&pipes->input[END_WRITE]);
	while (is_open(pipes) && converse(pipes, &rest, taken, 0))
		continue;
	return WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
}

static const char *name_of(const struct child *child)
{
	return child->name ? child->name : child->argv[0];
}

static void fail_to_start(const struct child *child, int number, struct child_end *end)
{
	end->code = -1;
	fail(&end->fault, ERR_IO, "%.200s: %s", name_of(child), strerror(number));
}

/* The first line that it had to say, else how it ended. */
static void tell_failure(const struct child *child, struct child_end *end)
{
	struct span rest = span_trim(end->errors), line;

	if (span_line(&rest, &line))
		fail(&end->fault, ERR_IO, "%.*s", (int)(line.len < 200 ? line.len : 200), line.at);
	else if (end->code == NO_SUCH_PROGRAM)
		fail(&end->fault, ERR_ABSENT, "%.200s: there is no such program", name_of(child));
	else if (end->code > SIGNALLED)
		fail(&end->fault, ERR_IO, "%.200s was ended by signal %d", name_of(child),
			end->code - SIGNALLED);
	else
		fail(&end->fault, ERR_IO, "%.200s ended with code %d", name_of(child), end->code);
}

static void follow(const struct child *child, pid_t pid, struct pipes *pipes, struct child_end *end,
	struct arena *arena)
{
	struct buf taken[2];
	int failure = 0;

	buf_init(&taken[0], arena);
	buf_init(&taken[1], arena);
	close_end(&pipes->input[END_READ]);
	if (!child->feeds)
		close_end(&pipes->input[END_WRITE]);
	close_end(&pipes->output[END_WRITE]);
	close_end(&pipes->errors[END_WRITE]);
	close_end(&pipes->failure[END_WRITE]);
	bool failed = read(pipes->failure[END_READ], &failure, sizeof failure) == sizeof failure;
	end->code = converse_to_the_end(child, pid, pipes, taken);
	end->output = buf_span(&taken[0]);
	end->errors = buf_span(&taken[1]);
	if (failed)
		fail_to_start(child, failure, end);
	else if (end->code)
		tell_failure(child, end);
}

void child_run(const struct child *child, struct child_end *end, struct arena *arena)
{
	struct signals signals;
	struct pipes pipes;

	*end = (struct child_end){.code = -1};
	hold(&signals);
	bool good = open_pipes(&pipes);
	pid_t pid = good ? fork() : -1;
	if (pid == 0)
		become(child, &pipes);
	if (pid < 0)
		fail_to_start(child, errno, end);
	else
		follow(child, pid, &pipes, end, arena);
	close_pipes(&pipes);
	release(&signals);
}
