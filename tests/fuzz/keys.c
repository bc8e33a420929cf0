/*
 * Any bytes from a keyboard, at any time: keys come out that have names, or a report of the mouse
 * inside the screen; what is waited for is given up in the end, and then nothing is left.  And any
 * bytes as the name of a key: the name of the key that is meant means that key.
 */

#include "ui/decoder.h"
#include "articles.h"

#define LATER 100000 /* ms: longer than anything is waited for */

static void check_keys(const struct decoder *decoder, const uint32_t *keys, int count)
{
	char name[24];

	PROMISE(count >= 0 && count <= DECODER_KEYS);
	for (int i = 0; i < count; i++) {
		PROMISE(keymap_name(keys[i], name) == name && name[0]);
		PROMISE(utf8_valid(span_of(name)));
		if (keys[i] == KEYS_MOUSE)
			PROMISE(decoder->mouse.row >= 0 && decoder->mouse.col >= 0);
	}
}

static void type(const uint8_t *data, size_t size)
{
	struct decoder decoder = {0};
	uint32_t keys[DECODER_KEYS];
	int64_t now = 1;

	for (size_t i = 0; i < size; i++) {
		now += data[i] % 7 == 0 ? data[i] : 0;
		check_keys(&decoder, keys, decoder_take(&decoder, data[i], now, keys));
		PROMISE(decoder_wait(&decoder, now) >= -1);
		PROMISE(decoder_wait(&decoder, now) <= DECODER_PATIENCE);
		if (data[i] % 3 == 0)
			check_keys(&decoder, keys, decoder_pause(&decoder, now, keys));
	}
	check_keys(&decoder, keys, decoder_pause(&decoder, now + LATER, keys));
	check_keys(&decoder, keys, decoder_pause(&decoder, now + 2 * LATER, keys));
	PROMISE(decoder_wait(&decoder, now + 3 * LATER) == -1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span name = {(const char *)data, size};
	char again[24];
	uint32_t key = keymap_key(name);

	type(data, size);
	if (key)
		PROMISE(keymap_key(span_of(keymap_name(key, again))) == key);
	return 0;
}
