// The list beside the panel: one stop for Tab, whose rows the arrow keys, `j` and `k` walk through.
import { page } from "./requests.js";
import { swap } from "./swap.js";

const PARTS = ["questions", "question-tabs"];

export class QuestionList {
  #at = 0; // where the focus was, for when its row has gone

  get element() { return document.getElementById("questions"); }
  get links() { return [...this.element.querySelectorAll(".row__link")]; }
  get #focused() { return document.activeElement.closest?.("#questions .row")?.querySelector(".row__link"); }
  // The conversation of the row under the focus.
  get chosen() { return this.#focused && this.codeOf(this.#focused); }

  codeOf(link) { return link.closest("[data-question]")?.dataset.question.split("/")[1]; }
  #link(code) { return code && this.links.find((link) => this.codeOf(link) === code); }
  #row(code) { return this.#link(code)?.closest(".row"); }

  // Marks the row of the open conversation.
  show(code) {
    for (const link of this.links) {
      const isOpen = Boolean(code) && this.codeOf(link) === code;
      if (isOpen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const stop = this.#focused ?? this.#link(code) ?? this.links[Math.min(this.#at, this.links.length - 1)];
    if (stop) this.#stop(stop);
  }

  #stop(chosen) {
    this.links.forEach((link, at) => {
      link.tabIndex = link === chosen ? 0 : -1;
      if (link === chosen) this.#at = at;
    });
  }

  #go(link) {
    if (!link) return;
    this.#stop(link);
    link.focus();
    link.closest(".row").scrollIntoView({ block: "nearest" });
  }

  // From outside of the list, the first step leads to the row that Tab leads to.
  move(step) {
    const { links } = this;
    const at = links.indexOf(this.#focused);
    this.#go(at < 0 ? links.find((link) => link.tabIndex === 0) ?? links[0] : links[at + step]);
  }

  focus(code) { this.#go(this.#link(code) ?? this.links[Math.min(this.#at, this.links.length - 1)]); }
  press(code) { this.#link(code)?.click(); }
  button(selector) { return this.#focused?.closest(".row").querySelector(selector); }

  async refresh() {
    const fresh = await page(location.href).catch(() => null);
    if (fresh) for (const id of PARTS) swap(document.getElementById(id), fresh.getElementById(id));
  }
}
