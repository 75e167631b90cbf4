// Client questions: a question opens beside the list, in a panel taken from its own page, where the window is wide
// enough; elsewhere, and without script, its link leads to that page. What is sent from the panel brings the next one.
import { answerTo, conversationIn } from "./questions-answer.js";
import { Drafts } from "./questions-drafts.js";
import { QuestionList } from "./questions-list.js";
import { listen } from "./keys-table.js";
import { page } from "./requests.js";

const wide = matchMedia("(min-width: 1100px)");

// One key, one meaning; Enter and Tab are the browser's own.
const KEYS = [
  { keys: ["j", "ArrowDown"], does: (questions) => questions.list.move(1) },
  { keys: ["k", "ArrowUp"], does: (questions) => questions.list.move(-1) },
  { keys: ["r"], does: (questions) => questions.reply() },
  { keys: ["e"], does: (questions) => questions.handle() },
  { keys: ["p"], does: (questions) => questions.handOver() },
  { keys: ["Escape"], isWhileTyping: true, does: (questions) => questions.leave() },
];

export function attach(root) {
  const questions = new Questions(root);
  listen(document.body.hasAttribute("data-keys") ? KEYS : KEYS.filter(({ isWhileTyping }) => isWhileTyping), questions);
  questions.resume();
}

class Questions {
  #asked = 0; // only the last answer counts

  constructor(root) {
    this.root = root;
    this.panel = root.querySelector("[data-questions-panel]");
    this.hint = [...this.panel.childNodes];
    this.said = root.querySelector("[data-questions-said]");
    this.list = new QuestionList();
    this.drafts = new Drafts(this.panel);
    root.addEventListener("click", (event) => this.pressed(event));
    root.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("popstate", () => this.resume());
    document.addEventListener("skrytka:swapped", ({ target }) => { if (target.id === "questions") this.list.show(this.code); });
  }

  get code() { return this.panel.dataset.code; }
  address(code) { return this.root.dataset.questions.replace("-", code); }

  // Shows what the address asks for: after a reload, Back and Forward.
  resume() {
    const code = new URL(location.href).searchParams.get("open");
    this.list.show(code);
    if (!code) return this.close();
    if (!wide.matches && !this.code) return location.replace(this.address(code));
    if (code !== this.code) this.open(code);
  }

  pressed(event) {
    const link = event.target.closest("[data-question] :is(.row__link, .question__acts a)");
    if (event.target.closest("[data-earlier]")) this.panel.dataset.unfolded = "";
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || !wide.matches) return;
    event.preventDefault();
    const code = this.list.codeOf(link);
    this.remember(code);
    this.open(code, link.matches("[data-hand-over]") ? () => this.handOver() : undefined);
  }

  async open(code, then = () => this.reply()) {
    if (code === this.code) return then();
    const asked = ++this.#asked;
    const fresh = await page(this.address(code)).then(conversationIn, () => null);
    if (asked !== this.#asked) return;
    if (!fresh) return location.assign(this.address(code));
    this.drafts.keep(this.code);
    this.place(this.drafts.take(code) ?? [fresh], code);
    then();
  }

  place(nodes, code) {
    this.panel.replaceChildren(...nodes);
    delete this.panel.dataset.unfolded;
    this.panel.dataset.code = code;
    this.panel.dataset.source = this.address(code);
    const earlier = this.panel.querySelector("[data-earlier]");
    if (earlier) earlier.hidden = false;
    this.panel.dispatchEvent(new CustomEvent("skrytka:swapped", { bubbles: true }));
    const body = this.panel.querySelector(".conversation__body");
    body.scrollTop = body.scrollHeight;
    this.list.show(code);
  }

  close() {
    this.drafts.keep(this.code);
    this.panel.replaceChildren(...this.hint);
    delete this.panel.dataset.code;
    delete this.panel.dataset.source;
    this.list.show(null);
  }

  // The state of the entry before stays behind: files kept for its form are never those of another conversation.
  remember(code, replaces = false) {
    const url = new URL(location.href);
    if (code) url.searchParams.set("open", code);
    else url.searchParams.delete("open");
    for (const name of ["done", "after", "afterNotice"]) if (replaces) url.searchParams.delete(name);
    if (replaces || url.href !== location.href) history[replaces ? "replaceState" : "pushState"](null, "", url);
  }

  submitted(event) {
    if (event.defaultPrevented || event.target.method !== "post") return;
    event.preventDefault();
    this.send(event.target, event.submitter);
  }

  async send(form, submitter) {
    const from = this.panel.contains(form) ? this.code : null;
    const answer = await answerTo(form, submitter);
    if (answer === undefined) return;
    if (!answer) return this.failed(form);
    const { conversation, code, isRejected } = answer;
    this.say(answer.said);
    // Somebody may have gone on to another question meanwhile, which stays.
    const isOfPanel = from && from === this.code;
    if (from && !isOfPanel) {
      if (isRejected) this.failed(form);
      else this.drafts.take(from);
    } else if (isOfPanel && conversation) {
      this.place([conversation], code);
      if (!isRejected) this.remember(code, true);
      this.reply();
    } else if (isOfPanel || code === this.code) {
      this.panel.replaceChildren(); // it was sent, so that nothing of it is a draft
      this.remember(null, true);
      this.close();
    }
    await this.list.refresh();
    if (!this.code) this.list.focus();
  }

  failed(form) {
    this.say(this.root.dataset.textFailed);
    form.dispatchEvent(new Event("skrytka:unsent"));
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Ten seconds, as long as any message that covers a part of the page.
  say(text) {
    this.said.textContent = text ?? "";
    clearTimeout(this.silence);
    this.silence = setTimeout(() => { this.said.textContent = ""; }, 10_000);
  }

  // Keys

  reply() {
    const code = this.list.chosen;
    if (!this.panel.contains(document.activeElement) && code && code !== this.code) return this.list.press(code);
    const wrong = this.panel.querySelector("#answer :is([aria-invalid=true], .wrong, [role=alert][tabindex])");
    (wrong ?? this.panel.querySelector("#body"))?.focus();
  }

  handle() {
    const inPanel = this.panel.contains(document.activeElement) || this.list.chosen === this.code;
    (inPanel ? this.panel.querySelector("[data-handle]") : this.list.button("[data-handle]"))?.click();
  }

  handOver() {
    const inPanel = this.panel.contains(document.activeElement) || this.list.chosen === this.code;
    if (!inPanel) return this.list.button("[data-hand-over]")?.click();
    const form = this.panel.querySelector("#hand-over");
    if (!form) return;
    form.open = true;
    form.querySelector("select").focus();
  }

  leave() {
    if (this.panel.contains(document.activeElement)) this.list.focus(this.code);
  }
}
