// Keeps the selection while paging, sorting and searching replace the list.
import { keep, kept } from "./kept.js";
import { SelectionBar } from "./selection-bar.js";

export function attach(element) {
  const bar = new SelectionBar(element);
  listenToList(bar);
  listenToKeys(bar);
  bar.find("clear").addEventListener("click", () => bar.clear());
  bar.find("all").addEventListener("click", () => bar.chooseAll());
  bar.find("open").addEventListener("click", () => bar.write());
  // Back from the check page restores the whole selection, including other pages of the list.
  bar.dialog?.addEventListener("submit", () => keep("selection", bar.chosen.kept));
  begin(bar);
}

function listenToList(bar) {
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-select-all]")) return bar.chooseAll();
    const box = event.target.closest?.("[data-select], [data-select-page]");
    if (box && bar.list.contains(box)) bar.press(box, event.shiftKey);
  });

  // Prevents a shift-click on a tick from selecting the text between two rows.
  document.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest?.(".tick")) event.preventDefault();
  });

  document.addEventListener("skrytka:swapped", (event) => { if (event.target === bar.list) bar.swapped(); });
}

function listenToKeys(bar) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || bar.bar.hidden || event.defaultPrevented || document.querySelector("dialog[open], details[data-menu][open]")) return;
    if (event.target.matches?.("input[type=search]") && event.target.value) return;
    bar.clear();
  });
}

function begin(bar) {
  const before = kept("selection");
  if (before && (before.all === null || before.all === bar.list.dataset.filter)) {
    bar.chosen.start(before.all, before.ids);
  } else {
    // Includes ticks that the browser restored on Back, or that were set before this module was loaded.
    const whole = bar.page?.checked;
    bar.chosen.start(null, bar.boxes.filter((box) => whole || box.checked).map((box) => box.value));
  }
  bar.render(false);
}
