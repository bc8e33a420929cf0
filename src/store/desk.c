#include "store/desk.h"

#include "article/correct.h"
#include "store/epoch-entities.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "store/sealed.h"

#include <string.h>

enum part { PART_ARTICLE, PART_OUTLINE, PART_FACTS, PART_TEXT };

struct opened {
	article_id id;
	enum part part;
};

struct desk {
	struct arena articles_arena, arena;
	const struct article **articles; /* of each id, null when it is not open */
	const struct article **outlines;
	const struct facts **facts;
	const char **texts;        /* of those that are in the library */
	VEC(struct opened) opened; /* in order */
	struct library_reader library;
	struct open_tokens tokens;
	const struct actor **actors;
	const struct entity **entities;
	struct stories stories;
	bool has_stories;
	uint32_t *languages;
};

struct desk *desk_make(struct arena *arena)
{
	struct desk *desk = ARENA_NEW(arena, struct desk);

	arena_init(&desk->articles_arena);
	arena_init(&desk->arena);
	library_reader_open(&desk->library);
	desk->tokens.id = ARTICLE_NONE;
	arena_init(&desk->tokens.arena);
	return desk;
}

void desk_clear(struct desk *desk)
{
	library_reader_close(&desk->library);
	arena_clear(&desk->tokens.arena);
	arena_clear(&desk->articles_arena);
	arena_clear(&desk->arena);
}

struct open_tokens *desk_tokens(struct desk *desk)
{
	return &desk->tokens;
}

/* A table of what is open, made when the first is. */
#define DESK_TABLE(desk, table, count) \
	((desk)->table ? (void)0 \
		       : (void)((desk)->table = arena_array( \
					&(desk)->arena, (count), sizeof *(desk)->table)))

const uint32_t *desk_languages(const struct epoch *epoch)
{
	struct desk *desk = epoch->desk;

	if (desk->languages)
		return desk->languages;
	desk->languages = ARENA_ARRAY(&desk->arena, uint32_t, LANGUAGE_COUNT);
	for (article_id id = 0; id < epoch->count; id++)
		desk->languages[epoch->languages_of[id]] += epoch_is_here(epoch, id);
	return desk->languages;
}

struct epoch_mark epoch_mark(const struct epoch *epoch)
{
	return (struct epoch_mark){
		arena_mark(&epoch->desk->articles_arena), epoch->desk->opened.count};
}

static void note_opened(struct desk *desk, article_id id, enum part part)
{
	*vec_push(&desk->arena, &desk->opened) = (struct opened){id, part};
}

static void put_away(struct desk *desk, struct opened opened)
{
	switch (opened.part) {
	case PART_ARTICLE:
		desk->articles[opened.id] = NULL;
		break;
	case PART_OUTLINE:
		desk->outlines[opened.id] = NULL;
		break;
	case PART_FACTS:
		desk->facts[opened.id] = NULL;
		break;
	case PART_TEXT:
		desk->texts[opened.id] = NULL;
		break;
	}
}

void epoch_rewind(const struct epoch *epoch, struct epoch_mark mark)
{
	struct desk *desk = epoch->desk;

	while (desk->opened.count > mark.opened)
		put_away(desk, desk->opened.at[--desk->opened.count]);
	arena_rewind(&desk->articles_arena, mark.arena);
}

/* --- without opening ------------------------------------------------------------------------ */

const char *epoch_path(const struct epoch *epoch, article_id id)
{
	return shelf_string(&epoch->paths, id);
}

struct span epoch_title(const struct epoch *epoch, article_id id)
{
	return shelf_at(&epoch->titles, id);
}

enum origin epoch_title_from(const struct epoch *epoch, article_id id)
{
	uint8_t origin = epoch->title_origins[id];

	return origin < ORIGIN_COUNT ? (enum origin)origin : (enum origin)0;
}

struct span epoch_source(const struct epoch *epoch, article_id id)
{
	return shelf_at(&epoch->spellings, epoch->spelling_of[id]);
}

struct digest epoch_digest(const struct epoch *epoch, article_id id)
{
	const struct epoch_behind *behind = epoch->behind;

	return behind && id >= behind->first ? behind->digests[id - behind->first]
					     : epoch->digests[id];
}

int32_t epoch_day(const struct epoch *epoch, article_id id)
{
	return epoch->days[id];
}

const uint32_t *epoch_people(const struct epoch *epoch, article_id id, uint32_t *count)
{
	return postings_row(&epoch->named, id, count);
}

const char *epoch_actor_slug(const struct epoch *epoch, uint32_t actor)
{
	return shelf_string(&epoch->actor_slugs, actor);
}

const char *epoch_actor_name(const struct epoch *epoch, uint32_t actor)
{
	return shelf_string(&epoch->actor_names, actor);
}

/* --- texts ---------------------------------------------------------------------------------- */

static bool is_in_library(const struct epoch *epoch, article_id id)
{
	return epoch->library.container.count && epoch->records[id] != RECORD_NONE;
}

/* Known without opening it. */
static uint32_t text_len(const struct epoch *epoch, article_id id)
{
	if (!is_in_library(epoch, id))
		return (uint32_t)shelf_at(&epoch->texts, id).len;
	uint32_t len = epoch->text_lens[id];
	return len <= library_room(&epoch->library, epoch->records[id]) ? len : 0;
}

/* Of a text that is torn there are blanks, so that whatever lies in it still does. */
static const char *copy_text(struct desk *desk, const struct epoch *epoch, article_id id)
{
	uint32_t len = text_len(epoch, id);
	struct span text;

	if (library_text(&epoch->library, epoch->records[id], &desk->library, &text) &&
		text.len == len)
		return arena_string(&desk->articles_arena, text);
	char *blanks = arena_alloc(&desk->articles_arena, (size_t)len + 1);
	memset(blanks, ' ', len);
	return blanks;
}

struct span epoch_text(const struct epoch *epoch, article_id id)
{
	struct desk *desk = epoch->desk;

	if (!is_in_library(epoch, id))
		return shelf_at(&epoch->texts, id);
	DESK_TABLE(desk, texts, epoch->count);
	if (!desk->texts[id]) {
		desk->texts[id] = copy_text(desk, epoch, id);
		note_opened(desk, id, PART_TEXT);
	}
	return (struct span){desk->texts[id], text_len(epoch, id)};
}

/* --- articles ------------------------------------------------------------------------------- */

/* Of a parcel that is torn there is left what lies elsewhere. */
static struct article bare_article(const struct epoch *epoch, article_id id, struct span text)
{
	return (struct article){.path = shelf_string(&epoch->paths, id),
		.digest = epoch_digest(epoch, id),
		.language = epoch->languages_of[id] < LANGUAGE_COUNT
				    ? (enum language)epoch->languages_of[id]
				    : LANGUAGE_NONE,
		.text = text,
		.saved = text,
		.encoding = "",
		.source = epoch_source(epoch, id),
		.title = shelf_at(&epoch->titles, id),
		.title_from = epoch_title_from(epoch, id)};
}

static const struct article *open_article(
	const struct epoch *epoch, article_id id, struct span text)
{
	struct desk *desk = epoch->desk;
	struct article *article = ARENA_NEW(&desk->articles_arena, struct article);
	struct parcel parcel;
	uint32_t lines;

	*article = bare_article(epoch, id, text);
	parcel_open(
		&parcel, shelf_at(&epoch->articles, id), (uint32_t)text.len, &desk->articles_arena);
	article_parcel(&parcel, article);
	epoch_kinds(epoch, id, &lines);
	if (!parcel_is_whole(&parcel) || article->line_count != lines)
		*article = bare_article(epoch, id, text);
	if (epoch->corrected.count)
		article_recall(article, &epoch->corrected, &desk->articles_arena);
	if (!text.at)
		article->text = article->saved = SPAN("");
	return article;
}

const struct article *epoch_article(const struct epoch *epoch, article_id id)
{
	struct desk *desk = epoch->desk;

	DESK_TABLE(desk, articles, epoch->count);
	if (!desk->articles[id]) {
		desk->articles[id] = open_article(epoch, id, epoch_text(epoch, id));
		note_opened(desk, id, PART_ARTICLE);
	}
	return desk->articles[id];
}

const struct article *epoch_outline(const struct epoch *epoch, article_id id)
{
	struct desk *desk = epoch->desk;

	if (!is_in_library(epoch, id) || (desk->articles && desk->articles[id]))
		return epoch_article(epoch, id);
	DESK_TABLE(desk, outlines, epoch->count);
	if (!desk->outlines[id]) {
		desk->outlines[id] =
			open_article(epoch, id, (struct span){NULL, text_len(epoch, id)});
		note_opened(desk, id, PART_OUTLINE);
	}
	return desk->outlines[id];
}

/* Null is good, too. */
static bool is_read_in(const struct epoch *epoch, const struct role_reading *reading)
{
	return !reading ||
	       (reading->document < epoch->count && reading->actor < epoch->actor_count);
}

static bool are_roles_sound(const struct epoch *epoch, const struct actor *actor)
{
	for (uint32_t r = 0; r < actor->role_count; r++)
		for (uint32_t i = 0; i < actor->roles[r].reading_count; i++)
			if (!is_read_in(epoch, &actor->roles[r].readings[i]))
				return false;
	return true;
}

static bool is_sound(const struct epoch *epoch, const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (facts->mentions[i].actor >= epoch->actor_count ||
			!is_read_in(epoch, facts->mentions[i].reading))
			return false;
	for (uint32_t i = 0; i < facts->entity_count; i++)
		if (facts->entities[i].entity >= epoch->entity_starts[ENTITY_KIND_COUNT])
			return false;
	for (uint32_t i = 0; i < facts->quote_count; i++)
		if (facts->quotes[i].actor != SPEAKER_NOBODY &&
			facts->quotes[i].actor >= epoch->actor_count)
			return false;
	return true;
}

static struct facts bare_facts(const struct epoch *epoch, article_id id)
{
	uint32_t lines;
	struct facts facts = {.kinds = epoch_kinds(epoch, id, &lines),
		.published = {.day = epoch->days[id],
			.precision = (enum day_precision)epoch->precisions[id],
			.minute = -1},
		.word_count = epoch->word_counts[id],
		.place = epoch->places[id]};

	facts.people = postings_row(&epoch->named, id, &facts.people_count);
	return facts;
}

/* A speaker who is a person is called by the name of the person. */
static void name_speakers(const struct epoch *epoch, struct facts *facts, struct quotation *quotes)
{
	for (uint32_t i = 0; i < facts->quote_count; i++)
		if (quotes[i].actor != SPEAKER_NOBODY && quotes[i].speaker.len == 0)
			quotes[i].speaker =
				span_of(shelf_string(&epoch->actor_names, quotes[i].actor));
	facts->quotes = quotes;
}

const struct facts *epoch_facts(const struct epoch *epoch, article_id id)
{
	struct desk *desk = epoch->desk;
	struct parcel parcel;

	DESK_TABLE(desk, facts, epoch->count);
	if (desk->facts[id])
		return desk->facts[id];
	struct facts *facts = ARENA_NEW(&desk->articles_arena, struct facts);
	*facts = bare_facts(epoch, id);
	parcel_open(
		&parcel, shelf_at(&epoch->facts, id), text_len(epoch, id), &desk->articles_arena);
	facts_parcel(&parcel, facts);
	if (!parcel_is_whole(&parcel) || !is_sound(epoch, facts))
		*facts = bare_facts(epoch, id);
	name_speakers(epoch, facts,
		arena_copy(&desk->articles_arena, facts->quotes,
			facts->quote_count * sizeof *facts->quotes));
	desk->facts[id] = facts;
	note_opened(desk, id, PART_FACTS);
	return facts;
}

/* --- people, organisations, places ------------------------------------------------------------ */

const struct actor *epoch_actor(const struct epoch *epoch, uint32_t number)
{
	struct desk *desk = epoch->desk;
	struct parcel parcel;

	DESK_TABLE(desk, actors, epoch->actor_count);
	if (desk->actors[number])
		return desk->actors[number];
	struct actor *actor = ARENA_NEW(&desk->arena, struct actor);
	parcel_open(&parcel, shelf_at(&epoch->actors, number), 0, &desk->arena);
	actor_parcel(&parcel, actor);
	if (!parcel_is_whole(&parcel) || !are_roles_sound(epoch, actor))
		*actor = (struct actor){.surname = ""};
	actor->slug = shelf_string(&epoch->actor_slugs, number);
	actor->name = shelf_string(&epoch->actor_names, number);
	desk->actors[number] = actor;
	return actor;
}

const struct entity *epoch_entity(const struct epoch *epoch, uint32_t number)
{
	struct desk *desk = epoch->desk;
	struct parcel parcel;

	DESK_TABLE(desk, entities, epoch->entity_starts[ENTITY_KIND_COUNT]);
	if (desk->entities[number])
		return desk->entities[number];
	struct entity *entity = ARENA_NEW(&desk->arena, struct entity);
	parcel_open(&parcel, shelf_at(&epoch->entities, number), 0, &desk->arena);
	entity_parcel(&parcel, entity);
	if (!parcel_is_whole(&parcel))
		*entity = (struct entity){.form_count = 0};
	entity->slug = shelf_string(&epoch->entity_slugs, number);
	entity->name = shelf_string(&epoch->entity_names, number);
	desk->entities[number] = entity;
	return entity;
}

/* --- stories ---------------------------------------------------------------------------------- */

const struct stories *epoch_stories(const struct epoch *epoch)
{
	struct desk *desk = epoch->desk;
	struct stories *stories = &desk->stories;

	if (desk->has_stories)
		return stories;
	desk->has_stories = true;
	stories->count = epoch->story_count;
	stories->of = epoch->story_of;
	stories->versions = epoch->versions;
	stories->at = ARENA_ARRAY(&desk->arena, struct story, stories->count);
	for (uint32_t i = 0; i < stories->count; i++) {
		struct story *story = &stories->at[i];
		story->articles = postings_row(&epoch->story_articles, i, &story->count);
		story->central = epoch->story_centrals[i];
		story->from = epoch->story_days[i].from;
		story->to = epoch->story_days[i].to;
	}
	return stories;
}

const struct story *epoch_story(const struct epoch *epoch, article_id id)
{
	uint32_t story = epoch->story_of[id];

	return story >= epoch->story_count ? NULL : &epoch_stories(epoch)->at[story];
}
