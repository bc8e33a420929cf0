#include "app/escape.h"

#include "text/width.h"

void escape_plain(struct span text, struct buf *buf)
{
	buf_add(buf, harmless(text, buf->arena));
}

/* Whether what stands first in a line would make it a list or a rule: "1." and "1)". */
static bool is_numbered(struct span line)
{
	size_t at = 0;

	while (at < line.len && line.at[at] >= '0' && line.at[at] <= '9')
		at++;
	return at > 0 && at < line.len && (line.at[at] == '.' || line.at[at] == ')');
}

void escape_markdown(struct span text, struct buf *buf)
{
	struct span clean = harmless(text, buf->arena);
	bool numbered = is_numbered(clean), begun = false;

	for (size_t at = 0; at < clean.len; at++) {
		char byte = clean.at[at];
		bool digit = byte >= '0' && byte <= '9';
		bool first = at == 0 && strchr("#>-+=~", byte);

		if (first || strchr("\\`*_[]<&", byte) || (numbered && !begun && !digit))
			buf_char(buf, '\\');
		begun = begun || !digit;
		buf_char(buf, byte);
	}
}

void escape_address(struct span text, struct buf *buf)
{
	struct span clean = harmless(text, buf->arena);

	for (size_t at = 0; at < clean.len; at++) {
		unsigned char byte = (unsigned char)clean.at[at];

		if (byte <= ' ' || strchr("()<>\\", (char)byte))
			buf_format(buf, "%%%02X", byte);
		else
			buf_char(buf, (char)byte);
	}
}

void escape_bibtex(struct span text, struct buf *buf)
{
	static const struct {
		char byte;
		const char *written;
	} signs[] = {{'\\', "\\textbackslash{}"}, {'{', "\\{"}, {'}', "\\}"}, {'$', "\\$"},
		{'&', "\\&"}, {'%', "\\%"}, {'#', "\\#"}, {'_', "\\_"}, {'~', "\\textasciitilde{}"},
		{'^', "\\textasciicircum{}"}};
	struct span clean = harmless(text, buf->arena);

	for (size_t at = 0; at < clean.len; at++) {
		const char *written = NULL;

		for (size_t i = 0; i < COUNT(signs); i++)
			if (signs[i].byte == clean.at[at])
				written = signs[i].written;
		if (written)
			buf_text(buf, written);
		else
			buf_char(buf, clean.at[at]);
	}
}

void escape_csv(struct span text, struct buf *buf)
{
	struct span clean = harmless(text, buf->arena);

	buf_char(buf, '"');
	for (size_t at = 0; at < clean.len; at++) {
		if (clean.at[at] == '"')
			buf_char(buf, '"');
		buf_char(buf, clean.at[at]);
	}
	buf_char(buf, '"');
}
