// What scripts have put into a page is not the browser's to bring back on Back: it is kept with the page's entry in the
// history, for whoever comes back to it.
export const keep = (name, value) => history.replaceState({ ...history.state, [name]: value }, "");

export function kept(name) {
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  return type === "back_forward" ? history.state?.[name] : undefined;
}
