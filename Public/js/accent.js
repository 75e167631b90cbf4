// The office's colour: every change is shown at once, on the page itself, in the preview and as figures. The server
// computes all of it; here only the stylesheet is exchanged.
const pause = 150;

export function attach(form) {
  const [typed, picker, facts] = [form.querySelector("#colour"), form.querySelector("[data-accent-picker]"), form.querySelector("[data-accent-facts]")];
  const swatches = [...form.querySelectorAll("[data-colour]")];
  let [timer, request] = [0, null];

  async function show() {
    request?.abort();
    request = new AbortController();
    const response = await fetch(`${form.dataset.accent}?colour=${encodeURIComponent(typed.value)}`, { signal: request.signal, redirect: "manual" }).catch(() => null);
    if (!response?.ok) return;
    const part = new DOMParser().parseFromString(await response.text(), "text/html").body;
    facts.replaceChildren(...part.childNodes);
    const digits = facts.querySelector("[data-accent-sample]").dataset.accentSample;
    sheet().href = form.dataset.sheet + digits;
    picker.value = `#${digits}`;
    for (const swatch of swatches) swatch.setAttribute("aria-pressed", String(swatch.dataset.colour === picker.value));
  }

  function change(colour) {
    if (colour) typed.value = colour;
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  }

  typed.addEventListener("input", () => change());
  picker.addEventListener("input", () => change(picker.value));
  for (const swatch of swatches) swatch.addEventListener("click", () => change(swatch.dataset.colour));
  for (const field of document.querySelectorAll("[data-preview]")) {
    field.addEventListener("input", () => {
      for (const shown of document.querySelectorAll(`[data-shows="${field.dataset.preview}"]`)) shown.textContent = field.value;
    });
  }
}

// The stylesheet of the colour; a page of an office without one has none yet.
function sheet() {
  const known = document.querySelector("[data-accent-sheet]");
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.dataset.accentSheet = "";
  document.head.append(link);
  return link;
}
