// What is chosen of a list: ticked rows, or a filter whose every match is chosen but for some. The server, not the page,
// knows all that a filter matches.
export class ChosenRows {
  ids = new Set(); // ticked ones, or, when all is chosen, the exceptions
  all = null;      // the filter whose every match is chosen

  start(filter = null, ids = []) {
    this.all = filter;
    this.ids = new Set(ids);
  }

  has(id) { return this.ids.has(id) !== (this.all !== null); }

  choose(id, isChosen) {
    if (isChosen !== (this.all !== null)) this.ids.add(id);
    else this.ids.delete(id);
  }

  count(matching) { return this.all === null ? this.ids.size : matching - this.ids.size; }

  // One field for all of them: a form has room for some thousand fields, an office may tick more firms.
  get fields() {
    const numbers = [...this.ids].join("+");
    return this.all === null ? [["firm", numbers]] : [["all", "1"], ["matching", this.all], ["except", numbers]];
  }

  get kept() { return { all: this.all, ids: [...this.ids] }; }
}
