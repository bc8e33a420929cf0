#include "store/epoch-stories.h"

#include "base/sort.h"
#include "know/stories-pair.h"
#include "store/epoch-steps.h"
#include "store/epoch-tokens.h"
#include "text/fold.h"

#include <math.h>
#include <stdlib.h>

#define PRINT_SHINGLES 64u

/* What is handed to know, article by article. */
struct telling {
	struct epoch *epoch;
	struct arena *arena; /* until the stories are made */
	struct arena words;  /* of the article at hand */
	uint32_t *hashes;    /* of each form */
	struct story_article *articles;
	struct version_print *prints;
	uint32_t *surnames;      /* of each actor */
	uint32_t *surname_times; /* in the article at hand */
	uint32_t surname_count;
};

/* Words of the title come before all others. */
static bool is_heavier(const struct story_term *a, const struct story_term *b)
{
	int titles = (a->flags & STORY_TITLE) - (b->flags & STORY_TITLE);

	if (titles)
		return titles > 0;
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return a->term < b->term;
}

/* Keeps the heaviest, the heaviest first. */
static uint32_t keep_term(
	struct story_term kept[STORY_TERMS], uint32_t count, struct story_term term)
{
	uint32_t place = count < STORY_TERMS ? count++ : STORY_TERMS - 1;

	if (count == STORY_TERMS && place == STORY_TERMS - 1 && kept[place].weight > 0 &&
		!is_heavier(&term, &kept[place]))
		return count;
	for (; place > 0 && is_heavier(&term, &kept[place - 1]); place--)
		kept[place] = kept[place - 1];
	kept[place] = term;
	return count;
}

static int by_term(const void *a, const void *b)
{
	const struct story_term *x = a, *y = b;

	return x->term < y->term ? -1 : x->term > y->term;
}

static struct story_term term_of(const struct epoch *epoch, article_id id, const struct term *term)
{
	enum language language = (enum language)epoch->languages_of[id];
	uint32_t number = term->stem;
	int flags = (term->in_title ? STORY_TITLE : 0) | (term->in_lead ? STORY_LEAD : 0) |
		    (term->small ? 0 : STORY_NAME);

	return (struct story_term){number,
		epoch_term_weight(epoch, (struct counted){number, term->count, term->in_title}) /
			epoch->profile_scales[id],
		(uint8_t)flags, story_topics_in(epoch->raw->topics[number], language)};
}

/* The words of the title, and the heaviest of the others. */
static void tell_terms(struct telling *t, article_id id, struct story_article *article)
{
	const struct term *terms = epoch_raw_terms(t->epoch, id, &article->distinct);
	struct story_term kept[STORY_TERMS] = {{0}};

	for (uint32_t i = 0; i < article->distinct; i++) {
		struct story_term term = term_of(t->epoch, id, &terms[i]);
		if (term.topics & TOPIC_JUSTICE)
			article->affair += term.flags & STORY_TITLE ? 2 : 1;
		if (term.weight > 0)
			article->term_count = keep_term(kept, article->term_count, term);
	}
	if (article->term_count > 1)
		qsort(kept, article->term_count, sizeof *kept, by_term);
	article->terms = arena_copy(t->arena, kept, article->term_count * sizeof *kept);
}

static void tell_days(struct telling *t, article_id id, struct story_article *article)
{
	int32_t *days = ARENA_ARRAY(t->arena, int32_t, t->epoch->raw->facts[id].day_count);

	article->day_count = epoch_days_of(t->epoch, id, days);
	article->days = days;
}

/* A number for each surname, the same for all of a family. */
static uint32_t *number_surnames(struct telling *t)
{
	const struct people *people = &t->epoch->raw->people;
	uint32_t *numbers = ARENA_ARRAY(t->arena, uint32_t, people->actor_count);
	struct map surnames;
	bool made;

	map_init(&surnames, t->arena);
	for (uint32_t i = 0; i < people->actor_count; i++) {
		struct span key = fold(span_of(people->actors[i].surname), t->arena);
		struct map_entry *entry = map_put(&surnames, key, &made);
		numbers[i] = (uint32_t)(entry - surnames.entries);
	}
	t->surname_count = surnames.count;
	return numbers;
}

/* How often the most mentioned surname is; times: of each, all 0 before. */
static uint32_t count_surnames(struct telling *t, const struct facts *facts)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		uint32_t times = ++t->surname_times[t->surnames[facts->mentions[i].actor]];
		most = times > most ? times : most;
	}
	return most;
}

/* Whoever the title names and the article is about: named at least half as often as anybody. */
static void tell_people(struct telling *t, article_id id, struct story_article *article)
{
	const struct facts *facts = &t->epoch->raw->facts[id];
	struct extent title = t->epoch->raw->segments[id]->article->title_at;
	uint32_t *found = ARENA_ARRAY(t->arena, uint32_t, facts->mention_count);
	uint32_t most = count_surnames(t, facts);

	article->people = facts->people;
	article->people_count = facts->people_count;
	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *mention = &facts->mentions[i];
		uint32_t surname = t->surnames[mention->actor];
		if (mention->at.start >= title.start && mention->at.end <= title.end &&
			2 * t->surname_times[surname] >= most)
			found[article->title_name_count++] = surname;
	}
	article->title_name_count = sort_once(found, article->title_name_count);
	for (uint32_t i = 0; i < facts->mention_count; i++)
		t->surname_times[t->surnames[facts->mentions[i].actor]] = 0;
	article->title_names = found;
}

static void tell_print(struct telling *t, article_id id, struct story_article *article)
{
	struct arena_mark mark = arena_mark(&t->words);
	uint32_t *words, count = epoch_body_words(t->epoch, id, t->hashes, &words, &t->words);

	t->prints[id] = version_print_make(words, count, PRINT_SHINGLES, t->arena);
	article->print = &t->prints[id];
	article->words = count;
	arena_rewind(&t->words, mark);
}

static uint32_t *hash_forms(const struct epoch *epoch, struct arena *arena)
{
	uint32_t *hashes = ARENA_ARRAY(arena, uint32_t, epoch->forms.count);

	for (uint32_t form = 0; form < epoch->forms.count; form++)
		hashes[form] = strings_at(epoch->raw->forms, form)->hash;
	return hashes;
}

struct story_archive epoch_tell_stories(struct epoch *epoch, struct arena *arena)
{
	struct telling t = {.epoch = epoch, .arena = arena};

	arena_init(&t.words);
	t.hashes = hash_forms(epoch, arena);
	t.surnames = number_surnames(&t);
	t.surname_times = ARENA_ARRAY(arena, uint32_t, t.surname_count);
	t.articles = ARENA_ARRAY(arena, struct story_article, epoch->count);
	t.prints = ARENA_ARRAY(arena, struct version_print, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		struct story_article *article = &t.articles[id];
		const struct published *published = &epoch->raw->facts[id].published;
		article->day = published->precision == PRECISION_DAY ? published->day : DAY_NONE;
		article->key = epoch->digests[id].high;
		article->language = (enum language)epoch->languages_of[id];
		tell_terms(&t, id, article);
		tell_days(&t, id, article);
		tell_people(&t, id, article);
		tell_print(&t, id, article);
	}
	arena_clear(&t.words);
	return (struct story_archive){.articles = t.articles,
		.count = epoch->count,
		.rarities = epoch->single_weights,
		.term_count = epoch->terms.count,
		.actor_articles = epoch->actor_articles,
		.actor_count = epoch->actor_count,
		.name_count = t.surname_count};
}

static void lay_stories(struct epoch *epoch)
{
	const struct stories *stories = &epoch->raw->stories;
	struct arena *arena = &epoch->arena;

	epoch->story_count = stories->count;
	epoch->story_centrals = ARENA_ARRAY(arena, uint32_t, stories->count);
	epoch->story_days = ARENA_ARRAY(arena, struct spoken_span, stories->count);
	postings_init(&epoch->story_articles, stories->count, arena);
	for (uint32_t i = 0; i < stories->count; i++)
		for (uint32_t k = 0; k < stories->at[i].count; k++)
			postings_count(&epoch->story_articles, i);
	postings_settle(&epoch->story_articles, arena);
	for (uint32_t i = 0; i < stories->count; i++) {
		const struct story *story = &stories->at[i];
		epoch->story_centrals[i] = story->central;
		epoch->story_days[i] = (struct spoken_span){story->from, story->to};
		for (uint32_t k = 0; k < story->count; k++)
			postings_put(&epoch->story_articles, i, story->articles[k]);
	}
	epoch->story_of = arena_copy(arena, stories->of, epoch->count * sizeof *stories->of);
	epoch->versions =
		arena_copy(arena, stories->versions, epoch->count * sizeof *stories->versions);
	epoch->version_counts = ARENA_ARRAY(arena, uint32_t, epoch->count);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->version_counts[stories->versions[id]]++;
}

void epoch_find_stories(struct epoch *epoch)
{
	struct arena scratch;

	arena_init(&scratch);
	struct story_archive archive = epoch_tell_stories(epoch, &scratch);
	stories_make(&archive, &story_model, &epoch->raw->stories, &epoch->raw->arena);
	lay_stories(epoch);
	arena_clear(&scratch);
}

uint32_t epoch_versions(const struct epoch *epoch, article_id id)
{
	return epoch->version_counts[epoch->versions[id]];
}

uint32_t epoch_same_text(const struct epoch *epoch, article_id a, article_id b)
{
	struct arena scratch;
	uint32_t *words_a, *words_b;

	arena_init(&scratch);
	uint32_t a_count = epoch_body_words(epoch, a, NULL, &words_a, &scratch);
	uint32_t b_count = epoch_body_words(epoch, b, NULL, &words_b, &scratch);
	uint32_t percent = version_percent(words_a, a_count, words_b, b_count);
	arena_clear(&scratch);
	return percent;
}
