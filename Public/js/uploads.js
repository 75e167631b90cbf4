// Files go up one by one as soon as they are chosen, so that sending is quick and a failure is
// named beside its file. XMLHttpRequest, because fetch cannot tell how much has gone.
import { askWhile, dropped, whenDropped } from "./folders.js";
import { keep, kept } from "./kept.js";
import { token } from "./requests.js";

export function attach(form) {
  const find = (name) => form.querySelector(`[data-uploads-${name}]`);
  const list = find("list");
  const status = find("status");
  const isFolder = "uploadsFolder" in form.dataset;
  const isSingle = "uploadsSubmit" in form.dataset;
  const running = new Map();   // row → request
  const failed = new Set();    // rows
  let queue = [];
  let submitter = null;        // set while a submit waits for the files

  // One file, which is sent as soon as it is here: another one takes its place.
  function take(file) {
    for (const request of running.values()) request?.abort();
    running.clear();
    failed.clear();
    queue = [];
    list.replaceChildren();
    submitter = true;
    return [file];
  }

  // A folder's files, which are sent as soon as all of them are here. What else lies in a folder stays there.
  let passed = 0;
  const room = { files: Number(form.dataset.roomFiles), bytes: Number(form.dataset.roomBytes) };
  function gather(files) {
    const papers = files.filter((file) => /\.pdf$/i.test(file.name));
    const bytes = papers.reduce((sum, file) => sum + file.size, 0);
    const free = Math.min(form.dataset.limit - list.children.length, room.files);
    // Said before the first byte goes: a part of a folder is of no use.
    if (papers.length > free) return refuse(form.dataset.textTooMany, papers.length, free);
    if (bytes > room.bytes) return refuse(form.dataset.textTooBig, megabytes(bytes), Math.floor(room.bytes / 2 ** 20));
    room.files -= papers.length;
    room.bytes -= bytes;
    passed += files.length - papers.length;
    if (papers.length) submitter = true;
    return papers;
  }

  function refuse(text, count, limit) {
    status.textContent = text.replace("{count}", count).replace("{limit}", Math.max(0, limit));
    return [];
  }

  function count() {
    if (!isFolder) return;
    const place = find("progress-all");
    const all = list.children.length;
    place.hidden = !all && !passed;
    Object.assign(place.querySelector("progress"), { max: all || 1, value: all - running.size });
    const texts = [form.dataset.textCount.replace("{done}", all - running.size - failed.size).replace("{all}", all)];
    if (failed.size) texts.push(form.dataset.textLeft.replace("{count}", failed.size));
    if (passed) texts.push(form.dataset.textPassed.replace("{count}", passed));
    place.querySelector("[role=status]").textContent = texts.join(" ");
  }

  function add(files) {
    if (!files.length) return;
    status.textContent = "";
    if (isFolder) files = gather(files);
    if (isSingle) files = take(files[0]);
    for (const file of files) {
      const row = blank(file.name);
      list.append(row);
      queue.push({ row, file });
      running.set(row, null);
    }
    count();
    next();
  }

  function blank(name) {
    const row = find("row").content.firstElementChild.cloneNode(true);
    part(row, "name").textContent = name;
    showKind(row, /\.(\w{1,4})$/.exec(name)?.[1].toUpperCase() ?? "");
    part(row, "remove").setAttribute("aria-label", `${form.dataset.textRemove} ${name}`);
    part(row, "progress").setAttribute("aria-label", name);
    return row;
  }

  function next() {
    if ([...running.values()].some(Boolean)) return;
    const { row, file } = queue.shift() ?? {};
    if (row) send(row, file);
    else if (isFolder && submitter && failed.size) ask();
    else release();
  }

  function send(row, file) {
    const request = new XMLHttpRequest();
    running.set(row, request);
    request.open("POST", `/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("X-CSRF-Token", token());
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = (event) => {
      const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
      part(row, "progress").value = percent;
      part(row, "detail").textContent = `${percent}%`;
    };
    request.onloadend = () => {
      if (!running.delete(row)) return;
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* a page instead of an answer is a failure */ }
      if (request.status === 201 && answer.key) done(row, answer);
      else fail(row, answer.error ?? form.dataset.textFailed);
      count();
      next();
    };
    request.send(file);
  }

  // Its colour goes by it.
  function showKind(row, kind) {
    part(row, "kind").textContent = part(row, "kind").dataset.kind = kind;
  }

  function done(row, { key, name, size, kind, note }) {
    const input = row.querySelector("input[name=files]");
    input.value = key;
    input.disabled = false;
    part(row, "name").textContent = name;
    showKind(row, kind);
    part(row, "detail").textContent = note ? `${size} · ${note}` : size;
    part(row, "progress").remove();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A send that waits is called off: without this file it would not be what was meant.
  let isAsked = false;
  function fail(row, error) {
    failed.add(row);
    isAsked = false;
    row.classList.add("upload--failed");
    part(row, "detail").setAttribute("role", "alert");
    part(row, "detail").textContent = error;
    status.textContent = "";
    if (!isFolder) submitter = null;
  }

  // Of a folder nothing is left out silently: whoever goes on once more goes on without it.
  function ask() {
    submitter = null;
    isAsked = true;
    status.textContent = form.dataset.textAsk.replace("{count}", failed.size);
    const [row] = failed;
    row.scrollIntoView({ block: "center" });
    part(row, "remove").focus();
  }

  function release() {
    if (!submitter) return;
    const button = submitter;
    submitter = null;
    status.textContent = "";
    // All of them have been taken away again.
    if ((isFolder || isSingle) && !list.querySelector("input[name=files]:enabled")) return;
    form.requestSubmit(button instanceof HTMLElement ? button : undefined);
  }

  form.addEventListener("submit", (event) => {
    if (running.size) {
      event.preventDefault();
      submitter = event.submitter ?? true;
      status.textContent = form.dataset.textUploading;
    } else if (isFolder && failed.size && !isAsked) {
      event.preventDefault();
      ask();
    }
  });

  form.addEventListener("click", (event) => {
    const row = event.target.closest("[data-upload-remove]")?.closest(".upload");
    if (!row) return;
    const request = running.get(row);
    running.delete(row);
    failed.delete(row);
    queue = queue.filter((each) => each.row !== row);
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    request?.abort();
    count();
    if (!submitter) status.textContent = "";
    (neighbour?.querySelector("[data-upload-remove]") ?? [...form.querySelectorAll("[data-uploads-input]")].at(-1)).focus();
    next();
  });

  for (const input of form.querySelectorAll("[data-uploads-input]")) {
    const chosen = () => { if (input.files.length) add([...input.files]); input.value = ""; };
    input.addEventListener("change", chosen);
    chosen(); // while this module came
  }

  const entry = `uploads ${form.id}`;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const inputs = [...list.querySelectorAll("input[name=files]:enabled")];
    keep(entry, inputs.map((input) => {
      const text = (where) => input.closest(".upload").querySelector(where).textContent;
      return { key: input.value, kind: text(".kind"), name: text(".upload__name > bdi"), size: text(".detail") };
    }));
  });
  const before = isFolder || isSingle ? null : kept(entry);
  if (before) {
    list.replaceChildren(...before.map((file) => {
      const row = blank(file.name);
      done(row, file);
      return row;
    }));
  }

  askWhile(() => running.size > 0);
  whenDropped(form, (transfer) => {
    dropped(transfer).then(add, () => { status.textContent = form.dataset.textFailed; });
  });
}

const megabytes = (bytes) => Math.ceil(bytes / 2 ** 20);
const part = (row, name) => row.querySelector(`[data-upload-${name}]`);
