// Prevents a second press from sending twice. The button stays focusable (not disabled), so that a screen reader keeps
// its position, and works again when the browser comes back to the page, or when a script could not send the form.
export function attach(form) {
  let sent = false, words = null;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent) return event.preventDefault();
    sent = true;
    const button = event.submitter ?? form.querySelector("[type=submit]");
    button?.setAttribute("aria-disabled", "true");
    if (button && form.dataset.textBusy) {
      words = [button, [...button.childNodes]];
      button.textContent = form.dataset.textBusy;
    }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) release(); });
  form.addEventListener("skrytka:unsent", release);

  function release() {
    sent = false;
    form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
    if (words) words[0].replaceChildren(...words[1]);
    words = null;
  }
}
