#include "store/sealed.h"

#include <assert.h>
#include <string.h>

/* A field more must be handed to the parcel below, or be left out on purpose. */
static_assert(
	sizeof(struct article) == 264 && sizeof(struct line_set) == 3 && sizeof(struct link) == 24,
	"article_parcel");
static_assert(sizeof(struct facts) == 136 && sizeof(struct published) == 40, "facts_parcel");
static_assert(sizeof(struct mention) == 32 && sizeof(struct quotation) == 64, "facts_parcel");
static_assert(
	sizeof(struct day_spoken) == 24 && sizeof(struct entity_mention) == 12, "facts_parcel");
static_assert(
	sizeof(struct actor) == 72 && sizeof(struct role) == 40 && sizeof(struct entity) == 40,
	"actor_parcel");

static void flag(struct parcel *parcel, bool *flag)
{
	*flag = parcel_choice(parcel, *flag, 2) != 0;
}

static void whole(struct parcel *parcel, int *number)
{
	int32_t same = *number;

	parcel_signed(parcel, &same);
	*number = same;
}

/* A stretch of another text. */
static void elsewhere(struct parcel *parcel, struct extent *extent)
{
	uint32_t len = extent->end - extent->start;

	parcel_number(parcel, &extent->start);
	parcel_number(parcel, &len);
	extent->end = len <= UINT32_MAX - extent->start ? extent->start + len : extent->start;
}

/* Day NONE is near nothing; others are near another. */
static void day(struct parcel *parcel, int32_t *day, int32_t near)
{
	uint32_t from = (uint32_t)*day - (uint32_t)near;
	int32_t apart;

	memcpy(&apart, &from, sizeof apart);
	parcel_signed(parcel, &apart);
	from = (uint32_t)apart + (uint32_t)near;
	memcpy(day, &from, sizeof from);
}

/* --- an article ----------------------------------------------------------------------------- */

/* A text that is not there when the article is opened is null, and has its length all the same. */
enum saved_how { SAVED_AS_TEXT, SAVED_PATCHED, SAVED_APART, SAVED_HOW_COUNT };

static enum saved_how saved_how(const struct article *article)
{
	if (span_equal(article->saved, article->text))
		return SAVED_AS_TEXT;
	return article->saved.len == article->text.len ? SAVED_PATCHED : SAVED_APART;
}

/* From at on, the next byte that is another in the file; the text's length. */
static uint32_t next_unlike(const struct article *article, uint32_t at)
{
	while (at < article->text.len && article->text.at[at] == article->saved.at[at])
		at++;
	return at;
}

static void pack_patches(struct parcel *parcel, const struct article *article)
{
	uint32_t count = 0, last = 0;

	for (uint32_t at = next_unlike(article, 0); at < article->text.len;
		at = next_unlike(article, at + 1))
		count++;
	parcel_number(parcel, &count);
	for (uint32_t at = next_unlike(article, 0); at < article->text.len;
		at = next_unlike(article, at + 1)) {
		uint32_t step = at - last, byte = (unsigned char)article->saved.at[at];
		parcel_number(parcel, &step);
		parcel_number(parcel, &byte);
		last = at;
	}
}

static void open_patches(struct parcel *parcel, struct article *article)
{
	char *saved = article->text.at ? arena_string(parcel->arena, article->text) : NULL;
	uint32_t count = 0, at = 0, step = 0, byte = 0;

	parcel_number(parcel, &count);
	for (; count > 0 && !parcel->torn; count--) {
		parcel_number(parcel, &step);
		parcel_number(parcel, &byte);
		if (step >= article->text.len - at || byte > 0xFF) {
			parcel->torn = true;
			break;
		}
		at += step;
		if (saved)
			saved[at] = (char)byte;
	}
	article->saved = (struct span){saved, article->text.len};
}

static void parcel_saved(struct parcel *parcel, struct article *article)
{
	enum saved_how how = parcel->opening ? SAVED_AS_TEXT : saved_how(article);

	PARCEL_CHOICE(parcel, how, enum saved_how, SAVED_HOW_COUNT);
	if (how == SAVED_APART)
		parcel_span(parcel, &article->saved);
	else if (how == SAVED_PATCHED && parcel->opening && article->text.len)
		open_patches(parcel, article);
	else if (how == SAVED_PATCHED)
		pack_patches(parcel, article);
	else if (parcel->opening)
		article->saved = article->text;
}

static void parcel_spans(struct parcel *parcel, struct span **spans, uint32_t *count)
{
	PARCEL_ARRAY(parcel, *spans, count);
	for (uint32_t i = 0; i < *count; i++)
		parcel_span(parcel, &(*spans)[i]);
}

/* Depths of at most 3 take two bits. */
static void parcel_sets(struct parcel *parcel, struct article *article)
{
	static_assert(SET_MOST == 3, "two bits");

	PARCEL_ARRAY(parcel, article->sets, &article->set_count);
	for (uint32_t i = 0; i < article->set_count; i++) {
		struct line_set *set = &article->sets[i];
		uint32_t bits = (uint32_t)(set->quoted | set->listed << 2 | set->item << 4);
		parcel_number(parcel, &bits);
		if (parcel->opening)
			*set = (struct line_set){.quoted = bits & 3,
				.listed = bits >> 2 & 3,
				.item = bits >> 4 & 0xFF};
	}
	parcel->torn |= article->set_count > 0 && article->set_count != article->line_count;
}

void article_parcel(struct parcel *parcel, struct article *article)
{
	parcel_saved(parcel, article);
	parcel_string(parcel, &article->encoding);
	flag(parcel, &article->repaired);
	PARCEL_ARRAY(parcel, article->lines, &article->line_count);
	for (uint32_t i = 0; i < article->line_count; i++) {
		parcel_extent(parcel, &article->lines[i].at);
		PARCEL_CHOICE(parcel, article->lines[i].kind, enum line_kind, LINE_KIND_COUNT);
	}
	parcel_sets(parcel, article);
	parcel_extent(parcel, &article->title_at);
	parcel_spans(parcel, &article->bylines, &article->byline_count);
	parcel_spans(parcel, &article->tags, &article->tag_count);
	PARCEL_ARRAY(parcel, article->links, &article->link_count);
	for (uint32_t i = 0; i < article->link_count; i++) {
		parcel_extent(parcel, &article->links[i].at);
		parcel_span(parcel, &article->links[i].url);
	}
	parcel_span(parcel, &article->section);
	parcel_span(parcel, &article->url);
	PARCEL_CHOICE(parcel, article->source_from, enum origin, ORIGIN_COUNT);
}

/* --- facts ---------------------------------------------------------------------------------- */

static void parcel_published(struct parcel *parcel, struct published *published)
{
	bool told = published->why != NULL;

	whole(parcel, &published->minute);
	PARCEL_CHOICE(parcel, published->from, enum origin, ORIGIN_COUNT);
	flag(parcel, &published->year_inferred);
	flag(parcel, &published->day_inferred);
	parcel_extent(parcel, &published->at);
	flag(parcel, &told);
	if (told)
		parcel_string(parcel, &published->why);
}

static void parcel_reading(struct parcel *parcel, struct role_reading *reading)
{
	elsewhere(parcel, &reading->at);
	parcel_number(parcel, &reading->document);
	day(parcel, &reading->day, 0);
}

static void parcel_mention(struct parcel *parcel, struct mention *mention)
{
	bool read = mention->reading != NULL;
	struct role_reading reading = {.document = 0};

	parcel_extent(parcel, &mention->at);
	parcel_number(parcel, &mention->actor);
	PARCEL_CHOICE(parcel, mention->how, enum mention_how, HOW_ROLE + 1);
	PARCEL_CHOICE(parcel, mention->tie, enum tie_rule, TIE_RULE_COUNT);
	flag(parcel, &read);
	if (!read)
		return;
	if (!parcel->opening)
		reading = *mention->reading;
	parcel_reading(parcel, &reading);
	parcel_number(parcel, &reading.actor);
	parcel_number(parcel, &reading.role);
	reading.mark = NULL;
	if (parcel->opening)
		mention->reading = arena_copy(parcel->arena, &reading, sizeof reading);
}

static void parcel_quotation(struct parcel *parcel, struct quotation *quote)
{
	uint32_t actor = quote->actor + 1; /* nobody is 0 */

	parcel_extent(parcel, &quote->at);
	parcel_number(parcel, &actor);
	quote->actor = actor - 1;
	parcel_span(parcel, &quote->speaker);
	PARCEL_CHOICE(parcel, quote->clue, enum speaker_clue, SPEAKER_CLUE_COUNT);
	parcel_extent(parcel, &quote->cue);
	parcel_extent(parcel, &quote->phrase);
	parcel_extent(parcel, &quote->name);
}

static void parcel_day(struct parcel *parcel, struct day_spoken *spoken, int32_t *near)
{
	parcel_extent(parcel, &spoken->at);
	day(parcel, &spoken->from, *near);
	day(parcel, &spoken->to, spoken->from);
	PARCEL_CHOICE(parcel, spoken->how, enum day_how, DAY_FROM_BEFORE + 1);
	day(parcel, &spoken->base, *near);
	*near = spoken->from;
}

void facts_parcel(struct parcel *parcel, struct facts *facts)
{
	int32_t near = 0;

	parcel_published(parcel, &facts->published);
	struct mention *mentions = parcel_array(
		parcel, facts->mentions, &facts->mention_count, sizeof *facts->mentions);
	for (uint32_t i = 0; i < facts->mention_count; i++)
		parcel_mention(parcel, &mentions[i]);
	struct entity_mention *entities = parcel_array(
		parcel, facts->entities, &facts->entity_count, sizeof *facts->entities);
	for (uint32_t i = 0; i < facts->entity_count; i++) {
		parcel_extent(parcel, &entities[i].at);
		parcel_number(parcel, &entities[i].entity);
	}
	struct quotation *quotes =
		parcel_array(parcel, facts->quotes, &facts->quote_count, sizeof *facts->quotes);
	for (uint32_t i = 0; i < facts->quote_count; i++)
		parcel_quotation(parcel, &quotes[i]);
	struct day_spoken *days =
		parcel_array(parcel, facts->days, &facts->day_count, sizeof *facts->days);
	for (uint32_t i = 0; i < facts->day_count; i++)
		parcel_day(parcel, &days[i], &near);
	facts->mentions = mentions;
	facts->entities = entities;
	facts->quotes = quotes;
	facts->days = days;
}

/* --- actors, organisations, places ---------------------------------------------------------- */

static void parcel_forms(struct parcel *parcel, const char ***forms, uint32_t *count)
{
	PARCEL_ARRAY(parcel, *forms, count);
	for (uint32_t i = 0; i < *count; i++)
		parcel_string(parcel, &(*forms)[i]);
}

static void parcel_role(struct parcel *parcel, struct role *role, uint32_t place)
{
	int32_t near = 0;

	parcel_string(parcel, &role->text);
	day(parcel, &role->from, 0);
	day(parcel, &role->to, role->from);
	parcel_number(parcel, &role->articles);
	flag(parcel, &role->former);
	struct role_reading *readings =
		parcel_array(parcel, role->readings, &role->reading_count, sizeof *role->readings);
	for (uint32_t i = 0; i < role->reading_count; i++) {
		elsewhere(parcel, &readings[i].at);
		parcel_number(parcel, &readings[i].document);
		day(parcel, &readings[i].day, near);
		parcel_number(parcel, &readings[i].actor);
		readings[i].role = place;
		near = readings[i].day;
	}
	role->readings = readings;
}

void actor_parcel(struct parcel *parcel, struct actor *actor)
{
	parcel_string(parcel, &actor->surname);
	parcel_forms(parcel, &actor->forms, &actor->form_count);
	struct tie *ties =
		parcel_beside(parcel, actor->ties, actor->form_count, sizeof *actor->ties);
	for (uint32_t i = 0; i < actor->form_count; i++) {
		PARCEL_CHOICE(parcel, ties[i].rule, enum tie_rule, TIE_RULE_COUNT);
		parcel_number(parcel, &ties[i].line);
	}
	actor->ties = ties;
	PARCEL_CHOICE(parcel, actor->gender, enum gender, GENDER_FEMALE + 1);
	parcel_number(parcel, &actor->articles);
	parcel_number(parcel, &actor->mentions);
	parcel_number(parcel, &actor->role_articles);
	struct role *roles =
		parcel_array(parcel, actor->roles, &actor->role_count, sizeof *actor->roles);
	for (uint32_t i = 0; i < actor->role_count; i++)
		parcel_role(parcel, &roles[i], i);
	actor->roles = roles;
}

void entity_parcel(struct parcel *parcel, struct entity *entity)
{
	parcel_forms(parcel, &entity->forms, &entity->form_count);
	PARCEL_CHOICE(parcel, entity->kind, enum entity_kind, ENTITY_KIND_COUNT);
	parcel_number(parcel, &entity->articles);
	parcel_number(parcel, &entity->mentions);
}
