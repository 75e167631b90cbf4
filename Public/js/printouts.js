// The printouts of a form. The kinds ticked in the window become chips in the form, which alone are sent; the window is
// outside of the form.
import { PrintoutChips } from "./printout-chips.js";
import { PrintoutsWindow } from "./printouts-window.js";

export function attach(box) {
  const dialog = document.getElementById(box.dataset.printouts);
  const [chips, choice] = [new PrintoutChips(box), new PrintoutsWindow(box, dialog)];
  chips.keep();
  chips.find("open").addEventListener("click", () => choice.open(chips.period, chips.kinds));
  choice.inside.addEventListener("change", ({ target }) => choice.changed(target));
  chips.find("done", dialog).addEventListener("click", () => { if (take(choice, chips)) chips.find("open").focus(); });
  chips.find("submit", dialog)?.addEventListener("click", () => { if (take(choice, chips)) chips.form.requestSubmit(); });
  chips.list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-printouts-remove]")?.closest("li");
    if (row) chips.remove(row);
  });
}

// Takes over the ticked kinds, unless those of another period are still being fetched.
function take({ isBusy, period, chosen, dialog }, chips) {
  if (isBusy) return false;
  if (period) {
    chips.show(period.value, chosen.map(({ value, dataset: { papers, name } }) => ({ value, papers, name, period: period.dataset.name })));
    chips.changed();
  }
  dialog.close();
  return true;
}
