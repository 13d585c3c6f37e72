/**
 * @param {TreeNode} root
 * @param {number} limit
 * @return {TreeNode[]}
 */
var snap = function (root, limit) {
  const pieces = [root];
  const held = (parent, child) => {
    if (!child) return null;
    child.left = held(child, child.left);
    child.right = held(child, child.right);
    if (Math.abs(parent.val - child.val) <= limit) return child;
    pieces.push(child);
    return null;
  };
  root.left = held(root, root.left);
  root.right = held(root, root.right);
  return pieces;
};
