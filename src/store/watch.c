#include "store/watch.h"

#ifdef __linux__

#include "article/format.h"

#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A file counts once it was written, not while it is. */
#define CHANGES \
	(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | \
		IN_MOVE_SELF)

void watch_open(struct watch *watch)
{
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

void watch_close(struct watch *watch)
{
	if (watch->fd >= 0)
		close(watch->fd);
	watch->fd = -1;
}

void watch_add(const struct watch *watch, const char *path)
{
	if (watch->fd >= 0 && inotify_add_watch(watch->fd, path, CHANGES) < 0)
		return; /* too many, or gone: told by nobody, found at the next start */
}

static bool is_news(const struct inotify_event *event)
{
	if (event->mask & IN_IGNORED)
		return false;
	return event->len == 0 || event->mask & (IN_ISDIR | IN_Q_OVERFLOW) ||
	       !format_is_passed_over(event->name);
}

bool watch_take(const struct watch *watch)
{
	union {
		struct inotify_event event; /* for its alignment */
		char bytes[8192];
	} room;
	bool news = false;
	ssize_t len;

	while (watch->fd >= 0 && (len = read(watch->fd, room.bytes, sizeof room.bytes)) > 0) {
		size_t at = 0;
		while (at < (size_t)len) {
			const struct inotify_event *event = (const void *)(room.bytes + at);
			news |= is_news(event);
			at += sizeof *event + event->len;
		}
	}
	return news;
}

#else

void watch_open(struct watch *watch)
{
	watch->fd = -1;
}

void watch_close(struct watch *watch)
{
	watch->fd = -1;
}

void watch_add(const struct watch *watch, const char *path)
{
	(void)watch;
	(void)path;
}

bool watch_take(const struct watch *watch)
{
	(void)watch;
	return false;
}

#endif
