#include "store/rows.h"

#include "base/varint.h"

void rows_init(struct rows *rows, uint32_t count, struct arena *arena)
{
	*rows = (struct rows){.shelf = {.count = count},
		.ends = ARENA_ARRAY(arena, uint64_t, count),
		.least = ARENA_ARRAY(arena, uint32_t, count)};
}

void rows_settle(struct rows *rows, struct arena *arena)
{
	struct shelf *shelf = &rows->shelf;

	shelf->starts = ARENA_ARRAY(arena, uint64_t, (size_t)shelf->count + 1);
	for (uint32_t row = 0; row < shelf->count; row++) {
		shelf->starts[row + 1] = shelf->starts[row] + rows->ends[row];
		rows->ends[row] = shelf->starts[row];
		rows->least[row] = 0;
	}
	shelf->len = shelf->starts[shelf->count];
	shelf->bytes = arena_alloc(arena, shelf->len);
}

static size_t write_number(struct rows *rows, uint32_t row, uint32_t number, char *bytes)
{
	size_t len = varint_write(bytes, number - rows->least[row]);

	rows->least[row] = number + 1;
	return len;
}

static size_t write_counted(struct rows *rows, uint32_t row, struct counted one, char *bytes)
{
	size_t len = counted_write(bytes, rows->least[row], one);

	rows->least[row] = one.number + 1;
	return len;
}

static void add(struct rows *rows, uint32_t row, const char *bytes, size_t len)
{
	memcpy(rows->shelf.bytes + rows->ends[row], bytes, len);
	rows->ends[row] += len;
}

void rows_count(struct rows *rows, uint32_t row, uint32_t number)
{
	char bytes[VARINT_MOST];

	rows->ends[row] += write_number(rows, row, number, bytes);
}

void rows_put(struct rows *rows, uint32_t row, uint32_t number)
{
	char bytes[VARINT_MOST];

	add(rows, row, bytes, write_number(rows, row, number, bytes));
}

void rows_count_counted(struct rows *rows, uint32_t row, struct counted one)
{
	char bytes[COUNTED_MOST];

	rows->ends[row] += write_counted(rows, row, one, bytes);
}

void rows_put_counted(struct rows *rows, uint32_t row, struct counted one)
{
	char bytes[COUNTED_MOST];

	add(rows, row, bytes, write_counted(rows, row, one, bytes));
}
