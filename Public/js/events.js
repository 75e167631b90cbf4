// A browser opens at most six connections to a host, so only one tab holds the stream
// (a lock chooses it, and the next tab takes over when it closes) and tells the others.
const name = "skrytka-events";

export function listen(url) {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  const deliver = ({ type, detail }) => document.dispatchEvent(new CustomEvent(`skrytka:${type}`, { detail }));
  if (channel) channel.onmessage = (event) => deliver(event.data);
  const tell = (message) => { deliver(message); channel?.postMessage(message); };

  if (!channel || !navigator.locks) return stream(url, tell);
  // A tab whose session has ended releases the lock, and requests it again when it becomes visible: meanwhile another
  // tab, signed in since, can hold the stream.
  let asked = false;
  const ask = async () => {
    if (asked || document.visibilityState !== "visible") return;
    asked = true;
    await navigator.locks.request(name, () => stream(url, tell));
    asked = false;
  };
  for (const event of ["visibilitychange", "pageshow"]) addEventListener(event, ask, true);
  ask();
}

// EventSource itself retries after network errors. A refusal (the session has ended) closes it.
function stream(url, tell) {
  return new Promise((done) => {
    const source = new EventSource(url);
    const end = () => { source.close(); removeEventListener("pagehide", end); done(); };
    for (const type of ["counts", "changed"]) {
      source.addEventListener(type, (event) => tell({ type, detail: JSON.parse(event.data) }));
    }
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) end(); };
    addEventListener("pagehide", end);
  });
}
