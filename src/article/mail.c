#include "article/mail.h"

#include "article/html-facts.h"
#include "article/item-reading.h"
#include "article/mail-coding.h"
#include "article/mail-head.h"
#include "article/mail-lines.h"
#include "article/markup.h"
#include "article/unwrap.h"
#include "text/decode.h"

#define DEPTH_MOST 16
#define PARTS_MOST 1000u

/* A message while its parts are gone through. */
struct message {
	struct buf text;
	struct span html;
	uint32_t parts;
	bool is_cut; /* deeper than is read, or more */
	struct arena *arena;
};

/* Lines that end with a blank go on in the next one. */
static struct span flowed(struct span text, bool without_blank, struct arena *arena)
{
	struct buf out;
	struct span line;

	buf_init(&out, arena);
	while (span_line(&text, &line)) {
		bool goes_on = line.len && line.at[line.len - 1] == ' ' && !span_is(line, "-- ");
		if (line.len && line.at[0] == ' ')
			line = span_cut(line, 1, line.len);
		buf_add(&out, span_cut(line, 0, line.len - (goes_on && without_blank)));
		if (!goes_on)
			buf_char(&out, '\n');
	}
	return buf_span(&out);
}

static struct span bytes_of(struct span head, struct span body, struct arena *arena)
{
	struct span coding = mail_field(head, "content-transfer-encoding", arena);
	struct buf bytes;

	buf_init(&bytes, arena);
	if (mail_says(coding, "base64"))
		mail_base64(body, &bytes);
	else if (mail_says(coding, "quoted-printable"))
		mail_quoted(body, false, &bytes);
	else
		return body;
	return buf_span(&bytes);
}

static void text_read(struct message *message, struct span type, struct span head, struct span body)
{
	struct arena *arena = message->arena;
	struct span text =
		mail_decode(bytes_of(head, body, arena), mail_parameter(type, "charset"), arena);

	if (mail_says(type, "text/html")) {
		if (message->html.len == 0)
			message->html = text;
		return;
	}
	if (mail_says(mail_parameter(type, "format"), "flowed"))
		text = flowed(text, mail_says(mail_parameter(type, "delsp"), "yes"), arena);
	else
		text = unwrap(text, arena);
	if (message->text.len)
		buf_text(&message->text, "\n\n");
	buf_add(&message->text, text);
}

/* A part that waits to be read, with those around it. */
struct part {
	struct span rest;     /* of a multipart: what follows its last part read */
	struct span boundary; /* with "--" before it */
};

/* Cuts the next part off: what stands between two lines with the boundary. */
static bool part_next(struct part *around, struct span *part)
{
	struct span rest = around->rest, line;
	const char *start = NULL;

	while (span_line(&rest, &line)) {
		if (!span_starts(line, around->boundary))
			continue;
		struct span end = span_trim(span_cut(line, around->boundary.len, line.len));
		if (end.len && !span_is(end, "--"))
			continue;
		if (start) {
			*part = (struct span){start, (size_t)(line.at - start)};
			around->rest =
				(struct span){line.at, (size_t)(rest.at + rest.len - line.at)};
			return true;
		}
		if (end.len)
			return false;
		start = rest.at;
	}
	around->rest = SPAN("");
	if (start)
		*part = (struct span){start, (size_t)(rest.at + rest.len - start)};
	return start != NULL;
}

/* Reads a part's text; true, with *inner set, when it holds parts itself. */
static bool part_read(struct message *message, struct span part, struct part *inner)
{
	struct arena *arena = message->arena;
	struct span body, head = mail_head_cut(part, &body);
	struct span type = mail_field(head, "content-type", arena);

	if (mail_says(mail_field(head, "content-disposition", arena), "attachment"))
		return false;
	if (mail_says(type, "message/rfc822")) {
		*inner = (struct part){body, SPAN("")};
		return true;
	}
	if (mail_says(type, "multipart/")) {
		struct span boundary = mail_parameter(type, "boundary");
		const char *line = arena_format(arena, "--%.*s",
			(int)(boundary.len < 200 ? boundary.len : 200), boundary.at);
		*inner = (struct part){body, span_of(line)};
		return boundary.len > 0;
	}
	if (type.len == 0 || mail_says(type, "text/plain") || mail_says(type, "text/html"))
		text_read(message, type, head, body);
	return false;
}

static void parts_read(struct message *message, struct span whole)
{
	struct part around[DEPTH_MOST] = {{whole, SPAN("")}};
	int depth = 1;

	while (depth > 0) {
		struct part *here = &around[depth - 1], inner;
		struct span part = here->rest;
		if (here->boundary.len ? !part_next(here, &part) : part.len == 0) {
			depth--;
			continue;
		}
		if (here->boundary.len == 0)
			here->rest = SPAN("");
		if (++message->parts > PARTS_MOST) {
			message->is_cut = true;
			return;
		}
		if (!part_read(message, part, &inner))
			continue;
		if (depth < DEPTH_MOST)
			around[depth++] = inner;
		else
			message->is_cut = true;
	}
}

/* Who sent it, by the name, else by the address. */
static struct span sender_of(struct span head, struct arena *arena)
{
	struct span from = mail_field(head, "from", arena);
	size_t open = span_find(from, SPAN("<"), 0);
	struct span name = span_trim(span_cut(from, 0, open));

	if (name.len >= 2 && name.at[0] == '"' && name.at[name.len - 1] == '"')
		name = span_cut(name, 1, name.len - 1);
	if (name.len == 0)
		name = span_cut(from, open + 1, span_find(from, SPAN(">"), 0));
	return mail_words(name, arena);
}

/* The day that mail programs of any language write, as it is written in feeds; empty: none. */
static struct span day_written(struct span words, struct arena *arena)
{
	struct stamp stamp;

	for (int i = LANGUAGE_NONE; words.len && i < LANGUAGE_COUNT; i++) {
		if (!html_day_of(words, (enum language)i, &stamp) || stamp.day == 0)
			continue;
		const char *day =
			arena_format(arena, "%04d-%02d-%02d", stamp.year, stamp.month, stamp.day);
		if (stamp.minute < 0)
			return span_of(day);
		return span_of(arena_format(
			arena, "%s %02d:%02d", day, stamp.minute / 60, stamp.minute % 60));
	}
	return SPAN("");
}

/* Of a message that was sent on, its own writer and day count. */
static void forward_read(struct item *item, struct message *message)
{
	struct mail_forward forward;
	struct span text = buf_span(&message->text);

	if (text.len == 0)
		text = markup_words(span_cut(message->html, 0, FORMAT_HEAD_LEN), message->arena);
	if (!mail_forward_find(text, &forward))
		return;
	item->source = forward.from;
	struct span day = day_written(forward.date, message->arena);
	if (day.len)
		item->published = day;
	if (item->title.len == 0)
		item->title = forward.subject;
}

/* True when some of it could not be read. */
static bool message_read(struct item_reading *reading, struct span bytes)
{
	struct arena scratch;
	struct message message = {.arena = &scratch};
	struct span body, head = mail_head_cut(bytes, &body);

	arena_init(&scratch);
	buf_init(&message.text, &scratch);
	parts_read(&message, bytes);
	struct span words = mail_words(mail_field(head, "subject", &scratch), &scratch);
	struct span subject = mail_title(words);
	struct item item = {.key = mail_field(head, "message-id", &scratch),
		.title = subject,
		.text = span_trim(buf_span(&message.text)),
		.html = message.html,
		.published = mail_words(mail_field(head, "date", &scratch), &scratch),
		.source = sender_of(head, &scratch),
		.language = mail_words(mail_field(head, "content-language", &scratch), &scratch),
		.mark = mail_lines_mark};
	if (subject.len < words.len)
		forward_read(&item, &message);
	if (item.key.len == 0)
		item.key = bytes;
	item_reading_take(reading, &item);
	arena_clear(&scratch);
	return message.is_cut;
}

/* Lines of a message that began like the line between two have a ">" before them. */
static struct span unquoted(struct span bytes, struct arena *arena)
{
	struct buf out;
	size_t from = 0, at;

	buf_init(&out, arena);
	while ((at = span_find(bytes, SPAN("\n>From "), from)) < bytes.len) {
		buf_add(&out, span_cut(bytes, from, at + 1));
		from = at + 2;
	}
	if (from == 0)
		return bytes;
	buf_add(&out, span_cut(bytes, from, bytes.len));
	return buf_span(&out);
}

/* Whether a line between two messages begins here, as the message behind it tells. */
static bool is_parting(struct span text)
{
	struct span line;

	return span_starts(text, SPAN("From ")) && span_line(&text, &line) &&
	       mail_is_message(span_cut(text, 0, FORMAT_HEAD_LEN));
}

/* The start of the next message of an mbox after this place. */
static size_t parting_after(struct span bytes, size_t at)
{
	while ((at = span_find(bytes, SPAN("\nFrom "), at + 1)) < bytes.len)
		if (is_parting(span_cut(bytes, at + 1, bytes.len)))
			return at + 1;
	return bytes.len;
}

/* Whether the last message of an mbox is there with its head and its last line's end; a program
 * that is about to write it leaves the rest for later. */
static bool is_whole(struct span message)
{
	return span_ends(message, SPAN("\n")) &&
	       (span_find(message, SPAN("\n\n"), 0) < message.len ||
		       span_find(message, SPAN("\r\n\r\n"), 0) < message.len);
}

static enum err mail_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct item_reading reading = item_reading_of(path, vocabulary, arena, articles, why);
	uint32_t cut = 0;

	if (span_starts(bytes, SPAN("From ")))
		for (size_t at = 0, end; at < bytes.len; at = end) {
			struct arena scratch;
			struct span message, line;
			end = parting_after(bytes, at);
			message = span_cut(bytes, at, end);
			reading.is_cut = at > 0 && end == bytes.len && !is_whole(message);
			if (reading.is_cut)
				break;
			arena_init(&scratch);
			span_line(&message, &line);
			cut += message_read(&reading, unquoted(message, &scratch));
			arena_clear(&scratch);
		}
	else
		cut += message_read(&reading, bytes);
	enum err err = item_reading_end(&reading, "mail");
	if (err == OK && cut)
		fail(why, ERR_LIMIT, "mail of more than %u parts, or nested deeper than %d",
			PARTS_MOST, DEPTH_MOST);
	return err;
}

static bool recognises(struct span head, const char *path)
{
	(void)path;
	return (is_parting(head) || mail_is_message(head)) && !decode_is_binary(head);
}

const struct format mail_format = {
	.name = "mail",
	.recognises = recognises,
	.read = mail_read,
	.holds_many = true,
};
