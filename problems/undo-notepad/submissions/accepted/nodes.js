// The text as a chain of pieces, the last one first: a state is where the chain begins, and states share what they have in common.
class UndoNotepad {
  constructor() {
    this.states = [null];
    this.now = 0;
  }

  /**
   * @param {string} text
   * @return {void}
   */
  write(text) {
    this.#change({ text, before: this.states[this.now] });
  }

  /**
   * @param {number} count
   * @return {void}
   */
  erase(count) {
    let piece = this.states[this.now];
    while (piece && count >= piece.text.length) {
      count -= piece.text.length;
      piece = piece.before;
    }
    if (piece && count > 0) piece = { text: piece.text.slice(0, -count), before: piece.before };
    this.#change(piece);
  }

  /**
   * @return {boolean}
   */
  undo() {
    if (this.now === 0) return false;
    this.now--;
    return true;
  }

  /**
   * @return {boolean}
   */
  redo() {
    if (this.now + 1 === this.states.length) return false;
    this.now++;
    return true;
  }

  /**
   * @param {number} count
   * @return {string}
   */
  tail(count) {
    let text = '';
    for (let piece = this.states[this.now]; piece && text.length < count; piece = piece.before) text = piece.text + text;
    return text.slice(-count);
  }

  #change(piece) {
    this.states.length = ++this.now;
    this.states.push(piece);
  }
}
