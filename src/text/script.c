#include "text/script.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/script-table.h"
#include "text/utf8.h"

#include <string.h>
#include <unicase.h>

#define TAIL_POINTS 8 /* no ending that tells a gender is longer */

static const struct script_letter *letter_of(uint32_t point)
{
	size_t low = 0, high = script_letter_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (script_letters[middle].point == point)
			return &script_letters[middle];
		if (script_letters[middle].point > point)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool is_vowel(uint32_t point)
{
	switch (point) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case 'y':
	case 0x430:
	case 0x435:
	case 0x438:
	case 0x43E:
	case 0x443:
	case 0x44B:
	case 0x44D:
	case 0x44E:
	case 0x44F:
	case 0x454:
	case 0x456:
		return true;
	default:
		return false;
	}
}

static int consonants_in(struct span folded)
{
	int count = 0;

	for (size_t at = 0; at < folded.len;) {
		uint32_t point = utf8_next(folded, &at);
		count += utf8_is_letter(point) && !is_vowel(point) && point != 0x44C &&
			 point != 0x44A;
	}
	return count;
}

/* Whether one of the pieces of list, between blanks, ends the word; with no list, any consonant. */
static bool may_follow(struct span folded, const char *list)
{
	struct span rest = span_of(list);
	size_t at = folded.len;

	if (at == 0)
		return false;
	if (rest.len == 0) {
		uint32_t point = utf8_previous(folded, &at);
		return utf8_is_letter(point) && !is_vowel(point);
	}
	while (rest.len) {
		size_t end = span_find(rest, SPAN(" "), 0);
		if (span_ends(folded, span_cut(rest, 0, end)))
			return true;
		rest = span_cut(rest, end + 1, rest.len);
	}
	return false;
}

/* The word without the ending of its case. */
static struct span without_ending(struct span word, struct span folded)
{
	for (size_t i = 0; i < script_ending_count; i++) {
		const struct script_ending *ending = &script_endings[i];
		struct span tail = span_of(ending->folded);
		if (!span_ends(folded, tail))
			continue;
		struct span head = span_cut(folded, 0, folded.len - tail.len);
		if (!(tail.at[0] == '\'' || may_follow(head, ending->after)) ||
			consonants_in(head) < ending->consonants_left)
			continue;
		size_t end = word.len;
		for (int n = 0; n < ending->points && end > 0; n++)
			utf8_previous(word, &end);
		return span_cut(word, 0, end);
	}
	return word;
}

/* Czech makes Merkelová of Merkel; the accent tells it from the Russian ending. */
static struct span without_czech(struct span word)
{
	static const char *const endings[] = {"ová", "ové"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(word, span_of(endings[i])) && word.len > 8)
			return span_cut(word, 0, word.len - strlen(endings[i]));
	return word;
}

/* Arabic surnames with and without their article are one: al-Assad, Асад. */
static struct span without_article(struct span word, struct span *folded)
{
	static const char *const articles[] = {"al-", "el-", "аль-", "эль-", "ас-"};

	for (size_t i = 0; i < COUNT(articles); i++) {
		struct span article = span_of(articles[i]);
		if (!span_starts(*folded, article) || folded->len <= article.len)
			continue;
		*folded = span_cut(*folded, article.len, folded->len);
		size_t at = 0;
		for (size_t n = utf8_count(article); n > 0 && at < word.len; n--)
			utf8_next(word, &at);
		return span_cut(word, at, word.len);
	}
	return word;
}

/* The word as sounds: capitals where the letter is sure, small Latin letters as spelt. */
static struct span sounds_of(struct span word, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t at = 0; at < word.len;) {
		uint32_t points[8], point = uc_tolower(utf8_next(word, &at));
		const struct script_letter *letter = letter_of(point);
		if (letter) {
			buf_text(&out, letter->sound);
			continue;
		}
		int count = fold_point(point, points);
		for (int i = 0; i < count; i++)
			if (points[i] >= 'a' && points[i] <= 'z')
				buf_char(&out, (char)points[i]);
	}
	return buf_span(&out);
}

/* A key in the making. */
struct key {
	struct span in; /* sounds */
	size_t at;
	char *out;
	size_t len;
	char run[4]; /* vowels that stand together, no two alike */
	int run_len;
	int consonants;
	bool slavic; /* its ending is, so its letters are read so */
	bool german; /* or Polish: w, sch, sz, cz; j is the glide there */
};

static bool ahead(const struct key *key, const char *sounds)
{
	return span_starts(span_cut(key->in, key->at, key->in.len), span_of(sounds));
}

static char look(const struct key *key, size_t past)
{
	return key->at + past < key->in.len ? key->in.at[key->at + past] : '\0';
}

static bool sounds_vowel(char sound)
{
	return sound && strchr("AOUEIaeiouy", sound) != NULL;
}

static void take_vowel(struct key *key, char vowel)
{
	if (key->run_len > 0 && key->run[key->run_len - 1] == vowel)
		return;
	if (key->run_len < (int)sizeof key->run)
		key->run[key->run_len++] = vowel;
}

/* Writes the vowels that stood together: glides go, "ai" is an e, "i" alone too. */
static void end_run(struct key *key)
{
	bool glides_only = true;
	size_t start = key->len;

	if (key->run_len == 0)
		return;
	for (int i = 0; i < key->run_len; i++)
		glides_only &= key->run[i] == 'I';
	if (glides_only || (key->run_len == 2 && memcmp(key->run, "AI", 2) == 0)) {
		key->out[key->len++] = 'e';
	} else {
		for (int i = 0; i < key->run_len; i++) {
			char small = (char)(key->run[i] | 0x20);
			if (key->run[i] != 'I' &&
				(key->len == start || key->out[key->len - 1] != small))
				key->out[key->len++] = small;
		}
	}
	key->run_len = 0;
}

static void take_consonant(struct key *key, char sound)
{
	char small = (char)(sound | 0x20);

	end_run(key);
	if (small == 'x' || small == 's') /* tch, dj, ts, tz */
		while (key->len &&
			(key->out[key->len - 1] == 't' || key->out[key->len - 1] == 'd')) {
			key->len--;
			key->consonants--;
		}
	if (key->len && key->out[key->len - 1] == small)
		return;
	key->out[key->len++] = small;
	key->consonants++;
}

/* Spellings of several letters, the longest first, and what they sound; they win over letters. */
static const struct {
	const char *spelt, *sound;
} clusters[] = {
	{"stsch", "sX"},
	{"shtch", "X"},
	{"chtch", "X"},
	{"schtsch", "X"},
	{"tsch", "X"},
	{"dsch", "X"},
	{"shch", "X"},
	{"szcz", "X"},
	{"tch", "X"},
	{"sch", "X"},
	{"dzh", "X"},
	{"CS", "X"},
	{"eau", "O"},
	{"ou", "O"},
	{"oo", "O"},
	{"au", "O"},
	{"ch", "X"},
	{"sh", "X"},
	{"zh", "X"},
	{"kh", "X"},
	{"cz", "X"},
	{"sz", "X"},
	{"dj", "X"},
	{"ph", "f"},
	{"th", "t"},
	{"gh", "g"},
	{"dh", "d"},
	{"bh", "b"},
	{"rh", "r"},
	{"ck", "k"},
	{"qu", "k"},
	{"ts", "S"},
	{"tz", "S"},
	{"oe", "E"},
	{"ue", "O"},
	{"ee", "I"},
};

static bool take_cluster(struct key *key)
{
	for (size_t i = 0; i < COUNT(clusters); i++) {
		if (!ahead(key, clusters[i].spelt))
			continue;
		for (const char *sound = clusters[i].sound; *sound; sound++) {
			if (sounds_vowel(*sound))
				take_vowel(key, *sound);
			else
				take_consonant(key, *sound);
		}
		key->at += strlen(clusters[i].spelt);
		return true;
	}
	return false;
}

/* j: a glide beside consonants and in German and Slavic spellings, else French zh, English dzh
 * and Spanish kh, which are all one here. */
static void take_j(struct key *key, char before, char after)
{
	bool between = sounds_vowel(before) && sounds_vowel(after);

	if ((before && !sounds_vowel(before)) || !sounds_vowel(after) || key->german ||
		(between && (before == 'i' || before == 'I')))
		take_vowel(key, 'I');
	else
		take_consonant(key, 'X');
}

/* An English u before these is heard, and written in Cyrillic, as an a: Trump, Sullivan. */
static bool is_open_u(const struct key *key)
{
	static const char *const closed[] = {"ump", "unt", "ull", "usk", "unn", "umm", "uff", "ubb",
		"udg", "utch", "umb", "umsf"};

	for (size_t i = 0; i < COUNT(closed); i++)
		if (ahead(key, closed[i]))
			return !key->slavic && !key->german;
	return false;
}

static void take_vowel_letter(struct key *key, char letter, char before, char after)
{
	switch (letter) {
	case 'a':
		take_vowel(key, 'A');
		break;
	case 'e':
		take_vowel(key, 'E');
		break;
	case 'o':
		/* Fiodorov, Fyodorov: the ё that others write e. */
		take_vowel(key, key->slavic && (before == 'i' || before == 'y') ? 'E' : 'O');
		break;
	case 'u':
		if (before == 'g' && (after == 'e' || after == 'i' || after == 'I'))
			break;
		take_vowel(key, is_open_u(key) ? 'A' : 'O');
		break;
	default:
		take_vowel(key, 'I');
		break;
	}
}

static void take_consonant_letter(struct key *key, char letter, char before, char after)
{
	switch (letter) {
	case 'c':
		take_consonant(key, after && strchr("eiyvwIE", after) ? 'S' : 'k');
		break;
	case 'h': /* silent after a vowel, unless a vowel follows */
		if (!before || sounds_vowel(after))
			take_consonant(key, 'X');
		break;
	case 'j':
		take_j(key, before, after);
		break;
	case 'q':
		take_consonant(key, 'k');
		break;
	case 'w':
		take_consonant(key, 'v');
		break;
	case 'x':
		if (before)
			take_consonant(key, 'k');
		take_consonant(key, before ? 'S' : 'X');
		break;
	case 'z':
		take_consonant(key, 'S');
		break;
	default:
		take_consonant(key, letter);
		break;
	}
}

static void take_letter(struct key *key)
{
	char letter = look(key, 0), after = look(key, 1);
	char before = key->at ? key->in.at[key->at - 1] : '\0';

	if (take_cluster(key))
		return;
	if (letter == 'U' && !before && sounds_vowel(after))
		take_consonant(key, 'v'); /* Уокер is Walker */
	else if (letter >= 'A' && letter <= 'Z' && sounds_vowel(letter))
		take_vowel(key, letter == 'U' ? 'O' : letter);
	else if (letter == 'C')
		take_consonant(key, 'S');
	else if (letter >= 'A' && letter <= 'Z')
		take_consonant(key, letter);
	else if (sounds_vowel(letter))
		take_vowel_letter(key, letter, before, after);
	else
		take_consonant_letter(key, letter, before, after);
	key->at++;
}

/* -ov, -ev, -off, -ew are one ending; a final ng is heard as n. */
static void end_key(struct key *key)
{
	int consonants = key->consonants;

	if (consonants < 2)
		end_run(key); /* of a short name every sound counts */
	char *out = key->out;
	size_t len = key->len;
	if (len > 3 && out[len - 1] == 'f')
		out[len - 1] = 'v';
	if (len > 3 && out[len - 1] == 'v' && out[len - 2] == 'e')
		out[len - 2] = 'o';
	if (len > 3 && out[len - 1] == 'g' && out[len - 2] == 'n')
		key->len--;
}

static bool ends_slavic(struct span folded)
{
	static const char *const endings[] = {"ov", "ev", "ow", "ew", "ova", "eva", "owa", "ewa",
		"off", "eff", "in", "ine", "ina", "yn", "sky", "ski", "skij", "skiy", "ska",
		"skaya", "enko", "enka", "uk", "ouk", "ich", "itch", "icz", "ic", "iv"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(folded, span_of(endings[i])))
			return true;
	return false;
}

static bool spelt_german(struct span folded)
{
	static const char *const signs[] = {"w", "sch", "sz", "cz", "ij", "ej", "yj"};

	for (size_t i = 0; i < COUNT(signs); i++)
		if (span_find(folded, span_of(signs[i]), 0) < folded.len)
			return true;
	return false;
}

struct span script_key(struct span word, struct arena *arena)
{
	struct span folded = fold(word, arena);

	word = without_article(word, &folded);
	word = without_ending(without_czech(word), folded);
	struct key key = {.in = sounds_of(word, arena),
		.slavic = ends_slavic(folded),
		.german = spelt_german(folded)};
	key.out = arena_alloc(arena, key.in.len * 2 + 1);
	if (ahead(&key, "dimitr")) { /* Dimitri is Dmitri */
		take_consonant(&key, 'd');
		key.at = 2;
	}
	while (key.at < key.in.len)
		take_letter(&key);
	end_key(&key);
	return (struct span){key.out, key.len};
}

struct span script_latin(struct span word, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t at = 0; at < word.len;) {
		size_t start = at;
		uint32_t point = utf8_next(word, &at), small = uc_tolower(point);
		const struct script_letter *letter = letter_of(small);
		if (!letter || !letter->latin) {
			buf_add(&out, span_cut(word, start, at));
		} else if (letter->latin[0]) {
			char first = letter->latin[0];
			buf_char(&out, point == small ? first : (char)(first - 0x20));
			buf_text(&out, letter->latin + 1);
		}
	}
	return buf_span(&out);
}

static bool ends_in(struct span folded, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_ends(folded, span_of(endings[i])) && folded.len > strlen(endings[i]) + 1)
			return true;
	return false;
}

/* The last bytes of a word, folded: enough for any ending. */
static struct span folded_tail(struct span word, char *out)
{
	size_t start = word.len, len = 0;

	for (int n = 0; n < TAIL_POINTS && start > 0; n++)
		utf8_previous(word, &start);
	while (start < word.len) {
		uint32_t points[8];
		int count = fold_point(utf8_next(word, &start), points);
		for (int i = 0; i < count; i++)
			len += utf8_put(out + len, points[i]);
	}
	return (struct span){out, len};
}

enum script_gender script_gender(struct span word)
{
	/* Folded, so that й is и. */
	static const char *const feminine[] = {"ova", "eva", "owa", "ewa", "ska", "cka", "skaya",
		"skaia", "skaja", "naya", "naia", "naja", "ovna", "evna", "owej", "ewej", "skiej",
		"ская", "скои", "скую", "ська", "ською", "цкая", "цкои", "овои", "евои", "инои",
		"овою", "ная", "ную", "овна", "евна"};
	static const char *const masculine[] = {"ov", "ev", "off", "eff", "ow", "ew", "ski", "sky",
		"skij", "skiy", "skyj", "skyi", "owem", "ewem", "skiego", "skim", "ов", "ев", "ин",
		"ын", "скии", "цкии", "ськии", "ского", "скому", "ским", "ського", "ському",
		"ським", "ныи", "ным", "ного", "ному", "овым", "евым", "иным", "ове", "еве"};
	char bytes[TAIL_POINTS * 8 * 4];
	struct span folded = folded_tail(word, bytes);

	if (ends_in(folded, feminine, COUNT(feminine)))
		return GENDER_FEMININE;
	return ends_in(folded, masculine, COUNT(masculine)) ? GENDER_MASCULINE : GENDER_EITHER;
}
