/**
 * @param {ListNode} head
 * @return {ListNode}
 */
var foldChain = function (head) {
  const nodes = [];
  for (let node = head; node; node = node.next) nodes.push(node);
  const half = Math.ceil(nodes.length / 2);
  for (let i = 0; i < half; i++) {
    const other = nodes.length - 1 - i;
    if (other > i) nodes[i].val += nodes[other].val;
  }
  nodes[half - 1].next = null;
  return head;
};
