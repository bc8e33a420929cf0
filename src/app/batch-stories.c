#include "app/batch-run.h"
#include "app/story-rows.h"
#include "app/beside.h"

int batch_stories(struct batch *batch)
{
	const struct query *query = NULL;
	struct result result = {0};
	struct story_row *rows = NULL;
	int code = batch_select(batch, &result, &query);
	uint32_t count;

	if (code)
		return code;
	count = batch_limited(batch, story_rows_make(batch->epoch, &result, &rows, &batch->arena));
	for (uint32_t i = 0; i < count; i++)
		listing_articles(&batch->listing, rows[i].story->articles, 1);
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		story_rows_row(&batch->listing, &rows[i], &buf);
		batch_print(batch, &buf);
	}
	return count ? EXIT_OK : EXIT_NOTHING;
}

int batch_compare(struct batch *batch)
{
	article_id a = ARTICLE_NONE, b = ARTICLE_NONE;
	struct beside beside;
	int code = batch_find(batch, batch->options->article, &a);

	if (!code)
		code = batch_find(batch, batch->options->other, &b);
	if (code)
		return code;
	beside_make(batch->epoch, a, b, &beside, &batch->arena);
	struct buf buf = batch_row(batch);
	beside_print(&batch->listing, &beside, &buf);
	batch_print(batch, &buf);
	return EXIT_OK;
}
