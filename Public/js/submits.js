// A choice that shows its list at once. Without scripts the form has a button.
export function attach(select) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
