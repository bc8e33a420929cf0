#include "article/finders.h"
#include "article/stamps.h"

#include "text/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#include <stdlib.h>

#define HEAD_REACH 40u /* lines before the text in which its date line stands */
#define TAIL_REACH 8u
#define LATE_REACH 8u /* lines into the text in which a standfirst may have pushed it */
#define LINE_WORDS 40 /* no date line has more */
#define STAMPS_ROOM 32u
#define LABELLED_WORTH 40 /* more than any line without a label is worth */
#define SPLIT_LEN 160u    /* bytes of a date glued to a text, with its label */

/* Words of a date line that are neither date nor label: how many. */
static uint32_t other_words(const struct pieces *pieces, uint32_t start, uint32_t end)
{
	uint32_t words = 0;

	for (uint32_t i = start; i < end; i++)
		words += pieces->at[i].kind == PIECE_WORD && !pieces->at[i].joint;
	return words;
}

/* Whether a sentence of its own begins here. */
static bool opens_sentence(struct span rest)
{
	size_t at = 0;
	uint32_t point = rest.len ? utf8_next(rest, &at) : 0;

	while (at < rest.len &&
		(point == '"' || point == 0xAB || point == 0x201C || point == 0x201E ||
			point == 0xA0 || point == '(' || utf8_is_space(point)))
		point = utf8_next(rest, &at);
	return utf8_is_upper(point) || point == 0xAB;
}

/* Words before a day that is not that of print: "Founded February 28, 1998". */
static bool is_of_other(struct span before, struct arena *scratch)
{
	static const char *const others[] = {"founded", "since", "established", "est", "born",
		"died", "joined", "until", "expires", "valid", "copyright", "fonde", "fondee",
		"depuis", "cree", "creee", "ne", "nee", "jusqu'au", "gegrundet", "seit", "geboren",
		"gestorben", "bis", "fundado", "fundada", "desde", "nacido", "hasta", "fondato",
		"fondata", "dal", "nato", "opgericht", "sinds", "zalozeno", "zalozona", "od",
		"основан", "основана", "с", "родился", "умер"};
	struct words it = words_of(before);
	struct word word, last = {.end = 0};

	while (words_next(&it, &word))
		last = word;
	struct span folded = fold(span_cut(before, last.start, last.end), scratch);
	for (size_t i = 0; folded.len && i < COUNT(others); i++)
		if (span_is(folded, others[i]))
			return true;
	return false;
}

/* How much of the line is a date that was glued to its text; 0 when none is. */
static uint32_t glued(const struct page *page, struct span line)
{
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0, k;

	if (!stamp_possible(span_cut(line, 0, SPLIT_LEN)))
		return 0;
	pieces_read(&pieces, span_cut(line, 0, SPLIT_LEN), page->article->language,
		page->table.vocabulary, page->scratch);
	if (!stamp_next(&pieces, &from, &hit) || hit.stamp.month == 0)
		return 0;
	struct span label = fold(span_cut(line, 0, hit.stamp.at.start), page->scratch);
	bool labelled = cues_of(label) & CUE_LABEL;
	if (!labelled && other_words(&pieces, 0, hit.first) > 0)
		return 0;
	if (labelled && other_words(&pieces, 0, hit.first) > 4)
		return 0;
	for (k = hit.last; k < pieces.count && pieces.at[k].kind == PIECE_SIGN && k < hit.last + 2;)
		k++;
	bool parted = k > hit.last && pieces.at[k - 1].value != ',';
	bool certain = labelled || parted || hit.stamp.minute >= 0 ||
		       (hit.numeric && hit.stamp.year && hit.first == 0);
	if (!certain || k >= pieces.count || (k > hit.last && !parted) || !pieces.at[k].after_blank)
		return 0;
	uint32_t end = pieces.at[k].start;
	/* A quotation mark belongs to the sentence. */
	while (k > hit.last && (pieces.at[k - 1].value == '"' || pieces.at[k - 1].value == 0xAB))
		end = pieces.at[--k].start;
	return opens_sentence(span_cut(line, end, line.len)) ? end : 0;
}

void datelines_split(struct page *page)
{
	if (page->first_body == NO_LINE)
		return;
	uint32_t end = page->first_body + 3;

	for (uint32_t i = page->first_body; i < end && i < page->table.count; i++) {
		if (page->labels[i] || !line_is_body(page->kinds[i]) ||
			!line_is_full(&page->table.at[i]))
			continue;
		page->heads[i] = glued(page, line_span(&page->table, i));
	}
}

struct found {
	struct stamp stamp;
	int worth;
	uint32_t order;
};

struct finder {
	struct page *page;
	struct found found[STAMPS_ROOM];
	uint32_t count;
};

static void add(struct finder *finder, struct stamp stamp, int worth)
{
	if (finder->count == STAMPS_ROOM)
		return;
	finder->found[finder->count] = (struct found){stamp, worth, finder->count};
	finder->count++;
}

/* The stamp's own label is the last one before it. */
static bool is_updated(const struct page *page, struct span line, uint32_t start, bool *labelled)
{
	struct span before = fold(span_cut(line, 0, start), page->scratch);
	struct words it = words_of(before);
	struct word word;
	bool updated = false;

	*labelled = false;
	while (words_next(&it, &word)) {
		if (cue_at(before, word.start, CUE_UPDATED)) {
			updated = *labelled = true;
		} else if (cue_at(before, word.start, CUE_LABEL)) {
			/* "updated on" holds "on", "mise à jour le" no label of its own. */
			updated = false;
			*labelled = true;
		}
	}
	return updated;
}

/* Reads the line's stamps; how many of its words belong to none of them, and no label. */
static uint32_t read_line(struct finder *finder, uint32_t index, int worth)
{
	struct page *page = finder->page;
	struct extent at = page->table.at[index].at;
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0, last = 0, others = 0;

	if (page->labels[index])
		at.start += page->heads[index];
	else if (page->heads[index])
		at.end = at.start + page->heads[index];
	struct span line = span_in(page->table.text, at);
	pieces_read(&pieces, line, page->article->language, page->table.vocabulary, page->scratch);
	while (stamp_next(&pieces, &from, &hit)) {
		bool labelled;
		struct stamp stamp = hit.stamp;
		others += other_words(&pieces, last, hit.first);
		last = hit.last;
		stamp.updated = is_updated(page, line, stamp.at.start, &labelled);
		int more = (stamp.updated     ? -2
				   : labelled ? 4
					      : 0) +
			   (stamp.minute >= 0) + (stamp.day ? 2 : 0) + (stamp.year ? 1 : 0);
		if (stamp.month == 0 ||
			is_of_other(span_cut(line, 0, stamp.at.start), page->scratch))
			continue;
		stamp.at.start += at.start;
		stamp.at.end += at.start;
		add(finder, stamp, worth + more);
	}
	return others + other_words(&pieces, last, pieces.count);
}

bool dateline_says_only(const struct page *page, uint32_t line)
{
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0, last = 0, others = 0;

	pieces_read(&pieces, span_cut(line_span(&page->table, line), 0, 300),
		page->article->language, page->table.vocabulary, page->scratch);
	while (stamp_next(&pieces, &from, &hit)) {
		others += other_words(&pieces, last, hit.first);
		last = hit.last;
	}
	return others + other_words(&pieces, last, pieces.count) <= 3;
}

/* Whether the line begins with its label: "Published on 3 June 2018." */
static bool is_labelled_first(const struct page *page, uint32_t i)
{
	struct span folded = page_folded(page, i);

	return cue_at(folded, cue_start(folded), CUE_LABEL) > 0;
}

static bool may_be_dateline(const struct page *page, uint32_t i)
{
	const struct line_form *form = &page->table.at[i];
	bool labelled = form->cues & CUE_LABEL;

	if (page->heads[i])
		return true;
	if (!(form->traits & TRAIT_DATED) || form->words > LINE_WORDS || i == page->title)
		return false;
	/* The numbers of an address are read as such. */
	struct span line = line_span(&page->table, i);
	if (form->traits & TRAIT_ADDRESS && span_find(line, SPAN("://"), 0) < line.len)
		return false;
	if (form->cues & CUE_LEGAL && !labelled)
		return false;
	return form->words <= 12
		       ? !(form->traits & TRAIT_STOP) || (labelled && is_labelled_first(page, i))
		       : labelled && !line_is_half(form);
}

/* Marks the line and adds its stamps, when it says little else. */
static void take(struct finder *finder, uint32_t i, int worth)
{
	struct page *page = finder->page;
	const struct line_form *form = &page->table.at[i];
	uint32_t count = finder->count;

	if (page->labels[i] || !may_be_dateline(page, i))
		return;
	uint32_t others = read_line(finder, i, worth);
	bool labelled = form->cues & CUE_LABEL;
	if (!page->heads[i] && (finder->count == count || others > (labelled ? 16 : 8))) {
		finder->count = count;
		return;
	}
	if (!page->heads[i])
		page->kinds[i] = LINE_DATELINE;
}

/* The days that a head states, over all others. */
static void find_labelled(struct finder *finder)
{
	struct page *page = finder->page;

	for (uint32_t i = 0; i < page->head_end; i++) {
		bool updated = page->labels[i] == LABEL_UPDATED;
		uint32_t count = finder->count;
		if (!updated && page->labels[i] != LABEL_DATE)
			continue;
		read_line(finder, i, updated ? LABELLED_WORTH / 2 : LABELLED_WORTH);
		for (uint32_t k = count; k < finder->count; k++) {
			finder->found[k].stamp.from = FROM_METADATA;
			finder->found[k].stamp.updated |= updated;
		}
		if (finder->count > count)
			page->kinds[i] = LINE_DATELINE;
	}
}

static int by_worth(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth > y->worth ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* Whether a whole date stands at the line's very start. */
static bool is_dated_first(const struct page *page, uint32_t i)
{
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;

	pieces_read(&pieces, span_cut(line_span(&page->table, i), 0, SPLIT_LEN),
		page->article->language, page->table.vocabulary, page->scratch);
	return stamp_next(&pieces, &from, &hit) && hit.first == 0 && hit.stamp.day &&
	       hit.stamp.year;
}

/* Under a standfirst the byline and the day still follow: a short line that is about its
 * date and nothing else, though it lies in the text. */
static bool is_late_head(const struct page *page, uint32_t i)
{
	const struct line_form *form = &page->table.at[i];

	return form->words <= 12 && !(form->traits & TRAIT_STOP) &&
	       (form->cues & (CUE_LABEL | CUE_BY) || dateline_says_only(page, i) ||
		       (!(form->traits & TRAIT_MARK) && is_dated_first(page, i)));
}

static void find_around(struct finder *finder)
{
	struct page *page = finder->page;
	uint32_t first = page->first_full, title = page->title;

	for (uint32_t i = first + 1; i-- > 0 && first - i <= HEAD_REACH;) {
		int near = first - i < 8 ? 3 : first - i < 16 ? 2 : 0;
		bool under = title != NO_LINE && i > title;
		if (i != first || page->heads[i])
			take(finder, i, near + (under ? 4 : 0));
	}
	for (uint32_t i = first + 1; i < page->last_body && i <= first + LATE_REACH; i++)
		if (is_late_head(page, i))
			take(finder, i, 5);
	for (uint32_t i = page->last_body + 1;
		i < page->table.count && i <= page->last_body + TAIL_REACH; i++)
		if (page->table.at[i].cues & CUE_LABEL)
			take(finder, i, 0);
}

/* "PARIS, 26 janv. (AFP) - ": the day of the wire. */
static void find_in_lead(struct finder *finder)
{
	struct page *page = finder->page;
	struct extent at = page->table.at[page->first_full].at;
	struct span agency;
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;

	at.start += page->heads[page->first_full];
	struct span line = span_in(page->table.text, at);
	size_t len = lead_prefix(line, &agency);
	if (len == 0)
		return;
	pieces_read(&pieces, span_cut(line, 0, len), page->article->language,
		page->table.vocabulary, page->scratch);
	if (!stamp_next(&pieces, &from, &hit) || hit.stamp.month == 0)
		return;
	hit.stamp.at.start += at.start;
	hit.stamp.at.end += at.start;
	add(finder, hit.stamp, 2);
}

void datelines_find(struct page *page)
{
	struct finder finder = {.page = page};
	struct article *article = page->article;
	struct stamp of_name[4], of_url[4];

	find_labelled(&finder);
	if (page->first_body != NO_LINE) {
		find_around(&finder);
		find_in_lead(&finder);
	}
	qsort(finder.found, finder.count, sizeof *finder.found, by_worth);
	uint32_t urls = stamps_of_path(article->url, of_url, COUNT(of_url));
	uint32_t names = stamps_of_path(span_of(article->path), of_name, COUNT(of_name));
	article->stamps = ARENA_ARRAY(page->arena, struct stamp, finder.count + urls + names);
	for (uint32_t i = 0; i < finder.count; i++)
		article->stamps[article->stamp_count++] = finder.found[i].stamp;
	for (uint32_t i = 0; i < urls; i++) {
		of_url[i].from = FROM_URL;
		article->stamps[article->stamp_count++] = of_url[i];
	}
	for (uint32_t i = 0; i < names; i++)
		article->stamps[article->stamp_count++] = of_name[i];
	page_find_edges(page);
}
