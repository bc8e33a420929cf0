#include "store/gather.h"

#include <signal.h>

static void *run(void *context)
{
	struct helper *helper = context;

	load_give_way(helper->load);
	helper->job(helper->of);
	return NULL;
}

/* Where there is no thread to be had it is done at once. */
static void begin(struct beside *beside, void (*job)(void *), void *of)
{
	struct helper *helper = (struct helper *)beside;
	sigset_t all, before;

	helper->job = job;
	helper->of = of;
	/* Signals are for the thread that opened the load. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	helper->is_running = pthread_create(&helper->thread, NULL, run, helper) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!helper->is_running)
		job(of);
}

static void end(struct beside *beside)
{
	struct helper *helper = (struct helper *)beside;

	if (helper->is_running)
		pthread_join(helper->thread, NULL);
	helper->is_running = false;
}

void helper_init(struct helper *helper, const struct load *load)
{
	*helper = (struct helper){.beside = {begin, end}, .load = load};
}
