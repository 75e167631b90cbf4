// The selection outlives the table it is made in: paging, sorting and searching swap the list, and what
// was ticked stays ticked. "All matching" is kept as the filter itself with exceptions, because the
// server, not this page, knows all its members.
import { keep, kept } from "./kept.js";

export function attach(bar) {
  const find = (name) => bar.querySelector(`[data-selection-${name}]`);
  const list = () => document.getElementById(bar.dataset.selection);
  const status = document.querySelector("[data-selection-status]");
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  let ids = new Set();   // ticked ones, or, when all is chosen, the exceptions
  let all = null;        // the filter whose every match is chosen
  let last = null;       // where a shift-click range begins

  const boxes = () => [...list().querySelectorAll("[data-select]")];
  const matching = () => Number(list().dataset.matching);
  const isChosen = (id) => ids.has(id) !== (all !== null);
  const count = () => (all === null ? ids.size : matching() - ids.size);
  const words = (name, number) => {
    const category = plurals.select(number);
    const key = `text${name}${category[0].toUpperCase()}${category.slice(1)}`;
    return (bar.dataset[key] ?? bar.dataset[`text${name}Other`]).replace("{n}", number);
  };

  function start(filter) {
    all = filter;
    ids = new Set();
  }

  function choose(id, chosen) {
    if (chosen !== (all !== null)) ids.add(id);
    else ids.delete(id);
  }

  function render(announce = true) {
    const number = count();
    const shown = boxes();
    for (const box of shown) box.checked = isChosen(box.value);
    const chosenHere = shown.filter((box) => box.checked).length;
    const head = list().querySelector("[data-select-page]");
    if (head) {
      head.checked = shown.length > 0 && chosenHere === shown.length;
      head.indeterminate = chosenHere > 0 && !head.checked;
    }
    const wasOpen = !bar.hidden;
    bar.hidden = number === 0;
    if (number === 0) {
      start(null);
      if (wasOpen && announce) status.textContent = bar.dataset.textCleared;
      return;
    }
    const text = words("Count", number);
    find("count").textContent = text;
    if (announce) status.textContent = text;
    const more = find("all");
    more.hidden = number >= matching();
    more.textContent = (list().dataset.filter ? bar.dataset.textAllMatching : bar.dataset.textAll).replace("{n}", matching());
  }

  function clear() {
    const inside = bar.contains(document.activeElement);
    start(null);
    render();
    if (inside) list().querySelector("[data-select-page]")?.focus();
  }

  function chooseAll() {
    start(list().dataset.filter);
    render();
    find("open").focus();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-select-all]")) return chooseAll();
    const box = event.target.closest?.("[data-select], [data-select-page]");
    if (!box || !list().contains(box)) return;
    if (box.hasAttribute("data-select-page")) {
      for (const each of boxes()) choose(each.value, box.checked);
    } else {
      const shown = boxes();
      const from = shown.findIndex((each) => each.value === last);
      const to = shown.indexOf(box);
      const range = event.shiftKey && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
      for (const each of range) choose(each.value, box.checked);
      last = box.value;
    }
    render();
  });

  // A shift-click on a tick would otherwise select the text between the two rows.
  document.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest?.(".tick")) event.preventDefault();
  });

  document.addEventListener("skrytka:swapped", (event) => {
    if (event.target !== list()) return;
    if (all !== null && all !== list().dataset.filter) start(null);
    render();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || bar.hidden || event.defaultPrevented || document.querySelector("dialog[open], details[data-menu][open]")) return;
    if (event.target.matches?.("input[type=search]") && event.target.value) return;
    clear();
  });

  find("clear").addEventListener("click", clear);
  find("all").addEventListener("click", chooseAll);

  find("open").addEventListener("click", () => {
    const dialog = document.getElementById(find("open").dataset.selectionOpen);
    // One field for all of them: a form has room for some thousand fields, an office may tick more firms.
    const numbers = [...ids].join("+");
    const fields = all === null ? [["firm", numbers]] : [["all", "1"], ["matching", all], ["except", numbers]];
    dialog.querySelector("[data-selection-inputs]").replaceChildren(...fields.map(([name, value]) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      return input;
    }));
    dialog.querySelector("[data-selection-to]").textContent = words("To", count());
    dialog.showModal();
    dialog.querySelector("[name=subject]").focus();
  });

  // A notice goes to the check page: Back finds all that was chosen, on other pages of the list too.
  document.getElementById(find("open").dataset.selectionOpen)?.addEventListener("submit", () => {
    keep("selection", { all, ids: [...ids] });
  });
  const before = kept("selection");
  if (before && (before.all === null || before.all === list().dataset.filter)) {
    start(before.all);
    ids = new Set(before.ids);
    return render(false);
  }

  // What the browser brings back after "back", or was ticked while this module came, counts.
  const whole = list().querySelector("[data-select-page]")?.checked;
  for (const box of boxes()) if (whole || box.checked) ids.add(box.value);
  render(false);
}
