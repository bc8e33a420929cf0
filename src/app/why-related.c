#include "app/why.h"

#include "app/reasons.h"
#include "base/message.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "store/query-story.h"

/* Where this article names the actor first; none. */
static struct extent first_mention(const struct why *why, uint32_t actor)
{
	const struct facts *facts = epoch_facts(why->epoch, why->article);

	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (facts->mentions[i].actor == actor && facts->mentions[i].how == HOW_NAME)
			return facts->mentions[i].at;
	return (struct extent){0, 0};
}

static void add_shared_people(struct why *why, const struct relation *relation)
{
	for (uint32_t i = 0; i < relation->people_count; i++) {
		struct extent at = first_mention(why, relation->people[i]);
		why_add(why, at,
			arena_format(why->arena, _("Both name %s: %s"),
				epoch_actor(why->epoch, relation->people[i])->name,
				why_context(why, at)))
			->filter = why_person(why, relation->people[i]);
	}
}

static const struct clause *words_clause(const struct why *why, struct span word)
{
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_WORDS, .text = arena_string(why->arena, word)};
	clause->label = clause->text;
	return clause;
}

static void add_shared_words(struct why *why, const struct relation *relation)
{
	struct span text = epoch_text(why->epoch, why->article);

	for (uint32_t i = 0; i < relation->term_count; i++) {
		struct span word = epoch_term_word(why->epoch, why->article, relation->terms[i]);
		if (word.len == 0 || word.at < text.at || word.at >= text.at + text.len)
			continue;
		struct extent at = {(uint32_t)(word.at - text.at),
			(uint32_t)(word.at - text.at + (ptrdiff_t)word.len)};
		why_add(why, at,
			arena_format(why->arena, _("Both use “%.*s”, a rare word: %s"),
				(int)word.len, word.at, why_context(why, at)))
			->filter = words_clause(why, word);
	}
}

static void add_same_story(struct why *why, const struct related_article *related)
{
	const struct story *story = epoch_story(why->epoch, why->article);
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	if (related->percent)
		why_add(why, (struct extent){0, 0},
			arena_format(why->arena, _("%u %% of their words are the same text"),
				related->percent));
	if (!related->relation.same_story || !story)
		return;
	*clause = query_story(why->epoch, why->article, why->arena);
	why_add(why, (struct extent){0, 0},
		arena_format(
			why->arena, _("Both tell the same event, as %u articles do"), story->count))
		->filter = clause;
}

static void add_shared_day(struct why *why, const struct relation *relation)
{
	const struct facts *facts = epoch_facts(why->epoch, why->article);
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	for (uint32_t i = 0; i < facts->day_count && relation->about != DAY_NONE; i++) {
		const struct day_spoken *day = &facts->days[i];
		if (day->from != relation->about || day->to != relation->about)
			continue;
		*clause = (struct clause){.kind = CLAUSE_ABOUT,
			.text = day_iso(day->from, PRECISION_DAY, why->arena),
			.label = day_short(day->from, PRECISION_DAY, why->arena),
			.from = day->from,
			.to = day->to};
		why_add(why, day->at,
			arena_format(why->arena, _("Both speak of %s: %s"),
				days_long(day->from, day->to, why->arena),
				why_context(why, day->at)))
			->filter = clause;
		return;
	}
}

void why_related(struct why *why, const struct related_article *related)
{
	const struct article *other = epoch_article(why->epoch, related->id);
	struct buf buf, here;

	why->subject = arena_format(
		why->arena, _("related: %.*s"), (int)other->title.len, other->title.at);
	add_same_story(why, related);
	add_shared_people(why, &related->relation);
	add_shared_words(why, &related->relation);
	add_shared_day(why, &related->relation);
	buf_init(&buf, why->arena);
	buf_init(&here, why->arena);
	reasons_published(&epoch_facts(why->epoch, related->id)->published, &buf);
	reasons_published(&epoch_facts(why->epoch, why->article)->published, &here);
	why_add(why, (struct extent){0, 0},
		arena_format(
			why->arena, _("It was published on %s, this one on %s"), buf.at, here.at));
}
