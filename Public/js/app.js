// Modules are attached by data- attributes, also to elements that are swapped in later, so that the server's fragments
// need not name their scripts. A module is loaded only on pages that use it: a client's phone does not load the
// office's tools.
import { attachBadges } from "./badges.js";
import { attachChips } from "./chips.js";
import { listen } from "./events.js";
import { attachLive } from "./live.js";
import { attachMenus } from "./menus.js";

const behaviours = [
  // Before the others, because these may prevent a submit.
  ["[data-uploads]:not([data-uploads-submit], [data-uploads-folder])", () => import("./uploads.js")],
  ["[data-uploads-submit]", () => import("./upload-single.js")],
  ["[data-uploads-folder]", () => import("./upload-folder.js")],
  ["[data-tax-imports]", () => import("./tax-imports.js")],
  ["[data-accent]", () => import("./accent.js")],
  ["[data-picture]", () => import("./picture.js")],
  ["[data-composer]", () => import("./composer.js")],
  ["[data-keep]", () => import("./drafts.js")],
  ["#toasts", () => import("./toasts.js")],
  ["[data-drop-on]", () => import("./drop.js")],
  ["[data-editor]", () => import("./editor.js")],
  ["[data-templates]", () => import("./notice-templates.js")],
  ["[data-submit-once]", () => import("./submit-once.js")],
  ["[data-copy]", () => import("./copy.js")],
  ["[data-demo-people]", () => import("./demo-people.js")],
  ["[data-dialog-close]", () => import("./dialogs.js")],
  ["[data-password]", () => import("./password-toggle.js")],
  ["[data-printouts]", () => import("./printouts.js")],
  ["[data-print]", () => import("./print.js")],
  ["[data-printing]", () => import("./printing.js")],
  ["[data-questions]", () => import("./questions.js")],
  ["[data-receipt]", () => import("./receipts.js")],
  ["[data-rows]", () => import("./rows.js")],
  ["[data-submits]", () => import("./submits.js")],
  ["[data-search-form]", () => import("./search.js")],
  ["[data-selection]", () => import("./selection.js")],
];
const attached = new WeakMap();

async function attach(root) {
  const found = behaviours
    .map(([selector, load]) => ({ selector, load, elements: [root, ...root.querySelectorAll(selector)].filter((element) => element.matches?.(selector)) }))
    .filter(({ elements }) => elements.length);
  const modules = await Promise.all(found.map(({ load }) => load()));
  found.forEach(({ selector, elements }, index) => {
    for (const element of elements) {
      const known = attached.get(element) ?? new Set();
      if (known.has(selector)) continue;
      attached.set(element, known.add(selector));
      modules[index].attach(element);
    }
  });
}

document.documentElement.classList.add("js");
// The title says that a form was rejected, because a screen reader reads it first.
const rejected = document.querySelector('[aria-invalid="true"]') && document.querySelector('meta[name="rejected"]');
if (rejected) document.title = document.title.replace(/^(\(\d+\) )?/, `$1${rejected.content} `);
document.addEventListener("skrytka:swapped", (event) => attach(event.target).then(() => attachChips(event.target)));
attachBadges();
attachChips();
attachLive();
attachMenus();
// Clients have no keys, and their phones do not load them.
if (document.body.hasAttribute("data-keys")) import("./keys.js").then(({ attachKeys }) => attachKeys());
if (document.body.dataset.events) listen(document.body.dataset.events);
// Marks the page as ready: the browser tests wait for this mark instead of for a time.
attach(document).then(() => document.documentElement.setAttribute("data-ready", ""));
