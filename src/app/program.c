#include "app/handlers.h"
#include "app/reload.h"
#include "app/say.h"

#include "app/app.h"

void program_reload(struct app *app)
{
	app->requests.reload = true;
	say(app, "reading the archive again; Ctrl-C stops it");
}

void program_redraw(struct app *app)
{
	app->requests.redraw = true;
}

void program_suspend(struct app *app)
{
	app->requests.suspend = true;
}

void program_cancel(struct app *app)
{
	if (reload_goes_on(app)) {
		app->requests.stop = true;
		return;
	}
	if (reload_is_first(app)) {
		app->requests.stop = true;
		say(app, "stopping; what was read so far is put together");
		return;
	}
	app->asking_to_quit = true;
	say(app, "Quit? y / n");
}

void program_quit(struct app *app)
{
	app->requests.quit = true;
}
