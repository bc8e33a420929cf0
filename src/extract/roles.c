#include "extract/roles.h"

#include "extract/roles-beside.h"
#include "text/fold.h"

#include <stdlib.h>

#define SLAVIC_TOKENS 7

/* Roles being found in one stretch. */
struct finding {
	struct role_scan scan;
	struct role_marks *marks;
	struct arena *arena;
};

static bool is_slavic(enum language language)
{
	return language == LANGUAGE_RU || language == LANGUAGE_UK || language == LANGUAGE_PL ||
	       language == LANGUAGE_CS;
}

/* --- what the function is ------------------------------------------------------------- */

static void put_word(struct role_mark *mark, uint32_t key)
{
	int at = 0;

	while (at < ROLE_MARK_WORDS && mark->words[at] && mark->words[at] < key)
		at++;
	if (at == ROLE_MARK_WORDS || mark->words[at] == key)
		return;
	for (int i = ROLE_MARK_WORDS - 1; i > at; i--)
		mark->words[i] = mark->words[i - 1];
	mark->words[at] = key;
}

/* Words that stand for every country alike, once the country is told too. */
static bool is_of_states(struct span folded)
{
	return span_is(folded, "republique") || span_is(folded, "federation") ||
	       span_is(folded, "royaume");
}

static bool is_anchor(const struct role_scan *scan, int64_t place, bool nation)
{
	unsigned lists = stretch_lists(scan->stretch, place);

	if (nation || lists & LIST_PEOPLES)
		return true;
	if (role_bits(scan, place) & ROLE_COMMON || !stretch_capital(scan->stretch, place))
		return false;
	return !(lists & (LIST_ROLE | LIST_TITLE | LIST_COMMON));
}

static bool has_nation(const struct role_scan *scan, const struct role_phrase *phrase)
{
	bool nation = false;

	for (int64_t i = phrase->first; i < phrase->end && !nation; i++)
		role_key(stretch_folded(scan->stretch, i), scan->stretch->arena, &nation);
	return nation;
}

#define ROLE_SILENT \
	(ROLE_ARTICLE | ROLE_OF | ROLE_TO | ROLE_AND | ROLE_EPITHET | ROLE_PLURAL | ROLE_OWNER)

static void take_key(
	const struct role_scan *scan, const struct role_phrase *phrase, struct role_mark *mark)
{
	struct arena *arena = scan->stretch->arena;
	bool states = has_nation(scan, phrase), nation;

	for (int64_t i = phrase->first; i < phrase->end; i++) {
		struct span folded = stretch_folded(scan->stretch, i);
		bool ex = span_starts(folded, SPAN("ex-"));
		unsigned bits = role_bits(scan, i);
		if (ex)
			folded = span_cut(folded, 3, folded.len);
		uint32_t key = role_key(folded, arena, &nation);
		if (i == phrase->head)
			mark->head = key;
		else if (folded.len > 0 && !(bits & ROLE_SILENT) && (ex || !(bits & ROLE_FORMER)) &&
			 !(states && is_of_states(folded)))
			put_word(mark, key);
		mark->anchored |= i != phrase->head && is_anchor(scan, i, nation);
	}
}

/* "chef de l'État", "chef du gouvernement": other names of other functions. */
static void take_synonym(
	const struct role_scan *scan, const struct role_phrase *phrase, struct role_mark *mark)
{
	static const struct {
		const char *word, *head, *part;
	} chiefs[] = {{"etat", "president", NULL}, {"gouvernement", "ministre", "premier"}};
	struct arena *arena = scan->stretch->arena;
	bool nation;

	if (!span_starts(stretch_folded(scan->stretch, phrase->head), SPAN("chef")))
		return;
	for (size_t i = 0; i < COUNT(chiefs); i++) {
		uint32_t key = role_key(span_of(chiefs[i].word), arena, &nation);
		for (int w = 0; w < ROLE_MARK_WORDS && mark->words[w]; w++) {
			if (mark->words[w] != key)
				continue;
			mark->head = role_key(span_of(chiefs[i].head), arena, &nation);
			for (int j = w; j + 1 < ROLE_MARK_WORDS; j++)
				mark->words[j] = mark->words[j + 1];
			mark->words[ROLE_MARK_WORDS - 1] = 0;
			if (chiefs[i].part)
				put_word(mark, role_key(span_of(chiefs[i].part), arena, &nation));
			return;
		}
	}
}

static struct extent tokens_extent(const struct role_scan *scan, int64_t first, int64_t end)
{
	const struct token *tokens = scan->stretch->tokens.at;

	return (struct extent){tokens[first].word.start, tokens[end - 1].word.end};
}

static struct role_mark mark_of(const struct role_scan *scan, const struct role_phrase *phrase)
{
	unsigned head = role_bits(scan, phrase->head);
	struct role_mark mark = {.at = tokens_extent(scan, phrase->first, phrase->end),
		.phrase = tokens_extent(scan, phrase->whole, phrase->end),
		.gender = phrase->gender,
		.definite = phrase->definite,
		.former = phrase->former};

	take_key(scan, phrase, &mark);
	take_synonym(scan, phrase, &mark);
	/* Of those who work for somebody there are many, but for who speaks for him. */
	bool speaks = span_is(stretch_folded(scan->stretch, phrase->head), "porte-parole");
	mark.sole = head & ROLE_SOLE && (!phrase->nested || speaks) && !phrase->fresh;
	return mark;
}

/* --- finding -------------------------------------------------------------------------- */

static void add(struct finding *finding, const struct role_phrase *phrase)
{
	struct role_beside beside = role_beside(&finding->scan, phrase);
	struct role_mark mark = mark_of(&finding->scan, phrase);

	if (beside.holder && !phrase->vague)
		mark.holder = beside.holder->at;
	mark.free = !beside.named && !beside.predicate && !phrase->vague && mark.definite;
	*vec_push(finding->arena, finding->marks) = mark;
}

/* A name that is no body's or country's. */
static bool is_person(const struct role_scan *scan, int64_t place)
{
	return role_name_from(scan, place) &&
	       !(stretch_lists(scan->stretch, place) & (LIST_ORGANISATION | LIST_PLACE));
}

/* "пресс-секретарь Кремля X": the words up to the name. */
static bool reach_slavic(const struct role_scan *scan, struct role_phrase *phrase)
{
	int64_t place = phrase->head + 1;

	for (; place < phrase->head + SLAVIC_TOKENS; place++) {
		const struct token_list *tokens = &scan->stretch->tokens;
		if (place >= (int64_t)tokens->count || is_person(scan, place))
			break;
		if (tokens->at[place].word.kind == WORD_SIGN ||
			stretch_lists(scan->stretch, place) & (LIST_SAYING | LIST_PARTICLE) ||
			language_is_stop_word(
				scan->stretch->language, stretch_folded(scan->stretch, place)))
			break;
	}
	phrase->first = phrase->whole = phrase->head;
	if (stretch_lists(scan->stretch, phrase->head - 1) & LIST_PEOPLES)
		phrase->first = phrase->whole = phrase->head - 1;
	phrase->end = place;
	return is_person(scan, place) || stretch_sign(scan->stretch, place, ',');
}

static void find(struct finding *finding)
{
	const struct role_scan *scan = &finding->scan;
	int64_t count = (int64_t)scan->stretch->tokens.count, end = 0;
	bool slavic = is_slavic(scan->stretch->language);

	for (int64_t place = 0; place < count; place++) {
		struct role_phrase phrase = {.head = place};
		if (!role_head(scan, place))
			continue;
		/* "secrétaire général": an adjective, though it could be a function too. */
		if (place < end && role_bits(scan, place) & ROLE_QUALITY)
			continue;
		if (slavic) {
			if (!reach_slavic(scan, &phrase))
				continue;
		} else {
			role_reach_left(scan, &phrase);
			role_reach_right(scan, &phrase);
		}
		end = phrase.end > end ? phrase.end : end;
		if (!phrase.plural)
			add(finding, &phrase);
	}
}

static int by_start(const void *a, const void *b)
{
	const struct role_mark *x = a, *y = b;

	if (x->at.start != y->at.start)
		return x->at.start < y->at.start ? -1 : 1;
	return x->at.end != y->at.end ? (x->at.end > y->at.end ? -1 : 1) : 0;
}

void roles_extract(const struct article *article, struct article_tokens *kept,
	const struct name_marks *names, struct role_marks *marks, struct arena *arena)
{
	struct arena scratch, list;
	struct stretch stretch = {.text = article->text,
		.language = article->language,
		.kept = kept,
		.arena = &scratch,
		.list = &list};
	enum language language = article->language;
	struct finding finding = {.scan = {&stretch, names,
					  language != LANGUAGE_EN && language != LANGUAGE_DE &&
						  language != LANGUAGE_NL},
		.marks = marks,
		.arena = arena};

	arena_init(&scratch);
	arena_init(&list);
	arena_alloc(&scratch, 1); /* a first block, so that a rewind keeps it */
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (!line_is_body(line->kind) && line->kind != LINE_TITLE)
			continue;
		for (size_t at = line->at.start;;) {
			struct arena_mark empty = arena_mark(&scratch);
			if (!stretch_next(&stretch, line->at, &at))
				break;
			find(&finding);
			arena_rewind(&scratch, empty);
		}
	}
	if (marks->count)
		qsort(marks->at, marks->count, sizeof *marks->at, by_start);
	arena_clear(&list);
	arena_clear(&scratch);
}

static bool says_key(const struct role_mark *mark, uint32_t key)
{
	bool says = mark->head == key;

	for (int i = 0; i < ROLE_MARK_WORDS && mark->words[i]; i++)
		says |= mark->words[i] == key;
	return says;
}

uint32_t role_keys(struct span words, uint32_t keys[ROLE_MARK_WORDS])
{
	struct arena scratch;
	struct word word;
	uint32_t count = 0;
	bool nation;

	arena_init(&scratch);
	for (struct words it = words_of(words);
		count < ROLE_MARK_WORDS && tokens_next(&it, &word);) {
		struct span folded = fold(span_cut(words, word.start, word.end), &scratch);
		if (word.kind != WORD_SIGN && !(role_word_bits(folded) & ROLE_SILENT))
			keys[count++] = role_key(folded, &scratch, &nation);
	}
	arena_clear(&scratch);
	return count;
}

bool role_has(const struct role_mark *mark, const uint32_t *keys, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!says_key(mark, keys[i]))
			return false;
	return true;
}
