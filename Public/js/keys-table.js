// The single keys of a page, as a table: `{ keys, does, isWhileTyping }`. They are off while somebody types, chooses or
// has a window open, and with Ctrl, Alt or Meta.
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function listen(table, target) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const row = table.find(({ keys }) => keys.includes(name(event)));
    if (!row || (!row.isWhileTyping && event.target.closest?.(TYPING))) return;
    event.preventDefault();
    row.does(target);
  });
}

// A letter is known by its place where the keyboard is not Latin.
export function name({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return code.startsWith("Key") ? code.slice(3).toLowerCase() : key;
}
