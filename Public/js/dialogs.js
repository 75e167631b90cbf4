// Closes a dialog, which keeps what was typed.
export function attach(button) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
