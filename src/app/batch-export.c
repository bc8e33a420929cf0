#include "app/batch-run.h"

#include "app/save.h"
#include "store/epoch-walk.h"

#include <string.h>

/* The articles of a result, in path order. */
static const article_id *in_order(struct batch *batch, const struct result *result)
{
	article_id *ids = ARENA_ARRAY(&batch->arena, article_id, result->count);
	uint32_t all = epoch_count(batch->epoch), count = 0;

	for (article_id id = 0; id < all && count < result->count; id++)
		if (result->bits[id / 64] >> id % 64 & 1)
			ids[count++] = id;
	return ids;
}

static void print_text(struct batch *batch, const char *text)
{
	struct buf buf = batch_row(batch);

	buf_text(&buf, text);
	batch_print(batch, &buf);
}

static void print_articles(struct batch *batch, const struct save *save)
{
	print_text(batch, save->writer->head);
	for (uint32_t i = 0; i < save->count; i++) {
		struct epoch_mark opened = epoch_mark(save->epoch);
		struct buf buf = batch_row(batch);

		buf_text(&buf, i ? save->writer->between : "");
		save->writer->article(save->epoch, save->ids[i], &buf);
		batch_print(batch, &buf);
		epoch_rewind(save->epoch, opened);
	}
	print_text(batch, save->writer->foot);
}

int batch_export(struct batch *batch)
{
	const char *path = batch->options->output;
	const struct query *query = NULL;
	struct result result = {0};
	struct fault why = {0};
	int code = batch_select(batch, &result, &query);

	if (code)
		return code;
	struct save save = {.epoch = batch->epoch,
		.ids = in_order(batch, &result),
		.count = result.count,
		.writer = writer_named(span_of(batch->options->format)),
		.helper = batch->helper};
	if (path && strcmp(path, "-") != 0)
		return save_write(&save, path, &why) ? batch_complain(batch, &why) : EXIT_OK;
	if (save.writer->is_database) {
		fail(&why, ERR_USAGE, "--format=%s needs a file: -o FILE", save.writer->name);
		return batch_complain(batch, &why);
	}
	print_articles(batch, &save);
	return EXIT_OK;
}
