// Scrolls a row of chips to the chosen one, if it is out of sight.
export function attachChips(root = document) {
  for (const chip of root.querySelectorAll(":is(.chips, .files__filters) .chip[aria-current]")) {
    for (let row = chip.parentElement; row && row !== document.body; row = row.parentElement) {
      if (row.scrollWidth <= row.clientWidth) continue;
      const [its, all] = [chip.getBoundingClientRect(), row.getBoundingClientRect()];
      if (its.left < all.left || its.right > all.right) row.scrollLeft += its.left + its.width / 2 - all.left - all.width / 2;
      break;
    }
  }
}
