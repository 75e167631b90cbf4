// Replaces an element with its new version, keeping the focus, open details and the scroll position.
export function swap(current, fresh) {
  if (!fresh || current.isEqualNode(fresh)) return current;
  const focused = current.contains(document.activeElement) ? address(document.activeElement) : null;
  const anchor = current.getBoundingClientRect().top < 0 ? firstVisible(current) : null;
  const top = anchor && current.querySelector(anchor)?.getBoundingClientRect().top;
  const next = document.importNode(fresh, true);
  for (const open of current.querySelectorAll("details[id][open]")) next.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
  current.replaceWith(next);
  if (focused) next.querySelector(focused)?.focus({ preventScroll: true });
  if (anchor) {
    const moved = next.querySelector(anchor)?.getBoundingClientRect().top;
    if (moved !== undefined && moved !== top) scrollBy({ top: moved - top, behavior: "instant" });
  }
  next.dispatchEvent(new CustomEvent("skrytka:swapped", { bubbles: true }));
  return next;
}

function address(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.hasAttribute("data-select-page")) return "[data-select-page]";
  if (element.matches("[data-select]")) return `[data-select][value="${CSS.escape(element.value)}"]`;
  const href = element.getAttribute("href");
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

function firstVisible(root) {
  const seen = [...root.querySelectorAll("[id]")].find((element) => element.getBoundingClientRect().bottom > 80);
  return seen ? `#${CSS.escape(seen.id)}` : null;
}
