// The answer to an imported file: a JSON object a line, one for each file that was in it. They come while the rest is
// still being read, and each is handed over once, as soon as its line is whole.
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

  // Anything else is no answer about each file.
  get isWhole() { return Boolean(this.last?.of) && this.last.done === this.last.of; }
}
