// Who sits before the browser: staff and a resident by the demonstration's one-time links, residents by the sandbox's
// identity provider.

import { watched } from "./browser.mjs";

export class People {
  #kept = new Map();

  constructor(browser, demonstration) {
    Object.assign(this, { browser, demonstration });
  }

  /** The cookies of somebody: a link works once, so they are kept for every browser of theirs. */
  #state(who) {
    if (!this.#kept.has(who)) {
      const sign = who.startsWith("persona:") ? this.#byProvider(who.slice("persona:".length)) : this.#byLink(who);
      this.#kept.set(who, sign);
    }
    return this.#kept.get(who);
  }

  async #byLink(role) {
    const link = this.demonstration.links[role];
    if (link === undefined) throw new Error(`the demonstration gives no link for ${role}`);
    return this.#keptAfter(async (page) => {
      const answer = await page.goto(link);
      if (!answer.ok()) throw new Error(`the link of ${role} answers ${answer.status()}`);
    });
  }

  #byProvider(persona) {
    return this.#keptAfter((page) => signInByProvider(page, this.demonstration, persona));
  }

  async #keptAfter(sign) {
    const context = await watched(this.browser);
    try {
      await sign(await context.newPage());
      return await context.storageState();
    } finally {
      await context.close();
    }
  }

  /** A browser of somebody: "" for nobody, a role, or "persona:ID". */
  async context(who, { lang = "vi", ...options } = {}) {
    const storageState = who === "" ? undefined : await this.#state(who);
    const context = await watched(this.browser, { storageState, ...options });
    const { city, staff } = this.demonstration;
    await context.addCookies([city, staff].map((url) => ({ name: "lang", value: lang, url, sameSite: "Lax" })));
    return context;
  }
}

/** Signs a resident in as a person would: by the button of the home page, and by picking who to be. */
export async function signInByProvider(page, demonstration, persona) {
  await page.goto(`${demonstration.city}/`);
  await page.locator("header a[href^='/sign-in']").click();
  await page.waitForURL(`${demonstration.provider}/**`);
  await page.locator(`button[name=persona][value="${persona}"]`).click();
  await page.waitForURL(`${demonstration.city}/**`);
}
