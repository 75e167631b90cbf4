// Texts with formatting marks. A mark is a code point that nobody types (`Sources/Models/Conversations/TextMark.swift`
// has the same list and the reason). A text is an array of lines of pieces; a position in it is a line and a column.
const BOLD = "\uFDD2", ITALIC = "\uFDD3", LINK = "\uFDD4", ADDRESS = "\uFDD5", LINK_END = "\uFDD6";
const KINDS = { heading: "\uFDD7", bullet: "\uFDD8", number: "\uFDD9" };

export const plain = (text) => text.replace(/[\uFDD0-\uFDEF]/g, "");

export const parse = (source) => source.split("\n").map(parseLine);

function parseLine(source) {
  const kind = Object.keys(KINDS).find((each) => source[0] === KINDS[each]) ?? "";
  const line = { kind, pieces: [] };
  let bold = false, italic = false;
  for (const part of source.split(/(\uFDD4[^\uFDD4-\uFDD6]*\uFDD5[^\uFDD4-\uFDD6]*\uFDD6)/)) {
    const [label, address = ""] = part.split(ADDRESS);
    for (const run of label.split(/([\uFDD2\uFDD3])/)) {
      if (run === BOLD) bold = !bold;
      else if (run === ITALIC) italic = !italic;
      else add(line.pieces, { text: plain(run), bold, italic, address: plain(address) });
    }
  }
  return line;
}

export const write = (lines) => (lines.some(length) ? lines.map(writeLine).join("\n") : "");

function writeLine({ kind, pieces }) {
  let source = pieces.length ? KINDS[kind] ?? "" : "";
  pieces.forEach((piece, index) => {
    const marks = (piece.bold ? BOLD : "") + (piece.italic ? ITALIC : "");
    const begins = piece.address && pieces[index - 1]?.address !== piece.address;
    const ends = piece.address && pieces[index + 1]?.address !== piece.address;
    source += (begins ? LINK : "") + marks + piece.text + [...marks].reverse().join("") + (ends ? ADDRESS + piece.address + LINK_END : "");
  });
  return source;
}

export const text = (line) => line.pieces.map((piece) => piece.text).join("");
export const length = (line) => text(line).length;

function add(pieces, piece) {
  const last = pieces.at(-1);
  if (!piece.text) return;
  if (last && last.bold === piece.bold && last.italic === piece.italic && last.address === piece.address) last.text += piece.text;
  else pieces.push({ ...piece });
}

// Returns the pieces between two columns.
export function part({ pieces }, from, to = Infinity) {
  const kept = [];
  let column = 0;
  for (const piece of pieces) {
    add(kept, { ...piece, text: piece.text.slice(Math.max(from - column, 0), Math.max(to - column, 0)) });
    column += piece.text.length;
  }
  return kept;
}

export function join(...parts) {
  const pieces = [];
  for (const piece of parts.flat()) add(pieces, piece);
  return pieces;
}

export const typed = (text) => ({ text: plain(text), bold: false, italic: false, address: "" });

// Returns the editor's contents as lines, and the positions of some DOM points in them.
export function read(root, points = []) {
  const lines = [], places = points.map(() => ({ line: 0, column: 0 }));
  let line = null;
  const begin = (kind) => lines.push((line = { kind, pieces: [] }));
  const note = (node, offset) => points.forEach((point, index) => {
    if (point.node !== node || point.offset !== offset) return;
    places[index] = line ? { line: lines.length - 1, column: length(line) } : { line: lines.length, column: 0 };
  });

  function readText(node, style) {
    let from = 0;
    node.data.split("\n").forEach((run, index) => {
      if (index || !line) begin(line?.kind ?? "");
      const column = length(line);
      points.forEach(({ node: at, offset }, each) => {
        if (at === node && offset >= from && offset <= from + run.length) places[each] = { line: lines.length - 1, column: column + offset - from };
      });
      add(line.pieces, { ...style, text: plain(run.replace(/[\u00A0\r]/g, " ")) });
      from += run.length + 1;
    });
  }

  function walk(node, style) {
    [...node.childNodes].forEach((child, index) => {
      note(node, index);
      if (child.nodeType === Node.TEXT_NODE) return readText(child, style);
      if (child.nodeName === "BR") return endsBlock(child, root) ? line ?? begin("") : begin(line?.kind ?? "");
      if (!isBlock(child)) return walk(child, styled(child, style));
      begin(child.dataset.kind ?? "");
      walk(child, typed(""));
      line = null;
    });
    note(node, node.childNodes.length);
  }

  walk(root, typed(""));
  if (!lines.length) begin("");
  return { lines, places: places.map((place) => (place.line < lines.length ? place : { line: lines.length - 1, column: length(lines.at(-1)) })) };
}

const isBlock = (node) => /^(DIV|P|LI|UL|OL|H[1-6]|PRE|BLOCKQUOTE)$/.test(node.nodeName);

function endsBlock(node, root) {
  while (!node.nextSibling && node.parentNode !== root && !isBlock(node.parentNode)) node = node.parentNode;
  return !node.nextSibling;
}

const styled = (node, style) => ({
  ...style,
  bold: style.bold || /^(B|STRONG)$/.test(node.nodeName),
  italic: style.italic || /^(I|EM)$/.test(node.nodeName),
  address: node.getAttribute("href") ?? style.address,
});

// Whether the editor contains only lines as `render` makes them.
export const isTidy = (root) => [...root.childNodes].every((node) => node.nodeName === "DIV" && !node.querySelector(":not(b, i, a, br), br:not(:only-child)") && !node.textContent.includes("\n"));

// Sets the direction of a line from its text; for an empty line, from the page.
export function turn(block) { block.dir = block.textContent ? "auto" : document.documentElement.dir || "ltr"; }

export function render(root, lines) {
  root.replaceChildren(...lines.map((line) => {
    const block = document.createElement("div");
    if (line.kind) block.dataset.kind = line.kind;
    let link = null;
    for (const piece of line.pieces) {
      if (piece.address !== (link?.getAttribute("href") ?? "")) {
        link = piece.address ? wrap("a") : null;
        link?.setAttribute("href", piece.address);
        if (link) block.append(link);
      }
      (link ?? block).append(node(piece));
    }
    for (const each of block.querySelectorAll("a")) each.toggleAttribute("data-named", each.textContent !== each.getAttribute("href"));
    if (!line.pieces.length) block.append(document.createElement("br"));
    turn(block);
    return block;
  }));
}

function node({ text, bold, italic }) {
  let node = document.createTextNode(text);
  if (italic) node = wrap("i", node);
  return bold ? wrap("b", node) : node;
}

function wrap(name, ...nodes) {
  const element = document.createElement(name);
  element.append(...nodes);
  return element;
}

// Returns the DOM point at a position in the text.
export function point(root, { line, column }) {
  const block = root.children[Math.min(line, root.children.length - 1)];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last = null;
  while (texts.nextNode()) {
    last = texts.currentNode;
    if (column <= last.length) return [last, column];
    column -= last.length;
  }
  return last ? [last, last.length] : [block, 0];
}
