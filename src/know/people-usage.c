#include "know/people-usage.h"

#include "know/people-slug.h"

#include <stdlib.h>
#include <string.h>

/* --- counting ---------------------------------------------------------------------- */

struct counting {
	struct usages *usages;
	struct map uses;    /* person and number of the spelling → index into usages */
	uint32_t *owner_of; /* person → 1 + owner; 0: none yet */
};

/* Whether a form stands for another that is written alike, whatever order they were met in: the
 * surname that it has is longer, or the language puts no endings behind it. */
static bool stands_before(const struct name_form *form, const struct name_form *other)
{
	if (form->surname.len != other->surname.len)
		return form->surname.len > other->surname.len;
	if (form->declined != other->declined)
		return !form->declined;
	return !form->genitive && other->genitive;
}

static uint32_t owner_of(struct counting *counting, uint32_t person)
{
	struct usages *usages = counting->usages;

	if (!counting->owner_of[person]) {
		*vec_push(usages->arena, &usages->owners) = (struct owner){.person = person,
			.first = USAGE_NONE,
			.gender = usages->group->persons.at[person].gender};
		counting->owner_of[person] = usages->owners.count;
	}
	return counting->owner_of[person] - 1;
}

static bool is_surer(struct tie tie, struct tie other)
{
	return tie.rule != other.rule ? tie.rule < other.rule : tie.line < other.line;
}

static void count_candidate(
	struct counting *counting, struct candidate *candidate, bool in_language)
{
	struct usages *usages = counting->usages;
	const struct name_form *form = &usages->group->forms->list.at[candidate->form];
	uint32_t person = group_root(usages->group, candidate->person);
	bool made;
	struct map_entry *entry =
		map_put_number(&counting->uses, (uint64_t)person << 32 | form->spelling, &made);

	if (made) {
		uint32_t owner = owner_of(counting, person);
		entry->value = usages->list.count;
		*vec_push(usages->arena, &usages->list) = (struct usage){.owner = owner,
			.next = usages->owners.at[owner].first,
			.form = form,
			.tie = candidate->tie};
		usages->owners.at[owner].first = entry->value;
	}
	struct usage *usage = &usages->list.at[entry->value];
	usage->count++;
	usage->in_language += in_language;
	if (stands_before(form, usage->form))
		usage->form = form;
	if (is_surer(candidate->tie, usage->tie))
		usage->tie = candidate->tie;
	candidate->usage = entry->value;
}

/* --- the best form ------------------------------------------------------------------- */

/* A form's fitness to be shown: a given name, spelt out, in no case, not shouted. */
static int fitness(const struct usage *usage)
{
	const struct name_form *form = usage->form;

	return (usage->tie.rule != TIE_READER) * 16 + (form->given ? form->initial ? 4 : 8 : 0) +
	       !form->in_case * 2 + !form->all_capitals;
}

/* A name that is found by its consonants is shown to readers of its language alone. */
static bool is_foreign(const struct usage *usage, bool language)
{
	return usage->form->in_script && !(language && usage->in_language);
}

static bool is_fitter(const struct usage *usage, const struct usage *other, bool language)
{
	int fit = fitness(usage), other_fit = fitness(other);

	if (is_foreign(usage, language) != is_foreign(other, language))
		return is_foreign(other, language);
	if (fit != other_fit)
		return fit > other_fit;
	if (language && usage->in_language != other->in_language)
		return usage->in_language > other->in_language;
	if (usage->count != other->count)
		return usage->count > other->count;
	return span_compare(usage->form->text, other->form->text) < 0;
}

const struct name_form *usages_best(
	const struct usages *usages, const struct owner *owner, bool language)
{
	const struct usage *best = &usages->list.at[owner->first];

	for (uint32_t i = owner->first; i != USAGE_NONE; i = usages->list.at[i].next)
		if (is_fitter(&usages->list.at[i], best, language))
			best = &usages->list.at[i];
	return best->form;
}

/* --- slugs --------------------------------------------------------------------------- */

/* What tells owners with equal slugs apart, whatever order they were met in. */
struct slugged {
	uint32_t owner;
	const char *slug;
	struct span given, family;
	enum gender gender;
};

static int compare_slugged(const void *x, const void *y)
{
	const struct slugged *a = x, *b = y;
	int order = strcmp(a->slug, b->slug);

	if (order == 0)
		order = span_compare(a->family, b->family);
	if (order == 0)
		order = span_compare(a->given, b->given);
	return order ? order : (int)a->gender - (int)b->gender;
}

static void give_slugs(struct usages *usages, struct arena *arena)
{
	uint32_t count = usages->owners.count;
	struct slugged *all = ARENA_ARRAY(arena, struct slugged, count);
	const struct name_keys *keys = &usages->group->forms->keys;

	for (uint32_t i = 0; i < count; i++) {
		const struct owner *owner = &usages->owners.at[i];
		const struct person *person = &usages->group->persons.at[owner->person];
		all[i] =
			(struct slugged){i, slug_of(usages_best(usages, owner, false)->text, arena),
				name_key(keys, person->given), name_key(keys, person->family),
				owner->gender};
	}
	qsort(all, count, sizeof *all, compare_slugged);
	/* The first of each slug has it; the others get numbers that nobody's name is. */
	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || strcmp(all[i].slug, all[i - 1].slug) != 0)
			usages->owners.at[all[i].owner].slug =
				slug_take(&usages->slugs, all[i].slug, arena);
	for (uint32_t i = 1; i < count; i++)
		if (strcmp(all[i].slug, all[i - 1].slug) == 0)
			usages->owners.at[all[i].owner].slug =
				slug_take(&usages->slugs, all[i].slug, arena);
}

void usages_move(struct usages *usages, uint32_t usage, uint32_t owner)
{
	struct usage *moved = &usages->list.at[usage];
	uint32_t *link = &usages->owners.at[moved->owner].first;

	while (*link != usage)
		link = &usages->list.at[*link].next;
	*link = moved->next;
	moved->next = usages->owners.at[owner].first;
	moved->owner = owner;
	usages->owners.at[owner].first = usage;
}

void usages_make(struct usages *usages, struct candidate_list *documents,
	const enum language *languages, uint32_t count, const struct group *group,
	enum language shown)
{
	*usages = (struct usages){.group = group, .arena = group->arena};
	struct counting counting = {.usages = usages,
		.owner_of = ARENA_ARRAY(usages->arena, uint32_t, group->persons.count)};

	map_init(&usages->slugs, usages->arena);
	map_init(&counting.uses, usages->arena);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < documents[d].count; i++)
			if (documents[d].at[i].person != PERSON_NONE)
				count_candidate(&counting, &documents[d].at[i],
					languages[d] == shown && shown != LANGUAGE_NONE);
	if (usages->owners.count)
		give_slugs(usages, usages->arena);
}
