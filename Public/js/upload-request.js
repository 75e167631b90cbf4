// Returns a request with a file as its body. Uses XMLHttpRequest, because fetch does not report progress.
import { token } from "./requests.js";

// - progress: called with the percentage sent.
// - returns: the request, to be sent with `send(file)`.
export function upload(address, file, progress) {
  const request = new XMLHttpRequest();
  request.open("POST", `${address}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("X-CSRF-Token", token());
  request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
  request.setRequestHeader("Accept", "application/json");
  request.upload.onprogress = ({ total, loaded }) => progress(total ? Math.floor((100 * loaded) / total) : 0);
  return request;
}
