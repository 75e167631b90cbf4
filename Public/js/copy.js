// The link is shown once; one press is safer than dragging over a long line.
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
