#include "know/entities-form.h"

#include "text/fold.h"

/* Longer stretches are nothing's name. */
#define NAME_LEN 200u

void entity_forms_init(struct entity_forms *forms, struct arena *arena)
{
	*forms = (struct entity_forms){.arena = arena};
	map_init(&forms->ids, arena);
}

/* Without the article that the name begins with. */
static struct span without_article(struct span folded)
{
	static const char *const articles[] = {"l'", "le ", "la ", "les ", "the "};

	for (size_t i = 0; i < COUNT(articles); i++) {
		struct span article = span_of(articles[i]);
		if (folded.len > article.len && span_starts(folded, article))
			return span_cut(folded, article.len, folded.len);
	}
	return folded;
}

static uint32_t form_of(struct entity_forms *forms, struct span text, enum entity_kind kind)
{
	struct buf key;
	bool made;

	buf_init(&key, forms->arena);
	buf_char(&key, (char)kind);
	buf_add(&key, without_article(fold(text, forms->arena)));
	struct map_entry *entry = map_put(&forms->ids, buf_span(&key), &made);
	if (made) {
		entry->value = forms->list.count;
		*vec_push(forms->arena, &forms->list) =
			(struct entity_form){.kind = kind, .same_as = entry->value};
	}
	return entry->value;
}

static void note_acronym(struct entity_forms *forms, uint32_t acronym, uint32_t full)
{
	struct entity_form *form = &forms->list.at[acronym];

	if (acronym == full)
		return;
	if (form->same_as != acronym && form->same_as != full)
		form->several = true;
	form->same_as = full;
}

static bool is_person(const struct document_people *people, uint32_t *next, struct extent at)
{
	const struct mention *mentions = people->mentions;

	while (*next < people->mention_count && mentions[*next].at.end <= at.start)
		++*next;
	return *next < people->mention_count && mentions[*next].at.start < at.end;
}

struct entity_candidates entity_candidates_of(const struct document *document, const uint8_t *kinds,
	const struct document_people *people, struct entity_forms *forms)
{
	const struct article *article = document->article;
	const struct entity_marks *marks = &document->evidence->entities;
	struct entity_candidates list = {0};
	uint32_t line = 0, person = 0, last = UINT32_MAX;

	for (uint32_t i = 0; i < marks->count; i++) {
		const struct entity_mark *mark = &marks->at[i];
		while (line < article->line_count && article->lines[line].at.end < mark->at.end)
			line++;
		if (line == article->line_count)
			break;
		enum line_kind kind = (enum line_kind)kinds[line];
		if ((!line_is_body(kind) && kind != LINE_TITLE) ||
			mark->at.end - mark->at.start > NAME_LEN ||
			is_person(people, &person, mark->at)) {
			last = UINT32_MAX;
			continue;
		}
		uint32_t form = form_of(forms, span_in(article->text, mark->at), mark->kind);
		if (mark->acronym && last != UINT32_MAX)
			note_acronym(forms, form, last);
		*vec_push(forms->arena, &list) = (struct entity_candidate){mark, form};
		last = form;
	}
	return list;
}

/* An acronym of different names stands for none of them, and one that is itself a full name of
 * another acronym is left alone: chains could close. */
void entity_forms_join(struct entity_forms *forms)
{
	for (uint32_t i = 0; i < forms->list.count; i++) {
		struct entity_form *form = &forms->list.at[i];
		if (form->several)
			form->same_as = i;
	}
	for (uint32_t i = 0; i < forms->list.count; i++) {
		struct entity_form *form = &forms->list.at[i];
		if (forms->list.at[form->same_as].same_as != form->same_as)
			form->several = true;
	}
	for (uint32_t i = 0; i < forms->list.count; i++)
		if (forms->list.at[i].several)
			forms->list.at[i].same_as = i;
}

uint32_t entity_forms_root(const struct entity_forms *forms, uint32_t form)
{
	return forms->list.at[form].same_as;
}

enum entity_kind entity_forms_kind(const struct entity_forms *forms, uint32_t form)
{
	return forms->list.at[form].kind;
}
