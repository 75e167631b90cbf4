// The demo's people beside the form: a press on one of them fills it, and one more signs in.
export function attach(list) {
  list.addEventListener("click", (event) => {
    const person = event.target.closest("[data-demo-person]");
    if (!person) return;
    const form = document.querySelector("#email").form;
    form.elements.email.value = person.dataset.demoPerson;
    form.elements.password.value = list.dataset.demoPeople;
    form.querySelector('[type="submit"]').focus();
  });
}
