// The list answers while one types, and to each press on a filter. The address follows, so that reload,
// back and a sent link show the same list; without script the same form and links are ordinary ones.
import { page } from "./requests.js";
import { swap } from "./swap.js";

export function attach(form) {
  const id = form.dataset.searchForm;
  const parts = [form.dataset.searchAlso, id];
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[data-search-status]");
  const list = () => document.getElementById(id);
  const typed = () => input.value.trim();
  let asked = list().dataset.search;
  let timer, request;

  async function show(url, remember) {
    clearTimeout(timer);
    request?.abort();
    request = new AbortController();
    list().setAttribute("aria-busy", "true");
    try {
      const fresh = await page(url, request.signal);
      if (!fresh.getElementById(id)) return location.assign(url);
      remember?.call(history, history.state, "", url);
      list().removeAttribute("aria-busy");
      for (const part of parts) swap(document.getElementById(part), fresh.getElementById(part));
      asked = list().dataset.search;
      if (status.textContent !== list().dataset.matchingText) status.textContent = list().dataset.matchingText;
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  // What else the address holds stands in the list as fields of this form.
  function search() {
    if (typed() === asked) return;
    asked = typed();
    const fields = [...new FormData(form)].filter(([name]) => name !== input.name);
    if (asked) fields.push([input.name, asked]);
    const url = new URL(form.action);
    url.search = new URLSearchParams(fields);
    show(url.href, history.replaceState);
  }

  // What was typed while this module came, or brought back by the browser, counts as typed now.
  search();
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 160); });
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("a[data-swap]");
    if (!link || !parts.some((part) => document.getElementById(part).contains(link))) return;
    event.preventDefault();
    follow(link.href, history.pushState);
  });

  addEventListener("popstate", () => follow(location.href));

  function follow(href, remember) {
    input.value = asked = new URL(href).searchParams.get(input.name) ?? "";
    show(href, remember);
  }
}
