#include "base/fault.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>

enum err fail(struct fault *why, enum err err, const char *format, ...)
{
	if (!why)
		return err;
	va_list args;
	va_start(args, format);
	vsnprintf(why->words, sizeof why->words, message(format), args);
	va_end(args);
	why->err = err;
	return err;
}
