#include "store/counted.h"

#include "base/varint.h"

size_t counted_write(char *at, uint32_t least, struct counted one)
{
	bool is_single = one.count == 1 && one.in_title == 0;
	size_t len = varint_write(at, (uint64_t)(one.number - least) * 2 + !is_single);

	if (is_single)
		return len;
	len += varint_write(at + len, one.count);
	return len + varint_write(at + len, one.in_title);
}

void counted_pack(struct buf *buf, const struct counted *of, uint32_t count)
{
	char bytes[COUNTED_MOST];

	for (uint32_t i = 0, least = 0; i < count; least = of[i++].number + 1)
		buf_add(buf, (struct span){bytes, counted_write(bytes, least, of[i])});
}
