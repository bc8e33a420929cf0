#include "store/library.h"

#include "store/cache-sections.h"
#include "store/record.h"

enum err library_open(struct library *library, const struct library_place *place, struct fault *why)
{
	struct library opened = {.blocks = {.count = 0}};
	struct container *container = &opened.container;
	enum err err = container_open(container, place->path, place->stamp, why);

	if (err)
		return err;
	if (container_sum(container) == place->sum &&
		container_is_sound(container, SECTION_BLOCKS) &&
		container_is_sound(container, SECTION_ENDS) &&
		blocks_are(&opened.blocks, container_section(container, SECTION_BLOCKS),
			container_section(container, SECTION_ENDS),
			container_section(container, SECTION_PACKED))) {
		*library = opened;
		return OK;
	}
	container_close(container);
	return fail(why, ERR_FORMAT, "%.300s: kept at another time", place->path);
}

void library_close(struct library *library)
{
	container_close(&library->container);
	*library = (struct library){.blocks = {.count = 0}};
}

uint32_t library_room(const struct library *library, uint32_t record)
{
	uint32_t block = blocks_find(&library->blocks, record);

	return block < library->blocks.count ? library->blocks.rows[block].whole : 0;
}

bool library_is_sound(const struct library *library)
{
	return container_is_sound(&library->container, SECTION_PACKED);
}

void library_reader_open(struct library_reader *reader)
{
	reader->next = 0;
	for (uint32_t i = 0; i < LIBRARY_OPEN; i++)
		block_reader_open(&reader->blocks[i]);
}

void library_reader_close(struct library_reader *reader)
{
	for (uint32_t i = 0; i < LIBRARY_OPEN; i++)
		block_reader_close(&reader->blocks[i]);
}

/* The one that has the block open, or else the one that was not asked for longest. */
static struct block_reader *reader_of(struct library_reader *reader, uint32_t block)
{
	for (uint32_t i = 0; i < LIBRARY_OPEN; i++)
		if (reader->blocks[i].block == block)
			return &reader->blocks[i];
	struct block_reader *oldest = &reader->blocks[reader->next];
	reader->next = (reader->next + 1) % LIBRARY_OPEN;
	return oldest;
}

bool library_text(const struct library *library, uint32_t record, struct library_reader *reader,
	struct span *text)
{
	uint32_t block = blocks_find(&library->blocks, record);
	struct span bytes;

	return block < library->blocks.count &&
	       blocks_read(&library->blocks, record, reader_of(reader, block), &bytes) &&
	       record_text(bytes, text);
}
