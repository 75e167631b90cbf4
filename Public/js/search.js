// Updates the list while somebody types, and at each press on a filter. The address follows, so that reload, Back and a
// shared link show the same list; without script the same form and links work normally.
import { page } from "./requests.js";
import { swap } from "./swap.js";

export function attach(form) {
  const search = new ListSearch(form);
  let timer;
  // Text typed before this module was loaded, or restored by the browser, counts as typed now.
  search.typed();
  search.input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => search.typed(), 160); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search.typed(); });

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("a[data-swap]");
    if (!link || !search.contains(link)) return;
    event.preventDefault();
    clearTimeout(timer);
    search.follow(link.href, history.pushState);
  });

  addEventListener("popstate", () => { clearTimeout(timer); search.follow(location.href); });
}

class ListSearch {
  #request;

  constructor(form) {
    this.form = form;
    this.id = form.dataset.searchForm;
    this.parts = [form.dataset.searchAlso, this.id];
    this.input = form.querySelector("input[type=search]");
    this.status = form.querySelector("[data-search-status]");
    this.asked = this.list.dataset.search;
  }

  get list() { return document.getElementById(this.id); }

  contains(link) { return this.parts.some((part) => document.getElementById(part).contains(link)); }

  async show(url, remember) {
    this.#request?.abort();
    const request = this.#request = new AbortController();
    this.list.setAttribute("aria-busy", "true");
    try {
      const fresh = await page(url, request.signal);
      if (!fresh.getElementById(this.id)) return location.assign(url);
      remember?.call(history, history.state, "", url);
      this.#swap(fresh);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  #swap(fresh) {
    this.list.removeAttribute("aria-busy");
    for (const part of this.parts) swap(document.getElementById(part), fresh.getElementById(part));
    const { search, matchingText } = this.list.dataset;
    this.asked = search;
    if (this.status.textContent !== matchingText) this.status.textContent = matchingText;
  }

  // The list contains the address's other fields as fields of this form.
  typed() {
    const typed = this.input.value.trim();
    if (typed === this.asked) return;
    this.asked = typed;
    const fields = [...new FormData(this.form)].filter(([name]) => name !== this.input.name);
    if (typed) fields.push([this.input.name, typed]);
    const url = new URL(this.form.action);
    url.search = new URLSearchParams(fields);
    this.show(url.href, history.replaceState);
  }

  follow(href, remember) {
    this.input.value = this.asked = new URL(href).searchParams.get(this.input.name) ?? "";
    this.show(href, remember);
  }
}
