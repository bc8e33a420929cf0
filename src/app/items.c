#include "app/items.h"

#include "app/links.h"
#include "base/message.h"

#include <stdlib.h>

static const struct {
	const char *one, *several;
} nouns[TRAIL_COUNT] = {
	[TRAIL_HITS] = {N_("hit"), N_("hits")},
	[TRAIL_SAID] = {N_("chosen quotation"), N_("chosen quotations")},
	[TRAIL_MENTIONS] = {N_("mention"), N_("mentions")},
	[TRAIL_QUOTES] = {N_("quotation"), N_("quotations")},
	[TRAIL_DAYS] = {N_("day"), N_("days")},
	[TRAIL_LINKS] = {N_("link"), N_("links")},
	[TRAIL_FOLDS] = {N_("fold"), N_("folds")},
	[TRAIL_ALL] = {N_("mark"), N_("marks")},
};

static const struct facts *facts_of(const struct app *app)
{
	return app->reader.article == ARTICLE_NONE ? NULL
						   : epoch_facts(app->epoch, app->reader.article);
}

const bool *items_chosen(const struct app *app, enum clause_kind kind, struct arena *arena)
{
	bool *chosen = NULL;

	const struct clause **leaves;
	uint32_t count = query_leaves(app->query, &leaves, arena);

	for (uint32_t i = 0; app->epoch && i < count; i++) {
		if (leaves[i]->kind != kind)
			continue;
		uint32_t actor = epoch_actor_find(app->epoch, span_of(leaves[i]->text));
		if (actor == ACTOR_NONE)
			continue;
		if (!chosen)
			chosen = ARENA_ARRAY(arena, bool, epoch_actor_count(app->epoch));
		chosen[actor] = true;
	}
	return chosen;
}

bool items_is_asked(const struct app *app, const struct quotation *quote, const bool *chosen,
	struct arena *scratch)
{
	if (chosen && quote->actor != SPEAKER_NOBODY && chosen[quote->actor])
		return true;
	for (uint32_t i = 0; i < app->query->count; i++) {
		const struct clause *clause = &app->query->clauses[i];
		if (clause->kind == CLAUSE_SAYS && !clause->exclude && !clause->off &&
			query_quoted(app->epoch, clause, quote, scratch))
			return true;
	}
	return false;
}

bool items_is_day_asked(const struct app *app, const struct day_spoken *day)
{
	for (uint32_t i = 0; i < app->query->count; i++) {
		const struct clause *clause = &app->query->clauses[i];
		if (clause->kind == CLAUSE_ABOUT && !clause->exclude && !clause->off &&
			search_spoken(clause, day))
			return true;
	}
	return false;
}

/* A trail on its way. */
struct making {
	const struct app *app;
	const struct facts *facts; /* of the article that is read */
	struct items items;
	struct arena *arena;
};

static void add(struct making *m, enum item_kind kind, struct extent at)
{
	if (page_shows(&m->app->page, at.start))
		*vec_push(m->arena, &m->items) = (struct item){kind, at};
}

static void add_hits(struct making *m)
{
	for (uint32_t i = 0; i < m->app->hit_count; i++)
		add(m, ITEM_HIT, m->app->hits[i]);
}

static void add_mentions(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->mention_count; i++)
		add(m, ITEM_MENTION, m->facts->mentions[i].at);
}

static void add_quotes(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->quote_count; i++)
		add(m, ITEM_QUOTE, m->facts->quotes[i].at);
}

static void add_said(struct making *m)
{
	const bool *chosen = items_chosen(m->app, CLAUSE_PERSON, m->arena);

	for (uint32_t i = 0; i < m->facts->quote_count; i++)
		if (items_is_asked(m->app, &m->facts->quotes[i], chosen, m->arena))
			add(m, ITEM_QUOTE, m->facts->quotes[i].at);
}

static void add_days(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->day_count; i++)
		add(m, ITEM_DAY, m->facts->days[i].at);
}

static void add_links(struct making *m)
{
	struct link *links;
	uint32_t count = links_of(m->app, &links, m->arena);

	for (uint32_t i = 0; i < count; i++)
		add(m, ITEM_LINK, links[i].at);
}

static void add_folds(struct making *m)
{
	for (uint32_t i = 0; i < m->app->page.row_count; i++)
		if (m->app->page.rows[i].kind == ROW_FOLD)
			add(m, ITEM_FOLD, m->app->page.rows[i].at);
}

static void (*const adders[TRAIL_ALL])(struct making *) = {
	[TRAIL_HITS] = add_hits,
	[TRAIL_SAID] = add_said,
	[TRAIL_MENTIONS] = add_mentions,
	[TRAIL_QUOTES] = add_quotes,
	[TRAIL_DAYS] = add_days,
	[TRAIL_LINKS] = add_links,
	[TRAIL_FOLDS] = add_folds,
};

static int by_start(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->at.start != y->at.start)
		return x->at.start < y->at.start ? -1 : 1;
	if (x->at.end != y->at.end)
		return x->at.end > y->at.end ? -1 : 1;
	return x->kind < y->kind ? -1 : x->kind > y->kind;
}

struct items items_make(const struct app *app, enum trail trail, struct arena *arena)
{
	struct making m = {.app = app, .facts = facts_of(app), .arena = arena};

	if (!m.facts)
		return m.items;
	if (trail != TRAIL_ALL) {
		adders[trail](&m);
		return m.items;
	}
	for (int i = 0; i < TRAIL_ALL; i++)
		if (i != TRAIL_SAID)
			adders[i](&m);
	if (m.items.count > 1)
		qsort(m.items.at, m.items.count, sizeof *m.items.at, by_start);
	return m.items;
}

/* Whether the filter asks for anything that somebody says. */
static bool asks_for_speech(const struct query *query)
{
	for (uint32_t i = 0; i < query->count; i++)
		if (query->clauses[i].kind == CLAUSE_SAYS && !query->clauses[i].exclude &&
			!query->clauses[i].off)
			return true;
	return false;
}

enum trail items_usual(const struct app *app)
{
	struct arena scratch;
	enum trail found = TRAIL_FOLDS;

	arena_init(&scratch);
	for (int trail = TRAIL_FOLDS; trail >= 0; trail--)
		if ((trail != TRAIL_SAID || asks_for_speech(app->query)) &&
			items_make(app, (enum trail)trail, &scratch).count > 0)
			found = (enum trail)trail;
	arena_clear(&scratch);
	return found;
}

const char *items_noun(enum trail trail, uint32_t count)
{
	return P_(nouns[trail].one, nouns[trail].several, count);
}

static bool is_at(struct extent a, struct extent b)
{
	return a.start == b.start && a.end == b.end;
}

const struct mention *item_mention(const struct app *app, struct item item)
{
	const struct facts *facts = facts_of(app);

	for (uint32_t i = 0; item.kind == ITEM_MENTION && facts && i < facts->mention_count; i++)
		if (is_at(facts->mentions[i].at, item.at))
			return &facts->mentions[i];
	return NULL;
}

const struct quotation *item_quote(const struct app *app, struct item item)
{
	const struct facts *facts = facts_of(app);

	for (uint32_t i = 0; item.kind == ITEM_QUOTE && facts && i < facts->quote_count; i++)
		if (is_at(facts->quotes[i].at, item.at))
			return &facts->quotes[i];
	return NULL;
}

const struct day_spoken *item_day(const struct app *app, struct item item)
{
	const struct facts *facts = facts_of(app);

	for (uint32_t i = 0; item.kind == ITEM_DAY && facts && i < facts->day_count; i++)
		if (is_at(facts->days[i].at, item.at))
			return &facts->days[i];
	return NULL;
}

const char *item_words(const struct app *app, struct item item, struct arena *arena)
{
	const struct mention *mention = item_mention(app, item);
	const struct quotation *quote = item_quote(app, item);
	const struct day_spoken *day = item_day(app, item);

	if (mention)
		return arena_format(arena,
			mention->how == HOW_ROLE ? _("%s, named by function") : "%s",
			epoch_actor(app->epoch, mention->actor)->name);
	if (quote)
		return quote->speaker.len ? arena_string(arena, quote->speaker)
					  : _("nobody is named");
	if (item.kind == ITEM_LINK)
		return arena_string(arena, links_address(app, item.at, arena));
	return day ? days_long(day->from, day->to, arena) : "";
}
