// Debian's Chromium, and what is noted about every page that it opens.

import { chromium } from "playwright-core";

/** The phone of the judges. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
/** Nothing takes longer, on two cores that others use too. */
const PATIENCE_MS = 30_000;

/** Starts the browser. It can reach the loopback and nothing else: every other name is unknown to it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.MOTCUA_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ],
  });
}

function isOurs(address) {
  const { protocol, hostname } = new URL(address);
  if (["data:", "blob:", "about:"].includes(protocol)) return true;
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1";
}

/**
 * A context whose pages are watched. `context.noted` lists what no page may do: words of the console about errors
 * and broken policy, scripts that throw, requests that leave the loopback, files that are missing, answers of 5xx.
 */
export async function watched(browser, options = {}) {
  const context = await browser.newContext({ viewport: PHONE, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  context.noted = [];
  const note = (page, words) => context.noted.push(`${words} (on ${page})`);
  context.on("console", (message) => {
    // A page of a problem is a 4xx on purpose, and Chromium says so; what answered is looked at below instead.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) note(message.page()?.url(), `console: ${message.text()}`);
  });
  context.on("weberror", (fault) => note(fault.page()?.url(), `script: ${fault.error()}`));
  context.on("request", (request) => {
    if (!isOurs(request.url())) note(request.frame().url(), `leaves the house: ${request.url()}`);
  });
  context.on("response", (response) => {
    const isPart = response.request().resourceType() !== "document";
    const status = response.status();
    if (status >= 500 || (isPart && status >= 400)) note(response.frame().url(), `${status} for ${response.url()}`);
  });
  return context;
}

/** What was noted since the last call. */
export function takeNoted(context) {
  return context.noted.splice(0);
}
