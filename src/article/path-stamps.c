#include "article/stamps.h"

#include "text/calendar.h"

static bool is_digit(struct span path, size_t at)
{
	return at < path.len && path.at[at] >= '0' && path.at[at] <= '9';
}

/* So many digits at this place, as a number; -1 when there are fewer. */
static int digits(struct span path, size_t at, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_digit(path, at + i))
			return -1;
		value = value * 10 + (path.at[at + i] - '0');
	}
	return value;
}

static bool is_separator(struct span path, size_t at)
{
	return at < path.len && (path.at[at] == '-' || path.at[at] == '/' || path.at[at] == '_' ||
					path.at[at] == '.');
}

/* A whole date at this place: "2021-01-26", "2021/1/26", "20210126". */
static bool date_at(struct span path, size_t at, struct stamp *stamp, size_t *end)
{
	int year = digits(path, at, 4), month, day;
	size_t next = at + 4;

	if (year < 1900 || year > 2100)
		return false;
	if (is_separator(path, next)) {
		char separator = path.at[next];
		size_t len = is_digit(path, next + 2) ? 2 : 1;
		month = digits(path, next + 1, len);
		next += 1 + len;
		if (!is_separator(path, next) || path.at[next] != separator)
			return false;
		len = is_digit(path, next + 2) ? 2 : 1;
		day = digits(path, next + 1, len);
		next += 1 + len;
	} else {
		month = digits(path, next, 2);
		day = digits(path, next + 2, 2);
		next += 4;
	}
	if (is_digit(path, next) || month < 1 || day < 1 || day_of(year, month, day) == DAY_NONE)
		return false;
	*stamp = (struct stamp){.year = year,
		.month = month,
		.day = day,
		.weekday = -1,
		.minute = -1,
		.from = FROM_NAME};
	*end = next;
	return true;
}

/* The room is small: the last dates of the path displace the first. */
uint32_t stamps_of_path(struct span path, struct stamp *stamps, uint32_t room)
{
	uint32_t count = 0;
	struct stamp stamp;

	for (size_t at = 0, end; at < path.len; at++) {
		if (!is_digit(path, at) || (at > 0 && is_digit(path, at - 1)) ||
			!date_at(path, at, &stamp, &end))
			continue;
		count += count < room;
		for (uint32_t i = count; i-- > 1;)
			stamps[i] = stamps[i - 1];
		stamps[0] = stamp;
		at = end - 1;
	}
	return count;
}
