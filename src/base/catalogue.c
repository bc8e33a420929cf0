#include "base/catalogue.h"

#define MAGIC 0x950412deu
#define HEADER 20 /* bytes that are read of it */
#define ENTRY 8   /* bytes of a row of either table: length, place */

#ifdef DEPECHE_CATALOGUE_FRENCH
/* The file as it is, an empty one where it could not be made. */
__asm__(".section .rodata\n"
	".balign 16\n"
	"catalogue_french_start:\n"
	".incbin \"" DEPECHE_CATALOGUE_FRENCH "\"\n"
	"catalogue_french_end:\n"
	".byte 0\n"
	".previous\n");
extern const char french_start[] __asm__("catalogue_french_start");
extern const char french_end[] __asm__("catalogue_french_end");
#endif

static uint32_t number_at(struct span bytes, size_t at)
{
	if (bytes.len < 4 || at > bytes.len - 4)
		return 0;
	const unsigned char *p = (const unsigned char *)bytes.at + at;
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* A string of a table; it and the zero behind it lie in the file, or it is empty. */
static struct span string_at(struct span bytes, uint32_t table, uint32_t row)
{
	size_t entry = (size_t)table + (size_t)row * ENTRY;
	size_t len = number_at(bytes, entry), at = number_at(bytes, entry + 4);

	if (at >= bytes.len || len >= bytes.len - at || bytes.at[at + len])
		return (struct span){"", 0};
	return (struct span){bytes.at + at, len};
}

struct span catalogue_find(struct span catalogue, const char *english)
{
	if (catalogue.len < HEADER || number_at(catalogue, 0) != MAGIC)
		return (struct span){"", 0};
	uint32_t low = 0, high = number_at(catalogue, 8);
	uint32_t messages = number_at(catalogue, 12), translations = number_at(catalogue, 16);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(english, string_at(catalogue, messages, middle).at);
		if (order == 0)
			return string_at(catalogue, translations, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct span){"", 0};
}

struct span catalogue_french(void)
{
#ifdef DEPECHE_CATALOGUE_FRENCH
	return (struct span){french_start, (size_t)(french_end - french_start)};
#else
	return (struct span){"", 0};
#endif
}
