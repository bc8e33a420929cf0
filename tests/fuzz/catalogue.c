/*
 * Any bytes as a catalogue of messages: what is found lies in them and ends with a zero, whatever
 * is looked for; what is not found is empty.
 */

#include "base/catalogue.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const sought[] = {"", "a", "no article is shown", "%u article", "\xff"};
	struct span catalogue = {(const char *)data, size};

	for (size_t i = 0; i < COUNT(sought); i++) {
		struct span found = catalogue_find(catalogue, sought[i]);
		PROMISE(found.at != NULL);
		if (found.len)
			PROMISE(found.at >= catalogue.at &&
				found.at + found.len < catalogue.at + catalogue.len);
		PROMISE(found.at[found.len] == 0);
	}
	return 0;
}
