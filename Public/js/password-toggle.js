// People who see what they type choose longer passwords. It is hidden again before it is sent,
// so that no browser offers it back as ordinary text.
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
