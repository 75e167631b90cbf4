// The list answers while one types. The address follows, so that reload, back and a sent link
// show the same list; without script the same form is an ordinary search.
import { page } from "./requests.js";
import { swap } from "./swap.js";

const positions = ["page", "after", "before"];

export function attach(form) {
  const id = form.dataset.searchForm;
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[data-search-status]");
  let timer, request;

  async function show(url) {
    clearTimeout(timer);
    request?.abort();
    request = new AbortController();
    const list = document.getElementById(id);
    list.setAttribute("aria-busy", "true");
    try {
      const fresh = (await page(url, request.signal)).getElementById(id);
      if (!fresh) return location.assign(url);
      history.replaceState(history.state, "", url);
      list.removeAttribute("aria-busy");
      const shown = swap(document.getElementById(id), fresh);
      if (status.textContent !== shown.dataset.matchingText) status.textContent = shown.dataset.matchingText;
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  function search() {
    const url = new URL(location.href);
    for (const name of positions) url.searchParams.delete(name);
    if (input.value.trim()) url.searchParams.set("q", input.value);
    else url.searchParams.delete("q");
    if (url.href !== location.href) show(url.href);
  }

  // What was typed while this module came, or brought back by the browser, counts as typed now.
  if (input.value.trim() !== document.getElementById(id).dataset.search) search();
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 160); });
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest(`#${id} a:is([data-swap], [data-search-clear])`);
    if (!link) return;
    event.preventDefault();
    if (link.hasAttribute("data-search-clear")) { input.value = ""; input.focus(); }
    show(link.href);
  });
}
