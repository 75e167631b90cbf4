// What was dropped, as files: a folder comes as an entry that has to be asked for what is in it.
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
  // A reader gives some of them at a time, and nothing when there are no more.
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;) found.push(...some);
  return (await Promise.all(found.map(inside))).flat();
}

const isFiles = (event) => event.dataTransfer?.types.includes("Files");

// Lights a form up while files hang over it, and hands over what is dropped on it.
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

// What is dropped beside a form is not taken, and not opened by the browser in the place of the page either.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (event.defaultPrevented || !isFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  });
}

// The browser asks before it leaves the page while files are under way.
export function askWhile(isUnderWay) {
  addEventListener("beforeunload", (event) => { if (isUnderWay()) event.preventDefault(); });
}
