#include "store/desk.h"
#include "store/epoch-steps.h"
#include "store/epoch-tokens.h"
#include "store/sealed.h"

/* What is laid on shelves, until it is there. */
struct sealing {
	struct epoch *epoch;
	struct arena scratch;
	struct shelf_spans spans;
};

static void add(struct sealing *s, struct span span)
{
	*vec_push(&s->scratch, &s->spans) = span;
}

/* What was added becomes a shelf of the epoch. */
static struct shelf shelve(struct sealing *s)
{
	struct shelf shelf = shelf_make(&s->spans, &s->epoch->arena);

	arena_clear(&s->scratch);
	s->spans = (struct shelf_spans){.count = 0};
	return shelf;
}

/* --- articles ------------------------------------------------------------------------------- */

static const struct article *raw_article(const struct sealing *s, article_id id)
{
	return s->epoch->raw->segments[id]->article;
}

static void seal_strings(struct sealing *s)
{
	struct epoch *epoch = s->epoch;

	for (article_id id = 0; id < epoch->count; id++)
		add(s, shelf_ended(raw_article(s, id)->path));
	epoch->paths = shelve(s);
	for (article_id id = 0; id < epoch->count; id++)
		add(s, raw_article(s, id)->title);
	epoch->titles = shelve(s);
	epoch->text_lens = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		struct span text = raw_article(s, id)->text;
		bool lent = epoch->library.container.count && epoch->records[id] != RECORD_NONE;
		epoch->text_lens[id] = (uint32_t)text.len;
		add(s, lent ? SPAN("") : text);
	}
	epoch->texts = shelve(s);
}

static void seal_articles(struct sealing *s)
{
	struct epoch *epoch = s->epoch;

	for (article_id id = 0; id < epoch->count; id++) {
		struct article article = *raw_article(s, id);
		struct parcel parcel;
		parcel_pack(&parcel, (uint32_t)article.text.len, &s->scratch);
		article_parcel(&parcel, &article);
		add(s, parcel_packed(&parcel));
	}
	epoch->articles = shelve(s);
}

/* A speaker who is a person has the name of the person, which is kept once. */
static struct quotation *without_names(struct sealing *s, const struct facts *facts)
{
	const struct actor *actors = s->epoch->raw->people.actors;
	struct quotation *quotes =
		arena_copy(&s->scratch, facts->quotes, facts->quote_count * sizeof *facts->quotes);

	for (uint32_t i = 0; i < facts->quote_count; i++)
		if (quotes[i].actor != SPEAKER_NOBODY &&
			span_is(quotes[i].speaker, actors[quotes[i].actor].name))
			quotes[i].speaker = SPAN("");
	return quotes;
}

static void seal_facts(struct sealing *s)
{
	struct epoch *epoch = s->epoch;

	for (article_id id = 0; id < epoch->count; id++) {
		struct facts facts = epoch->raw->facts[id];
		struct parcel parcel;
		facts.quotes = without_names(s, &facts);
		parcel_pack(&parcel, (uint32_t)raw_article(s, id)->text.len, &s->scratch);
		facts_parcel(&parcel, &facts);
		add(s, parcel_packed(&parcel));
	}
	epoch->facts = shelve(s);
}

/* --- actors, organisations, places ---------------------------------------------------------- */

static void seal_actors(struct sealing *s)
{
	struct epoch *epoch = s->epoch;
	struct actor *actors = epoch->raw->people.actors;

	for (uint32_t i = 0; i < epoch->actor_count; i++)
		add(s, shelf_ended(actors[i].slug));
	epoch->actor_slugs = shelve(s);
	for (uint32_t i = 0; i < epoch->actor_count; i++)
		add(s, shelf_ended(actors[i].name));
	epoch->actor_names = shelve(s);
	for (uint32_t i = 0; i < epoch->actor_count; i++) {
		struct parcel parcel;
		parcel_pack(&parcel, 0, &s->scratch);
		actor_parcel(&parcel, &actors[i]);
		add(s, parcel_packed(&parcel));
	}
	epoch->actors = shelve(s);
}

static void seal_entities(struct sealing *s)
{
	struct epoch *epoch = s->epoch;
	struct entity *entities = epoch->raw->entities.at;
	uint32_t count = epoch->entity_starts[ENTITY_KIND_COUNT];

	for (uint32_t i = 0; i < count; i++)
		add(s, shelf_ended(entities[i].slug));
	epoch->entity_slugs = shelve(s);
	for (uint32_t i = 0; i < count; i++)
		add(s, shelf_ended(entities[i].name));
	epoch->entity_names = shelve(s);
	for (uint32_t i = 0; i < count; i++) {
		struct parcel parcel;
		parcel_pack(&parcel, 0, &s->scratch);
		entity_parcel(&parcel, &entities[i]);
		add(s, parcel_packed(&parcel));
	}
	epoch->entities = shelve(s);
}

/* --- functions ------------------------------------------------------------------------------ */

/* Calls each with the words of every place that says that somebody holds a function. */
static void each_reading(struct sealing *s, struct map *numbers,
	void (*each)(struct sealing *, struct role_words, uint32_t number, article_id, bool made))
{
	const struct people *people = &s->epoch->raw->people;

	for (uint32_t a = 0; a < people->actor_count; a++)
		for (uint32_t r = 0; r < people->actors[a].role_count; r++) {
			const struct role *role = &people->actors[a].roles[r];
			for (uint32_t i = 0; i < role->reading_count; i++) {
				const struct role_mark *mark = role->readings[i].mark;
				struct role_words words = {.head = mark->head};
				memcpy(words.words, mark->words, sizeof words.words);
				bool made;
				struct map_entry *entry = map_put(numbers,
					(struct span){(const char *)&words, sizeof words}, &made);
				each(s, words, (uint32_t)(entry - numbers->entries),
					role->readings[i].document, made);
			}
		}
}

static void number_words(
	struct sealing *s, struct role_words words, uint32_t number, article_id id, bool made)
{
	(void)words, (void)number, (void)id;
	s->epoch->role_count += made;
}

static void count_words(
	struct sealing *s, struct role_words words, uint32_t number, article_id id, bool made)
{
	(void)id, (void)made;
	s->epoch->role_words[number] = words;
	postings_count(&s->epoch->role_articles, number);
}

static void put_words(
	struct sealing *s, struct role_words words, uint32_t number, article_id id, bool made)
{
	(void)words, (void)made;
	postings_put(&s->epoch->role_articles, number, id);
}

static void seal_roles(struct sealing *s)
{
	struct epoch *epoch = s->epoch;
	struct map numbers;

	map_init(&numbers, &s->scratch);
	each_reading(s, &numbers, number_words);
	epoch->role_words = ARENA_ARRAY(&epoch->arena, struct role_words, epoch->role_count);
	postings_init(&epoch->role_articles, epoch->role_count, &epoch->arena);
	each_reading(s, &numbers, count_words);
	postings_settle(&epoch->role_articles, &epoch->arena);
	each_reading(s, &numbers, put_words);
	arena_clear(&s->scratch);
}

void epoch_seal(struct epoch *epoch)
{
	struct sealing s = {.epoch = epoch};

	arena_init(&s.scratch);
	seal_strings(&s);
	seal_articles(&s);
	seal_facts(&s);
	seal_roles(&s);
	seal_actors(&s);
	seal_entities(&s);
	epoch_raw_close(epoch);
	epoch->desk = desk_make(&epoch->arena);
}
