#include "article/format.h"

#include "article/feed.h"
#include "article/html.h"
#include "article/json.h"
#include "article/mail.h"
#include "article/markdown.h"
#include "article/newsboat.h"
#include "article/plain.h"
#include "text/decode.h"

#include <libxml/parser.h>
#include <string.h>

/* The first that recognises a file reads it. */
static const struct format *const formats[] = {
	&newsboat_format,
	&feed_format,
	&html_format,
	&json_format,
	&mail_format,
	&markdown_format,
	&plain_format,
};

/* Endings of names that never hold an article; in small letters. */
static const char *const passed_over[] = {"7z", "a", "aac", "avi", "avif", "bak", "bin", "bmp",
	"bz2", "class", "css", "deb", "dll", "dylib", "eot", "exe", "flac", "gif", "ico", "iso",
	"jar", "jpeg", "jpg", "js", "lock", "lz4", "m4a", "map", "mjs", "mkv", "mov", "mp3", "mp4",
	"mpeg", "mpg", "o", "ogg", "ogv", "opus", "otf", "part", "pdf", "png", "psd", "pyc", "rar",
	"rpm", "so", "sqlite", "sqlite3", "svg", "swf", "swp", "tar", "tgz", "tif", "tiff", "tmp",
	"ttf", "wasm", "wav", "webm", "webp", "wmv", "woff", "woff2", "xz", "zip"};

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_ending(const char *ending, const char *of_table)
{
	while (*ending && small(*ending) == *of_table) {
		ending++;
		of_table++;
	}
	return *ending == '\0' && *of_table == '\0';
}

bool format_is_passed_over(const char *path)
{
	const char *name = base_name(path);
	const char *dot = strrchr(name, '.');
	size_t len = strlen(name);

	if (name[0] == '.' || len == 0 || name[len - 1] == '~')
		return true;
	for (size_t i = 0; dot && i < COUNT(passed_over); i++)
		if (is_ending(dot + 1, passed_over[i]))
			return true;
	return false;
}

static const struct format *first_of(struct span head, const char *path)
{
	for (size_t i = 0; i < COUNT(formats); i++)
		if (formats[i]->recognises(head, path))
			return formats[i];
	return NULL;
}

/* Whether letters take two or four bytes: a mark says so, or what every feed begins with. */
static bool is_wide(struct span head)
{
	static const struct span starts[] = {{"\xFF\xFE", 2}, {"\xFE\xFF", 2}, {"\0\0\xFE\xFF", 4},
		{"<\0?\0", 4}, {"\0<\0?", 4}};

	for (size_t i = 0; i < COUNT(starts); i++)
		if (span_starts(head, starts[i]))
			return true;
	return false;
}

const struct format *format_of(struct span head, const char *path)
{
	struct arena scratch;

	if (!is_wide(head))
		return first_of(head, path);
	arena_init(&scratch);
	head = span_cut(head, 0, head.len & ~(size_t)3);
	const struct format *format = first_of(decode(head, &scratch).text, path);
	arena_clear(&scratch);
	return format;
}

void format_begin(void)
{
	xmlInitParser();
}

enum err format_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	if (bytes.len == 0)
		return fail(why, ERR_ABSENT, "an empty file");
	const struct format *format = format_of(span_cut(bytes, 0, FORMAT_HEAD_LEN), path);
	if (!format)
		return fail(why, ERR_FORMAT, "no text");
	return format->read(bytes, path, vocabulary, arena, articles, why);
}
