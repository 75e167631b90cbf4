// A details element opens without script; this only closes it the way people expect of a menu.
export function attach(menu) {
  const close = (focus) => {
    menu.open = false;
    if (focus) menu.querySelector("summary").focus();
  };
  let listening;
  menu.addEventListener("toggle", () => {
    listening?.abort();
    if (!menu.open) return;
    listening = new AbortController();
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) close(false); }, { signal: listening.signal });
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { event.preventDefault(); close(true); }
  });
}
