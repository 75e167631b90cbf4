// Keeps the selection while paging, sorting and searching replace the list with its lid.
import { keep, kept } from "./kept.js";
import { SelectionLid } from "./selection-lid.js";

export function attach(element) {
  const lid = new SelectionLid(element);
  listenToList(lid);
  listenToKeys(lid);
  // Back from the check page restores the whole selection, including other pages of the list.
  lid.dialog?.addEventListener("submit", () => keep("selection", lid.chosen.kept));
  begin(lid);
}

function listenToList(lid) {
  const presses = { all: () => lid.chooseAll(), clear: () => lid.clear(), restore: () => lid.restore(), open: () => lid.write() };
  document.addEventListener("click", (event) => {
    if (!lid.list?.contains(event.target)) return;
    for (const [name, press] of Object.entries(presses)) if (event.target.closest(`[data-selection-${name}]`)) return press();
    const box = event.target.closest("[data-select], [data-select-page]");
    if (box) lid.press(box, event.shiftKey);
  });

  // Prevents a shift-click on a tick from selecting the text between two rows.
  document.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest?.(".tick")) event.preventDefault();
  });

  document.addEventListener("skrytka:swapped", (event) => { if (event.target === lid.list) lid.swapped(); });
}

function listenToKeys(lid) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !lid.count || event.defaultPrevented || document.querySelector("dialog[open], details[data-menu][open]")) return;
    if (event.target.matches?.("input[type=search]") && event.target.value) return;
    lid.clear();
  });
}

function begin(lid) {
  const before = kept("selection");
  if (before && (before.all === null || before.all === lid.list.dataset.filter)) {
    lid.chosen.start(before.all, before.ids);
  } else {
    // Includes ticks that the browser restored on Back, or that were set before this module was loaded.
    const whole = lid.page?.checked;
    lid.chosen.start(null, lid.boxes.filter((box) => whole || box.checked).map((box) => box.value));
  }
  lid.render(false);
}
