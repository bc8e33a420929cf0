#include "know/people-rules.h"

#include "base/vec.h"
#include "text/utf8.h"

#include <assert.h>

#define WORD_SHOWN 40 /* bytes of an unknown word that are told */

static const char *const verbs[] = {
	[PEOPLE_MERGE] = "merge",
	[PEOPLE_SPLIT] = "split",
	[PEOPLE_RENAME] = "rename",
	[PEOPLE_HIDE] = "hide",
};
static_assert(COUNT(verbs) == PEOPLE_VERB_COUNT, "every verb has a word");

struct parsing {
	VEC(struct people_rule) rules;
	VEC(struct people_slip) slips;
	struct arena *arena;
	uint32_t line;
};

const char *people_verb_name(enum people_verb verb)
{
	return verbs[verb];
}

bool people_rules_can_name(struct span name)
{
	bool letter = false;

	for (size_t at = 0; at < name.len;) {
		uint32_t point = utf8_next(name, &at);
		if (point < 0x20 || point == ':' || point == ',' || point == '#')
			return false;
		letter = letter || utf8_is_letter(point);
	}
	return letter;
}

static void slip(struct parsing *parsing, const char *words)
{
	*vec_push(parsing->arena, &parsing->slips) = (struct people_slip){
		parsing->line, arena_format(parsing->arena, "line %u: %s", parsing->line, words)};
}

static struct span without_comment(struct span line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.at[i] == '#' &&
			(i == 0 || line.at[i - 1] == ' ' || line.at[i - 1] == '\t'))
			return span_cut(line, 0, i);
	return line;
}

/* The names of a list, those without a letter left out. */
static void take_names(struct parsing *parsing, struct span list, struct people_rule *rule)
{
	VEC(struct span) names = {0};

	while (list.len) {
		size_t comma = span_find(list, SPAN(","), 0);
		struct span name = span_trim(span_cut(list, 0, comma));
		if (people_rules_can_name(name))
			*vec_push(parsing->arena, &names) = name;
		list = span_cut(list, comma + 1, list.len);
	}
	rule->others = names.at;
	rule->other_count = names.count;
}

static void take_rule(struct parsing *parsing, enum people_verb verb, struct span rest)
{
	struct people_rule rule = {.verb = verb, .line = parsing->line};
	size_t colon = verb == PEOPLE_HIDE ? 0 : span_find(rest, SPAN(":"), 0);

	if (verb != PEOPLE_HIDE) {
		rule.name = span_trim(span_cut(rest, 0, colon));
		rest = span_cut(rest, colon + 1, rest.len);
	}
	take_names(parsing, rest, &rule);
	bool named = verb == PEOPLE_HIDE || people_rules_can_name(rule.name);
	if (!named || rule.other_count == 0 || (verb == PEOPLE_RENAME && rule.other_count != 1))
		slip(parsing,
			arena_format(parsing->arena, "%s wants %s", verbs[verb],
				verb == PEOPLE_HIDE     ? "a name"
				: verb == PEOPLE_RENAME ? "a name, a colon and one other name"
							: "a name, a colon and further names"));
	else
		*vec_push(parsing->arena, &parsing->rules) = rule;
}

static void take_line(struct parsing *parsing, struct span line)
{
	struct span text = span_trim(without_comment(line));
	size_t end = 0;

	if (text.len == 0)
		return;
	if (!utf8_valid(text)) {
		slip(parsing, "no UTF-8");
		return;
	}
	while (end < text.len && text.at[end] != ' ' && text.at[end] != '\t')
		end++;
	struct span word = span_cut(text, 0, end);
	for (unsigned verb = 0; verb < PEOPLE_VERB_COUNT; verb++)
		if (span_is(word, verbs[verb])) {
			take_rule(parsing, (enum people_verb)verb, span_cut(text, end, text.len));
			return;
		}
	size_t shown = word.len < WORD_SHOWN ? word.len : WORD_SHOWN;
	while (!utf8_boundary(word, shown))
		shown--;
	slip(parsing, arena_format(parsing->arena, "%.*s: merge, split, rename or hide is expected",
			      (int)shown, word.at));
}

struct people_rules people_rules_parse(struct span text, struct arena *arena)
{
	struct parsing parsing = {.arena = arena};
	struct span rest = text, line;

	if (span_starts(rest, SPAN("\xEF\xBB\xBF")))
		rest = span_cut(rest, 3, rest.len);
	while (span_line(&rest, &line)) {
		parsing.line++;
		take_line(&parsing, line);
	}
	return (struct people_rules){
		parsing.rules.at, parsing.rules.count, parsing.slips.at, parsing.slips.count};
}
