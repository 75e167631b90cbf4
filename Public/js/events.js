// A browser opens at most six connections to a host, so only one tab holds the stream
// (a lock chooses it, and the next tab takes over when it closes) and tells the others.
const name = "skrytka-events";

export function listen(url) {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  const deliver = ({ type, detail }) => document.dispatchEvent(new CustomEvent(`skrytka:${type}`, { detail }));
  if (channel) channel.onmessage = (event) => deliver(event.data);
  const tell = (message) => { deliver(message); channel?.postMessage(message); };

  if (channel && navigator.locks) navigator.locks.request(name, () => stream(url, tell));
  else stream(url, tell);
}

// Network trouble is retried by EventSource itself. A refusal (the session ended) closes it for good;
// then only a reader who comes back to the tab is worth another try.
function stream(url, tell) {
  return new Promise(() => {
    let source, closedAt = 0;
    const open = () => {
      source = new EventSource(url);
      for (const type of ["counts", "changed"]) {
        source.addEventListener(type, (event) => tell({ type, detail: JSON.parse(event.data) }));
      }
      source.onerror = () => { if (source.readyState === EventSource.CLOSED) closedAt = Date.now(); };
    };
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || source.readyState !== EventSource.CLOSED) return;
      if (Date.now() - closedAt > 30_000) open();
    });
    addEventListener("pagehide", () => source.close());
    addEventListener("pageshow", (event) => { if (event.persisted) open(); });
    open();
  });
}
