// A rejected form leads straight to what is wrong, and typed text is not lost without a word of warning.
export function attach(form) {
  let dirty = false;
  const fields = () => [...form.querySelectorAll("textarea, input[name=subject]")];
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", (event) => { if (!event.defaultPrevented) dirty = false; });
  addEventListener("beforeunload", (event) => {
    if (dirty && fields().some((field) => field.value.trim())) event.preventDefault();
  });
  form.querySelector("[aria-invalid=true]")?.focus();
}
