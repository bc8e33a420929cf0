#include "article/html-outline.h"

#define NAME_LEN 256u /* bytes of a name that are looked at */

#define CUE(name) (1u << HTML_CUE_##name)

/* clang-format off */
/* Parts of names, in small letters. */
static const struct {
	const char *part;
	uint32_t cues;
} parts[] = {
	{"comment", CUE(COMMENT)}, {"disqus", CUE(COMMENT)},
	{"respond", CUE(COMMENT)}, {"livefyre", CUE(COMMENT)},
	{"reaction", CUE(COMMENT)}, {"kommentar", CUE(COMMENT)},
	{"shar", CUE(SHARE)}, {"social", CUE(SHARE)}, {"partag", CUE(SHARE)},
	{"addthis", CUE(SHARE)}, {"follow", CUE(SHARE)},
	{"relat", CUE(RELATED)}, {"recommend", CUE(RELATED)},
	{"more-", CUE(RELATED)}, {"popular", CUE(RELATED)},
	{"trend", CUE(RELATED)}, {"most-", CUE(RELATED)},
	{"teaser", CUE(RELATED)}, {"outbrain", CUE(RELATED)},
	{"taboola", CUE(RELATED)}, {"readmore", CUE(RELATED)},
	{"similar", CUE(RELATED)}, {"suggest", CUE(RELATED)},
	{"lire-aussi", CUE(RELATED)}, {"next", CUE(RELATED)},
	{"caption", CUE(CAPTION)}, {"legend", CUE(CAPTION)},
	{"credit", CUE(CAPTION)}, {"gallery", CUE(CAPTION)},
	{"carousel", CUE(CAPTION)}, {"slideshow", CUE(CAPTION)},
	{"foot", CUE(FOOT)}, {"copyright", CUE(FOOT)}, {"legal", CUE(FOOT)},
	{"nav", CUE(NAV)}, {"menu", CUE(NAV)}, {"breadcrumb", CUE(NAV)},
	{"pager", CUE(NAV)}, {"paginat", CUE(NAV)}, {"toolbar", CUE(NAV)},
	{"skip", CUE(NAV)}, {"search", CUE(NAV)}, {"login", CUE(NAV)},
	{"sidebar", CUE(SIDE)}, {"aside", CUE(SIDE)}, {"widget", CUE(SIDE)},
	{"rail", CUE(SIDE)}, {"infobox", CUE(SIDE)}, {"side-", CUE(SIDE)},
	{"byline", CUE(BY)}, {"author", CUE(BY)}, {"date", CUE(BY)},
	{"time", CUE(BY)}, {"meta", CUE(BY)}, {"signature", CUE(BY)},
	{"publish", CUE(BY)},
	{"promo", CUE(PROMO)}, {"advert", CUE(PROMO)}, {"sponsor", CUE(PROMO)},
	{"newsletter", CUE(PROMO)}, {"subscri", CUE(PROMO)},
	{"signup", CUE(PROMO)}, {"sign-up", CUE(PROMO)}, {"banner", CUE(PROMO)},
	{"-ad-", CUE(PROMO)}, {"ad-", CUE(PROMO)}, {"paywall", CUE(PROMO)},
	{"abonne", CUE(PROMO)}, {"publicite", CUE(PROMO)},
	{"header", CUE(HEAD)}, {"masthead", CUE(HEAD)}, {"topbar", CUE(HEAD)},
	{"title", CUE(HEAD)}, {"headline", CUE(HEAD)}, {"titre", CUE(HEAD)},
	{"tags", CUE(TAGS)}, {"tag-", CUE(TAGS)}, {"topic", CUE(TAGS)},
	{"keyword", CUE(TAGS)}, {"categor", CUE(TAGS)}, {"label", CUE(TAGS)},
	{"bio", CUE(BIO)}, {"about", CUE(BIO)}, {"profile", CUE(BIO)},
	{"article", CUE(CONTENT)}, {"content", CUE(CONTENT)},
	{"entry", CUE(CONTENT)}, {"main", CUE(CONTENT)}, {"post", CUE(CONTENT)},
	{"story", CUE(CONTENT)}, {"text", CUE(CONTENT)}, {"body", CUE(CONTENT)},
	{"paragraph", CUE(CONTENT)}, {"texte", CUE(CONTENT)},
	{"corps", CUE(CONTENT)},
	{"articlebody", CUE(BODY)}, {"article-body", CUE(BODY)},
	{"article_body", CUE(BODY)}, {"article__body", CUE(BODY)},
	{"storybody", CUE(BODY)}, {"story-body", CUE(BODY)},
	{"story_body", CUE(BODY)}, {"storytext", CUE(BODY)},
	{"post-content", CUE(BODY)}, {"post-body", CUE(BODY)},
	{"post_content", CUE(BODY)}, {"entry-content", CUE(BODY)},
	{"article-content", CUE(BODY)}, {"article__content", CUE(BODY)},
	{"article-text", CUE(BODY)}, {"article-copy", CUE(BODY)},
	{"body-copy", CUE(BODY)}, {"content-body", CUE(BODY)},
	{"hidden", CUE(HIDDEN)}, {"sr-only", CUE(HIDDEN)},
	{"visually", CUE(HIDDEN)}, {"print", CUE(HIDDEN)},
	{"offscreen", CUE(HIDDEN)},
	{"cookie", CUE(NOTICE)}, {"consent", CUE(NOTICE)}, {"gdpr", CUE(NOTICE)},
	{"popup", CUE(NOTICE)}, {"modal", CUE(NOTICE)}, {"overlay", CUE(NOTICE)},
	{"alert", CUE(NOTICE)}, {"correction", CUE(NOTICE)},
};
/* clang-format on */

uint32_t html_cues_of(struct span name)
{
	char small[NAME_LEN];
	uint32_t cues = 0;

	if (name.len == 0)
		return 0;
	name = span_cut(name, 0, NAME_LEN);
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		small[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	struct span folded = {small, name.len};
	for (size_t i = 0; i < COUNT(parts); i++)
		if (span_find(folded, span_of(parts[i].part), 0) < folded.len)
			cues |= parts[i].cues;
	return cues;
}
