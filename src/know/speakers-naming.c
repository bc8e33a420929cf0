#include "know/speakers-naming.h"

#include "text/fold.h"

/* Of an elision that stands apart: "l' ONU". */
static bool is_apostrophe(struct span sign)
{
	return span_is(sign, "'") || span_is(sign, "’");
}

void naming_read(
	const struct article *article, struct extent at, struct naming *phrase, struct arena *arena)
{
	struct span text = span_in(article->text, at);
	struct words it = words_of(text);
	struct word word;

	phrase->count = 0;
	phrase->start = at.start;
	while (phrase->count < NAMING_TOKENS && tokens_next(&it, &word)) {
		if (is_apostrophe(span_cut(text, word.start, word.end)))
			continue;
		struct naming_word *next = &phrase->at[phrase->count++];
		*next = (struct naming_word){.word = word};
		next->comma = text.at[word.start] == ',';
		if (word.kind == WORD_SIGN)
			continue;
		next->folded = fold(span_cut(text, word.start, word.end), arena);
		next->lists = gazetteer_lists(next->folded);
		next->noun = noun_kind(next->folded);
		next->said = said_bits(next->folded, article->language);
		if (span_is(next->folded, "l"))
			next->said = SAID_DETERMINER;
		else if (span_is(next->folded, "d"))
			next->said = SAID_OF;
	}
}

struct extent naming_extent(const struct naming *phrase, int first, int last)
{
	return (struct extent){phrase->start + phrase->at[first].word.start,
		phrase->start + phrase->at[last].word.end};
}

bool naming_of(const struct naming *phrase, int i)
{
	return phrase->at[i].said & SAID_OF;
}

/* The capitalised words that begin at i, with what is small between them. */
int naming_capitals(const struct naming *phrase, int i)
{
	int end = i + 1;

	for (int j = end; j < phrase->count; j++) {
		if (phrase->at[j].word.kind == WORD_SIGN) {
			if (j != end || !(phrase->at[j].word.after_space == false))
				break;
			continue;
		}
		if (phrase->at[j].said &
			(SAID_HAVE | SAID_BE | SAID_THAT | SAID_WHO | SAID_PRONOUN))
			break; /* "Barcelone a confirmé que…" */
		if (phrase->at[j].word.capitalised)
			end = j + 1;
	}
	return end;
}

bool naming_adjective(const struct naming_word *word)
{
	static const char *const endings[] = {"al", "ale", "ales", "aux", "nel", "nelle", "if",
		"ive", "ique", "iques", "iste", "istes", "aire", "aires", "ien", "ienne", "ain",
		"aine", "ais", "aise", "ois", "oise", "ol", "ole", "an", "ane", "arde", "eme",
		"que", "ques", "elle", "elles", "el", "els", "eux", "euse", "euses", "ier", "iere",
		"iers", "ieres", "ifs", "ives", "ine", "ines", "ee", "ees", "ant", "ante", "uste",
		"ouge", "ste"};

	if (word->lists & LIST_PEOPLES || word->said & SAID_PAST ||
		span_ends(word->folded, SPAN("ne")))
		return true;
	for (size_t i = 0; i < COUNT(endings) && word->said == 0; i++)
		if (span_ends(word->folded, span_of(endings[i])))
			return true;
	return false;
}

/* The same with the adjectives behind it: "Conseil constitutionnel". */
int naming_end(const struct naming *phrase, int i)
{
	int end = naming_capitals(phrase, i), limit = end + 1;

	while (end < phrase->count && end < limit && phrase->at[end].word.kind == WORD_LETTERS &&
		naming_adjective(&phrase->at[end]))
		end++;
	return end;
}

/* The name at the end of "le journal parodique Le Gorafi"; -1 when there is none. */
int naming_behind(const struct naming *phrase, int noun)
{
	for (int i = noun + 1; i < phrase->count; i++) {
		if (phrase->at[i].said & (SAID_OF | SAID_PREPOSITION) ||
			phrase->at[i].word.kind == WORD_SIGN)
			break;
		if (phrase->at[i].word.capitalised)
			return i;
	}
	return -1;
}
