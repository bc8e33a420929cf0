#include "app/export-file.h"

#include "base/arena.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define GIVEN "/depeche-opened/" /* and its number; no such folder is looked for */

/* What SQLite opens files with: a file that is open already is handed on. */
static int open_given(const char *path, int flags, int mode)
{
	size_t len = strlen(GIVEN);

	if (strncmp(path, GIVEN, len) != 0)
		return open(path, flags, mode);
	long fd = strtol(path + len, NULL, 10);
	return fd >= 0 && fd < INT_MAX ? fcntl((int)fd, F_DUPFD_CLOEXEC, 3) : -1;
}

int export_file_open(sqlite3 **handle, int fd)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
	struct arena arena;

	if (!vfs || vfs->iVersion < 3 ||
		vfs->xSetSystemCall(vfs, "open", (sqlite3_syscall_ptr)open_given) != SQLITE_OK)
		return SQLITE_CANTOPEN;
	arena_init(&arena);
	int result = sqlite3_open_v2(
		arena_format(&arena, GIVEN "%d", fd), handle, SQLITE_OPEN_READWRITE, "unix");
	arena_clear(&arena);
	if (result == SQLITE_OK) /* it opens the file at its first use */
		result = sqlite3_exec(
			*handle, "SELECT count(*) FROM sqlite_master", NULL, NULL, NULL);
	vfs->xSetSystemCall(vfs, "open", NULL);
	return result;
}
