#include "article/mail-coding.h"

#include "text/charset.h"

static int value64(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

void mail_base64(struct span text, struct buf *bytes)
{
	unsigned bits = 0, count = 0;

	for (size_t i = 0; i < text.len && text.at[i] != '='; i++) {
		int value = value64(text.at[i]);
		if (value < 0)
			continue;
		bits = (bits << 6 | (unsigned)value) & 0xFFFF;
		count += 6;
		if (count >= 8) {
			count -= 8;
			buf_char(bytes, (char)(unsigned char)(bits >> count & 0xFF));
		}
	}
}

static int value16(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The end of a line end after "=" and blanks; at itself when there is none. */
static size_t soft_end(struct span text, size_t at)
{
	size_t i = at + 1;

	while (i < text.len && i < at + 80 && (text.at[i] == ' ' || text.at[i] == '\t'))
		i++;
	if (i < text.len && text.at[i] == '\r')
		i++;
	return i < text.len && text.at[i] == '\n' ? i + 1 : at;
}

void mail_quoted(struct span text, bool in_head, struct buf *bytes)
{
	for (size_t i = 0; i < text.len;) {
		char c = text.at[i];
		int high = c == '=' && i + 2 < text.len ? value16(text.at[i + 1]) : -1;
		int low = high >= 0 ? value16(text.at[i + 2]) : -1;
		size_t soft = c == '=' ? soft_end(text, i) : i;
		if (low >= 0) {
			buf_char(bytes, (char)(unsigned char)(high << 4 | low));
			i += 3;
		} else if (soft > i) {
			i = soft;
		} else {
			buf_char(bytes, in_head && c == '_' ? ' ' : c);
			i++;
		}
	}
}

struct span mail_decode(struct span bytes, struct span charset, struct arena *arena)
{
	static const char *const western[] = {"ISO-8859-1", "LATIN1", "WINDOWS-1252", "CP1252"};
	/* These say nothing that the bytes do not say better. */
	static const char *const plain[] = {"", "UTF-8", "UTF8", "US-ASCII", "ASCII"};
	struct decoded decoded;
	char *name = arena_string(arena, span_cut(charset, 0, 40));

	for (char *c = name; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	for (size_t i = 0; i < COUNT(plain); i++)
		if (strcmp(name, plain[i]) == 0)
			return decode(bytes, arena).text;
	const char *encoding = name;
	for (size_t i = 0; i < COUNT(western); i++)
		if (strcmp(name, western[i]) == 0)
			encoding = CHARSET_WESTERN;
	return charset_decode(bytes, encoding, &decoded, arena) ? decoded.text
								: decode(bytes, arena).text;
}
