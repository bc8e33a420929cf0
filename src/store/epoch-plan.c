#include "store/epoch-plan.h"

#define LONGEST UINT32_MAX           /* of what is counted with 32 bits */
#define DAYS_MOST (INT32_C(1) << 29) /* a million years: no sum of two is too great */

/* An array of which the epoch knows how long it is. */
#define FIXED(plan, field, number) fixed((plan), &(field), sizeof *(field), (number))

static void fixed(struct plan *plan, void *at, size_t each, uint64_t count)
{
	plan->array(plan, at, each, &count, false);
}

/* One of numbers that must be below a limit. */
static void look_into(struct plan *plan, const uint32_t *numbers, uint64_t count, uint32_t limit)
{
	if (plan->looks_into_columns && plan->fits)
		plan->fits = numbers_are_below(numbers, count, limit, false);
}

#define NUMBERS(plan, field, count, limit) numbers((plan), &(field), (count), (limit))

static void numbers(struct plan *plan, uint32_t **at, uint64_t count, uint32_t limit)
{
	fixed(plan, at, sizeof **at, count);
	look_into(plan, *at, count, limit);
}

/* The same, of a byte each. */
static void choices(struct plan *plan, uint8_t **at, uint64_t count, unsigned limit)
{
	bool below = true;

	fixed(plan, at, 1, count);
	if (!plan->looks_into_columns || !plan->fits)
		return;
	for (uint64_t i = 0; i < count; i++)
		below &= (*at)[i] < limit;
	plan->fits = below;
}

/* The same, of days that can be, or none. */
static void days(struct plan *plan, int32_t **at, uint64_t count)
{
	bool can_be = true;

	fixed(plan, at, sizeof **at, count);
	if (!plan->looks_into_columns || !plan->fits)
		return;
	for (uint64_t i = 0; i < count; i++)
		can_be &= (*at)[i] == DAY_NONE || ((*at)[i] >= -DAYS_MOST && (*at)[i] <= DAYS_MOST);
	plan->fits = can_be;
}

/* An array that tells itself how long it is. */

static uint32_t open_array(struct plan *plan, void *at, size_t each, uint64_t count)
{
	plan->array(plan, at, each, &count, true);
	if (count > LONGEST)
		plan->fits = false;
	return (uint32_t)count;
}

static void plan_shelf(struct plan *plan, struct shelf *shelf, uint32_t count)
{
	shelf->count = count;
	FIXED(plan, shelf->starts, (uint64_t)count + 1);
	plan->array(plan, &shelf->bytes, 1, &shelf->len, true);
}

/* limit: of the ids. */
static void plan_postings(
	struct plan *plan, struct postings *postings, uint32_t rows, uint32_t limit, bool or_none)
{
	uint64_t count = postings->count;

	postings->rows = rows;
	FIXED(plan, postings->starts, (uint64_t)rows + 1);
	plan->array(plan, &postings->ids, sizeof *postings->ids, &count, true);
	postings->count = count;
	postings->or_none = or_none;
	postings->limit = plan->doubts ? (limit ? limit : 1) : 0;
	if (plan->looks_into_rows && plan->fits)
		plan->fits = numbers_are_below(postings->ids, count, limit, or_none);
}

/* limit: of the values. */
static void plan_dictionary(struct plan *plan, struct dictionary *dictionary, uint32_t limit)
{
	uint32_t count = open_array(
		plan, &dictionary->values, sizeof *dictionary->values, dictionary->keys.count);

	look_into(plan, dictionary->values, count, limit);
	plan_shelf(plan, &dictionary->keys, count);
	dictionary->slot_count = open_array(
		plan, &dictionary->slots, sizeof *dictionary->slots, dictionary->slot_count);
	if (dictionary->slot_count & (dictionary->slot_count - 1))
		plan->fits = false;
}

static void plan_lexicon(struct plan *plan, struct lexicon_view *view)
{
	view->count = open_array(plan, &view->sorted, sizeof *view->sorted, view->count);
	look_into(plan, view->sorted, view->count, view->count);
	plan_shelf(plan, &view->strings, view->count);
}

/* An array of which another tells where each article's part begins. */
#define PARTS(plan, starts, field, count) \
	parts((plan), &(starts), &(field), sizeof *(field), (count))

static void parts(struct plan *plan, uint64_t **starts, void *at, size_t each, uint32_t count)
{
	fixed(plan, starts, sizeof **starts, (uint64_t)count + 1);
	if (plan->fits)
		fixed(plan, at, each, (*starts)[count]);
}

static void plan_articles(struct plan *plan, struct epoch *epoch)
{
	uint32_t count = epoch->count;

	NUMBERS(plan, epoch->by_date, count, count);
	NUMBERS(plan, epoch->places, count, count);
	days(plan, &epoch->days, count);
	choices(plan, &epoch->precisions, count, PRECISION_DAY + 1);
	choices(plan, &epoch->languages_of, count, LANGUAGE_COUNT);
	FIXED(plan, epoch->title_origins, count);
	NUMBERS(plan, epoch->source_of, count, epoch->source_count);
	FIXED(plan, epoch->word_counts, count);
	FIXED(plan, epoch->digests, count);
	plan_shelf(plan, &epoch->paths, count);
	plan_shelf(plan, &epoch->titles, count);
	plan_shelf(plan, &epoch->texts, count);
	FIXED(plan, epoch->records, count);
	FIXED(plan, epoch->text_lens, count);
	plan_shelf(plan, &epoch->articles, count);
	plan_shelf(plan, &epoch->facts, count);
	PARTS(plan, epoch->line_starts, epoch->kinds, count);
	plan_shelf(plan, &epoch->tokens, count);
	plan_shelf(plan, &epoch->article_terms, count);
	PARTS(plan, epoch->spoken_starts, epoch->spoken, count);
}

static void plan_people(struct plan *plan, struct epoch *epoch)
{
	uint32_t count = epoch->actor_count;

	plan_shelf(plan, &epoch->actor_slugs, count);
	plan_shelf(plan, &epoch->actor_names, count);
	plan_shelf(plan, &epoch->actors, count);
	plan_dictionary(plan, &epoch->slugs, count);
	plan_dictionary(plan, &epoch->names, count);
	plan_dictionary(plan, &epoch->keys, UINT32_MAX);
	plan_postings(plan, &epoch->key_actors, epoch->keys.keys.count, count, false);
	plan_postings(plan, &epoch->meant, count, epoch->count, false);
	FIXED(plan, epoch->actor_articles, count);
	plan_postings(plan, &epoch->named, epoch->count, count, false);
	plan_postings(plan, &epoch->speakers, count, epoch->count, false);
	plan_postings(plan, &epoch->quoted, epoch->count, count, true);
	FIXED(plan, epoch->role_words, epoch->role_count);
	plan_postings(plan, &epoch->role_articles, epoch->role_count, epoch->count, false);
}

static void plan_others(struct plan *plan, struct epoch *epoch)
{
	uint32_t count = epoch->entity_starts[ENTITY_KIND_COUNT];

	plan_shelf(plan, &epoch->entity_slugs, count);
	plan_shelf(plan, &epoch->entity_names, count);
	plan_shelf(plan, &epoch->entities, count);
	plan_dictionary(plan, &epoch->entities_by_slug, count);
	plan_postings(plan, &epoch->entity_articles, count, epoch->count, false);
	plan_postings(plan, &epoch->entities_of, epoch->count, count, false);
	FIXED(plan, epoch->day_list, epoch->day_count);
	plan_postings(plan, &epoch->day_articles, epoch->day_count, epoch->count, false);
	plan_shelf(plan, &epoch->source_names, epoch->source_count);
	plan_shelf(plan, &epoch->source_keys, epoch->source_count);
	FIXED(plan, epoch->source_articles, epoch->source_count);
	FIXED(plan, epoch->spelling_of, epoch->count);
	plan_shelf(plan, &epoch->spellings, epoch->spelling_count);
	plan_postings(plan, &epoch->story_articles, epoch->story_count, epoch->count, false);
	NUMBERS(plan, epoch->story_centrals, epoch->story_count, epoch->count);
	FIXED(plan, epoch->story_days, epoch->story_count);
	FIXED(plan, epoch->story_of, epoch->count);
	NUMBERS(plan, epoch->versions, epoch->count, epoch->count);
	FIXED(plan, epoch->version_counts, epoch->count);
}

static void plan_words(struct plan *plan, struct epoch *epoch)
{
	plan_lexicon(plan, &epoch->forms);
	plan_lexicon(plan, &epoch->roots);
	plan_lexicon(plan, &epoch->terms);
	plan_postings(plan, &epoch->root_forms, epoch->roots.count, epoch->forms.count, false);
	plan_shelf(plan, &epoch->words, epoch->forms.count);
	plan_shelf(plan, &epoch->profiles, epoch->terms.count);
	FIXED(plan, epoch->profile_scales, epoch->count);
	FIXED(plan, epoch->backgrounds, epoch->terms.count);
	FIXED(plan, epoch->term_articles, epoch->terms.count);
	FIXED(plan, epoch->single_weights, epoch->terms.count);
}

void epoch_plan(struct epoch *epoch, struct plan *plan)
{
	plan_articles(plan, epoch);
	plan_people(plan, epoch);
	plan_others(plan, epoch);
	plan_words(plan, epoch);
}
