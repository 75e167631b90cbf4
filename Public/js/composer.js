// Moves the focus to the error of a rejected form, warns before typed text is lost, and sends by Ctrl+Enter.
export function attach(form) {
  let dirty = false;
  let takesFile = false;
  const fields = () => [...form.querySelectorAll("textarea, input[name=subject]")];
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("skrytka:kept", () => { dirty = false; });
  form.addEventListener("submit", (event) => { if (!event.defaultPrevented) dirty = false; });
  form.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.querySelector("[aria-keyshortcuts='Control+Enter']");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
  // A download link also causes "beforeunload", although the page stays.
  document.addEventListener("click", ({ target }) => { takesFile = Boolean(target.closest("a.attachment")); });
  addEventListener("beforeunload", (event) => {
    if (!takesFile && dirty && fields().some((field) => field.value.trim())) event.preventDefault();
    takesFile = false;
  });
  form.querySelector("[aria-invalid=true], [autofocus]")?.focus();
}
