// The undo history: texts with the position of the caret. Typing a word is one step.
export class History {
  begin(source) {
    this.entries = [{ source, at: null, kind: "change" }];
    this.index = 0;
  }

  add(source, at, kind) {
    const last = this.entries[this.index];
    if (source === last.source) return;
    this.entries.length = this.index + 1;
    if (kind === "typing" && last.kind === "typing" && at[0].line === last.at[0].line) Object.assign(last, { source, at });
    else this.index = this.entries.push({ source, at: structuredClone(at), kind }) - 1;
  }

  back() { return this.entries[this.index - 1] && this.entry(--this.index); }

  forward() { return this.entries[this.index + 1] && this.entry(++this.index); }

  entry(index) {
    const entry = this.entries[index];
    // The next typing is a step of its own.
    entry.kind = "change";
    const end = { line: 0, column: 0 };
    return { source: entry.source, at: structuredClone(entry.at ?? [end, end]) };
  }
}
