#include "know/corrected.h"

#include "article/correct.h"
#include "base/vec.h"
#include "know/people-slug.h"

#include <stdlib.h>
#include <string.h>

#define NOBODY UINT32_MAX

VEC_OF(struct actor, actor_list);

/* Whom names mean: the keys of actors, then their forms, then surnames, each of whom most
 * articles name, then those whom the reader added. */
struct calling {
	struct map called; /* slug: 1 + actor */
	struct map slugs;  /* taken */
	struct actor_list added;
	uint32_t count; /* of actors, without those that were added */
	struct arena *arena, scratch;
};

static bool is_corrected(const struct document *document, enum correction_kind kind)
{
	const struct corrected *corrected = document->article->corrected;

	for (const struct correction *at = corrected ? corrected->first : NULL; at;
		at = at->next ? &corrected->all->at[at->next - 1] : NULL)
		if (at->kind == kind)
			return true;
	return false;
}

static bool is_any_corrected(
	const struct document *documents, uint32_t count, enum correction_kind kind)
{
	for (uint32_t i = 0; i < count; i++)
		if (is_corrected(&documents[i], kind))
			return true;
	return false;
}

static void call(struct calling *calling, const char *slug, uint32_t actor)
{
	bool made;
	struct map_entry *entry = map_put(&calling->called, span_of(slug), &made);

	if (made)
		entry->value = actor + 1;
}

static void calling_init(struct calling *calling, const struct people *people, struct arena *arena)
{
	*calling = (struct calling){.count = people->actor_count, .arena = arena};
	arena_init(&calling->scratch);
	map_init(&calling->called, &calling->scratch);
	map_init(&calling->slugs, &calling->scratch);
	for (uint32_t i = 0; i < people->actor_count; i++) {
		slug_take(&calling->slugs, people->actors[i].slug, &calling->scratch);
		call(calling, people->actors[i].slug, i);
	}
	for (uint32_t i = 0; i < people->actor_count; i++) {
		const struct actor *actor = &people->actors[i];
		call(calling, slug_of(span_of(actor->name), &calling->scratch), i);
		for (uint32_t f = 0; f < actor->form_count; f++)
			call(calling, slug_of(span_of(actor->forms[f]), &calling->scratch), i);
	}
	for (uint32_t i = 0; i < people->actor_count; i++)
		call(calling, slug_of(span_of(people->actors[i].surname), &calling->scratch), i);
}

/* NOBODY: no actor is called so. */
static uint32_t actor_called(struct calling *calling, struct span name)
{
	const struct map_entry *entry =
		map_get(&calling->called, span_of(slug_of(name, &calling->scratch)));

	return entry ? entry->value - 1 : NOBODY;
}

static struct span surname_of(struct span name)
{
	size_t start = name.len;

	while (start > 0 && name.at[start - 1] != ' ')
		start--;
	return span_cut(name, start, name.len);
}

/* Somebody whom only the reader names so. */
static uint32_t add_actor(struct calling *calling, struct span name)
{
	const char *slug = slug_of(name, calling->arena);
	uint32_t actor = calling->count + calling->added.count;

	*vec_push(calling->arena, &calling->added) =
		(struct actor){.slug = slug_take(&calling->slugs, slug, calling->arena),
			.name = arena_string(calling->arena, name),
			.surname = arena_string(calling->arena, surname_of(name))};
	call(calling, slug, actor);
	return actor;
}

/* --- names -------------------------------------------------------------------------------- */

static void correct_names(
	struct calling *calling, const struct document *document, struct document_people *people)
{
	struct span text = document->article->text;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < people->mention_count; i++) {
		struct mention mention = people->mentions[i];
		const struct correction *correction = article_corrected(
			document->article, CORRECTION_PERSON, span_in(text, mention.at));
		if (correction && correction->value.len == 0)
			continue; /* nobody */
		if (correction) {
			mention.actor = actor_called(calling, correction->value);
			if (mention.actor == NOBODY)
				mention.actor = add_actor(calling, correction->value);
			mention.tie = TIE_READER;
		}
		people->mentions[kept++] = mention;
	}
	people->mention_count = kept;
}

/* Functions may mean somebody whom no name does. */
static void call_others(struct calling *calling, const struct document *document)
{
	const struct corrected *corrected = document->article->corrected;

	for (const struct correction *at = corrected->first; at;
		at = at->next ? &corrected->all->at[at->next - 1] : NULL)
		if (at->kind == CORRECTION_PERSON && at->value.len &&
			actor_called(calling, at->value) == NOBODY)
			add_actor(calling, at->value);
}

/* --- counts and order --------------------------------------------------------------------- */

static void count_mentions(struct actor *actors, const struct document_people *documents,
	uint32_t count, uint32_t *last)
{
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < documents[d].mention_count; i++) {
			uint32_t actor = documents[d].mentions[i].actor;
			actors[actor].mentions++;
			actors[actor].articles += last[actor] != d + 1;
			last[actor] = d + 1;
		}
}

/* An actor and where it stood. */
struct placed {
	struct actor actor;
	uint32_t from;
};

static int compare_placed(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;

	if (a->actor.articles != b->actor.articles)
		return a->actor.articles > b->actor.articles ? -1 : 1;
	return strcmp(a->actor.slug, b->actor.slug);
}

/* Those whom nothing names any longer are gone, but for whom the reader named. */
static void settle(struct calling *calling, struct people *people, uint32_t documents)
{
	uint32_t all = calling->count + calling->added.count, kept = 0;
	struct placed *placed = ARENA_ARRAY(&calling->scratch, struct placed, all);
	struct actor *actors = ARENA_ARRAY(&calling->scratch, struct actor, all);
	uint32_t *last = ARENA_ARRAY(&calling->scratch, uint32_t, all);
	uint32_t *now = ARENA_ARRAY(&calling->scratch, uint32_t, all);

	for (uint32_t i = 0; i < all; i++) {
		actors[i] = i < calling->count ? people->actors[i]
					       : calling->added.at[i - calling->count];
		actors[i].articles = actors[i].mentions = 0;
	}
	count_mentions(actors, people->documents, documents, last);
	for (uint32_t i = 0; i < all; i++)
		if (actors[i].mentions || i >= calling->count)
			placed[kept++] = (struct placed){actors[i], i};
	qsort(placed, kept, sizeof *placed, compare_placed);
	people->actors = ARENA_ARRAY(calling->arena, struct actor, kept);
	people->actor_count = kept;
	for (uint32_t i = 0; i < kept; i++) {
		people->actors[i] = placed[i].actor;
		now[placed[i].from] = i;
	}
	for (uint32_t d = 0; d < documents; d++)
		for (uint32_t i = 0; i < people->documents[d].mention_count; i++) {
			struct mention *mention = &people->documents[d].mentions[i];
			mention->actor = now[mention->actor];
		}
}

void corrected_names(const struct document *documents, uint32_t count, struct people *people,
	struct arena *arena)
{
	struct calling calling;

	if (!is_any_corrected(documents, count, CORRECTION_PERSON))
		return;
	calling_init(&calling, people, arena);
	for (uint32_t i = 0; i < count; i++)
		if (is_corrected(&documents[i], CORRECTION_PERSON)) {
			correct_names(&calling, &documents[i], &people->documents[i]);
			call_others(&calling, &documents[i]);
		}
	settle(&calling, people, count);
	arena_clear(&calling.scratch);
}

/* --- functions ---------------------------------------------------------------------------- */

static void correct_roles(
	struct calling *calling, const struct document *document, struct document_people *people)
{
	struct span text = document->article->text;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < people->mention_count; i++) {
		struct mention mention = people->mentions[i];
		const struct correction *correction =
			mention.how == HOW_ROLE
				? article_corrected(document->article, CORRECTION_PERSON,
					  span_in(text, mention.at))
				: NULL;
		uint32_t actor =
			correction ? actor_called(calling, correction->value) : mention.actor;
		if (actor == NOBODY)
			continue;
		if (correction) {
			mention.actor = actor;
			mention.tie = TIE_READER;
			mention.reading = NULL;
		}
		people->mentions[kept++] = mention;
	}
	people->mention_count = kept;
}

/* How many articles mean each by a function, and do not name them. */
static void count_roles(struct people *people, uint32_t documents, struct arena *scratch)
{
	uint32_t *named = ARENA_ARRAY(scratch, uint32_t, people->actor_count);
	uint32_t *meant = ARENA_ARRAY(scratch, uint32_t, people->actor_count);

	for (uint32_t i = 0; i < people->actor_count; i++)
		people->actors[i].role_articles = 0;
	for (uint32_t d = 0; d < documents; d++) {
		const struct document_people *document = &people->documents[d];
		for (uint32_t i = 0; i < document->mention_count; i++)
			if (document->mentions[i].how == HOW_NAME)
				named[document->mentions[i].actor] = d + 1;
		for (uint32_t i = 0; i < document->mention_count; i++) {
			uint32_t actor = document->mentions[i].actor;
			if (named[actor] != d + 1 && meant[actor] != d + 1)
				people->actors[actor].role_articles++;
			meant[actor] = d + 1;
		}
	}
}

void corrected_roles(const struct document *documents, uint32_t count, struct people *people,
	struct arena *arena)
{
	struct calling calling;

	if (!is_any_corrected(documents, count, CORRECTION_PERSON))
		return;
	calling_init(&calling, people, arena);
	for (uint32_t i = 0; i < count; i++)
		if (is_corrected(&documents[i], CORRECTION_PERSON))
			correct_roles(&calling, &documents[i], &people->documents[i]);
	count_roles(people, count, &calling.scratch);
	arena_clear(&calling.scratch);
}

/* --- quotations --------------------------------------------------------------------------- */

static void correct_quote(struct calling *calling, const struct people *people,
	const struct correction *correction, struct quotation *quote)
{
	const struct extent none = {0, 0};

	quote->clue = SPEAKER_READER;
	quote->cue = quote->phrase = quote->name = none;
	quote->speaker = correction->value;
	quote->actor = SPEAKER_NOBODY;
	if (correction->value.len)
		quote->actor = actor_called(calling, correction->value);
	if (quote->actor != SPEAKER_NOBODY)
		quote->speaker = span_of(people->actors[quote->actor].name);
}

void corrected_quotes(const struct document *documents, uint32_t count, const struct people *people,
	struct quotations *quotes)
{
	struct calling calling;
	struct arena none;

	if (!is_any_corrected(documents, count, CORRECTION_SPEAKER))
		return;
	arena_init(&none);
	calling_init(&calling, people, &none);
	for (uint32_t d = 0; d < count; d++) {
		const struct article *article = documents[d].article;
		for (uint32_t i = 0; article->corrected && i < quotes[d].count; i++) {
			struct quotation *quote = &quotes[d].at[i];
			const struct correction *correction = article_corrected(
				article, CORRECTION_SPEAKER, span_in(article->text, quote->at));
			if (correction)
				correct_quote(&calling, people, correction, quote);
		}
	}
	arena_clear(&calling.scratch);
	arena_clear(&none);
}
