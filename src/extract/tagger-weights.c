#include "extract/tagger.h"

/*
 * The file as it is.  Trained on the annotations of WiNER-fr by Yoann Dupont (CC BY 4.0),
 * which lie on texts of the contributors of French Wikinews (CC BY 2.5).
 */
__asm__(".section .rodata\n"
	".global tagger_weights\n"
	".type tagger_weights, @object\n"
	".balign 16\n"
	"tagger_weights:\n"
	".incbin \"src/extract/tagger-weights.bin\"\n"
	".size tagger_weights, . - tagger_weights\n"
	".previous\n");
