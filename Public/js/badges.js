// Updates the counts in the header from the stream of events, so that no tab shows an old one.
export function attachBadges() {
  document.addEventListener("skrytka:counts", ({ detail }) => {
    show("[data-unread]", () => detail.unread);
    title(detail.unread);
    show("[data-waiting]", () => detail.waiting);
    show("[data-asked]", () => detail.asked);
    if (detail.firms) show("[data-unread-firm]", (badge) => badge.dataset.unreadFirm === "all" ? detail.unread : detail.firms[badge.dataset.unreadFirm] ?? 0);
  });
}

// Puts the number of unread messages before the title, where it is visible from another tab.
function title(unread) {
  if (unread === undefined) return;
  document.title = (unread > 0 ? `(${unread}) ` : "") + document.title.replace(/^\(\d+\) /, "");
}

function show(selector, count) {
  for (const badge of document.querySelectorAll(selector)) {
    const number = count(badge);
    if (number === undefined) continue;
    badge.textContent = number;
    badge.hidden = !(number > 0);
  }
}
