#include "store/token-find.h"

#include "base/varint.h"

#include <string.h>

#define MORE 0x80u /* in a byte of a number: another one follows */

/* A byte with others after it is one of many values, all about as frequent; those of common words
 * stand everywhere. */
struct token_needle token_needle_of(const uint32_t *forms, uint32_t count, struct arena *arena)
{
	struct token_needle needle = {.count = count};
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < count; i++)
		varint_put(&buf, forms[i]);
	needle.bytes = buf_span(&buf);
	for (size_t i = 0; i < needle.bytes.len; i++)
		if ((unsigned char)needle.bytes.at[i] & MORE) {
			needle.rarest = i;
			break;
		}
	return needle;
}

/* The first place of the bytes at or after start; the length when there is none. */
static size_t next_place(struct span bytes, const struct token_needle *needle, size_t start)
{
	size_t len = needle->bytes.len, rarest = needle->rarest;

	while (start + len <= bytes.len) {
		const char *from = bytes.at + start + rarest;
		const char *hit =
			memchr(from, needle->bytes.at[rarest], bytes.len - start - len + 1);
		if (!hit)
			break;
		start = (size_t)(hit - bytes.at) - rarest;
		if (memcmp(bytes.at + start, needle->bytes.at, len) == 0)
			return start;
		start++;
	}
	return bytes.len;
}

/* Which token of which line a place of the bytes is. */
struct place {
	struct span bytes;
	size_t first, at; /* bytes: where the tokens begin; that token is of */
	const uint8_t *kinds;
	uint32_t line_count, line;
	uint64_t token, line_end;
	struct steps lines; /* how many tokens the lines after this one have */
};

static bool place_begin(struct place *place, const struct epoch *epoch, article_id id)
{
	struct steps steps = steps_of(place->bytes);
	uint32_t count;

	place->kinds = epoch_kinds(epoch, id, &place->line_count);
	if (!steps_take(&steps, &count) || !steps_take(&steps, &count))
		return false;
	place->lines = steps;
	for (uint32_t line = 0; line <= place->line_count; line++)
		if (!steps_take(&steps, &count))
			return false;
	place->first = place->at = (size_t)(steps.at - (const unsigned char *)place->bytes.at);
	steps_take(&place->lines, &count);
	place->line_end = count;
	return true;
}

static bool is_token(const struct place *place, size_t at)
{
	return at == place->first ||
	       (at > place->first && !((unsigned char)place->bytes.at[at - 1] & MORE));
}

/* On to a token that is not before it; false when no line has it. */
static bool place_move(struct place *place, size_t at)
{
	uint32_t count;

	for (; place->at < at; place->at++)
		place->token += !((unsigned char)place->bytes.at[place->at] & MORE);
	while (place->token >= place->line_end) {
		if (place->line++ == place->line_count || !steps_take(&place->lines, &count))
			return false;
		place->line_end += count;
	}
	return true;
}

static bool is_searched(const struct place *place)
{
	return place->line == place->line_count ||
	       line_is_body((enum line_kind)place->kinds[place->line]);
}

bool token_find(const struct epoch *epoch, article_id id, const struct token_needle *needle)
{
	struct place place = {.bytes = shelf_at(&epoch->tokens, id)};
	size_t at = next_place(place.bytes, needle, 0);

	if (at == place.bytes.len || !place_begin(&place, epoch, id))
		return false;
	for (; at < place.bytes.len; at = next_place(place.bytes, needle, at + 1)) {
		if (!is_token(&place, at))
			continue;
		if (!place_move(&place, at))
			return false;
		if (place.token + needle->count <= place.line_end && is_searched(&place))
			return true;
	}
	return false;
}
