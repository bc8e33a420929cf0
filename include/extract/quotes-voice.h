#ifndef DEPECHE_EXTRACT_QUOTES_VOICE_H
#define DEPECHE_EXTRACT_QUOTES_VOICE_H

/*
 * Who speaks, as the words around a quotation say it: phrases that name or describe somebody,
 * the subject of a verb, the cue before a quotation, behind it, or far behind it.  A language's
 * grammar is known by its small words alone, so a phrase ends where one of them cannot be part
 * of it.  For extract/quotes alone.
 */

#include "extract/quotes-words.h"

struct voice {
	enum speaker_clue clue;
	struct extent cue, phrase;
	enum gender gender;
	bool guessed; /* the gender is that of a given name */
	bool plural;
	bool same;   /* whoever the quotation before speaks for, else the sentence's subject */
	bool behind; /* its cue stands behind the quotation, and holds for the sentence */
	bool cited;  /* "peut-on lire": written where the sentence before says */
	bool none;   /* nobody: the verb is passive, or nobody is its subject */
	bool able;   /* the phrase can be somebody who speaks; settled when asked for */
	bool last;   /* a pronoun for whoever was named last: "ce dernier" */
	int64_t at;  /* item where the phrase or the pronoun begins */
};

/* The items of the phrase that begins at first, as far as end: one past its last; first when
 * there is none. */
int64_t phrase_end(struct passage *, int64_t first, int64_t end);
/* A phrase as a voice; false when there is none. */
bool phrase_voice(struct passage *, int64_t first, int64_t end, struct voice *);
/* The first phrase or pronoun that can be a subject among the items. */
bool subject_voice(struct passage *, int64_t first, int64_t end, struct voice *);
/* "Le 13 octobre", "ce jeudi matin": one past it, or the item itself. */
int64_t over_time(struct passage *, int64_t item, int64_t end);
/* "il" and the like at an item. */
void pronoun_voice(struct passage *, int64_t item, struct voice *);

/* What the words before, right behind, and far behind the quotation at an item tell; false when
 * they tell nothing. */
bool voice_before(struct passage *, int64_t item, struct voice *);
bool voice_after(struct passage *, int64_t item, struct voice *);
bool voice_far(struct passage *, int64_t item, struct voice *);
/* What a clause inside a quotation tells: the passage is that of its words. */
bool voice_inside(struct passage *, struct voice *);
/* A subject beside the quotation, without any word of saying. */
bool voice_beside(struct passage *, int64_t item, struct voice *);
/* Whom a sentence names as its source: "…, selon X". */
bool voice_source(struct passage *, uint32_t sentence, struct voice *);
/* Whose words a sentence tells without marks ("X a annoncé que…"), from an item on, which moves
 * behind the verb; false when nobody's before end. */
bool voice_told(struct passage *, int64_t *from, int64_t end, struct voice *);

#endif
