#include "extract/token-form.h"

#include "text/fold.h"

/* German puts functions together: Staatspräsident, Aussenamtssprecherin. */
static bool is_office(struct span folded)
{
	static const char *const offices[] = {"prasident", "prasidentin", "minister", "ministerin",
		"sprecher", "sprecherin", "kanzler", "kanzlerin", "sekretar", "sekretarin", "chef",
		"chefin", "beauftragter", "beauftragte", "fuhrer", "kandidat", "kandidatin",
		"botschafter", "trainer", "direktor", "direktorin", "politiker", "politikerin"};

	for (size_t i = 0; i < COUNT(offices); i++)
		if (span_ends(folded, span_of(offices[i])))
			return true;
	return false;
}

static struct token_form *make(struct span folded, enum language language, struct arena *arena)
{
	struct token_form *form = ARENA_NEW(arena, struct token_form);

	form->folded = folded;
	form->begins_phrase = gazetteer_begins_phrase(folded);
	form->lists = gazetteer_word(folded, language);
	if (form->lists == 0 && language == LANGUAGE_DE && is_office(folded))
		form->lists = LIST_ROLE;
	return form;
}

struct token_form *token_form_of(struct vocabulary *vocabulary, enum language language,
	struct span word, struct arena *arena)
{
	if (!vocabulary)
		return make(fold(word, arena), language, arena);
	struct form *form = vocabulary_form(vocabulary, language, word);
	if (!form->token)
		form->token = make(form->folded, language, vocabulary->arena);
	return form->token;
}
