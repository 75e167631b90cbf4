// Files dropped on the list of firms: the form for a folder comes up and uploads them, as on a page of its own.
import { dropped, whenDropped } from "./folders.js";
import { page } from "./requests.js";

export function attach(dialog) {
  whenDropped(document.getElementById(dialog.dataset.dropOn), async (transfer) => {
    // Only while the event lasts does the browser say what was dropped.
    const files = dropped(transfer);
    const form = await shown(dialog);
    const { attach: upload } = await import("./upload-folder.js");
    upload(form).add(await files);
  });
}

// Opens the dialog with a new form.
async function shown(dialog) {
  const [{ attach: submitOnce }, fresh] = await Promise.all([import("./submit-once.js"), page(dialog.dataset.dropAddress)]);
  const form = document.importNode(fresh.querySelector("[data-uploads-folder]"), true);
  dialog.querySelector("[data-drop-form]").replaceChildren(form);
  submitOnce(form);
  dialog.showModal();
  return form;
}
