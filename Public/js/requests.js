// Every request that changes something carries the page's token; none follows a redirect to the sign-in page as if that
// were the response.
export const token = () => document.querySelector("meta[name=csrf]")?.content ?? "";

export function post(url, body) {
  return fetch(url, { method: "POST", body, keepalive: !body, redirect: "manual", headers: { "X-CSRF-Token": token(), Accept: body ? "text/html" : "application/json" } });
}

export const parse = (html) => new DOMParser().parseFromString(html, "text/html");

export async function page(url, signal) {
  const response = await fetch(url, { signal, redirect: "manual", headers: { Accept: "text/html" } });
  if (!response.ok) throw new Error(`page: ${response.status}`);
  return parse(await response.text());
}
