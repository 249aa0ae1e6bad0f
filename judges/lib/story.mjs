// The story of one birth registration, told by the browser: a resident on one side, the city's officers on the other,
// each in a browser of their own. Judges tell it with looks of their own between its steps.

import { setTimeout as wait } from "node:timers/promises";

import { PHONE, takeNoted } from "./browser.mjs";
import { done, facts, fourAnswers, openAct, openCase, press } from "./desk.mjs";
import { fillDraft, onward, send } from "./filing.mjs";
import { must, mustBeEmpty } from "./tally.mjs";

/** Birth registration, by its national code. */
export const BIRTH = "/procedures/1.001193";
const SPECIALIST = "Phạm Quốc Khánh";
/** Papers and mails follow a step by themselves, soon; a debug build on busy cores takes its time. */
const FOLLOWS_MS_MAX = 60_000;
const ASK_AGAIN_MS = 250;

/** Asks until the answer is truthy, for so long as that may take. */
export async function eventually(ask, what) {
  const end = Date.now() + FOLLOWS_MS_MAX;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    must(Date.now() < end, `${what} did not come within ${FOLLOWS_MS_MAX / 1000} s`);
    await wait(ASK_AGAIN_MS);
  }
}

/** Where one begins on a procedure's page, or goes on with the draft that one has of it. */
const START = "main form[action$='/start'] button, main .c-start a.btn[href^='/drafts/']";

export class Story {
  #officers = new Map();

  /** `who` is the resident, as `People.context` names them; `options` go to every browser. */
  static async begin({ demonstration, people }, who, { viewport = PHONE, ...options } = {}) {
    const story = new Story();
    Object.assign(story, { demonstration, people, viewport, who });
    story.context = await people.context(who, { viewport, ...options });
    story.page = await story.context.newPage();
    return story;
  }

  /** The page of an officer. */
  async officer(role) {
    if (!this.#officers.has(role)) {
      const context = await this.people.context(role, { viewport: this.viewport });
      this.#officers.set(role, await context.newPage());
    }
    return this.#officers.get(role);
  }

  /** Nothing may have been noted on any page so far. */
  nothingNoted() {
    const contexts = [this.context, ...[...this.#officers.values()].map((page) => page.context())];
    mustBeEmpty(contexts.flatMap(takeNoted));
  }

  async end() {
    for (const page of this.#officers.values()) await page.context().close();
    await this.context.close();
  }

  // The resident's side.

  /** From the procedure's page to the first page of a draft. */
  async start() {
    await this.page.goto(`${this.demonstration.city}${BIRTH}`);
    await this.startHere();
  }

  /** The same, from where the procedure already stands open. */
  async startHere() {
    await Promise.all([this.page.waitForURL(/\/drafts\//), this.page.locator(START).click()]);
  }

  fill(options) {
    return fillDraft(this.page, options);
  }

  async send(pressing) {
    this.name = await send(this.page, pressing);
    return this.name;
  }

  /** Opens the tracker and reads its four answers. */
  async track() {
    await this.page.goto(`${this.demonstration.city}/cases/${this.name}`);
    return fourAnswers(this.page);
  }

  /** Answers what was asked, item by item. */
  async answerSupplement(files) {
    await this.track();
    await this.page.locator("main .note a.btn").click();
    await this.page.waitForURL(/\/supplement$/);
    await this.giveSupplement(files);
  }

  async giveSupplement(files) {
    await this.page.locator("main input[type=file]").first().setInputFiles(files);
    await Promise.all([this.page.waitForURL(/\/cases\/[^/]+$/), onward(this.page).click()]);
  }

  /** Takes the electronic result: a PDF. */
  async collect() {
    await this.track();
    const act = this.page.locator("main form[action$='/collect'] button");
    must((await act.count()) === 1, "the tracker offers no result to take");
    await act.click();
    await this.page.waitForLoadState();
    return this.paper("outcome");
  }

  /** A paper of the case, when it is there; gives its bytes, which must be a PDF. */
  async paper(kind) {
    await eventually(async () => {
      await this.track();
      return (await this.page.locator(`main a[href$='/papers/${kind}']`).count()) > 0;
    }, `the paper ${kind}`);
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.locator(`main a[href$='/papers/${kind}']`).first().click(),
    ]);
    const parts = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    const bytes = Buffer.concat(parts);
    must(bytes.subarray(0, 4).toString("latin1") === "%PDF", `the paper ${kind} is no PDF but ${bytes.length} bytes`);
    return bytes;
  }

  async rate(score) {
    await this.page.goto(`${this.demonstration.city}/cases/${this.name}/rate`);
    await this.page.locator(`main [name=score][value="${score}"]`).check();
    await Promise.all([this.page.waitForURL(/\/cases\/[^/]+$/), onward(this.page).click()]);
  }

  /** The subjects and texts of the mails to an address, newest first. */
  async mails(address) {
    const page = await this.context.newPage();
    try {
      await page.goto(`${this.demonstration.mail}/`);
      const lines = await page.locator(".mails li").evaluateAll((items) =>
        items.map((item) => ({ to: item.querySelector("span").textContent, href: item.querySelector("a").getAttribute("href") })));
      const mails = [];
      for (const { href } of lines.filter(({ to }) => to.includes(address))) {
        await page.goto(new URL(href, this.demonstration.mail).href);
        mails.push({ subject: await page.locator("h1").textContent(), text: await page.locator("pre").first().textContent() });
      }
      return mails;
    } finally {
      await page.close();
    }
  }

  // The officers' side. Each opens the case by its number first.

  async open(role) {
    const page = await this.officer(role);
    await openCase(page, this.demonstration.staff, this.name);
    return page;
  }

  /** What the officer's page says of the case. */
  async seen(role) {
    return facts(await this.open(role));
  }

  async press(role, slug) {
    await press(await this.open(role), slug);
  }

  /** Accepts: from here the case has a number. */
  async accept() {
    const page = await this.open("receiving_officer");
    await press(page, "accept");
    this.name = new URL(page.url()).searchParams.get("of");
    must(/^H\d/.test(this.name), `the number of the case is “${this.name}”`);
  }

  handOver() {
    return this.press("receiving_officer", "hand-over");
  }

  async assign() {
    const page = await this.open("division_head");
    await page.locator("#specialist").selectOption({ label: SPECIALIST });
    await press(page, "assign");
  }

  /** Asks for the first paper again. */
  async ask(reason) {
    const page = await this.open("specialist");
    await openAct(page, "request-supplement");
    const paper = page.locator(".ask").first();
    await paper.locator("input[type=checkbox]").check();
    await paper.locator("textarea, input.input").fill(reason);
    await done(page, onward(page));
  }

  confirm() {
    return this.press("receiving_officer", "confirm-supplement");
  }

  /** Finds every condition met, and drafts the grant. */
  async grant() {
    const page = await this.open("specialist");
    for (const met of await page.locator("main input[type=radio][value=yes]").all()) await met.check();
    await done(page, page.locator("main button[name=then][value=grant]"));
  }

  sign() {
    return this.press("head", "sign-outcome");
  }

  issue() {
    return this.press("clerk", "issue-outcome");
  }
}
