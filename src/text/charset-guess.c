#include "text/charset.h"

#include "text/language.h"
#include "text/utf8.h"

#include <string.h>
#include <uchardet.h>

#define TURKISH "WINDOWS-1254" /* holds ISO-8859-9 */
#define DETECT_LEN 65536       /* bytes that the detector sees */

static unsigned byte_at(struct span bytes, size_t at)
{
	return (unsigned char)bytes.at[at];
}

/* What bytes over 0x7F look like. */
struct high_bytes {
	size_t count, runs;
	size_t first;     /* where the first stands */
	size_t sequences; /* valid UTF-8 of two bytes or more */
	size_t stray;     /* bytes that are in none */
	size_t windows;   /* 0x80 to 0x9F */
	size_t latin9;    /* signs that make sense in ISO-8859-15 alone */
};

static bool is_ascii_letter(unsigned byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static struct high_bytes high_bytes_of(struct span bytes)
{
	struct high_bytes high = {.first = bytes.len};

	for (size_t at = 0; at < bytes.len;) {
		size_t start = at;
		unsigned byte = byte_at(bytes, at), last = at ? byte_at(bytes, at - 1) : 0;
		if (byte < 0x80) {
			at++;
			continue;
		}
		if (high.first == bytes.len)
			high.first = at;
		high.runs += last < 0x80;
		utf8_next(bytes, &at);
		high.sequences += at - start > 1;
		high.stray += at - start == 1;
		high.count += at - start;
		high.windows += byte < 0xA0;
		unsigned next = at < bytes.len ? byte_at(bytes, at) : 0;
		high.latin9 += (byte == 0xBD && is_ascii_letter(next)) ||
			       (byte == 0xBC && is_ascii_letter(next) && !is_ascii_letter(last)) ||
			       (byte == 0xA4 && (last == ' ' || last == 0xA0 ||
							(last >= '0' && last <= '9')));
	}
	return high;
}

/* The detector's word, in the arena; empty when it has none. */
static const char *detect(struct span bytes, struct arena *arena)
{
	uchardet_t detector = uchardet_new();
	const char *name = "";

	if (uchardet_handle_data(detector, bytes.at, bytes.len) == 0) {
		uchardet_data_end(detector);
		name = arena_string(arena, span_of(uchardet_get_charset(detector)));
	}
	uchardet_delete(detector);
	return name;
}

static enum language read_as(struct span sample, const char *encoding, struct arena *arena)
{
	struct decoded decoded;

	if (!*encoding || !charset_decode(sample, encoding, &decoded, arena))
		return LANGUAGE_NONE;
	return language_of(decoded.text);
}

/* Among encodings of Latin letters the detector often errs on short texts; the language, which
 * shows in the words without accents too, knows better. */
static const char *latin_encoding(struct span sample, const char *detected,
	const struct high_bytes *high, struct arena *arena)
{
	bool central = strcmp(detected, "ISO-8859-2") == 0 || strcmp(detected, "WINDOWS-1250") == 0;
	/* The bytes of ı and ş, which no other language here has both of. */
	bool turkish = span_find(sample, SPAN("\xFD"), 0) < sample.len &&
		       span_find(sample, SPAN("\xFE"), 0) < sample.len &&
		       read_as(sample, TURKISH, arena) == LANGUAGE_TR;
	enum language language = turkish ? LANGUAGE_TR : read_as(sample, CHARSET_WESTERN, arena);

	if (language == LANGUAGE_NONE && central)
		language = read_as(sample, detected, arena);
	switch ((int)language) {
	case LANGUAGE_PL:
	case LANGUAGE_CS:
	case LANGUAGE_RO:
		if (central)
			return detected;
		return high->windows ? "WINDOWS-1250" : "ISO-8859-2";
	case LANGUAGE_TR:
		return TURKISH;
	default:
		return high->latin9 && !high->windows ? "ISO-8859-15" : CHARSET_WESTERN;
	}
}

/* How much a reading looks like Russian: its commonest letters, small ones, less what is not. */
static int64_t russian_score(struct span text)
{
	const struct span common = SPAN("оеаинтсрвлкмдпу");
	int64_t score = 0;
	uint32_t last = 0;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t point = utf8_next(text, &at);
		if (point >= 0x430 && point <= 0x44F)
			score += span_find(common, span_cut(text, start, at), 0) < common.len ? 2
											      : -1;
		else if (point >= 0x80 && !(point >= 0x410 && point < 0x430))
			score -= 2;
		if (last >= 0x430 && last <= 0x44F && point >= 0x410 && point < 0x430)
			score -= 3; /* a capital after a small letter */
		last = point;
	}
	return score;
}

/* The best reading as Cyrillic, when it is a good one. */
static const char *cyrillic_encoding(struct span sample, struct arena *arena)
{
	static const char *const names[] = {
		"WINDOWS-1251", "KOI8-R", "ISO-8859-5", "IBM866", "MACCYRILLIC"};
	int64_t best = (int64_t)sample.len / 2;
	const char *found = "";

	for (size_t i = 0; i < COUNT(names); i++) {
		struct decoded decoded;
		if (!charset_decode(sample, names[i], &decoded, arena))
			continue;
		int64_t score = russian_score(decoded.text);
		if (score > best) {
			best = score;
			found = names[i];
		}
	}
	return found;
}

/* Accents stand alone between plain letters; other scripts fill their words. */
static const char *guess(struct span sample, const struct high_bytes *high, struct arena *arena)
{
	const char *detected = detect(sample, arena);

	if (high->count < high->runs * 2)
		return latin_encoding(sample, detected, high, arena);
	const char *cyrillic = cyrillic_encoding(span_cut(sample, 0, 2048), arena);
	if (*cyrillic)
		return cyrillic;
	if (strcmp(detected, "GB2312") == 0 || strcmp(detected, "GBK") == 0)
		return "GB18030"; /* which holds both */
	return strcmp(detected, "UTF-8") == 0 ? "" : detected;
}

const char *charset_guess(struct span bytes, struct arena *arena)
{
	struct high_bytes high = high_bytes_of(bytes);
	struct decoded decoded;

	if (high.sequences > 0 && high.sequences >= high.stray)
		return "UTF-8";
	/* Some of the plain text before the first accent tells the language. */
	size_t start = high.first > DETECT_LEN / 4 ? high.first - DETECT_LEN / 4 : 0;
	struct span sample = span_cut(bytes, start, start + DETECT_LEN);
	const char *encoding = guess(sample, &high, arena);
	if (!*encoding || !charset_decode(span_cut(sample, 0, 1), encoding, &decoded, arena))
		return CHARSET_WESTERN;
	return encoding;
}
