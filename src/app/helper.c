#include "app/helper-wire.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OURS, THEIRS };

enum err helper_open(struct helper *helper, const struct helper_rights *rights, struct fault *why)
{
	int ends[2];

	*helper = (struct helper){-1, -1};
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		return fail(why, ERR_IO, "no pair of sockets: %s", strerror(errno));
	for (int i = 0; i < 2; i++)
		fcntl(ends[i], F_SETFD, FD_CLOEXEC);
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[OURS]);
		helper_serve(ends[THEIRS], rights);
		_exit(0);
	}
	int number = errno;
	close(ends[THEIRS]);
	if (pid < 0) {
		close(ends[OURS]);
		return fail(why, ERR_IO, "no second process: %s", strerror(number));
	}
	*helper = (struct helper){ends[OURS], pid};
	return OK;
}

void helper_close(struct helper *helper)
{
	if (helper->socket < 0)
		return;
	close(helper->socket);
	while (waitpid(helper->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	*helper = (struct helper){-1, -1};
}

/* --- asking ------------------------------------------------------------------------------------
 */

static bool ask(const struct helper *helper, enum wire_kind kind, struct span bytes,
	const int ends[HELPER_ENDS])
{
	struct wire_question question = {.kind = (uint32_t)kind, .len = (uint32_t)bytes.len};
	int fds[HELPER_ENDS];
	size_t count = 0;

	if (!helper || helper->socket < 0 || bytes.len > WIRE_BYTES_MOST)
		return false;
	for (int i = 0; ends && i < HELPER_ENDS; i++) {
		question.ends[i] = ends[i] >= 0;
		if (question.ends[i])
			fds[count++] = ends[i];
	}
	return wire_put(helper->socket, &question, sizeof question, fds, count) &&
	       wire_put(helper->socket, bytes.at, bytes.len, NULL, 0);
}

/* A helper that is gone answers nothing any more. */
static int answer_of(const struct helper *helper, struct wire_answer *answer, int *fd)
{
	size_t count = fd ? 1 : 0;

	if (!wire_take(helper->socket, answer, sizeof *answer, fd, fd ? &count : NULL))
		return EPIPE;
	if (fd && !count && !answer->error)
		return EPIPE;
	return answer->error;
}

int helper_run(const struct helper *helper, const char *const *argv, const int ends[HELPER_ENDS])
{
	struct arena scratch;
	struct buf bytes;

	arena_init(&scratch);
	buf_init(&bytes, &scratch);
	for (; *argv; argv++)
		buf_add(&bytes, (struct span){*argv, strlen(*argv) + 1});
	int error = bytes.len > WIRE_BYTES_MOST ? E2BIG : 0;
	if (!error && !ask(helper, WIRE_RUN, buf_span(&bytes), ends))
		error = EPIPE;
	arena_clear(&scratch);
	return error;
}

int helper_wait(const struct helper *helper, int *status)
{
	struct wire_answer answer = {0};
	int error = answer_of(helper, &answer, NULL);

	*status = answer.status;
	return error;
}

static enum err file_fault(const char *path, int error, struct fault *why)
{
	return fail(why, ERR_IO, "%.300s: %s", path, strerror(error));
}

enum err helper_file_open(
	const struct helper *helper, const char *path, struct helper_file *file, struct fault *why)
{
	struct span bytes = {path, strlen(path) + 1};
	struct wire_answer answer = {0};
	int fd = -1, error = EPIPE;

	if (ask(helper, WIRE_OPEN, bytes, NULL))
		error = answer_of(helper, &answer, &fd);
	if (error)
		return file_fault(path, error, why);
	*file = (struct helper_file){fd, answer.ordinary};
	return OK;
}

enum err helper_file_keep(const struct helper *helper, const char *path, struct fault *why)
{
	struct wire_answer answer = {0};
	int error = EPIPE;

	if (ask(helper, WIRE_KEEP, SPAN(""), NULL))
		error = answer_of(helper, &answer, NULL);
	return error ? file_fault(path, error, why) : OK;
}

void helper_file_drop(const struct helper *helper)
{
	struct wire_answer answer = {0};

	if (ask(helper, WIRE_DROP, SPAN(""), NULL))
		answer_of(helper, &answer, NULL);
}

int helper_folder_open(const struct helper *helper, const char *path)
{
	struct span bytes = {path, strlen(path) + 1};
	struct wire_answer answer = {0};
	int fd = -1;

	if (!ask(helper, WIRE_FOLDER, bytes, NULL) || answer_of(helper, &answer, &fd))
		return -1;
	return fd;
}
