#include "app/batch-run.h"

#include "app/dossier.h"
#include "app/export.h"
#include "base/message.h"
#include "know/roles.h"
#include "text/width.h"

#define TEXT_COLS 40 /* cells of a function, a name, before what stands behind it */

/* --- lines ------------------------------------------------------------------------------- */

static void add_harmless(struct buf *buf, struct span text)
{
	buf_add(buf, harmless(text, buf->arena));
}

static void pad_to(struct buf *buf, int width, int to)
{
	for (; width < to; width++)
		buf_char(buf, ' ');
}

/* A day and what stands under it, or words and how many articles have them. */
static void add_line(struct buf *buf, const struct dossier_line *line)
{
	buf_text(buf, "  ");
	if (*line->date) {
		buf_text(buf, line->date);
		pad_to(buf, width_of(span_of(line->date)), 14);
		add_harmless(buf, line->text);
	} else {
		add_harmless(buf, line->text);
		pad_to(buf, width_of(line->text), TEXT_COLS);
		buf_format(buf, "%5u", line->here);
		if (line->all)
			buf_format(buf, "/%u", line->all);
	}
	if (*line->note)
		buf_format(buf, "  %s", line->note);
	if (line->source.len) {
		buf_text(buf, "  ");
		add_harmless(buf, line->source);
	}
	buf_char(buf, '\n');
}

static void print_lines(struct batch *batch, const struct dossier *dossier)
{
	struct buf buf = batch_row(batch);

	add_harmless(&buf, span_of(dossier->name));
	buf_format(&buf, "\n%s\n", dossier->summary);
	batch_print(batch, &buf);
	for (int section = 0; section < DOSSIER_SECTION_COUNT; section++) {
		const struct dossier_lines *lines = &dossier->sections[section];
		if (lines->count == 0)
			continue;
		buf = batch_row(batch);
		buf_format(&buf, "\n%s\n", _(dossier_titles[section]));
		batch_print(batch, &buf);
		for (uint32_t i = 0; i < lines->count; i++) {
			if (section == DOSSIER_TIME && lines->at[i].here == 0)
				continue; /* an empty year between others */
			buf = batch_row(batch);
			add_line(&buf, &lines->at[i]);
			batch_print(batch, &buf);
		}
	}
}

/* --- JSON -------------------------------------------------------------------------------- */

static void add_day(struct buf *buf, const char *name, int32_t day)
{
	buf_format(buf, ",\"%s\":", name);
	if (day == DAY_NONE)
		buf_text(buf, "null");
	else
		export_string(buf, span_of(day_iso(day, PRECISION_DAY, buf->arena)));
}

static void add_person(struct buf *buf, const struct actor *actor)
{
	buf_text(buf, "{\"name\":");
	export_string(buf, span_of(actor->name));
	buf_text(buf, ",\"actor_id\":");
	export_string(buf, span_of(actor->slug));
}

static void add_roles(struct buf *buf, const struct actor *actor)
{
	buf_text(buf, ",\"roles\":[");
	for (uint32_t i = 0; i < actor->role_count; i++) {
		buf_text(buf, i ? ",{\"text\":" : "{\"text\":");
		export_string(buf, span_of(actor->roles[i].text));
		add_day(buf, "from", actor->roles[i].from);
		add_day(buf, "to", actor->roles[i].to);
		buf_char(buf, '}');
	}
	buf_text(buf, "]");
}

static void add_forms(struct buf *buf, const struct actor *actor)
{
	buf_text(buf, ",\"forms\":[");
	for (uint32_t i = 0; i < actor->form_count; i++) {
		buf_text(buf, i ? "," : "");
		export_string(buf, span_of(actor->forms[i]));
	}
	buf_text(buf, "]");
}

static void add_companions(
	struct buf *buf, const struct epoch *epoch, const struct dossier_lines *lines)
{
	buf_text(buf, ",\"with\":[");
	for (uint32_t i = 0; i < lines->count; i++) {
		buf_text(buf, i ? "," : "");
		add_person(buf, epoch_actor(epoch, lines->at[i].actor));
		buf_format(buf, ",\"articles\":%u}", lines->at[i].here);
	}
	buf_text(buf, "]");
}

/* Which article, by what others have of it: number, path, day. */
static void add_article(struct buf *buf, const struct epoch *epoch, article_id id)
{
	buf_format(buf, "{\"id\":%u,\"path\":", id);
	export_string(buf, span_of(epoch_article(epoch, id)->path));
	add_day(buf, "date", epoch_facts(epoch, id)->published.day);
}

static void add_said(struct buf *buf, const struct epoch *epoch, const struct dossier_lines *lines)
{
	buf_text(buf, ",\"quotations\":[");
	for (uint32_t i = 0; i < lines->count; i++) {
		struct extent at = lines->at[i].quotation->at;
		buf_text(buf, i ? "," : "");
		add_article(buf, epoch, lines->at[i].article);
		buf_format(buf, ",\"start\":%u,\"end\":%u,\"text\":", at.start, at.end);
		export_string(buf, span_in(epoch_article(epoch, lines->at[i].article)->text, at));
		buf_char(buf, '}');
	}
	buf_text(buf, "]");
}

static void print_json(struct batch *batch, const struct dossier *dossier)
{
	const struct actor *actor = epoch_actor(batch->epoch, dossier->actor);
	const struct dossier_lines *articles = &dossier->sections[DOSSIER_ARTICLES];
	struct buf buf = batch_row(batch);

	add_person(&buf, actor);
	buf_format(&buf, ",\"kind\":\"person\",\"articles\":%u,\"mentions\":%u", actor->articles,
		actor->mentions);
	add_forms(&buf, actor);
	add_roles(&buf, actor);
	add_companions(&buf, batch->epoch, &dossier->sections[DOSSIER_WITH]);
	add_said(&buf, batch->epoch, &dossier->sections[DOSSIER_SAID]);
	buf_text(&buf, ",\"in\":[");
	for (uint32_t i = 0; i < articles->count; i++) {
		buf_text(&buf, i ? "," : "");
		add_article(&buf, batch->epoch, articles->at[i].article);
		buf_char(&buf, '}');
	}
	buf_text(&buf, "]}\n");
	batch_print(batch, &buf);
}

int batch_person(struct batch *batch)
{
	struct fault why = {0};
	struct clause clause;
	struct dossier dossier;

	if (query_person(
		    batch->epoch, span_of(batch->options->article), &clause, &batch->arena, &why))
		return batch_complain(batch, &why);
	dossier_make(batch->epoch, epoch_actor_find(batch->epoch, span_of(clause.text)), &dossier,
		&batch->arena);
	if (batch->options->json)
		print_json(batch, &dossier);
	else
		print_lines(batch, &dossier);
	return EXIT_OK;
}
