class PaintedFence {
  /**
   * @param {number} boards
   */
  constructor(boards) {
    this.pieces = [[0, 0], [boards, 0]];
    this.boards = new Map([[0, boards]]);
    this.sum = 0;
  }

  /**
   * @param {number} first
   * @param {number} last
   * @param {number} colour
   * @return {void}
   */
  paint(first, last, colour) {
    const begin = this.#cut(first);
    const end = this.#cut(last + 1);
    for (let i = begin; i < end; i++) this.#add(this.pieces[i][1], this.pieces[i][0] - this.pieces[i + 1][0]);
    this.pieces.splice(begin, end - begin, [first, colour]);
    this.#add(colour, last + 1 - first);
  }

  /**
   * @param {number} board
   * @return {number}
   */
  colourOf(board) {
    return this.pieces[this.#last(board)][1];
  }

  /**
   * @param {number} colour
   * @return {number}
   */
  count(colour) {
    return this.boards.get(colour) ?? 0;
  }

  /**
   * @return {number}
   */
  brightness() {
    return this.sum;
  }

  #last(board) {
    let [low, high] = [0, this.pieces.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle][0] <= board) low = middle;
      else high = middle;
    }
    return low;
  }

  #cut(at) {
    const i = this.#last(at);
    if (this.pieces[i][0] === at) return i;
    this.pieces.splice(i + 1, 0, [at, this.pieces[i][1]]);
    return i + 1;
  }

  #add(colour, boards) {
    this.boards.set(colour, this.count(colour) + boards);
    this.sum += colour * boards;
  }
}
