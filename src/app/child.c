#include "app/child.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_SUCH_PROGRAM 127 /* a shell's exit code */
#define SIGNALLED 128       /* and a signal */

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

/* --- talking with it ------------------------------------------------------------------------- */

enum { END_READ, END_WRITE };

struct pipes {
	int input[2], output[2], errors[2];
};

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

/* Those that the program is fed by and taken from; the others stay shut. */
static bool open_pipes(const struct child *child, struct pipes *pipes)
{
	static const int shut[] = {-1, -1};
	bool good = true;

	memcpy(pipes->input, shut, sizeof shut);
	memcpy(pipes->output, shut, sizeof shut);
	memcpy(pipes->errors, shut, sizeof shut);
	if (child->feeds)
		good = open_pipe(pipes->input);
	if (child->takes) {
		good = open_pipe(pipes->output) && good;
		good = open_pipe(pipes->errors) && good;
	}
	return good;
}

static void close_pipes(struct pipes *pipes)
{
	int *const ends[] = {pipes->input, pipes->output, pipes->errors};

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

/* Waits for what comes next at the ends that are open, where patient; false when it is nothing but
 * the helper's answer. */
static bool converse(const struct helper *helper, struct pipes *pipes, struct span *rest,
	struct buf taken[2], bool patient)
{
	int *const fds[] = {
		&pipes->input[END_WRITE], &pipes->output[END_READ], &pipes->errors[END_READ]};
	struct pollfd polled[COUNT(fds) + 1];
	bool came = false;

	for (size_t i = 0; i < COUNT(fds); i++)
		polled[i] = (struct pollfd){*fds[i], i == 0 ? POLLOUT : POLLIN, 0};
	polled[COUNT(fds)] = (struct pollfd){patient ? helper->socket : -1, POLLIN, 0};
	if (poll(polled, COUNT(polled), patient ? -1 : 0) < 0)
		return errno == EINTR;
	for (size_t i = 0; i < COUNT(fds); i++) {
		if (*fds[i] < 0 || !polled[i].revents)
			continue;
		came = true;
		if (i == 0)
			feed(fds[i], rest);
		else
			take(fds[i], &taken[i - 1]);
	}
	return patient ? !polled[COUNT(fds)].revents : came;
}

/* Until the child itself has ended: what it left behind may keep its ends open for good. An errno,
 * where it could not be started. */
static int converse_to_the_end(const struct helper *helper, const struct child *child,
	struct pipes *pipes, struct buf taken[2], int *code)
{
	struct span rest = child->input;
	int status = 0;

	while (converse(helper, pipes, &rest, taken, true))
		continue;
	int error = helper_wait(helper, &status);
	close_end(&pipes->input[END_WRITE]);
	while (converse(helper, pipes, &rest, taken, false))
		continue;
	*code = WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
	return error;
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

static void follow(const struct helper *helper, const struct child *child, struct pipes *pipes,
	struct child_end *end, struct arena *arena)
{
	struct buf taken[2];

	buf_init(&taken[0], arena);
	buf_init(&taken[1], arena);
	close_end(&pipes->input[END_READ]);
	close_end(&pipes->output[END_WRITE]);
	close_end(&pipes->errors[END_WRITE]);
	int error = converse_to_the_end(helper, child, pipes, taken, &end->code);
	end->output = buf_span(&taken[0]);
	end->errors = buf_span(&taken[1]);
	if (error)
		fail_to_start(child, error, end);
	else if (end->code)
		tell_failure(child, end);
}

void child_run(const struct helper *helper, const struct child *child, struct child_end *end,
	struct arena *arena)
{
	struct signals signals;
	struct pipes pipes;

	*end = (struct child_end){.code = -1};
	hold(&signals);
	int error = open_pipes(child, &pipes) ? 0 : errno;
	if (!error)
		error = helper_run(helper, child->argv,
			(const int[HELPER_ENDS]){pipes.input[END_READ], pipes.output[END_WRITE],
				pipes.errors[END_WRITE]});
	if (error)
		fail_to_start(child, error, end);
	else
		follow(helper, child, &pipes, end, arena);
	close_pipes(&pipes);
	release(&signals);
}
