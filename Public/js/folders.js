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

// Lights a form up while files hang over it, and hands over what is dropped on it.
export function whenDropped(form, take) {
  let depth = 0;
  const isFiles = (event) => event.dataTransfer?.types.includes("Files");
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
