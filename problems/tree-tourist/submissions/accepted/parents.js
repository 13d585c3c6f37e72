class TreeTourist {
  /**
   * @param {TreeNode} root
   */
  constructor(root) {
    this.root = root;
    this.node = root;
    this.parents = new Map([[root, null]]);
  }

  /**
   * @param {character} way
   * @return {boolean}
   */
  step(way) {
    const next = way === 'U' ? this.parents.get(this.node) : way === 'L' ? this.node.left : this.node.right;
    if (!next) return false;
    if (way !== 'U') this.parents.set(next, this.node);
    this.node = next;
    return true;
  }

  /**
   * @return {number}
   */
  here() {
    return this.node.val;
  }

  /**
   * @return {number[]}
   */
  path() {
    const values = [];
    for (let node = this.node; node; node = this.parents.get(node)) values.push(node.val);
    return values.reverse();
  }

  /**
   * @return {void}
   */
  home() {
    this.node = this.root;
  }

  /**
   * @return {number}
   */
  seen() {
    return this.parents.size;
  }
}
