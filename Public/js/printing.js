// The page of a printout that takes long: polls the progress, and opens the printout when it is finished.
export function attach(card) {
  const find = (name) => card.querySelector(`[data-printing-${name}]`);
  const bar = card.querySelector("progress");

  async function ask() {
    const response = await fetch(card.dataset.printing, { redirect: "manual", headers: { Accept: "application/json" } }).catch(() => null);
    if (response && !response.ok) return; // the button leads to the page that says why
    const { isMade, percent } = (await response?.json().catch(() => null)) ?? {};
    if (isMade) return open();
    if (percent != null) {
      bar.value = percent;
      find("percent").textContent = `${percent}%`;
    }
    setTimeout(ask, 1000);
  }

  function open() {
    find("underway").hidden = true;
    find("made").hidden = false;
    location.assign(card.dataset.printing);
  }

  setTimeout(ask, 1000);
}
