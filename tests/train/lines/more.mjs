// More labelled dumps to learn lines from: more.mjs PAGES FOLDER
//
// Pages whose text nobody marked are marked by @mozilla/readability, which also marked those that
// are counted. Writes FOLDER/N/{source.html, expected.html, expected.json}; label.py of the data's
// folder makes dumps and labels of them.
import {Readability} from '@mozilla/readability';
import {JSDOM, VirtualConsole} from 'jsdom';
import fs from 'fs';
import path from 'path';

const [pages, folder] = process.argv.slice(2);
const names = fs.readdirSync(pages).filter((name) => name.endsWith('.html')).sort();

names.forEach((name, place) => {
	const html = fs.readFileSync(path.join(pages, name), 'utf8');
	const options = {url: 'http://page.example/', virtualConsole: new VirtualConsole()};
	let article = null;

	try {
		article = new Readability(new JSDOM(html, options).window.document).parse();
	} catch (error) {
		console.error(`${name}: ${error.message}`);
	}
	if (!article || !article.content)
		return;
	const made = path.join(folder, String(place).padStart(3, '0'));
	fs.mkdirSync(made, {recursive: true});
	fs.writeFileSync(path.join(made, 'source.html'), html);
	fs.writeFileSync(path.join(made, 'expected.html'), article.content);
	fs.writeFileSync(path.join(made, 'expected.json'),
		JSON.stringify({title: article.title, byline: article.byline, publishedTime: null}));
});
