#include "app/offers.h"

#include <string.h>

void offers_clear(struct offers *offers)
{
	struct arena arena = offers->arena;

	arena_clear(&arena);
	*offers = (struct offers){.arena = arena};
}

void offers_add(struct offers *offers, struct span typed, const char *word)
{
	if (!span_starts(span_of(word), typed))
		return;
	*vec_push(&offers->arena, &offers->words) = arena_string(&offers->arena, span_of(word));
	offers->at = offers->words.count;
}

struct span offers_common(const struct offers *offers)
{
	struct span prefix = span_of(offers->words.at[0]);

	for (uint32_t i = 1; i < offers->words.count; i++)
		while (!span_starts(span_of(offers->words.at[i]), prefix))
			prefix.len--;
	while (prefix.len && ((unsigned char)prefix.at[prefix.len] & 0xc0) == 0x80)
		prefix.len--;
	return prefix;
}

void offers_put(const struct offers *offers, struct prompt *prompt, struct span word)
{
	struct span line = prompt_text(prompt);
	struct prompt made = {0};
	size_t start = offers->start < prompt->cursor ? offers->start : prompt->cursor;

	if (start + word.len + (line.len - prompt->cursor) + 4 > PROMPT_ROOM)
		return; /* a longer line than can be typed */
	prompt_open(&made, prompt->use, span_cut(line, 0, start));
	prompt_paste(&made, word);
	uint32_t cursor = made.cursor;
	prompt_paste(&made, span_cut(line, prompt->cursor, line.len));
	*prompt = made;
	prompt->cursor = cursor;
}

bool offers_step(struct offers *offers, struct prompt *prompt, int step)
{
	uint32_t count = offers->words.count;

	if (count == 0)
		return false;
	uint32_t from = offers->at == count ? (step > 0 ? count - 1 : 0) : offers->at;
	offers->at = (from + (step > 0 ? 1 : count - 1)) % count;
	offers_put(offers, prompt, span_of(offers->words.at[offers->at]));
	return true;
}
