/*
 * Prints what shells complete after "depeche", from the tables of options and commands:
 *
 *   generate bash|zsh|fish
 */

#include "app/options-table.h"

#include <stdio.h>
#include <string.h>

static bool is_taken(enum option option, enum command command)
{
	return options_table[option].everywhere ||
	       commands_table[command].options & UINT32_C(1) << option;
}

/* In single quotes of a shell, with what zsh would take for its own escaped. */
static void print_quoted(const char *text, const char *escaped)
{
	for (; *text; text++) {
		if (strchr(escaped, *text))
			putchar('\\');
		if (*text == '\'')
			printf("'\\''");
		else
			putchar(*text);
	}
}

static void print_commands(const char *between)
{
	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++)
		printf("%s%s", i > COMMAND_READ + 1 ? between : "", commands_table[i].name);
}

/* --- bash ------------------------------------------------------------------------------------ */

static void print_bash_options(enum command command)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (is_taken((enum option)i, command))
			printf("%s%s ", options_table[i].name, options_table[i].value ? "=" : "");
}

/* bash takes "=" for a word of its own. */
static void print_bash(void)
{
	printf("# What bash completes after depeche; made from its tables.\n"
	       "_depeche() {\n"
	       "\tlocal word command= option= options= current=${COMP_WORDS[COMP_CWORD]}\n"
	       "\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
	       "\t\tcase $word in\n\t\t");
	print_commands("|");
	printf(") command=$word; break ;;\n\t\tesac\n\tdone\n"
	       "\t[ \"$current\" = = ] && current= && option=${COMP_WORDS[COMP_CWORD-1]}\n"
	       "\t[ \"${COMP_WORDS[COMP_CWORD-1]}\" = = ] && option=${COMP_WORDS[COMP_CWORD-2]}\n"
	       "\tcase $option in\n");
	for (int i = 0; i < OPTION_COUNT; i++)
		if (options_table[i].words)
			printf("\t%s) COMPREPLY=($(compgen -W '%s' -- \"$current\")); return ;;\n",
				options_table[i].name, options_table[i].words);
	printf("\tesac\n\tcase $command in\n");
	for (int i = COMMAND_READ; i < COMMAND_COUNT; i++) {
		printf("\t%s) options='", i == COMMAND_READ ? "''" : commands_table[i].name);
		print_bash_options((enum command)i);
		printf("' ;;\n");
	}
	printf("\tesac\n"
	       "\tcase $current in\n"
	       "\t-*)\n"
	       "\t\tCOMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
	       "\t\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
	       "\t\treturn ;;\n"
	       "\tesac\n"
	       "\tCOMPREPLY=($(compgen -f -- \"$current\"))\n"
	       "\tcompopt -o filenames 2>/dev/null\n"
	       "\t[ -z \"$command$option\" ] && COMPREPLY+=($(compgen -W '");
	print_commands(" ");
	printf("' -- \"$current\"))\n}\ncomplete -F _depeche depeche\n");
}

/* --- zsh ------------------------------------------------------------------------------------- */

static void print_zsh_options(enum command command)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_info *info = &options_table[i];

		if (!is_taken((enum option)i, command))
			continue;
		printf("\t\t\t'%s%s[", info->name, info->value ? "=" : "");
		print_quoted(info->help, "[]:\\");
		printf("]");
		if (info->words)
			printf(":%s:(%s)", info->value, info->words);
		else if (info->value)
			printf(":%s:%s", info->value, i == OPTION_OUTPUT ? "_files" : " ");
		printf("' \\\n");
	}
}

static void print_zsh(void)
{
	printf("#compdef depeche\n# What zsh completes after depeche; made from its tables.\n"
	       "_depeche() {\n\tlocal word command\n\tlocal -a commands\n\tcommands=(\n");
	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++) {
		printf("\t\t'%s:", commands_table[i].name);
		print_quoted(commands_table[i].help, ":\\");
		printf("'\n");
	}
	printf("\t)\n\tfor word in ${words[2,CURRENT-1]}; do\n\t\tcase $word in\n\t\t(");
	print_commands("|");
	printf(") command=$word; break ;;\n\t\tesac\n\tdone\n\tcase $command in\n");
	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++) {
		printf("\t(%s)\n\t\t_arguments \\\n", commands_table[i].name);
		print_zsh_options((enum command)i);
		printf("\t\t\t'*:path:_files' ;;\n");
	}
	printf("\t(*)\n\t\t[[ $words[CURRENT] == -* ]] || _describe command commands\n"
	       "\t\t_arguments \\\n");
	print_zsh_options(COMMAND_READ);
	printf("\t\t\t'*:path:_files' ;;\n\tesac\n}\n_depeche \"$@\"\n");
}

/* --- fish ------------------------------------------------------------------------------------ */

static void print_fish_option(enum option option)
{
	const struct option_info *info = &options_table[option];

	printf("complete -c depeche -l %s", info->name + 2);
	if (info->letter)
		printf(" -s %c", info->letter);
	if (info->words)
		printf(" -x -a '%s'", info->words);
	else if (info->value)
		printf(option == OPTION_OUTPUT ? " -r" : " -x");
	printf(" -d '");
	print_quoted(info->help, "\\");
	putchar('\'');
	if (!info->everywhere) {
		printf(" -n '__fish_seen_subcommand_from");
		for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++)
			if (is_taken(option, (enum command)i))
				printf(" %s", commands_table[i].name);
		putchar('\'');
	}
	putchar('\n');
}

static void print_fish(void)
{
	printf("# What fish completes after depeche; made from its tables.\n");
	for (int i = COMMAND_READ + 1; i < COMMAND_COUNT; i++) {
		printf("complete -c depeche -n 'not __fish_seen_subcommand_from ");
		print_commands(" ");
		printf("' -a %s -d '", commands_table[i].name);
		print_quoted(commands_table[i].help, "\\");
		printf("'\n");
	}
	for (int i = 0; i < OPTION_COUNT; i++)
		print_fish_option((enum option)i);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *shell;
		void (*print)(void);
	} shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};

	for (size_t i = 0; argc == 2 && i < COUNT(shells); i++)
		if (strcmp(argv[1], shells[i].shell) == 0) {
			shells[i].print();
			return 0;
		}
	fprintf(stderr, "generate: generate bash|zsh|fish\n");
	return 2;
}
