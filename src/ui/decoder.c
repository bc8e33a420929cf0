#include "ui/decoder.h"

#include "text/utf8.h"

#define ESCAPE 0x1Bu

/* How many bytes a code point has that begins with this one; 0: none does. */
static uint8_t length_of(uint32_t byte)
{
	if (byte < 0x80)
		return 1;
	if (byte < 0xC2 || byte > 0xF4)
		return 0;
	return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* The code point that a byte completes, in *point. Bytes that are no UTF-8 are left out. */
static bool complete(struct decoder *decoder, uint32_t byte, uint32_t *point)
{
	if (decoder->want && byte >= 0x80 && byte < 0xC0) {
		decoder->bytes[decoder->have++] = (unsigned char)byte;
	} else {
		decoder->bytes[0] = (unsigned char)byte;
		decoder->have = 1;
		decoder->want = length_of(byte);
	}
	if (decoder->have != decoder->want)
		return false;
	size_t at = 0;
	*point = utf8_next((struct span){(const char *)decoder->bytes, decoder->have}, &at);
	decoder->want = 0;
	return at == decoder->have;
}

static uint32_t key_of(uint32_t point)
{
	switch (point) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case 0x08:
	case 0x7F:
		return KEYS_BACKSPACE;
	case ESCAPE:
		return KEYS_ESCAPE;
	default:
		return point;
	}
}

static bool is_introducer(uint32_t arrival)
{
	return arrival == '[' || arrival == 'O';
}

static void introduce(struct decoder *decoder, uint32_t introducer, bool lingered, int64_t now)
{
	decoder->state = DECODER_INTRODUCED;
	decoder->introducer = introducer;
	decoder->lingered = lingered;
	decoder->since = now;
}

/* Whether a byte belongs to the tail; *last: it is the final one. */
static bool continues(const struct decoder *decoder, uint32_t byte, bool *last)
{
	*last = byte >= 0x40;
	if (byte < 0x20 || byte > 0x7E)
		return false;
	if (decoder->state == DECODER_INTRODUCED && decoder->introducer == '[' && byte == '[')
		*last = false; /* the Linux console's function keys: Esc [ [ A */
	return true;
}

static int take_plain(struct decoder *decoder, uint32_t arrival, uint32_t alt, uint32_t *keys)
{
	uint32_t point = arrival;

	decoder->state = DECODER_PLAIN;
	if (arrival < 0x100 && !complete(decoder, arrival, &point)) {
		if (alt && decoder->want) /* Alt and a letter of several bytes: the rest comes */
			decoder->state = DECODER_ESCAPE;
		return 0;
	}
	keys[0] = key_of(point) | alt;
	return 1;
}

int decoder_take(
	struct decoder *decoder, uint32_t arrival, int64_t now, uint32_t keys[DECODER_KEYS])
{
	bool last;

	if (decoder->state == DECODER_LINGER && now - decoder->since > DECODER_PATIENCE)
		decoder->state = DECODER_PLAIN;
	if (decoder->state == DECODER_INTRODUCED || decoder->state == DECODER_TAIL) {
		if (continues(decoder, arrival, &last)) {
			decoder->state = last ? DECODER_PLAIN : DECODER_TAIL;
			decoder->since = now;
			return 0;
		}
		decoder->state = DECODER_PLAIN; /* broken off by another key */
	}
	if (decoder->state == DECODER_ESCAPE && arrival == ESCAPE) {
		decoder->since = now;
		keys[0] = KEYS_ESCAPE; /* of two, the first is a key, or Alt of what follows */
		return 1;
	}
	if (arrival == ESCAPE) {
		decoder->state = DECODER_ESCAPE;
		decoder->since = now;
		decoder->want = 0;
		return 0;
	}
	if (decoder->state == DECODER_PLAIN)
		return take_plain(decoder, arrival, 0, keys);
	bool lingered = decoder->state == DECODER_LINGER;
	if (is_introducer(arrival) && !decoder->want) {
		introduce(decoder, arrival, lingered, now);
		return 0;
	}
	return take_plain(decoder, arrival, lingered ? 0 : KEYS_ALT, keys);
}

int decoder_pause(struct decoder *decoder, int64_t now, uint32_t keys[DECODER_KEYS])
{
	if (decoder->state == DECODER_ESCAPE && !decoder->want) {
		decoder->state = DECODER_LINGER;
		decoder->since = now;
		keys[0] = KEYS_ESCAPE;
		return 1;
	}
	if (decoder->state == DECODER_PLAIN || now - decoder->since < DECODER_PATIENCE)
		return 0;
	bool alone = decoder->state == DECODER_INTRODUCED;
	decoder->state = DECODER_PLAIN;
	decoder->want = 0;
	if (!alone)
		return 0;
	/* Nothing followed: it was a key after all. */
	keys[0] = decoder->introducer | (decoder->lingered ? 0 : (uint32_t)KEYS_ALT);
	return 1;
}

int decoder_wait(const struct decoder *decoder, int64_t now)
{
	if (decoder->state == DECODER_PLAIN)
		return -1;
	int64_t left = decoder->since + DECODER_PATIENCE - now;
	return left < 0 ? 0 : left > DECODER_PATIENCE ? DECODER_PATIENCE : (int)left;
}
