// Copies a link with one press, because it is shown only once and a long line is hard to select.
export function attach(box) {
  const input = box.querySelector("input, textarea");
  const status = box.parentElement.querySelector("[data-copy-status]");
  input.addEventListener("focus", () => input.select());
  box.querySelector("[data-copy-button]").addEventListener("click", async () => {
    input.select();
    try { await navigator.clipboard.writeText(input.value); }
    catch { document.execCommand("copy"); }
    status.textContent = box.dataset.textCopied;
  });
}
