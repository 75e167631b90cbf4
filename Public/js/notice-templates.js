// Templates in the composer. Choosing one never discards typed text: if there is any, the page asks first.
import { token } from "./requests.js";

export function attach(form) {
  const texts = new KeptTexts(form);
  const find = (name) => texts.find(name);
  find("choose")?.addEventListener("change", ({ target }) => texts.choose(target.value));
  find("replace")?.addEventListener("click", () => texts.replace());
  find("keep")?.addEventListener("click", () => texts.leave());
  find("save").addEventListener("click", () => texts.save());
  // Enter in the name field saves the template; it does not send the notice.
  find("name").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    find("save").click();
  });
}

class KeptTexts {
  #waiting = null; // a text that is asked about

  constructor(form) { this.form = form; }

  find(name) { return this.form.querySelector(`[data-template-${name}]`); }

  get fields() { return ["subject", "body"].map((name) => this.form.querySelector(`[name=${name}]`)); }

  async choose(id) {
    if (!id) return;
    const response = await fetch(`/office/templates/${id}`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!response?.ok) return this.#say(this.form.dataset.textTemplateFailed);
    this.#waiting = await response.json();
    this.#say("");
    if (this.fields.every((field) => !field.value.trim())) return this.replace();
    this.#ask(true);
    this.find("replace").focus();
  }

  replace() {
    if (!this.#waiting) return;
    const [subject, body] = this.fields;
    subject.value = this.#waiting.subject;
    body.value = this.#waiting.body;
    // Notifies the editor.
    body.dispatchEvent(new Event("change"));
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
    this.#waiting = null;
    this.#ask(false);
    subject.focus();
  }

  leave() {
    this.#waiting = null;
    this.#ask(false);
    this.find("choose").value = "";
    this.find("choose").focus();
  }

  async save() {
    const [subject, body] = this.fields;
    const name = this.find("name");
    const response = await fetch(this.form.dataset.templates, {
      method: "POST", redirect: "manual", headers: { "X-CSRF-Token": token(), Accept: "application/json" },
      body: new URLSearchParams({ name: name.value, subject: subject.value, body: body.value }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => ({})) ?? {};
    this.#say(answer.said ?? answer.error ?? this.form.dataset.textTemplateFailed);
    if (response?.ok) name.value = "";
    else name.focus();
  }

  #say(text) { this.find("status").textContent = text; }

  #ask(asks) { this.find("question").hidden = !asks; }
}
