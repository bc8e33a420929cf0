#include "store/query.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/word.h"

#include <string.h>

/* How well a name that was typed fits an actor. */
enum fit { FIT_NONE, FIT_BEGINNINGS, FIT_WORDS, FIT_FORM };

#define NAMED_MOST 3u /* people told of when a name may be several */

/* The actors that fit best, those in most articles first. */
struct fitting {
	enum fit fit;
	uint32_t actors[NAMED_MOST];
	uint32_t count; /* of all that fit so well */
};

static bool has_word(struct span form, struct span wanted, bool beginning)
{
	struct word word;

	for (struct words it = words_of(form); words_next(&it, &word);) {
		struct span other = span_cut(form, word.start, word.end);
		if (beginning ? span_starts(other, wanted) : span_equal(other, wanted))
			return true;
	}
	return false;
}

/* Whether every word of the name stands in the form, or begins one there. */
static bool has_words(struct span form, struct span name, bool beginning)
{
	struct word word;
	bool any = false;

	for (struct words it = words_of(name); words_next(&it, &word); any = true)
		if (!has_word(form, span_cut(name, word.start, word.end), beginning))
			return false;
	return any;
}

static enum fit form_fit(const char *form, struct span name, struct arena *scratch)
{
	struct span folded = fold(span_of(form), scratch);

	if (span_equal(folded, name))
		return FIT_FORM;
	if (has_words(folded, name, false))
		return FIT_WORDS;
	return has_words(folded, name, true) ? FIT_BEGINNINGS : FIT_NONE;
}

static enum fit actor_fit(const struct actor *actor, struct span name, struct arena *scratch)
{
	enum fit best = span_equal(span_of(actor->slug), name)
				? FIT_FORM
				: form_fit(actor->name, name, scratch);

	for (uint32_t i = 0; i < actor->form_count && best != FIT_FORM; i++) {
		enum fit fit = form_fit(actor->forms[i], name, scratch);
		best = fit > best ? fit : best;
	}
	return best;
}

static struct fitting fit_all(const struct epoch *epoch, struct span name)
{
	struct fitting fitting = {FIT_NONE, {0}, 0};
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(name, &scratch);
	for (uint32_t i = 0; i < epoch_actor_count(epoch); i++) {
		struct arena_mark mark = arena_mark(&scratch);
		enum fit fit = actor_fit(epoch_actor(epoch, i), folded, &scratch);
		arena_rewind(&scratch, mark);
		if (fit == FIT_NONE || fit < fitting.fit)
			continue;
		if (fit > fitting.fit)
			fitting.count = 0;
		fitting.fit = fit;
		if (fitting.count < NAMED_MOST)
			fitting.actors[fitting.count] = i;
		fitting.count++;
	}
	arena_clear(&scratch);
	return fitting;
}

/* Of several the one who is named far more often than any other. */
static uint32_t foremost(const struct epoch *epoch, const struct fitting *fitting)
{
	if (fitting->count == 0)
		return ACTOR_NONE;
	uint32_t first = epoch_actor(epoch, fitting->actors[0])->articles;
	if (fitting->count > 1 && epoch_actor(epoch, fitting->actors[1])->articles * 2 > first)
		return ACTOR_NONE;
	return fitting->actors[0];
}

static enum err fail_ambiguous(const struct epoch *epoch, struct span name,
	const struct fitting *fitting, struct fault *why)
{
	struct arena scratch;
	struct buf names;

	arena_init(&scratch);
	buf_init(&names, &scratch);
	for (uint32_t i = 0; i < fitting->count && i < NAMED_MOST; i++) {
		bool last = i + 1 == fitting->count;
		buf_text(&names, i == 0 ? "" : last ? " or " : ", ");
		buf_text(&names, epoch_actor(epoch, fitting->actors[i])->name);
	}
	if (fitting->count > NAMED_MOST)
		buf_format(&names, " or one of %u others", fitting->count - NAMED_MOST);
	enum err err = fail(why, ERR_USAGE, "'%.*s' may be %s: write more of the name",
		(int)(name.len < 60 ? name.len : 60), name.at, names.at);
	arena_clear(&scratch);
	return err;
}

#define SLIP_LETTERS 24u /* longer words are not compared letter by letter */

/* Levenshtein's distance in bytes of two folded words; a great number for long ones. */
static uint32_t slips_between(struct span a, struct span b)
{
	uint32_t row[SLIP_LETTERS + 1];

	if (a.len > SLIP_LETTERS || b.len > SLIP_LETTERS)
		return UINT32_MAX;
	for (uint32_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (uint32_t i = 0; i < a.len; i++) {
		uint32_t corner = row[0];
		row[0] = i + 1;
		for (uint32_t j = 0; j < b.len; j++) {
			uint32_t cost = corner + (a.at[i] != b.at[j]);
			uint32_t least = row[j] < row[j + 1] ? row[j] + 1 : row[j + 1] + 1;
			corner = row[j + 1];
			row[j + 1] = cost < least ? cost : least;
		}
	}
	return row[b.len];
}

/* Whose surname is a slip or two away from a word of the name; ACTOR_NONE. */
static uint32_t nearest(const struct epoch *epoch, struct span name)
{
	uint32_t found = ACTOR_NONE, least = 3;
	struct arena scratch;
	struct word word;

	arena_init(&scratch);
	struct span folded = fold(name, &scratch);
	for (uint32_t i = 0; i < epoch_actor_count(epoch); i++) {
		struct arena_mark mark = arena_mark(&scratch);
		struct span surname = fold(span_of(epoch_actor(epoch, i)->surname), &scratch);
		for (struct words it = words_of(folded); words_next(&it, &word);) {
			struct span typed = span_cut(folded, word.start, word.end);
			uint32_t slips = typed.len > 3 ? slips_between(typed, surname) : 3;
			if (slips < least) {
				least = slips;
				found = i;
			}
		}
		arena_rewind(&scratch, mark);
	}
	arena_clear(&scratch);
	return found;
}

static enum err fail_unknown(const struct epoch *epoch, struct span name, struct fault *why)
{
	uint32_t near = nearest(epoch, name);
	int len = (int)(name.len < 60 ? name.len : 60);

	if (near == ACTOR_NONE)
		return fail(why, ERR_ABSENT, "nobody in the archive is called '%.*s'", len,
			name.len ? name.at : "");
	return fail(why, ERR_ABSENT, "nobody in the archive is called '%.*s'; perhaps %s was meant",
		len, name.at, epoch_actor(epoch, near)->name);
}

enum err query_person(const struct epoch *epoch, struct span name, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span trimmed = span_trim(name);
	struct fitting fitting = fit_all(epoch, trimmed);
	uint32_t actor = foremost(epoch, &fitting);

	if (actor == ACTOR_NONE && fitting.count > 1)
		return fail_ambiguous(epoch, trimmed, &fitting, why);
	if (actor == ACTOR_NONE)
		actor = epoch_actor_find(epoch, trimmed);
	if (actor == ACTOR_NONE)
		return fail_unknown(epoch, trimmed, why);
	const struct actor *found = epoch_actor(epoch, actor);
	*clause = (struct clause){.kind = CLAUSE_PERSON,
		.text = arena_string(arena, span_of(found->slug)),
		.label = arena_string(arena, span_of(found->name))};
	return OK;
}
