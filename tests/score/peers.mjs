// Prints what a library of others reads in saved articles, in the shape of `depeche export`, so
// that the same scorers can be asked about it.
//
//   node peers.mjs FOLDER days|people|pages export --format=jsonl PATH...
//
// FOLDER holds node_modules with chrono-node (days, in French), fr-compromise (people), and
// @mozilla/readability with jsdom (pages).

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

const [folder, what, ...words] = process.argv.slice(2);
const load = createRequire(resolve(folder, "package.json"));
const paths = words.filter((word) => word !== "export" && !word.startsWith("--"));

const pad = (number, digits) => String(number).padStart(digits, "0");
const iso = (date) =>
	`${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;

// The day of publication as the names of the scored files have it: 2016_02_15-002.txt.
function published(path) {
	const parts = /(\d{4})_(\d{2})_(\d{2})/.exec(basename(path));
	return parts ? new Date(+parts[1], parts[2] - 1, +parts[3], 12) : new Date(2000, 0, 1, 12);
}

// Bytes, as the scorers count, of a place in characters.
const bytes = (text, place) => Buffer.byteLength(text.slice(0, place));

// What is known of a date says how wide it is: a month without its day is the whole month.
function bound(parts, last) {
	const date = parts.date();
	if (parts.isCertain("day") || parts.isCertain("weekday"))
		return iso(date);
	if (parts.isCertain("month"))
		return iso(new Date(date.getFullYear(), date.getMonth() + (last ? 1 : 0), last ? 0 : 1));
	if (parts.isCertain("year"))
		return last ? `${pad(date.getFullYear(), 4)}-12-31` : `${pad(date.getFullYear(), 4)}-01-01`;
	return iso(date);
}

function days(text, path) {
	const found = load("chrono-node").fr.parse(text, published(path), { forwardDate: false });
	return found
		.filter((one) => one.start.isCertain("day") || one.start.isCertain("weekday") ||
			one.start.isCertain("month") || one.start.isCertain("year"))
		.map((one) => ({
			start: bytes(text, one.index),
			end: bytes(text, one.index + one.text.length),
			from: bound(one.start, false),
			to: bound(one.end ?? one.start, true),
		}));
}

function people(text) {
	const nlp = load("fr-compromise");
	const found = nlp(text).people().json({ offset: true });
	return found.map((one) => {
		const name = one.text.replace(/[\s.,;:!?»)]+$/, "");
		const start = one.offset.start + one.text.indexOf(name);
		return {
			start: bytes(text, start),
			end: bytes(text, start + name.length),
			kind: "person",
			actor: name,
			how: "name",
		};
	});
}

// A saved page: what Readability takes for the article, a paragraph a line.
function page(path) {
	const { JSDOM, VirtualConsole } = load("jsdom");
	const { Readability } = load("@mozilla/readability");
	const options = { url: "http://page.example/", virtualConsole: new VirtualConsole() };
	const document = new JSDOM(readFileSync(path), options).window.document;
	const article = new Readability(document).parse();
	const text = (article?.textContent ?? "").replace(/[^\S\n]+/g, " ");
	const lines = [];
	let at = 0;
	for (const line of text.split("\n")) {
		const length = Buffer.byteLength(line);
		if (line.trim())
			lines.push({ start: at, end: at + length, kind: "paragraph" });
		at += length + 1;
	}
	const day = /\d{4}-\d{2}-\d{2}/.exec(article?.publishedTime ?? "");
	return {
		path,
		text,
		title: { text: article?.title ?? "" },
		byline: article?.byline ? [article.byline] : [],
		published: day ? { date: day[0] } : null,
		mentions: [], dates: [], lines, quotes: [],
	};
}

for (const path of paths) {
	if (what === "pages") {
		console.log(JSON.stringify(path.endsWith(".html") ? page(path) : { path, text: "", lines: [] }));
		continue;
	}
	const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
	console.log(JSON.stringify({
		path,
		text,
		published: { date: iso(published(path)) },
		mentions: what === "people" ? people(text) : [],
		dates: what === "days" ? days(text, path) : [],
		lines: [],
		quotes: [],
	}));
}
