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
	decoder->reports = false;
}

/* Whether a byte belongs to the tail; *last: it is the final one. */
static bool continues(const struct decoder *decoder, uint32_t byte, bool *last)
{
	*last = byte >= 0x40;
	if (decoder->state == DECODER_BYTES)
		return byte >= 0x20 && byte <= 0xFF;
	if (byte < 0x20 || byte > 0x7E)
		return false;
	if (decoder->state == DECODER_INTRODUCED && decoder->introducer == '[' && byte == '[')
		*last = false; /* the Linux console's function keys: Esc [ [ A */
	return true;
}

/* --- the mouse ---------------------------------------------------------------------------- */

#define NUMBER_MOST 100000u
#define BUTTON_MODIFIERS 0x1Cu /* Shift, Alt, Ctrl */
#define BUTTON_LEFT 0u
#define BUTTON_WHEEL_UP 64u
#define BUTTON_WHEEL_DOWN 65u
#define OLDER_OFFSET 32u /* of a byte of the older report */

/* The numbers of a report as what happened; whether that is anything that is asked for. */
static bool report(struct decoder *decoder, bool pressed)
{
	const uint32_t *numbers = decoder->numbers;
	uint32_t button = numbers[0] & ~BUTTON_MODIFIERS;
	enum mouse_what what = button == BUTTON_LEFT         ? MOUSE_CLICK
			       : button == BUTTON_WHEEL_UP   ? MOUSE_WHEEL_UP
			       : button == BUTTON_WHEEL_DOWN ? MOUSE_WHEEL_DOWN
							     : MOUSE_OTHER;

	if (!pressed || what == MOUSE_OTHER || numbers[1] == 0 || numbers[2] == 0)
		return false;
	decoder->mouse = (struct mouse){what, (int)numbers[2] - 1, (int)numbers[1] - 1};
	return true;
}

/* A byte of a sequence that may be "<what;column;rowM", or m where a button is let go; whether it
 * completes a report. */
static bool read_report(struct decoder *decoder, uint32_t byte)
{
	if (decoder->state == DECODER_INTRODUCED) {
		decoder->reports = decoder->introducer == '[' && byte == '<';
		decoder->number = 0;
		for (int i = 0; i < DECODER_NUMBERS; i++)
			decoder->numbers[i] = 0;
		return false;
	}
	if (!decoder->reports)
		return false;
	uint32_t *number = &decoder->numbers[decoder->number];
	if (byte >= '0' && byte <= '9' && *number < NUMBER_MOST)
		*number = *number * 10 + (byte - '0');
	else if (byte == ';' && decoder->number + 1 < DECODER_NUMBERS)
		decoder->number++;
	else if (byte == 'M' && decoder->number + 1 == DECODER_NUMBERS)
		return report(decoder, true);
	else
		decoder->reports = false;
	return false;
}

/* A byte of the older report, of which there are always three. */
static bool read_older(struct decoder *decoder, uint32_t byte)
{
	decoder->numbers[decoder->number++] = byte < OLDER_OFFSET ? 0 : byte - OLDER_OFFSET;
	if (decoder->number < DECODER_NUMBERS)
		return false;
	decoder->state = DECODER_PLAIN;
	return report(decoder, true);
}

/* --- keys --------------------------------------------------------------------------------- */

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

static bool is_inside(const struct decoder *decoder)
{
	return decoder->state == DECODER_INTRODUCED || decoder->state == DECODER_TAIL ||
	       decoder->state == DECODER_BYTES;
}

/* A byte of a sequence: nothing comes of it, but a report of the mouse at its end. */
static int take_inside(
	struct decoder *decoder, uint32_t byte, bool last, int64_t now, uint32_t *keys)
{
	bool older =
		decoder->state == DECODER_INTRODUCED && decoder->introducer == '[' && byte == 'M';

	decoder->since = now;
	keys[0] = KEYS_MOUSE;
	if (decoder->state == DECODER_BYTES)
		return read_older(decoder, byte);
	bool reported = read_report(decoder, byte);
	decoder->state = older ? DECODER_BYTES : last ? DECODER_PLAIN : DECODER_TAIL;
	return reported;
}

int decoder_take(
	struct decoder *decoder, uint32_t arrival, int64_t now, uint32_t keys[DECODER_KEYS])
{
	bool last;

	if (decoder->state == DECODER_LINGER && now - decoder->since > DECODER_PATIENCE)
		decoder->state = DECODER_PLAIN;
	if (is_inside(decoder)) {
		if (continues(decoder, arrival, &last))
			return take_inside(decoder, arrival, last, now, keys);
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
