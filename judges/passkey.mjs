// Staff come in by passkeys: invited by the administrator, enrolled once with a virtual authenticator of the browser,
// signed out, signed in again. A passkey of another device does not open the door.

import { DESK, takeNoted, watched } from "./lib/browser.mjs";
import { onward } from "./lib/filing.mjs";
import { must, mustBeEmpty } from "./lib/tally.mjs";

export const name = "passkey";

const NEW_NAME = "Người Được Mời Thử";

/** A device that holds passkeys and lets its owner in without asking. */
async function authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The administrator makes somebody known, and reads the link once. */
async function invite(people, demonstration) {
  const context = await people.context("administrator", { viewport: DESK });
  try {
    const page = await context.newPage();
    await page.goto(`${demonstration.staff}/desk/staff`);
    await page.locator("main form[method=post] input[name=name]").fill(NEW_NAME);
    const units = page.locator("#unit");
    await units.selectOption({ index: (await units.locator("option").count()) - 1 });
    await page.locator("main form input[type=checkbox][value=receiving_officer]").check();
    await Promise.all([page.waitForURL(/\/desk\/staff\?agency=/), onward(page).click()]);
    await page.locator("main tr", { hasText: NEW_NAME }).locator("button").click();
    const link = await page.locator("#link").inputValue();
    must(link.includes("/invitation/"), `the link is “${link}”`);
    mustBeEmpty(takeNoted(context));
    return link;
  } finally {
    await context.close();
  }
}

export async function judge({ browser, demonstration, people, tally }) {
  let link;
  if (!(await tally.check("passkey: the administrator invites somebody", async () => {
    link = await invite(people, demonstration);
  }))) return;
  const context = await watched(browser, { viewport: DESK });
  const page = await context.newPage();
  const button = page.locator("[data-passkey-button]");
  try {
    await authenticator(page);
    const steps = [
      ["the link enrols a passkey and signs in", async () => {
        await page.goto(link);
        must((await page.locator("main").innerText()).includes(NEW_NAME), "the invitation does not say whom it is for");
        await button.click();
        await page.waitForURL(/\/desk$/);
        must((await page.locator("header").innerText()).includes(NEW_NAME), "the header does not say who is signed in");
      }],
      ["the link works once", async () => {
        const answer = await page.goto(link);
        must(answer.status() >= 400, `the link still answers ${answer.status()}`);
      }],
      ["signing out closes the door", async () => {
        await page.goto(`${demonstration.staff}/desk`);
        await page.locator("header form[action='/sign-out'] button").click();
        await page.goto(`${demonstration.staff}/desk`);
        must(new URL(page.url()).pathname === "/sign-in", `the desk is open: ${page.url()}`);
      }],
      ["the passkey opens it again", async () => {
        await button.click();
        await page.waitForURL(/\/desk$/);
      }],
      ["a device without the passkey stays outside, and is told", () => stranger(browser, demonstration)],
    ];
    for (const [what, body] of steps) {
      const held = await tally.check(`passkey: ${what}`, async () => {
        await body();
        mustBeEmpty(takeNoted(context));
      });
      if (!held) return;
    }
  } finally {
    await context.close();
  }
}

async function stranger(browser, demonstration) {
  const context = await watched(browser, { viewport: DESK });
  try {
    const page = await context.newPage();
    await authenticator(page);
    await page.goto(`${demonstration.staff}/sign-in`);
    await page.locator("[data-passkey-button]").click();
    await page.locator("[data-passkey-status]:not(:empty)").waitFor();
    must(new URL(page.url()).pathname === "/sign-in", "a stranger came in");
  } finally {
    await context.close();
  }
}
