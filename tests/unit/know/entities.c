#include "unit/check.h"

#include "base/buf.h"
#include "unit/know/archive.h"
#include "know/entities.h"

#define MOST 4

struct case_of {
	const char *label;
	const char *texts[MOST];
	const char *want; /* "slug: forms" of each, by kind and rank, parted by "; " */
};

static struct span told(const struct entities *entities, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < entities->starts[ENTITY_KIND_COUNT]; i++) {
		const struct entity *entity = &entities->at[i];
		buf_format(&out, "%s%s %u:", i ? "; " : "", entity->slug, entity->articles);
		for (uint32_t f = 0; f < entity->form_count; f++)
			buf_format(&out, "%s %s", f ? "," : "", entity->forms[f]);
	}
	return buf_span(&out);
}

/* The entities of the texts, taken in the order given. */
static struct span made(const char *const *texts, const unsigned *order, struct arena *arena)
{
	struct sheet sheets[MOST] = {{0}};
	const uint8_t *kinds[MOST];
	struct people people;
	struct entities entities;
	uint32_t count = 0;

	for (unsigned i = 0; i < MOST; i++)
		if (texts[order[i]])
			sheets[count++].text = texts[order[i]];
	struct document *documents = archive_of(sheets, count, arena);
	for (uint32_t i = 0; i < count; i++) {
		const struct article *article = documents[i].article;
		uint8_t *own = ARENA_ARRAY(arena, uint8_t, article->line_count);
		for (uint32_t k = 0; k < article->line_count; k++)
			own[k] = (uint8_t)article->lines[k].kind;
		kinds[i] = own;
	}
	people_make(documents, kinds, count, NULL, &people, arena);
	entities_make(documents, kinds, count, &people, &entities, arena);
	return told(&entities, arena);
}

static void test_groups(void **state)
{
	static const struct case_of cases[] = {
		{"nothing", {""}, ""},
		{"case and accents do not part a name",
			{"Ils quittent les États-Unis.", "Ils aiment les Etats-Unis.",
				"Retour aux États-Unis."},
			"etats-unis 3: États-Unis, Etats-Unis"},
		{"an acronym goes with its name, also in other articles",
			{"L'Organisation mondiale de la santé (OMS) s'inquiète.",
				"Selon l'OMS, tout va bien.", "L'OMS a publié un rapport."},
			"oms 3: OMS, Organisation mondiale de la santé"},
		{"but not where it has two",
			{"L'Organisation mondiale de la santé (OMS) s'inquiète.",
				"L'Office militaire suisse (OMS) recrute."},
			"oms 2: OMS; office-militaire-suisse 1: Office militaire suisse; "
			"organisation-mondiale-de-la-sante 1: Organisation mondiale de la santé"},
		{"organisations come before places, and the commonest first",
			{"Le Kremlin se tait à Moscou.", "Le Japon attend Moscou."},
			"kremlin 1: Kremlin; moscou 2: Moscou; japon 1: Japon"},
	};
	static const unsigned forth[MOST] = {0, 1, 2, 3}, back[MOST] = {3, 2, 1, 0};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(cases[i].label, made(cases[i].texts, forth, &arena),
			span_of(cases[i].want));
		CHECK_TEXT(
			cases[i].label, made(cases[i].texts, back, &arena), span_of(cases[i].want));
		arena_clear(&arena);
	}
}

static void test_slugs(void **state)
{
	static const unsigned order[MOST] = {0, 1, 2, 3};
	static const char *const texts[MOST] = {
		"M. Moscou a parlé.", "Une délégation est arrivée à Moscou mardi."};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	CHECK_TEXT("a person's key is not given twice", made(texts, order, &arena),
		SPAN("moscou-place 1: Moscou"));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_slugs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
