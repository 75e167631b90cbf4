// What scripts have put into a page is not the browser's to bring back on Back: it is kept with the page's entry in the
// history.
export const keep = (name, value) => history.replaceState({ ...history.state, [name]: value }, "");
export const kept = (name) => history.state?.[name];
