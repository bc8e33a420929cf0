#include "app/arrivals.h"

#include "app/marks.h"
#include "app/refresh.h"
#include "app/say.h"
#include "base/message.h"

void arrivals_take(struct app *app, const struct epoch *epoch)
{
	uint32_t count = epoch_count(epoch) - epoch_count(app->epoch);

	app->epoch = epoch;
	app->epoch_number++;
	marks_tell(app);
	refresh(app);
	say(app, P_("%u new article", "%u new articles", count), (unsigned)count);
}
