// A resident files a case, page by page, as somebody does who only sees the pages.

import { must } from "./tally.mjs";

/** Answers to the questions of the birth registration, in every version of its form; a register may know some. */
export const CHILD = {
  child_name: "Trần Nguyễn Bảo Châu",
  child_born_on: ["21", "11", "2026"],
  child_born_at: "06:35",
  child_sex: "female",
  birth_place: "Bệnh viện Phụ sản Không Có Thật",
  home_town: "Quảng Nam",
  native_place: "Quảng Nam",
  ethnicity: "kinh",
  nationality: "viet-nam",
  mother_name: "Nguyễn Thị Minh Anh",
  mother_born_on: ["12", "05", "1996"],
  mother_number: "099196000012",
  mother_ethnicity: "kinh",
  mother_nationality: "viet-nam",
  mother_residence: ["24 Trần Phú", "Phường Hải Châu", "Thành phố Đà Nẵng"],
  married: "yes",
  father_known: "yes",
  father_name: "Trần Quốc Bảo",
  father_born_on: ["2", "3", "1994"],
  father_number: "099094000071",
  father_ethnicity: "kinh",
  father_nationality: "viet-nam",
  father_residence: ["24 Trần Phú", "Phường Hải Châu", "Thành phố Đà Nẵng"],
  copies: "1",
  join_bundle: "no",
  return_way: "electronic",
  phone: "0900 000 101",
  email: "minh.anh@example.test",
};
/** The desk of the demonstration's main cast. */
const DESK = "Hải Châu";
/** A form has fewer pages; more of them is a circle. */
const PAGES_MAX = 40;
const DATE = ["day", "month", "year"];
const ADDRESS = ["line", "commune", "province"];

/** The button that goes on. */
export function onward(page) {
  return page.locator("main .acts button.btn, main .acts .btn").first();
}

/** Fills every field that the page asks. */
async function fill(page, answers) {
  const names = await page.locator("main form [name]").evaluateAll((fields) => [...new Set(fields.map((field) => field.name))]);
  for (const name of names.filter((name) => !name.startsWith("@"))) {
    const [id, part] = name.split("-");
    const answer = answers[id];
    const field = page.locator(`main form [name="${name}"]`);
    if (answer === undefined) {
      must((await field.first().getAttribute("type")) === "hidden" || name === "later", `the judge has no answer for ${name}`);
    } else if (part !== undefined) {
      await field.fill(answer[DATE.includes(part) ? DATE.indexOf(part) : ADDRESS.indexOf(part)]);
    } else if ((await field.first().getAttribute("type")) === "radio") {
      await page.locator(`main form [name="${name}"][value="${answer}"]`).check();
    } else {
      await field.fill(answer);
    }
  }
}

async function chooseDesk(page) {
  const value = await page.locator("#desk option").evaluateAll(
    (options, wanted) => options.find((option) => option.textContent.includes(wanted))?.value, DESK);
  must(value !== undefined, `the list of desks does not name ${DESK}`);
  await page.locator("#desk").selectOption(value);
}

/** Gives the first paper everything that was brought: several files at once, each of its kind. */
async function givePapers(page, papers) {
  if (papers.length > 0) await page.locator("main input[type=file]").first().setInputFiles(papers);
}

/**
 * Goes from wherever the draft is to its check. `at(name, page)` is called on each page before it is answered, and
 * `name` says which.
 */
export async function fillDraft(page, { answers = CHILD, papers, at = async () => {} }) {
  const seen = [];
  for (let turn = 0; turn < PAGES_MAX; turn += 1) {
    const { pathname } = new URL(page.url());
    const place = pathname.split("/").slice(3).join("/");
    must(place !== seen.at(-1), `the draft does not go on from ${place}: ${await summary(page)}`);
    seen.push(place);
    await at(place, page);
    if (place === "check") return seen;
    if (place === "desk") await chooseDesk(page);
    // The usual ground stands marked; of the cases of a procedure the first one is taken.
    else if (place === "ground") await page.locator("main form input[type=radio]:checked").waitFor();
    else if (place === "variant") await page.locator("main form input[type=radio]").first().check();
    else if (place === "papers") await givePapers(page, papers);
    else if (place.startsWith("q/")) await fill(page, answers);
    else throw new Error(`a draft led to ${page.url()}`);
    await Promise.all([page.waitForURL((url) => url.pathname !== pathname), onward(page).click()]).catch(async (fault) => {
      must(false, `${place} cannot be left: ${await summary(page)} · ${fault.message.split("\n")[0]}`);
    });
  }
  throw new Error(`the form has more than ${PAGES_MAX} pages: ${seen.join(", ")}`);
}

async function summary(page) {
  const words = await page.locator("[data-errors]").allTextContents();
  return words.join(" ").replace(/\s+/g, " ") || "no error is shown";
}

/** From the check to the receipt; gives the reference. `press` is how the button is pressed. */
export async function send(page, press = (button) => button.click()) {
  await page.locator("#undertaking").check();
  await Promise.all([page.waitForURL(/\/sent\//), press(onward(page))]);
  const reference = (await page.locator(".slip-no").textContent()).trim();
  must(/^GN-/.test(reference), `the reference of the sending is “${reference}”`);
  return reference;
}
