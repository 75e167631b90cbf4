// The window "Add registers, declarations, UPO". What is ticked there becomes chips in the form, which alone are sent; the
// window itself stands outside of the form. Its inside is asked for anew for the firms that are ticked by then.
import { keep, kept } from "./kept.js";
import { parse, post } from "./requests.js";

const FIRMS = new Set(["draft", "firm", "all", "matching", "except", "payroll"]);

export function attach(box) {
  const form = box.closest("form");
  const dialog = document.getElementById(box.dataset.printouts);
  const inside = dialog.querySelector("[data-printouts-body]");
  const find = (name, within = box) => within.querySelector(`[data-printouts-${name}]`);
  const list = find("list");
  const ticks = (within = inside) => [...within.querySelectorAll("[data-printouts-kind]")];
  let asked = 0; // only the last answer counts

  async function load(period, kinds) {
    const fields = new URLSearchParams([...new FormData(form)].filter(([name]) => FIRMS.has(name)));
    fields.append("period", period);
    for (const kind of kinds) fields.append("printout", kind);
    const number = ++asked;
    busy(true);
    try {
      const response = await post(box.dataset.printoutsAddress, fields);
      if (!response.ok) throw new Error(`printouts: ${response.status}`);
      const fresh = parse(await response.text()).body.childNodes;
      if (number !== asked) return;
      const wasPeriod = document.activeElement?.matches("[data-printouts-period]");
      inside.replaceChildren(...fresh);
      if (wasPeriod) find("period", inside)?.focus();
      mark();
    } catch {
      if (number === asked) inside.textContent = box.dataset.textFailed;
    }
    if (number === asked) busy(false);
  }

  // Until the kinds of another period are here, what is ticked is of the one before: nothing of it may be taken.
  function busy(on) {
    inside.setAttribute("aria-busy", on);
    for (const group of inside.querySelectorAll("fieldset")) group.disabled = on;
    for (const name of ["done", "submit"]) find(name, dialog)?.setAttribute("aria-disabled", on);
  }

  // A tick for a whole group is for what some firm has; the rest of the group is ticked one by one.
  const members = (group) => ticks(group.closest("fieldset")).filter((tick) => tick.dataset.have !== "0");

  function mark() {
    for (const group of inside.querySelectorAll("[data-printouts-group]")) {
      const number = members(group).filter((tick) => tick.checked).length;
      group.checked = number > 0 && number === members(group).length;
      group.indeterminate = number > 0 && !group.checked;
    }
  }

  function chip({ value, papers, name, period }) {
    const row = find("chip").content.firstElementChild.cloneNode(true);
    row.querySelector("[name=printout]").value = value;
    const shown = find("papers", row);
    if (shown) shown.value = papers;
    find("name", row).textContent = name;
    find("detail", row).textContent = period;
    find("remove", row).setAttribute("aria-label", `${box.dataset.textRemove} ${name}`);
    return row;
  }

  function take() {
    if (find("period", inside)) {
      find("of").value = find("period", inside).value;
      const period = find("period", inside).dataset.name;
      const chosen = ticks().filter((tick) => tick.checked);
      list.replaceChildren(...chosen.map(({ value, dataset: { papers, name } }) => chip({ value, papers, name, period })));
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
    dialog.close();
  }

  const entry = `printouts ${form.id}`;
  form.addEventListener("submit", () => {
    const chips = [...list.children].map((row) => ({
      value: row.querySelector("[name=printout]").value,
      papers: row.querySelector("[name=shown]")?.value,
      name: row.querySelector(".upload__name > bdi").textContent,
      period: row.querySelector(".detail").textContent,
    }));
    keep(entry, { period: find("of").value, chips });
  });
  const before = kept(entry);
  if (before) {
    find("of").value = before.period;
    list.replaceChildren(...before.chips.map(chip));
  }

  find("open").addEventListener("click", () => {
    inside.replaceChildren();
    dialog.showModal();
    load(find("of").value, [...list.querySelectorAll("[name=printout]")].map((input) => input.value));
  });

  inside.addEventListener("change", ({ target }) => {
    if (target.matches("[data-printouts-period]")) return load(target.value, ticks().filter((tick) => tick.checked).map((tick) => tick.value));
    if (target.matches("[data-printouts-group]")) for (const tick of members(target)) tick.checked = target.checked;
    mark();
  });

  const isBusy = () => inside.getAttribute("aria-busy") === "true";
  find("done", dialog).addEventListener("click", () => { if (!isBusy()) { take(); find("open").focus(); } });
  find("submit", dialog)?.addEventListener("click", () => { if (!isBusy()) { take(); form.requestSubmit(); } });

  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-printouts-remove]")?.closest("li");
    if (!row) return;
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    (neighbour ? find("remove", neighbour) : find("open")).focus();
  });
}
