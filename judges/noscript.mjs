// The citizen's half once more, with script off: finding, filing with papers, sending, following, completing, receiving.
// Officers do their part with script, as they do elsewhere.

import { CHILD, onward } from "./lib/filing.mjs";
import { drawPapers } from "./lib/papers.mjs";
import { Story } from "./lib/story.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";
import { errorSummary } from "./lib/checks.mjs";

export const name = "noscript";

export async function judge({ browser, demonstration, people, tally }) {
  const papers = await drawPapers(browser);
  const story = await Story.begin({ demonstration, people }, "resident", { javaScriptEnabled: false });
  const { page } = story;
  const steps = [
    ["the language can be switched and switched back", async () => {
      await page.goto(`${demonstration.city}/`);
      for (const lang of ["en", "vi"]) {
        await page.locator(`header a[hreflang=${lang}]`).click();
        must((await page.locator("html").getAttribute("lang")) === lang, `the page is not in ${lang}`);
      }
    }],
    ["searching without marks finds the birth registration", async () => {
      await page.locator("main input[name=q]").fill("con toi moi sinh");
      await page.locator("main form[role=search] button").first().click();
      await page.locator("main table a[href*='1.001193']").first().click();
      await page.waitForURL(/1\.001193/);
    }],
    ["an answer left out is told", async () => {
      await story.startHere();
      // On the first page the usual ground stands marked: nothing can be left out there.
      if (page.url().endsWith("/ground")) {
        await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/ground")), onward(page).click()]);
      }
      await onward(page).click();
      mustBeEmpty(await errorSummary(page));
    }],
    ["the draft is filled in, with papers", async () => {
      await story.start();
      await story.fill({ papers: [papers.picture, papers.document] });
      must((await page.locator("main").innerText()).includes(CHILD.child_name), "the check does not show the answers");
    }],
    ["it is sent, and the receipt can be opened again", async () => {
      await story.send();
      const receipt = page.url();
      await page.goto(`${demonstration.city}/`);
      await page.goto(receipt);
      must((await page.locator(".slip-no").textContent()).trim() === story.name, "the receipt is another");
    }],
    ["the desk accepts and asks on", async () => {
      await story.track();
      await story.accept();
      await story.handOver();
      await story.assign();
      await story.ask("Thiếu trang thứ hai.");
    }],
    ["the supplement is given", () => story.answerSupplement([papers.document])],
    ["the city decides", async () => {
      await story.confirm();
      await story.grant();
      await story.sign();
      await story.issue();
    }],
    ["the result is taken and the service rated", async () => {
      await story.collect();
      await story.rate(4);
    }],
    ["a draft is thrown away", async () => {
      await story.start();
      await page.goto(`${demonstration.city}/cases`);
      await page.locator("main a[href$='/discard']").first().click();
      await onward(page).click();
      await page.waitForURL(/\/cases$/);
      must((await page.locator("main a[href$='/discard']").count()) === 0, "the draft is still there");
    }],
  ];
  try {
    for (const [what, body] of steps) {
      const held = await tally.check(`noscript: ${what}`, async () => {
        await body();
        story.nothingNoted();
      });
      if (!held) return;
    }
  } finally {
    await story.end();
  }
}
