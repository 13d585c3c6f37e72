/**
 * @param {TreeNode} root
 * @return {number}
 */
var totalWay = function (root) {
  const nodes = [root];
  const parents = [-1];
  for (let i = 0; i < nodes.length; i++) {
    for (const child of [nodes[i].left, nodes[i].right]) {
      if (child) {
        nodes.push(child);
        parents.push(i);
      }
    }
  }
  const above = nodes.map((node) => node.val);
  for (let i = nodes.length - 1; i > 0; i--) above[parents[i]] += above[i];
  let total = 0;
  for (const size of above) total += size * (above[0] - size);
  return total;
};
