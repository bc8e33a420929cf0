#include "store/naming.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/nearest.h"
#include "text/word.h"

/* How well a name that was typed fits. */
enum fit { FIT_NONE, FIT_BEGINNINGS, FIT_WORDS, FIT_FORM };

#define TOLD_MOST 3u /* of several that may be meant */

/* Those that fit best, those in most articles first. */
struct fitting {
	enum fit fit;
	struct called called[TOLD_MOST];
	uint32_t numbers[TOLD_MOST];
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

static enum fit called_fit(const struct called *called, struct span name, struct arena *scratch)
{
	enum fit best = span_equal(span_of(called->slug), name)
				? FIT_FORM
				: form_fit(called->name, name, scratch);

	for (uint32_t i = 0; i < called->form_count && best != FIT_FORM; i++) {
		enum fit fit = form_fit(called->forms[i], name, scratch);
		best = fit > best ? fit : best;
	}
	return best;
}

static struct fitting fit_all(
	const struct epoch *epoch, const struct naming *naming, struct span name)
{
	struct fitting fitting = {.fit = FIT_NONE};
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(name, &scratch);
	for (uint32_t i = naming->first; i < naming->first + naming->count; i++) {
		struct called called = naming->called(epoch, i);
		struct arena_mark mark = arena_mark(&scratch);
		enum fit fit = called_fit(&called, folded, &scratch);
		arena_rewind(&scratch, mark);
		if (fit == FIT_NONE || fit < fitting.fit)
			continue;
		if (fit > fitting.fit)
			fitting.count = 0;
		fitting.fit = fit;
		if (fitting.count < TOLD_MOST) {
			fitting.called[fitting.count] = called;
			fitting.numbers[fitting.count] = i;
		}
		fitting.count++;
	}
	arena_clear(&scratch);
	return fitting;
}

static enum err fail_ambiguous(struct span name, const struct fitting *fitting, struct fault *why)
{
	struct arena scratch;
	struct buf names;

	arena_init(&scratch);
	buf_init(&names, &scratch);
	for (uint32_t i = 0; i < fitting->count && i < TOLD_MOST; i++) {
		bool last = i + 1 == fitting->count;
		buf_text(&names, i == 0 ? "" : last ? " or " : ", ");
		buf_text(&names, fitting->called[i].name);
	}
	if (fitting->count > TOLD_MOST)
		buf_format(&names, " or one of %u others", fitting->count - TOLD_MOST);
	enum err err = fail(why, ERR_USAGE, "'%.*s' may be %s: write more of the name",
		(int)(name.len < 60 ? name.len : 60), name.at, names.at);
	arena_clear(&scratch);
	return err;
}

enum err naming_find(const struct epoch *epoch, const struct naming *naming, struct span name,
	uint32_t *number, struct fault *why)
{
	struct fitting fitting = fit_all(epoch, naming, span_trim(name));
	bool several = fitting.count > 1 &&
		       (uint64_t)fitting.called[1].articles * 2 > fitting.called[0].articles;

	if (several)
		return fail_ambiguous(span_trim(name), &fitting, why);
	*number = fitting.count ? fitting.numbers[0] : NAMING_NONE;
	return OK;
}

/* How unlike the most like words of both are. */
static uint32_t words_unlike(struct span name, struct span other, struct arena *scratch)
{
	uint32_t least = UINT32_MAX;
	struct word a, b;

	for (struct words it = words_of(name); words_next(&it, &a);) {
		struct span word = span_cut(name, a.start, a.end);
		for (struct words of = words_of(other); word.len > 3 && words_next(&of, &b);) {
			struct span near = span_cut(other, b.start, b.end);
			uint32_t far = nearest_unlike(word, arena_string(scratch, near));
			least = far < least ? far : least;
		}
	}
	return least;
}

uint32_t naming_near(const struct epoch *epoch, const struct naming *naming, struct span name)
{
	uint32_t near = NAMING_NONE, least = UINT32_MAX;
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(span_trim(name), &scratch);
	for (uint32_t i = naming->first; i < naming->first + naming->count; i++) {
		struct arena_mark mark = arena_mark(&scratch);
		struct span other = fold(span_of(naming->called(epoch, i).name), &scratch);
		uint32_t far = words_unlike(folded, other, &scratch);
		if (far < least) {
			least = far;
			near = i;
		}
		arena_rewind(&scratch, mark);
	}
	arena_clear(&scratch);
	return near;
}
