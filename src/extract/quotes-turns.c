#include "extract/quotes-turns.h"

#include "text/utf8.h"
#include "text/word.h"

#define LABEL_BYTES 60u
#define LABEL_WORDS 5
#define WORDS_LEAST 3
#define LINES_LEAST 4u

/* A label and how its lines end. */
struct asking_label {
	uint32_t lines, questions;
};
VEC_OF(struct asking_label, asking_labels);

/* A capitalised word, and no sign but those of names. */
static bool is_label(struct span text)
{
	struct words it = words_of(text);
	struct word word;
	int count = 0;

	while (tokens_next(&it, &word)) {
		if (word.kind == WORD_SIGN || word.kind == WORD_NUMBER)
			return false;
		if (count++ == 0 && !word.capitalised)
			return false;
	}
	return count > 0 && count <= LABEL_WORDS;
}

static bool has_words(struct span text)
{
	struct words it = words_of(text);
	struct word word;
	int count = 0;

	while (count < WORDS_LEAST && tokens_next(&it, &word))
		count += word.kind != WORD_SIGN;
	return count == WORDS_LEAST;
}

static bool is_question(struct span text)
{
	return span_ends(text, SPAN("?"));
}

static bool ends_sentence(struct span text)
{
	return is_question(text) || span_ends(text, SPAN(".")) || span_ends(text, SPAN("!")) ||
	       span_ends(text, SPAN("…")) || span_ends(text, SPAN("»")) ||
	       span_ends(text, SPAN("”")) || span_ends(text, SPAN("\""));
}

/* The text without blanks at both ends, those that do not break included. */
static struct span trim(struct span text)
{
	size_t at = 0, end = text.len;

	while (at < text.len) {
		size_t next = at;
		if (!utf8_is_space(utf8_next(text, &next)))
			break;
		at = next;
	}
	while (end > at) {
		size_t previous = end;
		if (!utf8_is_space(utf8_previous(text, &previous)))
			break;
		end = previous;
	}
	return span_cut(text, at, end);
}

static bool read_turn(struct span line, struct span *label, struct span *words)
{
	size_t colon = span_find(span_cut(line, 0, LABEL_BYTES), SPAN(":"), 0);

	if (colon >= line.len || colon >= LABEL_BYTES)
		return false;
	*label = trim(span_cut(line, 0, colon));
	*words = trim(span_cut(line, colon + 1, line.len));
	return is_label(*label) && ends_sentence(*words) && has_words(*words);
}

static void count_labels(
	struct turns *turns, struct map *labels, struct asking_labels *counts, struct arena *arena)
{
	const struct article *article = turns->article;
	struct span label, words;

	for (uint32_t i = 0; i < article->line_count; i++) {
		bool made;
		if (!line_is_body(article->lines[i].kind) ||
			!read_turn(span_in(article->text, article->lines[i].at), &label, &words))
			continue;
		struct map_entry *entry = map_put(labels, label, &made);
		if (made) {
			entry->value = counts->count;
			*vec_push(arena, counts) = (struct asking_label){0};
		}
		counts->at[entry->value].lines++;
		counts->at[entry->value].questions += is_question(words);
	}
}

void turns_find(struct turns *turns, const struct article *article, struct arena *arena)
{
	struct map labels;
	struct asking_labels counts = {0};
	uint32_t lines = 0, askers = 0;

	*turns = (struct turns){.article = article};
	map_init(&turns->answers, arena);
	map_init(&labels, arena);
	count_labels(turns, &labels, &counts, arena);
	for (uint32_t i = 0; i < counts.count; i++) {
		if (counts.at[i].lines < 2)
			continue;
		lines += counts.at[i].lines;
		askers += counts.at[i].questions * 2 > counts.at[i].lines;
	}
	if (askers == 0 || lines < LINES_LEAST)
		return;
	for (uint32_t i = 0; i < labels.count; i++) {
		const struct asking_label *count = &counts.at[labels.entries[i].value];
		bool made;
		if (count->lines > 1 && count->questions * 2 <= count->lines)
			map_put(&turns->answers, labels.entries[i].key, &made);
	}
}

bool turns_answer(
	const struct turns *turns, uint32_t line, struct extent *label, struct extent *words)
{
	struct span text = turns->article->text, name, said;

	if (turns->answers.count == 0 ||
		!read_turn(span_in(text, turns->article->lines[line].at), &name, &said) ||
		!map_get(&turns->answers, name))
		return false;
	label->start = (uint32_t)(name.at - text.at);
	label->end = label->start + (uint32_t)name.len;
	words->start = (uint32_t)(said.at - text.at);
	words->end = words->start + (uint32_t)said.len;
	return true;
}
