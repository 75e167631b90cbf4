// Kept texts in the composer. Taking one never throws away what was typed: where something stands
// already, the page asks first.
import { token } from "./requests.js";

export function attach(box) {
  const form = box.closest("form");
  const find = (name) => box.querySelector(`[data-template-${name}]`);
  const fields = () => [form.querySelector("[name=subject]"), form.querySelector("[name=body]")];
  const status = find("status");
  let waiting = null;

  const say = (text) => { status.textContent = text; };
  const ask = (asks) => { find("question").hidden = !asks; };

  function fill({ subject, body }) {
    const [first, second] = fields();
    first.value = subject;
    second.value = body;
    // The editor that stands over it shows it.
    second.dispatchEvent(new Event("change"));
    form.dispatchEvent(new Event("input", { bubbles: true }));
    waiting = null;
    ask(false);
    first.focus();
  }

  find("choose")?.addEventListener("change", async ({ target }) => {
    if (!target.value) return;
    const response = await fetch(`/office/templates/${target.value}`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!response?.ok) return say(box.dataset.textFailed);
    waiting = await response.json();
    say("");
    if (fields().every((field) => !field.value.trim())) return fill(waiting);
    ask(true);
    find("replace").focus();
  });

  find("replace")?.addEventListener("click", () => waiting && fill(waiting));
  find("keep")?.addEventListener("click", () => {
    waiting = null;
    ask(false);
    find("choose").value = "";
    find("choose").focus();
  });

  find("save").addEventListener("click", async () => {
    const [subject, body] = fields();
    const name = find("name");
    const response = await fetch(box.dataset.templates, {
      method: "POST", redirect: "manual", headers: { "X-CSRF-Token": token(), Accept: "application/json" },
      body: new URLSearchParams({ name: name.value, subject: subject.value, body: body.value }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => ({})) ?? {};
    say(answer.said ?? answer.error ?? box.dataset.textFailed);
    if (response?.ok) name.value = "";
    else name.focus();
  });
  // Enter in the name keeps the text; it does not send the notice.
  find("name").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    find("save").click();
  });
}
