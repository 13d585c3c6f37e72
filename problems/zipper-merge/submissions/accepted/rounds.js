/**
 * @param {ListNode[]} lanes
 * @return {ListNode}
 */
var mergeLanes = function (lanes) {
  const rounds = [];
  for (const lane of lanes) {
    let turn = 0;
    for (let car = lane; car; car = car.next) {
      if (turn === rounds.length) rounds.push([]);
      rounds[turn++].push(car.val);
    }
  }
  const cars = rounds.flat();
  let road = null;
  for (let i = cars.length - 1; i >= 0; i--) road = new ListNode(cars[i], road);
  return road;
};
