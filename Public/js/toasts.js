// Counts the seconds in which a send can be undone, and takes away what was only to be said in passing.
const passing = 10_000;

export function attach(toasts) {
  for (const element of toasts.querySelectorAll("[data-countdown]")) count(element);
  for (const toast of toasts.querySelectorAll("[data-passing]")) setTimeout(() => toast.remove(), passing);
}

function count(element) {
  const over = performance.now() + Number(element.dataset.countdown) * 1000;
  const timer = setInterval(() => {
    const left = Math.ceil((over - performance.now()) / 1000);
    if (left <= 0 || !element.isConnected) clearInterval(timer);
    element.textContent = left > 0 ? element.dataset.text.replace("{seconds}", left) : element.dataset.textOver;
  }, 250);
}
