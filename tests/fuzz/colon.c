/*
 * Any bytes typed into the command line: they mean one thing, whose argument lies in the line, or
 * nothing, and then words tell why and what is wrong lies in the line.
 */

#include "app/colon-table.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span line = {(const char *)data, size};
	struct colon_meaning meaning = {0}, again = {0};
	struct query_fault wrong, told;
	enum err err = colon_read(line, &meaning, &wrong);

	PROMISE(wrong.at.start <= wrong.at.end && wrong.at.end <= size);
	PROMISE(err == OK || wrong.fault.words[0]);
	if (err == OK) {
		PROMISE(meaning.argument <= size);
		PROMISE(meaning.command ? meaning.command->run != NULL
					: meaning.action > ACTION_NONE && meaning.action < ACTION_COUNT);
		/* The whole name means the same as what was typed of it. */
		const char *name = meaning.command ? meaning.command->name
						   : action_info(meaning.action)->name;
		PROMISE(colon_read(span_of(name), &again, &told) == OK);
		PROMISE(again.command == meaning.command && again.action == meaning.action);
	}
	return 0;
}
