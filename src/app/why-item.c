#include "app/why.h"

#include "app/why-role.h"
#include "article/correct.h"
#include "base/message.h"
#include "store/epoch-walk.h"

#define FORMS_SHOWN 40u

static const struct extent nowhere = {0, 0};

static const struct facts *facts_of(const struct why *why)
{
	return epoch_facts(why->epoch, why->article);
}

static struct span words_at(const struct why *why, struct extent at)
{
	return span_in(epoch_text(why->epoch, why->article), at);
}

static bool is_some(struct extent at)
{
	return at.start < at.end;
}

/* --- who is meant ----------------------------------------------------------------------- */

static bool same_tie(struct tie a, struct tie b)
{
	return a.rule == b.rule && a.line == b.line;
}

/* Whether an earlier form of the actor is tied by the same rule. */
static bool is_told(const struct actor *actor, uint32_t form)
{
	for (uint32_t i = 0; i < form; i++)
		if (same_tie(actor->ties[i], actor->ties[form]))
			return true;
	return false;
}

/* The other spellings, a line for each rule that ties them to the person. */
static void add_forms(struct why *why, const struct actor *actor)
{
	uint32_t shown = actor->form_count < FORMS_SHOWN ? actor->form_count : FORMS_SHOWN;

	for (uint32_t i = 0; i < shown; i++) {
		struct buf buf;
		if (actor->ties[i].rule == TIE_SHOWN || is_told(actor, i))
			continue;
		buf_init(&buf, why->arena);
		for (uint32_t k = i; k < shown; k++)
			if (same_tie(actor->ties[i], actor->ties[k]))
				buf_format(&buf, "%s%s", buf.len ? ", " : "", actor->forms[k]);
		why_add(why, nowhere,
			arena_format(why->arena, _("Also written %s – %s"), buf.at,
				tie_words(actor->ties[i], why->arena)));
	}
	if (actor->form_count > shown)
		why_add(why, nowhere,
			arena_format(why->arena,
				P_("and written in %u way more", "and written in %u ways more",
					actor->form_count - shown),
				actor->form_count - shown));
}

static void add_actor(struct why *why, uint32_t index)
{
	const struct actor *actor = epoch_actor(why->epoch, index);

	add_forms(why, actor);
	why_add(why, nowhere,
		arena_format(why->arena,
			actor->articles == 1 ? P_("Named %u time in 1 article of the archive",
						       "Named %u times in 1 article of the archive",
						       actor->mentions)
					     : _("Named %u times in %u articles of the archive"),
			actor->mentions, actor->articles))
		->filter = why_person(why, index);
	why_roles(why, index);
}

/* Where the article tells more of the name: the last such place before this one, else the first
 * after it; none. */
static struct extent fuller_mention(const struct why *why, const struct mention *mention)
{
	const struct facts *facts = facts_of(why);
	size_t len = mention->at.end - mention->at.start;
	struct extent found = nowhere;

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *other = &facts->mentions[i];
		if (other->actor != mention->actor || other->how != HOW_NAME ||
			other->at.end - other->at.start <= len)
			continue;
		if (is_some(found) && other->at.start > mention->at.start)
			break;
		found = other->at;
	}
	return found;
}

/* What makes these words that person. */
static void add_identity(struct why *why, const struct mention *mention)
{
	const struct actor *actor = epoch_actor(why->epoch, mention->actor);
	struct extent fuller = fuller_mention(why, mention);
	const char *words = why_words(why, mention->at);

	if (article_corrected(epoch_article(why->epoch, why->article), CORRECTION_PERSON,
		    words_at(why, mention->at)))
		why_add(why, mention->at,
			arena_format(
				why->arena, _("%s is %s – put right by you"), words, actor->name));
	else if (mention->how == HOW_ROLE)
		why_reading(why, mention);
	else if (span_equal(words_at(why, mention->at), span_of(actor->name)))
		why_add(why, mention->at,
			arena_format(why->arena, _("%s is the whole name"), words));
	else if (mention->tie == TIE_PRESENT && is_some(fuller))
		why_add(why, fuller,
			arena_format(why->arena, _("%s is whom this article names in full: %s"),
				words, why_context(why, fuller)));
	else
		why_add(why, mention->at,
			arena_format(why->arena, _("%s is %s – %s"), words, actor->name,
				tie_words((struct tie){mention->tie, 0}, why->arena)));
}

void why_mention(struct why *why, const struct mention *mention)
{
	const struct actor *actor = epoch_actor(why->epoch, mention->actor);

	why->subject = actor->name;
	why_add(why, mention->at,
		arena_format(why->arena,
			mention->how == HOW_ROLE ? _("Meant by function: %s") : _("Named: %s"),
			why_context(why, mention->at)))
		->filter = why_person(why, mention->actor);
	add_identity(why, mention);
	add_actor(why, mention->actor);
}

void why_actor(struct why *why, uint32_t index)
{
	const struct actor *actor = epoch_actor(why->epoch, index);

	why->subject = actor->name;
	add_actor(why, index);
}

/* --- who speaks ------------------------------------------------------------------------- */

/* From the beginning of the first to the end of the second, where they stand together. */
static struct extent together(struct extent a, struct extent b)
{
	const uint32_t far = 160;
	struct extent both = {a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};

	if (!is_some(a) || !is_some(b))
		return is_some(a) ? a : b;
	return both.end - both.start <= far ? both : a;
}

static void add_pronoun(struct why *why, const struct quotation *quote)
{
	why_add(why, quote->cue,
		arena_format(why->arena, _("A pronoun says who speaks: %s"),
			why_context(why, quote->cue)));
	if (is_some(quote->phrase))
		why_add(why, quote->phrase,
			arena_format(why->arena, _("It stands for the nearest that fits it: %s"),
				why_context(why, quote->phrase)));
}

static void add_clue(struct why *why, const struct quotation *quote)
{
	struct extent said = together(quote->cue, quote->phrase);

	switch (quote->clue) {
	case SPEAKER_PHRASE:
		why_add(why, said,
			arena_format(why->arena, _("The text says who speaks: %s"),
				why_context(why, said)));
		break;
	case SPEAKER_PRONOUN:
		add_pronoun(why, quote);
		break;
	case SPEAKER_BESIDE:
		why_add(why, said,
			arena_format(why->arena,
				_("Beside it, without a word of saying, stands %s"),
				why_context(why, said)));
		break;
	case SPEAKER_READER:
		why_add(why, quote->at, _("Who says it was put right by you"));
		break;
	case SPEAKER_UNSAID:
	case SPEAKER_CLUE_COUNT:
		why_add(why, quote->at,
			quote->speaker.len ? _("It goes on with what was said before")
					   : _("No word beside it says who speaks"));
		break;
	}
}

/* The mention that the words led to; else the last one of the speaker before them. */
static const struct mention *mention_of_speaker(
	const struct why *why, const struct quotation *quote)
{
	const struct facts *facts = facts_of(why);
	const struct mention *found = NULL;

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *mention = &facts->mentions[i];
		if (mention->actor != quote->actor)
			continue;
		if (is_some(quote->name) && mention->at.start == quote->name.start)
			return mention;
		if (found && mention->at.start >= quote->phrase.end)
			break;
		found = mention;
	}
	return found;
}

static void add_speaker(struct why *why, const struct quotation *quote)
{
	const struct mention *mention = mention_of_speaker(why, quote);
	bool inside = mention && mention->at.start >= quote->phrase.start &&
		      mention->at.end <= quote->phrase.end;

	if (inside || (mention && !is_some(quote->phrase)))
		add_identity(why, mention);
	else if (mention)
		why_add(why, mention->at,
			arena_format(why->arena, _("%s is %s, whom the article names in %s"),
				why_words(why, quote->phrase),
				epoch_actor(why->epoch, quote->actor)->name,
				why_context(why, mention->at)));
}

static const struct clause *says(const struct why *why, const struct quotation *quote)
{
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	if (quote->speaker.len == 0)
		return NULL;
	*clause = (struct clause){.kind = CLAUSE_SAYS};
	clause->label = arena_string(why->arena, quote->speaker);
	clause->text = quote->actor == SPEAKER_NOBODY ? clause->label
						      : epoch_actor(why->epoch, quote->actor)->slug;
	return clause;
}

void why_quote(struct why *why, const struct quotation *quote)
{
	struct span speaker = quote->speaker;

	why->subject = speaker.len ? arena_format(why->arena, _("said by %.*s"), (int)speaker.len,
					     speaker.at)
				   : _("said by nobody who is named");
	why_add(why, quote->at, why_words(why, quote->at))->filter = says(why, quote);
	add_clue(why, quote);
	if (quote->clue == SPEAKER_READER)
		return;
	if (quote->actor != SPEAKER_NOBODY)
		add_speaker(why, quote);
	else if (speaker.len && is_some(quote->name) && is_some(quote->phrase) &&
		 (quote->name.end <= quote->phrase.start || quote->phrase.end <= quote->name.start))
		why_add(why, quote->name,
			arena_format(why->arena, _("%s is named here: %s"),
				why_words(why, quote->phrase), why_context(why, quote->name)));
	else if (!speaker.len && is_some(quote->phrase))
		why_add(why, quote->phrase,
			arena_format(why->arena, _("%s describes somebody, and names nobody"),
				why_words(why, quote->phrase)));
}

/* --- which day -------------------------------------------------------------------------- */

/* The day spoken of before, from which another was counted; none. */
static struct extent base_of(const struct why *why, const struct day_spoken *day)
{
	const struct facts *facts = facts_of(why);
	struct extent found = nowhere;

	for (uint32_t i = 0; i < facts->day_count && facts->days[i].at.start < day->at.start; i++)
		if (facts->days[i].from <= day->base && day->base <= facts->days[i].to)
			found = facts->days[i].at;
	return found;
}

static void add_base(struct why *why, const struct day_spoken *day)
{
	const struct published *published = &facts_of(why)->published;
	const char *base = day->base == DAY_NONE ? "" : days_long(day->base, day->base, why->arena);

	if (day->how == DAY_STATED) {
		why_add(why, day->at, _("The text states all of it"));
	} else if (day->how == DAY_FROM_BEFORE) {
		struct extent at = base_of(why, day);
		why_add(why, at,
			arena_format(why->arena, _("Counted from the day spoken of before, %s%s%s"),
				base, is_some(at) ? _(": ") : "",
				is_some(at) ? why_context(why, at) : ""));
	} else {
		why_add(why, published->at,
			arena_format(why->arena, _("Counted from the day of publication, %s%s%s%s"),
				base,
				published->day_inferred || published->year_inferred ? "≈" : "",
				published->why && *published->why ? " – " : "",
				published->why ? published->why : ""));
	}
}

static const struct clause *about(const struct why *why, const struct day_spoken *day)
{
	struct clause *clause = ARENA_NEW(why->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_ABOUT,
		.text = arena_format(why->arena, "%s..%s",
			day_iso(day->from, PRECISION_DAY, why->arena),
			day_iso(day->to, PRECISION_DAY, why->arena)),
		.label = day->from == day->to ? day_short(day->from, PRECISION_DAY, why->arena)
					      : days_long(day->from, day->to, why->arena),
		.from = day->from,
		.to = day->to};
	return clause;
}

void why_day(struct why *why, const struct day_spoken *day)
{
	why->subject = days_long(day->from, day->to, why->arena);
	why_add(why, day->at,
		arena_format(why->arena, _("Spoken of as %s: %s"), why_words(why, day->at),
			why_context(why, day->at)))
		->filter = about(why, day);
	add_base(why, day);
}
