#ifndef DEPECHE_TESTS_CHECK_H
#define DEPECHE_TESTS_CHECK_H

/* What every unit test includes: cmocka, and checks that say which case of a table failed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail /* ours is base/fault.h's */

#include "base/span.h"

#define CHECK_FAILED(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))

#define CHECK_CASE(label, condition)                                                               \
	do {                                                                                       \
		if (!(condition))                                                                  \
			CHECK_FAILED("%s: %s", (label), #condition);                                  \
	} while (0)

#define CHECK_TEXT(label, got, want)                                                               \
	do {                                                                                       \
		struct span got_ = (got), want_ = (want);                                          \
		if (!span_equal(got_, want_))                                                      \
			CHECK_FAILED("%s: got \"%.*s\", want \"%.*s\"", (label), (int)got_.len,        \
				got_.at, (int)want_.len, want_.at);                                \
	} while (0)

#endif
