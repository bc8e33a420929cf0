#include "article/unwrap.h"

#include "base/vec.h"
#include "text/utf8.h"

#define LONG_LEN 300u   /* bytes; nobody cuts lines at a width that holds so many */
#define WIDTH_LEAST 38  /* columns; shorter lines are lists and verses */
#define WIDTH_MOST 132  /* of a teletype */
#define OVER_MOST 4     /* columns by which a line may stand over the width of the most */
#define RULE_LEAST 3    /* columns */
#define WORD_MOST 24    /* a longer first word is an address or has no blanks */
#define JOINTS_LEAST 3u /* line ends that show a text to be cut */
#define JOINT_SHARE 3u  /* one in so many pairs of lines, at least, was parted by the width */

enum trait {
	SMALL = 1 << 0,  /* begins with a small letter, or one of a script that has no others */
	MARK = 1 << 1,   /* ends in a full stop, or a mark like it */
	BULLET = 1 << 2, /* begins as an item of a list does */
	DASH = 1 << 3,   /* begins with a dash: as an item, or an aside */
	RULE = 1 << 4,   /* holds neither letter nor digit, but more than a mark */
	HYPHEN = 1 << 5, /* ends in a hyphen behind a letter */
	PARTED = 1 << 6  /* a blank line, or the end of the text, follows */
};

/* A line of the file, without blanks at its ends. */
struct cut {
	uint32_t start, end;
	int width;  /* columns, its indent counted */
	int indent; /* columns */
	int first;  /* columns of its first word */
	int depth;  /* marks of quoted mail before it */
	unsigned traits;
};
VEC_OF(struct cut, cuts);

/* Whether most of the text lies in lines that were not cut. */
static bool is_long(struct span text)
{
	struct span rest = text, line;
	size_t of_long = 0;

	while (span_line(&rest, &line)) {
		of_long += line.len > LONG_LEN ? line.len : 0;
		if (of_long * 2 > text.len)
			return true;
	}
	return false;
}

static bool is_mark(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == ':' || point == 0x2026 ||
	       point == 0x3002 || point == 0xFF01 || point == 0xFF1F || point == 0x61F;
}

static bool is_quote(uint32_t point)
{
	return point == '"' || point == 0xBB || point == 0x201D || point == ')';
}

/* The last code points of a line: what it ends in. */
static unsigned traits_of_end(struct span line)
{
	size_t at = line.len;
	uint32_t point = utf8_previous(line, &at);

	if (at > 0 && is_quote(point))
		point = utf8_previous(line, &at);
	if (is_mark(point))
		return MARK;
	if (point == '-' && at > 0 && at + 1 == line.len)
		return utf8_is_letter(utf8_previous(line, &at)) ? HYPHEN : 0;
	return 0;
}

static unsigned traits_of_start(struct span line)
{
	size_t at = 0;
	uint32_t point = utf8_next(line, &at);
	bool blank_after = at < line.len && line.at[at] == ' ';

	if (utf8_is_letter(point))
		return utf8_is_upper(point) ? 0 : SMALL;
	if (blank_after && (point == '-' || point == 0x2013 || point == 0x2014))
		return DASH;
	if (blank_after && (point == '*' || point == '+' || point == '#' || point == 0xB7))
		return BULLET;
	if (point == 0x2022 || point == 0x25AA || point == 0x25CF || point == '|')
		return BULLET;
	while (utf8_is_digit(point) && at < line.len && at < 3)
		point = utf8_next(line, &at);
	return at > 1 && (point == '.' || point == ')') && at < line.len && line.at[at] == ' '
		       ? BULLET
		       : 0;
}

/* Moves over blanks, and over the marks that mail puts before what it quotes. */
static size_t skip_indent(struct span text, size_t at, size_t end, struct cut *cut)
{
	while (at < end) {
		size_t next = at;
		uint32_t point = utf8_next(text, &next);
		if (point != '>' && !utf8_is_space(point))
			break;
		cut->depth += point == '>';
		cut->indent++;
		at = next;
	}
	return at;
}

/* Columns of the line, and of its first word. */
static void measure(struct span line, struct cut *cut)
{
	bool in_first = true, written = false;

	cut->width = cut->indent;
	for (size_t at = 0; at < line.len && cut->width <= 2 * WIDTH_MOST;) {
		uint32_t point = utf8_next(line, &at);
		if (utf8_is_mark(point))
			continue;
		in_first = in_first && !utf8_is_space(point);
		written = written || utf8_is_letter(point) || utf8_is_digit(point);
		cut->first += in_first;
		cut->width++;
	}
	cut->traits |= written || cut->width - cut->indent < RULE_LEAST ? 0 : RULE;
}

static void cuts_read(struct cuts *cuts, struct span text, struct arena *arena)
{
	struct span rest = text, line;

	while (span_line(&rest, &line)) {
		size_t start = (size_t)(line.at - text.at), end = start + line.len;
		struct cut cut = {0};
		start = skip_indent(text, start, end, &cut);
		line = span_trim(span_cut(text, start, end));
		if (line.len == 0) {
			if (cuts->count)
				cuts->at[cuts->count - 1].traits |= PARTED;
			continue;
		}
		cut.start = (uint32_t)(line.at - text.at);
		cut.end = cut.start + (uint32_t)line.len;
		cut.traits = traits_of_start(line) | traits_of_end(line);
		measure(line, &cut);
		*vec_push(arena, cuts) = cut;
	}
	if (cuts->count)
		cuts->at[cuts->count - 1].traits |= PARTED;
}

/* What the lines of a text have in common. */
struct measure {
	int width; /* at which lines were cut; 0: they were not */
	int slack; /* columns that may be left though the next word had room: it is not exact */
};

static bool are_pair(const struct cut *a, const struct cut *b)
{
	return !(a->traits & (PARTED | RULE)) && !(b->traits & (BULLET | RULE)) &&
	       a->depth == b->depth && b->first <= WORD_MOST;
}

/* The width at which the most lines have no room for the word that begins the next. */
static int best_width(const struct cuts *cuts)
{
	int change[WIDTH_MOST + 2] = {0}, sum = 0, most = 0, best = 0;

	for (uint32_t i = 0; i + 1 < cuts->count; i++) {
		const struct cut *a = &cuts->at[i], *b = a + 1;
		int low = a->width < WIDTH_LEAST ? WIDTH_LEAST : a->width;
		int high = a->width + b->first + 1;
		if (!are_pair(a, b) || low >= high || low > WIDTH_MOST)
			continue;
		change[low]++;
		change[high > WIDTH_MOST ? WIDTH_MOST + 1 : high]--;
	}
	for (int width = WIDTH_LEAST; width <= WIDTH_MOST; width++) {
		sum += change[width];
		if (sum > most) {
			most = sum;
			best = width;
		}
	}
	return best;
}

static bool fits(const struct cut *a, const struct cut *b, int width)
{
	return a->width <= width && a->width + 1 + b->first > width;
}

static struct measure measure_of(const struct cuts *cuts)
{
	struct measure none = {0, 0};
	int width = best_width(cuts);
	uint32_t pairs = 0, parted = 0, small = 0;

	for (uint32_t i = 0; width && i + 1 < cuts->count; i++) {
		const struct cut *a = &cuts->at[i], *b = a + 1;
		if (!are_pair(a, b))
			continue;
		bool full = fits(a, b, width);
		pairs++;
		parted += full;
		small += full && b->traits & SMALL;
	}
	/* Of few lines, all must speak for it. */
	uint32_t least = small == parted ? JOINTS_LEAST - 1 : JOINTS_LEAST;
	bool exact = parted * 5 >= pairs * 4, tight = parted * 3 >= pairs * 2;
	if (parted < least || parted * JOINT_SHARE < pairs || small * 5 < parted * (exact ? 1 : 2))
		return none;
	return (struct measure){width, tight ? 0 : width / 6};
}

/* Whether the width parted two lines of one paragraph. */
static bool is_joint(const struct cut *a, const struct cut *b, struct measure measure)
{
	if (!are_pair(a, b) || a->width > measure.width + measure.slack + OVER_MOST)
		return false;
	bool full = fits(a, b, measure.width) || a->width > measure.width;
	/* A deeper line begins a paragraph, unless it hangs under an item. */
	if (b->indent > a->indent + 1 && !(a->traits & (BULLET | DASH)) &&
		!(full && b->traits & SMALL))
		return false;
	bool nearly = a->width + 1 + b->first > measure.width - measure.slack;
	if (b->traits & DASH)
		return full && !(a->traits & (MARK | DASH));
	if (b->traits & SMALL)
		return full || nearly || (!(a->traits & MARK) && a->width * 2 > measure.width);
	return full || (nearly && !(a->traits & MARK));
}

/* Blanks from the end of one line to the start of the next; a word that a hyphen parts is joined
 * by a sign of the same length that words may hold. */
static void join(char *text, const struct cut *a, const struct cut *b)
{
	uint32_t gap = b->start - a->end;
	bool parted = a->traits & HYPHEN && b->traits & SMALL;

	if (parted && gap == 1)
		memcpy(text + a->end - 1, "\xC2\xAD", 2); /* a soft hyphen */
	else if (parted && gap == 2)
		memcpy(text + a->end - 1, "\xE2\x80\x8C", 3); /* a non-joiner */
	else
		memset(text + a->end, ' ', gap);
}

/* The line that ends the paragraph that begins with this one.  Lines of which none begins small
 * and the last has no full stop are headlines that happen to be as long as the width, unless they
 * stand between blank lines: then they are one. */
static uint32_t paragraph_end(const struct cuts *cuts, uint32_t first, struct measure measure)
{
	unsigned seen = 0;
	uint32_t last = first;

	while (last + 1 < cuts->count && is_joint(&cuts->at[last], &cuts->at[last + 1], measure))
		seen |= cuts->at[++last].traits & SMALL;
	seen |= cuts->at[last].traits & MARK;
	if (cuts->at[last].traits & PARTED && (first == 0 || cuts->at[first - 1].traits & PARTED))
		return last;
	return seen ? last : first;
}

struct span unwrap(struct span text, struct arena *arena)
{
	struct arena scratch;
	struct cuts cuts = {0};
	char *joined = NULL;

	if (is_long(text))
		return text;
	arena_init(&scratch);
	cuts_read(&cuts, text, &scratch);
	struct measure measure = measure_of(&cuts);
	for (uint32_t i = 0; measure.width && i < cuts.count; i++) {
		uint32_t last = paragraph_end(&cuts, i, measure);
		if (last > i && !joined)
			joined = arena_copy(arena, text.at, text.len);
		for (; i < last; i++)
			join(joined, &cuts.at[i], &cuts.at[i + 1]);
	}
	arena_clear(&scratch);
	return joined ? (struct span){joined, text.len} : text;
}
