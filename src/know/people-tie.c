#include "know/people-tie.h"

#include <assert.h>

static const char *const words[] = {
	[TIE_SHOWN] = "the name that is shown",
	[TIE_READER] = "your people file",
	[TIE_SPELLING] = "another spelling of the same name",
	[TIE_ENDING] = "the name in another case",
	[TIE_ALIKE] = "same surname; the given name is another form of the same name",
	[TIE_SCRIPT] = "same surname; the given names sound alike in two scripts",
	[TIE_MIDDLE] = "same name; only one person with a middle initial has it",
	[TIE_CUT] = "one article has the name both whole and cut short",
	[TIE_INITIAL] = "same surname; only one given name begins so",
	[TIE_PRESENT] = "surname of a person whom the article names in full",
	[TIE_CALLED] = "given name of a person whom the article names in full",
	[TIE_BEARER] = "only bearer of the surname in the archive",
	[TIE_ALONE] = "a surname alone, with a title or a function",
};
static_assert(sizeof words / sizeof *words == TIE_RULE_COUNT, "every rule has words");

const char *tie_words(struct tie tie, struct arena *arena)
{
	if (tie.rule == TIE_READER && tie.line)
		return arena_format(arena, "%s, line %u", words[tie.rule], tie.line);
	return words[tie.rule];
}
