// What officers do on their pages: finding a case by its number, and the acts on it.

import { must } from "./tally.mjs";

/** Opens a case as an officer would: by typing its number. */
export async function openCase(page, origin, name) {
  await page.goto(`${origin}/desk`);
  await page.locator("header input[name=q]").fill(name);
  await Promise.all([page.waitForURL(/\/desk\/cases\//), page.locator("header input[name=q]").press("Enter")]).catch(async () => {
    must(false, `${name} is not found: ${(await page.locator("main").innerText()).slice(0, 200)}`);
  });
}

/** Presses the button of an act that needs no words. */
export async function press(page, slug) {
  await done(page, page.locator(`main form[action$="/${slug}"] button.btn`).first());
}

/** Opens the page of an act that needs words. */
export async function openAct(page, slug) {
  await Promise.all([page.waitForURL(new RegExp(`/${slug}\\b`)), page.locator(`main a[href*="/${slug}?"]`).first().click()]);
}

/** Presses a button and sees the line that says what was done; gives the name of the case in it. */
export async function done(page, button) {
  must((await button.count()) > 0, `the act is not offered on ${page.url()}: ${(await page.locator(".judge").allInnerTexts()).join(" ").slice(0, 300)}`);
  await button.click();
  await page.waitForURL(/[?&]done=/).catch(async () => {
    must(false, `the act did not go through: ${page.url()} · ${(await page.locator("main").innerText()).slice(0, 300)}`);
  });
  must((await page.locator(".done-line").count()) === 1, "no line says what was done");
  return new URL(page.url()).searchParams.get("of");
}

/** Who has the case, where it stands and by when, as the officer's page says. */
export function facts(page) {
  return page.evaluate(() => ({
    head: document.querySelector(".case-head")?.innerText ?? "",
    side: document.querySelector(".facts-side")?.innerText ?? "",
    log: [...document.querySelectorAll(".log > li")].map((entry) => entry.innerText),
  }));
}

/** The four answers of the tracker. */
export async function fourAnswers(page) {
  const answers = await page.locator("dl.answers > div > dd").allInnerTexts();
  must(answers.length === 4, `${answers.length} answers on the tracker of ${page.url()}`);
  const [received, holder, next, when] = answers.map((answer) => answer.replace(/\s+/g, " ").trim());
  for (const answer of [received, holder, next, when]) must(answer !== "", "an answer of the tracker is empty");
  return { received, holder, next, when };
}
