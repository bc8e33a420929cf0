#include "article/feed.h"

#include "article/feed-entities.h"
#include "article/feed-parts.h"
#include "article/item-reading.h"
#include "article/mail-coding.h"
#include "article/markup.h"
#include "base/buf.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <libxml/parser.h>

#define CATEGORIES_MOST 64
#define ATTRIBUTES_MOST 5000u

/* Never more than the file holds: a reference to an entity has no text here. */
static void text_add(const xmlNode *node, struct buf *text)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			buf_text(text, (const char *)child->content);
		else if (child->type == XML_ELEMENT_NODE)
			text_add(child, text);
}

static struct span text_of(const xmlNode *node, struct arena *arena)
{
	struct buf text;

	buf_init(&text, arena);
	text_add(node, &text);
	struct span span = span_trim(buf_span(&text));
	return utf8_valid(span) ? span : decode(span, arena).text;
}

/* An attribute's value as it stands in the file; empty when there is none. */
static struct span attribute(const xmlNode *node, const char *name, struct arena *arena)
{
	for (const xmlAttr *at = node->properties; at; at = at->next)
		if (strcmp((const char *)at->name, name) == 0 && at->children &&
			at->children->type == XML_TEXT_NODE && at->children->content) {
			struct span value = span_of((const char *)at->children->content);
			return utf8_valid(value) ? span_trim(value) : decode(value, arena).text;
		}
	return SPAN("");
}

/* Feeds write signs in their titles as a page would. */
static struct span words_of(const xmlNode *node, struct arena *arena)
{
	return markup_words(text_of(node, arena), arena);
}

/* Elements among the text are written out as they are. */
static struct span elements_written(xmlNode *node, struct arena *arena)
{
	xmlBuffer *buffer = xmlBufferCreate();
	struct span text = SPAN("");

	if (buffer && xmlNodeDump(buffer, node->doc, node, 0, 0) > 0)
		text = arena_span(arena, (struct span){(const char *)xmlBufferContent(buffer),
						 (size_t)xmlBufferLength(buffer)});
	xmlBufferFree(buffer);
	return utf8_valid(text) ? text : decode(text, arena).text;
}

static bool has_elements(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			return true;
	return false;
}

/* What an entry holds while its elements are gone through. */
struct entry {
	struct item item;
	struct span id, summary, content;
	struct arena *arena;
};

static void set_once(struct span *span, struct span value)
{
	if (span->len == 0)
		*span = value;
}

/* Of several links, the one to the article itself. */
static void link_read(struct entry *entry, const xmlNode *node)
{
	struct span address = attribute(node, "href", entry->arena);
	struct span rel = attribute(node, "rel", entry->arena);

	if (address.len == 0)
		address = text_of(node, entry->arena);
	if (rel.len == 0 || span_is(rel, "alternate"))
		set_once(&entry->item.url, address);
}

/* Atom has the name in an element; RSS says "anne@press.example (Anne Roy)". */
static struct span person_of(const xmlNode *node, struct arena *arena)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		if (feed_is_named(child, "name"))
			return words_of(child, arena);
	struct span words = words_of(node, arena);
	size_t open = span_find(words, SPAN("("), 0), at = span_find(words, SPAN("@"), 0);
	if (at < open && open < words.len && span_ends(words, SPAN(")")))
		return span_cut(words, open + 1, words.len - 1);
	return at < words.len ? SPAN("") : words;
}

static void add_once(struct span_list *list, struct span value, struct arena *arena)
{
	if (value.len == 0 || list->count >= CATEGORIES_MOST)
		return;
	for (uint32_t i = 0; i < list->count; i++)
		if (span_equal(list->at[i], value))
			return;
	*vec_push(arena, list) = value;
}

static void category_read(struct entry *entry, const xmlNode *node)
{
	struct span words = attribute(node, "label", entry->arena);

	set_once(&words, attribute(node, "term", entry->arena));
	set_once(&words, words_of(node, entry->arena));
	add_once(&entry->item.tags, words, entry->arena);
}

static void source_read(struct entry *entry, const xmlNode *node)
{
	if (!has_elements(node))
		set_once(&entry->item.source, words_of(node, entry->arena));
	for (const xmlNode *child = node->children; child; child = child->next)
		if (feed_part_of(child) == FEED_TITLE)
			set_once(&entry->item.source, words_of(child, entry->arena));
}

static void body_read(struct entry *entry, xmlNode *node, struct span *to)
{
	set_once(to, has_elements(node) ? elements_written(node, entry->arena)
					: text_of(node, entry->arena));
}

static void part_read(struct entry *entry, xmlNode *node)
{
	struct arena *arena = entry->arena;

	switch (feed_part_of(node)) {
	case FEED_NONE:
		break;
	case FEED_TITLE:
		set_once(&entry->item.title, words_of(node, arena));
		break;
	case FEED_LINK:
		link_read(entry, node);
		break;
	case FEED_ID:
		set_once(&entry->id, text_of(node, arena));
		break;
	case FEED_PUBLISHED:
		set_once(&entry->item.published, text_of(node, arena));
		break;
	case FEED_UPDATED:
		set_once(&entry->item.updated, text_of(node, arena));
		break;
	case FEED_SUMMARY:
		body_read(entry, node, &entry->summary);
		break;
	case FEED_CONTENT:
		body_read(entry, node, &entry->content);
		break;
	case FEED_AUTHOR:
		add_once(&entry->item.authors, person_of(node, arena), arena);
		break;
	case FEED_CATEGORY:
		category_read(entry, node);
		break;
	case FEED_SOURCE:
		source_read(entry, node);
		break;
	case FEED_LANGUAGE:
		set_once(&entry->item.language, text_of(node, arena));
		break;
	}
}

static void entry_read(struct item_reading *reading, const xmlNode *node, struct span language)
{
	struct arena scratch;

	arena_init(&scratch);
	struct entry entry = {.arena = &scratch};
	struct item *item = &entry.item;
	for (xmlNode *child = node->children; child; child = child->next)
		part_read(&entry, child);
	struct span body = entry.content.len ? entry.content : entry.summary;
	if (markup_is(body))
		item->html = body;
	else
		item->text = body;
	set_once(&item->language, attribute(node, "lang", &scratch));
	set_once(&item->language, language);
	item->key = entry.id;
	set_once(&item->key, attribute(node, "about", &scratch));
	set_once(&item->key, item->url);
	set_once(&item->key, body);
	item_reading_take(reading, item);
	arena_clear(&scratch);
}

/* What the feed says of itself stands among its entries or, in RDF, beside them. */
static void entries_read(
	struct item_reading *reading, const xmlNode *parent, struct span *language, bool inner)
{
	for (const xmlNode *node = parent->children; node; node = node->next) {
		enum feed_part part = feed_part_of(node);
		if (part == FEED_TITLE)
			set_once(&reading->source, words_of(node, reading->arena));
		else if (part == FEED_LANGUAGE)
			set_once(language, text_of(node, reading->arena));
		else if (feed_is_named(node, "channel") && !inner)
			entries_read(reading, node, language, true);
		else if (feed_is_named(node, "item") || feed_is_named(node, "entry"))
			entry_read(reading, node, *language);
	}
}

/* Whether some stretch between two "<" could be a tag with more attributes than the parser, which
 * compares each with all others, gets through in time. */
static bool is_crowded(struct span bytes)
{
	uint32_t count = 0;

	for (size_t i = 0; i < bytes.len && count <= ATTRIBUTES_MOST; i++)
		count = bytes.at[i] == '<' ? 0 : count + (bytes.at[i] == '=');
	return count > ATTRIBUTES_MOST;
}

/* No entity is ever declared, so none can grow. */
static void entity_passed_over(void *context, const xmlChar *name, int type, const xmlChar *public,
	const xmlChar *system, xmlChar *content)
{
	(void)context, (void)name, (void)type, (void)public, (void)system, (void)content;
}

/* What the XML declaration names; what is UTF-8 needs no name. */
static struct span charset_of(struct span bytes)
{
	struct span head = span_cut(bytes, 0, span_find(bytes, SPAN("?>"), 0));
	size_t at = span_find(head, SPAN("encoding="), 0) + strlen("encoding=");

	if (utf8_valid(bytes) || at >= head.len)
		return SPAN("");
	return span_cut(head, at + 1, span_find(head, span_cut(head, at, at + 1), at + 1));
}

static xmlDoc *parse(xmlParserCtxt *parser, struct span text)
{
	const int options =
		XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

	parser->sax->entityDecl = entity_passed_over;
	parser->sax->attributeDecl = NULL;
	parser->sax->elementDecl = NULL;
	return xmlCtxtReadMemory(parser, text.at, (int)text.len, NULL, "UTF-8", options);
}

/* Whether the last thing in the text is the end of the feed. */
static bool is_closed(struct span text, const xmlNode *root)
{
	text = span_trim(text);
	if (!span_ends(text, SPAN(">")))
		return false;
	text = span_trim(span_cut(text, 0, text.len - 1));
	return span_ends(text, span_of((const char *)root->name));
}

static enum err feed_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct item_reading reading = item_reading_of(path, vocabulary, arena, articles, why);
	struct arena scratch;

	if (bytes.len >= INT32_MAX / 4)
		return fail(why, ERR_LIMIT, "a feed larger than 512 MiB");
	if (is_crowded(bytes))
		return fail(
			why, ERR_LIMIT, "an element with more than %u attributes", ATTRIBUTES_MOST);
	arena_init(&scratch);
	xmlParserCtxt *parser = xmlNewParserCtxt();
	struct span text =
		feed_entities_known(mail_decode(bytes, charset_of(bytes), &scratch), &scratch);
	xmlDoc *doc = parser ? parse(parser, text) : NULL;
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	bool is_whole = parser && parser->wellFormed;
	reading.is_cut = root && !is_whole && !is_closed(text, root);
	if (root) {
		struct span language = attribute(root, "lang", arena);
		entries_read(&reading, root, &language, false);
	}
	xmlFreeDoc(doc);
	xmlFreeParserCtxt(parser);
	arena_clear(&scratch);
	if (reading.is_cut) /* there is too little of it yet */
		reading.refused -= reading.last_refused;
	enum err err = item_reading_end(&reading, "a feed");
	if (err == OK && !is_whole && !reading.refused && !reading.is_cut)
		fail(why, ERR_FORMAT, "a feed with faults; some of it may be missing");
	return err;
}

static struct span after(struct span text, struct span sign)
{
	return span_trim(span_cut(text, span_find(text, sign, 0) + sign.len, text.len));
}

/* What stands before the first element: comments, processing instructions, a document type with
 * or without declarations of its own. */
static struct span prolog_passed(struct span text)
{
	for (;;) {
		if (span_starts(text, SPAN("<?")))
			text = after(text, SPAN("?>"));
		else if (span_starts(text, SPAN("<!--")))
			text = after(text, SPAN("-->"));
		else if (!span_starts(text, SPAN("<!DOCTYPE")))
			return text;
		else if (span_find(text, SPAN("["), 0) < span_find(text, SPAN(">"), 0))
			text = after(after(text, SPAN("]")), SPAN(">"));
		else
			text = after(text, SPAN(">"));
	}
}

static bool recognises(struct span head, const char *path)
{
	struct span text = span_trim(head);
	size_t len = 1;

	(void)path;
	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		text = span_trim(span_cut(text, 3, text.len));
	text = prolog_passed(text);
	while (len < text.len && !strchr(" \t\r\n>/", text.at[len]))
		len++;
	struct span name = span_cut(text, 1, len);
	return span_starts(text, SPAN("<")) &&
	       (span_is(name, "rss") || span_is(name, "feed") || span_is(name, "rdf:RDF") ||
		       span_is(name, "RDF") || span_is(name, "atom:feed"));
}

const struct format feed_format = {
	.name = "feed",
	.recognises = recognises,
	.read = feed_read,
	.holds_many = true,
};
