#include "store/epoch-tokens.h"

#include "store/bits.h"
#include "store/desk.h"
#include "store/epoch-steps.h"

/* --- laid down ---------------------------------------------------------------------------- */

static void count_lines(struct epoch *epoch)
{
	epoch->line_starts = ARENA_ARRAY(&epoch->arena, uint64_t, (size_t)epoch->count + 1);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->line_starts[id + 1] =
			epoch->line_starts[id] + epoch->raw->segments[id]->article->line_count;
}

/* The lead that stands for a title is a stretch of a line; any other title has its own. */
static void lay_title(struct epoch_raw *raw, article_id id)
{
	const struct segment *segment = raw->segments[id];
	uint32_t *title = &raw->title_tokens[2 * (size_t)id], from, to;

	for (uint32_t line = 0; line <= segment->article->line_count; line++) {
		segment_title(segment, line, &from, &to);
		if (from == to)
			continue;
		title[0] = from;
		title[1] = to;
		return;
	}
}

void epoch_lay_lines(struct epoch *epoch)
{
	struct epoch_raw *raw = epoch->raw;
	uint32_t count = epoch->count;

	count_lines(epoch);
	epoch->kinds = ARENA_ARRAY(&epoch->arena, uint8_t, epoch->line_starts[count]);
	raw->title_tokens = ARENA_ARRAY(&raw->arena, uint32_t, 2 * (size_t)count);
	for (article_id id = 0; id < count; id++) {
		uint32_t own = raw->segments[id]->article->line_count;
		if (own)
			memcpy(epoch->kinds + epoch->line_starts[id], raw->facts[id].kinds, own);
		lay_title(raw, id);
	}
}

/* --- asked ---------------------------------------------------------------------------------- */

const uint8_t *epoch_kinds(const struct epoch *epoch, article_id id, uint32_t *line_count)
{
	const struct epoch_behind *behind = epoch->behind;

	if (behind && id >= behind->first) {
		const uint64_t *starts = behind->line_starts + (id - behind->first);
		*line_count = (uint32_t)(starts[1] - starts[0]);
		return behind->kinds + starts[0];
	}
	uint64_t start = epoch->line_starts[id], end = epoch->line_starts[id + 1];
	uint32_t own = behind ? behind->first : epoch->count;
	bool fits = start <= end && end <= epoch->line_starts[own] && end - start < UINT32_MAX;

	*line_count = fits ? (uint32_t)(end - start) : 0;
	return epoch->kinds + (fits ? start : 0);
}

static struct tokens raw_tokens(const struct epoch *epoch, article_id id)
{
	const struct epoch_raw *raw = epoch->raw;
	const struct segment *segment = raw->segments[id];
	struct tokens tokens = {.at = segment->tokens,
		.line_ends = segment->line_ends,
		.title_from = raw->title_tokens[2 * (size_t)id],
		.title_to = raw->title_tokens[2 * (size_t)id + 1]};

	tokens.kinds = epoch_kinds(epoch, id, &tokens.line_count);
	return tokens;
}

/* How many each line has, and all. */
static bool open_lines(
	struct steps *steps, struct tokens *tokens, size_t most, uint32_t *sum, struct arena *arena)
{
	uint32_t *ends, count;

	*sum = 0;
	if (!steps_take(steps, &tokens->title_from) || !steps_take(steps, &tokens->title_to) ||
		tokens->line_count >= most)
		return false;
	ends = ARENA_ARRAY(arena, uint32_t, (size_t)tokens->line_count + 1);
	tokens->line_ends = ends;
	for (uint32_t line = 0; line <= tokens->line_count; line++) {
		if (!steps_take(steps, &count) || count > most - *sum)
			return false;
		ends[line] = *sum += count;
	}
	return tokens->title_from <= tokens->title_to && tokens->title_to <= *sum;
}

static bool open_tokens(
	const struct epoch *epoch, article_id id, struct tokens *tokens, struct arena *arena)
{
	struct span bytes = shelf_at(&epoch->tokens, id);
	struct steps steps = steps_of(bytes);
	uint32_t sum;

	*tokens = (struct tokens){.line_count = 0};
	tokens->kinds = epoch_kinds(epoch, id, &tokens->line_count);
	if (!open_lines(&steps, tokens, bytes.len, &sum, arena))
		return false;
	uint32_t *at = ARENA_ARRAY(arena, uint32_t, sum);
	for (uint32_t i = 0; i < sum; i++)
		if (!steps_take(&steps, &at[i]) || at[i] >= epoch->forms.count)
			return false;
	tokens->at = at;
	return true;
}

struct tokens epoch_tokens(const struct epoch *epoch, article_id id)
{
	static const uint32_t none = 0;

	if (epoch->raw)
		return raw_tokens(epoch, id);
	struct open_tokens *open = desk_tokens(epoch->desk);
	if (open->id == id)
		return open->tokens;
	arena_clear(&open->arena);
	open->id = id;
	if (!open_tokens(epoch, id, &open->tokens, &open->arena))
		open->tokens =
			(struct tokens){.at = &none, .line_ends = &none, .kinds = epoch->kinds};
	return open->tokens;
}

uint32_t epoch_terms(
	const struct epoch *epoch, article_id id, struct counted **terms, struct arena *arena)
{
	struct span bytes = shelf_at(&epoch->article_terms, id);
	struct steps steps = steps_of(bytes);
	struct counted *found = ARENA_ARRAY(arena, struct counted, bytes.len);
	uint32_t count = 0;

	for (struct counted term; counted_next(&steps, epoch->terms.count, &term);)
		found[count++] = term;
	*terms = found;
	return count;
}

const struct term *epoch_raw_terms(const struct epoch *epoch, article_id id, uint32_t *count)
{
	const struct terms *terms = &epoch->raw->segments[id]->evidence->terms;

	*count = terms->count;
	return terms->at;
}

bool tokens_of_line(const struct tokens *tokens, uint32_t line, uint32_t *from, uint32_t *to)
{
	*from = line ? tokens->line_ends[line - 1] : 0;
	*to = tokens->line_ends[line];
	return line == tokens->line_count || line_is_body((enum line_kind)tokens->kinds[line]);
}

static void add_row(const struct epoch *epoch, struct span row, uint64_t *articles)
{
	struct steps steps = steps_of(row);
	uint32_t id;

	for (;;) {
		/* Of what is frequent most steps are short. */
		while (steps.at < steps.end && *steps.at < 0x80 &&
			steps_add(&steps, *steps.at, epoch->count, &id)) {
			bits_set(articles, id);
			steps.at++;
		}
		if (!steps_next(&steps, epoch->count, &id))
			return;
		bits_set(articles, id);
	}
}

uint32_t epoch_body_words(const struct epoch *epoch, article_id id, const uint32_t *hashes,
	uint32_t **words, struct arena *arena)
{
	struct tokens tokens = epoch_tokens(epoch, id);
	uint32_t from, to, count = 0;

	*words = ARENA_ARRAY(
		arena, uint32_t, tokens.line_count ? tokens.line_ends[tokens.line_count - 1] : 0);
	for (uint32_t line = 0; line < tokens.line_count; line++) {
		if (!tokens_of_line(&tokens, line, &from, &to))
			continue;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = tokens.at[i];
			(*words)[count++] = hashes ? hashes[form] : form;
		}
	}
	return count;
}

void epoch_holding(const struct epoch *epoch, uint32_t form, uint64_t *articles)
{
	add_row(epoch, shelf_at(&epoch->words, form), articles);
	if (epoch->behind)
		add_row(epoch, shelf_at(&epoch->behind->words, form), articles);
}
