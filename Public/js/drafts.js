// Keeps a notice while it is written. The draft's key stands in the page, so that a save that was answered too late, or
// not at all, makes no second draft.
import { token } from "./requests.js";

const pause = 1200;

export function attach(form) {
  const key = form.elements.unfinished;
  const status = form.querySelector("[data-keep-status]");
  let timer, kept = contents(form);
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("pagehide", () => { if (timer) keep(); });

  async function keep() {
    timer = undefined;
    const typed = contents(form);
    if (typed === kept || !["subject", "body"].some((name) => form.elements[name].value.trim())) return;
    const response = await fetch(form.dataset.keep, {
      method: "POST", body: new URLSearchParams(typed), keepalive: typed.length < 60_000, redirect: "manual",
      headers: { "X-CSRF-Token": token(), Accept: "application/json" },
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) {
      key.value = answer.draft;
      kept = contents(form);
      form.dispatchEvent(new CustomEvent("skrytka:kept"));
    }
    status.textContent = answer?.text ?? status.dataset.textFailed;
  }
}

// Files under way have no key yet; they come with the next save.
const contents = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
