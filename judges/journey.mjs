// The whole story with two people, in Vietnamese, on a phone of 390 px: one files a birth registration, the city
// decides it, and at every step both see who has it and by when.

import { PHONE, takeNoted, watched } from "./lib/browser.mjs";
import { errorSummary, structure } from "./lib/checks.mjs";
import { CHILD, onward } from "./lib/filing.mjs";
import { drawPapers } from "./lib/papers.mjs";
import { signInByProvider } from "./lib/people.mjs";
import { Story, eventually } from "./lib/story.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";

export const name = "journey";

const PERSONA = "me";
const ADDRESS = "minh.anh@example.test";
const REASON = "Ảnh mờ ở góc dưới, xin chụp lại cả tờ.";
/** What no mail may say: it travels openly. */
const PERSONAL = [CHILD.child_name, CHILD.mother_name, CHILD.mother_number, "Trần Phú"];

export async function judge({ browser, demonstration, people, tally }) {
  const check = (what, body) => tally.check(`journey: ${what}`, body);
  const papers = await drawPapers(browser);
  await check("somebody signs in as a persona, and out again", () => signInAndOut(browser, demonstration));
  const story = await Story.begin({ demonstration, people }, `persona:${PERSONA}`);
  try {
    // Every step stands on the one before it, so the first that fails ends the story.
    for (const [what, body] of steps(story, papers)) {
      const held = await check(what, async () => {
        await body();
        story.nothingNoted();
      });
      if (!held) return;
    }
  } finally {
    await story.end();
  }
}

async function signInAndOut(browser, demonstration) {
  const context = await watched(browser, { viewport: PHONE });
  try {
    const page = await context.newPage();
    await signInByProvider(page, demonstration, PERSONA);
    await page.locator("header a[href='/account']").click();
    const shown = await page.locator("main").innerText();
    must(shown.includes("Nguyễn Thị Minh Anh"), "the account does not say who is signed in");
    must(!shown.includes(CHILD.mother_number), "the account shows the whole personal number");
    await page.locator("main form[action='/sign-out'] button").click();
    await page.waitForURL(`${demonstration.city}/`);
    await page.goto(`${demonstration.city}/cases`);
    must(!page.url().startsWith(`${demonstration.city}/cases`), "one's cases are open to somebody signed out");
    mustBeEmpty(takeNoted(context));
  } finally {
    await context.close();
  }
}

function steps(story, papers) {
  return [...filing(story, papers), ...deciding(story, papers), ...receiving(story)];
}

function filing(story, papers) {
  const { page } = story;
  return [
    ["the everyday words “con tôi mới sinh” find the birth registration", async () => {
      await page.goto(`${story.demonstration.city}/`);
      await page.locator("main input[name=q]").fill("con tôi mới sinh");
      await page.locator("main form[role=search] button").first().click();
      await page.waitForURL(/\/procedures\?/);
      const first = page.locator("main table a").first();
      must(/^Đăng ký khai sinh/i.test((await first.innerText()).trim()), `the first answer is ${await first.innerText()}`);
      await first.click();
      await page.waitForURL(/\/procedures\/1\.001193/);
    }],
    ["an answer left out is told on top, in the title and at the field, in the same words", async () => {
      await story.startHere();
      // On the first page the usual ground stands marked: nothing can be left out there.
      if (page.url().endsWith("/ground")) {
        await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/ground")), onward(page).click()]);
      }
      const isDesk = page.url().endsWith("/desk");
      await onward(page).click();
      await page.locator("[data-errors]").waitFor();
      mustBeEmpty(await errorSummary(page));
      mustBeEmpty(await structure(page));
      const focused = await page.evaluate(() => document.activeElement?.matches("[data-errors]"));
      must(focused === true, `the summary${isDesk ? " of the desk" : ""} is not what the keyboard is at`);
    }],
    ["the draft is filled in, with a phone photo, a picture and a document, and kept for later", async () => {
      await story.start();
      await story.fill({ papers: [papers.photo, papers.picture, papers.document] });
      const rows = await page.locator("dl.sum").allInnerTexts();
      must(rows.join(" ").includes(CHILD.child_name), "the check does not show the child's name");
      await page.goto(`${story.demonstration.city}/cases`);
      await page.locator("main a[href^='/drafts/']").first().click();
      await page.waitForURL(/\/drafts\/[^/]+\//);
      if (!page.url().endsWith("/check")) await story.fill({ papers: [] });
    }],
    ["without the undertaking nothing is sent", async () => {
      await onward(page).click();
      await page.locator("[data-errors]").waitFor();
      mustBeEmpty(await errorSummary(page));
    }],
    ["a double click sends once", async () => {
      await story.send((button) => button.dblclick());
      const mails = await eventually(async () => (await story.mails(ADDRESS)).length, "the mail about the sending");
      must(mails === 1, `${mails} mails tell of one sending`);
    }],
    ["going back and sending again leads to the same receipt", async () => {
      await page.goBack();
      await page.reload();
      const again = page.locator("#undertaking");
      if ((await again.count()) > 0) {
        await again.check();
        await onward(page).click();
      }
      await page.waitForURL(/\/sent\//);
      const shown = (await page.locator(".slip-no").textContent()).trim();
      must(shown === story.name, `${shown} instead of ${story.name}`);
    }],
    sees(story, "sent", { role: "receiving_officer", holder: /cán bộ tiếp nhận/i, step: /tiếp nhận/i }),
    ["the confirmation of sending is a PDF", () => story.paper("sending-receipt")],
  ];
}

function deciding(story, papers) {
  return [
    ["the desk accepts: number, Form 01 and a due date", async () => {
      await story.accept();
      await story.paper("form-01");
    }],
    sees(story, "accepted", { role: "receiving_officer", holder: /cán bộ tiếp nhận/i, step: /chờ chuyển/i }),
    ["the desk hands over, the division's head assigns", async () => {
      await story.handOver();
      await story.assign();
    }],
    sees(story, "in appraisal", { role: "specialist", holder: /Phạm Quốc Khánh|chuyên viên/, step: /thẩm định/i }),
    ["the specialist asks for a paper again, in one notice", async () => {
      await story.ask(REASON);
      await story.paper("form-02");
    }],
    sees(story, "waiting for the resident", { role: "specialist", holder: /bạn/i, when: /tạm dừng|trước/i, step: /chờ dân/i }),
    ["the resident reads why, and gives the paper again", async () => {
      await story.track();
      must((await story.page.locator("main").innerText()).includes(REASON), "the tracker does not say why");
      await story.answerSupplement([papers.photo]);
    }],
    sees(story, "answered", { role: "receiving_officer", holder: /cán bộ tiếp nhận/i, when: /./, step: /đã bổ sung/i }),
    ["the desk confirms that it is complete", () => story.confirm()],
    ["the specialist sees the papers as pictures, examines and drafts", async () => {
      const page = await story.open("specialist");
      const sheet = page.locator("img.sheet").first();
      await sheet.waitFor();
      must(await sheet.evaluate((image) => image.decode().then(() => image.naturalWidth > 100)), "the paper is not shown");
      await story.grant();
    }],
    sees(story, "before the signatory", { role: "head", holder: /thẩm quyền ký|Ngô Việt Hùng/i, step: /ký/i }),
    ["the head signs", () => story.sign()],
    sees(story, "before the clerk", { role: "clerk", holder: /văn thư|Bùi Thị Hạnh/i, step: /ban hành/i }),
    ["the clerk issues", () => story.issue()],
  ];
}

function receiving(story) {
  const { page } = story;
  return [
    ["the resident takes the result, a PDF", async () => {
      const bytes = await story.collect();
      must(bytes.length > 5000, `the result has only ${bytes.length} bytes`);
    }],
    ["the resident rates", async () => {
      await story.rate(5);
      must((await page.locator("main").innerText()).includes("5"), "the rating is not shown");
    }],
    ["mails told of it, without a personal detail", async () => {
      const mails = await eventually(async () => {
        const all = await story.mails(ADDRESS);
        return all.length >= 5 && all;
      }, "five mails");
      const told = mails.map(({ subject, text }) => `${subject} ${text}`).join(" ");
      mustBeEmpty(PERSONAL.filter((detail) => told.includes(detail)).map((detail) => `a mail says ${detail}`));
    }],
    ["the inbox on the site has the same notices", async () => {
      await page.goto(`${story.demonstration.city}/notices`);
      must((await page.locator(".log > li").count()) >= 5, "fewer than five notices");
    }],
    ["the resident sees which officers looked", async () => {
      await page.goto(`${story.demonstration.city}/account/looks`);
      must((await page.locator("main").innerText()).includes("Phạm Quốc Khánh"), "the specialist's look is not listed");
    }],
    ["anybody with the number sees the state and nothing personal", async () => {
      await page.goto(`${story.demonstration.city}/track?name=${encodeURIComponent(story.name)}`);
      const shown = await page.locator("main").innerText();
      must(/trả kết quả/i.test(shown), `the public progress says: ${shown.slice(0, 200)}`);
      mustBeEmpty(PERSONAL.filter((detail) => shown.includes(detail)).map((detail) => `it says ${detail}`));
    }],
  ];
}

/** Both sides see the same: who has the case, where it stands, by when. */
function sees(story, state, { role, holder, step, when = /\d/ }) {
  return [`${state}: both sides see who has it and by when`, async () => {
    const answers = await story.track();
    must(holder.test(answers.holder), `the resident reads that it is with “${answers.holder}”`);
    must(when.test(answers.when), `the resident reads “${answers.when}” for when`);
    const seen = await story.seen(role);
    must(step.test(seen.side), `the officer's page does not say ${step}: ${seen.side.slice(0, 300)}`);
    must(when.test(seen.head) || /tạm dừng/i.test(seen.head), `the officer's page says no time: ${seen.head}`);
    must(seen.log.length > 0, "the officer's page has no log");
  }];
}
