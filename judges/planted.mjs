// Each check first fails what it must fail: a small page with one planted fault for each, and the same page without
// any, in which nothing may be found. A judge counts only when its planted faults were found.

import { createServer } from "node:http";

import { DESK, PHONE, takeNoted, watched } from "./lib/browser.mjs";
import { axe, errorSummary, keyboard, reflow, structure, weigh } from "./lib/checks.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";

const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' http://elsewhere.example";
const STYLE = `
body { margin: 0; background: #fff; color: #13262d; font: 16px/1.5 sans-serif }
:focus-visible { outline: 3px solid #13262d }
.skip { position: absolute; left: -999px } .skip:focus { left: 0 }
input { width: 8em } a { display: inline-block; padding: 4px }
.pale { color: #ccc } .wide { width: 700px } .blind { outline: none }
.lid { position: fixed; inset: 0; background: #fff }`;
const GOOD = `<a class="skip" href="#main">Skip</a><main id="main"><h1>A page</h1>
<form><label for="name">Name</label> <input id="name" name="name"></form><p><a href="/">Home</a></p></main>`;
const ERRORS = `<main id="main"><div data-errors><h2>One thing</h2><ul><li><a href="#name">Enter a name</a></li></ul></div>
<div class="field"><h1>A page</h1><label for="name">Name</label><p>Enter a name</p><input id="name"></div></main>`;

const page = (body, { lang = "en", head = "", title = "A page" } = {}) =>
  `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="/dot.svg"><link rel="stylesheet" href="/style.css">${head}</head><body>${body}</body></html>`;
const within = (part) => page(GOOD.replace("</main>", `${part}</main>`));

/** Address, page, the check that must find something, and the word that it must say. */
const FAULTS = [
  ["an input without a label", within(`<input name="lost">`), axe, "label"],
  ["a page without a language", page(GOOD, { lang: "" }), axe, "html-has-lang"],
  ["a page without a language, read by structure", page(GOOD, { lang: "" }), structure, "language"],
  ["pale words", within(`<p class="pale">Pale</p>`), axe, "color-contrast"],
  ["a picture without words", within(`<img src="/dot.svg">`), axe, "image-alt"],
  ["targets too small and too near", within(`<p><input type="checkbox" aria-label="a"><input type="checkbox" aria-label="b"></p>`).replace("</head>", `<link rel="stylesheet" href="/small.css"></head>`), axe, "target-size"],
  ["a sideways scroll", within(`<p class="wide">Wide</p>`), reflow, "sideways"],
  ["two first headings", within("<h1>Another</h1>"), structure, "2 h1"],
  ["a heading that skips a level", within("<h3>Deep</h3>"), structure, "h3 follows h1"],
  ["errors that the title keeps silent", page(ERRORS), structure, "errors on the page"],
  ["a summary that leads nowhere", page(ERRORS.replace("#name", "#lost")), errorSummary, "nowhere"],
  ["a summary with other words", page(ERRORS.replace("<p>Enter a name</p>", "<p>Wrong</p>")), errorSummary, "beside"],
  ["an inline style", within(`<p style="color: red">Red</p>`), structure, "inline style"],
  ["focus that cannot be seen", within(`<button class="blind">Blind</button>`), keyboard, "cannot be seen"],
  ["focus under a lid", page(`${GOOD}<div class="lid"></div>`), keyboard, "covered"],
  ["no skip link", page(GOOD.replace(/<a class="skip".*?<\/a>/, "")), keyboard, "skip link"],
];
/** The same for what is noted while a page opens. */
const NOTED = [
  ["an inline style under the policy", within(`<p style="color: red">Red</p>`), "console"],
  ["an inline script under the policy", within("<script>document.title = 1</script>"), "console"],
  ["a request to another host", within(`<img alt="" src="http://elsewhere.example/pixel.png">`), "leaves the house"],
  ["a script that throws", page(GOOD, { head: `<script src="/throws.js" defer></script>` }), "script"],
  ["a picture that is not there", within(`<img alt="" src="/missing.png">`), "404"],
];
const HEAVY = page(GOOD, { head: `<script src="/heavy.js" defer></script>` });

const TEXT = "text/plain; charset=utf-8";
const PARTS = {
  "/style.css": ["text/css", STYLE],
  "/small.css": ["text/css", "input[type=checkbox] { width: 12px; height: 12px; margin: 0 }"],
  "/dot.svg": ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`],
  "/throws.js": ["text/javascript", "throw new Error('planted');"],
  "/heavy.js": ["text/javascript", `// ${"x".repeat(60_000)}`],
};

async function serve(pages) {
  const server = createServer((request, response) => {
    const [type, body] = PARTS[request.url] ?? (pages.has(request.url) ? ["text/html", pages.get(request.url)] : [TEXT, undefined]);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type, "content-security-policy": CSP });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

export const name = "planted";

export async function judge({ browser, tally }) {
  const pages = new Map([["/good", page(GOOD)], ["/heavy", HEAVY], ["/errors", page(ERRORS, { title: "Error: A page" })]]);
  FAULTS.forEach(([, html], at) => pages.set(`/fault/${at}`, html));
  NOTED.forEach(([, html], at) => pages.set(`/noted/${at}`, html));
  const server = await serve(pages);
  const origin = `http://127.0.0.1:${server.address().port}`;
  try {
    await tally.check("planted: a page without fault passes every check", () => spotless(browser, origin));
    for (const [at, [what, , check, word]] of FAULTS.entries()) {
      await tally.check(`planted: ${what} is found`, () =>
        opened(browser, `${origin}/fault/${at}`, async (page) => finds(await check(page), word)));
    }
    for (const [at, [what, , word]] of NOTED.entries()) {
      await tally.check(`planted: ${what} is found`, () =>
        opened(browser, `${origin}/noted/${at}`, (page) => finds(takeNoted(page.context()), word)));
    }
    await tally.check("planted: a heavy page is found", () =>
      opened(browser, `${origin}/heavy`, async (page) => finds(await page.weighed(), "bytes")));
  } finally {
    server.close();
  }
}

function finds(findings, word) {
  must(findings.some((finding) => finding.includes(word)), `nothing about “${word}” among ${JSON.stringify(findings)}`);
}

async function opened(browser, address, look) {
  const context = await watched(browser);
  try {
    const page = await context.newPage();
    page.weighed = weigh(page);
    await page.goto(address);
    await look(page);
  } finally {
    await context.close();
  }
}

async function spotless(browser, origin) {
  await opened(browser, `${origin}/good`, async (page) => {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      for (const check of [axe, structure, reflow, keyboard]) mustBeEmpty(await check(page));
    }
    mustBeEmpty(await page.weighed());
    mustBeEmpty(takeNoted(page.context()));
  });
  await opened(browser, `${origin}/errors`, async (page) => {
    mustBeEmpty(await structure(page));
    mustBeEmpty(await errorSummary(page));
  });
}
