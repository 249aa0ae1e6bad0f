// Runs the outside judges against a demonstration of their own: `node run.mjs [NAME]`, with MOTCUA_BINARY set.

import { launch } from "./lib/browser.mjs";
import { Demonstration } from "./lib/demonstration.mjs";
import { People } from "./lib/people.mjs";
import { Tally } from "./lib/tally.mjs";
import * as axe from "./axe.mjs";
import * as journey from "./journey.mjs";
import * as keys from "./keys.mjs";
import * as noscript from "./noscript.mjs";
import * as passkey from "./passkey.mjs";
import * as planted from "./planted.mjs";

const JUDGES = [journey, noscript, passkey, keys, axe];

async function run(wanted) {
  const chosen = JUDGES.filter(({ name }) => wanted === undefined || wanted === name);
  if (chosen.length === 0 && wanted !== planted.name) {
    const names = [planted, ...JUDGES].map(({ name }) => name).join(", ");
    throw new Error(`no judge is called ${wanted}; there are ${names}`);
  }
  const tally = new Tally();
  const browser = await launch();
  try {
    // Whether the judges see anything at all is the first question; if not, what they say counts for nothing.
    await planted.judge({ browser, tally });
    if (tally.failed === 0 && chosen.length > 0) await againstACity(browser, tally, chosen);
  } finally {
    await browser.close();
  }
  console.log(tally.sum());
  return tally.failed === 0;
}

async function againstACity(browser, tally, judges) {
  const binary = process.env.MOTCUA_BINARY;
  if (binary === undefined) throw new Error("MOTCUA_BINARY names no program");
  const demonstration = await Demonstration.start({ binary });
  try {
    const people = new People(browser, demonstration);
    for (const { name, judge } of judges) {
      const before = tally.failed;
      try {
        await judge({ browser, demonstration, people, tally });
      } catch (fault) {
        tally.fail(`${name}: could not go on`, fault.stack ?? String(fault));
      }
      if (tally.failed > before) await tellIncidents(demonstration);
    }
  } finally {
    await demonstration.stop();
  }
}

/** What the program itself said of failures helps whoever reads the judges. */
async function tellIncidents(demonstration) {
  const lines = (await demonstration.log()).split("\n").filter((line) => /WARN|ERROR|panicked/.test(line));
  for (const line of lines.slice(-10)) console.log(`    the city: ${line}`);
}

process.exitCode = (await run(process.argv[2])) ? 0 : 1;
