#include "app/people-file.h"

#include "app/folders.h"
#include "app/line-file.h"
#include "base/buf.h"

#define FILE_NAME "people"

const char *people_file_path(struct arena *arena)
{
	const char *folder = folder_data(arena);

	return folder ? arena_format(arena, "%s/" FILE_NAME, folder) : NULL;
}

static enum err line_of(
	const struct people_rule *rule, const char **line, struct arena *arena, struct fault *why)
{
	struct buf buf;
	bool good = rule->other_count > 0;

	buf_init(&buf, arena);
	buf_text(&buf, people_verb_name(rule->verb));
	if (rule->verb != PEOPLE_HIDE) {
		good = good && people_rules_can_name(rule->name);
		buf_char(&buf, ' ');
		buf_add(&buf, rule->name);
		buf_char(&buf, ':');
	}
	for (uint32_t i = 0; i < rule->other_count; i++) {
		good = good && people_rules_can_name(rule->others[i]);
		buf_text(&buf, i ? ", " : " ");
		buf_add(&buf, rule->others[i]);
	}
	if (!good)
		return fail(why, ERR_USAGE,
			"a name has letters, and none of the signs : , # and line feeds");
	*line = buf.at;
	return OK;
}

enum err people_file_add(const char *path, const struct people_rule *rule, const char **added,
	struct arena *arena, struct fault *why)
{
	const char *line = NULL;
	enum err err = line_of(rule, &line, arena, why);

	if (!err)
		err = line_file_add(path, line, why);
	if (!err)
		*added = line;
	return err;
}

enum err people_file_undo(const char *path, const char *added, struct fault *why)
{
	return line_file_remove(path, added, why);
}
