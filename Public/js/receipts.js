// Sends a read receipt, on which the office relies, only when the message was really visible: half of it (or most of
// the window), for a second, in a visible tab.
import { post } from "./requests.js";

const dwell = 1000;
const timers = new Map();
const onScreen = new Set();

const observer = new IntersectionObserver((entries) => {
  for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const fills = intersectionRect.height >= 0.6 * (rootBounds?.height ?? innerHeight);
    if (intersectionRatio >= 0.5 || fills) onScreen.add(target);
    else onScreen.delete(target);
  }
  review();
}, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1] });

document.addEventListener("visibilitychange", review);

export function attach(message) {
  observer.observe(message);
}

function review() {
  const visible = document.visibilityState === "visible";
  for (const [message, timer] of timers) {
    if (visible && onScreen.has(message)) continue;
    clearTimeout(timer);
    timers.delete(message);
  }
  if (!visible) return;
  for (const message of onScreen) {
    if (!timers.has(message)) timers.set(message, setTimeout(() => confirm(message), dwell));
  }
}

async function confirm(message) {
  timers.delete(message);
  onScreen.delete(message);
  observer.unobserve(message);
  if (!message.isConnected) return;
  const response = await post(message.dataset.receipt).catch(() => null);
  if (!response?.ok) {
    if (!response || response.status >= 500) setTimeout(() => message.isConnected && observer.observe(message), 10 * dwell);
    return;
  }
  delete message.dataset.receipt;
  message.classList.remove("message--unread");
  message.querySelector("[data-receipt-mark]")?.remove();
  message.querySelector(".message__receipt-form")?.remove();
}
