// The line above a list: how many rows there are, or how many are chosen and what to do with them; and their ticks.
import { ChosenRows } from "./chosen-rows.js";

export class SelectionLid {
  chosen = new ChosenRows();
  last = null;    // where a shift-click range begins
  cleared = null; // what was chosen before it was cleared
  #plurals = new Intl.PluralRules(document.documentElement.lang);

  // - element: what stays on the page while the list is replaced; it has the texts.
  constructor(element) {
    this.texts = element.dataset;
    this.status = document.querySelector("[data-selection-status]");
  }

  // Looked up each time, because paging, sorting and searching replace the list.
  get list() { return document.getElementById(this.texts.selection); }
  find(name) { return this.list.querySelector(`[data-selection-${name}]`); }
  get boxes() { return [...this.list.querySelectorAll("[data-select]")]; }
  get page() { return this.list.querySelector("[data-select-page]"); }
  get matching() { return Number(this.list.dataset.matching); }
  get count() { return this.chosen.count(this.matching); }
  get dialog() { return document.getElementById(this.find("open")?.dataset.selectionOpen); }

  words(name, number) {
    const category = this.#plurals.select(number);
    const key = `text${name}${category[0].toUpperCase()}${category.slice(1)}`;
    return (this.texts[key] ?? this.texts[`text${name}Other`]).replace("{n}", number);
  }

  render(announce = true) {
    this.#tick();
    const { count, matching } = this;
    if (count === 0) this.chosen.start();
    else this.cleared = null;
    // A list without rows has no lid.
    if (!this.find("count")) return;
    const text = count ? this.words("Count", count) : this.list.dataset.matchingText;
    this.find("count").closest(".lid").classList.toggle("lid--chosen", count > 0);
    this.find("count").textContent = text;
    this.find("open").disabled = count === 0;
    this.find("hint").hidden = count > 0;
    this.find("clear").hidden = count === 0;
    this.find("restore").hidden = !this.cleared;
    const all = this.find("all");
    if (all) {
      all.hidden = count >= matching;
      all.textContent = count ? this.texts.textAllNumber.replace("{n}", matching) : this.texts.textAll;
    }
    if (announce) this.status.textContent = count ? text : this.texts.textCleared;
  }

  #tick() {
    const { boxes, page } = this;
    for (const box of boxes) box.checked = this.chosen.has(box.value);
    if (!page) return;
    const number = boxes.filter((box) => box.checked).length;
    page.checked = boxes.length > 0 && number === boxes.length;
    page.indeterminate = number > 0 && !page.checked;
  }

  clear() {
    const inside = this.list.contains(document.activeElement) && document.activeElement.closest(".lid");
    this.cleared = this.chosen.kept;
    this.chosen.start();
    this.render();
    if (inside) this.find("restore").focus();
  }

  restore() {
    this.chosen.start(this.cleared.all, this.cleared.ids);
    this.render();
    this.find("open").focus();
  }

  chooseAll() {
    this.chosen.start(this.list.dataset.filter);
    this.render();
    this.find("open").focus();
  }

  // Handles a press on a tick: of one row, of all on the page, or, with shift, of all from the last one on.
  press(box, isRange) {
    for (const each of this.#pressed(box, isRange)) this.chosen.choose(each.value, box.checked);
    if (box !== this.page) this.last = box.value;
    this.render();
  }

  #pressed(box, isRange) {
    const { boxes } = this;
    if (box === this.page) return boxes;
    const from = boxes.findIndex((each) => each.value === this.last);
    const to = boxes.indexOf(box);
    return isRange && from >= 0 ? boxes.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
  }

  // Handles another page of the list, or another filter, with no chosen rows yet.
  swapped() {
    const { all } = this.chosen;
    if (all !== null && all !== this.list.dataset.filter) this.chosen.start();
    if (this.cleared && this.cleared.all !== null && this.cleared.all !== this.list.dataset.filter) this.cleared = null;
    this.render(false);
  }

  write() {
    const { dialog } = this;
    dialog.querySelector("[data-selection-inputs]").replaceChildren(...this.chosen.fields.map(([name, value]) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      return input;
    }));
    dialog.querySelector("[data-selection-to]").textContent = this.words("To", this.count);
    dialog.showModal();
    dialog.querySelector("[name=subject]").focus();
  }
}
