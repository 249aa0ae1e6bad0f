// What is asked of every page, in every state. Each check gives a list of findings in words; an empty one is good.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The narrowest page that must not scroll sideways: WCAG 1.4.10. */
const NARROW = 320;
const BYTES_MAX = 50_000;
const REQUESTS_MAX = 10;
/** So many stops of the Tab key are looked at. */
const STOPS_MAX = 60;

/** Axe itself, injected: a wrapper may bring an older engine than the one that is locked. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations, testEngine } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    RULES,
  );
  return violations.flatMap((broken) =>
    broken.nodes.slice(0, 5).map((node) => {
      const where = `${node.target.join(" ")} · ${node.html.slice(0, 160)}`;
      const why = node.failureSummary.split("\n").slice(1, 3).map((line) => line.trim()).join("; ");
      return `axe ${testEngine.version} ${broken.id}: ${where} · ${why}`;
    }),
  );
}

/** No page scrolls sideways, and no part of it hides beyond the edge. */
export async function reflow(page, width = NARROW) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const wide = await page.evaluate((width) => {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= width) return [];
    const culprits = [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > width + 1 && one.closest(".scroll") === null)
      .slice(-4)
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""} to ${Math.round(one.getBoundingClientRect().right)}`);
    return [`scrolls sideways at ${width} px: ${scrollWidth} px wide (${culprits.join(", ")})`];
  }, width);
  await page.setViewportSize(before);
  return wide;
}

/** The document: its language, one h1, headings in order, landmarks, a title that says so when something is wrong. */
export function structure(page) {
  return page.evaluate(() => {
    const found = [];
    const { lang } = document.documentElement;
    if (!/^(vi|en)$/.test(lang)) found.push(`the page's language is “${lang}”`);
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]));
    const firsts = headings.filter((level) => level === 1).length;
    if (firsts !== 1) found.push(`${firsts} h1 on the page`);
    const skipped = headings.findIndex((level, at) => at > 0 && level > headings[at - 1] + 1);
    if (skipped > 0) found.push(`h${headings[skipped]} follows h${headings[skipped - 1]}`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main landmark");
    if (document.title.trim() === "") found.push("no title");
    const hasErrors = document.querySelector("[data-errors]") !== null;
    const says = /^(Lỗi|Error): /.test(document.title);
    if (hasErrors !== says) found.push(`errors on the page: ${hasErrors}, in the title: ${says} (“${document.title}”)`);
    if (document.querySelector("[style], style") !== null) found.push("an inline style");
    if (document.querySelector("script:not([src])") !== null) found.push("an inline script");
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) found.push(`the id ${twice} stands twice`);
    return found;
  });
}

/** Every word of the summary stands beside its field too, and leads there. */
export function errorSummary(page) {
  return page.evaluate(() => {
    const summary = document.querySelector("[data-errors]");
    if (summary === null) return ["no summary of errors"];
    const found = [];
    const links = [...summary.querySelectorAll("a")];
    if (links.length === 0) found.push("the summary lists nothing");
    for (const link of links) {
      const field = document.getElementById(link.getAttribute("href").slice(1));
      if (field === null) {
        found.push(`${link.getAttribute("href")} leads nowhere`);
        continue;
      }
      // A part of an address or of a date has its words at the whole.
      const around = [];
      for (let part = field; part !== null; part = part.parentElement?.closest(".field, .ask, fieldset") ?? null) around.push(part);
      if (!around.some((part) => part.textContent.includes(link.textContent))) {
        found.push(`“${link.textContent}” does not stand beside its field`);
      }
    }
    return found;
  });
}

/** The weight of one opening of a page in an empty browser; call it before the page opens. */
export function weigh(page) {
  const sizes = [];
  const add = (request) => sizes.push(request.sizes().then(({ responseBodySize }) => [responseBodySize, request.url()]).catch(() => [0, ""]));
  page.on("requestfinished", add);
  return async () => {
    page.off("requestfinished", add);
    const all = await Promise.all(sizes);
    const bytes = all.reduce((sum, [size]) => sum + size, 0);
    const found = [];
    if (bytes > BYTES_MAX) found.push(`${bytes} bytes, more than ${BYTES_MAX}`);
    if (all.length > REQUESTS_MAX) found.push(`${all.length} requests, more than ${REQUESTS_MAX}`);
    return found;
  };
}

/** With the keyboard alone: the skip link comes first, each stop shows its focus and is not covered, nothing traps. */
export async function keyboard(page) {
  const found = [];
  // Where the Tab key goes on from is not reset by leaving a field; it is by something that stood first and is gone.
  await page.evaluate(() => {
    const first = document.createElement("span");
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
    scrollTo(0, 0);
  });
  const seen = new Set();
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focusNow);
    if (at === null || seen.has(at.path)) break;
    seen.add(at.path);
    if (stop === 0 && !at.isSkip) found.push(`the first stop is ${at.name}, not the skip link`);
    if (!at.isShown) found.push(`focus cannot be seen on ${at.name}`);
    if (at.isCovered) found.push(`covered while focused: ${at.name}`);
  }
  if (seen.size < 2) found.push("the Tab key reaches almost nothing");
  return found;
}

/** Runs in the page: what has the focus, and whether one can see it. */
function focusNow() {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const path = [];
  for (let part = one; part.parentElement !== null; part = part.parentElement) {
    path.unshift([...part.parentElement.children].indexOf(part));
  }
  // A choice that is drawn anew shows its focus on the row around it.
  const carriers = [one, one.closest("label"), one.nextElementSibling].filter((part) => part !== null);
  const isShown = carriers.some((part) => {
    const style = getComputedStyle(part);
    const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return hasOutline || style.boxShadow !== "none";
  });
  const box = (one.closest("label") ?? one).getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const owner = one.closest("label") ?? one;
  const isCovered = box.width > 0 && (top === null || !(owner.contains(top) || top.contains(owner)));
  const name = `${one.tagName.toLowerCase()} “${(one.textContent || one.getAttribute("aria-label") || one.name || "").trim().slice(0, 40)}”`;
  return { path: path.join("."), name, isShown, isCovered, isSkip: one.matches("a.skip") };
}
