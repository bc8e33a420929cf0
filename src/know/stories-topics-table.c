#include "know/stories-topics.h"

/* clang-format off */
const struct story_topic_word story_topic_words[] = {
	/* French */
	{"chomag", TOPIC_FIGURES, false}, {"inflat", TOPIC_FIGURES, false},
	{"inse", TOPIC_FIGURES, true}, {"insee", TOPIC_FIGURES, true},
	{"pib", TOPIC_FIGURES, true}, {"indic", TOPIC_FIGURES, true},
	{"sondag", TOPIC_FIGURES, true}, {"barometr", TOPIC_FIGURES, true},
	{"bours", TOPIC_FIGURES, true}, {"meteo", TOPIC_FIGURES, false},
	{"coup", TOPIC_CONTEST, true}, {"champion", TOPIC_CONTEST, false},
	{"ligu", TOPIC_CONTEST, true}, {"tourno", TOPIC_CONTEST, false},
	{"wts", TOPIC_CONTEST, true}, {"prix", TOPIC_CONTEST, true},
	{"journ", TOPIC_CONTEST, true}, {"manch", TOPIC_CONTEST, true},
	{"olymp", TOPIC_CONTEST | TOPIC_GAMES, false}, {"euro", TOPIC_GAMES, true},
	{"mondial", TOPIC_GAMES, true}, {"dec", TOPIC_DEATH, true}, {"deces", TOPIC_DEATH, true},
	{"mort", TOPIC_DEATH, true}, {"meurt", TOPIC_DEATH, true},
	{"disparit", TOPIC_DEATH, true},
	{"enquet", TOPIC_JUSTICE, false}, {"perquis", TOPIC_JUSTICE, false},
	{"parquet", TOPIC_JUSTICE, true}, {"procureur", TOPIC_JUSTICE, false},
	{"jug", TOPIC_JUSTICE, true}, {"judiciair", TOPIC_JUSTICE, false},
	{"justic", TOPIC_JUSTICE, true}, {"tribunal", TOPIC_JUSTICE, false},
	{"tribunau", TOPIC_JUSTICE, false}, {"accus", TOPIC_JUSTICE, false},
	{"soupcon", TOPIC_JUSTICE, false}, {"inculp", TOPIC_JUSTICE, false},
	{"detourn", TOPIC_JUSTICE, false}, {"corrupt", TOPIC_JUSTICE, false},
	{"fraud", TOPIC_JUSTICE, false}, {"plaint", TOPIC_JUSTICE, true},
	{"avocat", TOPIC_JUSTICE, true}, {"proces", TOPIC_JUSTICE, true},
	{"condamn", TOPIC_JUSTICE, false}, {"fictif", TOPIC_JUSTICE, true},
	{"scandal", TOPIC_JUSTICE, false}, {"affair", TOPIC_JUSTICE, true},
	{"revel", TOPIC_JUSTICE, true}, {"suspect", TOPIC_JUSTICE, false},
	{"aveu", TOPIC_JUSTICE, false}, {"blanch", TOPIC_JUSTICE, true},
	{"prevenu", TOPIC_JUSTICE, true}, {"illegal", TOPIC_JUSTICE, false},
	{"penal", TOPIC_JUSTICE, false},
};
/* clang-format on */

const size_t story_topic_count = sizeof story_topic_words / sizeof story_topic_words[0];
