#include "know/people-run.h"

#include "extract/gazetteer.h"
#include "text/fold.h"

#include <string.h>

#define WORDS 12 /* longer runs are let be */

/* --- one run, two names, or less than it -------------------------------------- */

/* Where a run is parted; second.start == second.end: its end is nobody's name. */
struct parting {
	struct extent first, second;
	const struct name_form *first_name, *second_name;
};

struct parter {
	struct map names; /* full names that stand by themselves → 1 + form */
	struct forms *forms;
	const struct document *document;
	struct arena *arena;
};

/* Of forms that are written alike the one with the longest surname stands for all. */
static void learn(struct parter *parter, uint32_t id)
{
	const struct name_form *forms = parter->forms->list.at;
	bool made;
	struct map_entry *entry = map_put(&parter->names, forms[id].text, &made);

	if (made || forms[id].surname.len > forms[entry->value - 1].surname.len)
		entry->value = id + 1;
}

static const struct name_form *name_of(const struct parter *parter, struct span text)
{
	const struct map_entry *entry = map_get(&parter->names, text);

	return entry ? &parter->forms->list.at[entry->value - 1] : NULL;
}

static bool is_link(struct span word, struct arena *arena)
{
	static const char *const links[] = {"de", "et", "and", "und", "y", "e", "i", "и", "та"};
	struct span folded = fold(word, arena);

	for (size_t i = 0; i < COUNT(links); i++)
		if (span_is(folded, links[i]))
			return true;
	return false;
}

static struct extent extent_in(struct span text, struct span part)
{
	uint32_t start = (uint32_t)(part.at - text.at);

	return (struct extent){start, start + (uint32_t)part.len};
}

/* Parts the text behind its first words, which end at end. */
static bool part_at(const struct parter *parter, const struct name_form *form, size_t end,
	struct parting *parting)
{
	struct span text = form->text, first = span_cut(text, 0, end), word;
	struct span rest = span_cut(text, end, text.len), behind = rest;

	*parting = (struct parting){.first = {0, (uint32_t)end}};
	parting->first_name = name_of(parter, first);
	if (!name_next_word(&behind, &word))
		return false;
	struct span second = span_trim(rest);
	if (parting->first_name && is_link(word, parter->arena))
		second = span_trim(behind);
	parting->second_name = parting->first_name ? name_of(parter, second) : NULL;
	if (parting->second_name) {
		parting->second = extent_in(text, second);
		return true;
	}
	if (form->declined || !span_ends(first, SPAN("s")))
		return false;
	parting->first.end--; /* the s is no part of it */
	parting->first_name = name_of(parter, span_cut(first, 0, first.len - 1));
	return parting->first_name != NULL;
}

/* "Chin Wang Yi", of China's: a name of the archive behind a word that is no given name. */
static bool behind_word(
	const struct parter *parter, const struct name_form *form, struct parting *parting)
{
	struct span rest = form->text, word;

	if (!name_next_word(&rest, &word) ||
		gazetteer_lists(fold(word, parter->arena)) & (LIST_GIVEN | LIST_PARTICLE) ||
		word.at[word.len - 1] == '.')
		return false;
	struct span name = span_trim(rest);
	*parting = (struct parting){.first = extent_in(form->text, name)};
	parting->first_name = name_of(parter, name);
	return parting->first_name != NULL;
}

static bool part(const struct parter *parter, const struct name_form *form, struct parting *parting)
{
	struct span rest = form->text, word;

	if (form->words < 3 || form->words > WORDS)
		return false;
	for (int words = 1; name_next_word(&rest, &word) && rest.len; words++)
		if (words >= 2 && part_at(parter, form, form->text.len - rest.len, parting))
			return true;
	return false;
}

/* A candidate for a part of a run; its surname stands where that of the name does. */
static void add_part(const struct parter *parter, struct candidate_list *list,
	const struct candidate *run, struct extent at, const struct name_form *name)
{
	struct name_mark *mark = ARENA_NEW(parter->arena, struct name_mark);
	uint32_t start = run->mark->at.start + at.start;
	struct extent surname = extent_in(name->text, name->surname);

	*mark = *run->mark;
	mark->at = (struct extent){start, run->mark->at.start + at.end};
	mark->surname = (struct extent){start + surname.start, mark->at.end};
	if (surname.start == 0)
		mark->surname.end = start + surname.end;
	mark->words = name->words;
	if (at.start > 0) /* the run's gender is that of its first name */
		mark->gender = GENDER_UNKNOWN;
	if (mark->clue == CLUE_BARE)
		mark->clue = CLUE_MODEL;
	uint32_t form = forms_of(parter->forms, parter->document->article, mark);
	if (form != FORM_NONE)
		*vec_push(parter->arena, list) =
			(struct candidate){.mark = mark, .form = form, .person = PERSON_NONE};
}

static bool is_run(struct parter *parter, const struct candidate *candidate,
	const struct name_form *form, struct parting *parting)
{
	return part(parter, form, parting) ||
	       (candidate->mark->clue <= CLUE_GIVEN && form->words > 2 && form->words <= WORDS &&
		       behind_word(parter, form, parting));
}

/* A list without a run, as nearly all are, stays where it is. */
static void part_list(struct parter *parter, struct candidate_list *list)
{
	struct candidate_list parted = {0};
	struct parting parting;
	bool found = false;

	for (uint32_t i = 0; i < list->count; i++) {
		const struct candidate *candidate = &list->at[i];
		struct name_form form = parter->forms->list.at[candidate->form];
		if (!is_run(parter, candidate, &form, &parting)) {
			if (found)
				*vec_push(parter->arena, &parted) = *candidate;
			continue;
		}
		for (uint32_t j = 0; j < i && !found; j++)
			*vec_push(parter->arena, &parted) = list->at[j];
		found = true;
		/* The names are copies, for new forms move the old ones. */
		struct name_form first = *parting.first_name, second = form;
		if (parting.second_name)
			second = *parting.second_name;
		add_part(parter, &parted, candidate, parting.first, &first);
		if (parting.second_name)
			add_part(parter, &parted, candidate, parting.second, &second);
	}
	if (found)
		*list = parted;
}

void runs_part(struct candidate_list *lists, const struct document *documents, uint32_t count,
	struct forms *forms, struct arena *arena)
{
	struct parter parter = {.forms = forms, .arena = arena};

	map_init(&parter.names, arena);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < lists[d].count; i++) {
			const struct candidate *candidate = &lists[d].at[i];
			const struct name_form *form = &forms->list.at[candidate->form];
			if (form->given && !form->initial && candidate->mark->clue != CLUE_BARE)
				learn(&parter, candidate->form);
		}
	for (uint32_t d = 0; d < count; d++) {
		parter.document = &documents[d];
		part_list(&parter, &lists[d]);
	}
}

/* --- one name, whole and cut short
 * ---------------------------------------------------------------- */

static void note_pair(
	struct map *pairs, const struct group *group, uint32_t shorter, uint32_t longer)
{
	bool made;

	if (shorter == longer || shorter == PERSON_NONE || longer == PERSON_NONE ||
		!genders_agree(group->persons.at[shorter].gender, group->persons.at[longer].gender))
		return;
	struct map_entry *entry = map_put_number(pairs, shorter, &made);
	if (made)
		entry->value = longer;
	else if (entry->value != longer)
		entry->value = PERSON_NONE;
}

/* Junior and senior tell a person from the one without. */
static bool is_other(const struct name_form *form, struct arena *scratch)
{
	struct span rest = form->text, word;

	while (name_next_word(&rest, &word))
		if (name_generation(word, scratch))
			return true;
	return false;
}

static uint32_t person_of(const struct group *group, const struct name_form *form)
{
	struct tie tie;

	return group_named(group, form, GENDER_UNKNOWN, &tie);
}

static void find_pairs(struct map *pairs, const struct candidate_list *list,
	const struct group *group, struct arena *scratch)
{
	const struct name_form *forms = group->forms->list.at;
	struct map names;

	map_init(&names, scratch);
	for (uint32_t i = 0; i < list->count; i++)
		if (forms[list->at[i].form].given)
			map_put(&names, forms[list->at[i].form].text, NULL)->value =
				list->at[i].form;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct name_form *form = &forms[list->at[i].form];
		struct span rest = form->text, word;
		if (!form->given || form->words < 3 || form->words > WORDS ||
			form->surname.at == form->text.at || is_other(form, scratch))
			continue;
		for (int words = 1; name_next_word(&rest, &word) && rest.len; words++) {
			const struct map_entry *entry =
				map_get(&names, span_cut(form->text, 0, form->text.len - rest.len));
			if (words >= 2 && entry)
				note_pair(pairs, group, person_of(group, &forms[entry->value]),
					person_of(group, form));
			entry = map_get(&names, span_trim(rest));
			if (entry)
				note_pair(pairs, group, person_of(group, &forms[entry->value]),
					person_of(group, form));
		}
	}
}

void runs_join(const struct candidate_list *lists, uint32_t count, struct group *group)
{
	struct arena scratch;
	struct map pairs;

	map_init(&pairs, group->arena);
	for (uint32_t d = 0; d < count; d++) {
		arena_init(&scratch);
		find_pairs(&pairs, &lists[d], group, &scratch);
		arena_clear(&scratch);
	}
	for (uint32_t i = 0; i < group->persons.count; i++) {
		const struct map_entry *entry = map_get_number(&pairs, i);
		if (!entry || entry->value == PERSON_NONE || group_root(group, i) != i)
			continue;
		uint32_t into = group_root(group, entry->value);
		if (into != i)
			group_merge(group, i, into, (struct tie){TIE_CUT, 0});
	}
}
