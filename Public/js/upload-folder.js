// Uploads a folder's PDFs, which are sent when all of them are uploaded. Skips and counts its other files.
import { UploadForm } from "./upload-form.js";
import { part } from "./upload-row.js";
import { start } from "./uploads.js";

export function attach(form) {
  const uploads = new FolderUpload(form);
  start(uploads);
  return uploads;
}

class FolderUpload extends UploadForm {
  passed = 0;
  isAsked = false;

  constructor(form) {
    super(form);
    this.room = { files: Number(form.dataset.roomFiles), bytes: Number(form.dataset.roomBytes) };
  }

  gather(files) {
    const { room, form } = this;
    const papers = files.filter((file) => /\.pdf$/i.test(file.name));
    const bytes = papers.reduce((sum, file) => sum + file.size, 0);
    const free = Math.min(form.dataset.limit - this.list.children.length, room.files);
    // Refuses before the first upload, because a part of a folder is of no use.
    if (papers.length > free) return this.refuse(form.dataset.textTooMany, papers.length, free);
    if (bytes > room.bytes) return this.refuse(form.dataset.textTooBig, megabytes(bytes), Math.floor(room.bytes / 2 ** 20));
    room.files -= papers.length;
    room.bytes -= bytes;
    this.passed += files.length - papers.length;
    if (papers.length) this.submitter = true;
    return papers;
  }

  refuse(text, count, limit) {
    this.status.textContent = text.replace("{count}", count).replace("{limit}", Math.max(0, limit));
    return [];
  }

  count() {
    const { form, passed, running, failed } = this;
    const place = this.find("progress-all");
    const all = this.list.children.length;
    place.hidden = !all && !passed;
    Object.assign(place.querySelector("progress"), { max: all || 1, value: all - running.size });
    const texts = [form.dataset.textCount.replace("{done}", all - running.size - failed.size).replace("{all}", all)];
    if (failed.size) texts.push(form.dataset.textLeft.replace("{count}", failed.size));
    if (passed) texts.push(form.dataset.textPassed.replace("{count}", passed));
    place.querySelector("[role=status]").textContent = texts.join(" ");
  }

  settle() {
    if (this.submitter && this.failed.size) this.ask();
    else this.release();
  }

  // The other uploads continue, after which the page asks about the failed one.
  fail(row, error) {
    const { submitter } = this;
    super.fail(row, error);
    this.isAsked = false;
    this.submitter = submitter;
  }

  hold(event) {
    super.hold(event);
    if (this.running.size || !this.failed.size || this.isAsked) return;
    event.preventDefault();
    this.ask();
  }

  // Asks before leaving a file out: sending again continues without it.
  ask() {
    this.submitter = null;
    this.isAsked = true;
    this.status.textContent = this.form.dataset.textAsk.replace("{count}", this.failed.size);
    const [row] = this.failed;
    row.scrollIntoView({ block: "center" });
    part(row, "remove").focus();
  }

  // All of them may have been removed again.
  get isReady() { return this.inputs.length > 0; }
}

const megabytes = (bytes) => Math.ceil(bytes / 2 ** 20);
