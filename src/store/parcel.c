#include "store/parcel.h"

#include <string.h>

#define FIRST_ROOM 256u

void parcel_pack(struct parcel *parcel, uint32_t limit, struct arena *arena)
{
	*parcel = (struct parcel){.arena = arena, .limit = limit};
}

struct span parcel_packed(const struct parcel *parcel)
{
	return (struct span){(const char *)parcel->bytes, parcel->count};
}

void parcel_open(struct parcel *parcel, struct span bytes, uint32_t limit, struct arena *arena)
{
	*parcel = (struct parcel){.arena = arena, .opening = true, .from = bytes, .limit = limit};
}

bool parcel_is_whole(const struct parcel *parcel)
{
	return !parcel->torn && parcel->at == parcel->from.len;
}

static void put(struct parcel *parcel, const void *bytes, size_t len)
{
	if (parcel->room - parcel->count < len) {
		size_t room = parcel->room ? parcel->room * 2 : FIRST_ROOM;
		while (room - parcel->count < len)
			room *= 2;
		unsigned char *wider = arena_alloc(parcel->arena, room);
		if (parcel->count)
			memcpy(wider, parcel->bytes, parcel->count);
		parcel->bytes = wider;
		parcel->room = room;
	}
	if (len)
		memcpy(parcel->bytes + parcel->count, bytes, len);
	parcel->count += len;
}

/* From here on there is nothing more. */
static void tear(struct parcel *parcel)
{
	parcel->torn = true;
	parcel->at = parcel->from.len;
}

static void put_number(struct parcel *parcel, uint32_t number)
{
	unsigned char bytes[5];
	size_t len = 0;

	for (; number >= 0x80; number >>= 7)
		bytes[len++] = (unsigned char)(number | 0x80);
	bytes[len++] = (unsigned char)number;
	put(parcel, bytes, len);
}

static uint32_t take_number(struct parcel *parcel)
{
	uint64_t number = 0;

	for (unsigned shift = 0; shift < 35 && parcel->at < parcel->from.len; shift += 7) {
		unsigned char byte = (unsigned char)parcel->from.at[parcel->at++];
		number |= (uint64_t)(byte & 0x7F) << shift;
		if (byte < 0x80 && number <= UINT32_MAX)
			return (uint32_t)number;
	}
	tear(parcel);
	return 0;
}

void parcel_number(struct parcel *parcel, uint32_t *number)
{
	if (parcel->opening)
		*number = take_number(parcel);
	else
		put_number(parcel, *number);
}

void parcel_signed(struct parcel *parcel, int32_t *number)
{
	uint32_t bits = (uint32_t)*number << 1 ^ (*number < 0 ? UINT32_MAX : 0);

	parcel_number(parcel, &bits);
	bits = bits >> 1 ^ (bits & 1 ? UINT32_MAX : 0);
	memcpy(number, &bits, sizeof bits);
}

uint32_t parcel_choice(struct parcel *parcel, uint32_t now, uint32_t count)
{
	parcel_number(parcel, &now);
	if (now < count)
		return now;
	tear(parcel);
	return 0;
}

void parcel_span(struct parcel *parcel, struct span *span)
{
	uint32_t len = (uint32_t)span->len;

	parcel_number(parcel, &len);
	if (!parcel->opening) {
		put(parcel, span->at, len);
		put(parcel, "", 1);
		return;
	}
	*span = SPAN("");
	size_t left = parcel->from.len - parcel->at;
	if (left <= len || parcel->from.at[parcel->at + len] != 0) {
		tear(parcel);
		return;
	}
	*span = (struct span){parcel->from.at + parcel->at, len};
	parcel->at += (size_t)len + 1;
}

void parcel_string(struct parcel *parcel, const char **string)
{
	struct span span = parcel->opening ? SPAN("") : span_of(*string);

	parcel_span(parcel, &span);
	*string = span.at;
}

void parcel_extent(struct parcel *parcel, struct extent *extent)
{
	int32_t step;
	uint32_t apart = extent->start - parcel->last, len = extent->end - extent->start;

	memcpy(&step, &apart, sizeof step);
	parcel_signed(parcel, &step);
	parcel_number(parcel, &len);
	if (parcel->opening) {
		extent->start = parcel->last + (uint32_t)step;
		extent->end = extent->start + len;
		if (extent->end > parcel->limit || extent->start > extent->end) {
			tear(parcel);
			*extent = (struct extent){0, 0};
		}
	}
	parcel->last = extent->start;
}

void *parcel_beside(struct parcel *parcel, const void *at, uint32_t count, size_t each)
{
	void *same;

	if (parcel->opening)
		return arena_array(parcel->arena, count, each);
	memcpy(&same, &at, sizeof same);
	return same;
}

void *parcel_array(struct parcel *parcel, const void *at, uint32_t *count, size_t each)
{
	parcel_number(parcel, count);
	if (parcel->opening && *count > parcel->from.len - parcel->at) {
		tear(parcel);
		*count = 0;
	}
	return parcel_beside(parcel, at, *count, each);
}
