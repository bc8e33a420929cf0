/*
 * Writes an archive for measuring: French-like prose of a Zipf vocabulary of 200,000 forms,
 * articles of 2 to 5 KB with 12 persons each out of 20,000 (50,000 from half a million articles
 * on), dates over ten years; one text file each, in folders of 1,000.  The same seed writes the
 * same bytes.
 *
 *   generate FOLDER COUNT [SEED [day|copies]]     day: all of one day; copies: all the same bytes
 */

#define _XOPEN_SOURCE 700
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define VOCABULARY 200000u
#define PERSONS_AN_ARTICLE 12
#define YEARS 10
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static uint64_t state;

static uint32_t next(uint32_t below)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(((state >> 32) * below) >> 32);
}

/* A rank from 0, the first the likeliest: frequency falls as 1 / rank. */
static uint32_t zipf(uint32_t count)
{
	double share = (double)next(1u << 30) / (double)(1u << 30);
	double rank = exp(share * log((double)count + 1)) - 1;

	return rank >= count ? count - 1 : (uint32_t)rank;
}

static const char *const function_words[] = {"de", "la", "le", "et", "les", "des", "en", "un",
	"du", "une", "que", "est", "pour", "qui", "dans", "a", "par", "plus", "pas", "au", "sur", "ne",
	"se", "ce", "il", "sont", "avec", "son", "aux", "ses", "mais", "comme", "ou", "cette", "ont",
	"été", "elle", "leur", "sans", "entre", "après", "avant", "selon", "contre", "depuis"};
static const char *const onsets[] = {"b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v",
	"br", "cr", "pr", "tr", "gr", "pl", "cl", "ch", "qu", "j", "fl"};
static const char *const vowels[] = {"a", "e", "i", "o", "u", "é", "è", "ou", "ai", "eau", "on", "an",
	"in", "eu", "oi", "ê"};
static const char *const endings[] = {"", "", "", "s", "t", "r", "tion", "ment", "té", "ique", "eur",
	"ble", "ance", "iste", "rent", "l"};
static const char *const given[] = {"Jean", "Marie", "Pierre", "Claire", "Paul", "Anne", "Jacques",
	"Sophie", "Michel", "Isabelle", "André", "Catherine", "Philippe", "Nathalie", "Alain",
	"Christine", "Bernard", "Hélène", "Olivier", "Camille", "Nicolas", "Julie", "François",
	"Élise", "Laurent", "Dmitri", "Sergueï", "Maria", "Nikolaï", "Vladimir", "Olga", "Igor",
	"John", "Robert", "Mary", "James", "Linda", "David", "Susan", "Antony", "Karl", "Ursula",
	"Angela", "Hans", "Carlos", "Elena", "Giulia", "Marco"};
static const char *const surname_ends[] = {"in", "ard", "eau", "ov", "ier", "ert", "son", "ski", "et",
	"mann", "enko", "elli", "ez", "aud"};
static const char *const months[] = {"janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre"};
static const char *const papers[] = {"Le Courrier", "La Gazette", "L'Écho du Nord", "Sputnik",
	"L'Observateur", "La Tribune", "Le Matin", "AFP"};
static const char *const furniture[] = {"Lire aussi :", "Partager sur Facebook", "S'abonner",
	"Commenter", "Newsletter", "Mentions légales"};

/* The word of a rank is always the same, whatever the seed. */
static const char *word_of(uint32_t rank, char *word)
{
	uint32_t mix = rank * 2654435761u;

	if (rank < COUNT(function_words))
		return function_words[rank];
	word[0] = 0;
	for (uint32_t syllables = 1 + rank % 3; syllables > 0; syllables--) {
		strcat(word, onsets[mix % COUNT(onsets)]);
		mix /= (uint32_t)COUNT(onsets);
		strcat(word, vowels[mix % COUNT(vowels)]);
		mix = mix / (uint32_t)COUNT(vowels) + rank * 40503u;
	}
	return strcat(word, endings[mix % COUNT(endings)]);
}

static void surname_of(uint32_t person, char *name)
{
	uint32_t mix = person * 2246822519u + 374761393u;

	name[0] = 0;
	for (int i = 0; i < 2; i++) {
		strcat(name, onsets[mix % 13]);
		mix /= 13;
		strcat(name, vowels[mix % 5]);
		mix = mix / 5 + person * 97u;
	}
	strcat(name, onsets[mix % 13]);
	strcat(name, surname_ends[mix / 13 % COUNT(surname_ends)]);
	name[0] = (char)(name[0] - 'a' + 'A');
}

static void write_person(FILE *f, uint32_t person, int in_full)
{
	char surname[64];

	surname_of(person, surname);
	if (in_full)
		fprintf(f, "%s %s", given[person % COUNT(given)], surname);
	else
		fprintf(f, "M. %s", surname);
}

static void write_sentence(FILE *f, const uint32_t *persons, int *named)
{
	char word[128];
	uint32_t words = 8 + next(20);

	for (uint32_t i = 0; i < words; i++) {
		uint32_t rank = i == 0 ? (uint32_t)COUNT(function_words) + zipf(5000) : zipf(VOCABULARY);
		const char *text = word_of(rank, word);
		if (i > 0)
			fputc(' ', f);
		if (i == 0 && text[0] >= 'a' && text[0] <= 'z')
			fprintf(f, "%c%s", text[0] - 'a' + 'A', text + 1);
		else
			fputs(text, f);
		if (i == words / 2 && next(3) == 0) {
			int again = *named >= PERSONS_AN_ARTICLE;
			fputs(" par ", f);
			write_person(f, persons[again ? next(PERSONS_AN_ARTICLE) : (uint32_t)*named], !again);
			*named += !again;
		}
	}
	fputs(next(12) ? ". " : ", selon l'agence. ", f);
}

static void write_article(FILE *f, uint32_t person_count, bool one_day)
{
	uint32_t persons[PERSONS_AN_ARTICLE], month = next(12), day = 1 + next(28), year = next(YEARS);
	char word[128];
	int named = 0;
	long want = 2000 + (long)next(3000);

	for (int i = 0; i < PERSONS_AN_ARTICLE; i++)
		persons[i] = zipf(person_count);
	for (uint32_t i = 0, words = 5 + next(6); i < words; i++)
		fprintf(f, i ? " %s" : "Sur %s", word_of((uint32_t)COUNT(function_words) + zipf(20000), word));
	if (one_day)
		month = day = year = 1;
	fprintf(f, "\n\nPublié le %u %s %u à %02uh%02u\n%s\n\n", (unsigned)day, months[month],
		(unsigned)(2014 + year), (unsigned)next(24), (unsigned)next(60),
		papers[next((uint32_t)COUNT(papers))]);
	while (ftell(f) < want) {
		for (uint32_t sentences = 2 + next(4); sentences > 0; sentences--)
			write_sentence(f, persons, &named);
		fputs("\n\n", f);
	}
	for (size_t i = 0; i < COUNT(furniture); i++)
		fprintf(f, "%s\n", furniture[i]);
}

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) && errno != EEXIST) {
		fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
		exit(2);
	}
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "generate: generate FOLDER COUNT [SEED [day|copies]]\n");
		return 2;
	}
	uint32_t count = (uint32_t)strtoul(argv[2], NULL, 10);
	uint64_t seed = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
	const char *kind = argc > 4 ? argv[4] : "";
	state = seed;
	make_folder(argv[1]);
	for (uint32_t i = 0; i < count; i++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%04u", argv[1], (unsigned)(i / 1000));
		if (i % 1000 == 0)
			make_folder(path);
		snprintf(path, sizeof path, "%s/%04u/%03u.txt", argv[1], (unsigned)(i / 1000),
			(unsigned)(i % 1000));
		FILE *f = fopen(path, "w");
		if (!f) {
			fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
			return 2;
		}
		if (strcmp(kind, "copies") == 0)
			state = seed;
		write_article(f, count >= 500000 ? 50000 : 20000, strcmp(kind, "day") == 0);
		fclose(f);
	}
	return 0;
}
