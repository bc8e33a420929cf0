#include "unit/check.h"

#include "store/rows.h"

#define LIMIT 1000000u

/* Everything that can be read of the bytes, as text. */
static struct span read_counted(struct span bytes, uint32_t limit, struct arena *arena)
{
	struct steps steps = steps_of(bytes);
	struct buf buf;

	buf_init(&buf, arena);
	for (struct counted at; counted_next(&steps, limit, &at);)
		buf_format(&buf, "%u:%u+%u ", (unsigned)at.number, (unsigned)at.count,
			(unsigned)at.in_title);
	return buf_span(&buf);
}

static struct span read_steps(struct span bytes, uint32_t limit, struct arena *arena)
{
	struct steps steps = steps_of(bytes);
	struct buf buf;
	uint32_t number;

	buf_init(&buf, arena);
	while (steps_next(&steps, limit, &number))
		buf_format(&buf, "%u ", (unsigned)number);
	return buf_span(&buf);
}

static void test_counted(void **state)
{
	static const struct counted rows[] = {
		{0, 1, 0}, {1, 2, 0}, {7, 0, 1}, {200, 1, 1}, {201, 1, 0}, {999999, 65535, 255}};
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	buf_init(&buf, &arena);
	counted_pack(&buf, rows, COUNT(rows));
	struct span bytes = buf_span(&buf);
	CHECK_TEXT("as they were", read_counted(bytes, LIMIT, &arena),
		SPAN("0:1+0 1:2+0 7:0+1 200:1+1 201:1+0 999999:65535+255 "));
	CHECK_TEXT("no number that cannot be there", read_counted(bytes, 201, &arena),
		SPAN("0:1+0 1:2+0 7:0+1 200:1+1 "));
	CHECK_TEXT("a count that is cut ends the row",
		read_counted(span_cut(bytes, 0, 2), LIMIT, &arena), SPAN("0:1+0 "));
	CHECK_TEXT("of nothing nothing", read_counted(SPAN(""), LIMIT, &arena), SPAN(""));
	arena_clear(&arena);
}

static void walk(struct rows *rows, void (*number)(struct rows *, uint32_t, uint32_t),
	void (*counted)(struct rows *, uint32_t, struct counted))
{
	number(rows, 0, 0);
	counted(rows, 2, (struct counted){5, 1, 0});
	number(rows, 0, 1);
	number(rows, 0, 70000);
	counted(rows, 2, (struct counted){600, 300, 1});
}

static void test_rows(void **state)
{
	struct arena arena;
	struct rows rows;

	(void)state;
	arena_init(&arena);
	rows_init(&rows, 3, &arena);
	walk(&rows, rows_count, rows_count_counted);
	rows_settle(&rows, &arena);
	walk(&rows, rows_put, rows_put_counted);
	CHECK_TEXT(
		"numbers", read_steps(shelf_at(&rows.shelf, 0), LIMIT, &arena), SPAN("0 1 70000 "));
	CHECK_TEXT("a row of nothing", shelf_at(&rows.shelf, 1), SPAN(""));
	CHECK_TEXT("numbers and how often", read_counted(shelf_at(&rows.shelf, 2), LIMIT, &arena),
		SPAN("5:1+0 600:300+1 "));
	CHECK_CASE("no byte more", rows.shelf.len == 1 + 1 + 3 + 1 + 2 + 2 + 1);
	arena_clear(&arena);
}

#define BYTES(literal) \
	{ \
		literal, sizeof(literal) - 1 \
	}

static const struct {
	const char *label;
	struct span bytes, read;
} foreign[] = {
	{"steps", BYTES("\x00\x00\x02"), BYTES("0 1 4 ")},
	{"a number that goes on past the end", BYTES("\x01\x80"), BYTES("1 ")},
	{"a number of more than 32 bits", BYTES("\x01\xff\xff\xff\xff\x7f\x00"), BYTES("1 ")},
	{"a number that never ends", BYTES("\x80\x80\x80\x80\x80\x80\x80\x00"), BYTES("")},
	{"steps that come round", BYTES("\x01\xff\xff\xff\xff\x0f\xff\xff\xff\xff\x0f"),
		BYTES("1 ")},
};

static void test_foreign(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(foreign); i++)
		CHECK_TEXT(foreign[i].label, read_steps(foreign[i].bytes, LIMIT, &arena),
			foreign[i].read);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_foreign),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
