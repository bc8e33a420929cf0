/*
 * A snapshot of five articles in which numbers were changed and all sums put right, as one writes
 * it who means harm: it is refused, or may be asked everything before it is known to be sound.
 * Eight bytes of input are one change: which section, how, where, and the number.
 */

#include "store/container-head.h"
#include "store/epoch-outline.h"
#include "store/epoch-plan.h"
#include "store/epoch-walk.h"
#include "store/facets.h"
#include "store/query-text.h"
#include "store/search.h"
#include "store/snapshot.h"
#include "unit/store/made.h"
#include "articles.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHANGE 8u        /* bytes of input */
#define CHANGES_MOST 32u /* more are no other case */
#define ROWS_MOST 16u    /* that are asked for, of whatever the snapshot says it has */

static const struct digest stamp = {1, 2};
static const struct library_place none = {.path = NULL}, gone = {.path = "/nowhere"};

/* --- the file ------------------------------------------------------------------------------- */

static const char *place(struct arena *arena)
{
	const char *folder = getenv("TMPDIR");

	return arena_format(
		arena, "%s/depeche-fuzz-snapshot.%ld", folder ? folder : "/tmp", (long)getpid());
}

static struct span read_whole(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	off_t len = lseek(fd, 0, SEEK_END);

	PROMISE(fd >= 0 && len > 0);
	char *bytes = malloc((size_t)len);
	PROMISE(pread(fd, bytes, (size_t)len, 0) == len);
	close(fd);
	return (struct span){bytes, (size_t)len};
}

static void write_whole(const char *path, struct span bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	PROMISE(fd >= 0 && write(fd, bytes.at, bytes.len) == (ssize_t)bytes.len);
	close(fd);
}

/* As the program writes it. */
static struct span make_snapshot(void)
{
	static const atomic_bool never = false;
	struct made made;

	made_of(&made, made_five, COUNT(made_five));
	const char *path = place(&made.arena);
	PROMISE(snapshot_write(
			path, stamp, (struct digest){0, 0}, made.epoch, &none, &never, NULL) == OK);
	struct span bytes = read_whole(path);
	unlink(path);
	made_clear(&made);
	return bytes;
}

/* --- changes -------------------------------------------------------------------------------- */

/* Small, great, one bit, or added to what is there: in one to eight bytes. */
static void change(char *section, uint64_t len, const uint8_t *told)
{
	size_t width = (size_t)1 << (told[1] & 3), at;
	uint64_t number = (uint64_t)told[5] | (uint64_t)told[6] << 8 | (uint64_t)told[7] << 16,
		 was = 0;

	if (len < width)
		return;
	at = ((size_t)told[2] | (size_t)told[3] << 8 | (size_t)told[4] << 16) % (len / width) *
	     width;
	memcpy(&was, section + at, width);
	switch (told[1] >> 2 & 3) {
	case 0:
		was = number;
		break;
	case 1:
		was = ~number;
		break;
	case 2:
		was ^= UINT64_C(1) << number % (8 * width);
		break;
	default:
		was += number;
	}
	memcpy(section + at, &was, width);
}

static void put_sums_right(char *bytes, struct container_head *head)
{
	for (uint32_t i = 0; i < head->count; i++) {
		struct container_section *section = &head->sections[i];
		section->sum = 0;
		for (uint64_t at = 0; at < section->len; at += CONTAINER_SLICE) {
			uint64_t left = section->len - at;
			size_t len = left < CONTAINER_SLICE ? (size_t)left : CONTAINER_SLICE;
			section->sum = container_sum_on(
				section->sum, (struct span){bytes + section->at + at, len});
		}
	}
	head->sum = container_head_sum(head);
	memcpy(bytes, head, sizeof *head);
}

static void change_all(char *bytes, const uint8_t *data, size_t size)
{
	struct container_head head;

	memcpy(&head, bytes, sizeof head);
	for (size_t i = 0; i < CHANGES_MOST && (i + 1) * CHANGE <= size; i++) {
		const uint8_t *told = data + i * CHANGE;
		const struct container_section *section = &head.sections[told[0] % head.count];
		change(bytes + section->at, section->len, told);
	}
	put_sums_right(bytes, &head);
}

/* --- questions ------------------------------------------------------------------------------ */

/* Each array becomes one of its own, so that a sanitizer sees a read past its end. */
struct moving {
	struct plan plan;
	struct arena *arena;
};

static void move_array(struct plan *plan, void *at, size_t each, uint64_t *count, bool open)
{
	struct moving *moving = (struct moving *)plan;
	char *from;

	(void)open;
	memcpy(&from, at, sizeof from);
	from = arena_copy(moving->arena, from, (size_t)*count * each);
	memcpy(at, &from, sizeof from);
}

static void ask_articles(const struct epoch *epoch, struct arena *arena)
{
	for (article_id id = 0; id < epoch_count(epoch) && id < ROWS_MOST; id++) {
		struct related_article *related;
		const struct article *article = epoch_article(epoch, id);
		const struct facts *facts = epoch_facts(epoch, id);
		uint32_t count = epoch_related(epoch, id, 3, &related, arena);
		PROMISE(article->line_count == 0 || article->lines[0].at.end <= article->text.len);
		PROMISE(facts->quote_count == 0 || facts->quotes[0].at.end <= article->text.len);
		for (uint32_t i = 0; i < count; i++)
			PROMISE(related[i].id < epoch_count(epoch));
		PROMISE(epoch_path(epoch, id) && epoch_title(epoch, id).at);
	}
	for (uint32_t actor = 0; actor < epoch_actor_count(epoch) && actor < ROWS_MOST; actor++)
		PROMISE(epoch_actor(epoch, actor)->slug);
}

static void ask_facets(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);

	PROMISE(result.count <= epoch_count(epoch));
	for (uint32_t i = 0; i < result.count; i++)
		PROMISE(result.ids[i] < epoch_count(epoch));
	for (int facet = 0; facet < FACET_COUNT; facet++)
		facet_few(epoch, query, &result, (enum facet)facet, ROWS_MOST, arena);
}

static void ask_filters(const struct epoch *epoch, struct arena *arena)
{
	static const char *const filters[] = {"", "missile", "\"le traité\"", "=traité -pêche",
		"p:lavrov", "p:lavrov OR p:peskov", "says:peskov", "date:2021", "about:2021",
		"source:sputnik", "story:1", "title:traité", "lang:fr", "org:kremlin",
		"place:moscou", "role:ministre", "file:a", "tra"};

	for (size_t i = 0; i < COUNT(filters); i++) {
		const struct query *query;
		struct query_fault wrong = {0};
		struct extent *hits;
		if (query_read(epoch, span_of(filters[i]), true, &query, arena, &wrong))
			continue;
		ask_facets(epoch, query, arena);
		if (epoch_count(epoch))
			search_hits(epoch, 0, query, &hits, arena);
	}
}

static void ask(struct epoch *epoch)
{
	struct arena arena;

	arena_init(&arena);
	struct moving moving = {{.array = move_array, .fits = true, .doubts = true}, &arena};
	epoch_plan(epoch, &moving.plan);
	ask_articles(epoch, &arena);
	ask_filters(epoch, &arena);
	arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct span whole; /* made once: it takes longer than all the rest */
	struct epoch *epoch = NULL;
	struct digest files;
	struct arena arena;

	if (!whole.len)
		whole = make_snapshot();
	arena_init(&arena);
	char *bytes = arena_copy(&arena, whole.at, whole.len);
	const char *path = place(&arena);
	change_all(bytes, data, size);
	write_whole(path, (struct span){bytes, whole.len});
	enum err err = snapshot_open(&epoch, path, stamp, false, gone, &files, NULL);
	unlink(path);
	PROMISE(size >= CHANGE || err == OK);
	if (!err)
		ask(epoch);
	epoch_close(epoch);
	arena_clear(&arena);
	return 0;
}
