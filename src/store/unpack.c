#include "store/unpack.h"

#include <string.h>
#include <zlib.h>

#define BLOCK (256u << 10)    /* bytes unpacked at a time, at first */
#define GZIP_WINDOW (15 + 16) /* the largest, with gzip's head and sum */
#define INPUT_MOST (1u << 30)

bool unpack_is_packed(struct span head)
{
	return span_starts(head, SPAN("\x1F\x8B\x08"));
}

struct unpacking {
	z_stream stream;
	struct span rest; /* of the packed bytes: what the stream was not given */
	struct arena *arena;
	char *out;
	size_t len, room;
};

static void make_room(struct unpacking *unpacking, uint64_t most)
{
	size_t room = unpacking->room ? unpacking->room * 2 : BLOCK;

	if (room > most + 1) /* one byte over the limit tells that it is passed */
		room = (size_t)most + 1;
	char *wider = arena_alloc(unpacking->arena, room);
	if (unpacking->len)
		memcpy(wider, unpacking->out, unpacking->len);
	unpacking->out = wider;
	unpacking->room = room;
}

static void give_input(struct unpacking *unpacking)
{
	struct span part = span_cut(unpacking->rest, 0, INPUT_MOST);
	union { /* zlib does not change what it reads, and says so only if asked to */
		const char *read;
		Bytef *given;
	} bytes = {.read = part.at};

	if (unpacking->stream.avail_in)
		return;
	unpacking->stream.next_in = bytes.given;
	unpacking->stream.avail_in = (uInt)part.len;
	unpacking->rest = span_cut(unpacking->rest, part.len, unpacking->rest.len);
}

/* Whether another packed file follows. */
static bool next_member(struct unpacking *unpacking)
{
	struct span left = {(const char *)unpacking->stream.next_in, unpacking->stream.avail_in};

	return unpack_is_packed(left) && inflateReset(&unpacking->stream) == Z_OK;
}

/* Z_STREAM_END: all of it is there; Z_BUF_ERROR: it is cut, or there is no room left. */
static int unpack_all(struct unpacking *unpacking, uint64_t most)
{
	int result = Z_OK;

	while (result == Z_OK) {
		if (unpacking->len == unpacking->room) {
			if (unpacking->room > most)
				return Z_BUF_ERROR;
			make_room(unpacking, most);
		}
		size_t room = unpacking->room - unpacking->len;
		uInt block = room > INPUT_MOST ? INPUT_MOST : (uInt)room;
		give_input(unpacking);
		unpacking->stream.next_out = (Bytef *)unpacking->out + unpacking->len;
		unpacking->stream.avail_out = block;
		result = inflate(&unpacking->stream, Z_NO_FLUSH);
		unpacking->len += block - unpacking->stream.avail_out;
		if (result == Z_STREAM_END && next_member(unpacking))
			result = Z_OK;
	}
	return result;
}

enum err unpack(
	struct span packed, uint64_t most, struct span *out, struct arena *arena, struct fault *why)
{
	struct unpacking unpacking = {.rest = packed, .arena = arena};

	if (most > SIZE_MAX - 1)
		most = SIZE_MAX - 1;
	if (inflateInit2(&unpacking.stream, GZIP_WINDOW) != Z_OK)
		return fail(why, ERR_FORMAT, "packed in a way that is not known");
	int result = unpack_all(&unpacking, most);
	inflateEnd(&unpacking.stream);
	if (unpacking.len > most)
		return fail(why, ERR_LIMIT, "too large once it is unpacked");
	if (result != Z_STREAM_END)
		return fail(why, ERR_FORMAT,
			result == Z_BUF_ERROR ? "packed, and cut short" : "packed, and damaged");
	*out = (struct span){unpacking.out, unpacking.len};
	return OK;
}
