// Uploads one file, which is sent as soon as it is uploaded; another one replaces it.
import { UploadForm } from "./upload-form.js";
import { start } from "./uploads.js";

export const attach = (form) => start(new SingleUpload(form));

class SingleUpload extends UploadForm {
  gather([file]) {
    for (const request of this.running.values()) request?.abort();
    this.running.clear();
    this.failed.clear();
    this.queue = [];
    this.list.replaceChildren();
    this.submitter = true;
    return [file];
  }

  // It may have been removed again.
  get isReady() { return this.inputs.length > 0; }
}
