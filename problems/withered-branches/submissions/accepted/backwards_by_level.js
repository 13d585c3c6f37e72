/**
 * @param {TreeNode} root
 * @return {TreeNode}
 */
var prune = function (root) {
  const order = [root];
  for (const node of order) {
    if (node.left) order.push(node.left);
    if (node.right) order.push(node.right);
  }
  const sums = new Map();
  for (const node of order.reverse()) {
    const left = sums.get(node.left) ?? 0;
    const right = sums.get(node.right) ?? 0;
    if (left < 0) node.left = null;
    if (right < 0) node.right = null;
    sums.set(node, node.val + Math.max(left, 0) + Math.max(right, 0));
  }
  return sums.get(root) < 0 ? null : root;
};
