#include "app/dossier-parts.h"

#include "base/buf.h"
#include "base/message.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "text/squeeze.h"

const char *const dossier_titles[DOSSIER_SECTION_COUNT] = {
	[DOSSIER_ROLES] = N_("Functions"),
	[DOSSIER_TIME] = N_("When"),
	[DOSSIER_WITH] = N_("Named with"),
	[DOSSIER_FORMS] = N_("Written as"),
	[DOSSIER_SAID] = N_("Said"),
	[DOSSIER_ARTICLES] = N_("Articles"),
};

struct dossier_line *filing_add(
	const struct filing *filing, enum dossier_section section, struct span text)
{
	struct dossier_line *line = vec_push(filing->arena, &filing->dossier->sections[section]);

	*line = (struct dossier_line){
		.text = text, .note = "", .date = "", .article = ARTICLE_NONE, .actor = ACTOR_NONE};
	return line;
}

const char *filing_days(int32_t from, int32_t to, struct arena *arena)
{
	if (from == DAY_NONE)
		return "";
	const char *first = day_short(from, PRECISION_DAY, arena);
	if (from == to)
		return first;
	return arena_format(arena, "%s – %s", first, day_short(to, PRECISION_DAY, arena));
}

/* "31 Jan 2021≈", "Mar 2024", "undated" */
static const char *date_of(const struct published *published, struct arena *arena)
{
	bool inferred = published->year_inferred || published->day_inferred;

	if (published->day == DAY_NONE || published->precision == PRECISION_NONE)
		return _("undated");
	return arena_format(arena, "%s%s", day_short(published->day, published->precision, arena),
		inferred ? "≈" : "");
}

static struct dossier_line *add_article_line(
	const struct filing *filing, enum dossier_section section, article_id id, struct span text)
{
	struct dossier_line *line = filing_add(filing, section, text);

	line->article = id;
	line->date = date_of(&epoch_facts(filing->epoch, id)->published, filing->arena);
	line->source = epoch_source(filing->epoch, id);
	return line;
}

static const struct clause *says(const struct filing *filing)
{
	struct clause *clause = ARENA_NEW(filing->arena, struct clause);

	*clause = (struct clause){
		.kind = CLAUSE_SAYS, .text = filing->actor->slug, .label = filing->actor->name};
	return clause;
}

/* The words of a quotation on one line, in marks. */
static struct span words_said(const struct filing *filing, article_id id, struct extent at)
{
	struct span text = span_in(epoch_text(filing->epoch, id), at);
	struct buf buf;

	buf_init(&buf, filing->arena);
	buf_text(&buf, _("“"));
	buf_add(&buf, squeezed(text, filing->arena));
	buf_text(&buf, _("”"));
	return buf_span(&buf);
}

static void add_said(const struct filing *filing)
{
	const struct clause *filter = says(filing);

	for (uint32_t i = 0; i < filing->result.count; i++) {
		article_id id = filing->result.ids[i];
		const struct facts *facts = epoch_facts(filing->epoch, id);
		for (uint32_t q = 0; q < facts->quote_count; q++) {
			const struct quotation *quote = &facts->quotes[q];
			if (quote->actor != filing->dossier->actor)
				continue;
			struct dossier_line *line = add_article_line(
				filing, DOSSIER_SAID, id, words_said(filing, id, quote->at));
			line->place = quote->at;
			line->quotation = quote;
			line->filter = filter;
		}
	}
}

static void add_articles(const struct filing *filing)
{
	for (uint32_t i = 0; i < filing->result.count; i++) {
		article_id id = filing->result.ids[i];
		struct span title = epoch_title(filing->epoch, id);
		add_article_line(filing, DOSSIER_ARTICLES, id,
			title.len ? title : span_of(epoch_path(filing->epoch, id)));
	}
}

static void find_days(const struct filing *filing, int32_t *from, int32_t *to)
{
	*from = *to = DAY_NONE;
	for (uint32_t i = 0; i < filing->result.count; i++) {
		int32_t day = epoch_day(filing->epoch, filing->result.ids[i]);
		if (day == DAY_NONE)
			continue;
		if (*from == DAY_NONE || day < *from)
			*from = day;
		if (*to == DAY_NONE || day > *to)
			*to = day;
	}
}

static const char *summary_of(const struct filing *filing)
{
	uint32_t said = filing->dossier->sections[DOSSIER_SAID].count;
	const struct actor *actor = filing->actor;
	struct buf buf;
	int32_t from, to;

	buf_init(&buf, filing->arena);
	buf_format(&buf, P_("named in %u article", "named in %u articles", actor->articles),
		actor->articles);
	if (actor->role_articles)
		buf_format(&buf,
			P_(" · in %u more by function alone", " · in %u more by function alone",
				actor->role_articles),
			actor->role_articles);
	if (said)
		buf_format(&buf, P_(" · %u quotation", " · %u quotations", said), said);
	find_days(filing, &from, &to);
	if (from != DAY_NONE)
		buf_format(&buf, " · %s", filing_days(from, to, filing->arena));
	return buf.at;
}

void dossier_make(
	const struct epoch *epoch, uint32_t actor, struct dossier *dossier, struct arena *arena)
{
	const struct actor *who = epoch_actor(epoch, actor);
	struct clause person = {.kind = CLAUSE_PERSON, .text = who->slug, .label = who->name};
	struct filing filing = {.epoch = epoch, .actor = who, .dossier = dossier, .arena = arena};

	*dossier = (struct dossier){.actor = actor, .name = who->name};
	filing.result = query_run(epoch, query_with(query_empty(), person, arena), arena);
	filing_roles(&filing);
	filing_time(&filing);
	filing_companions(&filing);
	filing_forms(&filing);
	add_said(&filing);
	add_articles(&filing);
	dossier->summary = summary_of(&filing);
}
