#include "article/finders.h"

#include "article/stamps.h"
#include "text/utf8.h"

#define PREFIX_LEN 160u /* bytes */
#define PREFIX_PIECES 24u
#define PREFIX_WORDS 8u

static bool is_dash(const struct piece *piece)
{
	return piece->kind == PIECE_SIGN &&
	       (piece->value == '-' || piece->value == 0x2013 || piece->value == 0x2014);
}

static bool is_capital(const struct pieces *pieces, const struct piece *piece)
{
	size_t at = piece->start;

	return utf8_is_upper(utf8_next(pieces->line, &at));
}

static bool is_shouted(const struct pieces *pieces, const struct piece *piece)
{
	size_t at = piece->start;
	uint32_t count = 0;

	while (at < piece->end) {
		if (!utf8_is_upper(utf8_next(pieces->line, &at)))
			return false;
		count++;
	}
	return count > 1;
}

/* The piece after the dash that ends an opening of places, days and agencies; 0: none. */
static uint32_t prefix_end(const struct pieces *pieces, struct extent *inside)
{
	bool in_brackets = false, shouted = false;
	uint32_t words = 0;

	*inside = (struct extent){0, 0};
	for (uint32_t i = 0; i + 1 < pieces->count && i < PREFIX_PIECES; i++) {
		const struct piece *piece = &pieces->at[i];
		if (is_dash(piece) && !in_brackets) {
			while (i + 1 < pieces->count && is_dash(&pieces->at[i + 1]))
				i++;
			bool parted = i + 1 < pieces->count && piece->after_blank &&
				      pieces->at[i + 1].after_blank;
			if (parted)
				return words && (inside->end || shouted) ? i + 1 : 0;
		}
		if (piece->kind == PIECE_SIGN && piece->value == '(') {
			in_brackets = true;
			inside->start = piece->end;
		} else if (piece->kind == PIECE_SIGN && piece->value == ')') {
			in_brackets = false;
			inside->end = piece->start;
		} else if (piece->kind == PIECE_WORD && !in_brackets) {
			shouted |= words == 0 && is_shouted(pieces, piece);
			if (!is_capital(pieces, piece) && !piece->month && !piece->joint)
				return 0;
		}
		words += piece->kind == PIECE_WORD;
		if (words > PREFIX_WORDS)
			return 0;
	}
	return 0;
}

/* Whether a byte of a dash stands there: in most texts none does. */
static bool has_dash(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == '-' || (unsigned char)text.at[i] == 0xE2)
			return true;
	return false;
}

size_t lead_prefix(struct span text, struct span *agency)
{
	struct arena scratch;
	struct pieces pieces;
	struct extent inside;

	*agency = SPAN("");
	if (!has_dash(span_cut(text, 0, PREFIX_LEN)))
		return 0;
	arena_init(&scratch);
	pieces_read(&pieces, span_cut(text, 0, PREFIX_LEN), LANGUAGE_NONE, NULL, &scratch);
	arena_clear(&scratch);
	uint32_t end = prefix_end(&pieces, &inside);
	*agency = end && inside.end > inside.start ? span_trim(span_in(text, inside)) : SPAN("");
	return end ? pieces.at[end].start : 0;
}
