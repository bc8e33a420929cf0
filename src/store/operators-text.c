#include "store/operators.h"

#include "text/word.h"

/* A star behind the last word makes it a beginning of one. */
enum err query_title(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span words = span_trim(value);
	struct words it;
	struct word word;

	(void)epoch;
	if (span_ends(words, SPAN("*")))
		words.len--;
	it = words_of(words);
	if (!words_next(&it, &word))
		return fail(why, ERR_USAGE, "words of a title are wanted, as in title:treaty");
	*clause = (struct clause){.kind = CLAUSE_TITLE,
		.live = words.len < span_trim(value).len,
		.text = arena_string(arena, words)};
	clause->label = clause->live ? arena_format(arena, "%s*", clause->text) : clause->text;
	return OK;
}

enum err query_file(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span part = span_trim(value);

	(void)epoch;
	if (part.len == 0)
		return fail(why, ERR_USAGE, "a part of a path is wanted, as in file:2021/");
	*clause = (struct clause){.kind = CLAUSE_FILE, .text = arena_string(arena, part)};
	clause->label = clause->text;
	return OK;
}
