#include "app/correcting.h"

#include "app/items.h"
#include "app/reasons.h"
#include "article/correct.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/vec.h"
#include "text/calendar.h"
#include "text/utf8.h"

#define LINES_MOST 40u /* of a fold that can be put right at once */
#define SHOWN 60u      /* bytes of what a line of the overlay is about */

VEC_OF(struct correction, correctable_list);

struct offering {
	const struct app *app;
	const struct article *article;
	const struct facts *facts;
	struct why *why;
	struct correctable_list list;
};

/* A stretch of the article as a line of the overlay shows it. */
static const char *shown(const struct offering *o, struct extent at)
{
	struct span words = correction_words(span_in(o->article->text, at), o->why->arena);
	size_t end = SHOWN;

	if (words.len <= SHOWN)
		return arena_string(o->why->arena, words);
	while (!utf8_boundary(words, end))
		end--;
	return arena_format(o->why->arena, "%.*s…", (int)end, words.at);
}

/* at: what of the article is meant; empty for the article itself. */
static void offer(struct offering *o, enum correction_kind kind, struct extent at,
	struct span value, const char *text)
{
	struct span stretch = span_in(o->article->text, at);

	why_add(o->why, (struct extent){0, 0}, text);
	*vec_push(o->why->arena, &o->list) = (struct correction){
		.kind = kind,
		.digest = o->article->digest,
		.words = correction_words(stretch, o->why->arena),
		.value = value,
	};
}

/* --- the article itself ----------------------------------------------------------------- */

static void offer_article(struct offering *o)
{
	const struct extent none = {0, 0};
	const struct published *published = &o->facts->published;
	struct arena *arena = o->why->arena;
	struct span source = o->article->source;
	struct buf day;

	buf_init(&day, arena);
	reasons_published(published, &day);
	offer(o, CORRECTION_TITLE, none, o->article->title,
		arena_format(
			arena, _("Title: %.*s"), (int)o->article->title.len, o->article->title.at));
	offer(o, CORRECTION_DAY, none,
		span_of(day_iso(published->day, published->precision, arena)),
		arena_format(arena, _("Day of publication: %s"), day.at));
	offer(o, CORRECTION_SOURCE, none, source,
		source.len ? arena_format(arena, _("Source: %.*s"), (int)source.len, source.at)
			   : _("Source: not stated"));
}

/* --- the current item --------------------------------------------------------------------- */

static void offer_mention(struct offering *o, const struct mention *mention)
{
	const struct actor *actor = epoch_actor(o->app->epoch, mention->actor);

	offer(o, CORRECTION_PERSON, mention->at, span_of(actor->name),
		arena_format(o->why->arena, _("“%s” means %s here"), shown(o, mention->at),
			actor->name));
}

static void offer_quote(struct offering *o, const struct quotation *quote)
{
	struct span speaker = quote->speaker;

	offer(o, CORRECTION_SPEAKER, quote->at, speaker,
		speaker.len ? arena_format(o->why->arena, _("“%s” is said by %.*s"),
				      shown(o, quote->at), (int)speaker.len, speaker.at)
			    : arena_format(o->why->arena, _("“%s” is said by nobody who is named"),
				      shown(o, quote->at)));
}

/* --- lines -------------------------------------------------------------------------------- */

static void offer_line(struct offering *o, uint32_t line)
{
	struct extent at = o->article->lines[line].at;
	enum line_kind kind = (enum line_kind)o->facts->kinds[line];

	if (line_is_body(kind))
		offer(o, CORRECTION_FURNITURE, at, SPAN(""),
			arena_format(o->why->arena, _("Shown as the article’s text: “%s”"),
				shown(o, at)));
	else if (kind == LINE_FURNITURE)
		offer(o, CORRECTION_TEXT, at, SPAN(""),
			arena_format(
				o->why->arena, _("Shown as page furniture: “%s”"), shown(o, at)));
}

static bool touches(struct extent a, struct extent b)
{
	return a.start < b.end && b.start < a.end;
}

/* The lines of the current item; without one the line at the top of the pane. */
static void offer_lines(struct offering *o)
{
	struct item item = o->app->reader.current;
	struct extent at = item.at;
	uint32_t count = 0;

	if (item.kind == ITEM_NONE)
		at = (struct extent){o->app->reader.offset, o->app->reader.offset + 1};
	for (uint32_t i = 0; i < o->article->line_count && count < LINES_MOST; i++)
		if (touches(o->article->lines[i].at, at)) {
			offer_line(o, i);
			count++;
		}
}

void correcting_lines(struct app *app, struct why *why)
{
	struct offering o = {.app = app, .why = why};

	app->correctable_count = 0;
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		return;
	o.article = epoch_article(app->epoch, app->reader.article);
	o.facts = epoch_facts(app->epoch, app->reader.article);
	if (app->focus == PANE_READER) {
		const struct mention *mention = item_mention(app, app->reader.current);
		const struct quotation *quote = item_quote(app, app->reader.current);
		if (mention)
			offer_mention(&o, mention);
		if (quote)
			offer_quote(&o, quote);
	}
	offer_article(&o);
	if (app->focus == PANE_READER && !app->page.raw)
		offer_lines(&o);
	app->correctables = o.list.at;
	app->correctable_count = o.list.count;
}
