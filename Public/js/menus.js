// A details element opens without script; this only closes it the way people expect of a menu. The page listens,
// not each menu: menus come and go with the lists they stand in, and one may come back open.
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
