// Fetches parts of the page again when the server reports a change. Bursts (a broadcast, many readers at once) become
// one request, a hidden tab waits until it is visible, and nothing is replaced while somebody types in it, or holds the
// mouse or a finger down: the press would be lost.
import { page } from "./requests.js";
import { swap } from "./swap.js";

const pending = new Set();
let timer, unread;
let isPressed = false;

export function attachLive() {
  document.addEventListener("skrytka:changed", ({ detail }) => mark(detail.about ?? []));
  document.addEventListener("skrytka:counts", ({ detail }) => {
    if (unread !== undefined && unread !== detail.unread) mark(["counts"]);
    unread = detail.unread;
  });
  unread = Number(document.querySelector("[data-unread]")?.textContent ?? NaN);
  document.addEventListener("visibilitychange", schedule);
  document.addEventListener("pointerdown", () => { isPressed = true; }, true);
  // The click comes after the release.
  for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, () => setTimeout(release), true);
}

function release() {
  isPressed = false;
  schedule();
}

// A list that follows all of a person's conversations is about anything.
function mark(topics) {
  const shown = new Set([...document.querySelectorAll("[data-live]")].map((element) => element.dataset.live));
  for (const topic of topics.length ? [...topics, "anything"] : []) if (shown.has(topic)) pending.add(topic);
  schedule();
}

function schedule() {
  if (!pending.size || document.visibilityState !== "visible") return;
  clearTimeout(timer);
  timer = setTimeout(refresh, 150 + Math.random() * 350);
}

async function refresh() {
  const topics = [...pending];
  pending.clear();
  await Promise.all([...sources(topics)].map((from) => renew(topics, from)));
  if (pending.size) timer = setTimeout(schedule, 3000);
}

// A part taken from another page names its address; the others are of this page.
const source = (element) => element.closest("[data-source]")?.dataset.source ?? "";
const parts = (topics) => [...document.querySelectorAll("[data-live]")].filter((element) => topics.includes(element.dataset.live));
const sources = (topics) => new Set(parts(topics).map(source));

async function renew(topics, from) {
  const { href } = location;
  const fresh = await page(from || href).catch(() => null);
  if (!fresh) return;
  if (location.href !== href) {
    // Somebody searched or filtered meanwhile, so the response is for a list that is no longer shown.
    for (const topic of topics) pending.add(topic);
    return schedule();
  }
  for (const element of parts(topics)) {
    if (source(element) !== from) continue;
    if (isPressed || element.contains(document.activeElement) && document.activeElement.matches("textarea, [contenteditable], input:not([type=checkbox])")) pending.add(element.dataset.live);
    else swap(element, fresh.getElementById(element.id));
  }
}
