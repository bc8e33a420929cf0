#include "app/marks.h"

#include "store/own.h"

void marks_tell_of(const struct epoch *epoch, article_id id, struct mark mark)
{
	struct own *own = epoch_own(epoch);

	own_set(own, OWN_READ, id, mark.read);
	own_set(own, OWN_STARRED, id, mark.starred);
}

void marks_tell(const struct app *app)
{
	for (article_id id = 0; id < epoch_count(app->epoch); id++)
		marks_tell_of(app->epoch, id, app_mark(app, id));
}

void marks_tell_bytes(const struct app *app, struct digest digest, struct mark mark)
{
	for (article_id id = 0; app->epoch && id < epoch_count(app->epoch); id++) {
		struct digest other = epoch_article(app->epoch, id)->digest;
		if (other.high == digest.high && other.low == digest.low)
			marks_tell_of(app->epoch, id, mark);
	}
}
