/* Prints the operators section of depeche-query(7), in mdoc, from the table of operators. */

#include "store/operators.h"

#include <stdio.h>

/* No sign of it is taken for one of mdoc's. */
static void print_example(const char *example)
{
	for (; *example; example++)
		if (*example == '"')
			printf("\\(dq");
		else if (*example == '-')
			printf("\\-");
		else if (*example == ' ')
			printf("\\ ");
		else
			putchar(*example);
}

int main(void)
{
	printf(".Bl -tag -width Ds\n");
	for (uint32_t i = 0; i < operator_count; i++) {
		printf(".It Ic \\&%s:", operators[i].name);
		print_example(operators[i].example);
		printf("\n%s.\n", operators[i].holds);
	}
	printf(".El\n");
	return 0;
}
