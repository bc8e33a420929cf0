#include "app/helper-wire.h"

#include "base/vec.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_SUCH_PROGRAM 127 /* a shell's exit code */

/* The helper at work. */
struct serving {
	int socket;
	const struct helper_rights *rights;
	char *path, *beside; /* of the file that is being made; null: there is none */
	struct arena file_arena;
	struct arena arena; /* of one question */
};

/* One question, and the open files that came with it. */
struct asked {
	struct wire_question question;
	char *bytes; /* the last one is 0 */
	int ends[HELPER_ENDS];
};

static void handle(int number, void (*handler)(int))
{
	struct sigaction action = {.sa_handler = handler};

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* What the terminal sends to the whole job is for the others; this process ends with the one
 * that asks. */
static void let_signals_pass(void)
{
	static const int numbers[] = {
		SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGTTIN, SIGTTOU};

	for (size_t i = 0; i < COUNT(numbers); i++)
		handle(numbers[i], SIG_IGN);
}

/* --- in the program that is run ----------------------------------------------------------------
 */

static void default_signals(void)
{
	static const int numbers[] = {
		SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGTTIN, SIGTTOU};
	sigset_t none;

	for (size_t i = 0; i < COUNT(numbers); i++)
		handle(numbers[i], SIG_DFL);
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

/* failure takes the errno of an exec that failed; one that did not closes it. */
static _Noreturn void become(char *const *argv, const int ends[HELPER_ENDS], int failure)
{
	default_signals();
	if (ends[HELPER_INPUT] < 0)
		give_keyboard();
	for (int i = 0; i < HELPER_ENDS; i++)
		if (ends[i] >= 0)
			dup2(ends[i], i);
	execvp(argv[0], argv);
	int failed = errno;
	ssize_t ignored = write(failure, &failed, sizeof failed);
	(void)ignored;
	_exit(NO_SUCH_PROGRAM);
}

static_assert(HELPER_INPUT == STDIN_FILENO && HELPER_OUTPUT == STDOUT_FILENO &&
		      HELPER_ERRORS == STDERR_FILENO,
	"an end is the file that it becomes");

/* --- programs ----------------------------------------------------------------------------------
 */

static char **strings_of(const struct asked *asked, struct arena *arena)
{
	VEC_OF(char *, strings) argv = {0};

	for (uint32_t at = 0; at < asked->question.len;) {
		*vec_push(arena, &argv) = asked->bytes + at;
		at += (uint32_t)strlen(asked->bytes + at) + 1;
	}
	*vec_push(arena, &argv) = NULL;
	return argv.at;
}

static void close_ends(struct asked *asked)
{
	for (int i = 0; i < HELPER_ENDS; i++) {
		if (asked->ends[i] >= 0)
			close(asked->ends[i]);
		asked->ends[i] = -1;
	}
}

static int wait_for(pid_t pid, int32_t *status)
{
	int ended = 0;

	while (waitpid(pid, &ended, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = ended;
	return 0;
}

static void run(struct serving *serving, struct asked *asked, struct wire_answer *answer)
{
	char **argv = strings_of(asked, &serving->arena);
	int failure[2], failed = 0;

	if (!serving->rights->programs || !argv[0]) {
		answer->error = EPERM;
		return;
	}
	if (pipe(failure)) {
		answer->error = errno;
		return;
	}
	for (int i = 0; i < 2; i++)
		fcntl(failure[i], F_SETFD, FD_CLOEXEC);
	pid_t pid = fork();
	if (pid == 0)
		become(argv, asked->ends, failure[1]);
	answer->error = pid < 0 ? errno : 0;
	close(failure[1]);
	close_ends(asked); /* or the program's own would never be the last */
	if (pid > 0) {
		bool told = read(failure[0], &failed, sizeof failed) == sizeof failed;
		answer->error = wait_for(pid, &answer->status);
		if (told)
			answer->error = failed;
	}
	close(failure[0]);
}

/* --- files -------------------------------------------------------------------------------------
 */

static void drop(struct serving *serving)
{
	if (serving->beside)
		unlink(serving->beside);
	serving->path = serving->beside = NULL;
	arena_clear(&serving->file_arena);
}

/* A new file beside the one that is meant; its rights are a new file's. */
static int open_beside(char *beside)
{
	int fd = mkstemp(beside);
	mode_t mask = umask(0);

	umask(mask);
	if (fd >= 0 && fchmod(fd, 0666 & ~mask)) {
		int number = errno;
		close(fd);
		unlink(beside);
		errno = number;
		return -1;
	}
	return fd;
}

/* Into what is no ordinary file there is only writing straight away. */
static int open_file(struct serving *serving, const struct asked *asked, struct wire_answer *answer)
{
	const char *only = serving->rights->only_file;
	const char *path = asked->bytes;
	struct stat file;

	drop(serving);
	if (!asked->question.len || (only && strcmp(only, path) != 0)) {
		answer->error = EPERM;
		return -1;
	}
	answer->ordinary = stat(path, &file) != 0 || S_ISREG(file.st_mode);
	char *beside = arena_format(&serving->file_arena, "%s.XXXXXX", path);
	/* A pipe that nobody reads is an error, and no wait without an end. */
	int fd = answer->ordinary ? open_beside(beside)
				  : open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd >= 0 && !answer->ordinary)
		fcntl(fd, F_SETFL, 0);
	answer->error = fd < 0 ? errno : 0;
	if (fd >= 0 && answer->ordinary) {
		serving->path = arena_string(&serving->file_arena, span_of(path));
		serving->beside = beside;
	}
	return fd;
}

static void keep(struct serving *serving, struct wire_answer *answer)
{
	if (serving->beside && rename(serving->beside, serving->path)) {
		answer->error = errno;
		drop(serving);
	}
	serving->path = serving->beside = NULL;
}

static int open_folder(
	const struct serving *serving, const struct asked *asked, struct wire_answer *answer)
{
	int fd = -1;

	errno = EPERM;
	if (!serving->rights->only_file && asked->question.len)
		fd = open(asked->bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	answer->error = fd < 0 ? errno : 0;
	return fd;
}

/* --- the loop ----------------------------------------------------------------------------------
 */

static bool take(struct serving *serving, struct asked *asked)
{
	int fds[HELPER_ENDS];
	size_t count = HELPER_ENDS, used = 0;

	if (!wire_take(serving->socket, &asked->question, sizeof asked->question, fds, &count))
		return false;
	for (int i = 0; i < HELPER_ENDS; i++)
		asked->ends[i] = asked->question.ends[i] && used < count ? fds[used++] : -1;
	while (used < count)
		close(fds[used++]);
	uint32_t len = asked->question.len;
	if (len > WIRE_BYTES_MOST || asked->question.kind >= WIRE_KIND_COUNT)
		return false;
	asked->bytes = arena_alloc(&serving->arena, (size_t)len + 1);
	if (!wire_take(serving->socket, asked->bytes, len, NULL, NULL))
		return false;
	asked->bytes[len] = 0;
	return len == 0 || asked->bytes[len - 1] == 0;
}

static bool answer_it(struct serving *serving, struct asked *asked)
{
	struct wire_answer answer = {0};
	int fd = -1;

	switch ((enum wire_kind)asked->question.kind) {
	case WIRE_RUN:
		run(serving, asked, &answer);
		break;
	case WIRE_OPEN:
		fd = open_file(serving, asked, &answer);
		break;
	case WIRE_KEEP:
		keep(serving, &answer);
		break;
	case WIRE_DROP:
		drop(serving);
		break;
	case WIRE_FOLDER:
		fd = open_folder(serving, asked, &answer);
		break;
	case WIRE_KIND_COUNT:
		break;
	}
	close_ends(asked);
	bool told = wire_put(serving->socket, &answer, sizeof answer, &fd, fd >= 0);
	if (fd >= 0)
		close(fd);
	return told;
}

void helper_serve(int socket, const struct helper_rights *rights)
{
	struct serving serving = {.socket = socket, .rights = rights};
	struct asked asked;

	let_signals_pass();
	arena_init(&serving.arena);
	arena_init(&serving.file_arena);
	while (take(&serving, &asked) && answer_it(&serving, &asked))
		arena_clear(&serving.arena);
	drop(&serving);
	arena_clear(&serving.arena);
}
