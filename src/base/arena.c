#include "base/arena.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGN 16u

#define BLOCK_FIRST 4096u
#define BLOCK_LARGEST (1u << 20)
#define REUSED_MOST (16u << 20)

struct arena_block {
	struct arena_block *older;
	size_t used, room; /* bytes of what follows */
	bool is_zero;      /* all of them: nothing was allocated yet, and they came so */
	_Alignas(ALIGN) unsigned char bytes[];
};

/* The message goes out by write(2): stdio may want memory itself. */
static _Noreturn void out_of_memory(void)
{
	static const char words[] = "depeche: out of memory\n";
	ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
	(void)written;
	errno = ENOMEM; /* for a handler that holds the terminal, where the message is not seen */
	abort();
}

/* Blocks double up to a limit, so that a small arena stays small and a large one has few. */
static size_t next_room(const struct arena *arena, size_t len)
{
#ifdef ARENA_PIECEWISE
	(void)arena;
	return len;
#else
	size_t room = arena->newest ? arena->newest->room * 2 : BLOCK_FIRST;

	if (room > BLOCK_LARGEST)
		room = BLOCK_LARGEST;
	if (room < BLOCK_FIRST)
		room = BLOCK_FIRST;
	return room < len ? len : room;
#endif
}

static void add_block(struct arena *arena, size_t len)
{
	size_t room = next_room(arena, len);
	/* The system gives what is large already zeroed, a page when it is first touched. */
	bool is_large = room > BLOCK_LARGEST;
	struct arena_block *block =
		is_large ? calloc(1, sizeof *block + room) : malloc(sizeof *block + room);

	if (!block)
		out_of_memory();
	block->older = arena->newest;
	block->used = 0;
	block->room = room;
	block->is_zero = is_large;
	arena->newest = block;
}

void arena_init(struct arena *arena)
{
	*arena = (struct arena){0};
}

void arena_clear(struct arena *arena)
{
	arena_rewind(arena, (struct arena_mark){0});
}

void arena_reuse(struct arena *arena)
{
#ifdef ARENA_PIECEWISE
	arena_clear(arena);
#else
	struct arena_block *newest = arena->newest;
	size_t used = arena->used;
	bool fits = newest && !newest->older && newest->room / 8 <= used + BLOCK_FIRST;

	if (!fits || newest->room > REUSED_MOST) {
		arena_clear(arena);
		if (used > 0 && used <= REUSED_MOST / 4 * 3)
			add_block(arena, used + used / 4);
	}
	if (arena->newest)
		arena->newest->used = 0;
	arena->used = 0;
#endif
}

void *arena_alloc(struct arena *arena, size_t len)
{
	if (len > SIZE_MAX / 4)
		out_of_memory();
	size_t rounded = (len + ALIGN - 1) / ALIGN * ALIGN;
#ifdef ARENA_PIECEWISE
	add_block(arena, len);
	rounded = len;
#else
	if (!arena->newest || arena->newest->room - arena->newest->used < rounded)
		add_block(arena, rounded);
#endif
	struct arena_block *block = arena->newest;
	void *at = block->bytes + block->used;
	block->used += rounded;
	arena->used += rounded;
	if (!block->is_zero)
		memset(at, 0, len);
	block->is_zero = false;
	return at;
}

bool arena_stretch(struct arena *arena, const void *at, size_t len, size_t wider)
{
#ifdef ARENA_PIECEWISE
	(void)arena, (void)at, (void)len, (void)wider;
	return false;
#else
	struct arena_block *block = arena->newest;
	size_t rounded = (len + ALIGN - 1) / ALIGN * ALIGN;

	if (!block || rounded > block->used || wider > SIZE_MAX / 4 || wider < len ||
		at != block->bytes + block->used - rounded)
		return false;
	size_t more = (wider + ALIGN - 1) / ALIGN * ALIGN - rounded;
	if (block->room - block->used < more)
		return false;
	memset(block->bytes + block->used - rounded + len, 0, wider - len);
	block->used += more;
	arena->used += more;
	return true;
#endif
}

void *arena_array(struct arena *arena, size_t count, size_t each)
{
	if (each && count > SIZE_MAX / each)
		out_of_memory();
	return arena_alloc(arena, count * each);
}

void *arena_copy(struct arena *arena, const void *bytes, size_t len)
{
	void *at = arena_alloc(arena, len);

	if (len)
		memcpy(at, bytes, len);
	return at;
}

char *arena_string(struct arena *arena, struct span span)
{
	char *at = arena_alloc(arena, span.len + 1);

	if (span.len)
		memcpy(at, span.at, span.len);
	return at;
}

struct span arena_span(struct arena *arena, struct span span)
{
	return (struct span){arena_string(arena, span), span.len};
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *at = arena_alloc(arena, len < 0 ? 1 : (size_t)len + 1);
	if (len > 0)
		vsnprintf(at, (size_t)len + 1, format, again);
	va_end(again);
	return at;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){
		arena->newest, arena->newest ? arena->newest->used : 0, arena->used};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
	while (arena->newest != mark.block) {
		struct arena_block *older = arena->newest->older;
		free(arena->newest);
		arena->newest = older;
	}
	if (arena->newest)
		arena->newest->used = mark.block_used;
	arena->used = mark.used;
}
