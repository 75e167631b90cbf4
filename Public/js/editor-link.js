// Where a link leads is asked for in a row below the buttons: chosen words become its label.
import * as marks from "./marks.js";

export function attachLink(box, editor) {
  const row = box.querySelector("[data-link]");
  const find = (name) => row.querySelector(`[data-link-${name}]`);
  const [field, error] = [find("address"), find("error")];
  let target = null;

  function open() {
    const { lines, at } = editor.read();
    const line = lines[at[0].line];
    target = widen(line, at);
    const chosen = marks.part(line, target.from, target.to);
    const words = chosen.map((piece) => piece.text).join("");
    field.value = chosen[0]?.address || address(words) || "";
    find("remove").hidden = !chosen.some((piece) => piece.address);
    say("");
    row.hidden = false;
    field.focus();
    field.select();
  }

  function close() {
    row.hidden = true;
    editor.show(editor.read().lines, [{ line: target.line, column: target.to }, { line: target.line, column: target.to }]);
  }

  function put(leads) {
    const { lines } = editor.read();
    const line = lines[target.line];
    const label = marks.part(line, target.from, target.to);
    const made = (label.length ? label : [marks.typed(leads)]).map((piece) => ({ ...piece, address: leads }));
    line.pieces = marks.join(marks.part(line, 0, target.from), made, marks.part(line, target.to));
    const column = target.from + made.reduce((sum, piece) => sum + piece.text.length, 0);
    row.hidden = true;
    editor.change(lines, [{ line: target.line, column }, { line: target.line, column }]);
  }

  function confirm() {
    const leads = address(field.value);
    if (leads) return put(leads);
    say(error.dataset.text);
    field.focus();
  }

  function say(text) {
    error.textContent = text;
    error.hidden = !text;
    field.setAttribute("aria-invalid", String(Boolean(text)));
  }

  find("confirm").addEventListener("click", confirm);
  find("remove").addEventListener("click", () => put(""));
  row.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field) confirm();
    else return;
    event.preventDefault();
  });
  // It belongs to the page, not to the form that is sent.
  field.addEventListener("input", (event) => event.stopPropagation());
  return { open };
}

// What is chosen on the first line; with nothing chosen the link in which the caret is.
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

// An address that may be linked, as the server has it too; `www.…` and a plain e-mail address are completed.
function address(typed) {
  const words = typed.trim();
  if (/^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(words)) return words;
  if (/^[^\s@"<>/]+@[^\s@"<>/]+\.[^\s@"<>/]+$/.test(words)) return `mailto:${words}`;
  if (/^[^\s@"<>/:]+\.[^\s@"<>/:]{2,}(:\d+)?(\/[^\s"<>]*)?$/.test(words)) return `https://${words}`;
  return "";
}
