#include "article/feed-parts.h"

#include "base/span.h"

#include <libxml/tree.h>

/* Whose names an element's name is one of. */
enum space { SPACE_OTHER, SPACE_FEED, SPACE_CORE, SPACE_CONTENT };

static const struct {
	const char *address;
	enum space space;
} spaces[] = {
	{"http://www.w3.org/2005/Atom", SPACE_FEED},
	{"http://purl.org/atom/ns#", SPACE_FEED},
	{"http://purl.org/rss/1.0/", SPACE_FEED},
	{"http://my.netscape.com/rdf/simple/0.9/", SPACE_FEED},
	{"http://backend.userland.com/rss2", SPACE_FEED},
	{"http://purl.org/dc/elements/1.1/", SPACE_CORE},
	{"http://purl.org/dc/terms/", SPACE_CORE},
	{"http://purl.org/rss/1.0/modules/content/", SPACE_CONTENT},
};

static const struct {
	enum space space;
	const char *name;
	enum feed_part part;
} parts[] = {
	{SPACE_FEED, "title", FEED_TITLE},
	{SPACE_FEED, "link", FEED_LINK},
	{SPACE_FEED, "guid", FEED_ID},
	{SPACE_FEED, "id", FEED_ID},
	{SPACE_FEED, "pubDate", FEED_PUBLISHED},
	{SPACE_FEED, "published", FEED_PUBLISHED},
	{SPACE_FEED, "issued", FEED_PUBLISHED},
	{SPACE_CORE, "date", FEED_PUBLISHED},
	{SPACE_CORE, "issued", FEED_PUBLISHED},
	{SPACE_CORE, "created", FEED_PUBLISHED},
	{SPACE_FEED, "updated", FEED_UPDATED},
	{SPACE_FEED, "modified", FEED_UPDATED},
	{SPACE_CORE, "modified", FEED_UPDATED},
	{SPACE_FEED, "description", FEED_SUMMARY},
	{SPACE_FEED, "summary", FEED_SUMMARY},
	{SPACE_FEED, "content", FEED_CONTENT},
	{SPACE_CONTENT, "encoded", FEED_CONTENT},
	{SPACE_FEED, "author", FEED_AUTHOR},
	{SPACE_CORE, "creator", FEED_AUTHOR},
	{SPACE_FEED, "category", FEED_CATEGORY},
	{SPACE_CORE, "subject", FEED_CATEGORY},
	{SPACE_FEED, "source", FEED_SOURCE},
	{SPACE_CORE, "language", FEED_LANGUAGE},
	{SPACE_FEED, "language", FEED_LANGUAGE},
};

bool feed_is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static enum space space_of(const xmlNode *node)
{
	if (!node->ns || !node->ns->href)
		return SPACE_FEED;
	for (size_t i = 0; i < COUNT(spaces); i++)
		if (strcmp((const char *)node->ns->href, spaces[i].address) == 0)
			return spaces[i].space;
	return SPACE_OTHER;
}

enum feed_part feed_part_of(const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE)
		return FEED_NONE;
	enum space space = space_of(node);
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].space == space && feed_is_named(node, parts[i].name))
			return parts[i].part;
	return FEED_NONE;
}
