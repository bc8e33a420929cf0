#include "article/markup.h"

#include "article/html-outline.h"

bool markup_is(struct span text)
{
	return span_find(text, SPAN("<"), 0) < text.len || span_find(text, SPAN("&"), 0) < text.len;
}

struct span markup_words(struct span text, struct arena *arena)
{
	struct html_outline outline;
	struct fault why;

	if (!markup_is(text) || html_outline(text, &outline, arena, &why) != OK)
		return text;
	return span_trim(outline.text);
}
