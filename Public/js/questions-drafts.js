// What is typed in the panel stays with its conversation, as it is, when another one is opened.
export class Drafts {
  #kept = new Map();

  constructor(panel) { this.panel = panel; }

  keep(code) {
    const typed = [...this.panel.querySelectorAll("textarea")].some((field) => field.value.trim());
    if (code && (typed || this.panel.querySelector(".upload"))) this.#kept.set(code, [...this.panel.childNodes]);
  }

  take(code) {
    const nodes = this.#kept.get(code);
    this.#kept.delete(code);
    return nodes;
  }
}
