/**
 * A trie of maps, with the number of names below each node.
 * @param {string[]} names
 * @return {string[]}
 */
var shorten = function (names) {
  const root = { next: new Map(), below: 0 };
  for (const name of names) {
    let node = root;
    for (const c of name) {
      if (!node.next.has(c)) node.next.set(c, { next: new Map(), below: 0 });
      node = node.next.get(c);
      node.below++;
    }
  }
  return names.map((name) => {
    let node = root;
    for (let i = 0; i < name.length; i++) {
      node = node.next.get(name[i]);
      if (node.below === 1) return name.slice(0, i + 1);
    }
    return `${name}.`;
  });
};
