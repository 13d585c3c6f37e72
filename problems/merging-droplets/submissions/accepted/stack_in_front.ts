// The front of the array is the stack.
function mergeDroplets(droplets: number[]): number {
  let top = 0;
  for (let x of droplets) {
    for (; top > 0 && droplets[top - 1] === x; top--) x *= 2;
    droplets[top++] = x;
  }
  return top;
}
