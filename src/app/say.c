#include "app/say.h"

#include "base/message.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

void say(struct app *app, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int len = vsnprintf(app->message, sizeof app->message, message(format), args);
	va_end(args);
	if (len < (int)sizeof app->message)
		return;
	struct span text = span_of(app->message);
	size_t end = text.len;
	utf8_previous(text, &end);
	if (!utf8_valid(span_cut(text, end, text.len)))
		app->message[end] = 0;
}
