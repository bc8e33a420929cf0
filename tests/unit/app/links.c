#include "unit/app/stage.h"

#include "app/links.h"

/* Article 5 becomes a page, or a text, with links. */
static void replace(struct stage *stage, const char *text)
{
	char path[96];

	snprintf(path, sizeof path, "%s/5.txt", stage->folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	stage_load(stage, true);
	stage_type(stage, "g");
	while (stage->app.list.selected != 5)
		stage_type(stage, "j");
}

#define MORE \
	"M. Igor Malenko a signé jeudi le traité des barrages avec Mme Claire Dubreuil, et les " \
	"ingénieurs des deux rives ont repris la mesure des eaux."

static const char page[] =
	"<html><head><link rel=canonical href='https://lac.example/a/traite'><title>Le "
	"traité</title>"
	"</head><body><nav><a href=/menu>Menu</a></nav><article><h1>Le traité des barrages</h1>"
	"<p>30 juin 2022</p><p>" MORE
	" Le <a href='/texte'>texte du traité</a> est long.</p><p>" MORE
	" Voir https://eaux.example/rives, ou <a href='#note'>la note</a>.</p><p>" MORE
	" <a href='//carte.example/lac'>La <b>carte</b></a> et <a href='mailto:a@b.example'>un "
	"mot</a>."
	"</p></article></body></html>";

static const char plain[] =
	"Le traité des barrages est signé\n\nPublié le 30 juin 2022\n\n" MORE "\n\n" MORE
	" (voir http://eaux.example/rives?a=1.) Et http:// n'est rien, ni https://...\n";

/* "texte du traité=https://lac.example/texte; …" */
static struct span said(struct stage *stage)
{
	struct arena *arena = &stage->app.arena;
	struct span text = epoch_article(stage->app.epoch, 5)->text;
	struct link *links;
	uint32_t count = links_of(&stage->app, &links, arena);
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_add(&buf, span_in(text, links[i].at));
		buf_char(&buf, '=');
		buf_add(&buf, links[i].url);
		buf_text(&buf, "; ");
	}
	return buf_span(&buf);
}

static void test_links(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "L");
	CHECK_TEXT("an article without links says so", span_of(app->message),
		SPAN("there is no link in this article"));
	replace(&stage, page);
	CHECK_TEXT("those of the article, made whole, and what is written out", said(&stage),
		SPAN("texte du traité=https://lac.example/texte; "
		     "https://eaux.example/rives=https://eaux.example/rives; "
		     "La carte=https://carte.example/lac; "));
	stage_type(&stage, "Ljy");
	CHECK_TEXT(
		"the address of the second one", app->copied, SPAN("https://eaux.example/rives"));
	stage_type(&stage, "\n");
	CHECK_CASE("Enter asks for the browser", app->child.argv != NULL);
	stage_type(&stage, "L");
	CHECK_CASE("L closes", app->overlay.which == OVERLAY_NONE);
	app->reader.trail = TRAIL_LINKS;
	app->reader.trail_chosen = true;
	stage_type(&stage, "n");
	CHECK_TEXT("links are a trail", span_of(app->message),
		SPAN("link 1 of 3 · https://lac.example/texte"));
	CHECK_CASE("and can be current", app->reader.current.kind == ITEM_LINK);
	stage_type(&stage, "yu");
	CHECK_TEXT(
		"the menu copies the current one", app->copied, SPAN("https://lac.example/texte"));
	app->reader.current = (struct item){0};
	stage_type(&stage, "yu");
	CHECK_TEXT(
		"else where the article stands", app->copied, SPAN("https://lac.example/a/traite"));
	replace(&stage, plain);
	CHECK_TEXT("of a text those that are written out, without the end of the sentence",
		said(&stage),
		SPAN("http://eaux.example/rives?a=1=http://eaux.example/rives?a=1; "));
	stage_check("with links", &stage);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
