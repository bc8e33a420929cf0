#include "app/menu.h"

#include "app/app.h"

void menu_open(struct app *app, const struct menu *menu)
{
	app->menu = menu;
}

void menu_key(struct app *app, uint32_t key)
{
	const struct menu *menu = app->menu;

	app->menu = NULL;
	for (const struct menu_choice *choice = menu->choices; choice->key; choice++)
		if (choice->key == key) {
			choice->chosen(app);
			return;
		}
}
