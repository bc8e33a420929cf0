#include "know/people-group.h"

#include "know/people-join.h"

static uint64_t person_key(uint32_t given, uint32_t family, enum gender gender)
{
	return (uint64_t)given << 33 | (uint64_t)family << 2 | (uint64_t)gender;
}

void group_init(struct group *group, const struct forms *forms, struct arena *arena)
{
	*group = (struct group){.forms = forms, .arena = arena};
	map_init(&group->ids, arena);
	map_init(&group->families, arena);
}

uint32_t group_root(const struct group *group, uint32_t person)
{
	while (group->persons.at[person].same_as != person)
		person = group->persons.at[person].same_as;
	return person;
}

static struct family *family_of(struct group *group, uint32_t key)
{
	bool made;
	struct map_entry *entry = map_put_number(&group->families, key, &made);

	if (!made)
		return &group->family_list.at[entry->value];
	entry->value = group->family_list.count;
	struct family *family = vec_push(group->arena, &group->family_list);
	*family = (struct family){PERSON_NONE, {PERSON_NONE, PERSON_NONE, PERSON_NONE}};
	return family;
}

uint32_t group_add(struct group *group, const struct name_form *form, enum gender gender)
{
	bool made;
	struct map_entry *entry =
		map_put_number(&group->ids, person_key(form->given, form->family, gender), &made);

	if (!made) {
		struct person *known = &group->persons.at[entry->value];
		known->letters |= form->letter;
		known->initial = known->initial && form->initial;
		known->declined = known->declined && form->declined;
		known->latin = known->latin || form->latin;
		return entry->value;
	}
	uint32_t id = entry->value = group->persons.count;
	struct person *person = vec_push(group->arena, &group->persons);
	*person = (struct person){.given = form->given,
		.family = form->family,
		.first = form->first,
		.letters = form->letter,
		.gender = gender,
		.initial = form->initial,
		.declined = form->declined,
		.latin = form->latin,
		.same_as = id,
		.tie = {TIE_SPELLING, 0},
		.next = PERSON_NONE};
	if (form->given) {
		struct family *family = family_of(group, form->family);
		person->next = family->first;
		family->first = id;
	}
	return id;
}

uint32_t group_find(const struct group *group, uint32_t given, uint32_t family, enum gender gender)
{
	const struct map_entry *entry =
		map_get_number(&group->ids, person_key(given, family, gender));

	return entry ? entry->value : PERSON_NONE;
}

bool genders_agree(enum gender a, enum gender b)
{
	return a == b || a == GENDER_UNKNOWN || b == GENDER_UNKNOWN;
}

static void find_bearers(struct group *group, struct family *family)
{
	uint32_t seen[3] = {PERSON_NONE, PERSON_NONE, PERSON_NONE};
	bool several[3] = {false, false, false};

	for (uint32_t i = family->first; i != PERSON_NONE; i = group->persons.at[i].next) {
		uint32_t id = group_root(group, i);
		for (unsigned asked = 0; asked < 3; asked++) {
			if (!genders_agree((enum gender)asked, group->persons.at[id].gender))
				continue;
			several[asked] |= seen[asked] != PERSON_NONE && seen[asked] != id;
			seen[asked] = id;
		}
	}
	for (unsigned asked = 0; asked < 3; asked++)
		family->only[asked] = several[asked] ? PERSON_NONE : seen[asked];
}

void group_join(struct group *group)
{
	for (uint32_t i = 0; i < group->family_list.count; i++) {
		struct arena scratch;
		arena_init(&scratch);
		join_family(group, group->family_list.at[i].first, &scratch);
		arena_clear(&scratch);
	}
}

void group_merge(struct group *group, uint32_t id, uint32_t into, struct tie tie)
{
	struct person *person = &group->persons.at[id], *other = &group->persons.at[into];

	person->same_as = into;
	person->tie = tie;
	if (other->gender == GENDER_UNKNOWN)
		other->gender = person->gender;
}

void group_settle(struct group *group)
{
	for (uint32_t i = 0; i < group->family_list.count; i++)
		find_bearers(group, &group->family_list.at[i]);
}

void group_join_surnames(struct group *group)
{
	for (uint32_t id = 0; id < group->persons.count; id++)
		if (group->persons.at[id].given == 0)
			join_gender(group, id);
}

uint32_t group_named(const struct group *group, const struct name_form *form, enum gender gender,
	struct tie *tie)
{
	uint32_t id = group_find(group, form->given, form->family, gender);

	if (id == PERSON_NONE && gender != GENDER_UNKNOWN)
		id = group_find(group, form->given, form->family, GENDER_UNKNOWN);
	if (id == PERSON_NONE && gender == GENDER_UNKNOWN) {
		uint32_t male = group_find(group, form->given, form->family, GENDER_MALE);
		uint32_t female = group_find(group, form->given, form->family, GENDER_FEMALE);
		if (male == PERSON_NONE || female == PERSON_NONE)
			id = male == PERSON_NONE ? female : male;
	}
	if (id == PERSON_NONE)
		return id;
	*tie = group->persons.at[id].tie;
	if (tie->rule == TIE_SPELLING && form->in_script)
		tie->rule = TIE_SCRIPT;
	if (tie->rule == TIE_SPELLING && form->in_case)
		tie->rule = TIE_ENDING;
	return group_root(group, id);
}

uint32_t group_bearer(const struct group *group, uint32_t family, enum gender gender)
{
	const struct map_entry *entry = map_get_number(&group->families, family);

	return entry ? group->family_list.at[entry->value].only[gender] : PERSON_NONE;
}
