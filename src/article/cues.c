#include "article/cues.h"

#include "text/table.h"
#include "text/utf8.h"
#include "text/word.h"

#include <string.h>

static const char *const agencies[] = {"aap", "aa", "afp", "agence france-presse", "agencies",
	"agences", "agence", "agentur", "ansa", "ap", "apa", "associated press", "bbc", "belga",
	"bloomberg", "canadian press", "cnn", "ctk", "dpa", "dw", "efe", "europa press", "interfax",
	"itar-tass", "kna", "kyodo", "lusa", "pa", "pap", "pti", "redaction", "la redaction",
	"reuters", "ria novosti", "rt", "sda", "sid", "sipa", "spoutnik", "sputnik", "tass",
	"the associated press", "ukrinform", "unian", "upi", "xinhua", "тасс", "риа новости",
	"интерфакс", "укринформ"};

static bool is_dense(uint32_t point)
{
	return point >= 0x2E80 && point <= 0x9FFF;
}

/* Whether a word may end at this place: at a sign, a blank or the end; between two
 * ideographs anywhere. */
static bool ends_word(struct span text, size_t at)
{
	if (at >= text.len)
		return true;
	uint32_t next = utf8_next(text, &at);
	return is_dense(next) || !(utf8_is_letter(next) || utf8_is_digit(next));
}

/* Whether the row's phrase begins with the whole word. */
static bool begins_with(const struct cue_phrase *cue, struct span word)
{
	return word.len < sizeof cue->phrase && memcmp(cue->phrase, word.at, word.len) == 0 &&
	       ends_word((struct span){cue->phrase, strnlen(cue->phrase, sizeof cue->phrase)},
		       word.len);
}

const struct cue_phrase *cue_begins(struct span word)
{
	size_t i = table_place(cue_phrases, cue_phrase_count, sizeof *cue_phrases, word);

	/* Signs sort before letters: phrases that begin with the whole word come first. */
	return i < cue_phrase_count && begins_with(&cue_phrases[i], word) ? &cue_phrases[i] : NULL;
}

struct match {
	size_t end; /* 0: none */
	uint32_t opening, anywhere;
};

/* All that the phrases at this place mean, from the first that begins with the word on, and the end
 * of the longest that holds a cue. */
static struct match match_at(
	const struct cue_phrase *cue, struct span text, struct extent word, uint32_t wanted)
{
	struct match match = {0};
	struct span first = span_in(text, word), rest = span_cut(text, word.start, text.len);

	for (; cue && cue < cue_phrases + cue_phrase_count && begins_with(cue, first); cue++) {
		struct span phrase = span_of(cue->phrase);
		size_t end = word.start + phrase.len;
		if (!span_starts(rest, phrase) || !ends_word(text, end))
			continue;
		match.opening |= cue->opening;
		match.anywhere |= cue->anywhere;
		if ((cue->opening | cue->anywhere) & wanted)
			match.end = end;
	}
	return match;
}

uint32_t cues_of_word(
	const struct cue_phrase *first, struct span folded, struct extent word, bool opening)
{
	struct match match = match_at(first, folded, word, 0);

	return opening ? match.opening : match.anywhere;
}

uint32_t cues_of(struct span folded)
{
	uint32_t cues = span_find(folded, SPAN("©"), 0) < folded.len ? CUE_LEGAL : 0;
	struct words it = words_of(folded);
	struct word word;
	bool opening = true;

	while (words_next(&it, &word)) {
		struct extent at = {word.start, word.end};
		cues |= cues_of_word(cue_begins(span_in(folded, at)), folded, at, opening);
		opening = false;
	}
	return cues;
}

size_t cue_at(struct span folded, size_t start, uint32_t cues)
{
	struct words it = {folded, start};
	struct word word;

	if (!words_next(&it, &word) || word.start != start)
		return 0;
	struct extent at = {word.start, word.end};
	return match_at(cue_begins(span_in(folded, at)), folded, at, cues).end;
}

size_t cue_start(struct span folded)
{
	struct words it = words_of(folded);
	struct word word;

	return words_next(&it, &word) ? word.start : folded.len;
}

bool cue_alone(struct span folded, uint32_t cues)
{
	size_t end = cue_at(folded, cue_start(folded), cues);
	struct words it = {folded, end};
	struct word word;

	return end > 0 && !words_next(&it, &word);
}

bool cue_is_agency(struct span folded)
{
	for (size_t i = 0; i < COUNT(agencies); i++)
		if (span_is(folded, agencies[i]))
			return true;
	return false;
}
