#include "text/script-table.h"

#include "base/span.h"

/* clang-format off */
const struct script_letter script_letters[] = {
	{0x0E4, NULL, "E"}, {0x0EF, NULL, "I"}, {0x0F6, NULL, "E"}, {0x0F8, NULL, "E"},
	{0x0FF, NULL, "I"}, {0x107, NULL, "X"}, {0x109, NULL, "X"}, {0x10D, NULL, "X"},
	{0x11F, NULL, "g"}, {0x131, NULL, "I"}, {0x153, NULL, "E"}, {0x15B, NULL, "S"},
	{0x15D, NULL, "X"}, {0x15F, NULL, "X"}, {0x161, NULL, "X"}, {0x163, NULL, "C"},
	{0x17A, NULL, "S"}, {0x17C, NULL, "X"}, {0x17E, NULL, "X"}, {0x219, NULL, "X"},
	{0x21B, NULL, "C"}, {0x259, NULL, "A"}, {0x390, "i", "I"}, {0x3AC, "a", "A"},
	{0x3AD, "e", "E"}, {0x3AE, "i", "I"}, {0x3AF, "i", "I"}, {0x3B0, "y", "I"},
	{0x3B1, "a", "A"}, {0x3B2, "v", "v"}, {0x3B3, "g", "g"}, {0x3B4, "d", "d"},
	{0x3B5, "e", "E"}, {0x3B6, "z", "S"}, {0x3B7, "i", "I"}, {0x3B8, "th", "t"},
	{0x3B9, "i", "I"}, {0x3BA, "k", "k"}, {0x3BB, "l", "l"}, {0x3BC, "m", "m"},
	{0x3BD, "n", "n"}, {0x3BE, "x", "kS"}, {0x3BF, "o", "O"}, {0x3C0, "p", "p"},
	{0x3C1, "r", "r"}, {0x3C2, "s", "S"}, {0x3C3, "s", "S"}, {0x3C4, "t", "t"},
	{0x3C5, "y", "I"}, {0x3C6, "f", "f"}, {0x3C7, "ch", "X"}, {0x3C8, "ps", "pS"},
	{0x3C9, "o", "O"}, {0x3CA, "i", "I"}, {0x3CB, "y", "I"}, {0x3CC, "o", "O"},
	{0x3CD, "y", "I"}, {0x3CE, "o", "O"}, {0x430, "a", "A"}, {0x431, "b", "b"},
	{0x432, "v", "v"}, {0x433, "g", "g"}, {0x434, "d", "d"}, {0x435, "e", "E"},
	{0x436, "zh", "X"}, {0x437, "z", "S"}, {0x438, "i", "I"}, {0x439, "y", "I"},
	{0x43A, "k", "k"}, {0x43B, "l", "l"}, {0x43C, "m", "m"}, {0x43D, "n", "n"},
	{0x43E, "o", "O"}, {0x43F, "p", "p"}, {0x440, "r", "r"}, {0x441, "s", "S"},
	{0x442, "t", "t"}, {0x443, "u", "U"}, {0x444, "f", "f"}, {0x445, "kh", "X"},
	{0x446, "ts", "C"}, {0x447, "ch", "X"}, {0x448, "sh", "X"}, {0x449, "shch", "X"},
	{0x44A, "", ""}, {0x44B, "y", "I"}, {0x44C, "", ""}, {0x44D, "e", "E"},
	{0x44E, "yu", "IO"}, {0x44F, "ya", "IA"}, {0x451, "yo", "E"}, {0x452, "dj", "X"},
	{0x453, "g", "g"}, {0x454, "ye", "E"}, {0x455, "dz", "S"}, {0x456, "i", "I"},
	{0x457, "yi", "I"}, {0x458, "j", "I"}, {0x459, "lj", "l"}, {0x45A, "nj", "n"},
	{0x45B, "c", "X"}, {0x45C, "k", "k"}, {0x45E, "u", "v"}, {0x45F, "dz", "X"},
	{0x491, "g", "g"},
};
const size_t script_letter_count = COUNT(script_letters);

const struct script_ending script_endings[] = {
	/* Russian and Ukrainian: Зеленского, Песковым, Байденом, Шольцем. */
	{"ого", "", 3, 2}, {"его", "", 3, 2}, {"ому", "", 3, 2}, {"ему", "", 3, 2},
	{"ым", "ов ев ин ын ск цк н", 2, 2}, {"им", "ов ев єв ін ин ын ск ськ цк ьк н", 2, 2},
	{"ом", "", 2, 2}, {"ем", "ц ш ж ч щ а е и о у", 2, 2},
	/* Polish and Czech: Zełenskiego, Nawalnym, Pieskowem, Putinowi. */
	{"iego", "sk ck dzk n", 4, 3}, {"iemu", "sk ck dzk n", 4, 3}, {"ego", "n sk ck", 3, 3},
	{"emu", "n sk ck", 3, 3}, {"eho", "n sk ck", 3, 3}, {"im", "sk ck", 2, 3},
	{"ym", "sk ck n", 2, 3}, {"iem", "k g", 3, 3}, {"em", "w v n r t p d l", 2, 3},
	{"owi", "", 3, 3}, {"ovi", "", 3, 3},
	/* Turkish: Putin'in, Biden'a. */
	{"'in", "", 3, 2}, {"'un", "", 3, 2}, {"'nin", "", 4, 2}, {"'nun", "", 4, 2},
	{"'a", "", 2, 2}, {"'e", "", 2, 2}, {"'i", "", 2, 2}, {"'u", "", 2, 2}, {"'ya", "", 3, 2},
	{"'ye", "", 3, 2}, {"'yi", "", 3, 2}, {"'da", "", 3, 2}, {"'de", "", 3, 2},
	{"'dan", "", 4, 2}, {"'den", "", 4, 2},
	/* English and German genitives. */
	{"'s", "", 2, 0}, {"s", "ow ew ov ev ski sky skyj skij", 1, 3},
};
const size_t script_ending_count = COUNT(script_endings);
/* clang-format on */
