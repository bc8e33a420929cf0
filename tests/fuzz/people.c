/*
 * Decisions about people on any bytes: every rule is of one line, in their order, with names that
 * lie within the text and can stand in a line; every other line that is not blank is a slip with
 * words; and each line says the same alone as among the others.
 */

#include "base/buf.h"
#include "know/people-rules.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_name(struct span text, struct span name)
{
	require(name.len && name.at >= text.at && name.at + name.len <= text.at + text.len);
	require(people_rules_can_name(name) && !memchr(name.at, '\n', name.len));
}

static void check_rules(struct span text, const struct people_rules *rules)
{
	uint32_t before = 0;

	for (uint32_t i = 0; i < rules->count; i++) {
		const struct people_rule *rule = &rules->at[i];
		require(rule->verb < PEOPLE_VERB_COUNT);
		require(rule->line > before);
		before = rule->line;
		require(rule->other_count > 0);
		if (rule->verb != PEOPLE_HIDE)
			check_name(text, rule->name);
		for (uint32_t other = 0; other < rule->other_count; other++)
			check_name(text, rule->others[other]);
	}
	for (uint32_t i = 0; i < rules->slip_count; i++)
		require(rules->slips[i].words && rules->slips[i].words[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size}, rest = text, line;
	uint32_t count = 0, slips = 0;
	struct arena arena;

	arena_init(&arena);
	struct people_rules rules = people_rules_parse(text, &arena);
	check_rules(text, &rules);
	while (span_line(&rest, &line)) {
		struct buf own; /* a byte-order mark counts at the start of a file alone */
		buf_init(&own, &arena);
		buf_text(&own, line.at == text.at ? "" : "\n");
		buf_add(&own, line);
		struct people_rules alone = people_rules_parse(buf_span(&own), &arena);
		check_rules(buf_span(&own), &alone);
		require(alone.count + alone.slip_count <= 1);
		count += alone.count;
		slips += alone.slip_count;
	}
	require(count == rules.count && slips == rules.slip_count);
	arena_clear(&arena);
	return 0;
}
