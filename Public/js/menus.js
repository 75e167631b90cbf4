// Closes menus like people expect; a details element opens without script. The listeners are on the page, not on each
// menu, because lists with menus are swapped, and a menu may be restored open.
const opened = () => document.querySelectorAll("details[data-menu][open]");

export function attachMenus() {
  document.addEventListener("click", ({ target }) => {
    for (const menu of opened()) if (!menu.contains(target)) menu.open = false;
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      event.preventDefault();
      menu.open = false;
      if (menu.contains(document.activeElement) || document.activeElement === document.body) menu.querySelector("summary").focus();
    }
  });
}
