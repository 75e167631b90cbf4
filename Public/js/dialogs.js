// Closing keeps what was typed: the sheet is only put aside.
export function attach(button) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
