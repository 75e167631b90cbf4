// A logo or a photo: chosen, sent as it is, and shown by the page that follows. The server encodes it anew.
import { upload } from "./upload-request.js";

export function attach(root) {
  const [input, error] = [root.querySelector("[data-picture-input]"), root.querySelector("[data-picture-error]")];
  const say = (text) => {
    error.textContent = text;
    root.removeAttribute("aria-busy");
    input.value = "";
  };
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (!file) return;
    error.textContent = "";
    root.setAttribute("aria-busy", "true");
    const request = upload(root.dataset.action, file, () => {});
    request.responseType = "json";
    request.onload = () => {
      if (request.status === 200 && request.response?.next) location.assign(request.response.next);
      else say(request.response?.error ?? root.dataset.textFailed);
    };
    request.onerror = () => say(root.dataset.textFailed);
    request.send(file);
  });
}
