#include "article/name.h"

#include "article/cues.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define NAME_WORDS 5u
#define OPENING 3u      /* lines of text that say whom it is about */
#define SUBJECT_WORDS 2 /* of a line that the opening says too */

/* Small words inside names. */
static const char *const particles[] = {"de", "du", "des", "la", "le", "van", "von", "der", "den",
	"di", "da", "del", "della", "dos", "do", "el", "al", "bin", "ben", "ter", "ten", "zu", "y",
	"d", "l", "abu", "ibn"};

/* Words that make a piece a function or an office, not a person. */
static const char *const offices[] = {"agence", "agency", "agencies", "analyst", "associated",
	"author", "bureau", "chef", "chief", "columnist", "contributor", "contributors",
	"correspondant", "correspondante", "correspondent", "desk", "editor", "editorial",
	"editors", "envoye", "envoyee", "fellow", "group", "guest", "journal", "journaliste",
	"journalist", "magazine", "media", "monde", "network", "news", "newspaper", "photographer",
	"photos", "post", "presse", "press", "producer", "professor", "published", "redacteur",
	"redaction", "redaktion", "redactrice", "redactie", "reporter", "reporters", "review",
	"senior", "service", "special", "staff", "team", "times", "today", "tribune", "tv",
	"university", "web", "writer", "writers", "redakteur", "redakteurin", "korrespondent",
	"redactor", "redaccion", "agencias", "am", "pm"};

/* What is told of a person: "Mort de X"; but "Mort Sahl". */
static const char *const events[] = {"affaire", "anniversaire", "arrestation", "assassinat",
	"biographie", "deces", "demission", "disparition", "discours", "election", "enterrement",
	"entretien", "expulsion", "funerailles", "hommage", "hommages", "interview", "liberation",
	"mariage", "mort", "naissance", "nomination", "obseques", "portrait", "proces", "retour",
	"suicide", "testament", "victoire", "visite", "arrest", "assassination", "birth", "death",
	"deaths", "election", "funeral", "murder", "obituary", "profile", "resignation", "return",
	"trial", "wedding", "asesinato", "detencion", "dimision", "entrevista", "fallecimiento",
	"muerte", "renuncia", "visita", "morte", "intervista", "funerali", "dimissioni",
	"falecimento", "tod", "besuch", "nachruf", "rucktritt", "smierc", "pogrzeb", "smrt"};

static bool is_among(struct span folded, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_is(folded, list[i]))
			return true;
	return false;
}

/* Two to five capitalised words, particles between them, none of them an office; not what happened
 * to somebody. */
bool name_is_person(const struct page *page, struct span name)
{
	struct span folded = fold(name, page->scratch);
	struct words it = words_of(name), it_folded = words_of(folded);
	struct word word, word_folded;
	uint32_t count = 0, capitals = 0;
	bool month = false, event = false;

	if (name.len > 80 || cue_is_agency(folded) || cue_alone(folded, UINT32_MAX))
		return false;
	while (words_next(&it, &word) && words_next(&it_folded, &word_folded)) {
		struct span plain = span_cut(folded, word_folded.start, word_folded.end);
		size_t at = word.start;
		uint32_t first = utf8_next(name, &at);
		if (is_among(plain, offices, COUNT(offices)) || !utf8_is_letter(first) ||
			weekday_named(plain) >= 0)
			return false;
		/* The first may be a given name: April, August. */
		month |= count > 0 && month_named(plain) > 0;
		bool upper = utf8_is_upper(first);
		if (!upper && (event || !is_among(plain, particles, COUNT(particles))))
			return false;
		event = count == 0 && is_among(plain, events, COUNT(events));
		capitals += upper;
		count++;
	}
	return count >= 2 && count <= NAME_WORDS && capitals >= 2 && !month;
}

static bool has_key(const struct line_table *table, uint32_t line, uint32_t key)
{
	const struct line_form *form = &table->at[line];

	for (uint32_t k = 0; k < form->key_count; k++)
		if (table->keys[form->first_key + k] == key)
			return true;
	return false;
}

bool name_is_subject(const struct page *page, uint32_t line)
{
	const struct line_table *table = &page->table;
	const struct line_form *form = &table->at[line];
	uint32_t known = 0;

	for (uint32_t k = 0; k < form->key_count && k < 2 * NAME_WORDS; k++) {
		bool said = false;
		for (uint32_t i = page->first_full;
			!said && i < table->count && i < page->first_full + OPENING; i++)
			said = i != line && line_is_body(page->kinds[i]) &&
			       has_key(table, i, table->keys[form->first_key + k]);
		known += said;
	}
	return known >= SUBJECT_WORDS;
}
