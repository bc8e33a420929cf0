#ifndef DEPECHE_TESTS_STORE_TOLD_H
#define DEPECHE_TESTS_STORE_TOLD_H

/*
 * An archive in a folder, and everything about an epoch in one text, to compare loads by.
 */

#include "base/buf.h"
#include "store/query.h"
#include "unit/check.h"
#include "unit/store/folder.h"

#include <stdio.h>

static const char *const people[] = {
	"Sergueï Lavrov", "Dmitri Peskov", "Antony Blinken", "Anne Martin", "Paul Durand"};
static const char *const months[] = {"janvier", "février", "mars", "avril", "mai"};

/* Articles that differ in people, days and words. */
static inline void write_archive(struct folder_made *folder, uint32_t count)
{
	char name[32];

	for (uint32_t i = 0; i < count; i++) {
		const char *text = arena_format(&folder->arena,
			"Une rencontre numéro %u à Moscou\n\nLe %u %s 20%02u\n\nLe ministre %s a "
			"parlé du traité mot%ux avec le ministre %s devant les journalistes "
			"réunis à cette occasion dans la capitale.\n\nLes deux hommes se verront "
			"de nouveau, a précisé le ministère dans un communiqué publié le soir.\n",
			(unsigned)i, (unsigned)(1 + i % 28), months[i % COUNT(months)],
			(unsigned)(10 + i % 9), people[i % COUNT(people)], (unsigned)(i * 7 % 50),
			people[i * 3 % COUNT(people)]);
		snprintf(name, sizeof name, "%04u.txt", (unsigned)i);
		folder_write(folder, name, span_of(text));
	}
}

/* As many articles in one file of JSON lines, each line longer by something that nobody reads. */
static inline const char *write_long_lines(
	struct folder_made *folder, const char *name, uint32_t count, int longer)
{
	struct buf lines;

	buf_init(&lines, &folder->arena);
	for (uint32_t i = 0; i < count; i++)
		buf_text(&lines,
			arena_format(&folder->arena,
				"{\"title\": \"Un entretien numéro %u à Genève\", \"text\": "
				"\"Le ministre %s a rencontré lundi le diplomate %s pour parler du "
				"dossier mot%ux, selon un communiqué de son ministère.\", "
				"\"x\": \"%*s\"}\n",
				(unsigned)i, people[i % COUNT(people)],
				people[i * 3 % COUNT(people)], (unsigned)(i * 11 % 70), longer,
				""));
	return folder_write(folder, name, buf_span(&lines));
}

static inline void write_lines(struct folder_made *folder, const char *name, uint32_t count)
{
	write_long_lines(folder, name, count, 0);
}

/* Everything about an epoch in one text. */
static inline struct span told(const struct epoch *epoch, struct arena *arena)
{
	uint32_t count = epoch_count(epoch);
	size_t room = (size_t)count * 4000 + 100000, len = 0;
	char *out = arena_alloc(arena, room);

	for (uint32_t i = 0; i < count; i++) {
		const struct facts *facts = epoch_facts(epoch, i);
		struct related_article *related;
		uint32_t near = epoch_related(epoch, i, 3, &related, arena);
		len += (size_t)snprintf(out + len, room - len, "%s %d %u %u",
			epoch_article(epoch, i)->path, facts->published.day, facts->place,
			facts->word_count);
		for (uint32_t p = 0; p < facts->people_count; p++)
			len += (size_t)snprintf(out + len, room - len, " %s",
				epoch_actor(epoch, facts->people[p])->slug);
		for (uint32_t r = 0; r < near; r++)
			len += (size_t)snprintf(out + len, room - len, " ~%u %.6f", related[r].id,
				(double)related[r].relation.score);
		len += (size_t)snprintf(out + len, room - len, "\n");
	}
	uint32_t problem_count, passed_over;
	const struct problem *problems = epoch_problems(epoch, &problem_count, &passed_over);
	for (uint32_t i = 0; i < problem_count; i++)
		len += (size_t)snprintf(
			out + len, room - len, "%s: %s\n", problems[i].path, problems[i].reason);
	assert_true(len < room);
	return (struct span){out, len};
}

#endif
