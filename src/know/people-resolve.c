#include "know/people-resolve.h"

#include "extract/gazetteer.h"

/* Words that mean something else more often than a person whom only other articles name. */
#define LIST_AMBIGUOUS \
	(LIST_GIVEN | LIST_ROLE | LIST_PLACE | LIST_PEOPLES | LIST_ORGANISATION | LIST_COMMON | \
		LIST_NAMESAKE | LIST_TITLE)
/* Words that mean something else even where the document names such a person. */
#define LIST_NEVER (LIST_COMMON | LIST_ORGANISATION)

struct candidate_list candidates_of(const struct document *document, const uint8_t *kinds,
	struct forms *forms, struct arena *arena)
{
	const struct article *article = document->article;
	const struct name_marks *names = &document->evidence->names;
	struct candidate_list list = {
		.at = ARENA_ARRAY(arena, struct candidate, names->count), .room = names->count};
	uint32_t line = 0;

	for (uint32_t i = 0; i < names->count; i++) {
		const struct name_mark *mark = &names->at[i];
		while (line < article->line_count && article->lines[line].at.end < mark->at.end)
			line++;
		if (line == article->line_count)
			break;
		enum line_kind kind = (enum line_kind)kinds[line];
		if (!line_is_body(kind) && kind != LINE_TITLE)
			continue;
		uint32_t form = forms_of(forms, article, mark);
		if (form != FORM_NONE && forms->list.at[form].family)
			*vec_push(arena, &list) = (struct candidate){
				.mark = mark, .form = form, .person = PERSON_NONE};
	}
	return list;
}

/* A name that was cut, or nothing but words that the archive mostly has in small letters, and no
 * more than their shape speaks for a name: "Read More", "You Save". */
static bool is_phrase(const struct candidate *candidate, const struct name_form *form)
{
	return form->cut_short || (form->plain_word && candidate->mark->clue <= CLUE_GIVEN);
}

void candidates_support(const struct candidate_list *list, struct forms *forms, struct group *group)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct candidate *candidate = &list->at[i];
		const struct name_form *form = &forms->list.at[candidate->form];
		if (!form->given || candidate->mark->clue == CLUE_BARE ||
			is_phrase(candidate, form))
			continue;
		written_teach(&forms->written, form->surname, form->family);
		group_add(group, form, candidate->mark->gender);
	}
}

/* The persons of one surname in a document: the first, and the latest so far, by gender. */
struct present {
	uint32_t first[3], latest[3];
	uint32_t first_at[3], latest_at[3]; /* candidates, from 1; 0: none */
};

struct presence {
	struct map families; /* surname's key → index into list */
	struct map called;   /* given name's key → whom the article names so in full; PERSON_NONE:
				several, or it is a name by itself: "le pape François" */
	VEC(struct present) list;
	struct arena *arena;
};

static void presence_add(
	struct presence *presence, uint32_t family, enum gender gender, uint32_t id, uint32_t at)
{
	bool made;
	struct map_entry *entry = map_put_number(&presence->families, family, &made);

	if (made) {
		entry->value = presence->list.count;
		vec_push(presence->arena, &presence->list);
	}
	struct present *present = &presence->list.at[entry->value];
	if (!present->first_at[gender]) {
		present->first[gender] = id;
		present->first_at[gender] = at;
	}
	present->latest[gender] = id;
	present->latest_at[gender] = at;
}

static void called_add(struct presence *presence, uint32_t key, uint32_t person)
{
	bool made;
	struct map_entry *entry = map_put_number(&presence->called, key, &made);

	if (made)
		entry->value = person;
	else if (entry->value != person)
		entry->value = PERSON_NONE;
}

static struct present *present_of(const struct presence *presence, uint32_t family)
{
	const struct map_entry *entry = map_get_number(&presence->families, family);

	return entry ? &presence->list.at[entry->value] : NULL;
}

/* The latest before the place, else the first after it, of the gender that is asked for. */
static uint32_t nearest(const struct present *present, enum gender gender, uint32_t at)
{
	uint32_t best = PERSON_NONE, best_at = 0;

	for (unsigned i = 0; i < 3; i++)
		if (genders_agree(gender, (enum gender)i) && present->latest_at[i] > best_at &&
			present->latest_at[i] <= at) {
			best = present->latest[i];
			best_at = present->latest_at[i];
		}
	if (best != PERSON_NONE)
		return best;
	best_at = UINT32_MAX;
	for (unsigned i = 0; i < 3; i++)
		if (genders_agree(gender, (enum gender)i) && present->first_at[i] &&
			present->first_at[i] < best_at) {
			best = present->first[i];
			best_at = present->first_at[i];
		}
	return best;
}

/* Whether a word alone can be the surname of somebody whom the article names in full.  A word
 * that only sounds like the surname may be one in a language with cases, whose endings hide it;
 * where a sentence begins, any word may look like that. */
static bool may_be_present(const struct candidate *candidate, const struct name_form *form)
{
	const struct name_mark *mark = candidate->mark;

	if (mark->clue == CLUE_TITLE)
		return true;
	if (form->clipped || form->common)
		return form->like == LIKE_SAME && !(form->lists & LIST_NEVER) &&
		       !mark->sentence_start;
	if (mark->clue > CLUE_MODEL)
		return true;
	if (form->lists & LIST_NEVER)
		return false;
	return form->like >= LIKE_ENDING ||
	       (form->declined ? !mark->sentence_start : mark->clue == CLUE_MODEL);
}

/* Whether it can be the surname of somebody whom only other articles name in full. */
static bool may_be_elsewhere(const struct candidate *candidate, const struct name_form *form)
{
	const struct name_mark *mark = candidate->mark;

	if (mark->clue == CLUE_TITLE)
		return true;
	if (form->clipped || form->common)
		return false;
	if (mark->clue > CLUE_MODEL) /* "le roi Salmane" is called by his given name */
		return !(form->lists & LIST_GIVEN);
	if (form->lists & LIST_AMBIGUOUS)
		return false;
	return form->like >= LIKE_ENDING || (form->declined && !mark->sentence_start);
}

/* Whether it can be somebody of whom no article tells more. */
static bool may_be_alone(const struct candidate *candidate, const struct name_form *form)
{
	if (candidate->mark->clue == CLUE_TITLE)
		return true;
	return candidate->mark->clue != CLUE_BARE && !form->plain_word && !form->clipped;
}

/* Words that are given names and nothing else: of the others few are meant so. */
static bool may_be_called(const struct candidate *candidate, const struct name_form *form)
{
	return form->called && !(form->lists & LIST_AMBIGUOUS & ~(uint32_t)LIST_GIVEN) &&
	       !form->clipped && !form->common && candidate->mark->clue != CLUE_TITLE &&
	       (candidate->mark->clue != CLUE_BARE || !candidate->mark->sentence_start);
}

/* "Alistair", of the only Alistair whom the article names in full. */
static uint32_t person_called(const struct presence *presence, const struct group *group,
	const struct name_form *form, enum gender gender)
{
	const struct map_entry *entry = map_get_number(&presence->called, form->called);

	if (!entry || entry->value == PERSON_NONE ||
		!genders_agree(gender, group->persons.at[entry->value].gender))
		return PERSON_NONE;
	return entry->value;
}

static void resolve_surname(struct candidate *candidate, struct group *group,
	const struct presence *presence, uint32_t at)
{
	const struct name_form *form = &group->forms->list.at[candidate->form];
	const struct present *present = present_of(presence, form->family);
	enum gender gender = candidate->mark->gender;

	candidate->tie.rule = TIE_PRESENT;
	if (present && may_be_present(candidate, form))
		candidate->person = nearest(present, gender, at);
	if (candidate->person == PERSON_NONE && !present && may_be_called(candidate, form)) {
		candidate->person = person_called(presence, group, form, gender);
		candidate->tie.rule = TIE_CALLED;
	}
	if (candidate->person == PERSON_NONE && may_be_elsewhere(candidate, form)) {
		candidate->person = group_bearer(group, form->family, gender);
		candidate->tie.rule = TIE_BEARER;
	}
	if (candidate->person == PERSON_NONE && may_be_alone(candidate, form)) {
		candidate->person = group_add(group, form, gender);
		candidate->tie.rule = TIE_ALONE;
	}
}

/* Full names first: they say who is present. */
static void resolve_full(
	struct candidate_list *list, struct group *group, struct presence *presence)
{
	for (uint32_t i = 0; i < list->count; i++) {
		struct candidate *candidate = &list->at[i];
		const struct name_form *form = &group->forms->list.at[candidate->form];
		if (form->called &&
			(candidate->mark->clue == CLUE_ROLE || candidate->mark->clue == CLUE_TITLE))
			called_add(presence, form->called, PERSON_NONE);
		if (!form->given || is_phrase(candidate, form))
			continue;
		candidate->person =
			group_named(group, form, candidate->mark->gender, &candidate->tie);
		if (candidate->person == PERSON_NONE)
			continue;
		called_add(presence, form->first, candidate->person);
		presence_add(presence, form->family, group->persons.at[candidate->person].gender,
			candidate->person, i + 1);
	}
	for (uint32_t i = 0; i < presence->list.count; i++)
		for (int g = 0; g < 3; g++)
			presence->list.at[i].latest_at[g] = 0;
}

void candidates_resolve(struct candidate_list *list, struct group *group)
{
	struct arena scratch;
	struct presence presence = {.arena = &scratch};

	arena_init(&scratch);
	map_init(&presence.families, &scratch);
	map_init(&presence.called, &scratch);
	resolve_full(list, group, &presence);
	for (uint32_t i = 0; i < list->count; i++) {
		struct candidate *candidate = &list->at[i];
		const struct name_form *form = &group->forms->list.at[candidate->form];
		if (!form->given)
			resolve_surname(candidate, group, &presence, i + 1);
		if (candidate->person != PERSON_NONE)
			presence_add(&presence, form->family,
				group->persons.at[candidate->person].gender, candidate->person,
				i + 1);
	}
	arena_clear(&scratch);
}
