#include "app/export.h"

#include "app/reasons.h"
#include "store/epoch-entities.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "text/utf8.h"
#include "text/width.h"

#include <assert.h>

static const char *const kind_names[] = {
	[LINE_FURNITURE] = "furniture",
	[LINE_TITLE] = "title",
	[LINE_DATELINE] = "dateline",
	[LINE_BYLINE] = "byline",
	[LINE_PARAGRAPH] = "paragraph",
	[LINE_HEADING] = "heading",
	[LINE_CAPTION] = "caption",
};
static_assert(COUNT(kind_names) == LINE_KIND_COUNT, "every kind of line has a name");

static const char *const origin_names[] = {
	[FROM_NOWHERE] = NULL,
	[FROM_TEXT] = "text",
	[FROM_METADATA] = "metadata",
	[FROM_LEAD] = "text",
	[FROM_URL] = "url",
	[FROM_NAME] = "name",
	[FROM_ARCHIVE] = "archive",
	[FROM_READER] = "reader",
};
static_assert(COUNT(origin_names) == ORIGIN_COUNT, "every origin has a name");

static void add_escape(struct buf *buf, uint32_t point)
{
	if (point > 0xFFFF)
		buf_format(buf, "\\u%04x\\u%04x", 0xD800 + ((point - 0x10000) >> 10),
			0xDC00 + ((point - 0x10000) & 0x3FF));
	else
		buf_format(buf, "\\u%04x", point);
}

static void add_special(struct buf *buf, uint32_t point)
{
	switch (point) {
	case '"':
		buf_text(buf, "\\\"");
		break;
	case '\\':
		buf_text(buf, "\\\\");
		break;
	case '\n':
		buf_text(buf, "\\n");
		break;
	case '\t':
		buf_text(buf, "\\t");
		break;
	case '\r':
		buf_text(buf, "\\r");
		break;
	default:
		add_escape(buf, point);
	}
}

/* Whether a code point must be escaped: by JSON's rules, or because it could harm a terminal. */
static bool is_special(uint32_t point)
{
	if (point < 0x80)
		return point < 0x20 || point == '"' || point == '\\' || point == 0x7F;
	return point == 0x2028 || point == 0x2029 || width_is_harmful(point);
}

void export_string(struct buf *buf, struct span text)
{
	size_t at = 0, plain = 0; /* text[plain .. at) can be copied as it stands */

	buf_char(buf, '"');
	while (at < text.len) {
		size_t start = at;
		uint32_t point = utf8_next(text, &at);
		bool bad = point == UTF8_REPLACEMENT && at - start == 1;

		if (!bad && !is_special(point))
			continue;
		buf_add(buf, span_cut(text, plain, start));
		if (bad)
			buf_text(buf, "\xEF\xBF\xBD");
		else
			add_special(buf, point);
		plain = at;
	}
	buf_add(buf, span_cut(text, plain, text.len));
	buf_char(buf, '"');
}

void export_known(struct buf *buf, struct span text)
{
	if (text.len)
		export_string(buf, text);
	else
		buf_text(buf, "null");
}

/* Origins as titles name them: a stated one is the document's own. */
static const char *title_origin(enum origin from)
{
	if (from == FROM_LEAD)
		return "lead";
	if (from == FROM_READER)
		return "reader";
	return from == FROM_TEXT ? "document" : "metadata";
}

void export_title(struct buf *buf, const struct article *article)
{
	if (!article->title.len) {
		buf_text(buf, "null");
		return;
	}
	buf_text(buf, "{\"text\":");
	export_string(buf, article->title);
	buf_format(buf, ",\"from\":\"%s\"}", title_origin(article->title_from));
}

void export_published(struct buf *buf, const struct published *published)
{
	static const char *const precisions[] = {
		[PRECISION_YEAR] = "year", [PRECISION_MONTH] = "month", [PRECISION_DAY] = "day"};

	if (published->day == DAY_NONE || published->precision == PRECISION_NONE) {
		buf_text(buf, "null");
		return;
	}
	buf_format(buf, "{\"date\":\"%s\",\"time\":",
		day_iso(published->day, published->precision, buf->arena));
	if (published->minute >= 0)
		buf_format(buf, "\"%02d:%02d\"", published->minute / 60, published->minute % 60);
	else
		buf_text(buf, "null");
	buf_format(buf, ",\"precision\":\"%s\",\"from\":", precisions[published->precision]);
	export_known(buf, span_of(origin_names[published->from]));
	buf_format(buf, ",\"year\":\"%s\"}", published->year_inferred ? "inferred" : "stated");
}

static void add_strings(
	struct buf *buf, const char *key, const struct span *strings, uint32_t count)
{
	buf_format(buf, ",\"%s\":[", key);
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			buf_char(buf, ',');
		export_string(buf, strings[i]);
	}
	buf_char(buf, ']');
}

void export_people(struct buf *buf, const struct epoch *epoch, const struct facts *facts)
{
	buf_char(buf, '[');
	for (uint32_t i = 0; i < facts->people_count; i++) {
		if (i)
			buf_char(buf, ',');
		export_string(buf, span_of(epoch_actor(epoch, facts->people[i])->name));
	}
	buf_char(buf, ']');
}

static void add_inferred(struct buf *buf, const struct article *article, const struct facts *facts)
{
	const struct {
		const char *name;
		bool holds;
	} inferences[] = {
		{"title", article->title.len && article->title_from == FROM_LEAD},
		{"day", facts->published.day != DAY_NONE && facts->published.day_inferred},
		{"year", facts->published.day != DAY_NONE && facts->published.year_inferred},
		{"source", article->source.len && article->source_from != FROM_TEXT &&
				   article->source_from != FROM_METADATA &&
				   article->source_from != FROM_READER},
		{"language", article->language != LANGUAGE_NONE},
	};
	const char *comma = "";

	buf_text(buf, ",\"inferred\":[");
	for (size_t i = 0; i < COUNT(inferences); i++) {
		if (!inferences[i].holds)
			continue;
		buf_format(buf, "%s\"%s\"", comma, inferences[i].name);
		comma = ",";
	}
	buf_char(buf, ']');
}

static void add_source(struct buf *buf, const struct article *article)
{
	buf_text(buf, ",\"source\":");
	export_known(buf, article->source);
	buf_text(buf, ",\"source_from\":");
	export_known(buf, span_of(article->source.len ? origin_names[article->source_from] : NULL));
	buf_text(buf, ",\"section\":");
	export_known(buf, article->section);
	buf_text(buf, ",\"url\":");
	export_known(buf, article->url);
}

static void add_lines(struct buf *buf, const struct article *article, const struct facts *facts)
{
	buf_text(buf, ",\"lines\":[");
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;

		buf_format(buf, "%s{\"start\":%u,\"end\":%u,\"kind\":\"%s\"}", i ? "," : "",
			at.start, at.end, kind_names[facts->kinds[i]]);
	}
	buf_char(buf, ']');
}

static void add_mention(struct buf *buf, struct extent at, const char *kind, const char *name,
	const char *slug, const char *how)
{
	buf_format(buf, "%s{\"start\":%u,\"end\":%u,\"kind\":\"%s\",\"actor\":",
		buf->at[buf->len - 1] == '[' ? "" : ",", at.start, at.end, kind);
	export_string(buf, span_of(name));
	buf_text(buf, ",\"actor_id\":");
	export_string(buf, span_of(slug));
	buf_format(buf, ",\"how\":\"%s\"}", how);
}

/* Persons and what else is named, both in order of their start. */
static void add_mentions(struct buf *buf, const struct epoch *epoch, const struct facts *facts)
{
	static const char *const kinds[ENTITY_KIND_COUNT] = {
		[ENTITY_ORGANISATION] = "organisation", [ENTITY_PLACE] = "place"};
	uint32_t person = 0, entity = 0;

	buf_text(buf, ",\"mentions\":[");
	while (person < facts->mention_count || entity < facts->entity_count) {
		const struct mention *mention = &facts->mentions[person];
		const struct entity_mention *other = &facts->entities[entity];
		if (entity == facts->entity_count ||
			(person < facts->mention_count && mention->at.start <= other->at.start)) {
			const struct actor *actor = epoch_actor(epoch, mention->actor);
			add_mention(buf, mention->at, "person", actor->name, actor->slug,
				mention->how == HOW_ROLE ? "role" : "name");
			person++;
		} else {
			const struct entity *named = epoch_entity(epoch, other->entity);
			add_mention(buf, other->at, kinds[named->kind], named->name, named->slug,
				"name");
			entity++;
		}
	}
	buf_char(buf, ']');
}

void export_related(struct buf *buf, const struct epoch *epoch, article_id id,
	const struct related_article *related)
{
	const char **reasons = NULL;
	uint32_t count = reasons_related(epoch, id, related, &reasons, buf->arena);
	/* No %f: a locale may write it with a comma. */
	unsigned milli = related->relation.score > 0 && related->relation.score < 1000
				 ? (unsigned)(related->relation.score * 1000 + .5f)
				 : 0;

	buf_text(buf, "{\"path\":");
	export_string(buf, span_of(epoch_path(epoch, related->id)));
	buf_format(buf, ",\"score\":%u.%03u,\"why\":[", milli / 1000, milli % 1000);
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			buf_char(buf, ',');
		export_string(buf, span_of(reasons[i]));
	}
	buf_text(buf, "]}");
}

static void add_dates(struct buf *buf, const struct facts *facts)
{
	buf_text(buf, ",\"dates\":[");
	for (uint32_t i = 0; i < facts->day_count; i++) {
		const struct day_spoken *day = &facts->days[i];

		buf_format(buf, "%s{\"start\":%u,\"end\":%u,\"from\":\"%s\",\"to\":\"%s\"}",
			i ? "," : "", day->at.start, day->at.end,
			day_iso(day->from, PRECISION_DAY, buf->arena),
			day_iso(day->to, PRECISION_DAY, buf->arena));
	}
	buf_char(buf, ']');
}

static void add_quotes(struct buf *buf, const struct facts *facts)
{
	buf_text(buf, ",\"quotes\":[");
	for (uint32_t i = 0; i < facts->quote_count; i++) {
		const struct quotation *quote = &facts->quotes[i];

		buf_format(buf, "%s{\"start\":%u,\"end\":%u,\"speaker\":", i ? "," : "",
			quote->at.start, quote->at.end);
		export_known(buf, quote->speaker);
		buf_char(buf, '}');
	}
	buf_char(buf, ']');
}

static void add_story(struct buf *buf, const struct epoch *epoch, article_id id)
{
	const struct story *story = epoch_story(epoch, id);

	buf_text(buf, ",\"story\":");
	if (story)
		buf_format(buf, "%u", story->articles[0]);
	else
		buf_text(buf, "null");
}

static void add_related(struct buf *buf, const struct epoch *epoch, article_id id)
{
	struct related_article *related = NULL;
	uint32_t count = epoch_related(epoch, id, EXPORT_RELATED_LIMIT, &related, buf->arena);

	buf_text(buf, ",\"related\":[");
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			buf_char(buf, ',');
		export_related(buf, epoch, id, &related[i]);
	}
	buf_char(buf, ']');
}

void export_article(const struct epoch *epoch, article_id id, struct buf *buf)
{
	const struct article *article = epoch_article(epoch, id);
	const struct facts *facts = epoch_facts(epoch, id);

	buf_format(buf, "{\"v\":1,\"id\":%u,\"path\":", id);
	export_string(buf, span_of(article->path));
	buf_text(buf, ",\"language\":");
	export_known(buf, span_of(language_code(article->language)));
	buf_text(buf, ",\"title\":");
	export_title(buf, article);
	buf_text(buf, ",\"published\":");
	export_published(buf, &facts->published);
	add_source(buf, article);
	add_inferred(buf, article, facts);
	add_strings(buf, "byline", article->bylines, article->byline_count);
	add_strings(buf, "tags", article->tags, article->tag_count);
	buf_text(buf, ",\"text\":");
	export_string(buf, article->saved);
	add_lines(buf, article, facts);
	add_mentions(buf, epoch, facts);
	add_dates(buf, facts);
	add_quotes(buf, facts);
	add_story(buf, epoch, id);
	add_related(buf, epoch, id);
	buf_text(buf, "}\n");
}
