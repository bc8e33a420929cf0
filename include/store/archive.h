#ifndef DEPECHE_STORE_ARCHIVE_H
#define DEPECHE_STORE_ARCHIVE_H

/*
 * What has been gathered so far: articles in path order, their words and terms by number, what
 * could not be read.  Belongs to the thread that gathers; epochs are made of it, and may be read
 * by another thread while it grows.
 */

#include "article/corrections.h"
#include "store/beside.h"
#include "store/epoch.h"
#include "store/lexicon.h"
#include "store/numbering.h"
#include "store/segment.h"

#include <stdatomic.h>

struct form_of_root {
	uint32_t root, form;
};

VEC_OF(struct segment *, segment_list);
VEC_OF(struct problem, problem_list);
VEC_OF(struct form_of_root, root_forms);

struct archive {
	struct arena arena, scratch;
	struct segment_list segments; /* their place is their article_id */
	VEC(uint32_t) records;        /* of each in the cache; RECORD_NONE */
	struct problem_list problems;
	uint32_t passed_over;
	uint32_t languages; /* bit l: an article is in language l */
	struct lexicon forms, roots, terms;
	struct root_forms root_forms;    /* each pair once */
	VEC(uint32_t) first_roots;       /* of each form: the root that it had first */
	struct map pairs;                /* of the few other roots with their forms */
	VEC(uint32_t) backgrounds;       /* of each term, see know/related.h */
	VEC(struct story_topics) topics; /* of each term */
	struct people_rules rules;       /* the reader's decisions */
	struct span corrections_text;    /* what the reader put right; unchanging before the first
					  * file is read */
	struct span people_text;
	struct corrections corrections;
	enum language language;         /* to show names in */
	VEC(uint32_t) uses, small_uses; /* of each form: how often, and in small letters */
	struct beside *beside;          /* who does a part of an epoch meanwhile; null: nobody */
};

void archive_init(struct archive *);
void archive_clear(struct archive *);
/* Gives the words and terms their numbers; numbering: that of the vocabulary which the draft was
 * made with. Owns: article and evidence, which henceforth asks the archive for its stems, stay the
 * caller's and must outlive every epoch that is made after this; draft and vocabulary are not
 * needed any longer. */
void archive_take(struct archive *, const struct draft *, struct numbering *);

/* The articles from that one on have these records in the cache, one after the other, but for those
 * that the reader put right. */
void archive_number_records(struct archive *, uint32_t article, uint32_t first);

/* Everything that know and the indices make of what is there. Null only when *stop was set
 * meanwhile. Owns: the caller, until epoch_close; needs the archive no longer. */
struct epoch *epoch_make(struct archive *, int32_t today, bool is_final, const atomic_bool *stop);
/* The same not yet sealed: it cannot be asked, and has what it was made of still. Owns: the archive
 * must not be cleared before it is closed. */
struct epoch *epoch_draft(struct archive *, int32_t today, bool is_final, const atomic_bool *stop);
void epoch_close(struct epoch *); /* null is let be */

#endif
