// A form with uploads: files are uploaded one after another as soon as they are chosen, so that sending is quick and an
// error appears beside its file. Subclasses for one file and for folders override the methods below.
import { upload } from "./upload-request.js";
import { blank, part, showFailure, showKind, showProgress } from "./upload-row.js";

export class UploadForm {
  running = new Map();   // row → request, or nothing while it waits
  failed = new Set();    // rows
  queue = [];
  submitter = null;      // set while a submit waits for the files

  constructor(form) {
    this.form = form;
    this.list = this.find("list");
    this.status = this.find("status");
  }

  find(name) { return this.form.querySelector(`[data-uploads-${name}]`); }

  // Returns the files that the form accepts.
  gather(files) { return files; }

  // Called when a file was added or removed.
  count() {}

  // Called when no upload is running any more.
  settle() { this.release(); }

  // Whether the form may be sent.
  get isReady() { return true; }

  add(files) {
    if (!files.length) return;
    this.status.textContent = "";
    for (const file of this.gather(files)) {
      const row = this.blank(file.name);
      this.list.append(row);
      this.queue.push({ row, file });
      this.running.set(row, null);
    }
    this.count();
    this.next();
  }

  blank(name) {
    const row = blank(this.form, name);
    showKind(row, part(row, "kind").textContent);
    return row;
  }

  next() {
    if ([...this.running.values()].some(Boolean)) return;
    const { row, file } = this.queue.shift() ?? {};
    if (row) this.send(row, file);
    else this.settle();
  }

  send(row, file) {
    const request = upload("/uploads", file, (percent) => showProgress(row, percent));
    this.running.set(row, request);
    request.onloadend = () => {
      if (!this.running.delete(row)) return;
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* a page instead of an answer is a failure */ }
      if (request.status === 201 && answer.key) this.done(row, answer);
      else this.fail(row, answer.error ?? this.form.dataset.textFailed);
      this.count();
      this.next();
    };
    request.send(file);
  }

  done(row, { key, name, size, kind, note }) {
    const input = row.querySelector("input[name=files]");
    input.value = key;
    input.disabled = false;
    part(row, "name").textContent = name;
    showKind(row, kind);
    part(row, "detail").textContent = note ? `${size} · ${note}` : size;
    part(row, "progress").remove();
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Cancels a waiting submit: without this file it would not be as intended.
  fail(row, error) {
    this.failed.add(row);
    showFailure(row, error);
    this.status.textContent = "";
    this.submitter = null;
  }

  remove(row) {
    const request = this.running.get(row);
    this.running.delete(row);
    this.failed.delete(row);
    this.queue = this.queue.filter((each) => each.row !== row);
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    request?.abort();
    this.count();
    if (!this.submitter) this.status.textContent = "";
    (neighbour?.querySelector("[data-upload-remove]") ?? [...this.form.querySelectorAll("[data-uploads-input]")].at(-1)).focus();
    this.next();
  }

  // Delays a submit until the uploads have finished.
  hold(event) {
    if (!this.running.size) return;
    event.preventDefault();
    this.submitter = event.submitter ?? true;
    this.status.textContent = this.form.dataset.textUploading;
  }

  release() {
    if (!this.submitter) return;
    const button = this.submitter;
    this.submitter = null;
    this.status.textContent = "";
    if (this.isReady) this.form.requestSubmit(button instanceof HTMLElement ? button : undefined);
  }

  get inputs() { return [...this.list.querySelectorAll("input[name=files]:enabled")]; }
}
