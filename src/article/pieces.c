#include "article/stamps.h"

#include "text/calendar-table.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

#define NEAR 6u      /* pieces from a number in which a month may stand */
#define NAME_LEN 40u /* bytes of the longest name of a month */
#define JOINT_LEN 10u

/* Words that stand between the parts of a date, folded. */
static const char *const joints[] = {"a", "as", "at", "um", "las", "ore", "kl", "le", "de", "of",
	"del", "der", "den", "dem", "the", "on", "du", "el", "il", "op", "dne", "v", "в", "о", "г",
	"am", "vom", "em", "om", "from", "since", "des", "um", "alle", "t", "h", "uhr", "hs", "hrs",
	"heures", "roku", "года", "роки", "року"};

static bool is_joint_word(struct span folded)
{
	if (folded.len > JOINT_LEN)
		return false;
	for (size_t i = 0; i < COUNT(joints); i++)
		if (joints[i][0] == folded.at[0] && span_is(folded, joints[i]))
			return true;
	return false;
}

static bool is_joint_sign(uint32_t point)
{
	switch (point) {
	case ',':
	case '.':
	case '|':
	case '/':
	case '-':
	case '(':
	case ':':
	case 0x2013: /* – */
	case 0x2014: /* — */
	case 0x2022: /* • */
	case 0xB7:   /* · */
		return true;
	default:
		return false;
	}
}

/* "9 November 20235:01 AM": a dump glued the hour to the year. */
static bool ends_year(const struct pieces *pieces, const struct piece *piece)
{
	const struct piece *before = piece - 1;

	if (piece->digits != 4 || piece->value < 1990 || piece->value > 2059 || pieces->count < 2)
		return false;
	return before->month ||
	       (before->kind == PIECE_SIGN &&
		       (before->value == '/' || before->value == '.' || before->value == ','));
}

static void number_read(const struct pieces *pieces, struct piece *piece, size_t *at)
{
	struct span line = pieces->line;

	piece->kind = PIECE_NUMBER;
	while (*at < line.len && line.at[*at] >= '0' && line.at[*at] <= '9' &&
		!ends_year(pieces, piece)) {
		if (piece->digits < 8)
			piece->value = piece->value * 10 + (uint32_t)(line.at[*at] - '0');
		if (piece->digits < 99)
			piece->digits++;
		(*at)++;
	}
}

static void word_read(const struct pieces *pieces, struct piece *piece, size_t *at)
{
	struct span line = pieces->line;

	piece->kind = PIECE_WORD;
	while (*at < line.len) {
		size_t next = *at;
		uint32_t point = utf8_next(line, &next);
		/* The signs of Chinese dates are words of their own. */
		if (!utf8_is_letter(point) || (piece->start < *at && point >= 0x2E80))
			break;
		*at = next;
		if (point >= 0x2E80)
			break;
	}
}

/* "FinanceOctober 13, 2016": a dump glued the month to the word before it.  Where the last part
 * of a word begins with a capital. */
static size_t last_part(struct span word)
{
	size_t start = 0;
	bool small = false;

	for (size_t at = 0; at < word.len;) {
		size_t here = at;
		uint32_t point = utf8_next(word, &at);
		if (small && utf8_is_upper(point))
			start = here;
		small = utf8_is_lower(point);
	}
	return start;
}

/* ASCII letters without a capital, which fold to themselves. */
static bool is_small(struct span word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!(utf8_ascii[(unsigned char)word.at[i]] & UTF8_LOWER))
			return false;
	return true;
}

/* What a word is in a date. */
struct piece_name {
	int8_t month, weekday, brief;
	bool joint;
	uint8_t part; /* bytes before the month's name */
};

/* Most words are nothing. */
static const struct piece_name nothing = {.weekday = -1, .brief = -1};

/* Looks the word up among months, weekdays and joints. */
static struct piece_name name_of(struct span word, struct arena *scratch)
{
	struct arena_mark mark = arena_mark(scratch);
	bool small = is_small(word);
	struct span folded = small ? word : fold(word, scratch);
	struct piece_name name = {.month = (int8_t)month_named(folded),
		.weekday = (int8_t)weekday_named(folded),
		.brief = (int8_t)weekday_shortened(folded)};
	size_t part = name.month || small ? 0 : last_part(word);

	if (part > 0) {
		folded = fold(span_cut(word, part, word.len), scratch);
		name.month = (int8_t)month_named(folded);
		name.part = name.month ? (uint8_t)part : 0;
	}
	name.joint = is_joint_word(folded);
	arena_rewind(scratch, mark);
	return name;
}

/* The same, found out once a form where there is a vocabulary. */
static struct piece_name name_known(
	const struct pieces *pieces, struct span word, struct arena *scratch)
{
	if (!pieces->vocabulary)
		return name_of(word, scratch);
	struct form *form = vocabulary_form(pieces->vocabulary, pieces->language, word);
	if (!form->notes[NOTE_PIECES]) {
		struct piece_name name = name_of(word, scratch);
		bool is_nothing = !name.month && name.weekday < 0 && name.brief < 0 && !name.joint;
		form->notes[NOTE_PIECES] =
			is_nothing ? &nothing
				   : arena_copy(pieces->vocabulary->arena, &name, sizeof name);
	}
	return *(const struct piece_name *)form->notes[NOTE_PIECES];
}

static void word_name(const struct pieces *pieces, struct piece *piece, struct arena *scratch)
{
	if (piece->kind != PIECE_WORD || piece->named || piece->end - piece->start > NAME_LEN)
		return;
	struct span word = span_cut(pieces->line, piece->start, piece->end);
	struct piece_name name = name_known(pieces, word, scratch);
	piece->named = true;
	piece->month = name.month;
	piece->weekday = name.weekday;
	piece->brief = name.brief;
	piece->joint = name.joint;
	piece->start += name.part;
}

/* Only words near a number can belong to a date. */
static void name_near(struct pieces *pieces, uint32_t number, struct arena *scratch)
{
	uint32_t start = number > NEAR ? number - NEAR : 0;

	for (uint32_t i = start; i <= number + NEAR && i < pieces->count; i++)
		word_name(pieces, &pieces->at[i], scratch);
}

void pieces_read(struct pieces *pieces, struct span line, enum language language,
	struct vocabulary *vocabulary, struct arena *scratch)
{
	bool after_blank = true;

	pieces->line = line;
	pieces->language = language;
	pieces->vocabulary = vocabulary;
	pieces->count = 0;
	for (size_t at = 0; at < line.len && pieces->count < PIECES_ROOM;) {
		size_t next = at;
		uint32_t point = utf8_next(line, &next);
		if (utf8_is_space(point)) {
			after_blank = true;
			at = next;
			continue;
		}
		struct piece *piece = &pieces->at[pieces->count++];
		*piece = (struct piece){.start = (uint32_t)at, .weekday = -1, .brief = -1};
		piece->after_blank = after_blank;
		after_blank = false;
		if (point >= '0' && point <= '9') {
			if (pieces->count > 1)
				word_name(pieces, piece - 1, scratch);
			number_read(pieces, piece, &at);
		} else if (utf8_is_letter(point)) {
			word_read(pieces, piece, &at);
		} else {
			piece->kind = PIECE_SIGN;
			piece->value = point;
			piece->joint = is_joint_sign(point);
			at = next;
		}
		piece->end = (uint32_t)at;
	}
	for (uint32_t i = 0; i < pieces->count; i++)
		if (pieces->at[i].kind == PIECE_NUMBER)
			name_near(pieces, i, scratch);
}
