#define _GNU_SOURCE 1 /* syscall, O_PATH */

#include "app/jail-locks.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#if defined(SYS_landlock_create_ruleset) && defined(SYS_landlock_add_rule) && \
	defined(SYS_landlock_restrict_self) && defined(PR_SET_NO_NEW_PRIVS)

/* The kernel's own header is as old as the system that this is built on; what the numbers mean
 * is promised for good. Source: Linux's include/uapi/linux/landlock.h. */
#define RIGHT(n) (UINT64_C(1) << (n))
#define WRITE_FILE RIGHT(1)
#define READ_FILE RIGHT(2)
#define READ_DIR RIGHT(3)
#define REMOVE_DIR RIGHT(4)
#define REMOVE_FILE RIGHT(5)
#define MAKE_DIR RIGHT(7)
#define MAKE_REG RIGHT(8)
#define TRUNCATE RIGHT(14)
#define IOCTL_DEV RIGHT(15)
#define OF_FILES (RIGHT(0) | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV)

#define ASK_VERSION 1u
#define PATH_BENEATH 1

struct ruleset {
	uint64_t files, net, scopes;
};

struct path_beneath {
	uint64_t allowed;
	int32_t fd;
} __attribute__((packed));

/* What each version of Landlock can refuse; the kernel knows those up to its own. */
static const struct {
	int version;
	struct ruleset refused;
} versions[] = {
	{1, {.files = RIGHT(13) - 1}}, /* running, reading, writing, making, taking away */
	{2, {.files = RIGHT(13)}},     /* moving to another folder */
	{3, {.files = TRUNCATE}}, {4, {.net = RIGHT(0) | RIGHT(1)}}, /* TCP: offering, connecting */
	{5, {.files = IOCTL_DEV}},
	/* Not signals (1): Ctrl-Z stops the whole job, others of it too. */
	{6, {.scopes = RIGHT(0)}}, /* sockets without a file */
};

static const uint64_t allowed[JAIL_USE_COUNT] = {
	[JAIL_READ] = READ_FILE | READ_DIR,
	[JAIL_OWN] = READ_FILE | READ_DIR | WRITE_FILE | TRUNCATE | MAKE_REG | REMOVE_FILE |
		     MAKE_DIR | REMOVE_DIR,
	[JAIL_DEVICE] = READ_FILE | WRITE_FILE | IOCTL_DEV,
};

int jail_files_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, ASK_VERSION);

	return version > 0 ? (int)version : 0;
}

static struct ruleset refused_by(int version)
{
	struct ruleset all = {0};

	for (size_t i = 0; i < COUNT(versions) && versions[i].version <= version; i++) {
		all.files |= versions[i].refused.files;
		all.net |= versions[i].refused.net;
		all.scopes |= versions[i].refused.scopes;
	}
	return all;
}

static void allow(int rules, const struct jail_path *path, uint64_t known)
{
	int fd = open(path->path, O_PATH | O_CLOEXEC);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0) {
		uint64_t rights = allowed[path->use] & known;
		struct path_beneath rule = {S_ISDIR(st.st_mode) ? rights : rights & OF_FILES, fd};

		syscall(SYS_landlock_add_rule, rules, PATH_BENEATH, &rule, 0u);
	}
	if (fd >= 0)
		close(fd);
}

void jail_files_close(const struct jail_paths *paths)
{
	struct ruleset refused = refused_by(jail_files_version());
	/* An older kernel takes the longer form, as long as what it does not know is 0. */
	long rules = refused.files
			     ? syscall(SYS_landlock_create_ruleset, &refused, sizeof refused, 0u)
			     : -1;

	if (rules < 0)
		return;
	for (uint32_t i = 0; i < paths->count; i++)
		allow((int)rules, &paths->at[i], refused.files);
	syscall(SYS_landlock_restrict_self, (int)rules, 0u);
	close((int)rules);
}

void jail_no_new_rights(void)
{
	prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L);
}

#else

int jail_files_version(void)
{
	return 0;
}

void jail_files_close(const struct jail_paths *paths)
{
	(void)paths;
}

void jail_no_new_rights(void)
{
}

#endif
