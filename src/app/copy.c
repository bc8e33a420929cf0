#include "app/copy.h"

#include "app/colon-table.h"
#include "app/handlers.h"
#include "app/items.h"
#include "app/listing.h"
#include "app/menu.h"
#include "app/programs.h"
#include "app/reasons.h"
#include "app/say.h"
#include "base/message.h"

void copy_text(struct app *app, struct span text, const char *what)
{
	struct arena scratch;

	if (!text.len) {
		say(app, "there is nothing to copy");
		return;
	}
	arena_init(&scratch);
	struct span clean = programs_clean(text, &scratch);
	arena_clear(&app->copied_arena);
	app->copied = arena_span(&app->copied_arena, clean);
	arena_clear(&scratch);
	app->requests.copy = true;
	say(app, "copied: %s", what);
}

static const struct article *article_of(const struct app *app)
{
	return epoch_article(app->epoch, app->reader.article);
}

/* --- what can be copied -------------------------------------------------------------------- */

static void copy_article(struct app *app)
{
	struct listing listing = {.epoch = app->epoch};
	struct arena scratch;
	struct buf text;

	arena_init(&scratch);
	buf_init(&text, &scratch);
	listing_text(&listing, app->reader.article, &text);
	copy_text(app, buf_span(&text), _("the article"));
	arena_clear(&scratch);
}

/* The paragraph in which a place lies, else the next one. */
static struct extent paragraph_at(const struct app *app, uint32_t offset)
{
	const struct article *article = article_of(app);
	const uint8_t *kinds = epoch_facts(app->epoch, app->reader.article)->kinds;

	for (uint32_t i = 0; i < article->line_count; i++)
		if (article->lines[i].at.end > offset && line_is_body((enum line_kind)kinds[i]))
			return article->lines[i].at;
	return (struct extent){0, 0};
}

/* The paragraph of the current item, else the one at the top of the pane. */
static void copy_passage(struct app *app)
{
	struct item item = app->reader.current;
	uint32_t at = item.kind != ITEM_NONE ? item.at.start : app->reader.offset;

	copy_text(app, span_in(article_of(app)->text, paragraph_at(app, at)), _("the paragraph"));
}

/* The current quotation; else the first one at or after the top of the pane. */
static const struct quotation *quotation_of(const struct app *app)
{
	const struct facts *facts = epoch_facts(app->epoch, app->reader.article);
	const struct quotation *quote = item_quote(app, app->reader.current);

	for (uint32_t i = 0; i < facts->quote_count && !quote; i++)
		if (facts->quotes[i].at.end > app->reader.offset)
			quote = &facts->quotes[i];
	return quote;
}

static void copy_quotation(struct app *app)
{
	const struct quotation *quote = quotation_of(app);
	struct arena scratch;
	struct buf text;

	if (!quote) {
		say(app, "no quotation follows here");
		return;
	}
	arena_init(&scratch);
	buf_init(&text, &scratch);
	buf_text(&text, _("“"));
	buf_add(&text, span_trim(span_in(article_of(app)->text, quote->at)));
	buf_format(&text, "%s\n— ", _("”"));
	buf_add(&text, quote->speaker);
	buf_text(&text, quote->speaker.len ? "; " : "");
	citation_add(app->epoch, app->reader.article, CITATION_PLAIN, &text);
	copy_text(app, buf_span(&text), _("the quotation and where it stands"));
	arena_clear(&scratch);
}

static void copy_cited(struct app *app, enum citation_style style)
{
	struct arena scratch;
	struct buf text;

	arena_init(&scratch);
	buf_init(&text, &scratch);
	citation_add(app->epoch, app->reader.article, style, &text);
	copy_text(app, buf_span(&text), _("the citation"));
	arena_clear(&scratch);
}

static void copy_citation(struct app *app)
{
	copy_cited(app, app->citation);
}

static void copy_link(struct app *app)
{
	copy_cited(app, CITATION_MARKDOWN);
}

static void copy_bibtex(struct app *app)
{
	copy_cited(app, CITATION_BIBTEX);
}

static void copy_path(struct app *app)
{
	copy_text(app, span_of(article_of(app)->path), _("the path of the file"));
}

/* Of the current link, else of the article. */
static void copy_address(struct app *app)
{
	if (app->reader.current.kind == ITEM_LINK)
		links_copy(app);
	else if (article_of(app)->url.len)
		copy_text(app, article_of(app)->url, _("the address"));
	else
		say(app, "this article states no address");
}

/* --- the menu and the command ---------------------------------------------------------------- */

static const struct menu_choice choices[] = {
	{'t', N_("text"), copy_article},
	{'p', N_("passage"), copy_passage},
	{'q', N_("quote"), copy_quotation},
	{'c', N_("citation"), copy_citation},
	{'m', N_("link"), copy_link},
	{'b', N_("bib"), copy_bibtex},
	{'u', N_("address"), copy_address},
	{'f', N_("path"), copy_path},
	{0, NULL, NULL},
};

static bool has_article(struct app *app)
{
	if (app->epoch && app->reader.article != ARTICLE_NONE)
		return true;
	say(app, "no article is selected");
	return false;
}

void copy_open(struct app *app)
{
	static const struct menu menu = {N_("Copy"), choices};

	if (has_article(app))
		menu_open(app, &menu);
}

/* "citation apa": the second word of the words; empty where there is none. */
static struct span second(struct span words, size_t *start)
{
	size_t blank = span_find(words, SPAN(" "), 0);

	while (blank < words.len && words.at[blank] == ' ')
		blank++;
	*start = blank;
	return span_cut(words, blank, words.len);
}

enum err copy_command(struct app *app, struct span words, struct query_fault *wrong)
{
	size_t start;
	struct span style = second(words, &start);
	struct span what = span_trim(span_cut(words, 0, start));
	enum citation_style named = citation_named(style);

	if (!words.len) {
		copy_open(app);
		return OK;
	}
	if (!has_article(app))
		return OK;
	wrong->at = (struct extent){0, (uint32_t)what.len};
	if (style.len && (named == CITATION_COUNT || !span_is(what, "citation"))) {
		wrong->at = (struct extent){(uint32_t)start, (uint32_t)words.len};
		return fail(&wrong->fault, ERR_USAGE, "no such style; Tab shows them");
	}
	if (style.len) {
		copy_cited(app, named);
		return OK;
	}
	for (const struct menu_choice *choice = choices; choice->key; choice++)
		if (span_is(what, choice->words)) {
			choice->chosen(app);
			return OK;
		}
	return fail(&wrong->fault, ERR_USAGE, "that cannot be copied; Tab shows what can");
}

void copy_complete(struct app *app, struct span words, struct offers *offers)
{
	size_t start;
	struct span style = second(words, &start);

	(void)app;
	if (start == words.len && !span_ends(words, SPAN(" "))) {
		for (const struct menu_choice *choice = choices; choice->key; choice++)
			offers_add(offers, words, choice->words);
		return;
	}
	offers->start += (uint32_t)start;
	for (int i = 0; i < CITATION_COUNT; i++)
		offers_add(offers, style, citation_name((enum citation_style)i));
}
