#include "app/dossier-parts.h"

#include "base/buf.h"
#include "base/message.h"
#include "know/roles.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "text/squeeze.h"

#define SOURCES_NAMED 3u

/* --- functions -------------------------------------------------------------------------- */

VEC_OF(struct span, sources);

static bool holds(const struct sources *sources, struct span source)
{
	for (uint32_t i = 0; i < sources->count; i++)
		if (span_equal(sources->at[i], source))
			return true;
	return false;
}

/* " · Sputnik, RIA +2": where a function was read. */
static void add_sources(const struct filing *filing, const struct role *role, struct buf *buf)
{
	struct sources sources = {0};

	for (uint32_t i = 0; i < role->reading_count; i++) {
		struct span source = epoch_source(filing->epoch, role->readings[i].document);
		if (source.len && !holds(&sources, source))
			*vec_push(filing->arena, &sources) = source;
	}
	for (uint32_t i = 0; i < sources.count && i < SOURCES_NAMED; i++)
		buf_format(
			buf, "%s%.*s", i ? ", " : " · ", (int)sources.at[i].len, sources.at[i].at);
	if (sources.count > SOURCES_NAMED)
		buf_format(buf, " +%u", sources.count - SOURCES_NAMED);
}

static const struct clause *called(const struct filing *filing, const char *role)
{
	struct clause *clause = ARENA_NEW(filing->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_ROLE, .text = role, .label = role};
	return clause;
}

void filing_roles(const struct filing *filing)
{
	for (uint32_t i = 0; i < filing->actor->role_count; i++) {
		const struct role *role = &filing->actor->roles[i];
		struct dossier_line *line = filing_add(filing, DOSSIER_ROLES, span_of(role->text));
		const char *days = filing_days(role->from, role->to, filing->arena);
		struct buf note;

		buf_init(&note, filing->arena);
		buf_text(&note, *days ? days : _("undated"));
		add_sources(filing, role, &note);
		line->note = note.at;
		line->here = role->articles;
		line->article = role->readings[0].document;
		line->place = role->readings[0].at;
		line->index = i;
		line->filter = called(filing, role->text);
	}
}

/* --- forms ------------------------------------------------------------------------------ */

/* How often a form stands in the archive, and where it does first. */
struct standing {
	uint32_t times;
	article_id article;
	struct extent at;
};

/* Counts what stands at the mentions of an article; index: form → its place in the row. */
static void count_article(
	const struct filing *filing, article_id id, const struct map *index, struct standing *row)
{
	struct epoch_mark here = epoch_mark(filing->epoch);
	const struct facts *facts = epoch_facts(filing->epoch, id);
	struct span text = epoch_text(filing->epoch, id);

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *mention = &facts->mentions[i];
		if (mention->actor != filing->dossier->actor || mention->how != HOW_NAME)
			continue;
		struct arena_mark mark = arena_mark(filing->arena);
		struct span form = squeezed(span_in(text, mention->at), filing->arena);
		const struct map_entry *entry = map_get(index, form);
		if (entry && row[entry->value].times++ == 0) {
			row[entry->value].article = id;
			row[entry->value].at = mention->at;
		}
		arena_rewind(filing->arena, mark);
	}
	epoch_rewind(filing->epoch, here);
}

static struct standing *count_forms(const struct filing *filing)
{
	const struct actor *actor = filing->actor;
	struct standing *row = ARENA_ARRAY(filing->arena, struct standing, actor->form_count);
	struct map index;

	map_init(&index, filing->arena);
	for (uint32_t i = 0; i < actor->form_count; i++)
		map_put(&index, span_of(actor->forms[i]), NULL)->value = i;
	for (uint32_t i = 0; i < filing->result.count; i++)
		count_article(filing, filing->result.ids[i], &index, row);
	return row;
}

static const struct clause *written_so(const struct filing *filing, const char *form)
{
	struct clause *clause = ARENA_NEW(filing->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_PHRASE, .text = form, .label = form};
	return clause;
}

void filing_forms(const struct filing *filing)
{
	const struct actor *actor = filing->actor;
	const struct standing *row = count_forms(filing);

	for (uint32_t i = 0; i < actor->form_count; i++) {
		struct dossier_line *line =
			filing_add(filing, DOSSIER_FORMS, span_of(actor->forms[i]));
		if (actor->ties[i].rule != TIE_SHOWN)
			line->note = tie_words(actor->ties[i], filing->arena);
		line->here = row[i].times;
		line->article = row[i].times ? row[i].article : ARTICLE_NONE;
		line->place = row[i].at;
		line->index = i;
		line->filter = written_so(filing, actor->forms[i]);
	}
}
