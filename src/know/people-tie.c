#include "know/people-tie.h"

#include "base/message.h"

#include <assert.h>

static const char *const words[] = {
	[TIE_SHOWN] = N_("the name that is shown"),
	[TIE_READER] = N_("your people file"),
	[TIE_SPELLING] = N_("another spelling of the same name"),
	[TIE_ENDING] = N_("the name in another case"),
	[TIE_ALIKE] = N_("same surname; the given name is another form of the same name"),
	[TIE_SCRIPT] = N_("same surname; the given names sound alike in two scripts"),
	[TIE_MIDDLE] = N_("same name; only one person with a middle initial has it"),
	[TIE_CUT] = N_("one article has the name both whole and cut short"),
	[TIE_INITIAL] = N_("same surname; only one given name begins so"),
	[TIE_PRESENT] = N_("surname of a person whom the article names in full"),
	[TIE_CALLED] = N_("given name of a person whom the article names in full"),
	[TIE_BEARER] = N_("only bearer of the surname in the archive"),
	[TIE_ALONE] = N_("a surname alone, with a title or a function"),
};
static_assert(sizeof words / sizeof *words == TIE_RULE_COUNT, "every rule has words");

const char *tie_words(struct tie tie, struct arena *arena)
{
	if (tie.rule == TIE_READER && tie.line)
		return arena_format(arena, _("%s, line %u"), _(words[tie.rule]), tie.line);
	return _(words[tie.rule]);
}
