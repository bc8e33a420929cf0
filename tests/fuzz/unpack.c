/*
 * Any bytes unpacked as gzip and as zstd: never more than was allowed, the first bytes are the
 * first of the whole, and what cannot be unpacked is told in words.
 */

#include "store/unpack.h"
#include "articles.h"

#include <string.h>

#define MOST 100000u
#define HEAD 500u

static void check_packed(struct span packed)
{
	struct span out = SPAN("untouched"), head, whole;
	struct fault why = {0}, wider = {0};
	struct arena arena;

	arena_init(&arena);
	head = unpack_head(packed, HEAD, &arena);
	PROMISE(head.len <= HEAD);
	enum err err = unpack(packed, MOST, &out, &arena, &why);
	PROMISE(err == OK ? out.len <= MOST : why.words[0] && span_is(out, "untouched"));
	if (err == OK)
		PROMISE(span_starts(out, head));
	if (err == OK && out.len > 0)
		PROMISE(unpack(packed, out.len - 1, &whole, &arena, &wider) == ERR_LIMIT);
	arena_clear(&arena);
}

/* As it is, and behind each of the two marks by which packed files are known. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct span marks[] = {
		{"\x1f\x8b\x08", 3}, {"\x28\xb5\x2f\xfd", 4}};
	struct arena arena;

	if (unpack_is_packed((struct span){(const char *)data, size}))
		check_packed((struct span){(const char *)data, size});
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(marks); i++) {
		char *bytes = arena_alloc(&arena, marks[i].len + size + 1);
		memcpy(bytes, marks[i].at, marks[i].len);
		if (size)
			memcpy(bytes + marks[i].len, data, size);
		struct span packed = {bytes, marks[i].len + size};
		if (unpack_is_packed(packed))
			check_packed(packed);
	}
	arena_clear(&arena);
	return 0;
}
