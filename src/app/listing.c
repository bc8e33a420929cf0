#include "app/listing.h"

#include "app/export.h"
#include "app/listing-style.h"
#include "app/reasons.h"
#include "base/message.h"
#include "know/roles.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "text/calendar.h"
#include "text/width.h"

#include <stdio.h>

#define SOURCE_MOST 24 /* cells */
#define NAME_MOST 32

/* --- cells ------------------------------------------------------------------------------ */

static int wider(int a, int b)
{
	return a > b ? a : b;
}

static int narrower(int a, int b)
{
	return a < b ? a : b;
}

static void add_blanks(struct buf *buf, int count)
{
	while (count-- > 0)
		buf_char(buf, ' ');
}

/* A value in a column, followed by two blanks; width is that of the column. */
static void add_cell(struct buf *buf, struct span text, int width)
{
	struct span shown = width_clip(harmless(text, buf->arena), width, buf->arena);

	if (!width)
		return;
	buf_add(buf, shown);
	add_blanks(buf, width - width_of(shown) + 2);
}

/* The last value of a line, which may be as long as it is where there is no limit. */
static void add_rest(const struct listing *listing, struct buf *buf, struct span text, int used)
{
	struct span shown = harmless(text, buf->arena);

	if (listing->width)
		shown = width_clip(shown, wider(listing->width - used, 1), buf->arena);
	buf_add(buf, shown);
	buf_char(buf, '\n');
}

static bool is_inferred(const struct published *published)
{
	return published->day_inferred || published->year_inferred;
}

static struct span day_cell(const struct published *published, struct arena *arena)
{
	if (published->day == DAY_NONE || published->precision == PRECISION_NONE)
		return span_of(_("undated"));
	return span_of(
		arena_format(arena, "%s%s", day_iso(published->day, published->precision, arena),
			is_inferred(published) ? "≈" : ""));
}

/* --- columns ---------------------------------------------------------------------------- */

static int digits(uint32_t number)
{
	int count = 1;

	while (number >= 10) {
		number /= 10;
		count++;
	}
	return count;
}

void listing_articles(struct listing *listing, const article_id *ids, uint32_t count)
{
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct arena_mark mark = arena_mark(&scratch);
		struct epoch_mark opened = epoch_mark(listing->epoch);
		const struct article *article = epoch_outline(listing->epoch, ids[i]);
		const struct facts *facts = epoch_facts(listing->epoch, ids[i]);
		int source = width_of(harmless(article->source, &scratch));
		int day = width_of(day_cell(&facts->published, &scratch));

		listing->id_width = wider(listing->id_width, digits(ids[i]));
		listing->day_width = wider(listing->day_width, day);
		listing->source_width = wider(listing->source_width, narrower(source, SOURCE_MOST));
		epoch_rewind(listing->epoch, opened);
		arena_rewind(&scratch, mark);
	}
	arena_clear(&scratch);
}

void listing_people(struct listing *listing, const struct selection_person *people, uint32_t count)
{
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct arena_mark mark = arena_mark(&scratch);
		const struct actor *actor = epoch_actor(listing->epoch, people[i].actor);
		int name = width_of(harmless(span_of(actor->name), &scratch));

		listing->name_width = wider(listing->name_width, narrower(name, NAME_MOST));
		arena_rewind(&scratch, mark);
	}
	arena_clear(&scratch);
}

void listing_quotes(struct listing *listing, const struct selection_quote *quotes, uint32_t count)
{
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct arena_mark mark = arena_mark(&scratch);
		int name = width_of(harmless(quotes[i].quotation->speaker, &scratch));

		if (i == 0 || quotes[i - 1].id != quotes[i].id)
			listing_articles(listing, &quotes[i].id, 1);
		listing->name_width = wider(listing->name_width, narrower(name, NAME_MOST));
		arena_rewind(&scratch, mark);
	}
	listing->source_width = 0;
	arena_clear(&scratch);
}

/* --- articles --------------------------------------------------------------------------- */

static void article_json(const struct listing *listing, article_id id, struct buf *buf)
{
	const struct article *article = epoch_outline(listing->epoch, id);
	const struct facts *facts = epoch_facts(listing->epoch, id);

	buf_format(buf, "{\"id\":%u,\"path\":", id);
	export_string(buf, span_of(article->path));
	buf_text(buf, ",\"title\":");
	export_title(buf, article);
	buf_text(buf, ",\"published\":");
	export_published(buf, &facts->published);
	buf_text(buf, ",\"source\":");
	export_known(buf, article->source);
	buf_text(buf, ",\"language\":");
	export_known(buf, span_of(language_code(article->language)));
	buf_text(buf, ",\"people\":");
	export_people(buf, listing->epoch, facts);
	buf_text(buf, "}\n");
}

/* The title with the mark of one that is not stated. */
static struct span title_cell(const struct article *article, struct arena *arena)
{
	struct buf buf;

	if (!article->title.len)
		return span_of(article->path);
	if (article->title_from != FROM_LEAD)
		return article->title;
	buf_init(&buf, arena);
	buf_text(&buf, "≈");
	buf_add(&buf, article->title);
	return buf_span(&buf);
}

static struct span source_cell(const struct article *article, struct arena *arena)
{
	struct buf buf;

	if (!article->source.len || reasons_source_stated(article))
		return article->source;
	buf_init(&buf, arena);
	buf_text(&buf, "≈");
	buf_add(&buf, article->source);
	return buf_span(&buf);
}

/* The cells before the title; how wide they are. */
static int add_article_cells(const struct listing *listing, article_id id, struct buf *buf)
{
	const struct article *article = epoch_outline(listing->epoch, id);
	const struct facts *facts = epoch_facts(listing->epoch, id);
	int used = listing->id_width + 2 + listing->day_width + 2;

	listing_style(listing, buf, LISTING_DIM);
	add_blanks(buf, listing->id_width - digits(id));
	buf_format(buf, "%u  ", id);
	add_cell(buf, day_cell(&facts->published, buf->arena), listing->day_width);
	listing_style(listing, buf, LISTING_PLAIN);
	if (!listing->source_width)
		return used;
	add_cell(buf, source_cell(article, buf->arena), listing->source_width);
	return used + listing->source_width + 2;
}

void listing_article(const struct listing *listing, article_id id, struct buf *buf)
{
	const struct article *article = epoch_outline(listing->epoch, id);

	if (listing->json) {
		article_json(listing, id, buf);
		return;
	}
	int used = add_article_cells(listing, id, buf);
	add_rest(listing, buf, title_cell(article, buf->arena), used);
}

void listing_related(const struct listing *listing, article_id id,
	const struct related_article *related, struct buf *buf)
{
	const char **reasons = NULL;
	uint32_t count;
	struct buf why;

	if (listing->json) {
		export_related(buf, listing->epoch, id, related);
		buf_char(buf, '\n');
		return;
	}
	listing_article(listing, related->id, buf);
	buf_init(&why, buf->arena);
	count = reasons_related(listing->epoch, id, related, &reasons, buf->arena);
	for (uint32_t i = 0; i < count; i++)
		buf_format(&why, "%s%s", i ? " · " : "", reasons[i]);
	add_blanks(buf, listing->id_width + 2);
	add_rest(listing, buf, buf_span(&why), listing->id_width + 2);
}

/* --- quotations ------------------------------------------------------------------------- */

static void quote_json(
	const struct listing *listing, const struct selection_quote *quote, struct buf *buf)
{
	const struct article *article = epoch_article(listing->epoch, quote->id);
	struct extent at = quote->quotation->at;

	buf_text(buf, "{\"speaker\":");
	export_known(buf, quote->quotation->speaker);
	buf_text(buf, ",\"text\":");
	export_string(buf, span_in(article->text, at));
	buf_text(buf, ",\"path\":");
	export_string(buf, span_of(article->path));
	buf_format(buf, ",\"start\":%u,\"end\":%u,\"published\":", at.start, at.end);
	export_published(buf, &epoch_facts(listing->epoch, quote->id)->published);
	buf_text(buf, "}\n");
}

void listing_quote(
	const struct listing *listing, const struct selection_quote *quote, struct buf *buf)
{
	const struct article *article = epoch_article(listing->epoch, quote->id);

	if (listing->json) {
		quote_json(listing, quote, buf);
		return;
	}
	int used = add_article_cells(listing, quote->id, buf);
	listing_style(listing, buf, LISTING_BOLD);
	add_cell(buf, quote->quotation->speaker, listing->name_width);
	listing_style(listing, buf, LISTING_PLAIN);
	if (listing->name_width)
		used += listing->name_width + 2;
	add_rest(listing, buf, span_in(article->text, quote->quotation->at), used);
}

/* --- people ----------------------------------------------------------------------------- */

static void add_day_json(struct buf *buf, int32_t day)
{
	if (day == DAY_NONE)
		buf_text(buf, "null");
	else
		buf_format(buf, "\"%s\"", day_iso(day, PRECISION_DAY, buf->arena));
}

static void add_roles_json(struct buf *buf, const struct actor *actor)
{
	buf_text(buf, "],\"roles\":[");
	for (uint32_t i = 0; i < actor->role_count; i++) {
		const struct role *role = &actor->roles[i];
		buf_text(buf, i ? ",{\"text\":" : "{\"text\":");
		export_string(buf, span_of(role->text));
		buf_text(buf, ",\"from\":");
		add_day_json(buf, role->from);
		buf_text(buf, ",\"to\":");
		add_day_json(buf, role->to);
		buf_char(buf, '}');
	}
	buf_char(buf, ']');
}

static void person_json(
	const struct actor *actor, const struct selection_person *person, struct buf *buf)
{
	buf_text(buf, "{\"name\":");
	export_string(buf, span_of(actor->name));
	buf_text(buf, ",\"actor_id\":");
	export_string(buf, span_of(actor->slug));
	buf_format(buf, ",\"kind\":\"person\",\"articles\":%u,\"mentions\":%u,\"forms\":[",
		person->articles, person->mentions);
	for (uint32_t i = 0; i < actor->form_count; i++) {
		if (i)
			buf_char(buf, ',');
		export_string(buf, span_of(actor->forms[i]));
	}
	add_roles_json(buf, actor);
	buf_text(buf, ",\"first\":");
	add_day_json(buf, person->first);
	buf_text(buf, ",\"last\":");
	add_day_json(buf, person->last);
	buf_text(buf, "}\n");
}

static struct span other_forms(const struct actor *actor, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < actor->form_count; i++) {
		if (span_is(span_of(actor->forms[i]), actor->name))
			continue;
		if (buf.len)
			buf_text(&buf, ", ");
		buf_text(&buf, actor->forms[i]);
	}
	return buf_span(&buf);
}

/* "porte-parole du Kremlin; porte-parole présidentiel · Peskov, Dimitri Peskov" */
static struct span forms_and_roles(const struct actor *actor, struct arena *arena)
{
	struct span forms = other_forms(actor, arena);
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < actor->role_count; i++)
		buf_format(&buf, "%s%s", i ? "; " : "", actor->roles[i].text);
	if (buf.len && forms.len)
		buf_text(&buf, " · ");
	buf_add(&buf, forms);
	return buf_span(&buf);
}

void listing_person(
	const struct listing *listing, const struct selection_person *person, struct buf *buf)
{
	const struct actor *actor = epoch_actor(listing->epoch, person->actor);

	if (listing->json) {
		person_json(actor, person, buf);
		return;
	}
	listing_style(listing, buf, LISTING_BOLD);
	add_cell(buf, span_of(actor->name), listing->name_width);
	listing_style(listing, buf, LISTING_PLAIN);
	size_t start = buf->len;
	buf_format(buf, P_("%4u article ", "%4u articles", person->articles), person->articles);
	buf_format(buf, P_("  %4u mention   ", "  %4u mentions  ", person->mentions),
		person->mentions);
	int counts = width_of(span_cut(buf_span(buf), start, buf->len));
	add_rest(
		listing, buf, forms_and_roles(actor, buf->arena), listing->name_width + 2 + counts);
}

/* --- problems --------------------------------------------------------------------------- */

void listing_problem(const struct listing *listing, const struct problem *problem, struct buf *buf)
{
	if (listing->json) {
		buf_text(buf, "{\"path\":");
		export_string(buf, span_of(problem->path));
		buf_text(buf, ",\"reason\":");
		export_string(buf, span_of(problem->reason));
		buf_text(buf, "}\n");
		return;
	}
	buf_add(buf, harmless(span_of(problem->path), buf->arena));
	buf_text(buf, ": ");
	buf_add(buf, harmless(span_of(problem->reason), buf->arena));
	buf_char(buf, '\n');
}
