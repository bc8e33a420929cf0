#include "text/text-words.h"

#define KEPT_WORDS 65536u /* of a text; a line that goes over them is the caller's alone */

uint32_t text_words_begin(struct vocabulary *vocabulary, enum language language, struct span text)
{
	if (!vocabulary->read)
		vocabulary->read = ARENA_NEW(vocabulary->arena, struct text_words);
	struct text_words *read = vocabulary->read;
	read->text = text;
	read->language = language;
	read->number = read->number == UINT32_MAX ? 1 : read->number + 1;
	read->forms.count = read->lines.count = 0;
	return read->number;
}

const struct read_line *text_words_line(struct vocabulary *vocabulary, struct extent line)
{
	struct text_words *read = vocabulary->read;
	uint32_t kept = read->lines.count;
	const struct read_line *before = kept ? &read->lines.at[kept - 1] : NULL;

	read->forms.count = before ? before->first + before->count : 0;
	read->last = (struct read_line){.at = line, .first = read->forms.count};
	read->last.same = vocabulary_read(vocabulary, read->language, span_in(read->text, line),
		line.start, &read->forms, vocabulary->arena);
	read->last.count = read->forms.count - read->last.first;
	if (read->forms.count <= KEPT_WORDS)
		*vec_push(vocabulary->arena, &read->lines) = read->last;
	return &read->last;
}

const struct text_words *text_words_of(const struct vocabulary *vocabulary, enum language language,
	struct span text, uint32_t number)
{
	const struct text_words *read = vocabulary->read;
	bool is_it = read && number > 0 && read->number == number && read->language == language &&
		     read->text.at == text.at && read->text.len == text.len;

	return is_it ? read : NULL;
}
