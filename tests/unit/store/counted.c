#include "unit/check.h"

#include "store/counted.h"

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
		cmocka_unit_test(test_foreign),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
