#ifndef DEPECHE_STORE_BESIDE_H
#define DEPECHE_STORE_BESIDE_H

/*
 * A job that can be done while the one who asks for it goes on with something else: where, and
 * whether at once or by another thread, is the matter of the one who gives the opportunity.
 */

struct beside {
	/* Of what may not be touched until end.  One job at a time. */
	void (*begin)(struct beside *, void (*job)(void *of), void *of);
	/* Waits until it is done. */
	void (*end)(struct beside *);
};

#endif
