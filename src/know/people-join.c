#include "know/people-join.h"

#include "base/buf.h"

#define LETTERS 26

/* The only one of several persons who have something in common, and how many they are. */
struct lone {
	uint32_t person, count;
};

/* A person that is not joined to another yet. */
static struct person *free_person(struct group *group, uint32_t id)
{
	struct person *person = &group->persons.at[id];

	return person->same_as == id ? person : NULL;
}

static void join(struct group *group, uint32_t id, uint32_t into, enum tie_rule rule)
{
	struct person *person = &group->persons.at[id], *other = &group->persons.at[into];

	if (id == into || !genders_agree(person->gender, other->gender))
		return;
	group_merge(group, id, into, (struct tie){rule, 0});
	other->letters |= person->letters;
	other->latin = other->latin || person->latin;
	other->declined = other->declined && person->declined;
}

void join_gender(struct group *group, uint32_t id)
{
	struct person *person = &group->persons.at[id];

	if (person->gender != GENDER_UNKNOWN)
		return;
	uint32_t male = group_find(group, person->given, person->family, GENDER_MALE);
	uint32_t female = group_find(group, person->given, person->family, GENDER_FEMALE);
	if ((male == PERSON_NONE) != (female == PERSON_NONE))
		join(group, id, male == PERSON_NONE ? female : male, TIE_SPELLING);
}

/* --- middle initials: George Bush is George W. Bush, unless there is George H. W. ------ */

/* Junior and senior are said to tell them from the other. */
static bool has_generation(const struct group *group, uint32_t id)
{
	struct span key = name_key(&group->forms->keys, group->persons.at[id].given);

	return span_ends(key, SPAN(".jr")) || span_ends(key, SPAN(".sr"));
}

static void join_middles(struct group *group, uint32_t first, struct arena *scratch)
{
	struct map map;
	VEC(struct lone) lones = {0};

	map_init(&map, scratch);
	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next) {
		struct person *person = free_person(group, id);
		bool made;
		if (!person || person->given == person->first)
			continue;
		struct map_entry *entry = map_put_number(&map, person->first, &made);
		if (made) {
			entry->value = lones.count;
			vec_push(scratch, &lones);
		}
		lones.at[entry->value].person = id;
		lones.at[entry->value].count++;
	}
	for (uint32_t id = first; id != PERSON_NONE && lones.count;
		id = group->persons.at[id].next) {
		struct person *person = free_person(group, id);
		if (!person || person->given != person->first)
			continue;
		const struct map_entry *entry = map_get_number(&map, person->first);
		if (entry && lones.at[entry->value].count == 1 &&
			!has_generation(group, lones.at[entry->value].person))
			join(group, id, lones.at[entry->value].person, TIE_MIDDLE);
	}
}

/* --- endings: Jensem is Jens -------------------------------------------------------------- */

static void join_declined(struct group *group, uint32_t first)
{
	static const char *const endings[] = {"em", "om", "ax", "a", "e", "o"};

	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next) {
		struct person *person = free_person(group, id);
		if (!person || !person->declined)
			continue;
		struct span key = name_key(&group->forms->keys, person->given);
		for (size_t i = 0; i < COUNT(endings) && person->same_as == id; i++) {
			struct span tail = span_of(endings[i]);
			if (!span_ends(key, tail) || key.len < tail.len + 2)
				continue;
			uint32_t given = name_key_find(
				&group->forms->keys, span_cut(key, 0, key.len - tail.len));
			for (unsigned gender = 0; given && gender < 3; gender++) {
				uint32_t other = group_find(
					group, given, person->family, (enum gender)gender);
				if (other != PERSON_NONE && person->same_as == id)
					join(group, id, group_root(group, other), TIE_ENDING);
			}
		}
	}
}

/* --- scripts: what sounds alike but for its vowels, in two scripts, is one ----------------- */

static struct span skeleton(struct span key, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t i = 0; i < key.len; i++)
		if (key.at[i] != 'a' && key.at[i] != 'e' && key.at[i] != 'o')
			buf_char(&out, key.at[i]);
	return buf_span(&out);
}

struct scripts {
	struct lone latin, other;
};

static void join_scripts(struct group *group, uint32_t first, struct arena *scratch)
{
	struct map map;
	VEC(struct scripts) list = {0};

	map_init(&map, scratch);
	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next) {
		struct person *person = free_person(group, id);
		bool made;
		if (!person || person->initial)
			continue;
		struct map_entry *entry = map_put(&map,
			skeleton(name_key(&group->forms->keys, person->given), scratch), &made);
		if (made) {
			entry->value = list.count;
			vec_push(scratch, &list);
		}
		struct scripts *scripts = &list.at[entry->value];
		struct lone *lone = person->latin ? &scripts->latin : &scripts->other;
		lone->person = id;
		lone->count++;
	}
	for (uint32_t i = 0; i < list.count; i++)
		if (list.at[i].latin.count == 1 && list.at[i].other.count == 1)
			join(group, list.at[i].other.person, list.at[i].latin.person, TIE_SCRIPT);
}

/* --- initials: J. Biden is Joe, unless there is Jill ---------------------------------------- */

static void join_initials(struct group *group, uint32_t first)
{
	struct lone letters[LETTERS] = {{0, 0}};

	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next) {
		const struct person *person = free_person(group, id);
		for (int i = 0; person && !person->initial && i < LETTERS; i++) {
			if (!(person->letters >> i & 1))
				continue;
			letters[i].person = id;
			letters[i].count++;
		}
	}
	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next) {
		struct person *person = free_person(group, id);
		for (int i = 0; person && person->initial && i < LETTERS; i++)
			if (person->letters >> i & 1 && letters[i].count == 1)
				join(group, id, letters[i].person, TIE_INITIAL);
	}
}

void join_family(struct group *group, uint32_t first, struct arena *scratch)
{
	if (first == PERSON_NONE || group->persons.at[first].next == PERSON_NONE)
		return;
	for (uint32_t id = first; id != PERSON_NONE; id = group->persons.at[id].next)
		join_gender(group, id);
	join_middles(group, first, scratch);
	join_declined(group, first);
	join_scripts(group, first, scratch);
	join_initials(group, first);
}
