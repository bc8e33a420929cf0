#include "extract/days-words.h"

#include "text/calendar-table.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/table.h"

#include <string.h>

#define WORD_MOST 32 /* bytes of the longest word that is in any of the tables */
#define WEEKDAY_TAIL "feira"

/* The suffixes that make a number an ordinal. */
static bool is_ordinal_ending(struct span folded)
{
	static const char *const endings[] = {"er", "ere", "st", "nd", "rd", "th", "o", "a", "e"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_is(folded, endings[i]))
			return true;
	return false;
}

static void read_number(struct span raw, struct day_word *word)
{
	size_t digits = 0;
	int number = 0;

	for (; digits < raw.len && raw.at[digits] >= '0' && raw.at[digits] <= '9'; digits++)
		if (digits < 4)
			number = number * 10 + (raw.at[digits] - '0');
	if (digits == 0 || digits > 4)
		return;
	word->decade = digits == 4 && raw.len == 5 && raw.at[4] == 's';
	if (digits < raw.len && !word->decade) {
		if (digits > 2 || !is_ordinal_ending(span_cut(raw, digits, raw.len)))
			return;
		word->ordinal = true;
	}
	word->number = number;
	word->digits = (uint8_t)digits;
}

static const struct cue_word *cue_word_of(struct span folded, enum language language)
{
	size_t place = table_place(cue_words, cue_word_count, sizeof *cue_words, folded);

	for (; place < cue_word_count && table_is(&cue_words[place], sizeof *cue_words, folded);
		place++)
		if (cue_words[place].language == language)
			return &cue_words[place];
	return NULL;
}

/* Whether a language has its own list among those, and the word is in it. */
static bool is_own(const struct own_name *names, size_t count, struct span folded,
	enum language language, bool *has_list)
{
	*has_list = false;
	for (size_t i = 0; i < count; i++) {
		if (names[i].language != language)
			continue;
		*has_list = true;
		if (span_is(folded, names[i].folded))
			return true;
	}
	return false;
}

/* The names that are meant in the language, or those of all where it has no list of its own. */
static void read_name(struct day_word *word, enum language language)
{
	const struct calendar_name *month, *weekday;
	bool has_list, own = is_own(own_names, own_name_count, word->folded, language, &has_list);

	if (has_list && !own)
		return;
	month = TABLE_FIND(calendar_months, calendar_month_count, word->folded);
	weekday = TABLE_FIND(calendar_weekdays, calendar_weekday_count, word->folded);
	word->month = own ? month_named(word->folded) : month ? month->number : 0;
	word->weekday = own ? weekday_named(word->folded) : weekday ? weekday->number : -1;
}

/* In English those are names, in capitals; elsewhere most are written small. */
static void read_brief(struct day_word *word, enum language language)
{
	bool has_list;

	if (!is_own(own_briefs, own_brief_count, word->folded, language, &has_list) && has_list)
		return;
	if (word->capitalised || language != LANGUAGE_EN)
		word->brief = weekday_shortened(word->folded);
}

/* Endings that tell a tense by themselves, in words as they stand. */
static unsigned cues_of_ending(struct span raw, enum language language)
{
	for (size_t i = 0; raw.len > 3 && i < cue_ending_count; i++)
		if (cue_endings[i].language == language && span_ends(raw, cue_endings[i].ending))
			return cue_endings[i].cues;
	return 0;
}

/* "lundis", "Mondays": no day in particular. */
static bool recurs(struct span folded)
{
	return span_ends(folded, SPAN("dis")) || span_ends(folded, SPAN("anches")) ||
	       span_ends(folded, SPAN("days"));
}

/* The word as the tables know it; none for numbers and very long words. */
static struct span folded_of(const struct form *form)
{
	bool number = form->text.at[0] >= '0' && form->text.at[0] <= '9';

	return number || form->text.len > WORD_MOST ? SPAN("") : form->folded;
}

static void read_letters(const struct form *form, enum language language, struct day_word *word)
{
	if (form->text.len > WORD_MOST)
		return;
	word->folded = form->folded;
	const struct cue_word *cue = cue_word_of(form->folded, language);
	if (cue) {
		word->cues = cue->cues;
		word->term = cue->term;
		word->value = cue->value;
	}
	read_name(word, language);
	read_brief(word, language);
	if (recurs(word->folded))
		word->weekday = -1;
}

static bool turns(const struct day_word *word)
{
	return word->number >= 0 || word->weekday >= 0 || word->month || word->term == TERM_PART ||
	       (word->term >= TERM_UNIT && word->term <= TERM_TIME) ||
	       span_is(word->folded, WEEKDAY_TAIL);
}

/* What is known of a word wherever it stands. */
struct day_note {
	struct day_word word;
	unsigned ending; /* cues of its ending */
	bool turns;
};

/* Nearly all words mean nothing to days: they share these, by their capitals. */
static const struct day_note nothing[2] = {{.word = {.number = -1, .weekday = -1, .brief = -1}},
	{.word = {.number = -1, .weekday = -1, .brief = -1, .capitalised = true}}};

static const struct day_note *note_of(
	struct form *form, enum language language, struct arena *arena)
{
	struct span raw = form->text;
	struct day_note note = nothing[form->capitalised];
	struct day_word *word = &note.word;

	if (raw.at[0] >= '0' && raw.at[0] <= '9') {
		read_number(raw, word);
	} else {
		read_letters(form, language, word);
		if (!word->cues && word->folded.len)
			note.ending = cues_of_ending(raw, language);
	}
	note.turns = turns(word);
	word->folded = SPAN(""); /* the form has it */
	bool means = note.turns || word->brief >= 0 || note.ending || word->cues || word->term;
	form->notes[NOTE_DAYS] =
		means ? arena_copy(arena, &note, sizeof note) : &nothing[form->capitalised];
	return form->notes[NOTE_DAYS];
}

static inline const struct day_note *note(const struct article_words *words, struct form *form)
{
	const struct day_note *note = form->notes[NOTE_DAYS];

	return note ? note : note_of(form, words->article->language, words->vocabulary->arena);
}

bool day_words_turn(const struct article_words *words, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (note(words, words->forms.at[i].form)->turns)
			return true;
	return false;
}

/* Whether a clause ends between two words. */
static bool has_cut(struct span gap)
{
	if (gap.len == 1 && gap.at[0] == ' ')
		return false;
	for (size_t i = 0; i < gap.len; i++)
		if (gap.at[i] && strchr(",;:()", gap.at[i]))
			return true;
	return false;
}

/* Portuguese: "segunda-feira" is one word. */
static bool join_weekday(
	struct span sentence, struct day_word *before, uint32_t end, struct arena *folds)
{
	struct span both = span_cut(sentence, before->start, end);

	if (!span_ends(both, SPAN("-" WEEKDAY_TAIL)) ||
		before->end + 1 + sizeof WEEKDAY_TAIL - 1 != end)
		return false;
	before->weekday = weekday_named(fold(both, folds));
	before->end = end;
	return before->weekday >= 0;
}

void day_words_read(struct day_words *out, const struct article_words *words,
	struct extent sentence, uint32_t first, uint32_t last, struct arena *arena,
	struct arena *folds)
{
	struct span text = span_in(words->article->text, sentence);

	for (uint32_t i = first; i < last; i++) {
		const struct placed_form *at = &words->forms.at[i];
		const struct day_note *known = note(words, at->form);
		uint32_t start = at->start - sentence.start;
		uint32_t end = start + (uint32_t)at->form->text.len;
		if (out->count && known->turns &&
			join_weekday(text, &out->at[out->count - 1], end, folds))
			continue;
		struct day_word *word = vec_push(arena, out);
		*word = known->word;
		word->folded = folded_of(at->form);
		word->start = start;
		word->end = end;
		if (out->count == 1 || !word->capitalised)
			word->cues |= known->ending;
		if (out->count == 1)
			continue;
		word->cut = has_cut(span_cut(text, word[-1].end, start));
		if (word[-1].number >= 0 && word->folded.len)
			word->stop = at->form->stop;
	}
}
