// Files to import go up one after another. Each is answered with its finished row; a ZIP with one for each file in it,
// which come while the rest is still being read. XMLHttpRequest, because fetch cannot tell how much has gone.
import { askWhile, dropped, whenDropped } from "./folders.js";
import { page, parse, token } from "./requests.js";
import { swap } from "./swap.js";

export function attach(form) {
  const find = (name) => form.querySelector(`[data-imports-${name}]`);
  const [list, results, status, input] = ["list", "results", "status", "input"].map(find);
  const total = { taken: 0, refused: 0, passed: 0 };
  let queue = [];
  let running = null; // { row, request }

  function add(files) {
    for (const file of files) {
      const row = form.querySelector("[data-uploads-row]").content.firstElementChild.cloneNode(true);
      part(row, "name").textContent = file.name;
      part(row, "kind").textContent = /\.(\w{1,4})$/.exec(file.name)?.[1].toUpperCase() ?? "";
      part(row, "remove").setAttribute("aria-label", `${form.dataset.textRemove} ${file.name}`);
      part(row, "progress").setAttribute("aria-label", file.name);
      list.append(row);
      queue.push({ row, file });
    }
    next();
  }

  function next() {
    if (running) return;
    const { row, file } = queue.shift() ?? {};
    if (row) send(row, file);
    else finish();
  }

  function send(row, file) {
    const request = new XMLHttpRequest();
    running = { row, request };
    request.open("POST", `${form.getAttribute("action")}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("X-CSRF-Token", token());
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ total, loaded }) => show(row, total ? Math.floor((100 * loaded) / total) : 0);
    request.upload.onload = () => { part(row, "detail").textContent = form.dataset.textReading; };
    const lines = reader(row);
    request.onprogress = () => lines(request.responseText);
    request.onloadend = () => {
      running = null;
      const last = lines(`${request.responseText}\n`);
      if (last?.of && last.done === last.of) row.remove(); // anything else is no answer about each file
      else fail(row, last?.error);
      next();
    };
    request.send(file);
  }

  // Takes each line of an answer once, as soon as it is whole, and gives the last.
  function reader(row) {
    let read = 0;
    let last;
    return (text) => {
      for (let end = text.indexOf("\n", read); end >= 0; end = text.indexOf("\n", read)) {
        const line = text.slice(read, end);
        read = end + 1;
        try { last = JSON.parse(line); } catch { continue; } // a page instead of an answer
        if (last.row) take(row, last);
      }
      return last;
    };
  }

  function take(row, { row: html, isTaken, done, of }) {
    results.append(...parse(html).querySelectorAll("li"));
    results.hidden = false;
    total[isTaken ? "taken" : "refused"] += 1;
    if (of > 1) show(row, Math.floor((100 * done) / of), fill(form.dataset.textProgress, { done, of }));
  }

  function show(row, percent, text = `${percent}%`) {
    part(row, "progress").value = percent;
    part(row, "detail").textContent = text;
  }

  function fail(row, error) {
    row.classList.add("upload--failed");
    part(row, "detail").setAttribute("role", "alert");
    part(row, "detail").textContent = error ?? form.dataset.textFailed;
  }

  // The list below has what is new, and the numbers beside its filters.
  async function finish() {
    tell();
    if (total.taken + total.refused === 0) return;
    const fresh = await page(location.href).catch(() => null);
    // The search between them stays: somebody may be typing there.
    for (const place of ["#imports-filters", "#imports-list"]) {
      const [shown, newer] = [document, fresh].map((root) => root?.querySelector(place));
      if (shown && newer && !running) swap(shown, newer);
    }
  }

  function tell() {
    const { textDone, textPassed } = form.dataset;
    const texts = [total.taken + total.refused ? fill(textDone, total) : "", total.passed ? fill(textPassed, total) : ""];
    status.textContent = texts.filter(Boolean).join(" · ");
  }

  // A folder has other things too: they stay there, and are counted.
  function gather(files) {
    const fitting = files.filter((file) => /\.(xml|xades|zip)$/i.test(file.name));
    total.passed += files.length - fitting.length;
    add(fitting);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const row = event.target.closest("[data-upload-remove]")?.closest(".upload");
    if (!row) return;
    queue = queue.filter((each) => each.row !== row);
    row.remove();
    input.focus();
    if (running?.row === row) running.request.abort();
  });

  const chosen = () => { if (input.files.length) add([...input.files]); input.value = ""; };
  input.addEventListener("change", chosen);
  chosen(); // while this module came

  whenDropped(form, (transfer) => {
    dropped(transfer).then(gather, () => { status.textContent = form.dataset.textFailed; });
  });

  askWhile(() => running || queue.length);
}

const part = (row, name) => row.querySelector(`[data-upload-${name}]`);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
