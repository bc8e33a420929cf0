#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/mail-coding.h"
#include "article/mail-head.h"
#include "article/mail.h"

#define HEAD(type) \
	"Return-Path: <lettre@l.example>\r\nFrom: =?UTF-8?Q?La_lettre_du_Littoral?= " \
	"<l@l.example>\r\n" \
	"Subject: =?utf-8?B?TGUgcG9ydCByb3V2cmUgw6A=?=\r\n =?utf-8?B?IGwnYXViZQ==?=\r\n" \
	"Date: Tue, 26 Jan 2021 09:18:00 +0100\r\nMessage-ID: <1@l.example>\r\n" \
	"Content-Type: " type "\r\n"
#define SHOWN "a.eml|Le port rouvre à l'aube|La lettre du Littoral|||2021-1-26|"
#define WORDS "Le port a rouvert mardi.\r\n\r\nLes ferries repartent.\r\n"

static const struct mail_case {
	const char *label, *file, *shown, *trouble;
} cases[] = {
	{"plain words", HEAD("text/plain; charset=utf-8") "\r\n" WORDS, SHOWN "tpp\n", ""},
	{"a newsletter in two forms: its markup keeps headings",
		HEAD("multipart/alternative; boundary=\"=_a\"") "\r\nno "
								"mime\r\n--=_a\r\nContent-Type: "
								"text/plain\r\n\r\nEn "
								"bref.\r\n--=_a\r\n"
								"Content-Type: text/html; "
								"charset=iso-8859-1\r\n"
								"Content-Transfer-Encoding: "
								"quoted-printable\r\n\r\n<p>Le "
								"port a rouvert =E0 l=\r\n"
								"'aube.</p><h2>Ce "
								"soir</h2><p>Mardi.</"
								"p>\r\n--=_a--\r\n",
		SHOWN "tphp\n", ""},
	{"parts in parts whose boundaries begin alike; what is attached is not read",
		HEAD("Multipart/Mixed; boundary=x") "\r\n--x\r\nContent-Type: "
						    "multipart/alternative; "
						    "boundary=xy\r\n\r\n--xy\r\n\r\n" WORDS
						    "\r\n--xy--\r\n--x\r\nContent-Disposition: "
						    "attachment\r\n\r\nSecret.\r\n--x--\r\n",
		SHOWN "tpp\n", ""},
	{"a review of the press that was sent on",
		HEAD("multipart/mixed; boundary=x") "\r\n--x\r\nContent-Type: "
						    "message/rfc822\r\n\r\n"
						    "Subject: autre\r\nContent-Transfer-Encoding: "
						    "base64\r\n\r\nTWFyZGkuCg==\r\n--x--\r\n",
		SHOWN "tp\n", ""},
	{"lines that flow are one paragraph",
		HEAD("text/plain; format=flowed") "\r\nLe port \r\na rouvert "
						  "\r\nmardi.\r\n\r\nFin.\r\n",
		SHOWN "tpp\n", ""},
	{"an article that somebody sent on: its own writer and day count",
		"From: Lectrice <l@x.example>\nSubject: TR : Fwd: Le bac repart\nDate: Mon, 1 Feb "
		"2021 "
		"08:00:00 +0100\nMessage-ID: <1@x>\n\nPour toi.\n\n---------- Forwarded message "
		"---------\nDe : La Vigie <lettre@v.example>\nDate : mar. 26 janv. 2021 à "
		"09:18\nSubject: "
		"Le bac repart\nTo: <l@x.example>\n\n\nLe bac est reparti mardi.\n\n-- \nL. "
		"Ectrice\n",
		"a.eml|Le bac repart|La Vigie|||2021-1-26|tpfffffpff\n", ""},
	{"the same as a page, from another program, and quoted",
		"From: L <l@x.example>\nSubject: WG: Le bac repart\nDate: Mon, 1 Feb 2021 08:00:00 "
		"+0100\nMessage-ID: <1@x>\nContent-Type: text/html; charset=utf-8\n\n<div>Début du "
		"message "
		"réexpédié :</div><blockquote><div>De: \"La Vigie\" "
		"&lt;l@v.example&gt;</div><div>Envoyé: 26 "
		"janvier 2021</div><div>À: l@x.example</div><div>Objet: Re: Le bac</div><p>Le bac "
		"est "
		"reparti mardi, dit Jean : enfin.</p></blockquote>",
		"a.eml|Le bac repart|La Vigie|||2021-1-26|tfffffp\n", ""},
	{"a newsletter's own lines",
		HEAD("text/html; charset=utf-8") "\r\n<p><a href=x>Voir cet email</a> dans votre "
						 "navigateur</p>"
						 "<p>Le port a rouvert.</p><p>Les abonnés au gaz "
						 "se désabonnent en masse.</p>"
						 "<p>Vous recevez ce message car vous êtes "
						 "inscrit.</p><p>Se désabonner</p>",
		SHOWN "tfppff\n", ""},
	{"a letter of nothing else",
		HEAD("text/plain") "\r\nPlease do not reply to this message.\r\n", SHOWN "tp\n",
		""},
	{"cut in the middle of a part", HEAD("multipart/mixed; boundary=x") "\r\n--x\r\n\r\nMard",
		SHOWN "tp\n", ""},
	{"a picture alone", HEAD("image/png") "Content-Transfer-Encoding: base64\r\n\r\niVBORw0K",
		"", "mail without an article"},
	{"an mbox: a line that begins like a parting one, and one that is quoted",
		"From a@b Tue Jan 26 09:18:00 2021\nMessage-ID: <1@x>\nSubject: Un\n\nMardi.\n"
		"From Brest: rien.\n>From Paris: rien.\n\n"
		"From a@b Wed Jan 27 09:18:00 2021\nMessage-ID: <2@x>\nSubject: Deux\n\nJeudi.\n",
		"a.eml#1|Un|||||tppp\na.eml#2|Deux|||||tp\n", ""},
	{"an mbox to which a message is being written",
		"From a@b Tue Jan 26 09:18:00 2021\nMessage-ID: <1@x>\nSubject: Un\n\nMardi.\n\n"
		"From a@b Wed Jan 27 09:18:00 2021\nMessage-ID: <2@x>\nSubject: Deux\n\nJeu",
		"a.eml|Un|||||tp\n", "its last entry is cut short, or still being written"},
	{"an mbox of one message, its last line without an end",
		"From a@b Tue Jan 26 09:18:00 2021\nMessage-ID: <1@x>\nSubject: Un\n\nMardi.",
		"a.eml|Un|||||tp\n", ""},
	{"an mbox with a message that holds no text",
		"From a@b Tue\nMessage-ID: <1@x>\nSubject: Un\n\n\nFrom a@b Wed\nMessage-ID: "
		"<2@x>\n"
		"Subject: Deux\n\nJeudi.\n",
		"a.eml|Deux|||||tp\n", "1 of 2 entries hold no article"},
};

static void test_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_file(cases[i].label, &mail_format, span_of(cases[i].file), "a.eml",
			cases[i].shown, cases[i].trouble);
}

static void test_recognised(void **state)
{
	static const struct {
		const char *head;
		bool is_mail;
	} heads[] = {{"Received: x\n by y\nFrom: a\n\n", true},
		{"from: a\nMIME-VERSION: 1.0\n", true},
		{"From a@b Tue\nMessage-ID: <1>\nTo: b\n", true},
		{"From Brest, they say.\n", false},
		{"Title: Un\nDate: 2021-01-26\nFrom: Le Littoral\n\nMardi.", false},
		{"Received: yesterday\n\nMardi.", false}, {"\n", false}, {"", false}};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++)
		CHECK_CASE(heads[i].head,
			mail_format.recognises(span_of(heads[i].head), "a") == heads[i].is_mail);
}

static void test_words(void **state)
{
	static const char *const pairs[][2] = {{"Le port", "Le port"},
		{"=?utf-8?q?=C3?= =?utf-8?q?=A9t=C3=A9_!?= ici", "été ! ici"},
		{"=?ISO-8859-1*fr?Q?=E9t=E9?=", "été"}, {"=?utf-8?B?w6l0w6k?=", "été"},
		{"=?nowhere?Q?abc?=", "abc"}, {"=?utf-8?X?a?=", "=?utf-8?X?a?="}, {"a =?", "a =?"},
		{"=?utf-8?Q?a", "=?utf-8?Q?a"}, {"=?=?=?", "=?=?=?"}, {"", ""}};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(pairs[i][0], mail_words(span_of(pairs[i][0]), &arena),
			span_of(pairs[i][1]));
		arena_clear(&arena);
	}
}

static void test_codings(void **state)
{
	static const struct {
		const char *text, *bytes;
		bool is_base64;
	} rows[] = {{"TWFyZGk=", "Mardi", true}, {"TW\nFy\r\nZGk", "Mardi", true}, {"!", "", true},
		{"a=3D=\r\nb= \nc=G", "a=bc=G", false}, {"=", "=", false}, {"=C", "=C", false}};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena arena;
		struct buf bytes;
		arena_init(&arena);
		buf_init(&bytes, &arena);
		if (rows[i].is_base64)
			mail_base64(span_of(rows[i].text), &bytes);
		else
			mail_quoted(span_of(rows[i].text), false, &bytes);
		CHECK_TEXT(rows[i].text, buf_span(&bytes), span_of(rows[i].bytes));
		arena_clear(&arena);
	}
}

/* Parts in parts without end: what stands before them is read, the rest told of. */
static void test_deep(void **state)
{
	struct arena arena;
	struct buf file;

	(void)state;
	arena_init(&arena);
	buf_init(&file, &arena);
	buf_text(&file, HEAD("multipart/mixed; boundary=b") "\r\n--b\r\n\r\nMardi.\r\n");
	for (int i = 0; i < 10000; i++)
		buf_text(&file, "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
	for (int i = 0; i < 40; i++)
		buf_text(&file, "--b\r\nContent-Type: message/rfc822\r\n\r\n");
	check_file("ten thousand parts", &mail_format, buf_span(&file), "a.eml", SHOWN "tp\n",
		"mail of more than 1000 parts, or nested deeper than 16");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_files),
		cmocka_unit_test(test_recognised), cmocka_unit_test(test_words),
		cmocka_unit_test(test_codings), cmocka_unit_test(test_deep)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
