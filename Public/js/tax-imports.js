// The form for importing JPK, declarations and UPO.
import { askWhile, dropped, whenDropped } from "./folders.js";
import { ImportForm } from "./import-form.js";
import { removed, whenChosen } from "./upload-row.js";

export function attach(form) {
  const imports = new ImportForm(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const row = removed(event);
    if (row) imports.remove(row);
  });
  whenChosen(imports.input, (files) => imports.add(files));
  whenDropped(form, (transfer) => {
    dropped(transfer).then((files) => imports.gather(files), () => { imports.status.textContent = form.dataset.textFailed; });
  });
  askWhile(() => imports.isUnderWay);
}
