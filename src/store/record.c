#include "store/record.h"

#include "extract/terms.h"
#include "store/fields.h"
#include "text/utf8.h"

#include <assert.h>
#include <stddef.h>

#define YEARS -1000000, 1000000
#define FAR -100000, 100000 /* units of days, weeks… */
#define NUMBER(type, member, ...) \
	{ \
		FIELD_NUMBER, offsetof(struct type, member), __VA_ARGS__ \
	}
#define CHOICE(type, member, count) NUMBER(type, member, 0, (int)(count)-1)
#define BYTE(type, member) \
	{ \
		FIELD_BYTE, offsetof(struct type, member), 0, 255 \
	}
#define FLAG(type, member) \
	{ \
		FIELD_BYTE, offsetof(struct type, member), 0, 1 \
	}
#define HASH(type, member) \
	{ \
		FIELD_HASH, offsetof(struct type, member), 0, 0 \
	}
#define PLACE(type, member) \
	{ \
		FIELD_PLACE, offsetof(struct type, member), 0, 0 \
	}
#define WORDS(type, member) \
	{ \
		FIELD_WORDS, offsetof(struct type, member), 0, 0 \
	}
#define GENDERS (GENDER_FEMALE + 1)

/* --- what the structures have ------------------------------------------------------------- */

/* A field that is new must be added to its table below; then the size here is changed. */
static_assert(sizeof(struct article) == 264, "fields and lists of articles");
static_assert(sizeof(struct line) == 12, "fields of lines");
static_assert(sizeof(struct line_set) == 3, "fields of sets");
static_assert(sizeof(struct stamp) == 36, "fields of stamps");
static_assert(sizeof(struct link) == 24, "fields of links");
static_assert(sizeof(struct name_mark) == 28, "fields of names");
static_assert(sizeof(struct entity_mark) == 16, "fields of entities");
static_assert(sizeof(struct day_mark) == 84, "fields of days");
static_assert(sizeof(struct quote_mark) == 36, "fields of quotations");
static_assert(sizeof(struct role_mark) == 72, "fields of roles");
static_assert(sizeof(struct evidence) == 120, "lists of evidence");

static const struct fields articles = FIELDS_OF(struct article, false,
	CHOICE(article, language, LANGUAGE_COUNT), FLAG(article, repaired), WORDS(article, title),
	PLACE(article, title_at), CHOICE(article, title_from, ORIGIN_COUNT),
	WORDS(article, section), WORDS(article, source), WORDS(article, url),
	CHOICE(article, source_from, ORIGIN_COUNT));

static const struct fields spans = FIELDS_OF(struct span, false, {FIELD_WORDS, 0, 0, 0});

static const struct fields lines =
	FIELDS_OF(struct line, true, PLACE(line, at), CHOICE(line, kind, LINE_KIND_COUNT));

static const struct fields sets = FIELDS_OF(struct line_set, false,
	{FIELD_BYTE, offsetof(struct line_set, quoted), 0, SET_MOST},
	{FIELD_BYTE, offsetof(struct line_set, listed), 0, SET_MOST}, BYTE(line_set, item));

static const struct fields stamps = FIELDS_OF(struct stamp, false, PLACE(stamp, at),
	NUMBER(stamp, year, YEARS), NUMBER(stamp, month, 0, 12), NUMBER(stamp, day, 0, 31),
	NUMBER(stamp, weekday, -1, 6), NUMBER(stamp, minute, -1, 24 * 60 - 1),
	CHOICE(stamp, from, ORIGIN_COUNT), FLAG(stamp, updated));

static const struct fields links = FIELDS_OF(struct link, true, PLACE(link, at), WORDS(link, url));

static const struct fields names =
	FIELDS_OF(struct name_mark, true, PLACE(name_mark, at), PLACE(name_mark, surname),
		CHOICE(name_mark, clue, NAME_CLUE_COUNT), CHOICE(name_mark, gender, GENDERS),
		FLAG(name_mark, plural), FLAG(name_mark, sentence_start), BYTE(name_mark, words));

static const struct fields entities = FIELDS_OF(struct entity_mark, true, PLACE(entity_mark, at),
	CHOICE(entity_mark, kind, ENTITY_KIND_COUNT), FLAG(entity_mark, acronym));

static const struct fields days = FIELDS_OF(struct day_mark, true, PLACE(day_mark, at),
	CHOICE(day_mark, anchor, ANCHOR_PREVIOUS + 1), NUMBER(day_mark, year, YEARS),
	NUMBER(day_mark, month, 0, 12), NUMBER(day_mark, day, 0, 31),
	NUMBER(day_mark, weekday, -1, 6), CHOICE(day_mark, unit, DAY_UNIT_COUNT),
	CHOICE(day_mark, part, PART_END + 1), NUMBER(day_mark, shift, FAR),
	NUMBER(day_mark, which, FAR), NUMBER(day_mark, leading, FAR), FLAG(day_mark, range),
	NUMBER(day_mark, first.year, YEARS), NUMBER(day_mark, first.month, 0, 12),
	NUMBER(day_mark, first.day, 0, 31), NUMBER(day_mark, first.weekday, -1, 6),
	CHOICE(day_mark, first.unit, DAY_UNIT_COUNT), CHOICE(day_mark, first.part, PART_END + 1),
	NUMBER(day_mark, first.shift, FAR), FLAG(day_mark, future), FLAG(day_mark, past),
	FLAG(day_mark, here), FLAG(day_mark, outside));

static const struct fields quotes =
	FIELDS_OF(struct quote_mark, true, PLACE(quote_mark, at), PLACE(quote_mark, cue),
		PLACE(quote_mark, phrase), CHOICE(quote_mark, clue, SPEAKER_CLUE_COUNT),
		CHOICE(quote_mark, gender, GENDERS), FLAG(quote_mark, plural));

static_assert(ROLE_MARK_WORDS == 8, "fields of roles");
static const struct fields roles = FIELDS_OF(struct role_mark, true, PLACE(role_mark, at),
	PLACE(role_mark, phrase), PLACE(role_mark, holder), HASH(role_mark, head),
	HASH(role_mark, words[0]), HASH(role_mark, words[1]), HASH(role_mark, words[2]),
	HASH(role_mark, words[3]), HASH(role_mark, words[4]), HASH(role_mark, words[5]),
	HASH(role_mark, words[6]), HASH(role_mark, words[7]), CHOICE(role_mark, gender, GENDERS),
	FLAG(role_mark, definite), FLAG(role_mark, former), FLAG(role_mark, anchored),
	FLAG(role_mark, sole), FLAG(role_mark, free));

/* --- the text ----------------------------------------------------------------------------- */

/* How the file has the text: as it is; with line ends for some of its blanks; otherwise. */
enum saved_kind { SAVED_SAME, SAVED_CUT, SAVED_OTHER };

static enum saved_kind saved_kind(const struct article *article)
{
	struct span text = article->text, saved = article->saved;

	if (text.len != saved.len)
		return SAVED_OTHER;
	if (text.at == saved.at || text.len == 0)
		return SAVED_SAME;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] != saved.at[i] && (text.at[i] != ' ' || saved.at[i] != '\n'))
			return SAVED_OTHER;
	return SAVED_CUT;
}

static void put_text(struct buf *buf, const struct article *article)
{
	enum saved_kind kind = saved_kind(article);
	size_t last = 0;

	varint_put_span(buf, article->text);
	varint_put(buf, kind);
	if (kind == SAVED_OTHER)
		varint_put_span(buf, article->saved);
	for (size_t i = 0; kind == SAVED_CUT && i < article->text.len; i++) {
		if (article->text.at[i] == article->saved.at[i])
			continue;
		varint_put(buf, i + 1 - last);
		last = i + 1;
	}
	if (kind == SAVED_CUT)
		varint_put(buf, 0);
}

/* The text with line ends where they follow in the bytes, how far after the last. */
static struct span get_cut(struct varints *in, struct span text, struct arena *arena)
{
	char *saved = arena_copy(arena, text.at, text.len);
	size_t at = 0, step;

	while ((step = varint_get(in, text.len - at)) > 0) {
		at += step;
		saved[at - 1] = '\n';
	}
	return (struct span){saved, text.len};
}

static void get_text(struct varints *in, struct article *article, struct arena *arena)
{
	struct span text = varint_get_span(in);

	if (text.len > UINT32_MAX - 1u || !utf8_valid(text)) {
		in->is_bad = true;
		return;
	}
	article->text = article->saved = text;
	switch ((enum saved_kind)varint_get(in, SAVED_OTHER)) {
	case SAVED_SAME:
		break;
	case SAVED_CUT:
		article->saved = get_cut(in, article->text, arena);
		break;
	case SAVED_OTHER:
		article->saved = varint_get_span(in);
		break;
	}
	in->is_bad |= !utf8_valid(article->saved);
}

/* --- the lists ---------------------------------------------------------------------------- */

/* An array that a structure points to, and the count beside it. */
struct list {
	const struct fields *fields;
	size_t rows, count; /* bytes into the structure */
};

#define LIST(type, member, number, of) \
	{ \
		&(of), offsetof(struct type, member), offsetof(struct type, number) \
	}
#define MARKS(member) LIST(evidence, member.at, member.count, member)

static const struct list of_article[] = {
	LIST(article, lines, line_count, lines),
	LIST(article, sets, set_count, sets),
	LIST(article, stamps, stamp_count, stamps),
	LIST(article, bylines, byline_count, spans),
	LIST(article, tags, tag_count, spans),
	LIST(article, links, link_count, links),
};

static const struct list of_evidence[] = {
	MARKS(names),
	MARKS(entities),
	MARKS(days),
	MARKS(quotes),
	MARKS(roles),
};

static void put_lists(struct buf *buf, const struct list *lists, size_t list_count, const void *of,
	struct span text)
{
	for (size_t i = 0; i < list_count; i++) {
		const void *rows;
		uint32_t count;
		memcpy(&rows, (const char *)of + lists[i].rows, sizeof rows);
		memcpy(&count, (const char *)of + lists[i].count, sizeof count);
		fields_pack(buf, lists[i].fields, rows, count, text);
	}
}

static bool get_lists(struct varints *in, const struct list *lists, size_t list_count, void *of,
	struct span text, struct arena *arena)
{
	bool good = true;

	for (size_t i = 0; i < list_count && good; i++) {
		void *rows;
		uint32_t count;
		good = fields_unpack(in, lists[i].fields, &rows, &count, text, arena);
		memcpy((char *)of + lists[i].rows, &rows, sizeof rows);
		memcpy((char *)of + lists[i].count, &count, sizeof count);
	}
	return good;
}

/* --- the whole ---------------------------------------------------------------------------- */

void record_pack(struct buf *buf, const struct article *article, const struct evidence *evidence)
{
	put_text(buf, article);
	buf_add(buf, (struct span){(const char *)&article->digest, sizeof article->digest});
	varint_put_span(buf, span_of(article->encoding));
	fields_pack(buf, &articles, article, 1, article->text);
	put_lists(buf, of_article, COUNT(of_article), article, article->text);
	put_lists(buf, of_evidence, COUNT(of_evidence), evidence, article->text);
}

static bool unpack_article(
	struct varints *in, const char *path, struct article **out, struct arena *arena)
{
	struct article fixed = {.path = path}, *article;
	uint32_t count;
	void *row;

	get_text(in, &fixed, arena);
	struct span digest = varint_get_bytes(in, sizeof fixed.digest);
	memcpy(&fixed.digest, digest.at, digest.len);
	fixed.encoding = arena_string(arena, varint_get_span(in));
	if (!fields_unpack(in, &articles, &row, &count, fixed.text, arena) || count != 1)
		return false;
	article = row;
	article->path = fixed.path;
	article->digest = fixed.digest;
	article->text = fixed.text;
	article->saved = fixed.saved;
	article->encoding = fixed.encoding;
	*out = article;
	return get_lists(in, of_article, COUNT(of_article), article, article->text, arena) &&
	       (article->set_count == 0 || article->set_count == article->line_count);
}

/* Whether lines or quotations follow each other. */
static bool are_apart(const struct article *article, const struct evidence *evidence)
{
	uint32_t end = 0, quoted = 0;

	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;
		if (at.start < end || at.start == at.end)
			return false;
		end = at.end;
	}
	for (uint32_t i = 0; i < evidence->quotes.count; i++) {
		if (evidence->quotes.at[i].at.start < quoted)
			return false;
		quoted = evidence->quotes.at[i].at.end;
	}
	return true;
}

bool record_unpack(struct span bytes, const char *path, struct article **article,
	struct evidence **evidence, struct arena *arena)
{
	struct varints in = varints_of(arena_span(arena, bytes));

	*evidence = ARENA_NEW(arena, struct evidence);
	return unpack_article(&in, path, article, arena) &&
	       get_lists(
		       &in, of_evidence, COUNT(of_evidence), *evidence, (*article)->text, arena) &&
	       varints_are_done(&in) && are_apart(*article, *evidence);
}

bool record_text(struct span bytes, struct span *text)
{
	struct varints in = varints_of(bytes);

	*text = varint_get_span(&in);
	return !in.is_bad && utf8_valid(*text);
}

void record_count(const struct article_words *words, struct evidence *evidence, struct arena *arena)
{
	terms_extract(words, &evidence->terms, &evidence->word_count, arena);
	evidence->line_prints = prints_extract(words, arena);
}
