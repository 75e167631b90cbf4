// Sends a form of the panel or of a row, and reads the page that follows: a conversation, the list, or a refused form.
import { parse } from "./requests.js";

export const conversationIn = (fresh) => {
  const found = fresh.getElementById("conversation");
  if (!found) return null;
  // The list's title stays the first heading.
  const [title, below] = [found.querySelector("h1"), fresh.createElement("h2")];
  below.append(...title.childNodes);
  title.replaceWith(below);
  // Where the focus goes is said by the panel.
  for (const field of found.querySelectorAll("[autofocus]")) field.autofocus = false;
  return document.importNode(found, true);
};

// Returns null when it was not sent, and nothing when the browser leaves the page with it.
export async function answerTo(form, submitter) {
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new URLSearchParams(new FormData(form, submitter));
  try {
    const response = await fetch(address, { method: "POST", body, headers: { Accept: "text/html" } });
    const fresh = parse(await response.text());
    const conversation = conversationIn(fresh);
    if (conversation || fresh.getElementById("questions")) {
      const code = (conversation?.dataset.conversation ?? address).match(/conversation\w*\/(\w+)/)?.[1];
      return { conversation, code, isRejected: !response.ok, said: fresh.querySelector(".flash")?.textContent };
    }
    if (response.status >= 500) return null;
  } catch { return null; }
  // The session has ended, or the like: the browser goes there, with the form.
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  form.action = address;
  form.submit();
}
