#include "know/people-actor.h"

#include <stdlib.h>
#include <string.h>

struct making {
	struct usages usages;
	struct actor *actors;
	uint32_t *actor_of; /* owner → actor */
	struct arena *arena, *scratch;
};

/* The language of most articles. */
static enum language commonest(const enum language *languages, uint32_t count)
{
	uint32_t counts[LANGUAGE_COUNT] = {0};
	enum language best = LANGUAGE_NONE;

	for (uint32_t i = 0; i < count; i++)
		counts[languages[i]]++;
	counts[LANGUAGE_NONE] = 0;
	for (unsigned i = 0; i < LANGUAGE_COUNT; i++)
		if (counts[i] > counts[best])
			best = (enum language)i;
	return best;
}

static void count_owners(struct making *making, const struct candidate_list *list, uint32_t mark)
{
	for (uint32_t i = 0; i < list->count; i++) {
		if (list->at[i].person == PERSON_NONE)
			continue;
		const struct usage *usage = &making->usages.list.at[list->at[i].usage];
		struct owner *owner = &making->usages.owners.at[usage->owner];
		owner->mentions++;
		owner->articles += owner->last_document != mark;
		owner->last_document = mark;
	}
}

static int compare_usages(const void *x, const void *y)
{
	const struct usage *a = *(const struct usage *const *)x;
	const struct usage *b = *(const struct usage *const *)y;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return span_compare(a->form->text, b->form->text);
}

/* Why the usage's form is of the person who is shown by the other form. */
static struct tie tie_of(const struct usage *usage, const struct name_form *shown)
{
	struct tie tie = usage->tie;

	if (usage->form == shown)
		return (struct tie){TIE_SHOWN, 0};
	if (tie.rule == TIE_SPELLING && usage->form->given && usage->form->own != shown->own)
		tie.rule = TIE_ALIKE;
	return tie;
}

/* The owner's spellings, commonest first, with their ties. */
static void fill_forms(struct making *making, const struct owner *owner,
	const struct name_form *shown, struct actor *actor)
{
	const struct usages *usages = &making->usages;
	struct arena_mark mark = arena_mark(making->scratch);
	uint32_t count = 0;

	for (uint32_t i = owner->first; i != USAGE_NONE; i = usages->list.at[i].next)
		count++;
	const struct usage **sorted = ARENA_ARRAY(making->scratch, const struct usage *, count);
	struct tie *ties = ARENA_ARRAY(making->arena, struct tie, count);
	actor->forms = ARENA_ARRAY(making->arena, const char *, count);
	actor->ties = ties;
	actor->form_count = count;
	count = 0;
	for (uint32_t i = owner->first; i != USAGE_NONE; i = usages->list.at[i].next)
		sorted[count++] = &usages->list.at[i];
	qsort(sorted, count, sizeof(const struct usage *), compare_usages);
	for (uint32_t i = 0; i < count; i++) {
		actor->forms[i] = arena_string(making->arena, sorted[i]->form->text);
		ties[i] = tie_of(sorted[i], shown);
	}
	arena_rewind(making->scratch, mark);
}

static struct actor actor_of(struct making *making, const struct owner *owner)
{
	const struct name_form *best = usages_best(&making->usages, owner, true);
	struct actor actor = {.slug = arena_string(making->arena, span_of(owner->slug)),
		.gender = owner->gender,
		.articles = owner->articles,
		.mentions = owner->mentions};

	fill_forms(making, owner, best, &actor);
	actor.name = arena_string(making->arena, owner->name.len ? owner->name : best->text);
	actor.surname = arena_string(making->arena, best->surname);
	return actor;
}

/* An actor in the making, and who it is. */
struct ranked {
	struct actor actor;
	uint32_t owner;
};

static int compare_rank(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;

	if (a->actor.articles != b->actor.articles)
		return a->actor.articles > b->actor.articles ? -1 : 1;
	return strcmp(a->actor.slug, b->actor.slug);
}

static void order_actors(struct making *making, struct people *people)
{
	const struct usages *usages = &making->usages;
	struct ranked *all = ARENA_ARRAY(making->scratch, struct ranked, usages->owners.count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < usages->owners.count; i++) {
		const struct owner *owner = &usages->owners.at[i];
		if (owner->first != USAGE_NONE && !owner->hidden)
			all[count++] = (struct ranked){actor_of(making, owner), i};
	}
	qsort(all, count, sizeof *all, compare_rank);
	people->actors = ARENA_ARRAY(making->arena, struct actor, count);
	people->actor_count = count;
	for (uint32_t i = 0; i < count; i++) {
		people->actors[i] = all[i].actor;
		making->actor_of[all[i].owner] = i;
	}
}

static void fill_mentions(const struct making *making, const struct candidate_list *list,
	struct document_people *document)
{
	document->mentions = ARENA_ARRAY(making->arena, struct mention, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct candidate *candidate = &list->at[i];
		if (candidate->person == PERSON_NONE)
			continue;
		const struct usage *usage = &making->usages.list.at[candidate->usage];
		bool reader = usage->tie.rule == TIE_READER;
		if (!making->usages.owners.at[usage->owner].hidden)
			document->mentions[document->mention_count++] =
				(struct mention){.at = candidate->mark->at,
					.actor = making->actor_of[usage->owner],
					.how = HOW_NAME,
					.tie = reader ? TIE_READER : candidate->tie.rule};
	}
}

void actors_make(struct candidate_list *lists, const struct document *documents, uint32_t count,
	const struct group *group, const struct people_beside *beside, struct people *people,
	struct arena *arena)
{
	struct making making = {.arena = arena, .scratch = group->arena};
	enum language *languages = ARENA_ARRAY(making.scratch, enum language, count);

	for (uint32_t i = 0; i < count; i++)
		languages[i] = documents[i].article->language;
	usages_make(&making.usages, lists, languages, count, group,
		beside->language ? beside->language : commonest(languages, count));
	cast_usages(&making.usages, beside->rules);
	for (uint32_t i = 0; i < count; i++)
		count_owners(&making, &lists[i], i + 1);
	making.actor_of = ARENA_ARRAY(making.scratch, uint32_t, making.usages.owners.count);
	order_actors(&making, people);
	people->documents = ARENA_ARRAY(arena, struct document_people, count);
	for (uint32_t i = 0; i < count; i++)
		fill_mentions(&making, &lists[i], &people->documents[i]);
}
