// The chosen rows of a list: ticked ones, or all matches of a filter with exceptions. Only the server knows all the
// rows that a filter matches.
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

  // Sends all ids in one field: a form may have some thousand fields, an office may tick more firms.
  get fields() {
    const numbers = [...this.ids].join("+");
    return this.all === null ? [["firm", numbers]] : [["all", "1"], ["matching", this.all], ["except", numbers]];
  }

  get kept() { return { all: this.all, ids: [...this.ids] }; }
}
