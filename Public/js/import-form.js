// Uploads files to import one after another. The response has a row for each; for a ZIP, a row for each file in it.
import { ImportAnswer } from "./import-answer.js";
import { page, parse } from "./requests.js";
import { swap } from "./swap.js";
import { upload } from "./upload-request.js";
import { blank, part, showFailure, showProgress } from "./upload-row.js";

export class ImportForm {
  total = { taken: 0, refused: 0, passed: 0 };
  queue = [];
  running = null; // { row, request }

  constructor(form) {
    this.form = form;
    for (const name of ["list", "results", "status", "input"]) this[name] = form.querySelector(`[data-tax-imports-${name}]`);
  }

  get isUnderWay() { return Boolean(this.running) || this.queue.length > 0; }

  add(files) {
    for (const file of files) {
      const row = blank(this.form, file.name);
      this.list.append(row);
      this.queue.push({ row, file });
    }
    this.next();
  }

  // Skips the other files of a folder, and counts them.
  gather(files) {
    const fitting = files.filter((file) => /\.(xml|xades|zip)$/i.test(file.name));
    this.total.passed += files.length - fitting.length;
    this.add(fitting);
  }

  next() {
    if (this.running) return;
    const { row, file } = this.queue.shift() ?? {};
    if (row) this.send(row, file);
    else this.finish();
  }

  send(row, file) {
    const { dataset } = this.form;
    const request = upload(this.form.getAttribute("action"), file, (percent) => showProgress(row, percent));
    const answer = new ImportAnswer((line) => this.take(row, line));
    this.running = { row, request };
    request.upload.onload = () => { part(row, "detail").textContent = dataset.textReading; };
    request.onprogress = () => answer.add(request.responseText);
    request.onloadend = () => {
      this.running = null;
      answer.add(`${request.responseText}\n`);
      if (answer.isWhole) row.remove();
      else showFailure(row, answer.last?.error ?? dataset.textFailed);
      this.next();
    };
    request.send(file);
  }

  take(row, { row: html, isTaken, done, of }) {
    this.results.append(...parse(html).querySelectorAll("li"));
    this.results.hidden = false;
    this.total[isTaken ? "taken" : "refused"] += 1;
    if (of > 1) showProgress(row, Math.floor((100 * done) / of), fill(this.form.dataset.textProgress, { done, of }));
  }

  remove(row) {
    this.queue = this.queue.filter((each) => each.row !== row);
    row.remove();
    this.input.focus();
    if (this.running?.row === row) this.running.request.abort();
  }

  // Refreshes the list and the numbers beside its filters.
  async finish() {
    this.tell();
    if (this.total.taken + this.total.refused === 0) return;
    const fresh = await page(location.href).catch(() => null);
    // Not the search between them, in which somebody may be typing.
    for (const place of ["#imports-filters", "#imports-list"]) {
      const [shown, newer] = [document, fresh].map((root) => root?.querySelector(place));
      if (shown && newer && !this.running) swap(shown, newer);
    }
  }

  tell() {
    const { total, form: { dataset: { textDone, textPassed } } } = this;
    const texts = [total.taken + total.refused ? fill(textDone, total) : "", total.passed ? fill(textPassed, total) : ""];
    this.status.textContent = texts.filter(Boolean).join(" · ");
  }
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
