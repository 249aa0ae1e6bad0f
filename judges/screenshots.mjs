// Pictures of the demonstration's main pages, to set beside the design and for the README:
// `node screenshots.mjs FOLDER`, with MOTCUA_BINARY set. Everything on them is invented.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { DESK, PHONE, launch } from "./lib/browser.mjs";
import { Demonstration } from "./lib/demonstration.mjs";
import { onward } from "./lib/filing.mjs";
import { drawPapers } from "./lib/papers.mjs";
import { People } from "./lib/people.mjs";
import { BIRTH, Story } from "./lib/story.mjs";

const OFFICE = { width: 1366, height: 768 };
/** Longer pages are shown from their top. */
const HEIGHT_MAX = 1500;
/** The page of the form whose error is pictured, where it is asked. */
const WITH_ERROR = /^q\/(ngay-sinh|ten-be)$/;

class Album {
  constructor(folder) {
    this.folder = folder;
  }

  /** The page as it stands, on a phone and on a desk; an office's page in the office's size, one screen of it. */
  async take(page, name) {
    const isOffice = new URL(page.url()).host.startsWith("staff.");
    const sizes = isOffice ? [["office", OFFICE]] : [["phone", PHONE], ["desktop", DESK]];
    const before = page.viewportSize();
    for (const [size, viewport] of sizes) {
      await page.setViewportSize(viewport);
      const height = await page.evaluate(() => {
        if (!document.activeElement?.matches("[data-errors]")) document.activeElement?.blur();
        return document.scrollingElement.scrollHeight;
      });
      // A screen as high as the page shows what stays at its edge where it belongs.
      if (!isOffice) await page.setViewportSize({ ...viewport, height: Math.min(height, HEIGHT_MAX) });
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: join(this.folder, `${name}-${size}.png`) });
    }
    await page.setViewportSize(before);
  }
}

async function take(browser, demonstration, album) {
  const people = new People(browser, demonstration);
  const papers = await drawPapers(browser);
  const story = await Story.begin({ demonstration, people }, "persona:me");
  const { page } = story;
  const open = async (path, name) => {
    await page.goto(demonstration.city + path);
    await album.take(page, name);
  };
  try {
    await open("/procedures?q=con+t%C3%B4i+m%E1%BB%9Bi+sinh", "search");
    await open(BIRTH, "procedure");
    await fileAndTake(story, papers, album);
    await decideAndTake(story, papers, album, people);
    await open("/", "home");
    await open("/cases", "cases");
  } finally {
    await story.end();
  }
}

async function fileAndTake(story, papers, album) {
  const { page } = story;
  await story.startHere();
  await story.fill({
    papers: [papers.photo, papers.document],
    at: async (place) => {
      if (WITH_ERROR.test(place)) {
        await onward(page).click();
        await page.locator("[data-errors]").waitFor();
        await album.take(page, "question-error");
      } else if (place === "check") {
        await album.take(page, "check");
      }
    },
  });
  await story.send();
  await album.take(page, "sent");
}

async function decideAndTake(story, papers, album, people) {
  const inbox = await story.officer("receiving_officer");
  await inbox.goto(`${story.demonstration.staff}/desk?queue=agency`);
  await album.take(inbox, "inbox");
  await story.accept();
  await story.handOver();
  await story.assign();
  const officer = await story.open("specialist");
  await officer.locator("img.sheet").first().evaluate((image) => image.decode());
  await album.take(officer, "case");
  await story.track();
  await album.take(story.page, "tracker");
  await story.ask("Ảnh mờ ở góc dưới, xin chụp lại cả tờ.");
  await story.track();
  await album.take(story.page, "tracker-your-turn");
  const english = await people.context(story.who, { lang: "en" });
  const page = await english.newPage();
  await page.goto(`${story.demonstration.city}/cases/${story.name}`);
  await album.take(page, "tracker-english");
  await english.close();
  await story.answerSupplement([papers.photo]);
}

const [folder] = process.argv.slice(2);
const binary = process.env.MOTCUA_BINARY;
if (folder === undefined || binary === undefined) throw new Error("usage: MOTCUA_BINARY=… node screenshots.mjs FOLDER");
await mkdir(folder, { recursive: true });
const browser = await launch();
const demonstration = await Demonstration.start({ binary });
try {
  await take(browser, demonstration, new Album(folder));
} finally {
  await demonstration.stop();
  await browser.close();
}
