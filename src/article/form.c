#include "article/form.h"

#include "text/utf8.h"

bool is_blank(uint32_t point)
{
	return utf8_is_space(point) || point == 0x200B || point == 0xFEFF || point == 0x2060;
}

static bool is_dense(uint32_t point)
{
	return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
	       (point >= 0x20000 && point <= 0x3FFFF);
}

static bool is_closing_quote(uint32_t point)
{
	return point == '"' || point == 0xBB || point == 0x201D || point == 0x300D;
}

static bool is_opening_quote(uint32_t point)
{
	return point == '"' || point == 0xAB || point == 0x201C || point == 0x201E ||
	       point == 0x300C;
}

static bool is_full_mark(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == 0x2026 || point == 0x3002 ||
	       point == 0xFF01 || point == 0xFF1F || point == 0x61F;
}

static bool is_bar(uint32_t point)
{
	return point == '|' || point == 0x2022 || point == 0xB7 || point == '>' ||
	       point == 0x203A || (point >= 0x2190 && point <= 0x21FF) || point == 0x25B6 ||
	       point == 0x25BE || point == 0x25BA || point == 0x2023;
}

static void look_at_word(struct look *look, uint32_t point)
{
	bool upper = utf8_is_upper(point);

	if (look->words == 0)
		look->first_small = utf8_is_lower(point);
	else
		look->capital_words += upper;
	look->words++;
}

static void look_at_sign(struct look *look, uint32_t point)
{
	look->commas += point == ',' || point == 0xFF0C || point == 0x3001;
	look->bars += is_bar(point);
	look->quote |= is_opening_quote(point);
	look->at_sign |= point == '@';
	look->rights |= point == 0xA9; /* © */
	/* Ideographs leave no blank after a full stop. */
	look->breaks += point == 0x3002 || point == 0xFF01 || point == 0xFF1F;
}

/* Moves *at over the small letters that go on with a word. */
static void look_at_small(struct look *look, struct span line, size_t *at)
{
	size_t end = *at;

	while (end < line.len && utf8_ascii[(unsigned char)line.at[end]] & UTF8_LOWER)
		end++;
	if (end == *at)
		return;
	look->small += (uint32_t)(end - *at);
	look->letters += (uint32_t)(end - *at);
	look->before_last = end - *at > 1 ? (unsigned char)line.at[end - 2] : look->last;
	look->last = (unsigned char)line.at[end - 1];
	*at = end;
}

/* A letter or a digit of ASCII, which most of a line are; moves *at over what goes on with it. */
static void look_at_plain(
	struct look *look, struct span line, uint32_t point, bool in_word, size_t *at)
{
	unsigned properties = utf8_ascii[point];

	look->before_last = look->last;
	look->last = point;
	if (!in_word)
		look_at_word(look, point);
	look->small += (properties & UTF8_LOWER) != 0;
	look_at_small(look, line, at);
	look->letters += (properties & UTF8_LETTER) != 0;
	look->digits += (properties & UTF8_DIGIT) != 0;
}

struct look look_of(struct span line)
{
	struct look look = {0};
	bool in_word = false, after_mark = false;

	for (size_t at = 0; at < line.len;) {
		uint32_t point = utf8_next(line, &at);
		if (point < 0x80 && utf8_ascii[point] & (UTF8_LETTER | UTF8_DIGIT)) {
			look_at_plain(&look, line, point, in_word, &at);
			in_word = true;
			after_mark = false;
			continue;
		}
		if (point == ' ' || is_blank(point)) {
			look.breaks += after_mark;
			in_word = after_mark = false;
			continue;
		}
		bool letter = utf8_is_letter(point), digit = utf8_is_digit(point);
		after_mark = is_full_mark(point) || (after_mark && is_closing_quote(point));
		look.before_last = look.last;
		look.last = point;
		if (is_dense(point)) {
			look.dense++;
			in_word = false;
		} else if (letter || digit) {
			if (!in_word)
				look_at_word(&look, point);
			in_word = true;
			look.small += utf8_is_lower(point);
			look_at_small(&look, line, &at);
		} else if (point != '\'' && point != 0x2019 && point != '-') {
			in_word = false;
			look_at_sign(&look, point);
		}
		look.letters += letter;
		look.digits += digit;
	}
	return look;
}

static bool is_picture_file(struct span line)
{
	static const char *const endings[] = {
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".avif"};

	if (line.len < 5 || line.len > 200)
		return false;
	for (size_t i = 0; i < COUNT(endings); i++) {
		struct span ending = span_of(endings[i]);
		if (line.len > ending.len && span_ends(line, ending))
			return true;
	}
	return false;
}

/* Whether a caption's maker is named as captions do: "Photo : X", "© X", "(X / AFP)". */
static bool is_credited(struct span folded, uint32_t cues)
{
	size_t open = span_find(folded, SPAN("("), 0);
	size_t start = cue_start(folded);

	if (cue_at(folded, start, CUE_CREDIT) > 0)
		return true;
	if (span_find(folded, SPAN("photo "), 0) < folded.len ||
		span_find(folded, SPAN("photo:"), 0) < folded.len)
		return true;
	if (cues & CUE_CREDIT)
		return span_find(folded, SPAN(":"), 0) < folded.len || open < folded.len ||
		       span_find(folded, SPAN("/"), 0) < folded.len;
	return false;
}

uint32_t traits_of(struct span line, struct span folded, const struct look *look, uint32_t cues)
{
	uint32_t traits = 0;
	bool quoted = is_closing_quote(look->last);
	uint32_t mark = quoted || look->last == ')' ? look->before_last : look->last;

	if (is_full_mark(look->last) || quoted || (look->last == ')' && is_full_mark(mark)))
		traits |= TRAIT_MARK;
	if (mark == '.' || mark == 0x3002)
		traits |= TRAIT_STOP;
	if (look->last == ':' || look->last == 0xFF1A)
		traits |= TRAIT_COLON;
	if (look->first_small)
		traits |= TRAIT_SMALL;
	if (is_picture_file(folded))
		traits |= TRAIT_PICTURE;
	if (look->bars)
		traits |= TRAIT_BAR;
	if (look->letters == 0)
		traits |= TRAIT_NUMBER;
	if (look->at_sign || span_find(line, SPAN("://"), 0) < line.len ||
		span_find(folded, SPAN("www."), 0) < folded.len)
		traits |= TRAIT_ADDRESS;
	if (look->dense > DENSE_LEAST)
		traits |= TRAIT_DENSE;
	if (is_credited(folded, cues))
		traits |= TRAIT_CREDIT;
	if (look->digits)
		traits |= TRAIT_DIGIT;
	return traits;
}

void feature_set(struct line_form *form, enum form_feature feature, bool on)
{
	if (on)
		form->features |= UINT64_C(1) << feature;
}

/* One of three neighbouring features, by the size of the line. */
static void set_by_words(struct line_form *form, enum form_feature first, float low, float high)
{
	int step = (form->words > low) + (form->words > high);

	feature_set(form, (enum form_feature)((int)first + step), true);
}

static void features_of_words(struct line_form *form)
{
	static const float limits[] = {1, 3, 6, 10, 15, 25, 45};
	int step = 0;

	while (step < (int)COUNT(limits) && form->words > limits[step])
		step++;
	feature_set(form, (enum form_feature)(FORM_WORDS_1 + step), true);
	if (form->traits & TRAIT_MARK)
		set_by_words(form, FORM_MARK_6, 6, 15);
}

static void features_of_look(struct line_form *form, const struct look *look, float stop)
{
	int tenth = stop >= .5f ? 5 : (int)(stop * 10);

	feature_set(form, FORM_BIAS, true);
	feature_set(form, FORM_COLON, form->traits & TRAIT_COLON);
	feature_set(form, FORM_SMALL, form->traits & TRAIT_SMALL);
	feature_set(form, FORM_QUOTE, look->quote);
	feature_set(form, (enum form_feature)(FORM_STOP_0 + tenth), true);
	feature_set(form, FORM_CAPITALS_6, form->capitals >= .6f && form->capitals < .8f);
	feature_set(form, FORM_CAPITALS_8, form->capitals >= .8f);
	feature_set(form, FORM_NO_SMALL, look->small == 0 && look->dense == 0);
	feature_set(form, FORM_COMMAS_0, look->commas == 0);
	feature_set(form, FORM_COMMAS_2, look->commas >= 2);
	feature_set(form, FORM_BREAKS_0, look->breaks == 0);
	feature_set(form, FORM_BREAKS_2, look->breaks >= 2);
	feature_set(form, FORM_BAR, look->bars > 0 && form->words <= 25);
	feature_set(form, FORM_NUMBER, form->traits & TRAIT_NUMBER);
	feature_set(form, FORM_ADDRESS, form->traits & TRAIT_ADDRESS);
}

static void features_of_cues(struct line_form *form)
{
	bool is_short = form->words <= 12;

	if (form->cues & CUE_POINTER)
		feature_set(form, is_short ? FORM_POINTER_S : FORM_POINTER_L, true);
	if (form->cues & CUE_SHARING)
		set_by_words(form, FORM_SHARING_S, 12, 25);
	if (form->cues & CUE_LEGAL)
		set_by_words(form, FORM_LEGAL_S, 12, 25);
	if (form->cues & CUE_DOING && form->words <= 25)
		feature_set(form, is_short ? FORM_DOING_S : FORM_DOING_M, true);
	if (form->traits & TRAIT_DATED)
		set_by_words(form, FORM_DATED_S, 12, 25);
	if (form->traits & (TRAIT_CREDIT | TRAIT_PICTURE))
		feature_set(form, is_short ? FORM_CREDIT_S : FORM_CREDIT_L, true);
	feature_set(form, FORM_BY, form->cues & CUE_BY && is_short);
}

void features_set(struct line_form *form, const struct look *look, float stops)
{
	features_of_words(form);
	features_of_look(form, look, stops);
	features_of_cues(form);
}

bool line_is_full(const struct line_form *form)
{
	return form->traits & TRAIT_MARK && form->words >= 20;
}

bool line_is_half(const struct line_form *form)
{
	return form->traits & TRAIT_MARK && form->words >= 12;
}
