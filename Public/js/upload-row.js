// The row of an uploaded file: its name, its progress, and its error.
export const part = (row, name) => row.querySelector(`[data-upload-${name}]`);

export function blank(form, name) {
  const row = form.querySelector("[data-uploads-row]").content.firstElementChild.cloneNode(true);
  part(row, "name").textContent = name;
  part(row, "kind").textContent = /\.(\w{1,4})$/.exec(name)?.[1].toUpperCase() ?? "";
  part(row, "remove").setAttribute("aria-label", `${form.dataset.textRemove} ${name}`);
  part(row, "progress").setAttribute("aria-label", name);
  return row;
}

// The style sheet colours it by the attribute.
export function showKind(row, kind) {
  part(row, "kind").textContent = part(row, "kind").dataset.kind = kind;
}

export function showProgress(row, percent, text = `${percent}%`) {
  part(row, "progress").value = percent;
  part(row, "detail").textContent = text;
}

export function showFailure(row, error) {
  row.classList.add("upload--failed");
  part(row, "detail").setAttribute("role", "alert");
  part(row, "detail").textContent = error;
}

// Returns the row whose remove button was pressed, if any.
export const removed = (event) => event.target.closest("[data-upload-remove]")?.closest(".upload");

// Passes the files chosen in a field to `take`, including those chosen before the script was loaded.
export function whenChosen(input, take) {
  const chosen = () => { if (input.files.length) take([...input.files]); input.value = ""; };
  input.addEventListener("change", chosen);
  chosen();
}
