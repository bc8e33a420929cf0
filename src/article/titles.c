#include "article/finders.h"

#include "article/name.h"
#include "text/fold.h"
#include "text/sentence.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#include <math.h>

#define REACH 40u /* lines above the text in which its title stands */
#define LEAST_WORTH 1.6f
#define STANDFIRST_REACH 3u /* lines between a title and what it could be mistaken for */
#define STANDFIRST_LESS 1.2f
#define WORDY 7 /* words, more than what announces a day has */
#define SLIGHT_WORDS 4
#define POINTED_LINES 12u /* headlines that a "Read also" may lead to */
#define TITLE_LEN 1500u   /* bytes; a longer first sentence is cut at a word */

/* Which content words the body holds, by hash. */
struct title_words {
	const struct line_table *table;
	bool *at;
	uint32_t mask;
};

static struct title_words vocabulary_of(const struct page *page)
{
	const struct line_table *table = &page->table;
	uint32_t slots = 64;

	while (slots < 1u << 22 && slots / 8 < table->key_count)
		slots *= 2;
	struct title_words words = {table, ARENA_ARRAY(page->scratch, bool, slots), slots - 1};
	for (uint32_t i = page->first_full; i < table->count; i++)
		for (uint32_t k = 0; line_is_body(page->kinds[i]) && k < table->at[i].key_count;
			k++)
			words.at[table->keys[table->at[i].first_key + k] & words.mask] = true;
	return words;
}

static float share_known(const struct title_words *words, const struct line_form *form)
{
	uint32_t known = 0;

	for (uint32_t k = 0; k < form->key_count; k++)
		known += words->at[words->table->keys[form->first_key + k] & words->mask];
	/* Few words say little even when all are known. */
	return (float)known / (float)(form->key_count > 3 ? form->key_count : 3);
}

/* "Home » Blog » The headline": the way to the page. */
static bool is_path(struct span line)
{
	static const char *const signs[] = {" » ", " > ", " › ", " / "};
	uint32_t count = 0;

	for (size_t i = 0; i < COUNT(signs); i++) {
		struct span sign = span_of(signs[i]);
		for (size_t at = 0; (at = span_find(line, sign, at)) < line.len; at += sign.len)
			count++;
	}
	return count >= 2;
}

static bool may_be_title(const struct page *page, uint32_t i)
{
	const struct line_form *form = &page->table.at[i];
	uint32_t never = TRAIT_COLON | TRAIT_NUMBER | TRAIT_ADDRESS | TRAIT_PICTURE;
	uint32_t page_words = CUE_POINTER | CUE_TAGS;

	/* "La date du procès est connue", without one. */
	if (form->words < WORDY || form->traits & TRAIT_DIGIT)
		page_words |= CUE_LABEL;

	if (page->labels[i] || is_path(line_span(&page->table, i)))
		return false;
	if (form->traits & never || form->words > 30 || form->words < 2)
		return false;
	if (form->words <= 12 && form->cues & (page_words | CUE_BY))
		return false;
	if (form->traits & TRAIT_DATED && dateline_says_only(page, i))
		return false;
	if (form->words <= 4 && name_is_person(page, line_span(&page->table, i)) &&
		!name_is_subject(page, i))
		return false;
	return !(form->traits & TRAIT_STOP) || form->words < 12;
}

/* Whether a date or a writer follows soon. */
static bool is_over_date(const struct page *page, uint32_t line)
{
	for (uint32_t i = line + 1; i <= line + 3 && i < page->table.count; i++) {
		const struct line_form *form = &page->table.at[i];
		if (form->words <= 12 &&
			(form->traits & TRAIT_DATED || form->cues & (CUE_BY | CUE_LABEL)))
			return true;
	}
	return false;
}

/* Whether it is one of the headlines under a "Read also". */
static bool is_pointed_to(const struct page *page, uint32_t line)
{
	for (uint32_t back = 1; back <= POINTED_LINES && back <= line; back++) {
		const struct line_form *form = &page->table.at[line - back];
		if (form->words <= 10 && form->cues & CUE_TERMINATOR && form->cues & CUE_POINTER)
			return true;
	}
	return false;
}

/* How far a line above the text stands out as its headline. */
static float worth(const struct page *page, const struct title_words *words, uint32_t i)
{
	const struct line_form *form = &page->table.at[i];
	float distance = (float)(page->first_full - i), sum = 0;

	sum += 2.5f * share_known(words, form);
	sum += form->words >= 5 && form->words <= 20 ? 1 : form->words < 3 ? -1.5f : 0;
	sum += 1.5f * expf(-distance / 8);
	sum += form->copies == 2 && form->words >= 4 ? .8f : 0;
	sum += i == 0 && page->first_full <= 8 ? 1 : 0;
	sum += is_over_date(page, i) ? .8f : 0;
	sum -= is_pointed_to(page, i) ? 1.5f : 0;
	sum -= form->traits & TRAIT_DIGIT && form->words < 6 ? .5f : 0;
	sum -= form->traits & TRAIT_STOP ? 3 : form->traits & TRAIT_CREDIT ? 1.5f : 0;
	sum -= form->cues & (CUE_SHARING | CUE_LEGAL) ? 1.5f : 0;
	sum -= form->traits & TRAIT_DATED && form->cues & CUE_LABEL ? 1.5f : 0;
	sum -= form->cues & CUE_DOING && form->words < 6 ? 1 : 0;
	return sum;
}

/* A line that stands out almost as much just above the best: the best is its standfirst. */
static uint32_t above_standfirst(
	const struct page *page, const struct title_words *words, uint32_t best, float most)
{
	uint32_t found = best;

	for (uint32_t i = best; i-- > 0 && best - i <= STANDFIRST_REACH;)
		if (may_be_title(page, i) && page->table.at[i].words >= 4 &&
			worth(page, words, i) > most - STANDFIRST_LESS)
			found = i;
	return found;
}

static uint32_t headline(const struct page *page)
{
	struct title_words words = vocabulary_of(page);
	uint32_t first = page->first_full, best = NO_LINE;
	float most = LEAST_WORTH;

	for (uint32_t i = first; i-- > 0 && first - i <= REACH;) {
		if (!may_be_title(page, i))
			continue;
		float value = worth(page, &words, i);
		if (value > most) {
			most = value;
			best = i;
		}
	}
	return best == NO_LINE ? best : above_standfirst(page, &words, best, most);
}

/* The line whose first sentence stands in for a title. */
static uint32_t lead_line(const struct page *page)
{
	uint32_t end = page->first_full + 1;

	for (uint32_t i = page->first_body; i < end; i++)
		if (line_is_body(page->kinds[i]) && line_is_half(&page->table.at[i]))
			return i;
	return page->first_full;
}

static size_t cut_at_word(struct span text, size_t len)
{
	while (len > 0 && (!utf8_boundary(text, len) || text.at[len] != ' '))
		len--;
	return len ? len : TITLE_LEN;
}

struct extent title_lead(struct span whole, struct extent at)
{
	struct extent sentence = {0, 0};
	struct span agency, text = span_in(whole, at);

	at.start += (uint32_t)lead_prefix(text, &agency);
	text = span_in(whole, at);
	struct sentences it = sentences_of(text);
	if (!sentences_next(&it, &sentence) || sentence.start == sentence.end)
		return at;
	if (sentence.end - sentence.start > TITLE_LEN) {
		size_t len = cut_at_word(span_in(text, sentence), TITLE_LEN);
		while (len > 1 && !utf8_boundary(text, sentence.start + len))
			len--;
		sentence.end = sentence.start + (uint32_t)len;
	}
	return (struct extent){at.start + sentence.start, at.start + sentence.end};
}

static struct extent lead_sentence(const struct page *page)
{
	uint32_t line = lead_line(page);
	struct extent at = page->table.at[line].at;

	at.start += page->heads[line];
	return title_lead(page->table.text, at);
}

static bool repeats_title(const struct page *page, uint32_t line)
{
	/* Behind a label it is no copy of the line, but stands soon after. */
	bool asked = page->labels[page->title] ? line <= page->title + REACH
					       : page->table.at[line].copies > 1;

	return asked && line != page->title &&
	       span_equal(page_folded(page, line), page_folded(page, page->title));
}

/* What stands over the title is no text, nor are the few words between it and the text, nor
 * the title once more. */
static void clear_head(struct page *page)
{
	for (uint32_t i = 0; i < page->table.count; i++)
		if (line_is_body(page->kinds[i]) && repeats_title(page, i))
			page->kinds[i] = LINE_FURNITURE;
	for (uint32_t i = 0; i < page->first_full; i++) {
		const struct line_form *form = &page->table.at[i];
		bool slight = form->words <= SLIGHT_WORDS &&
			      !(form->traits & (TRAIT_MARK | TRAIT_CREDIT | TRAIT_COLON));
		if (line_is_body(page->kinds[i]) && (i < page->title || slight))
			page->kinds[i] = LINE_FURNITURE;
	}
	page_find_edges(page);
}

/* The line that says the title, the nearest above the text; else the first; NO_LINE. */
static uint32_t line_saying(const struct page *page, struct span title)
{
	struct span wanted = fold(title, page->scratch);
	uint32_t found = NO_LINE;

	for (uint32_t i = 0; i < page->table.count; i++) {
		if (found != NO_LINE && i > page->first_full)
			break;
		if (span_equal(page_folded(page, i), wanted))
			found = i;
	}
	return found;
}

void title_stated(struct page *page, struct span title)
{
	struct article *article = page->article;

	if (title.len == 0)
		return;
	uint32_t line = line_saying(page, title);
	article->title = title;
	article->title_from = FROM_METADATA;
	if (line == NO_LINE)
		return;
	page->title = line;
	page->kinds[line] = LINE_TITLE;
	article->title_at = page->table.at[line].at;
	article->title_from = FROM_TEXT;
	page_find_edges(page);
}

void title_find(struct page *page)
{
	struct article *article = page->article;

	if (page->first_body == NO_LINE)
		return;
	if (page->title != NO_LINE) /* a head has it */
		clear_head(page);
	if (page->article->title.len)
		return;
	page->title = headline(page);
	if (page->title != NO_LINE) {
		article->title_at = page->table.at[page->title].at;
		article->title_from = FROM_TEXT;
		page->kinds[page->title] = LINE_TITLE;
		page_find_edges(page);
		clear_head(page);
	} else {
		article->title_at = lead_sentence(page);
		article->title_from = FROM_LEAD;
	}
	struct span title = span_in(page->table.text, article->title_at);
	article->title = squeezed(title, page->arena);
}
