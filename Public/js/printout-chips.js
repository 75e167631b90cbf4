// The chips of the printouts that a form sends, and their period. Only these are sent.
import { keep, kept } from "./kept.js";

export class PrintoutChips {
  constructor(box) {
    this.box = box;
    this.form = box.closest("form");
    this.list = this.find("list");
  }

  find(name, within = this.box) { return within.querySelector(`[data-printouts-${name}]`); }

  get period() { return this.find("of").value; }
  get kinds() { return [...this.list.querySelectorAll("[name=printout]")].map((input) => input.value); }

  show(period, chips) {
    this.find("of").value = period;
    this.list.replaceChildren(...chips.map((chip) => this.#row(chip)));
  }

  #row({ value, papers, name, period }) {
    const row = this.find("chip").content.firstElementChild.cloneNode(true);
    row.querySelector("[name=printout]").value = value;
    const shown = this.find("papers", row);
    if (shown) shown.value = papers;
    this.find("name", row).textContent = name;
    this.find("detail", row).textContent = period;
    this.find("remove", row).setAttribute("aria-label", `${this.box.dataset.textRemove} ${name}`);
    return row;
  }

  remove(row) {
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.changed();
    (neighbour ? this.find("remove", neighbour) : this.find("open")).focus();
  }

  changed() { this.form.dispatchEvent(new Event("input", { bubbles: true })); }

  // Restores them when the page is opened again from the history.
  keep() {
    const entry = `printouts ${this.form.id}`;
    this.form.addEventListener("submit", () => keep(entry, { period: this.period, chips: [...this.list.children].map(shown) }));
    const before = kept(entry);
    if (before) this.show(before.period, before.chips);
  }
}

const shown = (row) => ({
  value: row.querySelector("[name=printout]").value,
  papers: row.querySelector("[name=shown]")?.value,
  name: row.querySelector(".upload__name > bdi").textContent,
  period: row.querySelector(".detail").textContent,
});
