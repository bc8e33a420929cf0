#include "extract/quotes-span.h"

#include "extract/quotes-cue.h"
#include "text/utf8.h"

#define WORDS_LEAST 3
/* Words before a quotation that are looked at for what names and charges follow. */
#define BEFORE_REACH 8
/* Tokens of a name that only begins with a capital. */
#define NAME_MOST 7

static bool folded_is(struct passage *passage, int64_t item, const char *const *words, size_t count)
{
	struct span folded = passage_folded(passage, item);

	struct span single =
		span_ends(folded, SPAN("s")) ? span_cut(folded, 0, folded.len - 1) : folded;

	for (size_t i = 0; folded.len > 0 && i < count; i++)
		if (span_is(folded, words[i]) || span_is(single, words[i]))
			return true;
	return false;
}

/* Words as they are parted by blanks; stops when there are enough. */
static int count_words(struct span text)
{
	bool inside = false;
	int words = 0;

	for (size_t at = 0; at < text.len && words < WORDS_LEAST;) {
		uint32_t point = utf8_next(text, &at);
		if (utf8_is_space(point)) {
			inside = false;
		} else if (!inside && (utf8_is_letter(point) || utf8_is_digit(point))) {
			inside = true;
			words++;
		}
	}
	return words;
}

/* Names and titles: every word that is not small by nature begins with a capital. */
static bool is_name(struct passage *passage, const struct quote_span *quote)
{
	struct stretch *stretch = passage->stretch;
	int capitals = 0;

	if (said_bits(stretch_folded(stretch, quote->open + 1), stretch->language) &
		(SAID_PREPOSITION | SAID_FOR | SAID_THAT))
		return false;

	for (uint32_t i = quote->open + 1; i < quote->close && i < stretch->tokens.count; i++) {
		const struct word *word = &stretch->tokens.at[i].word;
		if (word->kind == WORD_SIGN && i + 1 < quote->close &&
			stretch->text.at[word->start] != '-')
			return false;
		if (word->kind != WORD_LETTERS && word->kind != WORD_INITIAL)
			continue;
		if (i == quote->open + 1 &&
			stretch_lists(stretch, i) & (LIST_NAMESAKE | LIST_AFFAIR))
			continue;
		if (word->capitalised)
			capitals++;
		else if (!(said_bits(stretch_folded(stretch, i), stretch->language) &
				 (SAID_DETERMINER | SAID_OF | SAID_PREPOSITION | SAID_JOINT)))
			return false;
	}
	return capitals > 1;
}

/* What a title, a name or a motto stands behind. */
static const char *const namers[] = {"intitule", "intitulee", "intitules", "intitulees", "baptise",
	"baptisee", "surnomme", "surnommee", "denomme", "denommee", "nomme", "nommee", "titre",
	"titres", "titree", "sous-titre", "chanson", "film", "livre", "roman", "album", "emission",
	"serie", "operation", "documentaire", "ouvrage", "exposition", "rubrique", "alias",
	"auteur", "auteure", "autrice", "theme", "appele", "appelee", "appeles", "appelees",
	"signifie", "signifiant", "litteralement", "fameux", "fameuse", "meaning", "literally",
	"titled", "entitled", "nicknamed", "named", "dubbed", "called", "song", "movie", "book",
	"novel"};

/* Those that what is named may part from its name: "surnommé ce lieu « … »". */
static const char *const callers[] = {
	"surnomme", "baptise", "denomme", "appele", "intitule", "nicknamed", "dubbed", "called"};
/* Words between the two. */
#define CALLED_REACH 3

/* Whether the first of its few words is capitalised. */
static bool begins_high(const struct passage *passage, int64_t item)
{
	const struct quote_span *quote = &passage->quotes[passage->items[item].quote];
	uint32_t first = quote->open + 1;

	return quote->close - quote->open <= NAME_MOST && first < quote->close &&
	       passage->stretch->tokens.at[first].word.capitalised;
}

static bool is_named(struct passage *passage, int64_t item)
{
	int64_t before = item - 1;

	/* "Page actualisée : … — « … »": a headline that is pointed to. */
	if (before > 0 && item + 1 == passage->count && cue_dash(passage, before))
		return true;
	/* "le « Comité de la rue »" */
	if (passage_bits(passage, before) & (SAID_DETERMINER | SAID_OF) &&
		!passage->quotes[passage->items[item].quote].whole && begins_high(passage, item))
		return true;
	for (int64_t i = before; i >= before - CALLED_REACH; i--) {
		if (passage_bits(passage, i) & (SAID_SIGN | SAID_QUOTE | SAID_VERB | SAID_THAT))
			break;
		if (folded_is(passage, i, callers, COUNT(callers)))
			return true;
	}
	while (passage_bits(passage, before) & (SAID_DETERMINER | SAID_OF | SAID_ADVERB) ||
		passage_sign(passage, before, ':') || passage_sign(passage, before, '('))
		before--;
	return folded_is(passage, before, namers, COUNT(namers));
}

/* How the wording of a charge begins, and what stands before one. */
static const char *const charges[] = {"homicide", "homicides", "meurtre", "meurtres", "assassinat",
	"assassinats", "viol", "viols", "vol", "vols", "violence", "violences", "detournement",
	"detournements", "escroquerie", "escroqueries", "abus", "complicite", "corruption",
	"trafic", "blanchiment", "menace", "menaces", "diffamation", "injure", "injures",
	"incitation", "provocation", "apologie", "mise", "tentative", "tentatives", "detention",
	"outrage", "outrages", "rebellion", "entrave", "faux", "recel", "prise", "harcelement",
	"agression", "agressions", "enlevement", "sequestration", "association", "crime", "crimes",
	"terrorisme", "delit", "fraude", "favoritisme", "concussion", "murder", "manslaughter",
	"conspiracy", "fraud", "assault", "theft", "rape", "actes", "participation",
	"non-assistance", "usage", "usurpation", "atteinte", "atteintes", "degradation",
	"degradations", "destruction", "non", "disparition", "disparitions", "conduite"};
static const char *const judges[] = {"enquete", "information", "examen", "plainte", "plaintes",
	"poursuivi", "poursuivie", "poursuivis", "poursuites", "juge", "jugee", "juges", "condamne",
	"condamnee", "condamnes", "inculpe", "inculpee", "inculpes", "ecroue", "accuse", "accusee",
	"accuses", "arrete", "arretee", "arretes", "soupconne", "soupconnee", "soupconnes", "chef",
	"chefs", "accusation", "accusations", "garde", "interpelle", "interpelles", "requalifie",
	"requalifies", "proces", "requisitoire", "pour", "charged", "charges", "convicted",
	"accused", "indicted", "suspicion", "judiciaire", "preliminaire"};

static bool is_charge(struct passage *passage, int64_t item, const struct quote_span *quote)
{
	struct stretch *stretch = passage->stretch;
	struct span first = stretch_folded(stretch, quote->open + 1);
	bool begins = false;

	for (size_t i = 0; i < COUNT(charges) && !begins; i++)
		begins = span_is(first, charges[i]);
	if (!begins)
		return false;
	for (int64_t i = item - 1; i >= item - BEFORE_REACH; i--) {
		/* "a condamné un « crime »" accuses, and is said by somebody. */
		if (folded_is(passage, i, judges, COUNT(judges)) &&
			!(passage_bits(passage, i - 1) & SAID_HAVE))
			return true;
		if (passage_sign(passage, i, '.'))
			break;
	}
	return false;
}

bool quotes_worth(struct passage *passage, uint32_t item, bool *named)
{
	const struct quote_span *quote = &passage->quotes[passage->items[item].quote];

	*named = *named || is_named(passage, item) || is_charge(passage, item, quote);
	if (*named || count_words(span_in(passage->stretch->text, quote->at)) < WORDS_LEAST)
		return false;
	return !is_name(passage, quote);
}
