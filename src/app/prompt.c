#include "app/prompt.h"

#include "app/keymap.h"
#include "text/utf8.h"
#include "text/width.h"

#include <string.h>

#define CTRL(letter) ((letter)&0x1f)

static size_t cluster_after(const struct prompt *prompt, size_t at)
{
	int width;

	return at < prompt->len ? cluster_end(prompt_text(prompt), at, &width) : at;
}

static size_t cluster_before(const struct prompt *prompt, size_t at)
{
	size_t before = 0;

	for (size_t next = 0; next < at; next = cluster_after(prompt, next))
		before = next;
	return before;
}

/* The start of the blank-separated word before the cursor. */
static size_t word_before(const struct prompt *prompt)
{
	size_t at = prompt->cursor;

	while (at > 0 && prompt->text[at - 1] == ' ')
		at--;
	while (at > 0 && prompt->text[at - 1] != ' ')
		at--;
	return at;
}

static enum prompt_answer move(struct prompt *prompt, size_t at)
{
	prompt->cursor = (uint32_t)at;
	return PROMPT_MOVED;
}

static enum prompt_answer erase(struct prompt *prompt, size_t start, size_t end)
{
	memmove(prompt->text + start, prompt->text + end, prompt->len - end + 1);
	prompt->len -= (uint32_t)(end - start);
	prompt->cursor = (uint32_t)start;
	return start == end ? PROMPT_MOVED : PROMPT_EDITED;
}

static enum prompt_answer insert(struct prompt *prompt, struct span text)
{
	if (text.len >= PROMPT_ROOM - prompt->len)
		return PROMPT_FULL;
	memmove(prompt->text + prompt->cursor + text.len, prompt->text + prompt->cursor,
		prompt->len - prompt->cursor + 1);
	memcpy(prompt->text + prompt->cursor, text.at, text.len);
	prompt->len += (uint32_t)text.len;
	prompt->cursor += (uint32_t)text.len;
	return text.len > 0 ? PROMPT_EDITED : PROMPT_MOVED;
}

static enum prompt_answer type(struct prompt *prompt, uint32_t point)
{
	char bytes[4];

	if (point < ' ' || point >= KEYS_UP || (point >= 0x7f && point < 0xa0))
		return PROMPT_UNUSED;
	return insert(prompt, (struct span){bytes, utf8_put(bytes, point)});
}

void prompt_open(struct prompt *prompt, enum prompt_use use, struct span text)
{
	prompt->use = use;
	prompt->len = prompt->cursor = 0;
	prompt->text[0] = 0;
	prompt_paste(prompt, text);
}

void prompt_close(struct prompt *prompt)
{
	prompt->use = PROMPT_NONE;
	prompt->len = prompt->cursor = 0;
	prompt->text[0] = 0;
}

enum prompt_answer prompt_key(struct prompt *prompt, uint32_t key)
{
	size_t at = prompt->cursor;

	switch (key_plain(key)) {
	case KEYS_ENTER:
		return PROMPT_ACCEPTED;
	case KEYS_ESCAPE:
	case CTRL('C'):
	case CTRL('G'):
		return PROMPT_CANCELLED;
	case KEYS_LEFT:
		return move(prompt, cluster_before(prompt, at));
	case KEYS_RIGHT:
		return move(prompt, cluster_after(prompt, at));
	case KEYS_HOME:
	case CTRL('A'):
		return move(prompt, 0);
	case KEYS_END:
	case CTRL('E'):
		return move(prompt, prompt->len);
	case KEYS_BACKSPACE:
		return erase(prompt, cluster_before(prompt, at), at);
	case KEYS_DELETE:
	case CTRL('D'):
		return erase(prompt, at, cluster_after(prompt, at));
	case CTRL('U'):
		return erase(prompt, 0, at);
	case CTRL('K'):
		return erase(prompt, at, prompt->len);
	case CTRL('W'):
		return erase(prompt, word_before(prompt), at);
	default:
		return type(prompt, key);
	}
}

enum prompt_answer prompt_paste(struct prompt *prompt, struct span text)
{
	char clean[PROMPT_ROOM];
	size_t len = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (point == '\n' || point == '\r' || point == '\t')
			point = ' ';
		if (point < ' ' || (point >= 0x7f && point < 0xa0))
			continue;
		if (len + 4 > sizeof clean)
			return PROMPT_FULL;
		len += utf8_put(clean + len, point);
	}
	return insert(prompt, (struct span){clean, len});
}

struct span prompt_text(const struct prompt *prompt)
{
	return (struct span){prompt->text, prompt->len};
}
