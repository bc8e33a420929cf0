#include "store/fields.h"

#include "text/utf8.h"

#define HASH_LEN sizeof(uint32_t)

/* The rows while one field of them is written or read. */
struct column {
	const struct fields *fields;
	const struct field *field;
	char *rows;
	uint32_t count;
	struct span text;
};

static char *cell_of(const struct column *column, uint32_t row)
{
	return column->rows + (size_t)row * column->fields->each + column->field->at;
}

/* What a place is measured from: in the first field of ordered rows the place before it, else that
 * first field; where there is no such, the beginning of the text. */
static uint32_t base_of(const struct column *column, uint32_t row)
{
	const struct fields *fields = column->fields;
	bool is_first = column->field == fields->at;
	struct extent first;

	if (!fields->is_ordered || (is_first && row == 0))
		return 0;
	memcpy(&first, column->rows + (size_t)(row - is_first) * fields->each + fields->at->at,
		sizeof first);
	return first.start;
}

static bool is_first_of_ordered(const struct column *column)
{
	return column->fields->is_ordered && column->field == column->fields->at;
}

/* --- writing -------------------------------------------------------------------------------- */

static void put_place(struct buf *buf, const struct column *column, uint32_t row)
{
	struct extent at;
	uint32_t base = base_of(column, row);

	memcpy(&at, cell_of(column, row), sizeof at);
	if (is_first_of_ordered(column)) {
		varint_put(buf, (uint64_t)at.start - base);
		varint_put(buf, at.end - at.start);
	} else if (at.start == 0 && at.end == 0) {
		varint_put(buf, 0);
	} else {
		varint_put(buf, (uint64_t)at.end - at.start + 1);
		varint_put_signed(buf, (int64_t)at.start - base);
	}
}

/* 1 and a place, or 0 and the bytes. */
static void put_words(struct buf *buf, const struct column *column, uint32_t row)
{
	struct span words, text = column->text;

	memcpy(&words, cell_of(column, row), sizeof words);
	uintptr_t at = (uintptr_t)words.at, from = (uintptr_t)text.at;
	if (words.len && at >= from && at + words.len <= from + text.len) {
		varint_put(buf, words.len << 1 | 1);
		varint_put(buf, at - from);
		return;
	}
	varint_put(buf, words.len << 1);
	buf_add(buf, words);
}

static void put_hash(struct buf *buf, const char *cell)
{
	static const char none[HASH_LEN] = {0};

	varint_put(buf, memcmp(cell, none, HASH_LEN) != 0);
	if (memcmp(cell, none, HASH_LEN) != 0)
		buf_add(buf, (struct span){cell, HASH_LEN});
}

static void put_number(struct buf *buf, const struct field *field, const char *cell)
{
	int32_t number;

	memcpy(&number, cell, sizeof number);
	if (field->least < 0)
		varint_put_signed(buf, number);
	else
		varint_put(buf, (uint32_t)number);
}

static void put_cell(struct buf *buf, const struct column *column, uint32_t row)
{
	const char *cell = cell_of(column, row);

	switch (column->field->shape) {
	case FIELD_NUMBER:
		put_number(buf, column->field, cell);
		break;
	case FIELD_BYTE:
		buf_add(buf, (struct span){cell, 1});
		break;
	case FIELD_HASH:
		put_hash(buf, cell);
		break;
	case FIELD_PLACE:
		put_place(buf, column, row);
		break;
	case FIELD_WORDS:
		put_words(buf, column, row);
		break;
	}
}

void fields_pack(struct buf *buf, const struct fields *fields, const void *rows, uint32_t count,
	struct span text)
{
	struct column column = {.fields = fields, .count = count, .text = text};
	const char *const readable = rows;

	memcpy(&column.rows, &readable, sizeof column.rows);
	varint_put(buf, count);
	for (uint32_t f = 0; f < fields->count; f++) {
		column.field = &fields->at[f];
		for (uint32_t row = 0; row < count; row++)
			put_cell(buf, &column, row);
	}
}

/* --- reading -------------------------------------------------------------------------------- */

static bool is_place(struct span text, uint64_t start, uint64_t len)
{
	return start <= text.len && len <= text.len - start && utf8_boundary(text, start) &&
	       utf8_boundary(text, start + len);
}

static void get_place(struct varints *in, const struct column *column, uint32_t row)
{
	uint32_t base = base_of(column, row);
	uint64_t len = varint_get(in, (uint64_t)column->text.len + 1);
	int64_t start = 0;

	if (is_first_of_ordered(column)) {
		start = (int64_t)(base + len);
		len = varint_get(in, column->text.len);
	} else if (len > 0) {
		len--;
		start = base + varint_get_signed(in, INT32_MIN, INT32_MAX);
	}
	if (in->is_bad || start < 0 || !is_place(column->text, (uint64_t)start, len)) {
		in->is_bad = true;
		return;
	}
	struct extent at = {(uint32_t)start, (uint32_t)start + (uint32_t)len};
	memcpy(cell_of(column, row), &at, sizeof at);
}

static void get_words(struct varints *in, const struct column *column, uint32_t row)
{
	struct span text = column->text, words;
	uint64_t head = varint_get(in, (uint64_t)UINT32_MAX << 1), start;

	if (head & 1) {
		start = varint_get(in, text.len);
		in->is_bad |= !is_place(text, start, head >> 1);
		words = span_cut(text, start, start + (head >> 1));
	} else {
		words = varint_get_bytes(in, head >> 1);
		in->is_bad |= !utf8_valid(words);
	}
	memcpy(cell_of(column, row), &words, sizeof words);
}

static void get_number(struct varints *in, const struct field *field, char *cell)
{
	int32_t number = field->least < 0
				 ? (int32_t)varint_get_signed(in, field->least, field->most)
				 : (int32_t)varint_get(in, (uint64_t)field->most);

	memcpy(cell, &number, sizeof number);
}

static void get_byte(struct varints *in, const struct field *field, char *cell)
{
	struct span byte = varint_get_bytes(in, 1);

	if (!byte.len || (unsigned char)byte.at[0] > field->most)
		in->is_bad = true;
	else
		*cell = byte.at[0];
}

static void get_cell(struct varints *in, const struct column *column, uint32_t row)
{
	char *cell = cell_of(column, row);

	switch (column->field->shape) {
	case FIELD_NUMBER:
		get_number(in, column->field, cell);
		break;
	case FIELD_BYTE:
		get_byte(in, column->field, cell);
		break;
	case FIELD_HASH:
		if (varint_get(in, 1)) {
			struct span hash = varint_get_bytes(in, HASH_LEN);
			memcpy(cell, hash.at, hash.len);
		}
		break;
	case FIELD_PLACE:
		get_place(in, column, row);
		break;
	case FIELD_WORDS:
		get_words(in, column, row);
		break;
	}
}

bool fields_unpack(struct varints *in, const struct fields *fields, void **rows, uint32_t *count,
	struct span text, struct arena *arena)
{
	/* A row takes a byte at least, so no claim makes more of them than there are bytes. */
	struct column column = {.fields = fields, .text = text};

	column.count = (uint32_t)varint_get(in, in->bytes.len - in->at);
	column.rows = arena_array(arena, column.count, fields->each);
	for (uint32_t f = 0; f < fields->count; f++) {
		column.field = &fields->at[f];
		for (uint32_t row = 0; row < column.count && !in->is_bad; row++)
			get_cell(in, &column, row);
	}
	*rows = column.rows;
	*count = column.count;
	return !in->is_bad;
}
