#include "base/varint.h"

#define MORE 0x80u
#define BITS 7u

size_t varint_write(char *at, uint64_t number)
{
	size_t len = 0;

	while (number >= MORE) {
		at[len++] = (char)(unsigned char)(number | MORE);
		number >>= BITS;
	}
	at[len++] = (char)(unsigned char)number;
	return len;
}

void varint_put(struct buf *buf, uint64_t number)
{
	char bytes[VARINT_MOST];

	buf_add(buf, (struct span){bytes, varint_write(bytes, number)});
}

void varint_put_signed(struct buf *buf, int64_t number)
{
	uint64_t bits = (uint64_t)number << 1;

	varint_put(buf, number < 0 ? ~bits : bits);
}

void varint_put_span(struct buf *buf, struct span span)
{
	varint_put(buf, span.len);
	buf_add(buf, span);
}

static uint64_t bad(struct varints *in)
{
	in->is_bad = true;
	in->at = in->bytes.len;
	return 0;
}

uint64_t varint_get(struct varints *in, uint64_t most)
{
	uint64_t number = 0;

	for (unsigned shift = 0; shift < 64 && in->at < in->bytes.len; shift += BITS) {
		unsigned char byte = (unsigned char)in->bytes.at[in->at++];
		uint64_t bits = byte & (MORE - 1);
		number |= bits << shift;
		if (number >> shift != bits || (shift && byte == 0))
			break;
		if (byte < MORE)
			return number <= most ? number : bad(in);
	}
	return bad(in);
}

int64_t varint_get_signed(struct varints *in, int64_t least, int64_t most)
{
	uint64_t bits = varint_get(in, UINT64_MAX);
	int64_t number = bits & 1 ? -1 - (int64_t)(bits >> 1) : (int64_t)(bits >> 1);

	return number >= least && number <= most ? number : (int64_t)bad(in);
}

struct span varint_get_bytes(struct varints *in, size_t len)
{
	if (len > in->bytes.len - in->at) {
		bad(in);
		return SPAN("");
	}
	in->at += len;
	return (struct span){in->bytes.at + in->at - len, len};
}

struct span varint_get_span(struct varints *in)
{
	return varint_get_bytes(in, (size_t)varint_get(in, in->bytes.len));
}
