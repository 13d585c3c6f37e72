/**
 * @param {TreeNode[]} sketches
 * @return {TreeNode}
 */
var overlay = function (sketches) {
  const nodes = sketches.filter((node) => node);
  if (nodes.length === 0) return null;
  return new TreeNode(
    nodes.reduce((sum, node) => sum + node.val, 0),
    overlay(nodes.map((node) => node.left)),
    overlay(nodes.map((node) => node.right)),
  );
};
