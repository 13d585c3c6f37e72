/**
 * @param {TreeNode[]} trees
 * @return {number[][]}
 */
var groupTwins = function (trees) {
  const numbers = new Map();
  const number = (node) => {
    if (!node) return 0;
    const a = number(node.left);
    const b = number(node.right);
    const key = `${node.val},${Math.min(a, b)},${Math.max(a, b)}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key);
  };
  const groups = new Map();
  trees.forEach((tree, i) => {
    const key = number(tree);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(i);
  });
  return [...groups.values()];
};
