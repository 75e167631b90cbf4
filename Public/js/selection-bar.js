// The bar with the number of chosen rows, and the ticks of the list.
import { ChosenRows } from "./chosen-rows.js";

export class SelectionBar {
  chosen = new ChosenRows();
  last = null; // where a shift-click range begins
  #plurals = new Intl.PluralRules(document.documentElement.lang);

  constructor(bar) {
    this.bar = bar;
    this.status = document.querySelector("[data-selection-status]");
  }

  find(name) { return this.bar.querySelector(`[data-selection-${name}]`); }

  // Looked up each time, because paging, sorting and searching replace it.
  get list() { return document.getElementById(this.bar.dataset.selection); }
  get boxes() { return [...this.list.querySelectorAll("[data-select]")]; }
  get page() { return this.list.querySelector("[data-select-page]"); }
  get matching() { return Number(this.list.dataset.matching); }
  get count() { return this.chosen.count(this.matching); }
  get dialog() { return document.getElementById(this.find("open").dataset.selectionOpen); }

  words(name, number) {
    const category = this.#plurals.select(number);
    const key = `text${name}${category[0].toUpperCase()}${category.slice(1)}`;
    return (this.bar.dataset[key] ?? this.bar.dataset[`text${name}Other`]).replace("{n}", number);
  }

  render(announce = true) {
    this.#tick();
    const { bar, count, status } = this;
    const wasOpen = !bar.hidden;
    bar.hidden = count === 0;
    if (count === 0) {
      this.chosen.start();
      if (wasOpen && announce) status.textContent = bar.dataset.textCleared;
      return;
    }
    const text = this.words("Count", count);
    this.find("count").textContent = text;
    if (announce) status.textContent = text;
    const more = this.find("all");
    more.hidden = count >= this.matching;
    more.textContent = (this.list.dataset.filter ? bar.dataset.textAllMatching : bar.dataset.textAll).replace("{n}", this.matching);
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
    const inside = this.bar.contains(document.activeElement);
    this.chosen.start();
    this.render();
    if (inside) this.page?.focus();
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
    this.render();
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
