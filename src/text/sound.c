#include "text/sound.h"

#include <string.h>

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

static char look(const struct key *key, size_t past)
{
	return key->at + past < key->in.len ? key->in.at[key->at + past] : '\0';
}

static bool ahead(const struct key *key, const char *sounds)
{
	return look(key, 0) == sounds[0] &&
	       span_starts(span_cut(key->in, key->at, key->in.len), span_of(sounds));
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

/* Whether the vowels sound as one e: "i", "ai", "ae", and "aie" as in Mayer, who is Meyer too. */
static bool sounds_e(const char *run, int len)
{
	while (len > 0 && *run == 'I')
		run++, len--;
	return len == 0 || (len >= 2 && len <= 3 && memcmp(run, "AIE", (size_t)len) == 0) ||
	       (len == 2 && memcmp(run, "AE", 2) == 0);
}

/* Writes the vowels that stood together: glides go. */
static void end_run(struct key *key)
{
	size_t start = key->len;

	if (key->run_len == 0)
		return;
	if (sounds_e(key->run, key->run_len)) {
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

/* clang-format off */
/* Spellings of several letters, the longest first, and what they sound; they win over letters. */
static const struct {
	const char *spelt, *sound;
} clusters[] = {
	{"stsch", "sX"}, {"shtch", "X"}, {"chtch", "X"}, {"schtsch", "X"}, {"tsch", "X"},
	{"dsch", "X"}, {"shch", "X"}, {"szcz", "X"}, {"tch", "X"}, {"sch", "X"}, {"dzh", "X"},
	{"CS", "X"}, {"eau", "O"}, {"ou", "O"}, {"oo", "O"}, {"au", "O"}, {"ch", "X"},
	{"sh", "X"}, {"zh", "X"}, {"kh", "X"}, {"cz", "X"}, {"sz", "X"}, {"dj", "X"}, {"ph", "f"},
	{"th", "t"}, {"gh", "g"}, {"dh", "d"}, {"bh", "b"}, {"rh", "r"}, {"ck", "k"}, {"qu", "k"},
	{"ts", "S"}, {"tz", "S"}, {"oe", "E"}, {"ue", "O"}, {"ee", "I"},
};
/* clang-format on */

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
		take_consonant(key, 'S'); /* alone: Xi is Си */
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

/* Whether a final vowel belongs to the name.  Most come and go with the case, the woman and the
 * language, so they do not count; but where little else is left, one that no case makes tells
 * Barr from Berry. */
static bool keeps_last_vowel(const struct key *key)
{
	bool is_i = key->run_len > 0 && key->run[key->run_len - 1] == 'I';

	return key->consonants < 2 ||
	       (key->consonants == 2 && is_i && sounds_e(key->run, key->run_len));
}

/* -ov, -ev, -off, -ew are one ending; a final ng is heard as n. */
static void end_key(struct key *key)
{
	bool vowel_last = key->run_len > 0;

	if (keeps_last_vowel(key))
		end_run(key);
	char *out = key->out;
	size_t len = key->len;
	if (len > 3 && out[len - 1] == 'f')
		out[len - 1] = 'v';
	if (len > 3 && out[len - 1] == 'v' && out[len - 2] == 'e')
		out[len - 2] = 'o';
	if (len > 3 && !vowel_last && out[len - 1] == 'g' && out[len - 2] == 'n')
		key->len--;
}

struct span sound_key(struct span sounds, bool slavic, bool german, struct arena *arena)
{
	struct key key = {.in = sounds, .slavic = slavic, .german = german};

	/* No sound makes more than two. */
	key.out = arena_alloc(arena, sounds.len * 2 + 1);
	if (ahead(&key, "dimitr")) { /* Dimitri is Dmitri */
		take_consonant(&key, 'd');
		key.at = 2;
	}
	while (key.at < key.in.len)
		take_letter(&key);
	end_key(&key);
	return (struct span){key.out, key.len};
}
