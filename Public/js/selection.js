// The selection outlives the table it is made in: paging, sorting and searching swap the list, and what was ticked stays
// ticked.
import { keep, kept } from "./kept.js";
import { SelectionBar } from "./selection-bar.js";

export function attach(element) {
  const bar = new SelectionBar(element);
  listenToList(bar);
  listenToKeys(bar);
  bar.find("clear").addEventListener("click", () => bar.clear());
  bar.find("all").addEventListener("click", () => bar.chooseAll());
  bar.find("open").addEventListener("click", () => bar.write());
  // A notice goes to the check page: Back finds all that was chosen, on other pages of the list too.
  bar.dialog?.addEventListener("submit", () => keep("selection", bar.chosen.kept));
  begin(bar);
}

function listenToList(bar) {
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-select-all]")) return bar.chooseAll();
    const box = event.target.closest?.("[data-select], [data-select-page]");
    if (box && bar.list.contains(box)) bar.press(box, event.shiftKey);
  });

  // A shift-click on a tick would otherwise select the text between the two rows.
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
    // What the browser brings back after "back", or was ticked while this module came, counts.
    const whole = bar.page?.checked;
    bar.chosen.start(null, bar.boxes.filter((box) => whole || box.checked).map((box) => box.value));
  }
  bar.render(false);
}
