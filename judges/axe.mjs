// Every page in each state, in both languages, on a phone and on a desk: axe finds nothing, nothing scrolls sideways at
// 320 px, the document is in order, the weight is in its budget, the keyboard reaches everything and shows where it is.

import { DESK, PHONE, takeNoted } from "./lib/browser.mjs";
import { axe, errorSummary, keyboard, reflow, structure, weigh } from "./lib/checks.mjs";
import { onward } from "./lib/filing.mjs";
import { done, openAct } from "./lib/desk.mjs";
import { drawPapers } from "./lib/papers.mjs";
import { BIRTH, Story } from "./lib/story.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";

export const name = "axe";

const LANGS = ["vi", "en"];
/** No register knows anything for this persona, so that every question is asked. */
const PERSONA = "persona:chu-quan-an";
/** Nobody with this persona has a case. */
const EMPTY = "persona:nguoi-cao-tuoi";

/** Pages that one can simply open: who, a name, the path. */
const CITY = [
  ["", "home, signed out", "/"],
  [EMPTY, "home, signed in", "/"],
  ["", "search with answers", "/procedures?q=con+t%C3%B4i+m%E1%BB%9Bi+sinh"],
  ["", "search without answers", "/procedures?q=qqqqzzzz"],
  ["", "all procedures", "/procedures"],
  ["", "procedure, signed out", BIRTH],
  [EMPTY, "procedure, signed in", BIRTH],
  ["", "help", "/help"],
  ["", "desks", "/offices"],
  ["", "desks, one found", "/offices?q=hai+chau"],
  ["", "desks, none found", "/offices?q=qqqqzzzz"],
  ["", "accessibility", "/accessibility"],
  ["", "privacy", "/privacy"],
  [EMPTY, "cases, none", "/cases"],
  [EMPTY, "notices, none", "/notices"],
  [EMPTY, "account", "/account"],
  [EMPTY, "looks, none", "/account/looks"],
  ["", "track, empty", "/track"],
  ["", "track, unknown number", "/track?name=H00.000-000000-0000"],
  ["", "problem, not found", "/nothing-here"],
  ["", "problem explained, too many", "/problems/too-many"],
  [EMPTY, "problem, a case of somebody else", "/cases/GN-00000-00000"],
];
const QUEUES = ["mine", "agency", "unassigned", "late", "today", "within-24-hours", "paused", "intake", "appraisal",
  "signing", "issuing", "ready", "answered", "withdrawal", "applicant"];
const STAFF = [
  ["", "sign-in", "/sign-in"],
  ["", "problem, invitation used up", `/invitation/${"0".repeat(64)}`],
  ...QUEUES.map((queue) => ["receiving_officer", `inbox ${queue}`, `/desk?queue=${queue}`]),
  ...["specialist", "division_head", "head", "clerk", "returning_officer", "watcher"].map((role) =>
    [role, `inbox mine, of ${role}`, "/desk"]),
  ["receiving_officer", "inbox mine, number not found", "/desk?q=H17.000-000000-0000"],
  ["receiving_officer", "inbox agency, narrowed", "/desk?queue=agency&channel=online"],
  ["receiving_officer", "keys", "/desk/keys"],
  ["receiving_officer", "register", "/desk/register"],
  ["head", "head's desk", "/desk/head"],
  ["division_head", "head's desk, of a division head", "/desk/head"],
  ["head", "late cases", "/desk/head/cases?risk=late"],
  ["receiving_officer", "problem, not found", "/desk/cases/GN-00000-00000"],
  ["receiving_officer", "problem, not of this office", "/desk/staff"],
  ["administrator", "staff", "/desk/staff"],
  ["administrator", "calendar", "/desk/calendar"],
  ["catalogue_admin", "catalogue", "/desk/catalogue"],
];
/** Where the keyboard goes from stop to stop; it takes time, so not in every state. */
const BY_KEYBOARD = ["home, signed out", "search with answers", "procedure, signed in", "question ngay-sinh", "papers", "check",
  "tracker, in appraisal", "track, empty", "inbox agency", "case, sent", "supplement", "staff"];

export async function judge({ browser, demonstration, people, tally }) {
  const inspector = new Inspector({ demonstration, people, tally });
  try {
    for (const [who, what, path] of CITY) await inspector.open(who, what, demonstration.city + path);
    for (const [who, what, path] of STAFF) await inspector.open(who, what, demonstration.staff + path);
    await tellIt({ browser, demonstration, people, inspector, tally });
    inspector.titles();
  } finally {
    await inspector.end();
  }
}

/** Looks at pages, and remembers their titles. */
class Inspector {
  #contexts = new Map();
  #titles = new Map();

  constructor(parts) {
    Object.assign(this, parts);
  }

  async #context(who, lang) {
    const key = `${who} ${lang}`;
    if (!this.#contexts.has(key)) this.#contexts.set(key, await this.people.context(who, { lang }));
    return this.#contexts.get(key);
  }

  /** A page that can be opened by its address, in both languages. */
  async open(who, what, address) {
    for (const lang of LANGS) {
      await this.tally.check(`axe: ${what} (${lang})`, async () => {
        const context = await this.#context(who, lang);
        const page = await context.newPage();
        try {
          // Chromium keeps parts of pages; a page is weighed as somebody opens it who was never here.
          await (await context.newCDPSession(page)).send("Network.setCacheDisabled", { cacheDisabled: true });
          const weighed = weigh(page);
          await page.goto(address, { waitUntil: "load" });
          const weight = address.startsWith(this.demonstration.city) ? await weighed() : [];
          mustBeEmpty([...weight, ...(await this.#findings(page, what, lang)), ...takeNoted(context)]);
        } finally {
          await page.close();
        }
      });
    }
  }

  /** The page that stands open now, as it is: what only an act leads to. */
  async here(page, what, { hasErrors = false } = {}) {
    const lang = await page.locator("html").getAttribute("lang");
    await this.tally.check(`axe: ${what} (${lang}, as it stands)`, async () => {
      const errors = hasErrors ? await errorSummary(page) : [];
      mustBeEmpty([...errors, ...(await this.#findings(page, what, lang)), ...takeNoted(page.context())]);
    });
  }

  async #findings(page, what, lang) {
    const found = [];
    const before = page.viewportSize();
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      found.push(...(await axe(page)).map((finding) => `${viewport.width} px: ${finding}`));
      found.push(...(await reflow(page, viewport.width)));
    }
    found.push(...(await reflow(page)), ...(await structure(page)));
    const isLang = (await page.locator("html").getAttribute("lang")) === lang;
    if (!isLang) found.push(`the page is not in ${lang}`);
    if (BY_KEYBOARD.includes(what)) {
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        found.push(...(await keyboard(page)).map((finding) => `${viewport.width} px: ${finding}`));
      }
    }
    await page.setViewportSize(before);
    const { host } = new URL(page.url());
    this.#remember(`${host.split(".")[0]}, ${lang}: ${await page.title()}`, what.split(",")[0]);
    return found;
  }

  /** A title belongs to one page of its site; the states of that page may share it. */
  #remember(title, page) {
    this.#titles.set(title, (this.#titles.get(title) ?? new Set()).add(page));
  }

  titles() {
    const twice = [...this.#titles].filter(([, pages]) => pages.size > 1);
    return this.tally.check("axe: every page has a title of its own", () =>
      mustBeEmpty(twice.map(([title, pages]) => `“${title}”: ${[...pages].join(", ")}`)));
  }

  async end() {
    for (const context of this.#contexts.values()) await context.close();
  }
}

/** The pages that only a case has, in each of its states: the story is told once more, and looked at. */
async function tellIt({ browser, demonstration, people, inspector, tally }) {
  const papers = await drawPapers(browser);
  const story = await Story.begin({ demonstration, people }, PERSONA);
  const tracker = (state) => inspector.open(PERSONA, `tracker, ${state}`, `${demonstration.city}/cases/${story.name}`);
  const desk = (role, state) => inspector.open(role, `case, ${state}`, `${demonstration.staff}/desk/cases/${story.name}`);
  const own = (what, path) => inspector.open(PERSONA, what, `${demonstration.city}${path}`);
  const tell = (what, body) => tally.check(`axe: the story goes on: ${what}`, body);
  const chapters = [
    ["filing", async () => {
      await fileAndLook(story, inspector, papers, own);
      await own("sent", `/sent/${story.name}`);
      await own("recall", `/cases/${story.name}/recall`);
      await tracker("sent");
      await desk("receiving_officer", "sent");
    }],
    ["intake", async () => {
      await officePage(story, inspector, "receiving_officer", "refuse-intake", "refuse");
      await officePage(story, inspector, "receiving_officer", "request-supplement", "request supplement");
      await story.accept();
      await own("withdraw", `/cases/${story.name}/withdraw`);
      await tracker("accepted");
      await desk("receiving_officer", "accepted");
    }],
    ["assigning", async () => {
      await story.handOver();
      await tracker("handed over");
      await desk("division_head", "to be assigned");
      await story.assign();
      await tracker("in appraisal");
      await desk("specialist", "in appraisal");
      await examinationErrors(story, inspector);
      await findAndLook(story, inspector);
    }],
    ["a supplement", async () => {
      await story.ask("Ảnh mờ, xin chụp lại cả tờ.");
      await tracker("waiting");
      await desk("specialist", "waiting");
      await own("supplement", `/cases/${story.name}/supplement`);
      await supplementErrors(story, inspector);
      await story.giveSupplement([papers.picture]);
      await tracker("answered");
      await desk("receiving_officer", "answered");
      await story.confirm();
    }],
    ["deciding", async () => {
      await recordUnmet(story);
      await desk("specialist", "a condition not met");
      await officePage(story, inspector, "specialist", "decline", "decline");
      await story.grant();
      await tracker("before the signatory");
      await desk("head", "to be signed");
      await officePage(story, inspector, "head", "send-back", "send back");
      await story.sign();
      await tracker("before the clerk");
      await desk("clerk", "to be issued");
      await story.issue();
    }],
    ["receiving", async () => {
      await tracker("ready");
      await desk("returning_officer", "ready");
      await story.collect();
      await own("rate", `/cases/${story.name}/rate`);
      await story.rate(5);
      await tracker("delivered");
      await desk("clerk", "delivered");
      await own("cases, some", "/cases");
      await own("notices, some", "/notices");
      await own("looks, some", "/account/looks");
      await own("home, with a case", "/");
      await inspector.open("", "track, found", `${demonstration.city}/track?name=${encodeURIComponent(story.name)}`);
    }],
    ["a withdrawal", () => withdrawAndLook(story, inspector, papers, { tracker, desk })],
  ];
  try {
    for (const [what, body] of chapters) {
      if (!(await tell(what, body))) return;
    }
  } finally {
    await story.end();
  }
}

/** Every page of the filing: by its address as asked, and as it stands with what is wrong. */
async function fileAndLook(story, inspector, papers, own) {
  const { page } = story;
  await story.start();
  let at = "";
  await story.fill({
    papers: [papers.photo, papers.document],
    at: async (place) => {
      at = place;
      const what = place.startsWith("q/") ? `question ${place.slice(2)}` : place;
      await own(what, new URL(page.url()).pathname);
      // On the page of the check the error is the undertaking; on others whatever was not answered.
      await onward(page).click();
      await page.waitForLoadState();
      const stays = new URL(page.url()).pathname.endsWith(place) || (await page.locator("[data-errors]").count()) > 0;
      if (stays && (await page.locator("[data-errors]").count()) > 0) {
        await inspector.here(page, `${what}, with errors`, { hasErrors: true });
      } else if (!stays) {
        await page.goBack();
      }
    },
  });
  must(at === "check", `the filing ended at ${at}`);
  await own("discard", new URL(page.url()).pathname.replace(/\/(check|send)$/, "/discard"));
  await story.send();
}

/** A page of the office for an act that needs words: as it opens, and with what is wrong. */
async function officePage(story, inspector, role, slug, what) {
  const page = await story.open(role);
  await openAct(page, slug);
  await inspector.open(role, what, page.url());
  await onward(page).click();
  await page.locator("[data-errors]").waitFor();
  await inspector.here(page, `${what}, with errors`, { hasErrors: true });
}

/** An examination that leaves its conditions open comes back with what is missing. */
async function examinationErrors(story, inspector) {
  const page = await story.open("specialist");
  await page.locator("main button[name=then][value=record]").click();
  await page.locator("[data-errors]").waitFor();
  await inspector.here(page, "examination, with errors", { hasErrors: true });
}

/** A search by a name: what it finds, and what is too little to look for. */
async function findAndLook(story, inspector) {
  const page = await story.officer("specialist");
  const search = async (typed, state) => {
    await page.goto(`${story.demonstration.staff}/desk`);
    await page.locator("header input[name=q]").fill(typed);
    await Promise.all([page.waitForURL(/\/desk\/find$/), page.locator("header input[name=q]").press("Enter")]);
    await inspector.here(page, state);
  };
  await search("Nguyễn Văn", "search by name");
  await search("An", "inbox mine, too little to look for");
}

/** A refusal rests on a condition that was found not to be met. */
async function recordUnmet(story) {
  const page = await story.open("specialist");
  for (const met of await page.locator("main input[type=radio][value=yes]").all()) await met.check();
  await page.locator("main input[type=radio][value=no]").first().check();
  await done(page, page.locator("main button[name=then][value=record]"));
}

async function supplementErrors(story, inspector) {
  await story.page.goto(`${story.demonstration.city}/cases/${story.name}/supplement`);
  for (const kept of await story.page.locator("main input[type=checkbox]:checked").all()) await kept.uncheck();
  await onward(story.page).click();
  await story.page.locator("[data-errors]").waitFor();
  await inspector.here(story.page, "supplement, with errors", { hasErrors: true });
}

/** A second case, withdrawn after acceptance. */
async function withdrawAndLook(story, inspector, papers, { tracker, desk }) {
  const { page } = story;
  await story.start();
  await story.fill({ papers: [papers.picture] });
  await story.send();
  await story.accept();
  await story.handOver();
  await story.assign();
  await page.goto(`${story.demonstration.city}/cases/${story.name}/withdraw`);
  await page.locator("main textarea, main input.input").first().fill("Tôi khai nhầm.");
  await Promise.all([page.waitForURL(/\/cases\/[^/]+$/), onward(page).click()]);
  await tracker("withdrawal asked");
  const role = "division_head";
  await desk(role, "withdrawal asked");
  await officePage(story, inspector, role, "decide-withdrawal", "decide withdrawal");
  const officer = await story.officer(role);
  await officer.locator("main input[type=radio]").first().check();
  await done(officer, onward(officer));
  await tracker("withdrawn");
}
