#define _XOPEN_SOURCE 700
#include "bench/prose.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VOCABULARY 200000u
#define OPENING_WORDS 5000u /* sentences begin with one of the commonest */
#define TITLE_WORDS 20000u
#define PERSONS_AN_ARTICLE 12u
#define PERSONS 20000u
#define PERSONS_OF_MANY 50000u /* from so many articles on */
#define MANY 500000u
#define YEAR_FIRST 2014u
#define YEARS 10u
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const function_words[] = {"de", "la", "le", "et", "les", "des", "en", "un", "du",
	"une", "que", "est", "pour", "qui", "dans", "a", "par", "plus", "pas", "au", "sur", "ne",
	"se", "ce", "il", "sont", "avec", "son", "aux", "ses", "mais", "comme", "ou", "cette",
	"ont", "été", "elle", "leur", "sans", "entre", "après", "avant", "selon", "contre",
	"depuis"};
static const char *const onsets[] = {"b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t",
	"v", "br", "cr", "pr", "tr", "gr", "pl", "cl", "ch", "qu", "j", "fl"};
static const char *const vowels[] = {
	"a", "e", "i", "o", "u", "é", "è", "ou", "ai", "eau", "on", "an", "in", "eu", "oi", "ê"};
static const char *const endings[] = {"", "", "", "s", "t", "r", "tion", "ment", "té", "ique",
	"eur", "ble", "ance", "iste", "rent", "l"};
static const char *const given[] = {"Jean", "Marie", "Pierre", "Claire", "Paul", "Anne", "Jacques",
	"Sophie", "Michel", "Isabelle", "André", "Catherine", "Philippe", "Nathalie", "Alain",
	"Christine", "Bernard", "Hélène", "Olivier", "Camille", "Nicolas", "Julie", "François",
	"Élise", "Laurent", "Dmitri", "Sergueï", "Maria", "Nikolaï", "Vladimir", "Olga", "Igor",
	"John", "Robert", "Mary", "James", "Linda", "David", "Susan", "Antony", "Karl", "Ursula",
	"Angela", "Hans", "Carlos", "Elena", "Giulia", "Marco"};
static const char *const surname_ends[] = {"in", "ard", "eau", "ov", "ier", "ert", "son", "ski",
	"et", "mann", "enko", "elli", "ez", "aud"};
static const char *const months[] = {"janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre"};
static const char *const papers[] = {"Le Courrier", "La Gazette", "L'Écho du Nord", "Sputnik",
	"L'Observateur", "La Tribune", "Le Matin", "AFP"};
const char prose_furniture[] = "Lire aussi :\nPartager sur Facebook\nS'abonner\nCommenter\n"
			       "Newsletter\nMentions légales\n";

struct prose prose_begin(uint64_t seed, uint32_t articles)
{
	return (struct prose){
		.state = seed, .persons = articles < MANY ? PERSONS : PERSONS_OF_MANY};
}

uint32_t prose_draw(struct prose *prose, uint32_t below)
{
	prose->state = prose->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(((prose->state >> 32) * below) >> 32);
}

uint32_t prose_rank(struct prose *prose, uint32_t count)
{
	double share = (double)prose_draw(prose, 1u << 30) / (double)(1u << 30);
	double rank = exp(share * log((double)count + 1)) - 1;

	return rank >= count ? count - 1 : (uint32_t)rank;
}

const char *prose_month(unsigned month)
{
	return months[month - 1];
}

static char *put(char *end, const char *part)
{
	size_t len = strlen(part);

	memcpy(end, part, len + 1);
	return end + len;
}

const char *prose_word(uint32_t rank, char word[PROSE_WORD_ROOM])
{
	uint32_t mix = rank * 2654435761u;
	char *end = word;

	if (rank < COUNT(function_words))
		return function_words[rank];
	for (uint32_t syllables = 1 + rank % 3; syllables > 0; syllables--) {
		end = put(end, onsets[mix % COUNT(onsets)]);
		mix /= (uint32_t)COUNT(onsets);
		end = put(end, vowels[mix % COUNT(vowels)]);
		mix = mix / (uint32_t)COUNT(vowels) + rank * 40503u;
	}
	put(end, endings[mix % COUNT(endings)]);
	return word;
}

static void write_capitalised(FILE *f, const char *word)
{
	bool small = word[0] >= 'a' && word[0] <= 'z';

	fprintf(f, "%c%s", small ? word[0] - 'a' + 'A' : word[0], word + 1);
}

static void write_surname(FILE *f, uint32_t person)
{
	uint32_t mix = person * 2246822519u + 374761393u;
	char name[PROSE_WORD_ROOM], *end = name;

	for (int i = 0; i < 2; i++) {
		end = put(end, onsets[mix % 13]);
		mix /= 13;
		end = put(end, vowels[mix % 5]);
		mix = mix / 5 + person * 97u;
	}
	end = put(end, onsets[mix % 13]);
	put(end, surname_ends[mix / 13 % COUNT(surname_ends)]);
	write_capitalised(f, name);
}

/* Whoever an article names, in the order in which it first does. */
struct cast {
	uint32_t persons[PERSONS_AN_ARTICLE];
	uint32_t named;
};

static void write_person(struct prose *prose, FILE *f, struct cast *cast)
{
	bool first = cast->named < PERSONS_AN_ARTICLE;
	uint32_t person =
		cast->persons[first ? cast->named++ : prose_draw(prose, PERSONS_AN_ARTICLE)];

	fprintf(f, "%s ", first ? given[person % COUNT(given)] : "M.");
	write_surname(f, person);
}

static void write_sentence(struct prose *prose, FILE *f, struct cast *cast)
{
	char word[PROSE_WORD_ROOM];
	uint32_t words = 8 + prose_draw(prose, 20);

	write_capitalised(
		f, prose_word((uint32_t)COUNT(function_words) + prose_rank(prose, OPENING_WORDS),
			   word));
	for (uint32_t i = 1; i < words; i++) {
		fprintf(f, " %s", prose_word(prose_rank(prose, VOCABULARY), word));
		if (i == words / 2 && prose_draw(prose, 3) == 0) {
			fputs(" par ", f);
			write_person(prose, f, cast);
		}
	}
	fputs(prose_draw(prose, 12) ? ". " : ", selon l'agence. ", f);
}

static void write_title(struct prose *prose, FILE *f)
{
	char word[PROSE_WORD_ROOM];

	fputs("Sur", f);
	for (uint32_t words = 5 + prose_draw(prose, 6); words > 0; words--)
		fprintf(f, " %s",
			prose_word((uint32_t)COUNT(function_words) + prose_rank(prose, TITLE_WORDS),
				word));
}

static void write_body(struct prose *prose, FILE *f)
{
	struct cast cast = {.named = 0};
	long want = 2000 + (long)prose_draw(prose, 3000);

	for (uint32_t i = 0; i < PERSONS_AN_ARTICLE; i++)
		cast.persons[i] = prose_rank(prose, prose->persons);
	while (ftell(f) < want) {
		for (uint32_t sentences = 2 + prose_draw(prose, 4); sentences > 0; sentences--)
			write_sentence(prose, f, &cast);
		fputs("\n\n", f);
	}
}

/* What a writer writes, in memory of malloc. */
static char *written(void (*writer)(struct prose *, FILE *), struct prose *prose, size_t *len)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, len);

	if (!f)
		abort();
	writer(prose, f);
	fclose(f);
	return text;
}

struct piece prose_next(struct prose *prose)
{
	struct piece piece = {.year = YEAR_FIRST + prose_draw(prose, YEARS)};
	size_t title_len;

	piece.month = 1 + prose_draw(prose, 12);
	piece.day = 1 + prose_draw(prose, 28);
	piece.hour = prose_draw(prose, 24);
	piece.minute = prose_draw(prose, 60);
	piece.source = papers[prose_draw(prose, (uint32_t)COUNT(papers))];
	piece.title = written(write_title, prose, &title_len);
	piece.body = written(write_body, prose, &piece.body_len);
	if (prose->one_day) {
		piece.year = YEAR_FIRST + 1;
		piece.month = piece.day = 2;
	}
	return piece;
}

void piece_clear(struct piece *piece)
{
	free(piece->title);
	free(piece->body);
}
