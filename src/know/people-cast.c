#include "know/people-cast.h"

#include "know/people-slug.h"

#include <string.h>

/* --- persons, before surnames are resolved ------------------------------------------------- */

/* Full names by their slugs; several persons of one: PERSON_NONE. */
static void index_persons(struct map *names, const struct group *group, struct arena *scratch)
{
	const struct form_list *forms = &group->forms->list;
	struct tie tie;

	map_init(names, scratch);
	for (uint32_t i = 0; i < forms->count; i++) {
		const struct name_form *form = &forms->at[i];
		uint32_t person =
			form->given ? group_named(group, form, GENDER_UNKNOWN, &tie) : PERSON_NONE;
		bool made;
		if (person == PERSON_NONE)
			continue;
		struct map_entry *entry =
			map_put(names, span_of(slug_of(form->text, scratch)), &made);
		if (made)
			entry->value = person;
		else if (entry->value != PERSON_NONE && group_root(group, entry->value) != person)
			entry->value = PERSON_NONE;
	}
}

static uint32_t person_called(
	const struct map *names, const struct group *group, struct span name, struct arena *scratch)
{
	const struct map_entry *entry = map_get(names, span_of(slug_of(name, scratch)));

	return !entry || entry->value == PERSON_NONE ? PERSON_NONE
						     : group_root(group, entry->value);
}

static void merge_persons(struct group *group, const struct map *names,
	const struct people_rule *rule, struct arena *scratch)
{
	uint32_t into = person_called(names, group, rule->name, scratch);

	for (uint32_t i = 0; i < rule->other_count; i++) {
		uint32_t person = person_called(names, group, rule->others[i], scratch);
		if (person == PERSON_NONE || person == into)
			continue;
		if (into == PERSON_NONE)
			into = person;
		else
			group_merge(group, person, into, (struct tie){TIE_READER, rule->line});
	}
}

void cast_early(struct group *group, const struct people_rules *rules, struct arena *scratch)
{
	struct map names;

	if (!rules || !rules->count)
		return;
	index_persons(&names, group, scratch);
	for (uint32_t i = 0; i < rules->count && rules->at[i].verb != PEOPLE_SPLIT; i++)
		if (rules->at[i].verb == PEOPLE_MERGE)
			merge_persons(group, &names, &rules->at[i], scratch);
}

/* --- spellings ------------------------------------------------------------------------------- */

struct casting {
	struct usages *usages;
	struct map called; /* slug of a spelling → 1 + usage, chained by alike */
	uint32_t *alike;   /* of each usage: 1 + another with the slug */
	struct map keys;   /* slug of an owner, or of a name that the reader gave → 1 + owner */
	uint32_t *became;  /* of each owner that was merged: 1 + into which; 0: none */
	uint32_t room;     /* owners that became has room for */
	struct arena *scratch;
};

static void casting_init(
	struct casting *casting, struct usages *usages, const struct people_rules *rules)
{
	*casting = (struct casting){.usages = usages, .scratch = usages->arena};
	/* A line makes one owner at most. */
	casting->room = usages->owners.count + rules->count;
	casting->became = ARENA_ARRAY(casting->scratch, uint32_t, casting->room);
	casting->alike = ARENA_ARRAY(casting->scratch, uint32_t, usages->list.count);
	map_init(&casting->called, casting->scratch);
	map_init(&casting->keys, casting->scratch);
	for (uint32_t i = 0; i < usages->list.count; i++) {
		const char *slug = slug_of(usages->list.at[i].form->text, casting->scratch);
		struct map_entry *entry = map_put(&casting->called, span_of(slug), NULL);
		casting->alike[i] = entry->value;
		entry->value = i + 1;
	}
	for (uint32_t i = 0; i < usages->owners.count; i++)
		map_put(&casting->keys, span_of(usages->owners.at[i].slug), NULL)->value = i + 1;
}

static uint32_t usages_called(const struct casting *casting, struct span name)
{
	const struct map_entry *entry =
		map_get(&casting->called, span_of(slug_of(name, casting->scratch)));

	return entry ? entry->value : 0;
}

/* The owner whom a name means: the one whose key it is, else whom it calls most often. */
static uint32_t owner_called(const struct casting *casting, struct span name)
{
	const struct usages *usages = casting->usages;
	const struct usage *best = NULL;
	const struct map_entry *entry =
		map_get(&casting->keys, span_of(slug_of(name, casting->scratch)));
	uint32_t owner = entry ? entry->value - 1 : PERSON_NONE;

	while (owner != PERSON_NONE && casting->became[owner])
		owner = casting->became[owner] - 1;
	if (owner != PERSON_NONE && usages->owners.at[owner].first != USAGE_NONE)
		return owner;
	for (uint32_t i = usages_called(casting, name); i; i = casting->alike[i - 1]) {
		const struct usage *usage = &usages->list.at[i - 1];
		int order = best ? strcmp(usages->owners.at[usage->owner].slug,
					   usages->owners.at[best->owner].slug)
				 : 0;
		if (!best || usage->count > best->count ||
			(usage->count == best->count && order < 0))
			best = usage;
	}
	return best ? best->owner : PERSON_NONE;
}

static void merge(struct casting *casting, const struct people_rule *rule)
{
	struct usages *usages = casting->usages;
	uint32_t into = owner_called(casting, rule->name);

	for (uint32_t i = 0; i < rule->other_count; i++) {
		uint32_t other = owner_called(casting, rule->others[i]);
		if (other == PERSON_NONE || other == into)
			continue;
		if (into == PERSON_NONE) {
			into = other;
			continue;
		}
		struct owner *owner = &usages->owners.at[into];
		if (owner->gender == GENDER_UNKNOWN)
			owner->gender = usages->owners.at[other].gender;
		casting->became[other] = into + 1;
		while (usages->owners.at[other].first != USAGE_NONE) {
			uint32_t usage = usages->owners.at[other].first;
			usages_move(usages, usage, into);
			usages->list.at[usage].tie = (struct tie){TIE_READER, rule->line};
		}
	}
}

/* Moves the owner's spellings of the name to the part, which is made for the first of them. */
static void split_off(
	struct casting *casting, uint32_t owner, struct span name, uint32_t line, uint32_t *part)
{
	struct usages *usages = casting->usages;

	for (uint32_t i = usages_called(casting, name); i; i = casting->alike[i - 1]) {
		struct usage *usage = &usages->list.at[i - 1];
		if (usage->owner != owner)
			continue;
		if (*part == PERSON_NONE) {
			const char *slug = slug_of(usage->form->text, usages->arena);
			*part = usages->owners.count;
			*vec_push(usages->arena, &usages->owners) =
				(struct owner){.person = PERSON_NONE,
					.first = USAGE_NONE,
					.slug = slug_take(&usages->slugs, slug, usages->arena)};
		}
		/* In the lines below the spelling means the part. */
		map_put(&casting->keys, span_of(slug_of(usage->form->text, casting->scratch)), NULL)
			->value = *part + 1;
		usages_move(usages, i - 1, *part);
		usage->tie = (struct tie){TIE_READER, line};
	}
}

static void split(struct casting *casting, const struct people_rule *rule)
{
	uint32_t owner = owner_called(casting, rule->name), part = PERSON_NONE;

	if (owner == PERSON_NONE)
		return;
	for (uint32_t i = 0; i < rule->other_count; i++)
		split_off(casting, owner, rule->others[i], rule->line, &part);
}

static void name(struct casting *casting, const struct people_rule *rule)
{
	uint32_t owner = owner_called(casting, rule->name);
	const char *slug = slug_of(rule->others[0], casting->scratch);

	if (owner == PERSON_NONE)
		return;
	casting->usages->owners.at[owner].name = rule->others[0];
	map_put(&casting->keys, span_of(slug), NULL)->value = owner + 1;
}

static void hide(struct casting *casting, const struct people_rule *rule)
{
	for (uint32_t i = 0; i < rule->other_count; i++) {
		uint32_t owner = owner_called(casting, rule->others[i]);
		if (owner != PERSON_NONE)
			casting->usages->owners.at[owner].hidden = true;
	}
}

void cast_usages(struct usages *usages, const struct people_rules *rules)
{
	static void (*const verbs[])(struct casting *, const struct people_rule *) = {
		[PEOPLE_MERGE] = merge,
		[PEOPLE_SPLIT] = split,
		[PEOPLE_RENAME] = name,
		[PEOPLE_HIDE] = hide,
	};
	struct casting casting;

	if (!rules || !rules->count || !usages->owners.count)
		return;
	casting_init(&casting, usages, rules);
	for (uint32_t i = 0; i < rules->count; i++)
		verbs[rules->at[i].verb](&casting, &rules->at[i]);
}
