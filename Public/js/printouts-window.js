// The window "Add registers, declarations, UPO". Its contents are fetched for the firms that are ticked when it opens.
import { parse, post } from "./requests.js";

const FIRMS = new Set(["draft", "firm", "all", "matching", "except", "payroll"]);

export class PrintoutsWindow {
  #asked = 0; // only the last answer counts

  constructor(box, dialog) {
    this.box = box;
    this.form = box.closest("form");
    this.dialog = dialog;
    this.inside = dialog.querySelector("[data-printouts-body]");
  }

  get period() { return this.inside.querySelector("[data-printouts-period]"); }
  get isBusy() { return this.inside.getAttribute("aria-busy") === "true"; }
  get chosen() { return ticks(this.inside).filter((tick) => tick.checked); }

  open(period, kinds) {
    this.inside.replaceChildren();
    this.dialog.showModal();
    this.load(period, kinds);
  }

  async load(period, kinds) {
    const number = ++this.#asked;
    this.busy(true);
    try {
      const response = await post(this.box.dataset.printoutsAddress, this.fields(period, kinds));
      if (!response.ok) throw new Error(`printouts: ${response.status}`);
      const fresh = parse(await response.text()).body.childNodes;
      if (number !== this.#asked) return;
      this.show(fresh);
    } catch {
      if (number === this.#asked) this.inside.textContent = this.box.dataset.textFailed;
    }
    if (number === this.#asked) this.busy(false);
  }

  fields(period, kinds) {
    const fields = new URLSearchParams([...new FormData(this.form)].filter(([name]) => FIRMS.has(name)));
    fields.append("period", period);
    for (const kind of kinds) fields.append("printout", kind);
    return fields;
  }

  show(fresh) {
    const wasPeriod = document.activeElement?.matches("[data-printouts-period]");
    this.inside.replaceChildren(...fresh);
    if (wasPeriod) this.period?.focus();
    this.mark();
  }

  // Disables the ticks until the kinds of another period arrive, since they are for the previous one.
  busy(on) {
    this.inside.setAttribute("aria-busy", on);
    for (const group of this.inside.querySelectorAll("fieldset")) group.disabled = on;
    for (const name of ["done", "submit"]) this.dialog.querySelector(`[data-printouts-${name}]`)?.setAttribute("aria-disabled", on);
  }

  changed(target) {
    if (target.matches("[data-printouts-period]")) return this.load(target.value, this.chosen.map((tick) => tick.value));
    if (target.matches("[data-printouts-group]")) for (const tick of members(target)) tick.checked = target.checked;
    this.mark();
  }

  mark() {
    for (const group of this.inside.querySelectorAll("[data-printouts-group]")) {
      const number = members(group).filter((tick) => tick.checked).length;
      group.checked = number > 0 && number === members(group).length;
      group.indeterminate = number > 0 && !group.checked;
    }
  }
}

const ticks = (within) => [...within.querySelectorAll("[data-printouts-kind]")];
// The tick of a group ticks the kinds that some firm has; the others are ticked singly.
const members = (group) => ticks(group.closest("fieldset")).filter((tick) => tick.dataset.have !== "0");
