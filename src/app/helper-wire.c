#include "app/helper-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Room for the open files of one message, aligned as their header must be. */
union control {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int) * HELPER_ENDS)];
};

bool wire_put(int socket, const void *bytes, size_t len, const int *fds, size_t count)
{
	const char *at = bytes;
	union control control;

	memset(&control, 0, sizeof control);
	while (len) {
		/* sendmsg only reads, though its type does not say so. */
		union {
			const char *in;
			char *out;
		} from = {at};
		struct iovec piece = {.iov_base = from.out, .iov_len = len};
		struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};

		if (count) {
			message.msg_control = control.bytes;
			message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
			control.header.cmsg_level = SOL_SOCKET;
			control.header.cmsg_type = SCM_RIGHTS;
			control.header.cmsg_len = CMSG_LEN(sizeof(int) * count);
			memcpy(CMSG_DATA(&control.header), fds, sizeof(int) * count);
		}
		ssize_t done = sendmsg(socket, &message, MSG_NOSIGNAL);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += done;
		len -= (size_t)done;
		count = 0;
	}
	return true;
}

static void keep_files(const struct cmsghdr *head, int *fds, size_t room, size_t *count)
{
	size_t came = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);

	for (size_t i = 0; i < came; i++) {
		int fd;

		memcpy(&fd, CMSG_DATA(head) + i * sizeof fd, sizeof fd);
		if (*count < room && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0)
			fds[(*count)++] = fd;
		else
			close(fd);
	}
}

bool wire_take(int socket, void *bytes, size_t len, int *fds, size_t *count)
{
	size_t room = count ? *count : 0, got = 0;
	char *at = bytes;

	while (len) {
		union control control;
		struct iovec piece = {.iov_base = at, .iov_len = len};
		struct msghdr message = {.msg_iov = &piece,
			.msg_iovlen = 1,
			.msg_control = control.bytes,
			.msg_controllen = sizeof control.bytes};
		ssize_t done = recvmsg(socket, &message, 0);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		for (struct cmsghdr *head = CMSG_FIRSTHDR(&message); head;
			head = CMSG_NXTHDR(&message, head))
			if (head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
				keep_files(head, fds, room, &got);
		at += done;
		len -= (size_t)done;
	}
	if (count)
		*count = got;
	return true;
}
