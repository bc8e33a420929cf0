#ifndef DEPECHE_ARTICLE_HTML_OUTLINE_H
#define DEPECHE_ARTICLE_HTML_OUTLINE_H

/*
 * A web page taken apart: its visible text, a line for each block, the elements around each
 * line, and what the page states of itself for machines.  What is body and what is not is not
 * decided here.  The only user of libxml2's HTML parser.  Private to the floor.
 */

#include "article/article.h"
#include "base/fault.h"
#include "base/vec.h"

enum html_tag {
	HTML_OTHER,
	HTML_P,
	HTML_LI,
	HTML_H1,
	HTML_H2,
	HTML_H3,
	HTML_H4, /* and smaller */
	HTML_CELL,
	HTML_DIV,
	HTML_BLOCKQUOTE,
	HTML_FIGCAPTION,
	HTML_FIGURE,
	HTML_PRE,
	HTML_DEFINITION, /* dd, dt */
	HTML_NAV,
	HTML_FOOTER,
	HTML_HEADER,
	HTML_ASIDE,
	HTML_ARTICLE,
	HTML_MAIN,
	HTML_SECTION,
	HTML_FORM,
	HTML_TABLE,
	HTML_LIST,
	HTML_BUTTON,
	HTML_LINK,
	HTML_TIME,
	HTML_TAG_COUNT
};

/* clang-format off */
/* What the names that a page's makers gave to an element (class, id, role) say of it. */
#define HTML_CUES(_) \
	_(COMMENT) _(SHARE) _(RELATED) _(CAPTION) _(FOOT) _(NAV) _(SIDE) _(BY) _(PROMO) \
	_(HEAD) _(TAGS) _(BIO) _(CONTENT) _(BODY) _(HIDDEN) _(NOTICE)
/* clang-format on */

enum html_cue {
#define HTML_CUE_NAME(name) HTML_CUE_##name,
	HTML_CUES(HTML_CUE_NAME)
#undef HTML_CUE_NAME
		HTML_CUE_COUNT
};

#define HTML_NONE UINT32_MAX

/* An element of the page's body.  A parent stands before its children. */
struct html_node {
	uint32_t parent; /* HTML_NONE: of the body itself */
	enum html_tag tag;
	uint32_t depth;    /* 0: the body */
	uint32_t tags;     /* of it and of all around it: bit by enum html_tag */
	uint32_t own_cues; /* bit by enum html_cue */
	uint32_t cues;     /* of it and of all around it */
	uint64_t kind;     /* a hash of the names and classes of it and of all around it */
	uint32_t first;    /* of a list that is numbered, the first number; else 0 */
};

struct html_line {
	struct extent at;
	uint32_t block;         /* node: the nearest block around it */
	uint32_t inside;        /* node: the innermost element around its first letter */
	uint32_t len, link_len; /* bytes that are no blank; of those in links */
};

/* Something that the page states of itself. */
struct html_fact {
	struct span name;  /* small letters: "og:title", "title", "ld+json", "canonical", "lang",
			    * "time", "itemprop:datepublished", "rel:author", "rel:tag" */
	struct span value; /* never empty; without blanks at both ends */
	uint32_t line;     /* where it stands in the body; HTML_NONE: in the head */
};

VEC_OF(struct link, html_links);
VEC_OF(struct html_node, html_nodes);
VEC_OF(struct html_line, html_lines);
VEC_OF(struct html_fact, html_facts);

struct html_outline {
	struct span text;        /* the lines, each ended by a line feed; valid UTF-8 */
	struct html_nodes nodes; /* the first is the body */
	struct html_lines lines;
	struct html_facts facts; /* in the page's order */
	struct html_links links; /* as they end in it; urls as they are written */
};

/* Takes a page apart; page is valid UTF-8.  Fails: ERR_LIMIT (nested too deep, too large). */
enum err html_outline(struct span page, struct html_outline *, struct arena *, struct fault *why);

/* Whether an element has more than so many attributes: the parser compares each with all the
 * others. */
#define HTML_ATTRIBUTES_MOST 1000u
bool html_is_crowded(struct span page);

/* The cues of a class, id or role as it stands in the page. */
uint32_t html_cues_of(struct span name);

#endif
