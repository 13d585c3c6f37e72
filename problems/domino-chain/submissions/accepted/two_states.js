/**
 * The fewest turns with the last domino as it is, and with it turned.
 * @param {number[][]} dominoes
 * @param {number} turns
 * @return {boolean}
 */
var canLay = function (dominoes, turns) {
  let [kept, turned] = [0, 1];
  for (let i = 1; i < dominoes.length; i++) {
    const [a, b] = dominoes[i - 1];
    const [c, d] = dominoes[i];
    const reach = (end) => Math.min(b === end ? kept : Infinity, a === end ? turned : Infinity);
    [kept, turned] = [reach(c), reach(d) + 1];
  }
  return Math.min(kept, turned) <= turns;
};
