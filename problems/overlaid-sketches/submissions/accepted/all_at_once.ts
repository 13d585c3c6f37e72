function overlay(sketches: Array<TreeNode | null>): TreeNode | null {
  const nodes = sketches.filter((node): node is TreeNode => node !== null);
  if (nodes.length === 0) return null;
  return new TreeNode(
    nodes.reduce((sum, node) => sum + node.val, 0),
    overlay(nodes.map((node) => node.left)),
    overlay(nodes.map((node) => node.right)),
  );
}
