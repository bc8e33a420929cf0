#include "know/dating.h"

#include "know/dating-near.h"
#include "know/dating-stated.h"
#include "know/dating-why.h"
#include "know/dating-year.h"

#define SURE_ALONE 0.95f /* a year is taken from the article itself … */
#define SURE 0.8f        /* … or with its neighbours */
#define ROUNDS 3         /* years found out are evidence for others */
#define WORKED_OUT_WEIGHT 0.7f
#define DAYS_AHEAD 400 /* of the youngest stated day, where today is not known */

/* An article whose day of the year is known and whose year is asked for. */
struct case_open {
	uint32_t document;
	struct stated stated;
	int year; /* found in this round; 0 */
	unsigned reasons;
};
VEC_OF(struct case_open, cases);

struct dating {
	const struct document *documents;
	uint32_t count;
	struct published *published;
	struct arena *arena;
	struct arena *scratch;
	struct cases open;
	uint8_t *rounds; /* by document: the one that dated it, 0 for what needed none */
	uint8_t round;
	uint32_t articles[YEAR_COUNT]; /* dated so far, by year */
	int32_t limit;
};

static void settle(struct dating *d, uint32_t document, const struct stated *stated, int year,
	unsigned reasons)
{
	struct published *p = &d->published[document];
	const struct article *article = d->documents[document].article;

	*p = (struct published){
		.day = DAY_NONE, .minute = stated->minute, .from = stated->from, .at = stated->at};
	p->why = dating_why(article, stated, year, reasons, d->arena);
	if (year == 0) {
		p->from = FROM_NOWHERE;
		return;
	}
	p->day = day_of(year, stated->month ? stated->month : 1, stated->day ? stated->day : 1);
	p->precision = stated->day     ? PRECISION_DAY
		       : stated->month ? PRECISION_MONTH
				       : PRECISION_YEAR;
	p->year_inferred = reasons != 0;
	p->day_inferred = stated->day_inferred;
	if (year >= YEAR_FIRST && year < YEAR_FIRST + YEAR_COUNT)
		d->articles[year - YEAR_FIRST]++;
}

/* What the articles state by themselves; those that lack their year become open cases. */
static void read_stated(struct dating *d)
{
	for (uint32_t i = 0; i < d->count; i++) {
		struct stated stated = stated_read(&d->documents[i]);
		settle(d, i, &stated, stated.year, 0);
		if (stated.year == 0 && stated.day)
			*vec_push(d->scratch, &d->open) =
				(struct case_open){.document = i, .stated = stated};
	}
}

static int32_t limit_of(const struct dating *d, int32_t today)
{
	int32_t latest = DAY_NONE;

	for (uint32_t i = 0; i < d->count; i++)
		if (d->published[i].day > latest)
			latest = d->published[i].day;
	if (today != DAY_NONE || latest == DAY_NONE)
		return today;
	return latest + DAYS_AHEAD;
}

static uint32_t call_witnesses(const struct dating *d, const struct neighbours *neighbours,
	struct year_witness witnesses[NEIGHBOURS_MOST])
{
	for (uint32_t i = 0; i < neighbours->count; i++) {
		const struct neighbour *one = &neighbours->at[i];
		const struct published *p = &d->published[one->document];
		bool useful = p->precision >= PRECISION_MONTH;
		witnesses[i] = (struct year_witness){
			.nearness = one->nearness * (p->year_inferred ? WORKED_OUT_WEIGHT : 1),
			.day = useful ? p->day : DAY_NONE,
			.marks = &d->documents[one->document].evidence->days,
		};
	}
	return neighbours->count;
}

/* The year of a case, if it can be told now. */
static void examine(const struct dating *d, struct case_open *open,
	const struct neighbours *neighbours, float sure)
{
	const struct day_marks *marks = &d->documents[open->document].evidence->days;
	struct year_question question = {.month = open->stated.month,
		.day = open->stated.day,
		.weekday = open->stated.weekday,
		.limit = d->limit};
	struct year_witness witnesses[NEIGHBOURS_MOST];
	struct year_odds odds;
	float probability;

	year_odds_make(&odds, &question, marks);
	year_odds_archive(&odds, d->articles);
	if (neighbours)
		year_odds_near(&odds, &question, marks, witnesses,
			call_witnesses(d, neighbours, witnesses));
	int year = year_odds_best(&odds, &probability);
	if (probability < sure)
		return;
	open->year = year;
	for (int r = 0; r < YEAR_REASON_COUNT; r++)
		if (year_odds_says(&odds, (enum year_reason)r, year))
			open->reasons |= 1u << r;
}

/* Dates the cases that were solved and keeps the others, in their order; whether any was. */
static bool close_cases(struct dating *d, struct neighbours *neighbours)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < d->open.count; i++) {
		struct case_open *open = &d->open.at[i];
		if (open->year) {
			unsigned reasons = open->reasons ? open->reasons : 1u << REASON_DATES;
			settle(d, open->document, &open->stated, open->year, reasons);
			d->rounds[open->document] = d->round;
			continue;
		}
		if (neighbours)
			neighbours[kept] = neighbours[i];
		d->open.at[kept++] = *open;
	}
	bool any = kept < d->open.count;
	d->open.count = kept;
	return any;
}

/* Whether the article itself may tell its year: bare weekdays and years never do. */
static bool may_tell(const struct dating *d, const struct case_open *open)
{
	const struct day_marks *marks = &d->documents[open->document].evidence->days;
	bool told = open->stated.weekday >= 0;

	for (uint32_t i = 0; !told && i < marks->count; i++)
		told = !marks->at[i].outside && ((marks->at[i].weekday >= 0 && marks->at[i].day) ||
							(marks->at[i].year && marks->at[i].month));
	return told;
}

/* Whether there is news for a case since the round before. */
static bool has_news(const struct dating *d, const struct neighbours *neighbours)
{
	for (uint32_t i = 0; i < neighbours->count; i++)
		if (d->rounds[neighbours->at[i].document] == d->round)
			return true;
	return false;
}

/* Each round sees what the one before found out, so that the order of articles is nothing. */
static void solve(struct dating *d)
{
	for (uint32_t i = 0; i < d->open.count; i++)
		if (may_tell(d, &d->open.at[i]))
			examine(d, &d->open.at[i], NULL, SURE_ALONE);
	close_cases(d, NULL);
	uint32_t *asking = ARENA_ARRAY(d->scratch, uint32_t, d->open.count);
	for (uint32_t i = 0; i < d->open.count; i++)
		asking[i] = d->open.at[i].document;
	struct neighbours *neighbours =
		neighbours_make(d->documents, d->count, asking, d->open.count, d->scratch);
	do {
		for (uint32_t i = 0; i < d->open.count; i++)
			if (d->round == 0 || has_news(d, &neighbours[i]))
				examine(d, &d->open.at[i], &neighbours[i], SURE);
		d->round++;
	} while (close_cases(d, neighbours) && d->round < ROUNDS);
}

void dating_make(const struct document *documents, uint32_t count, int32_t today,
	struct published *published, struct arena *arena)
{
	struct arena scratch;
	struct dating d = {.documents = documents,
		.count = count,
		.published = published,
		.arena = arena,
		.scratch = &scratch};

	arena_init(&scratch);
	d.rounds = ARENA_ARRAY(&scratch, uint8_t, count);
	read_stated(&d);
	d.limit = limit_of(&d, today);
	if (d.open.count)
		solve(&d);
	arena_clear(&scratch);
}
