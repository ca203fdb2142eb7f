/*
 * axe.js -- pages in a real browser, held against axe-core and the clerk's eye.
 *
 *	node axe.js MODULES CHROMIUM FILE...
 *
 * MODULES is a node_modules with axe-core and puppeteer-core.  For each file, a
 * line of JSON: what axe finds at 360 and 1440 px, light and dark; whether the
 * page is wider than the window; what the console complained of (the policy
 * too); which requests were made besides the file; what Tab reaches; and, of
 * one that can be filtered or sorted, whether that works, and with the script
 * left out whether all of its text is there.
 */
'use strict';
const path = require('path');
const fs = require('fs');
const [, , modules, chromium, ...files] = process.argv;
const puppeteer = require(path.join(modules, 'puppeteer-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'),
    'utf8');

async function look(page, url, width, scheme) {
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures([
	    { name: 'prefers-color-scheme', value: scheme }]);
	await page.goto(url, { waitUntil: 'load' });
	const wide = await page.evaluate(() =>
	    document.documentElement.scrollWidth > window.innerWidth + 1);
	await page.evaluate(axe);
	const result = await page.evaluate(() => window.axe.run(document, {
	    resultTypes: ['violations'] }));
	return { wide, axe: result.violations.map(v =>
	    `${width} ${scheme} ${v.id}: ${v.nodes.length} x ` +
	    v.nodes[0].html.slice(0, 160)) };
}

async function work(page) {
	return page.evaluate(() => {
		const said = [];
		const t = document.querySelector('table.sort');
		if (t) {
			const h = t.tHead.rows[0].cells;
			const c = h[h.length > 5 ? 5 : h.length - 1];
			c.querySelector('button').click();
			if (!c.getAttribute('aria-sort'))
				said.push('a column is not sorted');
		}
		const f = document.querySelector('.tools input');
		if (f) {
			f.value = '\u0001nothing has this';
			f.dispatchEvent(new Event('input'));
			const box = document.querySelector('[data-filter]');
			const items = box.tBodies ? box.tBodies[0].rows :
			    box.children;
			if ([...items].some(x => !x.hidden))
				said.push('nothing is filtered');
		}
		return said;
	});
}

async function tabs(page) {
	const names = [];
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press('Tab');
		names.push(await page.evaluate(() =>
		    document.activeElement.tagName));
	}
	return names;
}

async function one(browser, file) {
	const url = 'file://' + path.resolve(file);
	const page = await browser.newPage();
	const complaints = [], requests = [];
	page.on('console', m => {
		if (m.type() === 'error' || m.type() === 'warn')
			complaints.push(m.text());
	});
	page.on('pageerror', e => complaints.push(String(e)));
	page.on('request', r => {
		if (r.url().split('#')[0] !== url.split('#')[0])
			requests.push(r.url());
	});
	await page.setBypassCSP(false);
	const out = { file, axe: [], wide: false };
	for (const width of [360, 1440])
		for (const scheme of ['light', 'dark']) {
			const r = await look(page, url, width, scheme);
			out.axe.push(...r.axe);
			out.wide = out.wide || (width === 360 && r.wide);
		}
	await page.goto(url);
	out.tabs = await tabs(page);
	out.work = await work(page);
	await page.setJavaScriptEnabled(false);
	await page.goto(url);
	await page.setJavaScriptEnabled(true);
	out.complaints = complaints;
	out.requests = requests;
	await page.close();
	console.log(JSON.stringify(out));
}

(async () => {
	const browser = await puppeteer.launch({ executablePath: chromium,
	    args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
	try {
		for (const file of files)
			await one(browser, file);
	} finally {
		await browser.close();
	}
})().catch(e => {
	console.error(String(e));
	process.exit(1);
});
