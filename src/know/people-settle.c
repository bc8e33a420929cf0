#include "know/people-form.h"

#include "base/buf.h"

#include <string.h>

/* Endings that only tell when the archive has the name without them, and what they stand for. */
static const struct {
	const char *from, *to;
} late_endings[] = {{"iego", "i"}, {"iemu", "i"}, {"ego", ""}, {"iem", ""}, {"em", ""}, {"im", "i"},
	{"ым", ""}, {"ом", ""}, {"ем", ""}};

static uint64_t whole_key(const struct name_form *form, uint32_t family)
{
	return (uint64_t)form->first << 32 | family;
}

/* The key of the surname without the ending; 0 when it does not have it. */
static uint32_t shorter_family(
	struct forms *forms, struct span surname, const char *from, const char *to)
{
	struct buf name;

	if (!span_ends(surname, span_of(from)) || surname.len < strlen(from) + 3)
		return 0;
	buf_init(&name, forms->arena);
	buf_add(&name, span_cut(surname, 0, surname.len - strlen(from)));
	buf_text(&name, to);
	return name_key_family(&forms->keys, arena_span(forms->arena, buf_span(&name)));
}

static void settle(struct forms *forms, const struct map *whole, struct name_form *form)
{
	size_t count = form->declined ? COUNT(late_endings) : 0;

	for (size_t i = 0; i < count + form->genitive; i++) {
		const char *from = i < count ? late_endings[i].from : "s";
		uint32_t family = shorter_family(
			forms, form->surname, from, i < count ? late_endings[i].to : "");
		if (family && family != form->family &&
			map_get_number(whole, whole_key(form, family))) {
			form->family = family;
			form->in_case = true;
			return;
		}
	}
}

void forms_settle(struct forms *forms)
{
	struct map whole;
	bool made;

	map_init(&whole, forms->arena);
	for (uint32_t i = 0; i < forms->list.count; i++)
		if (forms->list.at[i].given)
			map_put_number(&whole,
				whole_key(&forms->list.at[i], forms->list.at[i].family), &made);
	for (uint32_t i = 0; i < forms->list.count; i++) {
		struct name_form *form = &forms->list.at[i];
		if (form->given && (form->declined || form->genitive))
			settle(forms, &whole, form);
	}
}
