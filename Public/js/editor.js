// The office's composer: shows formatting as clients will see it. Buttons and keys insert the marks; typed characters
// stay as they are. The text is kept in the form's own field, so that drafts, templates and the browser's Back work
// without it.
import { LinkRow } from "./editor-link.js";
import { History } from "./history.js";
import * as marks from "./marks.js";

export function attach(box) {
  const field = box.querySelector("textarea");
  const root = box.querySelector("[data-editor-text]");
  const editor = new Editor(box, field, root);
  editor.load();
  takeOver(field, root);
  field.addEventListener("change", () => editor.load());
  // On Back, the browser restores the field's text after the scripts have run.
  addEventListener("pageshow", () => editor.load());
}

// Hides the field, which stays in the form for its value and for the browser's "required" message.
function takeOver(field, root) {
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.id ||= `${field.id}-label`;
  label.removeAttribute("for");
  label.addEventListener("click", () => root.focus());
  root.setAttribute("aria-labelledby", label.id);
  for (const name of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(name)) root.setAttribute(name, field.getAttribute(name));
  root.hidden = false;
  field.classList.add("visually-hidden");
  field.tabIndex = -1;
  field.setAttribute("aria-hidden", "true");
  field.addEventListener("focus", () => root.focus());
  if (document.activeElement !== field) return;
  const isAtEnd = field.selectionStart === field.value.length;
  root.focus();
  // Whoever was quicker than the script goes on after what is typed.
  if (!isAtEnd) return;
  getSelection().selectAllChildren(root);
  getSelection().collapseToEnd();
}

class Editor {
  constructor(box, field, root) {
    Object.assign(this, { box, field, root, at: [{ line: 0, column: 0 }, { line: 0, column: 0 }], history: new History() });
    const tools = box.querySelector("[data-editor-tools]");
    this.buttons = [...tools.querySelectorAll("[data-mark]")];
    tools.addEventListener("mousedown", (event) => event.preventDefault());
    tools.addEventListener("click", ({ target }) => this.mark(target.closest("[data-mark]")?.dataset.mark));
    arrows(tools, this.buttons);
    root.addEventListener("keydown", (event) => this.press(event));
    root.addEventListener("beforeinput", (event) => this.before(event));
    root.addEventListener("input", (event) => this.changed(event));
    root.addEventListener("compositionend", () => this.changed({}));
    root.addEventListener("dragstart", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => this.look());
    this.link = new LinkRow(box, this);
  }

  // Loads the field's text, unless the editor already has it.
  load() {
    if (this.root.childNodes.length && marks.write(this.read().lines) === this.field.value) return;
    this.show(marks.parse(this.field.value), null);
    this.history.begin(this.field.value);
  }

  read() {
    const selection = getSelection();
    const isHere = selection.rangeCount && this.root.contains(selection.anchorNode) && this.root.contains(selection.focusNode);
    if (!isHere) return { lines: marks.read(this.root).lines, at: this.at };
    const range = selection.getRangeAt(0);
    const { lines, places } = marks.read(this.root, [
      { node: range.startContainer, offset: range.startOffset }, { node: range.endContainer, offset: range.endOffset },
    ]);
    return { lines, at: (this.at = places) };
  }

  show(lines, at) {
    marks.render(this.root, lines);
    if (!at) return;
    this.at = at;
    this.root.focus();
    const [start, end] = at.map((place) => marks.point(this.root, place));
    getSelection().setBaseAndExtent(...start, ...end);
  }

  // Applies a change of the script: shows it, saves it in the field, and reports it to the form.
  change(lines, at) {
    this.show(lines, at);
    this.keep("change");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  keep(kind) {
    const { lines, at } = this.read();
    this.field.value = marks.write(lines);
    this.history.add(this.field.value, at, kind);
  }

  // Handles a change by the browser, and turns unexpected elements into lines.
  changed({ inputType, isComposing, data }) {
    if (isComposing) return;
    if (!marks.isTidy(this.root)) {
      const { lines, at } = this.read();
      this.show(lines, at);
    }
    for (const block of this.root.children) marks.turn(block);
    if (data === " ") this.takeNumber();
    this.keep(inputType === "insertText" && data?.trim() ? "typing" : "change");
  }

  // Replaces the number that an item was given with one typed after it.
  takeNumber() {
    const { lines, at } = this.read();
    const line = lines[at[0].line];
    const typed = marks.text(line).slice(this.given?.length);
    if (line.kind !== "number" || marks.text(line) !== this.given + typed || !/^\d{1,9}[.)] $/.test(typed)) return;
    line.pieces = marks.part(line, this.given.length);
    this.given = null;
    this.show(lines, at.map((place) => ({ ...place, column: typed.length })));
  }

  step(entry) {
    if (!entry) return;
    this.show(marks.parse(entry.source), entry.at);
    this.field.value = entry.source;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  press(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const mark = { b: "bold", i: "italic", k: "link" }[key];
    if (mark && !event.shiftKey) this.mark(mark);
    else if (key === "z") this.step(event.shiftKey ? this.history.forward() : this.history.back());
    else if (key === "y") this.step(this.history.forward());
    else return;
    event.preventDefault();
  }

  before(event) {
    const { inputType } = event;
    const isItem = () => { const { lines, at: [start, end] } = this.read(); return lines[start.line].kind && start.line === end.line && !start.column && !end.column; };
    if (inputType === "historyUndo") this.step(this.history.back());
    else if (inputType === "historyRedo") this.step(this.history.forward());
    else if (inputType === "insertParagraph") this.breakLine();
    else if (inputType === "insertLineBreak") this.insert("\n");
    else if (/^insertFrom(Paste|Drop|Yank)/.test(inputType)) this.insert(event.dataTransfer?.getData("text/plain") ?? "");
    else if (inputType === "deleteContentBackward" && isItem()) this.setKind("");
    else if (!inputType.startsWith("format") || /^format(Bold|Italic)$/.test(inputType)) return;
    event.preventDefault();
  }

  mark(name) {
    if (!name) return;
    this.root.focus();
    if (name === "link") return this.link.open();
    if (name !== "bold" && name !== "italic") return this.setKind(name);
    const { lines, at } = this.read();
    // A heading is always bold.
    if (name === "bold" && lines[at[0].line].kind === "heading") return;
    document.execCommand(name);
    this.look();
  }

  // Makes lines items or headings, or plain lines if they are already. A typed number stays; other items get one.
  setKind(kind) {
    const { lines, at } = this.read();
    const chosen = lines.slice(at[0].line, at[1].line + 1);
    const next = chosen.every((line) => line.kind === kind) ? "" : kind;
    chosen.forEach((line, index) => {
      line.kind = next;
      if (next === "number") this.number(lines, at[0].line + index, at);
      if (next === "heading") line.pieces = marks.join(line.pieces.map((piece) => ({ ...piece, bold: false })));
    });
    this.change(lines, at);
  }

  number(lines, index, at = []) {
    const line = lines[index];
    if (numberOf(line) !== null) return;
    const before = lines[index - 1];
    const number = `${before?.kind === "number" ? (numberOf(before) ?? 0) + 1 : 1}. `;
    line.pieces = marks.join([marks.typed(number)], line.pieces);
    this.given = number;
    for (const place of at) if (place.line === index) place.column += number.length;
  }

  // Enter: an item is followed by an item; an empty item ends the list.
  breakLine() {
    const { lines, at } = this.read();
    const line = lines[at[0].line];
    const isEmpty = !marks.text(line).replace(/^\d+[.)]\s*/, "").trim();
    if ((line.kind === "bullet" || line.kind === "number") && isEmpty) {
      Object.assign(line, { kind: "", pieces: [] });
      return this.change(lines, [{ line: at[0].line, column: 0 }, { line: at[0].line, column: 0 }]);
    }
    this.insert("\n", line.kind === "heading" ? "" : line.kind);
  }

  // Replaces the selection with plain text; `kind` is that of its further lines.
  insert(typed, kind = "") {
    const { lines, at: [start, end] } = this.read();
    const rows = typed.replace(/\r\n?/g, "\n").split("\n").map((row) => [marks.typed(row.replace(/[\u00A0\t]/g, " "))]);
    const rest = marks.part(lines[end.line], end.column);
    const made = rows.map((row, index) => ({
      kind: index ? kind : lines[start.line].kind,
      pieces: marks.join(index ? [] : marks.part(lines[start.line], 0, start.column), row),
    }));
    const last = start.line + made.length - 1;
    lines.splice(start.line, end.line - start.line + 1, ...made);
    let place = { line: last, column: marks.length(lines[last]) };
    if (kind === "number" && made.length > 1) {
      this.number(lines, last, [place]);
    }
    lines[last].pieces = marks.join(lines[last].pieces, rest);
    this.change(lines, [place, { ...place }]);
  }

  // Updates the buttons to the formatting at the caret.
  look() {
    if (!this.root.contains(getSelection().anchorNode)) return;
    const { lines, at } = this.read();
    const kind = lines[at[0].line].kind;
    for (const button of this.buttons) {
      const { mark } = button.dataset;
      const isOn = mark === "bold" || mark === "italic" ? document.queryCommandState(mark) : mark === kind;
      if (mark !== "link") button.setAttribute("aria-pressed", String(isOn && !(mark === "bold" && kind === "heading")));
    }
  }
}

function numberOf(line) {
  const found = /^(\d{1,9})[.)](?:\s|$)/.exec(marks.text(line));
  return found ? Number(found[1]) : null;
}

// Toolbar keys: one stop for Tab, arrow keys inside, in the reading direction.
function arrows(group, items) {
  const keys = document.documentElement.dir === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  items.forEach((item, index) => { item.tabIndex = index ? -1 : 0; });
  group.addEventListener("keydown", (event) => {
    const at = items.indexOf(event.target);
    const step = keys.indexOf(event.key);
    if (step < 0 || at < 0) return;
    event.preventDefault();
    const next = items[(at + (step ? 1 : -1) + items.length) % items.length];
    for (const item of items) item.tabIndex = item === next ? 0 : -1;
    next.focus();
  });
}
