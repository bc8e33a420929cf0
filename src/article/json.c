#include "article/json.h"

#include "article/item-reading.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <jansson.h>
#include <string.h>

#define NAMES_MOST 5 /* of one field */
#define LIST_MOST 64 /* values of a field that holds several */

/* The names of each field, the likeliest first. */
struct field {
	const char *names[NAMES_MOST];
};

static const struct field titles = {{"title", "headline", "title_page", "name"}};
static const struct field markups = {{"content_html", "article_html", "html"}};
static const struct field texts = {{"text", "maintext", "content_text", "content", "articleBody"}};
static const struct field publications = {
	{"published", "date_publish", "publish_date", "date_published", "date"}};
static const struct field changes = {{"updated", "date_modify", "date_modified", "modified"}};
static const struct field addresses = {{"url", "link", "source_url", "canonical_link"}};
static const struct field sources = {
	{"sitename", "meta_site_name", "source_domain", "source-hostname", "source"}};
static const struct field sections = {{"section", "category", "categories"}};
static const struct field languages = {{"language", "lang", "meta_lang"}};
static const struct field authors = {{"byline", "authors", "author"}};
static const struct field tags = {{"tags", "keywords", "meta_keywords"}};
static const struct field ids = {{"guid", "id", "url", "link"}};
/* What holds the articles of a whole file. */
static const struct field lists = {{"items", "articles", "results", "data"}};

static const json_t *value_of(const json_t *object, const struct field *field)
{
	for (size_t i = 0; i < NAMES_MOST && field->names[i]; i++) {
		const json_t *value = json_object_get(object, field->names[i]);
		if (value && !json_is_null(value))
			return value;
	}
	return NULL;
}

/* A string, or what a thing calls itself. */
static struct span words_of_value(const json_t *value)
{
	static const struct field names = {{"text", "name", "date", "title"}};

	if (json_is_object(value))
		value = value_of(value, &names);
	return json_is_string(value)
		       ? (struct span){json_string_value(value), json_string_length(value)}
		       : SPAN("");
}

/* The first of the names that holds words. */
static struct span words_of_field(const json_t *object, const struct field *field)
{
	for (size_t i = 0; i < NAMES_MOST && field->names[i]; i++) {
		const json_t *value = json_object_get(object, field->names[i]);
		if (json_is_array(value))
			value = json_array_get(value, 0);
		struct span words = words_of_value(value);
		if (words.len)
			return words;
	}
	return SPAN("");
}

static void add_parts(struct span_list *list, struct span words, char sign, struct arena *arena)
{
	const char parting[] = {sign, '\0'};

	for (size_t at = 0; at < words.len && list->count < LIST_MOST;) {
		size_t end = span_find(words, span_of(parting), at);
		struct span part = span_trim(span_cut(words, at, end));
		if (part.len)
			*vec_push(arena, list) = part;
		at = end + 1;
	}
}

/* The values of a list, or the parts of a string between semicolons, else commas. */
static void list_read(struct span_list *list, const json_t *object, const struct field *field,
	struct arena *arena)
{
	const json_t *value = value_of(object, field);
	struct span words = words_of_value(value);

	for (size_t i = 0; i < json_array_size(value) && list->count < LIST_MOST; i++) {
		struct span one = words_of_value(json_array_get(value, i));
		if (one.len)
			*vec_push(arena, list) = one;
	}
	if (words.len)
		add_parts(
			list, words, span_find(words, SPAN(";"), 0) < words.len ? ';' : ',', arena);
}

/* Day and time of Depeche's own export stand apart. */
static struct span day_of(const json_t *object, const struct field *field, struct arena *arena)
{
	const json_t *value = value_of(object, field);
	const char *date = json_string_value(json_object_get(value, "date"));
	const char *time = json_string_value(json_object_get(value, "time"));

	if (date && time)
		return span_of(arena_format(arena, "%.40s %.20s", date, time));
	return words_of_field(object, field);
}

static bool kind_named(const char *name, enum line_kind *kind)
{
	static const char *const names[LINE_KIND_COUNT] = {[LINE_FURNITURE] = "furniture",
		[LINE_TITLE] = "title",
		[LINE_DATELINE] = "dateline",
		[LINE_BYLINE] = "byline",
		[LINE_PARAGRAPH] = "paragraph",
		[LINE_HEADING] = "heading",
		[LINE_CAPTION] = "caption"};

	for (int i = 0; name && i < LINE_KIND_COUNT; i++)
		if (strcmp(name, names[i]) == 0) {
			*kind = (enum line_kind)i;
			return true;
		}
	return false;
}

/* The lines of our own export, if they fit the text: in order, on its characters' boundaries. */
static void lines_read_own(struct item *item, const json_t *object, struct arena *arena)
{
	const json_t *list = json_object_get(object, "lines");
	size_t count = json_array_size(list);
	struct line *lines = ARENA_ARRAY(arena, struct line, count);
	json_int_t last = 0;

	for (size_t i = 0; i < count; i++) {
		const json_t *line = json_array_get(list, i);
		json_int_t start = json_integer_value(json_object_get(line, "start"));
		json_int_t end = json_integer_value(json_object_get(line, "end"));
		if (start < last || end <= start || (uint64_t)end > item->text.len ||
			!utf8_boundary(item->text, (size_t)start) ||
			!utf8_boundary(item->text, (size_t)end) ||
			!kind_named(
				json_string_value(json_object_get(line, "kind")), &lines[i].kind))
			return;
		lines[i].at = (struct extent){(uint32_t)start, (uint32_t)end};
		last = end;
	}
	if (count) {
		item->lines = lines;
		item->line_count = (uint32_t)count;
	}
}

/* Depeche's own export says when a title is the text's first sentence and no title. */
static bool is_lead(const json_t *object)
{
	const char *from =
		json_string_value(json_object_get(json_object_get(object, "title"), "from"));

	return from && strcmp(from, "lead") == 0;
}

static bool is_markup(struct span text)
{
	return span_find(text, SPAN("</p>"), 0) < text.len ||
	       span_find(text, SPAN("<br"), 0) < text.len;
}

/* bytes: the object's own, where they are known. */
static void item_make(
	struct item *item, const json_t *object, struct span bytes, struct arena *arena)
{
	*item = (struct item){.title = words_of_field(object, &titles),
		.title_is_lead = is_lead(object),
		.html = words_of_field(object, &markups),
		.text = words_of_field(object, &texts),
		.published = day_of(object, &publications, arena),
		.updated = day_of(object, &changes, arena),
		.url = words_of_field(object, &addresses),
		.source = words_of_field(object, &sources),
		.section = words_of_field(object, &sections),
		.language = words_of_field(object, &languages)};
	if (item->html.len == 0 && is_markup(item->text))
		item->html = item->text;
	if (span_starts(item->source, SPAN("http"))) /* an address, or that of the site */
		item->source = SPAN("");
	list_read(&item->authors, object, &authors, arena);
	list_read(&item->tags, object, &tags, arena);
	if (item->html.len == 0)
		lines_read_own(item, object, arena);
	item->key = words_of_field(object, &ids);
	if (item->key.len == 0)
		item->key = bytes.len ? bytes : item->text.len ? item->text : item->title;
}

/* One that holds no article is told of, and the others are read. */
static void object_read(struct item_reading *reading, const json_t *object, struct span bytes)
{
	struct arena scratch;
	struct item item;

	arena_init(&scratch);
	item_make(&item, object, bytes, &scratch);
	item_reading_take(reading, &item);
	arena_clear(&scratch);
}

static void array_read(struct item_reading *reading, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		object_read(reading, json_array_get(array, i), SPAN(""));
}

static void root_read(struct item_reading *reading, const json_t *root, struct span bytes)
{
	const json_t *list = json_is_array(root) ? root : value_of(root, &lists);

	if (!json_is_array(list)) {
		object_read(reading, root, bytes);
		return;
	}
	if (json_is_object(root))
		reading->source = words_of_field(root, &titles);
	array_read(reading, list);
}

void json_take_line(struct item_reading *reading, struct span line, bool open)
{
	json_t *object = json_loadb(line.at, line.len, JSON_ALLOW_NUL, NULL);

	if (json_is_object(object))
		object_read(reading, object, line);
	else if (!object && open)
		reading->is_cut = true;
	else
		reading->refused++;
	json_decref(object);
}

bool json_is_object_line(struct span line)
{
	json_t *object = json_loadb(line.at, line.len, JSON_ALLOW_NUL, NULL);
	bool is = json_is_object(object);

	json_decref(object);
	return is;
}

/* An object a line.  The last, without its line end, may still be in the writing. */
static void lines_read_all(struct item_reading *reading, struct span bytes)
{
	struct span line;
	bool is_ended = span_ends(bytes, SPAN("\n"));

	while (span_line(&bytes, &line)) {
		line = span_trim(line);
		if (line.len)
			json_take_line(reading, line, bytes.len == 0 && !is_ended);
	}
}

static enum err json_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct arena scratch;
	struct item_reading reading = item_reading_of(path, vocabulary, arena, articles, why);
	json_error_t error;

	arena_init(&scratch);
	struct decoded decoded = decode(bytes, &scratch);
	json_t *root = json_loadb(decoded.text.at, decoded.text.len, JSON_ALLOW_NUL, &error);
	if (root)
		root_read(&reading, root, decoded.text);
	else
		lines_read_all(&reading, decoded.text);
	reading.is_cut |= !root && json_error_code(&error) == json_error_premature_end_of_input;
	json_decref(root);
	arena_clear(&scratch);
	return item_reading_end(&reading, "JSON");
}

/* An object or a list of them, and in it a name between quotation marks. */
static bool recognises(struct span head, const char *path)
{
	struct span text = span_trim(head);

	(void)path;
	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		text = span_trim(span_cut(text, 3, text.len));
	if (span_starts(text, SPAN("[")))
		text = span_trim(span_cut(text, 1, text.len));
	if (!span_starts(text, SPAN("{")))
		return false;
	text = span_trim(span_cut(text, 1, text.len));
	size_t end = span_find(text, SPAN("\""), 1);
	return span_starts(text, SPAN("\"")) && end < text.len &&
	       span_starts(span_trim(span_cut(text, end + 1, text.len)), SPAN(":"));
}

const struct format json_format = {
	.name = "JSON",
	.recognises = recognises,
	.read = json_read,
	.holds_many = true,
};
