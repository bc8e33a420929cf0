/*
 * Runs a fuzz target over files, without a fuzzer: replays a corpus, then small changes of each
 * file made with a fixed seed, so that every make check walks a little off the known paths.
 *
 *   TARGET [-n CHANGES] FILE|FOLDER...
 */

#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static long changes = 20, runs;
static uint64_t seed = 1;

static uint32_t next(uint32_t below)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(seed >> 33) % below;
}

static void try(const uint8_t *data, size_t size)
{
	/* An exact copy, so that a sanitizer sees a read past the end. */
	uint8_t *copy = malloc(size ? size : 1);

	if (size)
		memcpy(copy, data, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
	runs++;
}

static void change(uint8_t *data, size_t *size)
{
	for (uint32_t i = 1 + next(8); i > 0 && *size; i--) {
		size_t at = next((uint32_t)*size);
		switch (next(4)) {
		case 0:
			data[at] ^= (uint8_t)(1u << next(8));
			break;
		case 1:
			data[at] = (uint8_t)next(256);
			break;
		case 2: /* a stretch falls out */
			memmove(data + at, data + at + 1, *size - at - 1);
			*size -= 1;
			break;
		default: /* cut short */
			if (next(8) == 0)
				*size = at;
		}
	}
}

static void replay_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	long size = -1;

	if (!f || fseek(f, 0, SEEK_END) || (size = ftell(f)) < 0 || fseek(f, 0, SEEK_SET)) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(2);
	}
	uint8_t *data = malloc((size_t)size + 1), *changed = malloc((size_t)size + 1);
	size_t len = fread(data, 1, (size_t)size, f);
	fclose(f);
	try(data, len);
	for (long i = 0; i < changes; i++) {
		size_t changed_len = len;
		memcpy(changed, data, len);
		change(changed, &changed_len);
		try(changed, changed_len);
	}
	free(data);
	free(changed);
}

static void replay(const char *path)
{
	DIR *folder = opendir(path);

	if (!folder) {
		replay_file(path);
		return;
	}
	for (struct dirent *entry; (entry = readdir(folder));) {
		char inside[4096];
		if (entry->d_name[0] == '.')
			continue;
		snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
		replay(inside);
	}
	closedir(folder);
}

int main(int argc, char **argv)
{
	int first = 1;

	if (argc > 2 && strcmp(argv[1], "-n") == 0) {
		changes = strtol(argv[2], NULL, 10);
		first = 3;
	}
	try((const uint8_t *)"", 0);
	for (int i = first; i < argc; i++)
		replay(argv[i]);
	printf("ok   %s: %ld inputs\n", argv[0], runs);
	return 0;
}
