// An officer works by the keyboard: open, decide, and the next case is there, in three keys. Letters do nothing inside
// a field, and can be switched off.

import { DESK, takeNoted } from "./lib/browser.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";

export const name = "keys";

/** Presses a key that leads to another page. */
async function leads(page, key, to) {
  const before = page.url();
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before && to.test(url.href)).catch(() => {
    must(false, `${key} leads from ${before} to ${page.url()}, not to ${to}`);
  });
}

/** Presses keys that must lead nowhere. */
async function stays(page, keys, where) {
  const before = page.url();
  for (const key of keys) await page.keyboard.press(key);
  // What a key would have opened has begun to load by the time that the page answers again.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  must(page.url() === before, `${keys.join("")} ${where} leads to ${page.url()}`);
}

export async function judge({ demonstration, people, tally }) {
  const context = await people.context("receiving_officer", { viewport: DESK });
  try {
    const page = await context.newPage();
    await page.goto(`${demonstration.staff}/desk`);
    await tally.check("keys: the first case opens, is accepted, and the next one opens, in three keys", async () => {
      await page.keyboard.press("j");
      must((await page.locator(".grid tr.cur").count()) === 1, "J marks no row");
      await leads(page, "Enter", /\/desk\/cases\//);
      await leads(page, "a", /\/desk\/cases\/.*done=accept/);
      must((await page.locator(".done-line").count()) === 1, "no line says what was done");
      await page.goto(`${demonstration.staff}/desk`);
      await leads(page, "n", /\/desk\/cases\//);
    });
    await tally.check("keys: the cases beside it, and back to the queue", async () => {
      await leads(page, "j", /\/desk\/cases\//);
      await leads(page, "k", /\/desk\/cases\//);
      await leads(page, "h", /\/desk/);
    });
    await tally.check("keys: letters do nothing inside a field", async () => {
      await leads(page, "n", /\/desk\/cases\//);
      await page.locator("#note").focus();
      await stays(page, ["a", "b", "t", "n", "j", "h"], "in the note");
      must((await page.locator("#note").inputValue()) === "abtnjh", "the note does not hold what was typed");
      await page.keyboard.press("Escape");
    });
    await tally.check("keys: letters can be switched off, and stay so", async () => {
      await page.goto(`${demonstration.staff}/desk`);
      await page.locator("[data-keys-toggle]").click();
      await page.reload();
      await stays(page, ["j", "n", "h", "?"], "when switched off");
      await page.locator("[data-keys-toggle]").click();
      await leads(page, "?", /\/desk\/keys/);
    });
    await tally.check("keys: nothing was noted", () => mustBeEmpty(takeNoted(context)));
  } finally {
    await context.close();
  }
}
