/*
 * Any bytes become valid UTF-8; what is valid already stays as it is; whether bytes are text
 * can be asked of any.
 */

#include "text/decode.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PROMISE(condition) ((condition) ? (void)0 : broken(#condition, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void broken(const char *words, int line)
{
	fprintf(stderr, "decode.c:%d: broken promise: %s\n", line, words);
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	struct arena arena;

	arena_init(&arena);
	struct decoded first = decode(bytes, &arena);
	PROMISE(utf8_valid(first.text));
	PROMISE(first.encoding && first.encoding[0]);
	if (span_equal(first.text, bytes))
		PROMISE(!first.repaired);
	(void)decode_is_binary(bytes);
	arena_clear(&arena);
	return 0;
}
