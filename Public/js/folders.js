// Returns the dropped files. A folder is an entry that has to be read.
export async function dropped(transfer) {
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return files;
  return (await Promise.all(entries.map(inside))).flat();
}

async function inside(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  // A reader returns some entries at a time, and none at the end.
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;) found.push(...some);
  return (await Promise.all(found.map(inside))).flat();
}

const isFiles = (event) => event.dataTransfer?.types.includes("Files");

// Highlights a form while files are dragged over it, and passes dropped files to `take`.
export function whenDropped(form, take) {
  let depth = 0;
  const lit = (on) => form.classList.toggle("is-dropping", on);
  form.addEventListener("dragenter", (event) => { if (isFiles(event)) { depth += 1; lit(true); } });
  form.addEventListener("dragleave", (event) => { if (isFiles(event)) { depth -= 1; lit(depth > 0); } });
  form.addEventListener("dragover", (event) => { if (isFiles(event)) event.preventDefault(); });
  form.addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth = 0;
    lit(false);
    take(event.dataTransfer);
  });
}

// Files dropped beside a form are ignored, instead of opened by the browser in place of the page.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (event.defaultPrevented || !isFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  });
}

// Lets the browser ask before leaving the page during an upload.
export function askWhile(isUnderWay) {
  addEventListener("beforeunload", (event) => { if (isUnderWay()) event.preventDefault(); });
}
