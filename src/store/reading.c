#include "store/reading.h"

enum err reading_wrong(struct reading *r, enum err err, size_t start, size_t end, const char *words)
{
	r->fault->at = (struct extent){(uint32_t)start, (uint32_t)end};
	return fail(&r->fault->fault, err, "%s", words);
}

static bool can_merge(const struct clause *clause)
{
	return clause->kind == CLAUSE_WORDS && !clause->exclude;
}

/* One more that must hold: words go to those before them, and parentheses that change nothing
 * are gone. */
static void add_to_all(struct clause_list *all, struct clause clause, struct arena *arena)
{
	struct clause *last = all->count ? &all->at[all->count - 1] : NULL;

	if (last && can_merge(&clause) && can_merge(last) && !last->live) {
		last->text = arena_format(arena, "%s %s", last->text, clause.text);
		last->label = arena_format(arena, "%s %s", last->label, clause.label);
		last->live = clause.live;
		return;
	}
	*vec_push(arena, all) = clause;
}

static const struct query *query_of(const struct clause_list *list, struct arena *arena)
{
	struct query *made = ARENA_NEW(arena, struct query);

	*made = (struct query){list->at, list->count, false};
	return made;
}

/* A group of what OR has joined; groups among them are part of it. */
static struct clause group_of(const struct clause_list *either, struct arena *arena)
{
	struct query_list any = {0};

	for (uint32_t i = 0; i < either->count; i++) {
		const struct clause *clause = &either->at[i];
		struct clause_list one = {0};
		bool part = clause->kind == CLAUSE_GROUP && !clause->exclude;
		for (uint32_t g = 0; part && g < clause->any_count; g++)
			*vec_push(arena, &any) = clause->any[g];
		if (part)
			continue;
		*vec_push(arena, &one) = *clause;
		*vec_push(arena, &any) = query_of(&one, arena);
	}
	return query_any(any.at, any.count, arena);
}

/* What OR had to join is joined: on to the next thing that must hold. */
static void settle(struct reading *r, struct level *level)
{
	struct clause_list *either = &level->either;
	struct clause clause;

	if (either->count == 0)
		return;
	clause = either->count == 1 ? either->at[0] : group_of(either, r->arena);
	either->count = 0;
	if (clause.kind != CLAUSE_GROUP || clause.exclude || clause.any_count > 1) {
		add_to_all(&level->all, clause, r->arena);
		return;
	}
	for (uint32_t i = 0; i < clause.any[0]->count; i++)
		add_to_all(&level->all, clause.any[0]->clauses[i], r->arena);
}

enum err reading_add(struct reading *r, struct clause clause, size_t start)
{
	struct level *level = &r->levels[r->depth];

	if (++r->clauses > QUERY_CLAUSES_MOST)
		return reading_wrong(
			r, ERR_LIMIT, start, r->at, "a filter asks at most 256 things");
	if (!level->wants)
		settle(r, level);
	level->wants = false;
	*vec_push(r->arena, &level->either) = clause;
	return OK;
}

enum err reading_open(struct reading *r, bool exclude)
{
	size_t start = r->at++;

	if (r->depth == QUERY_DEPTH_MOST)
		return reading_wrong(r, ERR_LIMIT, start, r->at, "parentheses go at most 32 deep");
	r->levels[++r->depth] = (struct level){.exclude = exclude, .start = start};
	return OK;
}

/* The innermost parentheses as one clause of the level around them. */
static enum err close_level(struct reading *r)
{
	struct level *level = &r->levels[r->depth];
	struct query_list any = {0};
	struct clause clause;

	if (level->wants && !(r->live && reading_is_done(r)))
		return reading_wrong(r, ERR_USAGE, level->or_at, level->or_at + 2,
			"OR wants something behind it");
	settle(r, level);
	r->depth--;
	if (level->all.count == 0)
		return OK;
	if (level->all.count == 1) {
		clause = level->all.at[0];
		clause.exclude ^= level->exclude;
	} else {
		*vec_push(r->arena, &any) = query_of(&level->all, r->arena);
		clause = query_any(any.at, any.count, r->arena);
		clause.exclude = level->exclude;
	}
	return reading_add(r, clause, level->start);
}

enum err reading_close(struct reading *r)
{
	size_t start = r->at++;

	if (r->depth == 0)
		return reading_wrong(r, ERR_USAGE, start, r->at,
			"no parenthesis is open that this one could close");
	return close_level(r);
}

enum err reading_join(struct reading *r, size_t start)
{
	struct level *level = &r->levels[r->depth];

	if (level->wants || level->either.count == 0)
		return reading_wrong(r, ERR_USAGE, start, r->at, "OR wants something before it");
	level->wants = true;
	level->or_at = start;
	return OK;
}

enum err reading_end(struct reading *r, const struct query **query)
{
	struct level *top = &r->levels[0];
	enum err err = OK;

	while (!err && r->depth > 0) {
		size_t start = r->levels[r->depth].start;
		err = r->live ? close_level(r)
			      : reading_wrong(r, ERR_USAGE, start, start + 1,
					"this parenthesis is not closed");
	}
	if (!err && top->wants && !r->live)
		err = reading_wrong(
			r, ERR_USAGE, top->or_at, top->or_at + 2, "OR wants something behind it");
	if (err)
		return err;
	settle(r, top);
	*query = query_ungrouped(
		query_joined(query_of(&top->all, r->arena), false, r->arena), r->arena);
	return OK;
}
