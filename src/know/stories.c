#include "know/stories.h"

#include "know/stories-join.h"

#include <stdlib.h>

#define CHANCE_LEAST 0.02f /* pairs below say nothing */
#define AFFAIR_DAYS 30     /* neighbours in an affair are not further apart */
#define AFFAIR_SHARE 60u   /* one word in so many at least is of justice */
#define AFFAIR_OTHERS 2u   /* titles with the name between two of its articles, at most */
#define AFFAIR_WORDS 3u    /* of justice, in each of its articles */

/* Stories in the making. */
struct making {
	const struct story_archive *archive;
	const struct story_model *model;
	struct arena scratch;
	uint32_t *texts;   /* of each article the first of its text: versions of these weeks */
	uint32_t *groups;  /* of each article the first of its group */
	uint32_t *nodes;   /* the firsts of texts, in order of their numbers */
	uint32_t *node_of; /* and back */
	uint32_t node_count;
	struct story_archive thin; /* of the nodes alone */
	bool several_languages;
	struct story_pairs pairs; /* of nodes */
	float *nearness;          /* of each node to the others of its group, in sum */
};

/* --- versions ----------------------------------------------------------------------------- */

struct dated {
	uint32_t version, article;
	int32_t day;
};

static int by_version(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->version != y->version)
		return x->version < y->version ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->article < y->article ? -1 : x->article > y->article;
}

/* What is printed again years later is no news; what has no day may be of any. */
static void join_versions(struct making *m, const uint32_t *versions)
{
	uint32_t count = m->archive->count;
	struct dated *rows = ARENA_ARRAY(&m->scratch, struct dated, count);

	m->texts = ARENA_ARRAY(&m->scratch, uint32_t, count);
	for (uint32_t i = 0; i < count; i++) {
		m->texts[i] = i;
		rows[i] = (struct dated){versions[i], i, m->archive->articles[i].day};
	}
	qsort(rows, count, sizeof *rows, by_version);
	for (uint32_t i = 1; i < count; i++) {
		const struct dated *a = &rows[i - 1], *b = &rows[i];
		bool near = a->day == DAY_NONE || (int64_t)b->day - a->day <= STORY_DAYS;
		if (a->version == b->version && near)
			story_unite(m->texts, a->article, b->article);
	}
}

/* The fuller version stands for the text, then the earlier one; numbers do not count. */
static bool is_better(const struct story_article *a, const struct story_article *b)
{
	if (a->words != b->words)
		return a->words > b->words;
	if (a->day != b->day)
		return b->day == DAY_NONE || (a->day != DAY_NONE && a->day < b->day);
	return a->key < b->key;
}

static void choose_nodes(struct making *m)
{
	uint32_t count = m->archive->count;
	const struct story_article *articles = m->archive->articles;
	struct story_article *thin = ARENA_ARRAY(&m->scratch, struct story_article, count);

	m->nodes = ARENA_ARRAY(&m->scratch, uint32_t, count);
	m->node_of = ARENA_ARRAY(&m->scratch, uint32_t, count);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t text = story_root(m->texts, i);
		if (text == i) {
			m->node_of[i] = m->node_count;
			m->nodes[m->node_count++] = i;
		}
		m->node_of[i] = m->node_of[text];
		m->several_languages |= articles[i].language != articles[0].language;
		if (text == i || is_better(&articles[i], &thin[m->node_of[i]]))
			thin[m->node_of[i]] = articles[i];
	}
	m->thin = *m->archive;
	m->thin.articles = thin;
	m->thin.count = m->node_count;
}

/* --- events -------------------------------------------------------------------------------- */

static void weigh_pairs(struct making *m, const struct story_index *index)
{
	struct story_pairs met = {.count = 0};
	float features[PAIR_FEATURE_COUNT];

	if (m->several_languages)
		story_pairs_across(index, &m->pairs, &m->scratch);
	story_candidates(index, &met, &m->scratch);
	for (uint32_t i = 0; i < met.count; i++) {
		struct story_pair pair = met.at[i];
		if (story_pair_forbidden(index, pair.a, pair.b))
			continue;
		story_pair_features(index, pair.a, pair.b, features);
		pair.chance = story_pair_chance(m->model, features);
		if (pair.chance >= CHANCE_LEAST)
			*vec_push(&m->scratch, &m->pairs) = pair;
	}
}

static bool is_affair(const struct story_article *article)
{
	return article->affair >= AFFAIR_WORDS &&
	       (uint64_t)article->affair * AFFAIR_SHARE >= article->distinct;
}

/* The last article of an affair around a name. */
struct affair {
	uint32_t last;   /* 1 + its node; 0: none */
	uint32_t others; /* titles with the name since */
};

/* An affair of justice goes on as long as it is what the name is in the titles for, however
 * differently it is told. */
static void join_affair(
	struct making *m, struct affair *affair, uint32_t node, bool is_one, uint32_t *first_of)
{
	const struct story_article *articles = m->thin.articles;

	if (!is_one) {
		affair->others++;
		return;
	}
	if (affair->last && affair->others <= AFFAIR_OTHERS &&
		(int64_t)articles[node].day - articles[affair->last - 1].day <= AFFAIR_DAYS)
		story_unite(first_of, affair->last - 1, node);
	*affair = (struct affair){.last = node + 1};
}

static void join_affairs(struct making *m, const struct story_index *index, uint32_t *first_of)
{
	struct affair *affairs = ARENA_ARRAY(&m->scratch, struct affair, m->thin.name_count);

	for (uint32_t place = 0; place < m->thin.count; place++) {
		uint32_t node = index->articles[place];
		const struct story_article *article = &m->thin.articles[node];
		bool is_one = is_affair(article);
		if (article->day == DAY_NONE)
			continue;
		for (uint32_t i = 0; i < article->title_name_count; i++)
			join_affair(m, &affairs[article->title_names[i]], node, is_one, first_of);
	}
}

static void join_events(struct making *m)
{
	uint32_t *first_of = ARENA_ARRAY(&m->scratch, uint32_t, m->node_count);
	struct story_index index;

	story_index_make(&index, &m->thin, &m->scratch);
	weigh_pairs(m, &index);
	for (uint32_t i = 0; i < m->node_count; i++)
		first_of[i] = i;
	join_affairs(m, &index, first_of);
	story_join(m->pairs.at, m->pairs.count, m->node_count, m->model->threshold, first_of);
	m->groups = ARENA_ARRAY(&m->scratch, uint32_t, m->archive->count);
	for (uint32_t i = 0; i < m->archive->count; i++)
		m->groups[i] = m->nodes[story_root(first_of, m->node_of[i])];
	m->nearness = ARENA_ARRAY(&m->scratch, float, m->node_count);
	for (uint32_t i = 0; i < m->pairs.count; i++) {
		const struct story_pair *pair = &m->pairs.at[i];
		if (story_root(first_of, pair->a) != story_root(first_of, pair->b))
			continue;
		m->nearness[pair->a] += pair->chance;
		m->nearness[pair->b] += pair->chance;
	}
}

/* --- what comes of it ---------------------------------------------------------------------- */

static void add_member(struct making *m, struct story *story, uint32_t *members, uint32_t article)
{
	int32_t day = m->archive->articles[article].day;

	if (story->count == 0 ||
		m->nearness[m->node_of[article]] > m->nearness[m->node_of[story->central]])
		story->central = article;
	if (story->count == 0 ||
		(day != DAY_NONE && (story->from == DAY_NONE || day < story->from)))
		story->from = day;
	if (story->count == 0 || (day != DAY_NONE && day > story->to))
		story->to = day;
	members[story->count++] = article;
}

static void write(struct making *m, struct stories *stories, struct arena *arena)
{
	uint32_t count = m->archive->count;
	uint32_t *sizes = ARENA_ARRAY(&m->scratch, uint32_t, count);
	uint32_t *members = ARENA_ARRAY(arena, uint32_t, count), used = 0;

	for (uint32_t i = 0; i < count; i++)
		stories->count += sizes[m->groups[i]]++ == 1;
	stories->at = ARENA_ARRAY(arena, struct story, stories->count);
	stories->of = ARENA_ARRAY(arena, uint32_t, count);
	stories->count = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t group = m->groups[i];
		stories->of[i] = STORY_NONE;
		if (sizes[group] < 2)
			continue;
		if (group == i) {
			stories->of[i] = stories->count++;
			stories->at[stories->of[i]].articles = members + used;
			used += sizes[group];
		}
		stories->of[i] = stories->of[group];
		struct story *story = &stories->at[stories->of[i]];
		add_member(m, story, members + (story->articles - members), i);
	}
}

void stories_make(const struct story_archive *archive, const struct story_model *model,
	struct stories *stories, struct arena *arena)
{
	struct making m = {.archive = archive, .model = model};

	*stories = (struct stories){.versions = ARENA_ARRAY(arena, uint32_t, archive->count)};
	arena_init(&m.scratch);
	const struct version_print **prints =
		ARENA_ARRAY(&m.scratch, const struct version_print *, archive->count);
	for (uint32_t i = 0; i < archive->count; i++)
		prints[i] = archive->articles[i].print;
	versions_make(prints, archive->count, stories->versions);
	join_versions(&m, stories->versions);
	choose_nodes(&m);
	join_events(&m);
	write(&m, stories, arena);
	arena_clear(&m.scratch);
}
