#include "know/people-actor.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/script.h"

#include <stdlib.h>
#include <string.h>

/* How often a person is called by a form.  Of forms that are written alike one stands for all,
 * whatever order they were met in. */
struct usage {
	uint32_t person, count;
	const struct form *form;
	enum tie_rule tie; /* the surest that one of them has */
};

struct making {
	struct group *group;
	struct map uses; /* person and number of the spelling → index into usage */
	VEC(struct usage) usage;
	struct actor *actors;
	uint32_t *actor_of; /* person → actor */
	struct arena *arena;
	struct arena *scratch;
};

/* --- counting -------------------------------------------------------------------- */

/* Whether a form stands for another that is written alike: the surname that it has is longer, or
 * the language puts no endings behind it. */
static bool stands_before(const struct form *form, const struct form *other)
{
	if (form->surname.len != other->surname.len)
		return form->surname.len > other->surname.len;
	if (form->declined != other->declined)
		return !form->declined;
	return !form->genitive && other->genitive;
}

static void count_mention(
	struct making *making, const struct candidate *candidate, uint32_t document)
{
	uint32_t id = group_root(making->group, candidate->person);
	struct person *person = &making->group->persons.at[id];
	const struct form *form = &making->group->forms->list.at[candidate->form];
	bool made;
	struct map_entry *entry =
		map_put_number(&making->uses, (uint64_t)id << 32 | form->spelling, &made);

	if (made) {
		entry->value = making->usage.count;
		*vec_push(making->scratch, &making->usage) =
			(struct usage){id, 0, form, candidate->tie};
	}
	struct usage *usage = &making->usage.at[entry->value];
	usage->count++;
	if (stands_before(form, usage->form))
		usage->form = form;
	if (candidate->tie < usage->tie)
		usage->tie = candidate->tie;
	person->mentions++;
	if (person->last_document != document + 1) {
		person->last_document = document + 1;
		person->articles++;
	}
}

/* A form's fitness to be shown: a given name, spelt out, not shouted. */
static int fitness(const struct form *form)
{
	return (form->given ? form->initial ? 2 : 4 : 0) + !form->all_capitals;
}

static int compare_usage(const void *x, const void *y)
{
	const struct usage *a = x, *b = y;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return span_compare(a->form->text, b->form->text);
}

/* --- actors ------------------------------------------------------------------------ */

/* ASCII letters and digits, words parted by "-". */
static const char *slug_of(const char *name, struct arena *arena)
{
	struct span text = fold(script_latin(span_of(name), arena), arena);
	struct buf slug;

	buf_init(&slug, arena);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_char(&slug, c);
		else if ((c == ' ' || c == '-' || c == '\'' || (unsigned char)c >= 0x80) &&
			 slug.len > 0 && slug.at[slug.len - 1] != '-')
			buf_char(&slug, '-');
	}
	while (slug.len > 0 && slug.at[slug.len - 1] == '-')
		slug.at[--slug.len] = '\0';
	return slug.len ? arena_string(arena, buf_span(&slug)) : "actor";
}

/* Why the usage's form is of the person who is shown by the other form. */
static struct tie tie_of(const struct usage *usage, const struct form *shown)
{
	struct tie tie = {.rule = usage->tie};

	if (tie.rule == TIE_SPELLING && usage->form->given && usage->form->own != shown->own)
		tie.rule = TIE_ALIKE;
	if (usage->form == shown)
		tie.rule = TIE_SHOWN;
	return tie;
}

/* The spellings among the usages [from, to), each once, with their ties. */
static void fill_forms(struct making *making, struct actor *actor, uint32_t from, uint32_t to,
	const struct form *shown)
{
	struct tie *ties = ARENA_ARRAY(making->arena, struct tie, to - from);

	actor->forms = ARENA_ARRAY(making->arena, const char *, to - from);
	actor->ties = ties;
	for (uint32_t i = from; i < to; i++) {
		const struct usage *usage = &making->usage.at[i];
		const char *form = arena_string(making->arena, usage->form->text);
		ties[actor->form_count] = tie_of(usage, shown);
		actor->forms[actor->form_count++] = form;
	}
}

/* The actor of a person's usages [from, to), commonest first. */
static struct actor actor_of(struct making *making, uint32_t from, uint32_t to)
{
	const struct usage *usage = making->usage.at;
	const struct person *person = &making->group->persons.at[usage[from].person];
	struct actor actor = {.gender = person->gender,
		.articles = person->articles,
		.mentions = person->mentions};
	const struct form *best = usage[from].form;

	for (uint32_t i = from; i < to; i++)
		if (fitness(usage[i].form) > fitness(best))
			best = usage[i].form;
	fill_forms(making, &actor, from, to, best);
	actor.name = arena_string(making->arena, best->text);
	actor.surname = arena_string(making->arena, best->surname);
	actor.slug = slug_of(actor.name, making->arena);
	return actor;
}

/* What tells persons with equal slugs apart, whatever order they were met in. */
struct slugged {
	struct actor actor;
	uint32_t person;
	struct span given, family;
};

static int compare_slugged(const void *x, const void *y)
{
	const struct slugged *a = x, *b = y;
	int order = strcmp(a->actor.slug, b->actor.slug);

	if (order == 0)
		order = span_compare(a->family, b->family);
	if (order == 0)
		order = span_compare(a->given, b->given);
	return order ? order : (int)a->actor.gender - (int)b->actor.gender;
}

static int compare_rank(const void *x, const void *y)
{
	const struct slugged *a = x, *b = y;

	if (a->actor.articles != b->actor.articles)
		return a->actor.articles > b->actor.articles ? -1 : 1;
	return strcmp(a->actor.slug, b->actor.slug);
}

/* The second of an equal slug gets "-2", the third "-3"; none of them may be taken already. */
static void part_slugs(
	struct slugged *all, uint32_t count, struct arena *arena, struct arena *scratch)
{
	struct map taken;
	uint32_t number = 1;

	map_init(&taken, scratch);
	for (uint32_t i = 0; i < count; i++)
		map_put(&taken, span_of(all[i].actor.slug), NULL);
	for (uint32_t i = 1; i < count; i++) {
		const char *slug = all[i].actor.slug;
		bool made = false;
		if (strcmp(slug, all[i - number].actor.slug) != 0) {
			number = 1;
			continue;
		}
		for (uint32_t suffix = ++number; !made; suffix++) {
			all[i].actor.slug = arena_format(arena, "%s-%u", slug, suffix);
			map_put(&taken, span_of(all[i].actor.slug), &made);
		}
	}
}

static void order_actors(struct making *making, struct people *people)
{
	struct slugged *all = ARENA_ARRAY(making->scratch, struct slugged, making->usage.count);
	uint32_t count = 0;

	for (uint32_t from = 0, to; from < making->usage.count; from = to) {
		uint32_t id = making->usage.at[from].person;
		const struct person *person = &making->group->persons.at[id];
		for (to = from; to < making->usage.count && making->usage.at[to].person == id;)
			to++;
		all[count++] = (struct slugged){actor_of(making, from, to), id,
			name_key(&making->group->forms->keys, person->given),
			name_key(&making->group->forms->keys, person->family)};
	}
	qsort(all, count, sizeof *all, compare_slugged);
	part_slugs(all, count, making->arena, making->scratch);
	qsort(all, count, sizeof *all, compare_rank);
	people->actors = ARENA_ARRAY(making->arena, struct actor, count);
	people->actor_count = count;
	for (uint32_t i = 0; i < count; i++) {
		people->actors[i] = all[i].actor;
		making->actor_of[all[i].person] = i;
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
		uint32_t id = group_root(making->group, candidate->person);
		document->mentions[document->mention_count++] = (struct mention){
			candidate->mark->at, making->actor_of[id], HOW_NAME, candidate->tie};
	}
}

void actors_make(const struct candidate_list *documents, uint32_t count, struct group *group,
	struct people *people, struct arena *arena)
{
	struct making making = {.group = group, .arena = arena, .scratch = group->arena};

	map_init(&making.uses, group->arena);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < documents[d].count; i++)
			if (documents[d].at[i].person != PERSON_NONE)
				count_mention(&making, &documents[d].at[i], d);
	if (making.usage.count)
		qsort(making.usage.at, making.usage.count, sizeof *making.usage.at, compare_usage);
	making.actor_of = ARENA_ARRAY(group->arena, uint32_t, group->persons.count);
	order_actors(&making, people);
	people->documents = ARENA_ARRAY(arena, struct document_people, count);
	for (uint32_t d = 0; d < count; d++)
		fill_mentions(&making, &documents[d], &people->documents[d]);
}
