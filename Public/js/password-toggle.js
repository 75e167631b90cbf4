// Shows the typed password, since people who see it choose longer ones. Hides it again before it is sent, so that no
// browser stores it as ordinary text.
export function attach(box) {
  const input = box.querySelector("input");
  const button = box.querySelector("button");
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
    button.textContent = shown ? button.dataset.textHide : button.dataset.textShow;
  };
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
}
