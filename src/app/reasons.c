#include "app/reasons.h"

#include "base/buf.h"
#include "base/message.h"
#include "text/fold.h"

#include <stdlib.h>

#define WORDS_A_MINUTE 220u
#define REASONS_MOST 7 /* of one article */

/* --- why an article is related ---------------------------------------------------------- */

/* The surname, or the whole name where another of those shared has the same surname. */
static const char *short_name(
	const struct epoch *epoch, const struct relation *relation, uint32_t i)
{
	const struct actor *actor = epoch_actor(epoch, relation->people[i]);

	for (uint32_t k = 0; k < relation->people_count; k++) {
		const struct actor *other = epoch_actor(epoch, relation->people[k]);

		if (k != i && span_equal(span_of(other->surname), span_of(actor->surname)))
			return actor->name;
	}
	return actor->surname && *actor->surname ? actor->surname : actor->name;
}

static const char *shared_people(
	const struct epoch *epoch, const struct relation *relation, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < relation->people_count; i++)
		buf_format(&buf, "%s%s", i ? ", " : "", short_name(epoch, relation, i));
	return buf.at;
}

/* Whether the word is a part of the name of somebody who is shared, and so was told already. */
static bool is_of_shared_name(const struct epoch *epoch, const struct relation *relation,
	struct span word, struct arena *arena)
{
	struct span folded = fold(word, arena);

	for (uint32_t i = 0; i < relation->people_count; i++) {
		const struct actor *actor = epoch_actor(epoch, relation->people[i]);
		struct span rest = fold(span_of(actor->name), arena);

		while (rest.len) {
			size_t end = span_find(rest, SPAN(" "), 0);

			if (span_equal(span_cut(rest, 0, end), folded))
				return true;
			rest = span_cut(rest, end + 1, rest.len);
		}
	}
	return false;
}

static const char *shared_words(const struct epoch *epoch, article_id id,
	const struct relation *relation, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < relation->term_count; i++) {
		struct span word = epoch_term_word(epoch, id, relation->terms[i]);

		if (!word.len || is_of_shared_name(epoch, relation, word, arena))
			continue;
		if (buf.len)
			buf_text(&buf, ", ");
		buf_add(&buf, word);
	}
	return buf.at;
}

/* How far the related article is from the one that is read: up to two months in days, up to two
 * years in months. */
static const char *distance(int32_t days, struct arena *arena)
{
	uint32_t far = days < 0 ? 0u - (uint32_t)days : (uint32_t)days;
	uint32_t years = (far + 182) / 365, months = (far + 15) / 30;
	bool before = days < 0;

	if (days == 0)
		return _("the same day");
	if (far >= 2 * 365)
		return arena_format(arena,
			before ? P_("%u year earlier", "%u years earlier", years)
			       : P_("%u year later", "%u years later", years),
			years);
	if (far >= 2 * 30)
		return arena_format(arena,
			before ? P_("%u month earlier", "%u months earlier", months)
			       : P_("%u month later", "%u months later", months),
			months);
	return arena_format(arena,
		before ? P_("%u day earlier", "%u days earlier", far)
		       : P_("%u day later", "%u days later", far),
		far);
}

/* A distance is only told between two days, not between a day and a month. */
static bool days_known(const struct epoch *epoch, article_id a, article_id b)
{
	return epoch_facts(epoch, a)->published.precision == PRECISION_DAY &&
	       epoch_facts(epoch, b)->published.precision == PRECISION_DAY;
}

static const char *about_day(int32_t day, struct arena *arena)
{
	return arena_format(arena, _("about %s"), day_words(day, PRECISION_DAY, arena));
}

uint32_t reasons_related(const struct epoch *epoch, article_id id,
	const struct related_article *related, const char ***reasons, struct arena *arena)
{
	const struct relation *relation = &related->relation;
	const char **found = ARENA_ARRAY(arena, const char *, REASONS_MOST);
	uint32_t count = 0;

	if (relation->same_story)
		found[count++] = _("same event");
	if (related->percent)
		found[count++] = arena_format(arena, _("%u %% the same text"), related->percent);
	if (relation->people_count)
		found[count++] = shared_people(epoch, relation, arena);
	if (relation->term_count) {
		found[count] = shared_words(epoch, id, relation, arena);
		count += *found[count] != 0;
	}
	if (relation->about != DAY_NONE)
		found[count++] = about_day(relation->about, arena);
	if (relation->days_apart != DAY_NONE && days_known(epoch, id, related->id))
		found[count++] = distance(relation->days_apart, arena);
	if (related->versions)
		found[count++] = arena_format(arena,
			P_("and %u other version", "and %u other versions", related->versions),
			related->versions);
	*reasons = found;
	return count;
}

/* --- the facts line --------------------------------------------------------------------- */

bool reasons_source_stated(const struct article *article)
{
	return article->source_from == FROM_TEXT || article->source_from == FROM_METADATA ||
	       article->source_from == FROM_READER;
}

void reasons_published(const struct published *published, struct buf *buf)
{
	struct arena *arena = buf->arena;

	if (published->day == DAY_NONE || published->precision == PRECISION_NONE) {
		buf_text(buf, _("undated"));
		return;
	}
	buf_text(buf, day_words(published->day, published->precision, arena));
	if (published->day_inferred || published->year_inferred)
		buf_text(buf, "≈");
	if (published->minute >= 0)
		buf_format(buf, " %02d:%02d", published->minute / 60, published->minute % 60);
}

const char *reasons_facts(const struct epoch *epoch, article_id id, struct arena *arena)
{
	const struct article *article = epoch_article(epoch, id);
	const struct facts *facts = epoch_facts(epoch, id);
	struct buf buf;

	buf_init(&buf, arena);
	reasons_published(&facts->published, &buf);
	if (article->source.len) {
		buf_text(&buf, reasons_source_stated(article) ? " · " : " · ≈");
		buf_add(&buf, article->source);
	}
	if (facts->people_count)
		buf_format(&buf, P_(" · %u person", " · %u people", facts->people_count),
			facts->people_count);
	if (facts->word_count)
		buf_format(&buf, _(" · %u min"),
			(facts->word_count + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
	return buf.at;
}
