// Only adds: every page works without it. No dependency, no inline handler.
"use strict";

// After a refused form, read the summary first.
document.querySelector("[data-errors]")?.focus();

// A second press while the first is under way sends nothing. The guard forgets by itself, so that
// a retry after a lost connection, or after coming back by the browser's button, is never blocked;
// the server knows a repeated sending anyway.
const GUARD_MS = 8000;
const underWay = new Map();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (underWay.has(form)) {
    event.preventDefault();
    return;
  }
  const timer = setTimeout(() => forget(form), GUARD_MS);
  underWay.set(form, timer);
  form.setAttribute("aria-busy", "true");
});
function forget(form) {
  clearTimeout(underWay.get(form));
  underWay.delete(form);
  form.removeAttribute("aria-busy");
}
addEventListener("pageshow", () => [...underWay.keys()].forEach(forget));
addEventListener("offline", () => [...underWay.keys()].forEach(forget));

// The time left for undoing. The sentence comes from the page; only its number changes, and it is
// hidden from screen readers, which would read out every second.
for (const bar of document.querySelectorAll("[data-undo]")) {
  const left = bar.querySelector("[data-undo-left]");
  const ends = performance.now() + Number(bar.dataset.undo) * 1000;
  const tick = () => {
    const seconds = Math.ceil((ends - performance.now()) / 1000);
    if (seconds > 0) {
      left.textContent = left.dataset.undoLeft.replace("0", String(seconds));
      setTimeout(tick, 1000);
      return;
    }
    const button = bar.querySelector("button");
    const hadFocus = button === document.activeElement;
    left.textContent = left.dataset.undoOver;
    left.removeAttribute("aria-hidden");
    button?.closest("form")?.remove();
    if (hadFocus) document.getElementById("main")?.focus();
  };
  tick();
}

// Keys, on the office's pages. Single letters can be switched off (WCAG 2.1.4) and never act inside
// fields or together with Ctrl, Alt or Meta.
const KEYS_OFF = "motcua-keys-off";
const remembered = {
  get: () => { try { return localStorage.getItem(KEYS_OFF) === "yes"; } catch { return false; } },
  set: (off) => { try { localStorage.setItem(KEYS_OFF, off ? "yes" : "no"); } catch { /* private window: holds for this page only */ } },
};
if (document.body.dataset.keys) {
  let off = remembered.get();
  const toggle = document.querySelector("[data-keys-toggle]");
  const show = () => {
    if (!toggle) return;
    toggle.hidden = false;
    toggle.textContent = off ? toggle.dataset.keysOn : toggle.dataset.keysOff;
  };
  toggle?.addEventListener("click", () => { off = !off; remembered.set(off); show(); });
  show();

  const rows = [...document.querySelectorAll("[data-rows] tbody tr")].filter((row) => row.querySelector("a"));
  let at = -1;
  const go = (to) => {
    if (!rows.length) return;
    rows[at]?.classList.remove("cur");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("cur");
    rows[at].querySelector("a").focus();
    rows[at].scrollIntoView({ block: "nearest" });
  };
  for (const [index, row] of rows.entries()) {
    row.addEventListener("focusin", () => {
      rows[at]?.classList.remove("cur");
      at = index;
      row.classList.add("cur");
    });
  }
  const inRows = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    x: () => rows[at]?.querySelector("input[type=checkbox]")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (off || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    // Keys with an F act in a field too: no letter is typed by them.
    if (!/^f\d+$/.test(key) && event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return;
    const move = rows.length ? inRows[key] : undefined;
    const named = move ? null : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!move && !named) return;
    event.preventDefault();
    if (move) move();
    else if (named.matches("input, textarea, select")) named.focus();
    else { named.focus(); named.click(); }
  });
}

// A form that is saved while it is filled in, and what stands beside it is shown anew. Files wait for their button.
const live = document.querySelector("form[data-live]");
live?.addEventListener("change", async () => {
  const sent = new FormData(live);
  for (const [name, value] of [...sent]) if (value instanceof File) sent.delete(name);
  const answer = await fetch(live.action, { method: "POST", body: sent }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(live.dataset.live);
  if (fresh) document.getElementById(live.dataset.live).replaceWith(document.adoptNode(fresh));
});

// Passkeys of the staff: the only thing here that a page cannot do without script. The page says so
// in its noscript, and the server checks everything again.
const ceremony = document.querySelector("[data-passkey]");
if (ceremony) {
  const { passkey: kind, passkeyInvitation: invitation } = ceremony.dataset;
  const isNew = kind === "register";
  const paths = isNew
    ? { begin: `/invitation/${encodeURIComponent(invitation)}/begin`, finish: "/invitation/finish" }
    : { begin: "/sign-in/begin", finish: "/sign-in/finish" };
  const button = ceremony.querySelector("[data-passkey-button]");
  const status = ceremony.querySelector("[data-passkey-status]");

  const post = async (path, body) => {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };

  // Browsers of before 2024 do not read and write the JSON of passkeys by themselves.
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withIds = (list) => list?.map((item) => ({ ...item, id: bytes(item.id) }));
  const read = (json) => {
    const reader = isNew ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
    if (PublicKeyCredential[reader]) return PublicKeyCredential[reader](json);
    const options = { ...json, challenge: bytes(json.challenge) };
    if (json.user) options.user = { ...json.user, id: bytes(json.user.id) };
    if (json.excludeCredentials) options.excludeCredentials = withIds(json.excludeCredentials);
    if (json.allowCredentials) options.allowCredentials = withIds(json.allowCredentials);
    return options;
  };
  const write = (credential) => {
    if (credential.toJSON) return credential.toJSON();
    const response = {};
    for (const field of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[field]) response[field] = text(credential.response[field]);
    }
    const transports = credential.response.getTransports?.();
    if (transports) response.transports = transports;
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    };
  };

  button?.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    status.textContent = "";
    try {
      const begun = await post(paths.begin);
      const publicKey = read(begun.options.publicKey ?? begun.options);
      const credential = await (isNew ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
      const { to } = await post(paths.finish, { ceremony: begun.ceremony, answer: write(credential) });
      // Back to the page that asked for the sign-in; only a path of this site, never an address from outside.
      const asked = new URLSearchParams(location.search).get("to");
      location.assign(/^\/(?![/\\])/.test(asked ?? "") ? asked : to);
    } catch {
      status.textContent = status.dataset.failed;
      button.removeAttribute("aria-disabled");
    }
  });
}
