#include "store/counted.h"

#include "base/varint.h"

void counted_pack_from(struct buf *buf, uint32_t least, const struct counted *of, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		bool is_single = of[i].count == 1 && of[i].in_title == 0;
		varint_put(buf, (uint64_t)(of[i].number - least) * 2 + !is_single);
		least = of[i].number + 1;
		if (is_single)
			continue;
		varint_put(buf, of[i].count);
		varint_put(buf, of[i].in_title);
	}
}

void counted_pack(struct buf *buf, const struct counted *of, uint32_t count)
{
	counted_pack_from(buf, 0, of, count);
}
