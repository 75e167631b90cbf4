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
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    timer = undefined;
  });
  addEventListener("pagehide", () => { if (timer) keep(); });

  async function keep() {
    timer = undefined;
    const typed = contents(form);
    if (typed === kept || !["subject", "body"].some((name) => form.elements[name].value.trim())) return;
    const response = await fetch(form.dataset.keep, {
      method: "POST", body: new URLSearchParams([...new URLSearchParams(typed), [key.name, key.value]]), keepalive: typed.length < 60_000, redirect: "manual",
      headers: { "X-CSRF-Token": token(), Accept: "application/json" },
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) {
      key.value = answer.draft;
      kept = typed;
      // What was typed meanwhile is still to be kept.
      if (contents(form) === kept) form.dispatchEvent(new CustomEvent("skrytka:kept"));
    }
    status.textContent = answer?.text ?? status.dataset.textFailed;
  }
}

// All but the draft's own key. Files under way have no key yet; they come with the next save.
const contents = (form) => new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "unfinished" && typeof value === "string")).toString();
