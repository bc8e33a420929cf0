#include "store/match.h"

#include "store/bits.h"
#include "store/epoch-tokens.h"
#include "store/epoch-walk.h"
#include "store/phrase.h"
#include "store/search.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/word.h"

/* What a query word is looked up with. */
struct lookup {
	const struct epoch *epoch;
	struct stemmer *stemmer;
	struct arena *arena;
};

static void take_root(
	const struct lookup *l, enum language language, struct span word, uint64_t *forms)
{
	const struct epoch *epoch = l->epoch;
	struct span key = root_key(language, stem(l->stemmer, language, word, l->arena), l->arena);
	uint32_t root = view_find(&epoch->roots, key), count = 0;

	if (root == LEXICON_NONE)
		return;
	const uint32_t *found = postings_row(&epoch->root_forms, root, &count);
	for (uint32_t i = 0; i < count; i++)
		bits_set(forms, found[i]);
}

/* Typed without its accents a word can have another stem: both count. */
static uint64_t *forms_of_word(const struct lookup *l, struct span word, bool beginning)
{
	const struct epoch *epoch = l->epoch;
	uint64_t *forms = bits_make(epoch->forms.count, l->arena);
	struct span folded = fold(word, l->arena), lowered = lower(word, l->arena);
	uint32_t form = view_find(&epoch->forms, folded), from, to;

	if (form != LEXICON_NONE)
		bits_set(forms, form);
	for (int language = 0; language < LANGUAGE_COUNT; language++) {
		if (!(epoch->languages >> language & 1))
			continue;
		take_root(l, (enum language)language, lowered, forms);
		if (!span_equal(lowered, folded))
			take_root(l, (enum language)language, folded, forms);
	}
	if (!beginning)
		return forms;
	view_range(&epoch->forms, folded, &from, &to);
	for (uint32_t i = from; i < to; i++)
		bits_set(forms, epoch->forms.sorted[i]);
	return forms;
}

static uint64_t *form_of_word(const struct lookup *l, struct span word)
{
	uint64_t *forms = bits_make(l->epoch->forms.count, l->arena);
	uint32_t form = view_find(&l->epoch->forms, fold(word, l->arena));

	if (form != LEXICON_NONE)
		bits_set(forms, form);
	return forms;
}

uint32_t match_words(const struct epoch *epoch, const struct clause *clause, uint64_t ***words,
	struct arena *arena)
{
	struct span text = span_of(clause->text);
	struct lookup l = {epoch, stemmer_open(), arena};
	VEC(uint64_t *) sets = {0};
	struct word word;

	for (struct words it = words_of(text); words_next(&it, &word);) {
		bool beginning = clause->live && word.end == text.len;
		struct span written = span_cut(text, word.start, word.end);
		*vec_push(arena, &sets) = clause->kind == CLAUSE_EXACT
						  ? form_of_word(&l, written)
						  : forms_of_word(&l, written, beginning);
	}
	stemmer_close(l.stemmer);
	*words = sets.at;
	return sets.count;
}

/* --- any of many words ---------------------------------------------------------------------- */

/* A row with a byte for so many articles is long: the beginning of a word has thousands of short
 * rows, and a few long ones that stand in nearly every article. */
#define LONG_ROW_SHARE 32u
/* To open an article's words costs so many times what it costs to add as many bytes of rows. */
#define OPENING_COST 2u

/* Adds the long rows, or the others; how many bytes the rest has. */
static uint64_t add_rows(
	const struct epoch *epoch, const uint64_t *forms, bool is_long, uint64_t *articles)
{
	uint32_t count = epoch->forms.count;
	uint64_t rest = 0;

	for (size_t form = bits_next(forms, count, 0); form < count;
		form = bits_next(forms, count, form + 1)) {
		size_t len = shelf_at(&epoch->words, (uint32_t)form).len;
		if ((len >= epoch->count / LONG_ROW_SHARE) == is_long)
			epoch_holding(epoch, (uint32_t)form, articles);
		else
			rest += len;
	}
	return rest;
}

static bool has_any(const struct epoch *epoch, article_id id, const uint64_t *forms)
{
	struct tokens tokens = epoch_tokens(epoch, id);
	uint32_t from, to;

	for (uint32_t line = 0; line <= tokens.line_count; line++) {
		if (!tokens_of_line(&tokens, line, &from, &to))
			continue;
		for (uint32_t i = from; i < to; i++)
			if (bits_has(forms, tokens.at[i]))
				return true;
	}
	return false;
}

/* The same by asking each article that is not there yet. */
static void ask_the_others(const struct epoch *epoch, const uint64_t *forms, uint64_t *articles)
{
	struct bits_walk walk = bits_walk_of(articles, epoch->count, true);
	uint32_t id;

	while (bits_walk_next(&walk, &id))
		if (has_any(epoch, id, forms))
			bits_set(articles, id);
}

static void articles_with(const struct epoch *epoch, const uint64_t *forms, uint64_t *articles)
{
	uint64_t rest = add_rows(epoch, forms, true, articles);
	uint64_t others = epoch->count - bits_total(articles, epoch->count);
	uint64_t each = epoch->count ? epoch->tokens.len / epoch->count + 1 : 0;

	if (others * each * OPENING_COST < rest)
		ask_the_others(epoch, forms, articles);
	else
		add_rows(epoch, forms, false, articles);
}

/* Signs alone are no words: nothing is asked, and everything holds. */
static void match_all_words(const struct epoch *epoch, const struct clause *clause,
	uint64_t *articles, struct arena *arena)
{
	uint64_t **words;
	uint32_t count = match_words(epoch, clause, &words, arena);

	bits_fill(articles, epoch->count);
	for (uint32_t i = 0; i < count; i++) {
		uint64_t *holding = bits_make(epoch->count, arena);
		articles_with(epoch, words[i], holding);
		bits_and(articles, holding, epoch->count);
	}
}

static void match_person(const struct epoch *epoch, const struct clause *clause, uint64_t *articles)
{
	uint32_t actor = epoch_actor_find(epoch, span_of(clause->text)), count;

	if (actor == ACTOR_NONE)
		return;
	const uint32_t *ids = postings_row(&epoch->meant, actor, &count);
	for (uint32_t i = 0; i < count; i++)
		bits_set(articles, ids[i]);
}

/* A person's are in the index, an organisation's must be looked for. */
static void match_says(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	uint32_t actor = dictionary_get(&epoch->slugs, span_of(clause->text)), count;

	if (actor != DICTIONARY_NONE) {
		const uint32_t *ids = postings_row(&epoch->speakers, actor, &count);
		for (uint32_t i = 0; i < count; i++)
			bits_set(articles, ids[i]);
		return;
	}
	for (article_id id = 0; id < epoch->count; id++) {
		postings_row(&epoch->quoted, id, &count);
		if (count == 0)
			continue;
		struct epoch_mark mark = epoch_mark(epoch);
		const struct facts *facts = epoch_facts(epoch, id);
		bool holds = false;
		for (uint32_t i = 0; i < facts->quote_count && !holds; i++)
			holds = query_quoted(epoch, clause, &facts->quotes[i], arena);
		if (holds)
			bits_set(articles, id);
		epoch_rewind(epoch, mark);
	}
}

#define WEEK 7

static bool is_spoken(const struct clause *clause, int32_t from, int32_t to)
{
	int64_t days = (int64_t)to - from + 1;
	int64_t asked = (int64_t)clause->to - clause->from + 1;

	return from <= clause->to && to >= clause->from && days <= (asked > WEEK ? asked : WEEK);
}

bool search_spoken(const struct clause *clause, const struct day_spoken *day)
{
	return is_spoken(clause, day->from, day->to);
}

static void match_about(const struct epoch *epoch, const struct clause *clause, uint64_t *articles)
{
	uint32_t count;

	for (article_id id = 0; id < epoch->count; id++) {
		const struct spoken_span *days = epoch_spoken(epoch, id, &count);
		bool holds = false;
		for (uint32_t i = 0; i < count && !holds; i++)
			holds = is_spoken(clause, days[i].from, days[i].to);
		if (holds)
			bits_set(articles, id);
	}
}

/* The days an article may be of; false when nothing is known. */
static bool days_of(const struct epoch *epoch, article_id id, int32_t *from, int32_t *to)
{
	enum day_precision precision = (enum day_precision)epoch->precisions[id];
	int32_t day = epoch->days[id];
	struct civil civil;

	if (day == DAY_NONE || precision == PRECISION_NONE)
		return false;
	*from = *to = day;
	if (precision == PRECISION_DAY)
		return true;
	civil = civil_of(day);
	bool whole_year = precision == PRECISION_YEAR;
	*from = day_of(civil.year, whole_year ? 1 : civil.month, 1);
	*to = whole_year ? day_of(civil.year, 12, 31)
			 : *from + days_in_month(civil.year, civil.month) - 1;
	return true;
}

/* The place in the order by date of the first article of the day or an earlier one. */
static uint32_t place_of_day(const struct epoch *epoch, int64_t day)
{
	uint32_t low = 0, high = epoch_here(epoch);

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (epoch->days[epoch->by_date[middle]] > day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* An article of which only the month is known is in January, but on none of its days. */
static void match_dates(const struct epoch *epoch, const struct clause *clause, uint64_t *articles)
{
	bool undated = clause->from == DAY_NONE && clause->to == DAY_NONE;
	uint32_t place = place_of_day(epoch, clause->to);
	uint32_t end = undated ? epoch_here(epoch) : place_of_day(epoch, (int64_t)clause->from - 1);
	int32_t from, to;

	for (; place < end; place++) {
		article_id id = epoch->by_date[place];
		bool known = days_of(epoch, id, &from, &to);
		bool holds = known ? from >= clause->from && to <= clause->to && !undated : undated;
		if (holds)
			bits_set(articles, id);
	}
}

static void match_source(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	struct span folded = fold(span_of(clause->text), arena);

	for (uint32_t source = 0; source < epoch->source_count; source++) {
		if (!span_equal(shelf_at(&epoch->source_keys, source), folded))
			continue;
		for (article_id id = 0; id < epoch->count; id++)
			if (epoch->source_of[id] == source)
				bits_set(articles, id);
	}
}

static void match_language(
	const struct epoch *epoch, const struct clause *clause, uint64_t *articles)
{
	struct span code = span_of(clause->text);
	enum language language = language_named(code);

	if (language == LANGUAGE_NONE && code.len > 0)
		return;
	for (article_id id = 0; id < epoch->count; id++)
		if (epoch->languages_of[id] == (uint8_t)language)
			bits_set(articles, id);
}

static void match_phrase(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	struct phrase phrase = phrase_of(epoch, span_of(clause->text), arena);

	if (phrase.count)
		phrase_match(epoch, &phrase, articles, arena);
	else
		bits_fill(articles, epoch->count);
}

static void match_any(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	for (uint32_t i = 0; i < clause->any_count; i++)
		bits_or(articles, match_query(epoch, clause->any[i], LEAVE_OUT_NONE, arena),
			epoch->count);
}

void match_clause(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	switch (clause->kind) {
	case CLAUSE_WORDS:
	case CLAUSE_EXACT:
		match_all_words(epoch, clause, articles, arena);
		break;
	case CLAUSE_PERSON:
		match_person(epoch, clause, articles);
		break;
	case CLAUSE_SAYS:
		match_says(epoch, clause, articles, arena);
		break;
	case CLAUSE_ROLE:
		match_role(epoch, span_of(clause->text), articles);
		break;
	case CLAUSE_DATE:
		match_dates(epoch, clause, articles);
		break;
	case CLAUSE_ABOUT:
		match_about(epoch, clause, articles);
		break;
	case CLAUSE_SOURCE:
		match_source(epoch, clause, articles, arena);
		break;
	case CLAUSE_LANGUAGE:
		match_language(epoch, clause, articles);
		break;
	case CLAUSE_STORY:
		match_story(epoch, span_of(clause->text), articles);
		break;
	case CLAUSE_PHRASE:
		match_phrase(epoch, clause, articles, arena);
		break;
	case CLAUSE_WITH:
		match_with(epoch, clause, articles);
		break;
	case CLAUSE_ORGANISATION:
	case CLAUSE_PLACE:
		match_entity(epoch, span_of(clause->text), articles);
		break;
	case CLAUSE_TITLE:
		match_all_words(epoch, clause, articles, arena);
		match_title(epoch, clause, articles, arena);
		break;
	case CLAUSE_FILE:
		match_file(epoch, span_of(clause->text), articles);
		break;
	case CLAUSE_IS:
	case CLAUSE_HAS:
	case CLAUSE_TAG:
		match_own(epoch, clause, articles, arena);
		break;
	case CLAUSE_GROUP:
		match_any(epoch, clause, articles, arena);
		break;
	case CLAUSE_KIND_COUNT:
		break;
	}
}

/* The places by date of the articles, a bit each. */
static uint64_t *places_of(const struct epoch *epoch, const uint64_t *bits, struct arena *arena)
{
	uint64_t *places = bits_make(epoch->count, arena);
	struct bits_walk walk = bits_walk_of(bits, epoch->count, false);
	uint32_t id;

	while (bits_walk_next(&walk, &id))
		bits_set(places, epoch->places[id]);
	return places;
}

struct result match_result(const struct epoch *epoch, const uint64_t *bits, struct arena *arena)
{
	uint32_t total = bits_total(bits, epoch->count), count = 0, place;

	if (total == epoch_here(epoch))
		return (struct result){epoch->by_date, total, bits};
	article_id *ids = ARENA_ARRAY(arena, article_id, (size_t)total + 1);
	struct bits_walk walk = bits_walk_of(places_of(epoch, bits, arena), epoch->count, false);
	while (bits_walk_next(&walk, &place))
		ids[count++] = epoch->by_date[place];
	return (struct result){ids, count, bits};
}
