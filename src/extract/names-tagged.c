#include "extract/names-tagged.h"

#include "extract/entities.h"
#include "extract/names-reach.h"
#include "extract/names-run.h"
#include "text/utf8.h"

/* A word that stands alone is judged with half of what its other occurrences in the passage get,
 * and makes a person of its own when that much speaks for it. */
#define VOTE_PERCENT 50
#define VOTE_MOST (3 * TAGGER_UNIT)
#define ALONE_LEAST (TAGGER_UNIT / 2)
#define NEAR_THING TAGGER_UNIT
#define NAME_TOKENS 40 /* longer ones are no names */

/* What a word gets where it is a run by itself. */
struct vote {
	int sum;
	int count;
};

struct tagging {
	struct passage passage;
	struct tag **tags;  /* of every stretch's tokens */
	struct vote *votes; /* of every word */
	struct tagger tagger;
	struct arena *arena;   /* the passage's: its stretches keep there what they are asked */
	struct arena *scratch; /* of a run */
};

static int within(int margin)
{
	return margin > VOTE_MOST ? VOTE_MOST : margin < -VOTE_MOST ? -VOTE_MOST : margin;
}

static struct vote *vote_of(struct tagging *tagging, const struct passage_token *token)
{
	return &tagging->votes[token->word - 1];
}

static void tag_stretch(struct tagging *tagging, uint32_t k)
{
	struct passage_stretch *at = &tagging->passage.stretches.at[k];
	int64_t count = (int64_t)at->stretch.tokens.count;
	struct tag *tags = ARENA_ARRAY(tagging->arena, struct tag, at->stretch.tokens.count);

	tagging->tags[k] = tags;
	for (int64_t place = 0, end; place < count; place = end) {
		end = place + 1;
		if (!stretch_capital(&at->stretch, place))
			continue;
		end = reach_run(&at->stretch, place);
		struct arena_mark empty = arena_mark(tagging->scratch);
		const struct features *features =
			features_of(&tagging->passage, at, place, end, tagging->scratch);
		tagger_label(&tagging->tagger, features, (uint32_t)(end - place), tags + place,
			tagging->scratch);
		arena_rewind(tagging->scratch, empty);
		if (end > place + 1)
			continue;
		struct vote *vote = vote_of(tagging, &at->tokens[place]);
		tags[place].alone = true;
		vote->sum += within(tags[place].margin);
		vote->count++;
	}
}

/* The label of a word that stands alone, after its other occurrences were heard. */
static void hear_others(struct tagging *tagging, const struct passage_token *token, struct tag *tag)
{
	const struct vote *vote = vote_of(tagging, token);
	int own = within(tag->margin);

	if (vote->count < 2)
		return;
	tag->margin = own + (vote->sum - own) / (vote->count - 1) * VOTE_PERCENT / 100;
	tag->label = tag->margin > 0 ? LABEL_BEGIN : tag->other;
}

/* A lone initial before a name that the tagger left out: "A. Coulibaly". */
static bool takes_initial(struct passage_stretch *at, const struct tag *tags, uint32_t start)
{
	return start > 0 && at->stretch.tokens.at[start - 1].word.kind == WORD_INITIAL &&
	       tags[start - 1].label == LABEL_OUT &&
	       !(stretch_lists(&at->stretch, start - 1) & LIST_TITLE);
}

/* "l'ancien ministre de François Hollande Manuel Valls" is about two: a given name and another
 * word, twice, with different given names. */
static bool is_two(struct stretch *stretch, uint32_t start, uint32_t end)
{
	const struct word *words[4];

	for (uint32_t i = 0; i < 4 && end - start == 4; i++) {
		bool given = stretch_lists(stretch, start + i) & LIST_GIVEN;
		if (!stretch_capital(stretch, start + i) || given != (i % 2 == 0))
			return false;
		words[i] = &stretch->tokens.at[start + i].word;
	}
	return end - start == 4 &&
	       !span_equal(span_cut(stretch->text, words[0]->start, words[0]->end),
		       span_cut(stretch->text, words[2]->start, words[2]->end));
}

/* A title is no part of a name, whatever the tagger learnt from articles that have few, nor is a
 * small word that has its capital from the sentence that it opens ("Puis Peskov"). */
static uint32_t past_titles(struct stretch *stretch, uint32_t start, uint32_t end)
{
	for (; end - start > 1; start++) {
		const struct token *token = &stretch->tokens.at[start];
		unsigned lists = stretch_lists(stretch, start);
		bool opens = token->first && lists & LIST_COMMON && !(lists & LIST_PARTICLE);
		bool sign = token->word.kind == WORD_SIGN;
		if (!sign && (!(lists & LIST_TITLE || opens) || lists & LIST_GIVEN))
			break;
	}
	return start;
}

static void add_name(struct passage_stretch *at, uint32_t start, uint32_t end, enum name_clue clue,
	struct name_marks *found, struct arena *arena)
{
	if (end - start > NAME_TOKENS)
		return;
	if (is_two(&at->stretch, start, end)) {
		*vec_push(arena, found) = run_mark(&at->stretch, start, start + 2, clue);
		start += 2;
	}
	*vec_push(arena, found) = run_mark(&at->stretch, start, end, clue);
}

/* A country or a body of several words is known for what it is, and no person, whatever the
 * tagger makes of a name that it has not met: labels the tokens, if they are one. */
static bool is_listed(struct stretch *stretch, struct tag *tags, uint32_t start, uint32_t end)
{
	unsigned lists, label = LABEL_OUT;

	if (end - start < 2 || stretch_phrase(stretch, start, &lists) < (int64_t)(end - start) ||
		lists & (LIST_GIVEN | LIST_ROLE))
		return false;
	if (lists & (LIST_PLACE | LIST_ORGANISATION))
		label = lists & LIST_PLACE ? LABEL_PLACE : LABEL_BODY;
	for (uint32_t i = start; i < end; i++)
		tags[i].label = (uint8_t)(label == LABEL_OUT || i == start ? label : label + 1);
	return true;
}

/* A word alone of which little speaks for a person, the less behind "loi" or "prix": of whom these
 * are, if of anybody, others say. */
static bool is_doubtful(struct stretch *stretch, const struct tag *tags, uint32_t start)
{
	bool affair = stretch_lists(stretch, (int64_t)start - 1) & LIST_AFFAIR;

	return tags[start].margin < (affair ? NEAR_THING : ALONE_LEAST);
}

/* The tagger's names in a stretch. */
static void find(struct tagging *tagging, uint32_t k, struct name_marks *found)
{
	struct passage_stretch *at = &tagging->passage.stretches.at[k];
	struct tag *tags = tagging->tags[k];
	uint32_t count = at->stretch.tokens.count;

	for (uint32_t i = 0; i < count;) {
		uint32_t start = i++;
		if (tags[start].alone)
			hear_others(tagging, &at->tokens[start], &tags[start]);
		if (tags[start].label != LABEL_BEGIN)
			continue;
		while (i < count && tags[i].label == LABEL_IN)
			i++;
		if (is_listed(&at->stretch, tags, start, i))
			continue;
		bool doubtful = i - start == 1 && is_doubtful(&at->stretch, tags, start);
		start -= takes_initial(at, tags, start);
		start = past_titles(&at->stretch, start, i);
		add_name(at, start, i, doubtful ? CLUE_BARE : CLUE_MODEL, found, tagging->arena);
	}
}

/* What the rules say of words that the tagger takes for no name.  A title before them is beyond
 * doubt, and initials are too rare in what it learnt from; of others, unless it was a near thing,
 * the rest of the archive may name such a person.  *i walks the tokens. */
static struct name_mark overruled(const struct passage_stretch *at, const struct tag *tags,
	struct name_mark mark, uint32_t *i)
{
	const struct token *tokens = at->stretch.tokens.at;
	int best = -VOTE_MOST;

	while (tokens[*i].word.start < mark.at.start)
		++*i;
	bool initial = tokens[*i].word.kind == WORD_INITIAL;
	for (; *i < at->stretch.tokens.count && tokens[*i].word.start < mark.at.end; ++*i)
		best = tags[*i].margin > best ? tags[*i].margin : best;
	if (mark.clue != CLUE_TITLE && !initial && best < -NEAR_THING)
		mark.clue = CLUE_BARE;
	return mark;
}

/* Whether the rules know why a name is one, and mean the same name or one that small words make
 * longer: "George Bush père" is not George Bush. */
static bool explains(struct span text, const struct name_mark *rule, const struct name_mark *mark)
{
	if (rule->clue <= mark->clue || rule->at.start != mark->at.start ||
		rule->at.end < mark->at.end)
		return false;
	for (size_t at = mark->at.end; at < rule->at.end;)
		if (utf8_is_upper(utf8_next(text, &at)))
			return false;
	return true;
}

/* Both lists are in order; where they meet the tagger says how far the name goes, and the rules
 * why, when they found the same. */
static void join(struct passage_stretch *at, const struct tag *tags, const struct name_marks *found,
	struct name_marks *marks, struct arena *arena)
{
	const struct name_marks *rules = &at->rules;
	uint32_t i = 0, token = 0;

	for (uint32_t k = 0; k <= found->count; k++) {
		bool more = k < found->count;
		struct name_mark mark = more ? found->at[k] : (struct name_mark){.at = {0, 0}};
		for (; i < rules->count && (!more || rules->at[i].at.end <= mark.at.start); i++)
			*vec_push(arena, marks) = overruled(at, tags, rules->at[i], &token);
		for (; more && i < rules->count && rules->at[i].at.start < mark.at.end; i++)
			if (explains(at->stretch.text, &rules->at[i], &mark) &&
				(k + 1 >= found->count ||
					rules->at[i].at.end <= found->at[k + 1].at.start))
				mark = rules->at[i];
		if (more)
			*vec_push(arena, marks) = mark;
	}
}

static void tag_passage(struct tagging *tagging, struct name_marks *marks,
	struct entity_marks *entities, struct arena *arena)
{
	struct passage *passage = &tagging->passage;

	tagging->tags = ARENA_ARRAY(tagging->arena, struct tag *, passage->stretches.count);
	tagging->votes = ARENA_ARRAY(tagging->arena, struct vote, passage->words.count);
	for (uint32_t k = 0; k < passage->stretches.count; k++)
		tag_stretch(tagging, k);
	for (uint32_t k = 0; k < passage->stretches.count; k++) {
		struct name_marks found = {0};
		uint32_t first = marks->count;
		find(tagging, k, &found);
		join(&passage->stretches.at[k], tagging->tags[k], &found, marks, arena);
		if (entities)
			entities_tagged(&passage->stretches.at[k].stretch, tagging->tags[k], marks,
				first, entities, arena);
	}
}

void names_tagged(const struct article *article, struct article_tokens *kept,
	const signed char *weights, struct name_marks *marks, struct entity_marks *entities,
	struct arena *arena)
{
	struct arena own, scratch;
	struct passage_place place = {0, 0};

	arena_init(&own);
	arena_init(&scratch);
	struct arena_mark empty = arena_mark(&own);
	struct tagging tagging = {.tagger = tagger_of(weights), .arena = &own, .scratch = &scratch};
	while (passage_next(&tagging.passage, article, kept, &place, &own)) {
		tag_passage(&tagging, marks, entities, arena);
		arena_rewind(&own, empty);
	}
	arena_clear(&scratch);
	arena_clear(&own);
}
