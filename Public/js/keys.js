// One letter, one meaning, on every page of the office. What a key does stands in the page: an element says its letter
// by aria-keyshortcuts, and is pressed, or focused if one types into it. Keys do nothing while somebody types, and can
// be turned off in the account (WCAG 2.1.4).
import { name } from "./keys-table.js";
import { moveRow, tickRow } from "./rows.js";

// Keys that are no element's.
const own = { j: () => moveRow(1), k: () => moveRow(-1), x: ({ shiftKey }) => tickRow(shiftKey), "?": () => show() };

export function attachKeys() {
  document.documentElement.classList.add("keys");
  document.querySelector("[data-keys-open]").addEventListener("click", show);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const key = name(event);
    const done = own[key]?.(event) ?? press(key);
    if (done) event.preventDefault();
  });
}

function isTyping(element) {
  return element.matches?.("textarea, select, input:not([type=checkbox], [type=radio])") || element.isContentEditable;
}

function press(key) {
  // The page's own element comes before the header's: its search is meant, not the one of the whole office.
  const found = [...document.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(key)}"]`)].findLast((element) => element.checkVisibility());
  if (!found) return false;
  if (found.matches("input")) {
    found.focus();
    found.select();
  } else if (found.matches(":disabled")) {
    // The reason stands beside it.
    document.querySelector("[data-selection-status]")?.replaceChildren(document.querySelector("[data-selection-hint]")?.textContent ?? "");
  } else {
    found.click();
  }
  return true;
}

function show() {
  document.getElementById("keys").showModal();
  return true;
}
