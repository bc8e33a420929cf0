#include "article/html-outline.h"

#include "article/html-elements.h"
#include "article/html-links.h"
#include "article/html-set.h"
#include "base/buf.h"
#include "base/map.h"
#include "text/utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

#define SIZE_MOST (32u << 20) /* bytes of a page */
#define VALUE_LEN (1u << 20)  /* bytes of a fact's value */
#define NAME_LEN 160u         /* bytes of somebody's name and what stands around it */
#define NAME_NODES 64u        /* looked at to find it */
#define DEPTH_MOST 2000       /* elements inside each other; the parser's end tags cost as many */

/* A page while it is walked. */
struct walk {
	struct html_outline *outline;
	struct arena *arena;
	struct buf text;
	size_t line_start;
	struct html_line line; /* in the making */
	bool has_letter;       /* the line holds more than blanks */
	bool owes_blank;       /* a blank is due before the next letter */
	bool takes_spares;
};

static unsigned traits_of(const xmlNode *node)
{
	const struct html_element *element = html_element_of((const char *)node->name);

	return element ? element->traits : 0;
}

/* The value of an attribute as it is written, cut to a length that is plenty; empty when there
 * is none.  Entities were resolved by the parser: the value is one node of text. */
static struct span attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *at = node->properties; at; at = at->next)
		if (strcmp((const char *)at->name, name) == 0) {
			const char *content = NULL;
			if (at->children)
				content = (const char *)at->children->content;
			return span_cut(span_trim(span_of(content)), 0, VALUE_LEN);
		}
	return SPAN("");
}

static bool has_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *at = node->properties; at; at = at->next)
		if (strcmp((const char *)at->name, name) == 0)
			return true;
	return false;
}

static struct span small(struct span text, struct arena *arena)
{
	char *out = arena_copy(arena, text.at, text.len);

	for (size_t i = 0; i < text.len; i++)
		if (out[i] >= 'A' && out[i] <= 'Z')
			out[i] = (char)(out[i] - 'A' + 'a');
	return (struct span){out, text.len};
}

static void fact_add(
	struct walk *walk, const char *before, struct span name, struct span value, uint32_t line)
{
	struct buf whole;

	value = span_trim(value);
	if (value.len == 0)
		return;
	buf_init(&whole, walk->arena);
	buf_text(&whole, before);
	buf_add(&whole, small(name, walk->arena));
	*vec_push(walk->arena, &walk->outline->facts) = (struct html_fact){
		buf_span(&whole), arena_span(walk->arena, span_cut(value, 0, VALUE_LEN)), line};
}

/* The text inside an element, as it stands. */
static struct span inner_text(const xmlNode *node, struct arena *arena)
{
	struct buf text;

	buf_init(&text, arena);
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			buf_text(&text, (const char *)child->content);
	return buf_span(&text);
}

/* The element behind this one in the page's order, inside of around; null at its end. */
static const xmlNode *next_inside(const xmlNode *node, const xmlNode *around)
{
	if (node->children && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node != around && !node->next)
		node = node->parent;
	return node == around ? NULL : node->next;
}

/* The text inside an element and all that it holds: of a person that is marked up as one, the
 * name. */
static struct span name_inside(const xmlNode *element, struct arena *arena)
{
	struct buf text;
	uint32_t seen = 0;

	buf_init(&text, arena);
	for (const xmlNode *node = next_inside(element, element); node && seen < NAME_NODES;
		node = next_inside(node, element), seen++) {
		if (node->type == XML_ELEMENT_NODE &&
			span_is(attribute(node, "itemprop"), "name")) {
			element = node;
			text.len = 0;
		}
		if (node->type == XML_TEXT_NODE && text.len < NAME_LEN)
			buf_text(&text, (const char *)node->content);
	}
	return text.len < NAME_LEN ? span_trim(buf_span(&text)) : SPAN("");
}

static uint32_t line_now(const struct walk *walk)
{
	return walk->outline->lines.count;
}

static void meta_read(struct walk *walk, const xmlNode *node)
{
	struct span content = attribute(node, "content");
	static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct span key = attribute(node, keys[i]);
		if (key.len)
			fact_add(walk, i == 2 ? "itemprop:" : "", key, content, HTML_NONE);
	}
}

/* What stands in the attributes of an element of the body. */
static void attributes_read(struct walk *walk, const xmlNode *node)
{
	struct span rel = attribute(node, "rel"), item = attribute(node, "itemprop");
	struct span day = attribute(node, "datetime"), content = attribute(node, "content");

	if (day.len)
		fact_add(walk, "time", SPAN(""), day, line_now(walk));
	if (item.len && (content.len || day.len))
		fact_add(walk, "itemprop:", item, content.len ? content : day, line_now(walk));
	else if (span_is(item, "author"))
		fact_add(walk, "itemprop:", item, name_inside(node, walk->arena), line_now(walk));
	else if (item.len && item.len < 32)
		fact_add(walk, "itemprop:", item, inner_text(node, walk->arena), line_now(walk));
	if (span_is(rel, "author"))
		fact_add(walk, "rel:", rel, name_inside(node, walk->arena), line_now(walk));
	if (span_is(rel, "tag") || span_is(rel, "category tag"))
		fact_add(walk, "rel:", rel, inner_text(node, walk->arena), line_now(walk));
}

/* Elements that are read for what they state; most of them stand in the head. */
static void statement_read(struct walk *walk, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	bool in_svg = node->parent && node->parent->type == XML_ELEMENT_NODE &&
		      strcmp((const char *)node->parent->name, "svg") == 0;

	if (strcmp(name, "meta") == 0)
		meta_read(walk, node);
	else if (strcmp(name, "title") == 0 && !in_svg)
		fact_add(walk, "title", SPAN(""), inner_text(node, walk->arena), HTML_NONE);
	else if (strcmp(name, "link") == 0 && span_is(attribute(node, "rel"), "canonical"))
		fact_add(walk, "canonical", SPAN(""), attribute(node, "href"), HTML_NONE);
	else if (strcmp(name, "html") == 0)
		fact_add(walk, "lang", SPAN(""), attribute(node, "lang"), HTML_NONE);
	else if (strcmp(name, "script") == 0 &&
		 span_starts(attribute(node, "type"), SPAN("application/ld+json")))
		fact_add(walk, "ld+json", SPAN(""), inner_text(node, walk->arena), HTML_NONE);
}

static bool is_hidden(const xmlNode *node)
{
	struct span style = attribute(node, "style");

	return has_attribute(node, "hidden") || span_is(attribute(node, "aria-hidden"), "true") ||
	       span_find(style, SPAN("display:none"), 0) < style.len ||
	       span_find(style, SPAN("display: none"), 0) < style.len;
}

static uint32_t own_cues(const xmlNode *node)
{
	uint32_t cues = html_cues_of(attribute(node, "class")) |
			html_cues_of(attribute(node, "id")) | html_cues_of(attribute(node, "role"));
	struct span item = attribute(node, "itemprop");

	if (is_hidden(node))
		cues |= 1u << HTML_CUE_HIDDEN;
	if (span_find(item, SPAN("articleBody"), 0) < item.len)
		cues |= 1u << HTML_CUE_BODY;
	return cues;
}

static uint32_t node_add(struct walk *walk, const xmlNode *element, uint32_t parent)
{
	const struct html_element *kind = html_element_of((const char *)element->name);
	struct html_nodes *nodes = &walk->outline->nodes;
	struct html_node node = {.parent = parent, .tag = kind ? kind->tag : HTML_OTHER};

	node.own_cues = parent == HTML_NONE ? 0 : own_cues(element);
	node.cues = node.own_cues;
	node.tags = 1u << node.tag;
	if (strcmp((const char *)element->name, "ol") == 0)
		node.first = html_set_first(attribute(element, "start"));
	node.kind = hash_mix(hash_bytes(span_of((const char *)element->name)),
		hash_bytes(attribute(element, "class")));
	if (parent != HTML_NONE) {
		node.kind = hash_mix(nodes->at[parent].kind, node.kind);
		node.depth = nodes->at[parent].depth + 1;
		node.cues |= nodes->at[parent].cues;
		node.tags |= nodes->at[parent].tags;
	}
	*vec_push(walk->arena, nodes) = node;
	return nodes->count - 1;
}

/* Ends the line in the making, if it holds anything. */
static void line_end(struct walk *walk)
{
	struct buf *text = &walk->text;

	walk->owes_blank = false;
	if (walk->has_letter) {
		walk->line.at = (struct extent){(uint32_t)walk->line_start, (uint32_t)text->len};
		*vec_push(walk->arena, &walk->outline->lines) = walk->line;
		buf_char(text, '\n');
	} else {
		text->len = walk->line_start; /* signs without width */
	}
	walk->line_start = text->len;
	walk->line = (struct html_line){0};
	walk->has_letter = false;
}

/* Whether the point is no sign of its own: blanks, and what has no width. */
static bool is_nothing(uint32_t point)
{
	return utf8_is_space(point) || point < 0x20 || (point >= 0x200B && point <= 0x200F) ||
	       point == 0xFEFF || point == 0xAD;
}

/* Text of a line: blanks are folded to one, no-break spaces stay as they are. */
static void text_add(struct walk *walk, struct span text, uint32_t node, uint32_t block)
{
	bool linked = walk->outline->nodes.at[node].tags >> HTML_LINK & 1;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t point = utf8_next(text, &at);
		if (point < 0x80 && utf8_is_space(point)) {
			walk->owes_blank = walk->text.len > walk->line_start;
			continue;
		}
		if (walk->owes_blank)
			buf_char(&walk->text, ' ');
		walk->owes_blank = false;
		buf_add(&walk->text, span_cut(text, start, at));
		if (is_nothing(point))
			continue;
		if (!walk->has_letter) {
			walk->line.block = block;
			walk->line.inside = node;
		}
		walk->has_letter = true;
		walk->line.len += (uint32_t)(at - start);
		walk->line.link_len += linked ? (uint32_t)(at - start) : 0;
	}
}

/* Preformatted text: its line feeds part lines. */
static void text_keep(struct walk *walk, struct span text, uint32_t node, uint32_t block)
{
	for (size_t start = 0; start <= text.len;) {
		size_t end = span_find(text, SPAN("\n"), start);
		text_add(walk, span_cut(text, start, end), node, block);
		if (end < text.len)
			line_end(walk);
		start = end + 1;
	}
}

/* An element that the walk is inside of. */
struct frame {
	const xmlNode *node;
	uint32_t place; /* its number among the nodes */
	uint32_t block; /* that of the nearest block */
	size_t start;   /* of its text */
	bool keeps;
};

VEC_OF(struct frame, frames);

static void element_leave(struct walk *walk, const struct frame *frame)
{
	unsigned traits = traits_of(frame->node);

	if (walk->outline->nodes.at[frame->place].tag == HTML_LINK)
		html_link_add(&walk->outline->links, buf_span(&walk->text), frame->start,
			attribute(frame->node, "href"), walk->arena);
	if (traits & HTML_TRAIT_BLOCK)
		line_end(walk);
	if (traits & HTML_TRAIT_CELL)
		walk->owes_blank = walk->text.len > walk->line_start;
}

/* Comes upon an element; whether what is inside of it is to be walked. */
static bool element_enter(struct walk *walk, const xmlNode *node, struct frames *frames)
{
	unsigned traits = traits_of(node);
	struct frame around = frames->at[frames->count - 1],
		     own = {.node = node, .start = walk->text.len};

	statement_read(walk, node);
	if (traits & HTML_TRAIT_DROP || (traits & HTML_TRAIT_SPARE && !walk->takes_spares))
		return false;
	if (traits & HTML_TRAIT_BLOCK)
		line_end(walk);
	if (traits & HTML_TRAIT_CELL)
		walk->owes_blank = walk->text.len > walk->line_start;
	attributes_read(walk, node);
	own.place = node_add(walk, node, around.place);
	own.block = traits & HTML_TRAIT_BLOCK ? own.place : around.block;
	own.keeps = around.keeps || traits & HTML_TRAIT_KEEP;
	*vec_push(walk->arena, frames) = own;
	return true;
}

/* Walks the body without recursion: pages nest as deep as they like. */
static void body_walk(struct walk *walk, const xmlNode *body)
{
	struct frames frames = {0};
	const xmlNode *node = body->children;

	*vec_push(walk->arena, &frames) =
		(struct frame){body, node_add(walk, body, HTML_NONE), 0, 0, false};
	while (frames.count) {
		struct frame *now = &frames.at[frames.count - 1];
		if (!node) {
			element_leave(walk, now);
			node = now->node == body ? NULL : now->node->next;
			frames.count--;
			continue;
		}
		if (node->type == XML_ELEMENT_NODE && element_enter(walk, node, &frames)) {
			node = node->children;
			continue;
		}
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
			struct span text = span_of((const char *)node->content);
			(now->keeps ? text_keep : text_add)(walk, text, now->place, now->block);
		}
		node = node->next;
	}
	line_end(walk);
}

/* The head has no depth: what it states stands right in it. */
static void head_read(struct walk *walk, const xmlNode *head)
{
	for (const xmlNode *node = head->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			statement_read(walk, node);
}

static void page_walk(struct walk *walk, const xmlNode *root)
{
	const xmlNode *body = root;

	statement_read(walk, root);
	for (const xmlNode *node = root->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)node->name, "head") == 0)
			head_read(walk, node);
		if (strcmp((const char *)node->name, "body") == 0)
			body = node;
	}
	body_walk(walk, body);
}

/* A page whose text a script would have fetched still says what it is about. */
static void statements_as_text(struct walk *walk)
{
	static const char *const names[] = {"og:title", "title", "og:description", "description"};
	const struct html_facts *facts = &walk->outline->facts;

	for (size_t i = 0; i < COUNT(names); i++)
		for (uint32_t k = 0; k < facts->count; k++) {
			if (!span_is(facts->at[k].name, names[i]))
				continue;
			text_add(walk, facts->at[k].value, 0, 0);
			line_end(walk);
			i |= 1; /* the next one says the same */
			break;
		}
}

static void walk_whole(struct walk *walk, const xmlNode *root)
{
	struct html_outline *outline = walk->outline;

	page_walk(walk, root);
	if (outline->lines.count == 0) {
		*outline = (struct html_outline){0};
		walk->takes_spares = true;
		page_walk(walk, root);
	}
	if (outline->lines.count == 0)
		statements_as_text(walk);
	outline->text = buf_span(&walk->text);
}

/* The parser ends a text at a zero byte. */
static struct span without_zeros(struct span page, struct arena *arena)
{
	if (page.len == 0 || !memchr(page.at, '\0', page.len))
		return page;
	char *copy = arena_copy(arena, page.at, page.len);
	for (size_t i = 0; i < page.len; i++)
		if (copy[i] == '\0')
			copy[i] = ' ';
	return (struct span){copy, page.len};
}

/* Stands before the parser's own: it would give up at 256 elements, and pages that never close
 * their inline tags go deeper. */
static void element_begin(void *parser, const xmlChar *name, const xmlChar **attributes)
{
	xmlParserCtxt *own = parser;
	bool *too_deep = own->_private;

	if (own->nodeNr < DEPTH_MOST) {
		xmlSAX2StartElement(parser, name, attributes);
		return;
	}
	*too_deep = true;
	xmlStopParser(own);
}

static xmlParserCtxt *parser_new(bool *too_deep)
{
	xmlParserCtxt *parser = htmlNewParserCtxt();

	if (parser) {
		parser->_private = too_deep;
		parser->options |= XML_PARSE_HUGE;
		parser->sax->startElement = element_begin;
	}
	return parser;
}

enum err html_outline(
	struct span page, struct html_outline *outline, struct arena *arena, struct fault *why)
{
	int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
		      HTML_PARSE_NONET | HTML_PARSE_COMPACT;

	if (page.len > SIZE_MOST)
		return fail(why, ERR_LIMIT, "a web page larger than %u MiB", SIZE_MOST >> 20);
	if (html_is_crowded(page))
		return fail(why, ERR_LIMIT, "an element with more than %u attributes",
			HTML_ATTRIBUTES_MOST);
	page = without_zeros(page, arena);
	bool too_deep = false;
	xmlParserCtxt *parser = parser_new(&too_deep);
	xmlDoc *doc =
		parser ? htmlCtxtReadMemory(parser, page.at, (int)page.len, NULL, "UTF-8", options)
		       : NULL;
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	struct html_outline made = {0};
	if (root && !too_deep) {
		struct walk walk = {.outline = &made, .arena = arena};
		buf_init(&walk.text, arena);
		walk_whole(&walk, root);
	}
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(parser);
	if (too_deep)
		return fail(why, ERR_LIMIT, "elements nested too deep");
	*outline = made;
	return OK;
}
