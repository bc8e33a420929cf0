#include "extract/names-reach.h"

#include "text/utf8.h"

#define RUN_TOKENS 256 /* longer runs are headlines that shout, and are cut */
#define SYLLABLE 5     /* letters, and an ending of its case makes no more */
#define JOINTS 2       /* particles in a row inside a name */

/* Particles that join the parts of a name when small. */
static bool joins(struct stretch *stretch, int64_t place)
{
	return place < (int64_t)stretch->tokens.count && !stretch_capital(stretch, place) &&
	       stretch_lists(stretch, place) & LIST_PARTICLE;
}

int64_t reach_run(struct stretch *stretch, int64_t start)
{
	int64_t end = start + 1;

	while (end - start < RUN_TOKENS) {
		int64_t next = end;
		if (stretch_sign(stretch, next, '.') &&
			!stretch->tokens.at[next].word.after_space &&
			stretch_lists(stretch, next - 1) & LIST_TITLE)
			next++; /* "Mme. X" */
		for (int i = 0; i < JOINTS && joins(stretch, next); i++)
			next++;
		if (!stretch_capital(stretch, next))
			break;
		end = next + 1;
	}
	return end;
}

static bool is_initial(const struct stretch *stretch, int64_t place)
{
	return stretch->tokens.at[place].word.kind == WORD_INITIAL;
}

static bool is_given_part(struct stretch *stretch, int64_t place)
{
	return stretch_lists(stretch, place) & LIST_GIVEN || is_initial(stretch, place);
}

/* Whether the capitalised token may follow inside a name that has a surname already. */
static bool goes_on(struct stretch *stretch, int64_t place)
{
	unsigned bits = stretch_lists(stretch, place);

	/* "Визит Си Цзиньпина" */
	if (stretch_cyrillic(stretch) && bits & LIST_SURNAME_FIRST &&
		stretch_capital(stretch, place + 1))
		return false;
	if (stretch->tokens.at[place].roman)
		return true;
	if (is_initial(stretch, place))
		return false;
	return !(bits & (LIST_NOISE | LIST_TITLE)) || bits & LIST_PARTICLE;
}

/* Particles that are part of a surname even after another: not "X le Grand". */
static bool is_noble(struct stretch *stretch, int64_t place)
{
	static const char *const plain[] = {"la", "le", "l'", "des", "e", "y", "as", "o"};
	struct span folded = stretch_folded(stretch, place);

	for (size_t i = 0; i < COUNT(plain); i++)
		if (span_is(folded, plain[i]))
			return false;
	return true;
}

/* Whether the capitalised token, which stands right behind end or behind particles, belongs to
 * the name. */
static bool belongs(struct stretch *stretch, int64_t end, int64_t next, bool surname)
{
	unsigned bits = stretch_lists(stretch, next);

	if (next > end) {
		if (!is_noble(stretch, end) || bits & (LIST_ORGANISATION | LIST_TITLE))
			return false;
		if (surname && bits & LIST_NOISE)
			return false;
	}
	/* German writes nouns with capitals: "Emmanuel Macrons Besuch". */
	if (surname && stretch->language == LANGUAGE_DE && !stretch->tokens.at[next].roman)
		return bits & LIST_PARTICLE;
	return surname ? goes_on(stretch, next) : !(bits & LIST_ORGANISATION);
}

static size_t length(const struct stretch *stretch, int64_t place)
{
	const struct word *word = &stretch->tokens.at[place].word;

	return word->end - word->start;
}

/* A syllable of a Korean or Chinese given name: "Kim Jong Un". */
static bool is_syllable(const struct stretch *stretch, int64_t place)
{
	const struct word *word = &stretch->tokens.at[place].word;
	struct span bytes = span_cut(stretch->text, word->start, word->end);

	return stretch_capital(stretch, place) && word->kind == WORD_LETTERS &&
	       bytes.len <= 2 * SYLLABLE && utf8_count(bytes) <= SYLLABLE;
}

/* Words behind a surname that tell the father from the son. */
static bool is_junior(struct stretch *stretch, int64_t place)
{
	static const char *const words[] = {"jr", "sr", "junior", "senior", "juniora", "juniorem",
		"juniorowi", "seniora", "seniorem", "pere", "fils", "padre", "hijo", "figlio",
		"filho", "pai"};
	struct span folded = stretch_folded(stretch, place);

	for (size_t i = 0; i < COUNT(words); i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

int64_t reach_generation(struct stretch *stretch, int64_t start, int64_t end)
{
	if (end - start < 2 || stretch->tokens.at[end - 1].possessive ||
		stretch_capital(stretch, end) || !is_junior(stretch, end))
		return end;
	/* "Jean Petit, père de deux enfants", and the same without its comma. */
	return stretch_lists(stretch, end + 1) & LIST_PARTICLE ? end : end + 1;
}

int64_t reach_name(struct stretch *stretch, int64_t start, int64_t run_end)
{
	bool surname =
		!is_given_part(stretch, start) && !(stretch_lists(stretch, start) & LIST_PARTICLE);
	int64_t end = start + 1;

	if (stretch_lists(stretch, start) & LIST_SURNAME_FIRST && start + 3 == run_end &&
		is_syllable(stretch, start + 1) && is_syllable(stretch, start + 2))
		return start + 3;
	while (end < run_end && end - start < NAME_WORDS &&
		!stretch->tokens.at[end - 1].possessive && !stretch_sign(stretch, end, '.')) {
		int64_t next = end;
		while (next < run_end && !stretch_capital(stretch, next))
			next++;
		if (next == run_end || !belongs(stretch, end, next, surname))
			break;
		surname = surname || !(is_given_part(stretch, next) ||
					     stretch_lists(stretch, next) & LIST_PARTICLE);
		end = next + 1;
	}
	return end;
}

bool reach_begins_given(struct stretch *stretch, int64_t place, int64_t run_end)
{
	unsigned bits = stretch_lists(stretch, place);

	if (!is_given_part(stretch, place))
		return false;
	int64_t end = reach_name(stretch, place, run_end);
	if (end - place < 2)
		return false;
	unsigned last = stretch_lists(stretch, end - 1);
	bool shouted = stretch->tokens.at[end - 1].word.all_capitals;
	if (is_initial(stretch, place))
		return !shouted && length(stretch, end - 1) > 2 &&
		       !(stretch_lists(stretch, place + 1) & (LIST_COMMON | LIST_ORGANISATION));
	/* "Milan AC" is a club. */
	if (shouted && length(stretch, end - 1) < 4 &&
		!stretch->tokens.at[place].word.all_capitals && !stretch->tokens.at[end - 1].roman)
		return false;
	/* "German Chancellor Olaf Scholz": what else the word may be, it is here. */
	if (bits & (LIST_NOISE & ~(unsigned)LIST_ROLE) &&
		stretch_lists(stretch, place + 1) & (LIST_ROLE | LIST_TITLE))
		return false;
	if (bits & (LIST_PEOPLES | LIST_ORGANISATION) && is_given_part(stretch, place + 1) &&
		reach_name(stretch, place + 1, run_end) > place + 2)
		return false;
	/* "Marine Nationale": two words that are both something else. */
	return !(bits & (LIST_NOISE & ~(unsigned)LIST_ROLE)) || !(last & LIST_NOISE);
}

int64_t reach_plain(struct stretch *stretch, int64_t start, int64_t run_end)
{
	int64_t end = start + 1;

	while (end < run_end && !stretch->tokens.at[end - 1].possessive) {
		if (!stretch_capital(stretch, end)) {
			end++;
			continue;
		}
		if (!goes_on(stretch, end) || reach_begins_given(stretch, end, run_end))
			break;
		end++;
	}
	while (end > start + 1 && !stretch_capital(stretch, end - 1))
		end--;
	return end;
}

static bool hyphenated(struct stretch *stretch, int64_t place)
{
	struct span folded = stretch_folded(stretch, place);

	return span_find(folded, SPAN("-"), 0) < folded.len;
}

/* "Xi Jinping", "Kim Jong-un"; but "Kim Novak". */
static bool surname_first(struct stretch *stretch, int64_t start, int64_t end)
{
	unsigned first = stretch_lists(stretch, start);

	if (end - start < 2 || !(first & LIST_SURNAME_FIRST))
		return false;
	if (hyphenated(stretch, start + 1))
		return true;
	if (end - start == 3 && is_syllable(stretch, start + 1) && is_syllable(stretch, start + 2))
		return true;
	return !(first & LIST_GIVEN);
}

int64_t reach_surname(struct stretch *stretch, int64_t start, int64_t end)
{
	if (surname_first(stretch, start, end))
		return start;
	for (int64_t i = start; i < end - 1; i++) {
		unsigned bits = stretch_lists(stretch, i);
		if (bits & LIST_PARTICLE && !(bits & LIST_GIVEN))
			return i;
	}
	if (end - start > 2 && (stretch->tokens.at[end - 1].roman || is_junior(stretch, end - 1)))
		return end - 2;
	return end - 1;
}
