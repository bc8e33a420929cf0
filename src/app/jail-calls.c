#define _GNU_SOURCE 1 /* CLONE_THREAD */

#include "app/jail-locks.h"

#ifdef DEPECHE_SECCOMP

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* What this program and its libraries do, by name: not every machine has each of them. */
/* clang-format off */
static const char *const needed[] = {
	/* files */
	"read", "readv", "write", "writev", "pread64", "pwrite64", "preadv", "pwritev", "lseek",
	"_llseek", "open", "openat", "close", "close_range", "stat", "lstat", "fstat",
	"newfstatat", "stat64", "lstat64", "fstat64", "fstatat64", "statx", "statfs", "fstatfs",
	"statfs64", "fstatfs64", "access", "faccessat", "faccessat2", "readlink", "readlinkat",
	"getdents", "getdents64", "getcwd", "rename", "renameat", "renameat2", "unlink",
	"unlinkat", "mkdir", "mkdirat", "rmdir", "ftruncate", "ftruncate64", "fallocate", "fsync",
	"fdatasync", "sync_file_range", "fchmod", "fchown", "fchown32", "umask", "fcntl",
	"fcntl64", "flock", "dup", "dup2", "dup3", "pipe", "pipe2", "fadvise64", "fadvise64_64",
	"arm_fadvise64_64", "readahead", "copy_file_range", "inotify_init", "inotify_init1",
	"inotify_add_watch", "inotify_rm_watch",
	/* memory */
	"munmap", "mremap", "madvise", "msync", "brk", "membarrier",
	/* threads and time */
	"futex", "futex_time64", "futex_waitv", "set_robust_list", "get_robust_list",
	"set_tid_address", "rseq", "sched_yield", "sched_getaffinity", "getpriority",
	"setpriority", "nice", "clock_gettime", "clock_gettime64", "clock_getres",
	"clock_nanosleep", "clock_nanosleep_time64", "nanosleep", "gettimeofday", "time", "times",
	"getrusage", "getrlimit", "ugetrlimit", "prlimit64", "sysinfo", "uname", "getrandom",
	"getcpu",
	/* who, signals, waiting, the helper */
	"getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getuid32",
	"geteuid32", "getgid32", "getegid32", "getpgrp", "getpgid", "getsid", "rt_sigaction",
	"rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigsuspend", "rt_sigtimedwait",
	"sigaltstack", "sigaction", "sigprocmask", "sigreturn", "restart_syscall", "poll", "ppoll",
	"ppoll_time64", "select", "_newselect", "pselect6", "pselect6_time64", "wait4", "waitpid",
	"waitid", "sendmsg", "recvmsg", "exit", "exit_group",
};
/* clang-format on */

/* Refused as such.  Everything else is answered as by a kernel that does not have it, so that
 * libraries take the way they took before it was there. */
/* clang-format off */
static const char *const refused[] = {
	"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "socketcall",
	"sendto", "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv",
	"process_vm_writev", "pidfd_open", "pidfd_getfd", "kcmp", "mount", "umount2", "move_mount",
	"open_tree", "fsopen", "fsmount", "pivot_root", "chroot", "unshare", "setns", "setuid",
	"setgid", "setreuid", "setregid", "setresuid", "setresgid", "setgroups", "capset", "bpf",
	"perf_event_open", "userfaultfd", "io_uring_setup", "keyctl", "add_key", "request_key",
	"init_module", "finit_module", "kexec_load", "reboot", "swapon", "link", "linkat",
	"symlink", "symlinkat", "mknod", "mknodat", "chmod", "fchmodat", "chown", "lchown",
	"fchownat", "setxattr", "truncate", "tkill", "personality", "memfd_create",
	"open_by_handle_at", "name_to_handle_at",
};
/* clang-format on */

/* Of a terminal: its size and its modes.  Typing into it (TIOCSTI) is not among them. */
static const unsigned long terminal[] = {TCGETS, TCSETS, TCSETSW, TCSETSF, TIOCGWINSZ, TIOCGPGRP,
	FIONREAD, TCFLSH, TCSBRK, TCXONC,
	/* TCGETS2 and its likes, which later C libraries ask instead */
	0x802c542aul, 0x402c542bul, 0x402c542cul, 0x402c542dul};

#define WRITTEN_AND_RUN ((scmp_datum_t)(PROT_WRITE | PROT_EXEC))

static void rule(
	scmp_filter_ctx filter, uint32_t action, const char *name, const struct scmp_arg_cmp *when)
{
	int number = seccomp_syscall_resolve_name(name);

	if (number != __NR_SCMP_ERROR)
		seccomp_rule_add_array(filter, action, number, when ? 1 : 0, when);
}

/* The bits of the mask in an argument are the value's. */
static struct scmp_arg_cmp has(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
	return (struct scmp_arg_cmp){argument, SCMP_CMP_MASKED_EQ, mask, value};
}

static void rule_when(
	scmp_filter_ctx filter, uint32_t action, const char *name, struct scmp_arg_cmp when)
{
	rule(filter, action, name, &when);
}

static void add_names(scmp_filter_ctx filter)
{
	for (size_t i = 0; i < COUNT(needed); i++)
		rule(filter, SCMP_ACT_ALLOW, needed[i], NULL);
	for (size_t i = 0; i < COUNT(refused); i++)
		rule(filter, SCMP_ACT_ERRNO(EPERM), refused[i], NULL);
}

/* Memory is written or run, and what was written is never run. */
static void add_memory(scmp_filter_ctx filter)
{
	static const char *const maps[] = {"mmap", "mmap2"};
	static const scmp_datum_t modes[] = {0, PROT_WRITE, PROT_EXEC};

	for (size_t i = 0; i < COUNT(maps); i++) {
		for (size_t k = 0; k < COUNT(modes); k++)
			rule_when(
				filter, SCMP_ACT_ALLOW, maps[i], has(2, WRITTEN_AND_RUN, modes[k]));
		rule_when(filter, SCMP_ACT_ERRNO(EPERM), maps[i],
			has(2, WRITTEN_AND_RUN, WRITTEN_AND_RUN));
	}
	rule_when(filter, SCMP_ACT_ALLOW, "mprotect", has(2, PROT_EXEC, 0));
	rule_when(filter, SCMP_ACT_ERRNO(EPERM), "mprotect", has(2, PROT_EXEC, PROT_EXEC));
}

/* Threads, but no processes: clone3 hides in memory which of them is wanted, and the C library
 * goes back to clone where there is none. */
static void add_threads(scmp_filter_ctx filter)
{
	scmp_datum_t own = (scmp_datum_t)getpid();

	rule_when(filter, SCMP_ACT_ALLOW, "clone", has(0, CLONE_THREAD, CLONE_THREAD));
	rule_when(filter, SCMP_ACT_ERRNO(EPERM), "clone", has(0, CLONE_THREAD, 0));
	rule_when(filter, SCMP_ACT_ALLOW, "tgkill", has(0, UINT32_MAX, own));
	rule_when(filter, SCMP_ACT_ALLOW, "kill", has(0, UINT32_MAX, own));
	rule_when(filter, SCMP_ACT_ALLOW, "kill", has(0, UINT32_MAX, 0)); /* Ctrl-Z, for the job */
}

bool jail_calls_are_there(void)
{
	return prctl(PR_GET_SECCOMP, 0L, 0L, 0L, 0L) >= 0;
}

void jail_calls_close(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));

	if (!filter)
		return;
	add_names(filter);
	add_memory(filter);
	add_threads(filter);
	for (size_t i = 0; i < COUNT(terminal); i++)
		rule_when(filter, SCMP_ACT_ALLOW, "ioctl", has(1, UINT64_MAX, terminal[i]));
	seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2); /* a tree, not a line, of numbers */
	seccomp_load(filter);
	seccomp_release(filter);
}

#else

bool jail_calls_are_there(void)
{
	return false;
}

void jail_calls_close(void)
{
}

#endif
