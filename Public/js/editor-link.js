// The row below the composer's buttons in which the address of a link is typed; the selected words become its label.
import * as marks from "./marks.js";

export class LinkRow {
  #target = null; // which part of which line it is about

  constructor(box, editor) {
    this.row = box.querySelector("[data-link]");
    this.editor = editor;
    [this.field, this.error] = [this.find("address"), this.find("error")];
    this.#listen();
  }

  find(name) { return this.row.querySelector(`[data-link-${name}]`); }

  open() {
    const { lines, at } = this.editor.read();
    const line = lines[at[0].line];
    this.#target = widen(line, at);
    const chosen = marks.part(line, this.#target.from, this.#target.to);
    const words = chosen.map((piece) => piece.text).join("");
    this.field.value = chosen[0]?.address || address(words) || "";
    this.find("remove").hidden = !chosen.some((piece) => piece.address);
    this.#say("");
    this.row.hidden = false;
    this.field.focus();
    this.field.select();
  }

  #close() {
    const { line, to } = this.#target;
    this.row.hidden = true;
    this.editor.show(this.editor.read().lines, [{ line, column: to }, { line, column: to }]);
  }

  #put(leads) {
    const { lines } = this.editor.read();
    const { line: number, from, to } = this.#target;
    const line = lines[number];
    const label = marks.part(line, from, to);
    const made = (label.length ? label : [marks.typed(leads)]).map((piece) => ({ ...piece, address: leads }));
    line.pieces = marks.join(marks.part(line, 0, from), made, marks.part(line, to));
    const column = from + made.reduce((sum, piece) => sum + piece.text.length, 0);
    this.row.hidden = true;
    this.editor.change(lines, [{ line: number, column }, { line: number, column }]);
  }

  #confirm() {
    const leads = address(this.field.value);
    if (leads) return this.#put(leads);
    this.#say(this.error.dataset.text);
    this.field.focus();
  }

  #say(text) {
    this.error.textContent = text;
    this.error.hidden = !text;
    this.field.setAttribute("aria-invalid", String(Boolean(text)));
  }

  #listen() {
    this.find("confirm").addEventListener("click", () => this.#confirm());
    this.find("remove").addEventListener("click", () => this.#put(""));
    this.row.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
      else if (event.key === "Enter" && event.target === this.field) this.#confirm();
      else return;
      event.preventDefault();
    });
    // It belongs to the page, not to the form.
    this.field.addEventListener("input", (event) => event.stopPropagation());
  }
}

// Returns the selection on its first line; without a selection, the link at the caret.
function widen(line, [start, end]) {
  const at = { line: start.line, from: start.column, to: end.line === start.line ? end.column : marks.length(line) };
  if (at.from !== at.to) return at;
  let column = 0;
  for (const piece of line.pieces) {
    const after = column + piece.text.length;
    if (piece.address && column <= at.from && at.from <= after) return { ...at, from: column, to: after };
    column = after;
  }
  return at;
}

// Returns an address that may be linked, by the same rules as on the server; completes `www.…` and plain e-mail
// addresses.
function address(typed) {
  const words = typed.trim();
  if (/^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(words)) return words;
  if (/^[^\s@"<>/]+@[^\s@"<>/]+\.[^\s@"<>/]+$/.test(words)) return `mailto:${words}`;
  if (/^[^\s@"<>/:]+\.[^\s@"<>/:]{2,}(:\d+)?(\/[^\s"<>]*)?$/.test(words)) return `https://${words}`;
  return "";
}
