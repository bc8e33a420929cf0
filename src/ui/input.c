#include "ui/input.h"

#include "text/utf8.h"

#include <curses.h>

#define CTRL_C 3
#define KEPT 100 /* what curses takes back, and some */

/* Numbers of ours for what curses has none for; above all of its own. */
enum { CODE_PASTE_BEGIN = 0x1000, CODE_PASTE_END, CODE_ALT };

/* clang-format off */
static const struct {
	int code; /* of curses */
	uint32_t key;
} codes[] = {
	{ KEY_UP, KEYS_UP }, { KEY_DOWN, KEYS_DOWN }, { KEY_LEFT, KEYS_LEFT },
	{ KEY_RIGHT, KEYS_RIGHT }, { KEY_HOME, KEYS_HOME }, { KEY_END, KEYS_END },
	{ KEY_FIND, KEYS_HOME }, { KEY_SELECT, KEYS_END },
	{ KEY_PPAGE, KEYS_PAGE_UP }, { KEY_NPAGE, KEYS_PAGE_DOWN }, { KEY_ENTER, KEYS_ENTER },
	{ KEY_BACKSPACE, KEYS_BACKSPACE }, { KEY_DC, KEYS_DELETE }, { KEY_BTAB, KEYS_BACK_TAB },
	{ KEY_F(1), KEYS_F1 }, { KEY_F(2), KEYS_F2 }, { KEY_F(3), KEYS_F3 },
	{ KEY_F(4), KEYS_F4 }, { KEY_F(5), KEYS_F5 }, { KEY_F(6), KEYS_F6 },
	{ KEY_F(7), KEYS_F7 }, { KEY_F(8), KEYS_F8 }, { KEY_F(9), KEYS_F9 },
	{ KEY_F(10), KEYS_F10 }, { KEY_F(11), KEYS_F11 }, { KEY_F(12), KEYS_F12 },
	{ CODE_ALT, KEYS_ALT | KEYS_UP }, { CODE_ALT + 1, KEYS_ALT | KEYS_DOWN },
	{ CODE_ALT + 2, KEYS_ALT | KEYS_RIGHT }, { CODE_ALT + 3, KEYS_ALT | KEYS_LEFT },
};

/* What xterm's kin send, whether or not the terminal's description knows it. */
static const struct {
	const char *sequence;
	int code;
} sequences[] = {
	{ "\033[200~", CODE_PASTE_BEGIN }, { "\033[201~", CODE_PASTE_END },
	{ "\033[1;3A", CODE_ALT }, { "\033[1;3B", CODE_ALT + 1 },
	{ "\033[1;3C", CODE_ALT + 2 }, { "\033[1;3D", CODE_ALT + 3 },
	{ "\033[A", KEY_UP }, { "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
	{ "\033OA", KEY_UP }, { "\033OB", KEY_DOWN }, { "\033OC", KEY_RIGHT }, { "\033OD", KEY_LEFT },
	{ "\033[H", KEY_HOME }, { "\033[F", KEY_END }, { "\033[1~", KEY_HOME }, { "\033[4~", KEY_END },
	{ "\033[7~", KEY_HOME }, { "\033[8~", KEY_END }, { "\033[3~", KEY_DC },
	{ "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE }, { "\033[Z", KEY_BTAB },
};

/* What the terminal's description calls the arrows with Alt. */
static const struct {
	const char *capability;
	int code;
} capabilities[] = {
	{ "kUP3", CODE_ALT }, { "kDN3", CODE_ALT + 1 }, { "kRIT3", CODE_ALT + 2 },
	{ "kLFT3", CODE_ALT + 3 },
};
/* clang-format on */

static void define_keys(void)
{
	/* Curses would read half of a report of the mouse; the decoder reads all of it. */
	define_key(NULL, KEY_MOUSE);
	for (size_t i = 0; i < COUNT(capabilities); i++) {
		const char *sequence = tigetstr(capabilities[i].capability);
		if (sequence && sequence != (const char *)-1)
			define_key(sequence, capabilities[i].code);
	}
	for (size_t i = 0; i < COUNT(sequences); i++)
		if (sequences[i].code >= CODE_PASTE_BEGIN ||
			key_defined(sequences[i].sequence) <= 0)
			define_key(sequences[i].sequence, sequences[i].code);
}

void input_init(struct input *input)
{
	*input = (struct input){0};
	arena_init(&input->arena);
	buf_init(&input->paste, &input->arena);
	define_keys();
}

void input_clear(struct input *input)
{
	arena_clear(&input->arena);
}

static void begin_paste(struct input *input, int64_t now)
{
	arena_clear(&input->arena);
	buf_init(&input->paste, &input->arena);
	input->pasting = true;
	input->pasted_at = now;
}

/* The pasted bytes that are UTF-8. */
static struct event end_paste(struct input *input)
{
	struct span raw = buf_span(&input->paste);
	struct buf text;

	buf_init(&text, &input->arena);
	for (size_t at = 0; at < raw.len;) {
		size_t start = at;
		uint32_t point = utf8_next(raw, &at);
		if (point != UTF8_REPLACEMENT || at - start > 1)
			buf_add(&text, span_cut(raw, start, at));
	}
	input->pasting = false;
	return (struct event){.kind = EVENT_PASTE, .key = KEYS_PASTE, .text = buf_span(&text)};
}

static uint32_t key_of_code(int code)
{
	for (size_t i = 0; i < COUNT(codes); i++)
		if (codes[i].code == code)
			return codes[i].key;
	return 0;
}

static bool give_key(struct input *input, struct event *event)
{
	if (input->given >= input->ready)
		return false;
	*event = (struct event){.kind = EVENT_KEY, .key = input->keys[input->given++]};
	if (event->key == KEYS_MOUSE) {
		event->kind = EVENT_MOUSE;
		event->mouse = input->decoder.mouse;
	}
	return true;
}

static void decode(struct input *input, int code, int64_t now)
{
	uint32_t arrival = code < 256 ? (uint32_t)code : key_of_code(code);
	input->given = input->ready = 0;
	if (code < 256 || arrival)
		input->ready = decoder_take(&input->decoder, arrival, now, input->keys);
}

bool input_next(struct input *input, int64_t now, struct event *event)
{
	if (give_key(input, event))
		return true;
	/* Bytes rather than get_wch: that loses a character whose bytes come apart. */
	for (int code; (code = getch()) != ERR;) {
		input->took = true;
		if (code == KEY_RESIZE) {
			*event = (struct event){.kind = EVENT_RESIZE};
			return true;
		}
		if (code == CODE_PASTE_BEGIN) {
			begin_paste(input, now);
		} else if (code == CODE_PASTE_END && input->pasting) {
			*event = end_paste(input);
			return true;
		} else if (input->pasting) {
			input->pasted_at = now;
			if (code < 256 && input->paste.len < INPUT_PASTE_MOST)
				buf_char(&input->paste, (char)code);
		} else {
			decode(input, code, now);
			if (give_key(input, event))
				return true;
		}
	}
	if (input->pasting && now - input->pasted_at >= INPUT_PASTE_PATIENCE) {
		*event = end_paste(input);
		return true;
	}
	input->given = 0;
	input->ready = decoder_pause(&input->decoder, now, input->keys);
	return give_key(input, event);
}

bool input_stops(struct input *input)
{
	int kept[KEPT], count = 0, code;
	bool stops = false;

	while (!stops && count < KEPT && (code = getch()) != ERR) {
		stops = code == CTRL_C && !input->pasting;
		kept[count++] = code;
	}
	while (!stops && count > 0)
		ungetch(kept[--count]);
	return stops;
}

int input_wait(const struct input *input, int64_t now)
{
	if (!input->pasting)
		return decoder_wait(&input->decoder, now);
	int64_t left = input->pasted_at + INPUT_PASTE_PATIENCE - now;
	return left < 0 ? 0 : (int)left;
}
