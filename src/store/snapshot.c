#include "store/snapshot.h"

#include "store/archive.h"
#include "store/desk.h"
#include "store/epoch-plan.h"
#include "store/own.h"
#include "store/parcel.h"

#include <inttypes.h>

/* Sections that are no arrays; the arrays follow, numbered in their order. */
enum snapshot_section {
	SNAPSHOT_NUMBERS,
	SNAPSHOT_PROBLEMS,
	SNAPSHOT_CORRECTIONS,
	SNAPSHOT_ARRAYS
};

/* What must be known before the arrays are found. */
struct numbers {
	struct digest files;
	uint64_t library; /* its sum; 0: there is none */
	uint32_t count, languages, actor_count, role_count, day_count, source_count, spelling_count,
		story_count;
	uint32_t entity_starts[ENTITY_KIND_COUNT + 1];
	int32_t made_on, holds_until;
	uint32_t passed_over;
};

const char *snapshot_path(const char *folder, struct digest key, struct arena *arena)
{
	return arena_format(
		arena, "%s/%016" PRIx64 "%016" PRIx64 ".epoch", folder, key.high, key.low);
}

/* --- problems ------------------------------------------------------------------------------- */

static void parcel_problems(struct parcel *parcel, struct problem **problems, uint32_t *count)
{
	PARCEL_ARRAY(parcel, *problems, count);
	for (uint32_t i = 0; i < *count; i++) {
		struct problem *problem = &(*problems)[i];
		parcel_string(parcel, &problem->path);
		parcel_string(parcel, &problem->reason);
		problem->of_reader = parcel_choice(parcel, problem->of_reader, 2) != 0;
	}
}

static struct span pack_problems(const struct epoch *epoch, struct arena *arena)
{
	struct problem *problems =
		arena_copy(arena, epoch->problems, epoch->problem_count * sizeof *problems);
	uint32_t count = epoch->problem_count;
	struct parcel parcel;

	parcel_pack(&parcel, 0, arena);
	parcel_problems(&parcel, &problems, &count);
	return parcel_packed(&parcel);
}

static bool open_problems(struct epoch *epoch, struct span bytes)
{
	struct problem *problems = NULL;
	struct parcel parcel;

	parcel_open(&parcel, bytes, 0, &epoch->arena);
	parcel_problems(&parcel, &problems, &epoch->problem_count);
	epoch->problems = problems;
	return parcel_is_whole(&parcel);
}

/* --- writing -------------------------------------------------------------------------------- */

struct writing {
	struct plan plan; /* first, so that it is found again */
	struct container_writer *writer;
	const atomic_bool *stop;
	uint32_t next;
};

static void write_array(struct plan *plan, void *at, size_t each, uint64_t *count, bool open)
{
	struct writing *w = (struct writing *)plan;
	const char *bytes;

	(void)open;
	if (atomic_load(w->stop))
		return;
	memcpy(&bytes, at, sizeof bytes);
	container_put(w->writer, w->next++, (struct span){bytes, (size_t)*count * each});
}

static struct numbers numbers_of(
	const struct epoch *epoch, struct digest files, const struct library_place *library)
{
	struct numbers numbers = {.files = files,
		.library = library->path ? library->sum : 0,
		.count = epoch->count,
		.languages = epoch->languages,
		.actor_count = epoch->actor_count,
		.role_count = epoch->role_count,
		.day_count = epoch->day_count,
		.source_count = epoch->source_count,
		.spelling_count = epoch->spelling_count,
		.story_count = epoch->story_count,
		.made_on = epoch->made_on,
		.holds_until = epoch->holds_until,
		.passed_over = epoch->passed_over};

	memcpy(numbers.entity_starts, epoch->entity_starts, sizeof numbers.entity_starts);
	return numbers;
}

/* The texts that are not in the library, and which of its records have the others. */
static void leave_out_texts(
	struct epoch *epoch, const struct library_place *library, struct arena *arena)
{
	uint32_t *records = ARENA_ARRAY(arena, uint32_t, epoch->count);
	struct shelf_spans texts = {.count = 0};

	for (article_id id = 0; id < epoch->count; id++) {
		records[id] = library->path ? epoch->records[id] : RECORD_NONE;
		*vec_push(arena, &texts) =
			records[id] == RECORD_NONE ? shelf_at(&epoch->texts, id) : SPAN("");
	}
	epoch->records = records;
	epoch->texts = shelf_make(&texts, arena);
}

enum err snapshot_write(const char *path, struct digest stamp, struct digest files,
	struct epoch *whole, const struct library_place *library, const atomic_bool *stop,
	struct fault *why)
{
	struct writing w = {.plan = {.array = write_array, .fits = true},
		.stop = stop,
		.next = SNAPSHOT_ARRAYS};
	struct numbers numbers = numbers_of(whole, files, library);
	struct epoch lean = *whole, *epoch = &lean;
	struct arena scratch;

	arena_init(&scratch);
	leave_out_texts(epoch, library, &scratch);
	enum err err = container_create(&w.writer, path, stamp, &scratch, why);
	if (!err) {
		container_put(w.writer, SNAPSHOT_NUMBERS,
			(struct span){(const char *)&numbers, sizeof numbers});
		container_put(w.writer, SNAPSHOT_PROBLEMS, pack_problems(epoch, &scratch));
		container_put(w.writer, SNAPSHOT_CORRECTIONS, epoch->corrections);
		epoch_plan(epoch, &w.plan);
		if (atomic_load(stop))
			container_give_up(w.writer);
		else
			err = container_finish(w.writer, why);
	}
	arena_clear(&scratch);
	return err;
}

/* --- finding it again ------------------------------------------------------------------------ */

struct finding {
	struct plan plan;
	const struct container *container;
	uint32_t next;
};

static void find_array(struct plan *plan, void *at, size_t each, uint64_t *count, bool open)
{
	struct finding *f = (struct finding *)plan;
	struct span found = container_section(f->container, f->next++);

	if (open)
		*count = found.len / each;
	if (found.len / each != *count || found.len % each != 0)
		plan->fits = false;
	memcpy(at, &found.at, sizeof found.at);
}

static bool take_numbers(
	struct epoch *epoch, struct span bytes, struct digest *files, uint64_t *library)
{
	struct numbers numbers;

	if (bytes.len != sizeof numbers)
		return false;
	memcpy(&numbers, bytes.at, sizeof numbers);
	*files = numbers.files;
	*library = numbers.library;
	epoch->count = numbers.count;
	epoch->languages = numbers.languages;
	epoch->actor_count = numbers.actor_count;
	epoch->role_count = numbers.role_count;
	epoch->day_count = numbers.day_count;
	epoch->source_count = numbers.source_count;
	epoch->spelling_count = numbers.spelling_count;
	epoch->story_count = numbers.story_count;
	epoch->made_on = numbers.made_on;
	epoch->holds_until = numbers.holds_until;
	epoch->passed_over = numbers.passed_over;
	memcpy(epoch->entity_starts, numbers.entity_starts, sizeof epoch->entity_starts);
	for (int kind = 0; kind < ENTITY_KIND_COUNT; kind++)
		if (epoch->entity_starts[kind] > epoch->entity_starts[kind + 1])
			return false;
	return epoch->entity_starts[0] == 0;
}

static bool find_all(struct epoch *epoch, struct digest *files, uint64_t *library)
{
	const struct container *container = &epoch->container;
	struct plan plan = {.array = find_array,
		.fits = true,
		.looks_into_columns = true,
		.doubts = !epoch->is_final};
	struct finding f = {plan, container, SNAPSHOT_ARRAYS};

	for (uint32_t kind = 0; kind < SNAPSHOT_ARRAYS; kind++)
		if (!container_is_sound(container, kind))
			return false;
	if (!take_numbers(epoch, container_section(container, SNAPSHOT_NUMBERS), files, library) ||
		!open_problems(epoch, container_section(container, SNAPSHOT_PROBLEMS)))
		return false;
	epoch->corrections = container_section(container, SNAPSHOT_CORRECTIONS);
	epoch_plan(epoch, &f.plan);
	return f.plan.fits;
}

enum err snapshot_open(struct epoch **out, const char *path, struct digest stamp, bool is_final,
	struct library_place library, struct digest *files, struct fault *why)
{
	struct arena arena;

	arena_init(&arena);
	struct epoch *epoch = ARENA_NEW(&arena, struct epoch);
	epoch->arena = arena;
	epoch->is_final = is_final;
	enum err err = container_open(&epoch->container, path, stamp, why);
	if (!err && !find_all(epoch, files, &library.sum))
		err = fail(why, ERR_FORMAT, "%.300s: not as it was written", path);
	if (!err && library.sum)
		err = library_open(&epoch->library, &library, why);
	if (err) {
		epoch_close(epoch);
		return err;
	}
	epoch->corrected = corrections_parse(epoch->corrections, &epoch->arena);
	epoch->own = own_make(epoch->count, NULL, &epoch->arena);
	epoch->desk = desk_make(&epoch->arena);
	*out = epoch;
	return OK;
}

static void let_be(struct plan *plan, void *at, size_t each, uint64_t *count, bool open)
{
	(void)plan, (void)at, (void)each, (void)count, (void)open;
}

/* Whether what points to something else points to what is there, whoever wrote it. */
static bool are_rows_sound(const struct epoch *epoch)
{
	struct plan plan = {.array = let_be, .fits = true, .looks_into_rows = true};
	struct epoch copy = *epoch;

	epoch_plan(&copy, &plan);
	return plan.fits;
}

bool snapshot_is_sound(const struct epoch *epoch)
{
	if (!are_rows_sound(epoch))
		return false;
	for (uint32_t i = 0; i < epoch->container.count; i++)
		if (!container_is_sound(&epoch->container, epoch->container.sections[i].kind))
			return false;
	return !epoch->library.container.count || library_is_sound(&epoch->library);
}
