#include "store/unpack.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>

#define BLOCK (256u << 10)    /* bytes unpacked at a time, at first */
#define GZIP_WINDOW (15 + 16) /* the largest, with gzip's head and sum */
#define ZSTD_WINDOW 27        /* as a power of two: what zstd itself reads unless told to */
#define INPUT_MOST (1u << 30)
#define GZIP_SIGN SPAN("\x1F\x8B\x08")
#define ZSTD_SIGN SPAN("\x28\xB5\x2F\xFD")

enum step { STEP_MORE, STEP_END, STEP_CUT, STEP_DAMAGED };

struct unpacking {
	struct span rest; /* of the packed bytes */
	struct arena *arena;
	char *out;
	size_t len, room;
};

/* A way of packing; its state is what open gave. */
struct packer {
	struct span sign;              /* that its files begin with */
	void *(*open)(struct arena *); /* null: there is no memory for it */
	/* Moves bytes from the rest to the room, which is not full. */
	enum step (*step)(void *state, struct unpacking *);
	void (*close)(void *state);
};

static void *gzip_open(struct arena *arena)
{
	z_stream *stream = ARENA_NEW(arena, z_stream);

	return inflateInit2(stream, GZIP_WINDOW) == Z_OK ? stream : NULL;
}

static enum step gzip_step(void *state, struct unpacking *unpacking)
{
	z_stream *stream = state;
	size_t room = unpacking->room - unpacking->len;
	struct span part = span_cut(unpacking->rest, 0, INPUT_MOST);
	union { /* zlib does not change what it reads, and says so only if asked to */
		const char *read;
		Bytef *given;
	} bytes = {.read = part.at};

	stream->next_in = bytes.given;
	stream->avail_in = (uInt)part.len;
	stream->next_out = (Bytef *)unpacking->out + unpacking->len;
	stream->avail_out = room > INPUT_MOST ? INPUT_MOST : (uInt)room;
	uInt block = stream->avail_out;
	int result = inflate(stream, Z_NO_FLUSH);
	unpacking->len += block - stream->avail_out;
	unpacking->rest =
		span_cut(unpacking->rest, part.len - stream->avail_in, unpacking->rest.len);
	if (result == Z_STREAM_END && span_starts(unpacking->rest, GZIP_SIGN) &&
		inflateReset(stream) == Z_OK)
		return STEP_MORE;
	return result == Z_OK           ? STEP_MORE
	       : result == Z_STREAM_END ? STEP_END
	       : result == Z_BUF_ERROR  ? STEP_CUT
					: STEP_DAMAGED;
}

static void gzip_close(void *state)
{
	inflateEnd(state);
}

static void *zstd_open(struct arena *arena)
{
	ZSTD_DCtx *context = ZSTD_createDCtx();

	(void)arena;
	if (context)
		ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, ZSTD_WINDOW);
	return context;
}

static enum step zstd_step(void *state, struct unpacking *unpacking)
{
	ZSTD_inBuffer in = {unpacking->rest.at, unpacking->rest.len, 0};
	ZSTD_outBuffer out = {unpacking->out, unpacking->room, unpacking->len};
	size_t result = ZSTD_decompressStream(state, &out, &in);
	bool moved = in.pos > 0 || out.pos > unpacking->len;

	if (ZSTD_isError(result))
		return STEP_DAMAGED;
	unpacking->len = out.pos;
	unpacking->rest = span_cut(unpacking->rest, in.pos, unpacking->rest.len);
	if (result == 0)
		return span_starts(unpacking->rest, ZSTD_SIGN) ? STEP_MORE : STEP_END;
	return moved && (unpacking->rest.len || out.pos == out.size) ? STEP_MORE : STEP_CUT;
}

static void zstd_close(void *state)
{
	ZSTD_freeDCtx(state);
}

static const struct packer packers[] = {
	{{"\x1F\x8B\x08", 3}, gzip_open, gzip_step, gzip_close},
	{{"\x28\xB5\x2F\xFD", 4}, zstd_open, zstd_step, zstd_close},
};

static const struct packer *packer_of(struct span head)
{
	for (size_t i = 0; i < COUNT(packers); i++)
		if (span_starts(head, packers[i].sign))
			return &packers[i];
	return NULL;
}

bool unpack_is_packed(struct span head)
{
	return packer_of(head) != NULL;
}

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

/* Unpacks until there is more than most, or an end. */
static enum step run(const struct packer *packer, struct unpacking *unpacking, uint64_t most)
{
	void *state = packer->open(unpacking->arena);
	enum step step = state ? STEP_MORE : STEP_DAMAGED;

	while (step == STEP_MORE && unpacking->len <= most) {
		if (unpacking->len == unpacking->room)
			make_room(unpacking, most);
		step = packer->step(state, unpacking);
	}
	if (state)
		packer->close(state);
	return step;
}

struct span unpack_head(struct span packed, size_t most, struct arena *arena)
{
	struct unpacking unpacking = {.rest = packed, .arena = arena};

	run(packer_of(packed), &unpacking, most - 1);
	return span_cut((struct span){unpacking.out, unpacking.len}, 0, most);
}

enum err unpack(
	struct span packed, uint64_t most, struct span *out, struct arena *arena, struct fault *why)
{
	struct unpacking unpacking = {.rest = packed, .arena = arena};

	if (most > SIZE_MAX - 1)
		most = SIZE_MAX - 1;
	enum step step = run(packer_of(packed), &unpacking, most);
	if (unpacking.len > most)
		return fail(why, ERR_LIMIT, "too large once it is unpacked");
	if (step != STEP_END)
		return fail(why, ERR_FORMAT,
			step == STEP_CUT ? "packed, and cut short" : "packed, and damaged");
	*out = (struct span){unpacking.out, unpacking.len};
	return OK;
}
