#define _GNU_SOURCE 1 /* syscall, MAP_ANONYMOUS */

#include "unit/check.h"

#include "app/jail-locks.h"
#include "text/decode.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The world: archive/ is read, own/ is the program's own, outside/ is nobody's business; named.txt
 * is read though nothing beside it is. */
static const char *const folders[] = {"archive", "archive/in", "own", "outside"};
static const char *const files[] = {"archive/a.txt", "archive/in/b.txt", "own/kept",
	"outside/secret", "named.txt", "beside.txt"};

/* --- what is tried: true where it could be done ------------------------------------------------
 */

static bool opens(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* clang-format off */
static bool read_inside(void) { return opens("archive/in/b.txt", O_RDONLY); }
static bool read_folder(void) { return opens("archive/in", O_RDONLY | O_DIRECTORY); }
static bool read_named(void) { return opens("named.txt", O_RDONLY); }
static bool read_beside(void) { return opens("beside.txt", O_RDONLY); }
static bool read_secret(void) { return opens("outside/secret", O_RDONLY); }
static bool read_above(void) { return opens("archive/../outside/secret", O_RDONLY); }
static bool read_by_link(void) { return opens("archive/link", O_RDONLY); }
static bool list_outside(void) { return opens("outside", O_RDONLY | O_DIRECTORY); }
static bool read_users(void) { return opens("/etc/passwd", O_RDONLY); }
static bool write_inside(void) { return opens("archive/a.txt", O_WRONLY); }
static bool add_inside(void) { return opens("archive/new.txt", O_WRONLY | O_CREAT); }
static bool remove_inside(void) { return unlink("archive/a.txt") == 0; }
static bool rename_inside(void) { return rename("archive/a.txt", "archive/c.txt") == 0; }
static bool write_secret(void) { return opens("outside/secret", O_WRONLY); }
static bool add_outside(void) { return opens("outside/new", O_WRONLY | O_CREAT); }
static bool cut_secret(void) { return truncate("outside/secret", 0) == 0; }
static bool move_out(void) { return rename("own/kept", "outside/kept") == 0; }
static bool link_out(void) { return link("own/kept", "outside/kept") == 0; }
static bool add_own(void) { return opens("own/new", O_RDWR | O_CREAT | O_TRUNC); }
static bool rename_own(void) { return rename("own/new", "own/newer") == 0; }
static bool remove_own(void) { return unlink("own/newer") == 0; }
/* clang-format on */

static bool keep_database(void)
{
	sqlite3 *db = NULL;
	bool good = sqlite3_open("own/db", &db) == SQLITE_OK &&
		    sqlite3_exec(db,
			    "PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES(1);"
			    "CREATE INDEX i ON t(a); VACUUM",
			    NULL, NULL, NULL) == SQLITE_OK;

	sqlite3_close(db);
	return good;
}

/* The C library opens a module of its own for this encoding, and runs it. */
static bool read_korean(void)
{
	iconv_t cd = iconv_open("UTF-8", "EUC-KR");
	bool good = cd != (iconv_t)-1; /* NOLINT: iconv's own way of saying no */

	if (good)
		iconv_close(cd);
	return good;
}

static bool make_socket(int family)
{
	int fd = socket(family, SOCK_STREAM, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* clang-format off */
static bool ask_network(void) { return make_socket(AF_INET); }
static bool ask_desktop(void) { return make_socket(AF_UNIX); }
static bool trace(void) { return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0; }
static bool mount_it(void) { return mount("none", "own", "tmpfs", 0, NULL) == 0; }
static bool signal_parent(void) { return kill(getppid(), 0) == 0; }
static bool signal_own(void) { return raise(SIGCONT) == 0; }
/* clang-format on */

static bool type_for_user(void)
{
	int fd = open("/dev/tty", O_RDWR | O_NOCTTY), error = 0;

	errno = 0;
	if (ioctl(fd < 0 ? STDIN_FILENO : fd, TIOCSTI, "x") != 0)
		error = errno;
	if (fd >= 0)
		close(fd);
	return error != ENOSYS && error != EPERM;
}

static bool split(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid > 0 && waitpid(pid, NULL, 0) == pid;
}

/* A program that would end this one well. */
static bool become_another(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return false;
}

static bool write_and_run(void)
{
	void *at = mmap(
		NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return at != MAP_FAILED; /* NOLINT */
}

static bool run_written(void)
{
	void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(at, 4096, PROT_READ | PROT_EXEC) == 0;
}

static void *in_thread(void *opened)
{
	*(bool *)opened = read_secret();
	return NULL;
}

static bool start_thread(void)
{
	bool opened;
	pthread_t thread;

	return pthread_create(&thread, NULL, in_thread, &opened) == 0 &&
	       pthread_join(thread, NULL) == 0;
}

static bool read_in_thread(void)
{
	bool opened = true;
	pthread_t thread;

	return pthread_create(&thread, NULL, in_thread, &opened) == 0 &&
	       pthread_join(thread, NULL) == 0 && opened;
}

enum lock { NONE, FILES, CALLS };

/* clang-format off */
static const struct {
	const char *label;
	bool (*could)(void);
	enum lock lock; /* that refuses it; NONE: it works as before */
} tries[] = {
	{"what is in the archive is read", read_inside, NONE},
	{"its folders are listed", read_folder, NONE},
	{"a file named by itself is read", read_named, NONE},
	{"the one beside it is not", read_beside, FILES},
	{"what is elsewhere is not", read_secret, FILES},
	{"on the way up neither", read_above, FILES},
	{"nor where a link in the archive leads", read_by_link, FILES},
	{"its folder is not listed", list_outside, FILES},
	{"nor is the system's own read without need", read_users, FILES},
	{"the archive is not written into", write_inside, FILES},
	{"nothing is added to it", add_inside, FILES},
	{"nothing in it is renamed", rename_inside, FILES},
	{"nothing is taken away", remove_inside, FILES},
	{"nothing is written elsewhere", write_secret, FILES},
	{"nothing is added elsewhere", add_outside, FILES},
	{"nothing is cut", cut_secret, CALLS},
	{"nothing is moved out of the own folder", move_out, FILES},
	{"no second name is made out there", link_out, FILES},
	{"in the own folder files are made", add_own, NONE},
	{"renamed", rename_own, NONE},
	{"and taken away", remove_own, NONE},
	{"a database is kept there", keep_database, NONE},
	{"what the C library needs for an encoding is there", read_korean, NONE},
	{"a thread is in the same jail", read_in_thread, FILES},
	{"which may be started", start_thread, NONE},
	{"a signal to oneself", signal_own, NONE},
	{"none to others", signal_parent, CALLS},
	{"no connection", ask_network, CALLS},
	{"not even on this machine", ask_desktop, CALLS},
	{"nothing is traced", trace, CALLS},
	{"nothing is mounted", mount_it, CALLS},
	{"nothing is typed into the terminal", type_for_user, CALLS},
	{"no second process", split, CALLS},
	{"no memory is written and run", write_and_run, CALLS},
	{"nor written and then run", run_written, CALLS},
	{"no other program", become_another, CALLS},
};
/* clang-format on */

/* --- the world ---------------------------------------------------------------------------------
 */

static void make_world(char *path)
{
	assert_non_null(mkdtemp(path));
	assert_int_equal(chdir(path), 0);
	for (size_t i = 0; i < COUNT(folders); i++)
		assert_int_equal(mkdir(folders[i], 0700), 0);
	for (size_t i = 0; i < COUNT(files); i++)
		assert_true(opens(files[i], O_WRONLY | O_CREAT));
	assert_int_equal(symlink("../outside/secret", "archive/link"), 0);
}

static void enter(void)
{
	struct jail_paths paths = {0};
	struct arena arena;

	arena_init(&arena);
	*vec_push(&arena, &paths) = (struct jail_path){"archive", JAIL_READ};
	*vec_push(&arena, &paths) = (struct jail_path){"named.txt", JAIL_READ};
	*vec_push(&arena, &paths) = (struct jail_path){"own", JAIL_OWN};
	*vec_push(&arena, &paths) = (struct jail_path){"not-there", JAIL_OWN};
	jail_enter(&paths);
	arena_clear(&arena);
}

/* Which locks there are here; what would be refused by one that is not there is not tried. */
struct locks {
	bool there[CALLS + 1];
};

static char try_one(size_t i, const struct locks *locks)
{
	if (!locks->there[tries[i].lock])
		return '?';
	return tries[i].could() ? 'y' : 'n';
}

/* In a process of its own, for there is no way out: a byte a try. */
static void try_all(char could[COUNT(tries)], const struct locks *locks)
{
	int ends[2];

	memset(could, '?', COUNT(tries));
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		enter();
		for (size_t i = 0; i < COUNT(tries); i++) {
			char done = try_one(i, locks);
			if (write(ends[1], &done, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	for (size_t i = 0; i < COUNT(tries) && read(ends[0], &could[i], 1) == 1; i++)
		continue;
	close(ends[0]);
	waitpid(pid, NULL, 0);
}

static struct locks locks_here(void)
{
	struct arena arena;

	arena_init(&arena);
	bool off = strncmp(jail_words(&arena), "nothing", 7) == 0;
	arena_clear(&arena);
	return (struct locks){{[NONE] = true,
		[FILES] = !off && jail_files_version() > 0,
		[CALLS] = !off && jail_calls_are_there()}};
}

static void test_jail(void **state)
{
	char path[] = "/tmp/jail-XXXXXX", command[64], could[COUNT(tries)];
	struct locks locks = locks_here();

	(void)state;
	make_world(path);
	try_all(could, &locks);
	for (size_t i = 0; i < COUNT(tries); i++)
		if (locks.there[tries[i].lock])
			CHECK_CASE(tries[i].label, could[i] == (tries[i].lock == NONE ? 'y' : 'n'));
	assert_int_equal(chdir("/"), 0);
	snprintf(command, sizeof command, "rm -rf '%s'", path);
	assert_int_equal(system(command), 0);
	if (!locks.there[FILES] || !locks.there[CALLS])
		print_message("SKIP: a lock that is not there here: %s%s\n",
			locks.there[FILES] ? "" : "files ", locks.there[CALLS] ? "" : "calls");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_jail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
