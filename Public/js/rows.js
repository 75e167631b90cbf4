// A table as one stop of the Tab key: arrows move among its rows and among the stops of a row, like in a spreadsheet.
// Without script every stop is in the order of Tab.
const table = () => document.querySelector("[data-rows]");
const stops = (row) => [...row.querySelectorAll("[data-stop]")];
const rowsOf = (root) => [...root.querySelectorAll("tr")].filter((row) => row.querySelector("[data-stop]"));

export function attach(root) {
  const first = root.querySelector("tbody a[data-stop]");
  if (!first) return;
  // A stop that has the focus already keeps it: the list was replaced under it.
  choose(root, root.contains(document.activeElement) && document.activeElement.matches("[data-stop]") ? document.activeElement : first);
  root.addEventListener("focusin", ({ target }) => { if (target.matches("[data-stop]")) choose(root, target); });
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !event.target.matches("[data-stop]")) return;
    const next = beside(root, event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function choose(root, stop) {
  for (const each of root.querySelectorAll("[data-stop]")) each.tabIndex = each === stop ? 0 : -1;
}

function beside(root, stop, key) {
  const row = stop.closest("tr");
  const place = stops(row).indexOf(stop);
  if (key === "ArrowDown" || key === "ArrowUp") {
    const rows = rowsOf(root);
    const next = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
    return next && stops(next)[Math.min(place, stops(next).length - 1)];
  }
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  return stops(row)[place + (key === forward ? 1 : -1)];
}

// Moves to the next row's link, or to the first row when none has the focus. Returns whether there is a table.
export function moveRow(step) {
  const root = table();
  if (!root) return false;
  const rows = [...root.tBodies[0].rows];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector("a[data-stop]")?.focus();
  return true;
}

// Ticks the row that has the focus; with a range all rows since the last tick.
export function tickRow(isRange) {
  const box = document.activeElement?.closest("tbody tr")?.querySelector("[data-select]");
  box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: isRange }));
  return Boolean(box);
}
