#include "know/people-abjad.h"

#include "know/people-bones.h"

#include <stdlib.h>

#define WORD_LEN 10u   /* bytes of one with an article: two a letter */
#define ALIKE_MOST 64u /* forms with the same consonants; more tell nobody */

/* Names in Latin letters, by their consonants. */
struct abjad {
	struct map names; /* consonants → 1 + the first form; chained by alike */
	struct map made;  /* form and text → 1 + the form that was made of them */
	uint32_t *alike;  /* of each form: 1 + the next with its consonants */
	struct group *group;
	struct forms *forms;
	struct arena scratch;
};

static void index_forms(struct abjad *abjad)
{
	const struct form_list *list = &abjad->forms->list;
	struct bones bones;

	abjad->alike = ARENA_ARRAY(&abjad->scratch, uint32_t, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct name_form *form = &list->at[i];
		if (!form->given || !form->latin || form->initial || form->plain_word ||
			!bones_latin(form, &bones, &abjad->scratch))
			continue;
		struct map_entry *entry =
			map_put(&abjad->names, bones_key(&bones, &abjad->scratch), NULL);
		abjad->alike[i] = entry->value;
		entry->value = i + 1;
	}
}

/* --- the other scripts --------------------------------------------------------------------------
 */

/* The form of the one person whom the words can mean; FORM_NONE: nobody, or several. */
static uint32_t form_meant(struct abjad *abjad, const struct bones *bones)
{
	const struct map_entry *entry = map_get(&abjad->names, bones_key(bones, &abjad->scratch));
	uint32_t found = FORM_NONE, person = PERSON_NONE, count = 0;
	struct bones latin;
	struct tie tie;

	for (uint32_t i = entry ? entry->value : 0; i; i = abjad->alike[i - 1]) {
		const struct name_form *form = &abjad->forms->list.at[i - 1];
		uint32_t own = group_named(abjad->group, form, GENDER_UNKNOWN, &tie);
		if (++count > ALIKE_MOST)
			return FORM_NONE;
		if (own == PERSON_NONE || !bones_latin(form, &latin, &abjad->scratch) ||
			!bones_agree(&latin, bones))
			continue;
		if (person != PERSON_NONE && person != own)
			return FORM_NONE;
		if (found == FORM_NONE ||
			span_compare(form->text, abjad->forms->list.at[found].text) < 0)
			found = i - 1;
		person = own;
	}
	return found;
}

/* The form, written otherwise. */
static uint32_t form_written(struct abjad *abjad, uint32_t like, struct span text, size_t surname)
{
	struct forms *forms = abjad->forms;
	const char *name = arena_format(forms->arena, "%u %.*s", like, (int)text.len, text.at);
	struct map_entry *entry = map_put(&abjad->made, span_of(name), NULL);

	if (entry->value)
		return entry->value - 1;
	struct name_form form = forms->list.at[like];
	form.text = arena_span(forms->arena, text);
	form.surname = span_cut(form.text, surname, text.len);
	form.spelling =
		(uint32_t)(map_put(&forms->spellings, form.text, NULL) - forms->spellings.entries);
	form.latin = form.declined = form.genitive = form.common = form.all_capitals = false;
	form.in_script = true;
	*vec_push(forms->arena, &forms->list) = form;
	entry->value = forms->list.count;
	return forms->list.count - 1;
}

struct script_word {
	struct extent at;
	struct skeleton bones;
	bool joined; /* but for a blank it stands right behind the one before */
};

VEC_OF(struct script_word, script_words);

/* بن and ابن, בן. */
static bool is_son(struct span word)
{
	return span_is(word, "\xD8\xA8\xD9\x86") || span_is(word, "\xD8\xA7\xD8\xA8\xD9\x86") ||
	       span_is(word, "\xD7\x91\xD7\x9F");
}

/* عبد */
static bool is_servant(struct span word)
{
	return span_is(word, "\xD8\xB9\xD8\xA8\xD8\xAF");
}

/* The Arabic article is no part of the word that it is tied to. */
static size_t article_len(struct span word)
{
	struct span article = SPAN("\xD8\xA7\xD9\x84");

	return span_starts(word, article) && word.len >= WORD_LEN ? article.len : 0;
}

static void read_words(
	struct span text, struct extent line, struct script_words *words, struct arena *arena)
{
	struct span own = span_cut(text, 0, line.end);
	size_t end = line.start;

	words->count = 0;
	for (size_t at = line.start; at < line.end;) {
		size_t start = at, inside;
		if ((unsigned char)own.at[at] < 0x80) {
			at++;
			continue;
		}
		struct skeleton bones = skeleton_abjad(own, &at);
		struct span word = span_cut(own, start, at);
		if (bones.count == 0 && !bones.whole)
			continue;
		inside = article_len(word);
		if (inside) {
			size_t from = start + inside;
			bones = skeleton_abjad(own, &from);
		}
		*vec_push(arena, words) =
			(struct script_word){.at = {(uint32_t)start, (uint32_t)at},
				.bones = bones,
				.joined = start == end + 1 && own.at[end] == ' '};
		end = at;
	}
}

/* The longest name that begins with the word: its last word, and the form that it is of. */
static uint32_t name_at(struct abjad *abjad, struct span text, const struct script_words *words,
	uint32_t start, uint32_t *last)
{
	struct bones bones = {.count = 0};
	uint32_t found = FORM_NONE;

	for (uint32_t i = start; i < words->count && (i == start || words->at[i].joined); i++) {
		const struct script_word *word = &words->at[i];
		struct span bytes = span_in(text, word->at);
		if (is_son(bytes) || is_servant(bytes)) {
			if (i == start)
				break;
			continue;
		}
		if (bones.count == BONES_MOST || !word->bones.whole || word->bones.count == 0)
			break;
		bones.words[bones.count++] = word->bones;
		uint32_t form = bones_enough(&bones) ? form_meant(abjad, &bones) : FORM_NONE;
		if (form != FORM_NONE) {
			found = form;
			*last = i;
		}
	}
	return found;
}

static void find_in_line(struct abjad *abjad, struct span text, const struct script_words *words,
	struct candidate_list *list)
{
	struct arena *arena = abjad->group->arena;

	for (uint32_t i = 0, last; i < words->count; i++) {
		struct arena_mark empty = arena_mark(&abjad->scratch);
		uint32_t like = name_at(abjad, text, words, i, &last);
		arena_rewind(&abjad->scratch, empty);
		if (like == FORM_NONE)
			continue;
		struct extent at = {words->at[i].at.start, words->at[last].at.end};
		struct name_mark *mark = ARENA_NEW(arena, struct name_mark);
		*mark = (struct name_mark){.at = at,
			.surname = words->at[last].at,
			.clue = CLUE_MODEL,
			.words = (uint8_t)(last - i + 1)};
		*vec_push(arena, list) = (struct candidate){.mark = mark,
			.form = form_written(abjad, like, span_in(text, at),
				words->at[last].at.start - at.start),
			.person = PERSON_NONE};
		i = last;
	}
}

static int compare_candidates(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;

	return a->mark->at.start < b->mark->at.start ? -1 : a->mark->at.start > b->mark->at.start;
}

/* Languages that are not told by their letters are NONE. */
static bool may_have_script(enum language language)
{
	return language == LANGUAGE_NONE || language == LANGUAGE_AR || language == LANGUAGE_HE;
}

static void find_in(struct abjad *abjad, const struct document *document, const uint8_t *kinds,
	struct candidate_list *list)
{
	const struct article *article = document->article;
	struct script_words words = {0};
	uint32_t before = list->count;

	for (uint32_t i = 0; i < article->line_count; i++) {
		enum line_kind kind = (enum line_kind)kinds[i];
		if (!line_is_body(kind) && kind != LINE_TITLE)
			continue;
		read_words(article->text, article->lines[i].at, &words, &abjad->scratch);
		find_in_line(abjad, article->text, &words, list);
	}
	if (list->count > before && before > 0)
		qsort(list->at, list->count, sizeof *list->at, compare_candidates);
}

void abjad_find(struct candidate_list *lists, const struct document *documents,
	const uint8_t *const *kinds, uint32_t count, struct group *group, struct forms *forms)
{
	struct abjad abjad = {.group = group, .forms = forms};
	bool ready = false;

	arena_init(&abjad.scratch);
	for (uint32_t i = 0; i < count; i++) {
		if (!may_have_script(documents[i].article->language))
			continue;
		if (!ready) {
			map_init(&abjad.names, &abjad.scratch);
			map_init(&abjad.made, &abjad.scratch);
			index_forms(&abjad);
			ready = true;
		}
		find_in(&abjad, &documents[i], kinds[i], &lists[i]);
	}
	arena_clear(&abjad.scratch);
}
