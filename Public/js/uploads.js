// The files of a form, uploaded while it is being filled in. Variants for one file and for a folder:
// `upload-single.js`, `upload-folder.js`.
import { askWhile, dropped, whenDropped } from "./folders.js";
import { keep, kept } from "./kept.js";
import { UploadForm } from "./upload-form.js";
import { removed, whenChosen } from "./upload-row.js";

export function attach(form) {
  const uploads = new UploadForm(form);
  start(uploads);
  keepFiles(uploads, `uploads ${form.id}`);
}

export function start(uploads) {
  const { form } = uploads;
  form.addEventListener("submit", (event) => uploads.hold(event));
  form.addEventListener("click", (event) => {
    const row = removed(event);
    if (row) uploads.remove(row);
  });
  for (const input of form.querySelectorAll("[data-uploads-input]")) whenChosen(input, (files) => uploads.add(files));
  askWhile(() => uploads.running.size > 0);
  whenDropped(form, (transfer) => {
    dropped(transfer).then((files) => uploads.add(files), () => { uploads.status.textContent = form.dataset.textFailed; });
  });
}

// Restores the sent files when the page is opened again from the history.
function keepFiles(uploads, entry) {
  uploads.form.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) keep(entry, uploads.inputs.map(shown));
  });
  const before = kept(entry);
  if (!before) return;
  uploads.list.replaceChildren(...before.map((file) => {
    const row = uploads.blank(file.name);
    uploads.done(row, file);
    return row;
  }));
}

function shown(input) {
  const text = (where) => input.closest(".upload").querySelector(where).textContent;
  return { key: input.value, kind: text(".kind"), name: text(".upload__name > bdi"), size: text(".detail") };
}
