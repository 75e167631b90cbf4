// A rejected form leads straight to what is wrong, and typed text is not lost without a word of warning.
export function attach(form) {
  let dirty = false;
  let takesFile = false;
  const fields = () => [...form.querySelectorAll("textarea, input[name=subject]")];
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", (event) => { if (!event.defaultPrevented) dirty = false; });
  // The browser asks before it knows that a file's link leaves the page where it is.
  document.addEventListener("click", ({ target }) => { takesFile = Boolean(target.closest("a.attachment")); });
  addEventListener("beforeunload", (event) => {
    if (!takesFile && dirty && fields().some((field) => field.value.trim())) event.preventDefault();
    takesFile = false;
  });
  form.querySelector("[aria-invalid=true], [autofocus]")?.focus();
}
