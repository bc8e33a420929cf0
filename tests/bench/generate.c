/*
 * Writes an archive for measuring (see prose.h), in one of several forms:
 *
 *   generate FORM PATH COUNT [SEED [FIRST]]
 *
 *   files    a text file each, as a page was saved, in folders of 1,000
 *   day      the same, all published on one day
 *   copies   the same, all one text
 *   lines    JSON lines, 10,000 a file
 *   mail     a message each in a maildir
 *   feed     one feed, PATH itself
 *   words    COUNT words of falling frequency on standard output, from rank FIRST on
 *
 * FIRST: the number of the first article; those before it are drawn and not written.
 */

#define _XOPEN_SOURCE 700
#include "bench/prose.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FILES_A_FOLDER 1000u
#define LINES_A_FILE 10000u
#define PATH_ROOM 4096u

struct writer {
	const char *path;
	FILE *open;       /* what is written into article by article */
	uint32_t folders; /* that there are, under path */
};

static _Noreturn void give_up(const char *path)
{
	fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
	exit(2);
}

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) && errno != EEXIST)
		give_up(path);
}

static FILE *create(const char *path)
{
	FILE *f = fopen(path, "w");

	if (!f)
		give_up(path);
	return f;
}

static void finish(FILE *f, const char *path)
{
	if (fclose(f))
		give_up(path);
}

static void write_file(struct writer *writer, const struct piece *piece, uint32_t number)
{
	char path[PATH_ROOM];
	uint32_t folder = number / FILES_A_FOLDER;

	snprintf(path, sizeof path, "%s/%04u", writer->path, (unsigned)folder);
	if (writer->folders <= folder)
		make_folder(path);
	writer->folders = folder + 1;
	snprintf(path, sizeof path, "%s/%04u/%03u.txt", writer->path, (unsigned)folder,
		(unsigned)(number % FILES_A_FOLDER));
	FILE *f = create(path);
	fprintf(f, "%s\n\nPublié le %u %s %u à %02uh%02u\n%s\n\n%s%s", piece->title, piece->day,
		prose_month(piece->month), piece->year, piece->hour, piece->minute, piece->source,
		piece->body, prose_furniture);
	finish(f, path);
}

/* The prose has no control character but the end of line, and no quotation mark of ASCII. */
static void write_string(FILE *f, const char *text)
{
	fputc('"', f);
	for (; *text; text++)
		if (*text == '\n')
			fputs("\\n", f);
		else
			fputc(*text, f);
	fputc('"', f);
}

static void write_line(struct writer *writer, const struct piece *piece, uint32_t number)
{
	char path[PATH_ROOM];

	if (number % LINES_A_FILE == 0 || !writer->open) {
		if (writer->open)
			finish(writer->open, writer->path);
		snprintf(path, sizeof path, "%s/%04u.jsonl", writer->path,
			(unsigned)(number / LINES_A_FILE));
		writer->open = create(path);
	}
	fprintf(writer->open,
		"{\"id\": %u, \"published\": \"%04u-%02u-%02uT%02u:%02u\", \"source\": ",
		(unsigned)number, piece->year, piece->month, piece->day, piece->hour,
		piece->minute);
	write_string(writer->open, piece->source);
	fputs(", \"title\": ", writer->open);
	write_string(writer->open, piece->title);
	fputs(", \"text\": ", writer->open);
	write_string(writer->open, piece->body);
	fputs("}\n", writer->open);
}

/* As mail and feeds write a day. */
static void write_moment(FILE *f, const struct piece *piece)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	fprintf(f, "%02u %.3s %u %02u:%02u:00 +0000", piece->day, names + 3 * (piece->month - 1),
		piece->year, piece->hour, piece->minute);
}

static void write_message(struct writer *writer, const struct piece *piece, uint32_t number)
{
	char path[PATH_ROOM];

	snprintf(path, sizeof path, "%s/cur/%07u.bench:2,", writer->path, (unsigned)number);
	FILE *f = create(path);
	fprintf(f,
		"From: %s <news@example.org>\nTo: reader@example.org\nMessage-ID: "
		"<%u@example.org>\n"
		"Date: ",
		piece->source, (unsigned)number);
	write_moment(f, piece);
	fprintf(f,
		"\nSubject: %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
		"Content-Transfer-Encoding: 8bit\n\n%s",
		piece->title, piece->body);
	finish(f, path);
}

static void write_item(struct writer *writer, const struct piece *piece, uint32_t number)
{
	if (!writer->open) {
		writer->open = create(writer->path);
		fputs("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel>"
		      "<title>Bench</title><link>http://example.org/</link>"
		      "<description>All of it</description>\n",
			writer->open);
	}
	fprintf(writer->open,
		"<item><title>%s</title><link>http://example.org/%u</link><guid>%u</guid>"
		"<pubDate>",
		piece->title, (unsigned)number, (unsigned)number);
	write_moment(writer->open, piece);
	fprintf(writer->open, "</pubDate><description>%s</description></item>\n", piece->body);
}

static void begin_folder(const struct writer *writer)
{
	make_folder(writer->path);
}

static void begin_maildir(const struct writer *writer)
{
	static const char *const parts[] = {"cur", "new", "tmp"};
	char path[PATH_ROOM];

	make_folder(writer->path);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		snprintf(path, sizeof path, "%s/%s", writer->path, parts[i]);
		make_folder(path);
	}
}

static void end_feed(struct writer *writer)
{
	if (writer->open)
		fputs("</channel></rss>\n", writer->open);
}

static const struct form {
	const char *name;
	void (*begin)(const struct writer *);
	void (*write)(struct writer *, const struct piece *, uint32_t number);
	void (*end)(struct writer *);
	bool one_day, copies;
} forms[] = {
	{.name = "files", .begin = begin_folder, .write = write_file},
	{.name = "day", .begin = begin_folder, .write = write_file, .one_day = true},
	{.name = "copies", .begin = begin_folder, .write = write_file, .copies = true},
	{.name = "lines", .begin = begin_folder, .write = write_line},
	{.name = "mail", .begin = begin_maildir, .write = write_message},
	{.name = "feed", .write = write_item, .end = end_feed},
};

static void write_all(
	const struct form *form, const char *path, uint32_t count, uint64_t seed, uint32_t first)
{
	struct writer writer = {.path = path};
	struct prose start = prose_begin(seed, count), prose;

	start.one_day = form->one_day;
	prose = start;
	if (form->begin)
		form->begin(&writer);
	for (uint32_t number = 0; number < first + count; number++) {
		struct piece piece = prose_next(&prose);
		if (number >= first)
			form->write(&writer, &piece, number);
		piece_clear(&piece);
		if (form->copies)
			prose = start;
	}
	if (form->end)
		form->end(&writer);
	if (writer.open)
		finish(writer.open, path);
}

static void print_words(uint32_t count, uint32_t first)
{
	char word[PROSE_WORD_ROOM];

	for (uint32_t rank = first; rank < first + count; rank++)
		puts(prose_word(rank, word));
}

int main(int argc, char **argv)
{
	uint32_t count = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : 0;
	uint64_t seed = argc > 4 ? strtoull(argv[4], NULL, 10) : 1;
	uint32_t first = argc > 5 ? (uint32_t)strtoul(argv[5], NULL, 10) : 0;

	if (argc > 3 && strcmp(argv[1], "words") == 0)
		return print_words(count, first), 0;
	for (size_t i = 0; argc > 3 && i < sizeof forms / sizeof *forms; i++)
		if (strcmp(argv[1], forms[i].name) == 0)
			return write_all(&forms[i], argv[2], count, seed, first), 0;
	fprintf(stderr, "generate: generate FORM PATH COUNT [SEED [FIRST]]\n");
	return 2;
}
