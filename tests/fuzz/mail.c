/* Any bytes read as mail, one message or many, keep what articles.h promises. */

#include "article/mail.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&mail_format, "a.mbox", data, size);
	return 0;
}
