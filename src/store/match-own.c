#include "store/match.h"

#include "store/bits.h"
#include "store/epoch-parts.h"
#include "store/operators.h"
#include "store/own.h"
#include "text/fold.h"
#include "text/nearest.h"

/* What is: and has: can ask. */
struct state {
	enum clause_kind kind;
	const char *name, *label;
	enum own_mark mark; /* OWN_MARK_COUNT: none of the reader's, it is in the article */
	bool on;
};

/* clang-format off */
static const struct state states[] = {
	{CLAUSE_IS, "unread", "unread", OWN_READ, false},
	{CLAUSE_IS, "read", "read", OWN_READ, true},
	{CLAUSE_IS, "starred", "starred", OWN_STARRED, true},
	{CLAUSE_HAS, "note", "with a note", OWN_NOTE, true},
	{CLAUSE_HAS, "quote", "with quotations", OWN_MARK_COUNT, true},
};
/* clang-format on */

static const struct state *state_named(enum clause_kind kind, struct span name)
{
	for (size_t i = 0; i < COUNT(states); i++)
		if (states[i].kind == kind && span_is(name, states[i].name))
			return &states[i];
	return NULL;
}

static const struct state *state_meant(enum clause_kind kind, struct span name)
{
	const struct state *meant = NULL;
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < COUNT(states); i++) {
		uint32_t far = nearest_unlike(name, states[i].name);
		if (states[i].kind == kind && far < least) {
			least = far;
			meant = &states[i];
		}
	}
	return meant;
}

static enum err read_state(enum clause_kind kind, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span folded = fold(span_trim(value), arena);
	const struct state *state = state_named(kind, folded), *meant;
	const struct operator* operator= operator_of(kind);
	int len = (int)(value.len < OPERATOR_SAID ? value.len : OPERATOR_SAID);

	if (state) {
		*clause = (struct clause){.kind = kind, .text = state->name, .label = state->label};
		return OK;
	}
	meant = state_meant(kind, folded);
	if (meant)
		return fail(why, ERR_USAGE, "'%.*s' is not known; perhaps %s:%s was meant", len,
			value.len ? value.at : "", operator->name, meant->name);
	return fail(
		why, ERR_USAGE, "%s: wants %s right behind it", operator->name, operator->wants);
}

enum err query_is(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	(void)epoch;
	return read_state(CLAUSE_IS, value, clause, arena, why);
}

enum err query_has(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	(void)epoch;
	return read_state(CLAUSE_HAS, value, clause, arena, why);
}

/* A tag's number by its folded name; else the count of tags. */
static uint32_t tag_named(const struct own *own, struct span folded, struct arena *scratch)
{
	uint32_t count = own_tag_count(own);

	for (uint32_t tag = 0; tag < count; tag++)
		if (span_equal(fold(span_of(own_tag_name(own, tag)), scratch), folded))
			return tag;
	return count;
}

static const char *tag_meant(const struct own *own, struct span folded, struct arena *scratch)
{
	const char *meant = NULL;
	uint32_t least = UINT32_MAX;

	for (uint32_t tag = 0; tag < own_tag_count(own); tag++) {
		struct span other = fold(span_of(own_tag_name(own, tag)), scratch);
		uint32_t far = nearest_unlike(folded, arena_string(scratch, other));
		if (far < least) {
			least = far;
			meant = own_tag_name(own, tag);
		}
	}
	return meant;
}

enum err query_tag(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span trimmed = span_trim(value), folded = fold(trimmed, arena);
	uint32_t tag = tag_named(epoch->own, folded, arena);
	int len = (int)(trimmed.len < OPERATOR_SAID ? trimmed.len : OPERATOR_SAID);
	const char *meant;

	if (tag < own_tag_count(epoch->own)) {
		*clause = (struct clause){.kind = CLAUSE_TAG,
			.text = arena_string(arena, span_of(own_tag_name(epoch->own, tag)))};
		clause->label = clause->text;
		return OK;
	}
	meant = tag_meant(epoch->own, folded, arena);
	if (meant)
		return fail(why, ERR_ABSENT, "there is no tag '%.*s'; perhaps %.*s was meant", len,
			trimmed.len ? trimmed.at : "", (int)OPERATOR_SAID, meant);
	return fail(why, ERR_ABSENT, "there is no tag '%.*s'", len, trimmed.len ? trimmed.at : "");
}

static void match_quoting(const struct epoch *epoch, uint64_t *articles)
{
	uint32_t count;

	for (article_id id = 0; id < epoch->count; id++) {
		postings_row(&epoch->quoted, id, &count);
		if (count)
			bits_set(articles, id);
	}
}

static void match_tag(
	const struct epoch *epoch, struct span name, uint64_t *articles, struct arena *scratch)
{
	uint32_t tag = tag_named(epoch->own, fold(name, scratch), scratch);

	if (tag < own_tag_count(epoch->own))
		bits_or(articles, own_tag_articles(epoch->own, tag), epoch->count);
}

void match_own(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	const struct state *state = state_named(clause->kind, span_of(clause->text));

	if (clause->kind == CLAUSE_TAG)
		match_tag(epoch, span_of(clause->text), articles, arena);
	else if (state && state->mark == OWN_MARK_COUNT)
		match_quoting(epoch, articles);
	else if (state)
		for (article_id id = 0; id < epoch->count; id++)
			if (own_has(epoch->own, state->mark, id) == state->on)
				bits_set(articles, id);
}
