// Parses the response to an imported file: one JSON object on each line for each file in it. Lines arrive while the
// rest is still being read; each is passed to `take` once, as soon as it is complete.
export class ImportAnswer {
  #read = 0;
  last; // what the last line said

  constructor(take) { this.take = take; }

  add(text) {
    for (let end = text.indexOf("\n", this.#read); end >= 0; end = text.indexOf("\n", this.#read)) {
      const line = text.slice(this.#read, end);
      this.#read = end + 1;
      try { this.last = JSON.parse(line); } catch { continue; } // a page instead of an answer
      if (this.last.row) this.take(this.last);
    }
  }

  // Whether the response has an object for each file.
  get isWhole() { return Boolean(this.last?.of) && this.last.done === this.last.of; }
}
