// Help for those who never heard of Markdown: buttons that write it, and a preview by the code that sends.
import { parse, post } from "./requests.js";

export function attach(form) {
  const text = form.querySelector("textarea");
  const tools = form.querySelector("[data-composer-tools]");
  attachTools(form, tools, text);
  attachTabs(form, tools, text);
}

function attachTools(form, tools, text) {
  const buttons = [...tools.querySelectorAll("[data-markdown]")];
  tools.addEventListener("click", (event) => {
    const kind = event.target.closest("[data-markdown]")?.dataset.markdown;
    if (kind) mark(text, kind, form.dataset.textLink);
  });
  text.addEventListener("keydown", (event) => {
    const kind = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!kind || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    mark(text, kind, form.dataset.textLink);
  });
  arrows(tools, buttons, (button) => button.focus());
}

function mark(text, kind, linkText) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  text.focus();
  if (kind === "list") {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(from, end);
    const all = lines.split("\n").every((line) => line.startsWith("- "));
    return insert(text, from, end, lines.replace(/^(- )?/gm, all ? "" : "- "));
  }
  if (kind === "link") {
    const isAddress = /^https?:\/\/\S+$/.test(chosen);
    const label = isAddress || !chosen ? linkText : chosen;
    const address = isAddress ? chosen : "https://";
    insert(text, start, end, `[${label}](${address})`);
    if (isAddress) text.setSelectionRange(start + 1, start + 1 + label.length);
    else text.setSelectionRange(start + label.length + 3, start + label.length + 3 + address.length);
    return;
  }
  const sign = kind === "bold" ? "**" : "*";
  const wrapped = value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign;
  if (wrapped) {
    insert(text, start - sign.length, end + sign.length, chosen);
    text.setSelectionRange(start - sign.length, end - sign.length);
  } else {
    insert(text, start, end, sign + chosen + sign);
    text.setSelectionRange(start + sign.length, end + sign.length);
  }
}

// execCommand is old, but the only way that keeps the browser's undo.
function insert(text, start, end, words) {
  text.setSelectionRange(start, end);
  if (document.execCommand?.("insertText", false, words)) return;
  text.setRangeText(words, start, end, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function attachTabs(form, tools, text) {
  const tabs = [...form.querySelectorAll("[data-composer-tab]")];
  const panels = [...form.querySelectorAll("[data-composer-panel]")];
  const preview = panels.find((panel) => panel.dataset.composerPanel === "preview");

  function show(tab) {
    for (const each of tabs) {
      each.setAttribute("aria-selected", String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    }
    for (const panel of panels) panel.hidden = panel.dataset.composerPanel !== tab.dataset.composerTab;
    tools.hidden = !preview.hidden;
    if (!preview.hidden) render();
  }

  async function render() {
    if (!text.value.trim()) return void (preview.textContent = form.dataset.textPreviewEmpty);
    try {
      const response = await post(form.dataset.preview, new URLSearchParams({ body: text.value }));
      if (!response.ok) throw new Error(`preview: ${response.status}`);
      preview.replaceChildren(...parse(await response.text()).body.childNodes);
    } catch {
      preview.textContent = form.dataset.textPreviewFailed;
    }
  }

  for (const tab of tabs) tab.addEventListener("click", () => show(tab));
  arrows(tabs[0].parentElement, tabs, (tab) => { tab.focus(); show(tab); });
  // A required field that cannot be seen cannot be filled in either.
  text.addEventListener("invalid", () => show(tabs[0]));
}

// One stop for Tab, arrows inside: the habit of toolbars and tab lists, in the reading direction.
function arrows(group, items, go) {
  const keys = document.documentElement.dir === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  group.addEventListener("keydown", (event) => {
    const at = items.indexOf(event.target);
    const step = keys.indexOf(event.key);
    if (step < 0 || at < 0) return;
    event.preventDefault();
    const next = items[(at + (step ? 1 : -1) + items.length) % items.length];
    for (const item of items) item.tabIndex = item === next ? 0 : -1;
    go(next);
  });
}
