// Keeps script state with the page's entry in the history, since the browser does not restore on Back what scripts have
// put into a page.
export const keep = (name, value) => history.replaceState({ ...history.state, [name]: value }, "");

export function kept(name) {
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  return type === "back_forward" ? history.state?.[name] : undefined;
}
