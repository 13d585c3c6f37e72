// Column by column, each higher than the one before.
function staircases(blocks: number, highest: number): number[][] {
  const found: number[][] = [];
  const build = (left: number, least: number, columns: number[]): void => {
    if (left === 0) found.push(columns);
    for (let height = least; height <= Math.min(left, highest); height++) build(left - height, height + 1, [...columns, height]);
  };
  build(blocks, 1, []);
  return found;
}
