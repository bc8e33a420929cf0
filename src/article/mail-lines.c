#include "article/mail-lines.h"

#include "text/fold.h"

#define HEAD_LINES 40u  /* so far down a text the head of another message may stand */
#define FIELDS_LEAST 2u /* of them with the sender */
#define LABEL_LEN 24u
#define WORDS_LEN 320u /* bytes of a line that speaks of the mail */
#define SIGNATURE SPAN("--")

enum field { FIELD_NONE, FIELD_FROM, FIELD_DATE, FIELD_SUBJECT, FIELD_OTHER };

/* The fields of such a head, folded. */
static const struct {
	const char *name;
	enum field field;
} fields[] = {
	{"from", FIELD_FROM},
	{"de", FIELD_FROM},
	{"von", FIELD_FROM},
	{"da", FIELD_FROM},
	{"expediteur", FIELD_FROM},
	{"date", FIELD_DATE},
	{"sent", FIELD_DATE},
	{"envoye", FIELD_DATE},
	{"envoye le", FIELD_DATE},
	{"gesendet", FIELD_DATE},
	{"datum", FIELD_DATE},
	{"data", FIELD_DATE},
	{"inviato", FIELD_DATE},
	{"fecha", FIELD_DATE},
	{"enviado", FIELD_DATE},
	{"enviado el", FIELD_DATE},
	{"subject", FIELD_SUBJECT},
	{"objet", FIELD_SUBJECT},
	{"sujet", FIELD_SUBJECT},
	{"betreff", FIELD_SUBJECT},
	{"asunto", FIELD_SUBJECT},
	{"oggetto", FIELD_SUBJECT},
	{"to", FIELD_OTHER},
	{"a", FIELD_OTHER},
	{"pour", FIELD_OTHER},
	{"an", FIELD_OTHER},
	{"para", FIELD_OTHER},
	{"cc", FIELD_OTHER},
	{"destinataire", FIELD_OTHER},
	{"reply-to", FIELD_OTHER},
	{"repondre a", FIELD_OTHER},
	{"antwort an", FIELD_OTHER},
};

/* What stands before a subject that was answered or sent on, folded. */
static const char *const prefixes[] = {
	"re", "fwd", "fw", "tr", "rv", "wg", "aw", "enc", "rif", "transf"};

/* Openings of the line above such a head, folded. */
static const char *const openings[] = {"begin forwarded message", "debut du message",
	"message transfere", "message d'origine", "forwarded message", "original message",
	"weitergeleitete nachricht", "ursprungliche nachricht", "mensaje reenviado",
	"messaggio inoltrato", "message reexpedie"};

/* What only a mail says of itself, folded; it stands anywhere in a line. */
static const char *const phrases[] = {"unsubscribe", "se desabonner", "desabonnez-vous",
	"vous desabonner", "me desabonner", "desinscrire", "desinscription", "desinscrivez",
	"se desinscrire", "abmelden", "abbestellen", "darse de baja", "cancelar suscripcion",
	"cancelar la suscripcion", "disiscriviti", "annulla iscrizione", "view in browser",
	"view in your browser", "view this email", "view this newsletter", "read in browser",
	"read online", "open in browser", "dans votre navigateur", "dans un navigateur",
	"dans le navigateur", "version en ligne", "version web", "lire en ligne", "im browser",
	"online-version", "en tu navegador", "en su navegador", "nel browser",
	"you are receiving this", "you received this", "you're receiving this",
	"this email was sent to", "this message was sent to", "sent to you because",
	"vous recevez ce", "vous recevez cet", "cet email a ete envoye", "cet e-mail a ete envoye",
	"ce message a ete envoye", "ce mail a ete envoye", "sie erhalten diese", "recibes este",
	"ha recibido este", "ricevi questa", "manage your preferences", "manage preferences",
	"email preferences", "update your preferences", "gerer mes preferences",
	"gerer vos preferences", "gerer mes abonnements", "gerer vos abonnements",
	"modifier vos preferences", "was this forwarded to you", "forwarded this email",
	"on vous a transfere", "transferer a un ami", "forward to a friend",
	"add us to your address book", "a votre carnet d'adresses", "dans votre carnet d'adresses",
	"do not reply to this", "ne pas repondre a ce", "merci de ne pas repondre",
	"sign up for this newsletter", "s'inscrire a cette newsletter", "envoye de mon iphone",
	"envoye depuis mon", "sent from my iphone", "sent from my ipad"};

static bool is_sign(char c)
{
	return c == ' ' || c == '\t' || c == '>' || c == '*' || c == '-' || c == '_';
}

/* Without marks of quoting and rules of dashes at both ends. */
static struct span bare(struct span line)
{
	while (line.len && is_sign(line.at[0]))
		line = span_cut(line, 1, line.len);
	while (line.len && is_sign(line.at[line.len - 1]))
		line.len--;
	return line;
}

struct span mail_title(struct span subject)
{
	struct arena scratch;
	bool found = true;

	arena_init(&scratch);
	while (found) {
		size_t colon = span_find(subject, SPAN(":"), 0);
		struct span name = span_trim(span_cut(subject, 0, colon < LABEL_LEN ? colon : 0));
		struct span rest = span_trim(span_cut(subject, colon + 1, subject.len));
		found = false;
		/* "Re[2]:", and a blank that no keyboard makes before the colon. */
		name = span_cut(name, 0, span_find(name, SPAN("["), 0));
		if (span_ends(name, SPAN("\u00A0")))
			name.len -= 2;
		struct span folded = fold(name, &scratch);
		for (size_t i = 0; i < COUNT(prefixes) && rest.len; i++)
			found |= span_is(folded, prefixes[i]);
		if (found)
			subject = rest;
	}
	arena_clear(&scratch);
	return subject;
}

/* The field that a line of such a head is, and what it says. */
static enum field field_of(struct span line, struct span *value, struct arena *scratch)
{
	struct span words = bare(line);
	size_t colon = span_find(words, SPAN(":"), 0);
	struct span name = bare(span_cut(words, 0, colon < LABEL_LEN ? colon : 0));

	if (span_ends(name, SPAN("\u00A0")))
		name.len -= 2;
	if (name.len == 0)
		return FIELD_NONE;
	struct span folded = fold(name, scratch);
	*value = bare(span_cut(words, colon + 1, words.len));
	for (size_t i = 0; i < COUNT(fields); i++)
		if (span_is(folded, fields[i].name))
			return fields[i].field;
	return FIELD_NONE;
}

/* The name in "Anne Roy <anne@press.example>", else all of it. */
static struct span name_of(struct span sender)
{
	size_t end = span_find(sender, SPAN("<"), 0), bracket = span_find(sender, SPAN("["), 0);
	struct span name = span_trim(span_cut(sender, 0, end < bracket ? end : bracket));

	if (name.len >= 2 && name.at[0] == '"' && name.at[name.len - 1] == '"')
		name = span_cut(name, 1, name.len - 1);
	return name.len ? name : sender;
}

/* A run of fields that begins here, and how many lines it has; false when it is no head. */
static bool head_read(
	struct span text, struct mail_forward *forward, uint32_t *lines, struct arena *scratch)
{
	struct span line, value;
	bool has_from = false;
	uint32_t count = 0;

	*lines = 0;
	while (span_line(&text, &line)) {
		enum field field = field_of(line, &value, scratch);
		if (field == FIELD_NONE && (bare(line).len > 0 || count == 0))
			break;
		if (field == FIELD_NONE) { /* an empty line may part fields in a page's text */
			struct span rest = text, next;
			if (!span_line(&rest, &next) ||
				field_of(next, &value, scratch) == FIELD_NONE)
				break;
		}
		++*lines;
		count += field != FIELD_NONE;
		has_from |= field == FIELD_FROM;
		if (field == FIELD_FROM)
			forward->from = name_of(value);
		if (field == FIELD_DATE)
			forward->date = value;
		if (field == FIELD_SUBJECT)
			forward->subject = mail_title(value);
	}
	return has_from && count > FIELDS_LEAST;
}

bool mail_forward_find(struct span text, struct mail_forward *forward)
{
	struct arena scratch;
	struct span line, rest = text;
	uint32_t lines;
	bool found = false;

	arena_init(&scratch);
	for (uint32_t i = 0; i < HEAD_LINES && !found; i++) {
		*forward = (struct mail_forward){.from = SPAN("")};
		found = head_read(rest, forward, &lines, &scratch);
		if (!found && !span_line(&rest, &line))
			break;
	}
	arena_clear(&scratch);
	return found;
}

static bool holds_any(struct span folded, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_find(folded, span_of(words[i]), 0) < folded.len)
			return true;
	return false;
}

/* The head of the message that was sent on, with the line above it that says so. */
static void head_mark(struct span text, struct line *lines, uint32_t count, struct arena *scratch)
{
	struct mail_forward forward;
	uint32_t head = 0;

	for (uint32_t i = 0; i < count && i < HEAD_LINES; i++) {
		struct span rest = span_cut(text, lines[i].at.start, text.len), line;
		if (!head_read(rest, &forward, &head, scratch))
			continue;
		size_t end = lines[i].at.start;
		for (; head > 0 && span_line(&rest, &line); head--)
			end = (size_t)(line.at + line.len - text.at);
		struct span above =
			i ? fold(bare(span_in(text, lines[i - 1].at)), scratch) : SPAN("");
		if (above.len < WORDS_LEN && holds_any(above, openings, COUNT(openings)))
			lines[i - 1].kind = LINE_FURNITURE;
		for (; i < count && lines[i].at.start < end; i++)
			lines[i].kind = LINE_FURNITURE;
		return;
	}
}

void mail_lines_mark(struct span text, struct line *lines, uint32_t count)
{
	struct arena scratch;
	uint32_t kept = 0;

	arena_init(&scratch);
	head_mark(text, lines, count, &scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct span line = span_in(text, lines[i].at);
		struct arena_mark mark = arena_mark(&scratch);
		/* After two dashes stands who wrote it. */
		if (i > 0 && i + 12 > count && span_equal(line, SIGNATURE))
			for (uint32_t k = i; k < count; k++)
				lines[k].kind = LINE_FURNITURE;
		if (line_is_body(lines[i].kind) && line.len < WORDS_LEN &&
			holds_any(fold(line, &scratch), phrases, COUNT(phrases)))
			lines[i].kind = LINE_FURNITURE;
		kept += line_is_body(lines[i].kind);
		arena_rewind(&scratch, mark);
	}
	/* One that speaks of nothing else is read as it is. */
	for (uint32_t i = 0; kept == 0 && i < count; i++)
		if (lines[i].kind == LINE_FURNITURE)
			lines[i].kind = LINE_PARAGRAPH;
	arena_clear(&scratch);
}
