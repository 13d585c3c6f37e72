/**
 * The front of the array is the stack.
 * @param {number[]} droplets
 * @return {number}
 */
var mergeDroplets = function (droplets) {
  let top = 0;
  for (let i = 0; i < droplets.length; i++) {
    let x = droplets[i];
    while (top > 0 && droplets[top - 1] === x) {
      top--;
      x *= 2;
    }
    droplets[top++] = x;
  }
  return top;
};
