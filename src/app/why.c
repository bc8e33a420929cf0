#include "app/why.h"

#include "app/reasons.h"
#include "base/message.h"
#include "text/utf8.h"

#define AROUND 64u  /* bytes of the text shown on either side of a place */
#define QUOTED 120u /* bytes of a place that are shown */

/* --- lines ------------------------------------------------------------------------------ */

struct why_line *why_add(struct why *why, struct extent place, const char *text)
{
	bool placed = place.start < place.end;
	struct why_line *line = vec_push(why->arena, &why->lines);

	*line = (struct why_line){text, placed ? why->article : ARTICLE_NONE, place, NULL};
	return line;
}

const struct clause *why_person(const struct why *why, uint32_t index)
{
	const struct actor *actor = epoch_actor(why->epoch, index);
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_PERSON, .text = actor->slug, .label = actor->name};
	return clause;
}

static const struct article *article_of(const struct why *why)
{
	return epoch_article(why->epoch, why->article);
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_among(uint32_t sign, struct span signs)
{
	for (size_t at = 0; at < signs.len;)
		if (utf8_next(signs, &at) == sign)
			return true;
	return false;
}

/* Behind signs that close what is cut off. */
static size_t behind_signs(struct span text, size_t at, size_t end)
{
	for (size_t next = at; at < end; at = next)
		if (!is_among(utf8_next(text, &next), SPAN("»”,;:.!?) \xc2\xa0\xe2\x80\xaf")))
			break;
	return at;
}

/* Before signs that open what is cut off, or part it from what stands before. */
static size_t before_signs(struct span text, size_t start, size_t end)
{
	for (size_t at = end; end > start; end = at)
		if (!is_among(utf8_previous(text, &at), SPAN("«“,;:( \xc2\xa0\xe2\x80\xaf")))
			break;
	return end;
}

/* Where what is shown before a place begins: in its line, at a word. */
static size_t start_around(struct span text, size_t start)
{
	size_t at = start, word = start;

	while (at > 0 && start - at < AROUND && !is_break(text.at[at - 1])) {
		at--;
		if (text.at[at] == ' ')
			word = at + 1;
	}
	return at == 0 || is_break(text.at[at - 1]) ? at : behind_signs(text, word, start);
}

static size_t end_around(struct span text, size_t end)
{
	size_t at = end, word = end;

	while (at < text.len && at - end < AROUND && !is_break(text.at[at])) {
		if (text.at[at] == ' ')
			word = at;
		at++;
	}
	return at == text.len || is_break(text.at[at]) ? at : before_signs(text, end, word);
}

/* A stretch of the text in quotation marks and on one line, cut where it is long. */
static const char *quoted(const struct why *why, size_t start, size_t end, size_t most)
{
	struct span text = article_of(why)->text;
	bool cut = end - start > most;
	struct buf buf;

	if (cut)
		end = start + most;
	while (!utf8_boundary(text, end))
		end--;
	buf_init(&buf, why->arena);
	bool begun = start > 0 && !is_break(text.at[start - 1]) && most > QUOTED;
	buf_format(&buf, "%s%s", _("“"), begun ? "…" : "");
	for (size_t i = start; i < end; i++)
		buf_char(&buf, is_break(text.at[i]) ? ' ' : text.at[i]);
	bool more = end < text.len && !is_break(text.at[end]) && most > QUOTED;
	buf_format(&buf, "%s%s", cut || more ? "…" : "", _("”"));
	return buf.at;
}

const char *why_context(const struct why *why, struct extent place)
{
	struct span text = article_of(why)->text;
	size_t end = place.end - place.start > QUOTED ? place.start + QUOTED : place.end;

	while (!utf8_boundary(text, end))
		end--;
	return quoted(
		why, start_around(text, place.start), end_around(text, end), 2 * AROUND + QUOTED);
}

const char *why_words(const struct why *why, struct extent place)
{
	return quoted(why, place.start, place.end, QUOTED);
}

/* --- the article itself ----------------------------------------------------------------- */

static void add_title(struct why *why)
{
	const struct article *article = article_of(why);
	bool read = article->title_at.start < article->title_at.end;

	if (!article->title.len)
		return;
	if (article->title_from == FROM_READER) {
		why_add(why, article->title_at, _("Title: put right by you"));
		return;
	}
	why_add(why, article->title_at,
		arena_format(why->arena, "%s%s%s",
			article->title_from == FROM_LEAD
				? _("Title: none is stated; the first sentence stands in")
				: _("Title: as it is stated"),
			read ? _(": ") : "", read ? why_words(why, article->title_at) : ""));
}

static const struct clause *date_clause(const struct why *why, const struct published *published)
{
	const char *iso = day_iso(published->day, published->precision, why->arena);
	struct clause *clause = ARENA_NEW(why->arena, struct clause);
	struct fault fault;

	return query_date(span_of(iso), clause, why->arena, &fault) == OK ? clause : NULL;
}

static const struct clause *text_clause(
	const struct why *why, enum clause_kind kind, struct span text)
{
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	*clause = (struct clause){.kind = kind, .text = arena_string(why->arena, text)};
	clause->label = clause->text;
	return clause;
}

static void add_published(struct why *why)
{
	const struct published *published = &epoch_facts(why->epoch, why->article)->published;
	struct buf buf;

	buf_init(&buf, why->arena);
	buf_text(&buf, _("Published: "));
	reasons_published(published, &buf);
	if (published->why && *published->why)
		buf_format(&buf, " – %s", published->why);
	struct why_line *line = why_add(why, published->at, buf.at);
	if (published->precision != PRECISION_NONE && published->day != DAY_NONE)
		line->filter = date_clause(why, published);
}

static const char *source_origin(enum origin from)
{
	static const char *const origins[ORIGIN_COUNT] = {
		[FROM_NOWHERE] = N_("not stated"),
		[FROM_TEXT] = N_("stated in the text"),
		[FROM_METADATA] = N_("stated in the file's metadata"),
		[FROM_LEAD] = N_("stated in the text"),
		[FROM_URL] = N_("read from an address"),
		[FROM_NAME] = N_("read from the file's name"),
		[FROM_ARCHIVE] = N_("worked out from the other articles"),
		[FROM_READER] = N_("put right by you"),
	};
	return _(origins[from]);
}

void why_article(struct why *why)
{
	const struct article *article = article_of(why);
	const struct extent nowhere = {0, 0};

	why->subject = _("this article");
	add_title(why);
	add_published(why);
	if (article->source.len)
		why_add(why, nowhere,
			arena_format(why->arena, _("Source: %.*s – %s"), (int)article->source.len,
				article->source.at, source_origin(article->source_from)))
			->filter = text_clause(why, CLAUSE_SOURCE, article->source);
	if (article->language != LANGUAGE_NONE)
		why_add(why, nowhere,
			arena_format(why->arena, _("Language: %s – by its commonest words"),
				_(language_name(article->language))));
	if (article->repaired)
		why_add(why, nowhere,
			arena_format(why->arena,
				_("Encoding: %s – some bytes fit no character and are shown as "
				  "“�”"),
				article->encoding));
}
