#include "pages.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool file_read(const char *folder, const char *name, const char *file, struct span *bytes,
	struct arena *arena)
{
	const char *path = arena_format(arena, "%s/%s/%s", folder, name, file);
	FILE *stream = fopen(path, "rb");
	struct buf buf;
	char part[4096];
	size_t len;

	if (!stream)
		return false;
	buf_init(&buf, arena);
	while ((len = fread(part, 1, sizeof part, stream)) > 0)
		buf_add(&buf, (struct span){part, len});
	fclose(stream);
	*bytes = buf_span(&buf);
	return true;
}

static int hex_of(struct span json, size_t at)
{
	char digits[5] = {0};

	for (int i = 0; i < 4 && at + (size_t)i < json.len; i++)
		digits[i] = json.at[at + (size_t)i];
	return (int)strtol(digits, NULL, 16);
}

/* The string that begins after the quotation mark at start. */
static struct span string_at(struct span json, size_t start, struct arena *arena)
{
	struct buf buf;
	char bytes[4];

	buf_init(&buf, arena);
	for (size_t at = start; at < json.len && json.at[at] != '"'; at++) {
		if (json.at[at] != '\\') {
			buf_char(&buf, json.at[at]);
			continue;
		}
		at++;
		if (at < json.len && json.at[at] == 'u') {
			size_t len = utf8_put(bytes, (uint32_t)hex_of(json, at + 1));
			buf_add(&buf, (struct span){bytes, len});
			at += 4;
		} else if (at < json.len) {
			buf_char(&buf, json.at[at] == 'n' ? ' ' : json.at[at]);
		}
	}
	return buf_span(&buf);
}

static struct span value_of(struct span json, const char *key, struct arena *arena)
{
	struct span quoted = span_of(arena_format(arena, "\"%s\":", key));
	size_t at = span_find(json, quoted, 0) + quoted.len;

	while (at < json.len && json.at[at] == ' ')
		at++;
	return at < json.len && json.at[at] == '"' ? string_at(json, at + 1, arena) : SPAN("");
}

static struct span words_joined(struct span text, struct arena *scratch)
{
	struct span folded = fold(text, scratch);
	struct words it = words_of(folded);
	struct word word;
	struct buf buf;

	buf_init(&buf, scratch);
	while (words_next(&it, &word)) {
		buf_add(&buf, span_cut(folded, word.start, word.end));
		buf_char(&buf, ' ');
	}
	return buf_span(&buf);
}

bool same_words(struct span a, struct span b, struct arena *scratch)
{
	struct span x = words_joined(a, scratch), y = words_joined(b, scratch);

	return x.len > 0 && span_equal(x, y);
}

/* Gives each line of the table the label of the line of the file that it lies in. */
static void labels_read(struct labelled_page *page, struct span json, struct arena *arena)
{
	struct span rest = page->text, line;
	size_t at = 0;
	uint32_t i = 0;

	page->labels = arena_alloc(arena, page->table.count + 1);
	memset(page->labels, '-', page->table.count);
	while (span_line(&rest, &line)) {
		size_t end = (size_t)(line.at + line.len - page->text.at);
		at = span_find(json, SPAN("\""), at);
		if (at >= json.len) {
			fprintf(stderr, "%s: fewer labels than lines\n", page->name);
			exit(1);
		}
		char label = json.at[at + 1];
		at = span_find(json, SPAN("\""), at + 1) + 1;
		struct arena_mark mark = arena_mark(arena);
		bool own = same_words(line, page->title, arena) ||
			   same_words(line, page->byline, arena);
		arena_rewind(arena, mark);
		for (; i < page->table.count && page->table.at[i].at.start < end; i++)
			page->labels[i] = own ? '-' : label;
	}
}

static bool page_read(
	const char *folder, const char *name, struct labelled_pages *pages, struct arena *arena)
{
	struct span text, labels, facts;

	if (!file_read(folder, name, "dump.txt", &text, arena) ||
		!file_read(folder, name, "lines.json", &labels, arena) ||
		!file_read(folder, name, "expected.json", &facts, arena))
		return false;
	struct labelled_page *page = vec_push(arena, pages);
	page->name = name;
	page->text = text;
	page->title = value_of(facts, "title", arena);
	page->byline = value_of(facts, "byline", arena);
	page->published = value_of(facts, "publishedTime", arena);
	page->language = language_of(span_cut(text, 0, 32u << 10));
	lines_read(&page->table, text, page->language, NULL, arena);
	labels_read(page, labels, arena);
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void pages_read(const char *folder, struct labelled_pages *pages, struct arena *arena)
{
	VEC(const char *) names = {0};
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			*vec_push(arena, &names) = arena_string(arena, span_of(entry->d_name));
	if (dir)
		closedir(dir);
	if (names.count)
		qsort(names.at, names.count, sizeof names.at[0], by_name);
	for (uint32_t i = 0; i < names.count; i++)
		page_read(folder, names.at[i], pages, arena);
	if (pages->count == 0) {
		fprintf(stderr, "%s: no labelled pages\n", folder);
		exit(1);
	}
}
