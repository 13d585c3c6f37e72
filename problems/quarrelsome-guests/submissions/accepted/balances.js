/**
 * @param {number} guests
 * @param {number[][]} quarrels
 * @return {number[]}
 */
var seat = function (guests, quarrels) {
  const foes = Array.from({ length: guests }, () => []);
  for (const [a, b] of quarrels) {
    foes[a].push(b);
    foes[b].push(a);
  }
  const rooms = new Array(guests).fill(1);
  // Of each guest: those in his own room less those in the other.
  const balance = foes.map((list) => list.length);
  const restless = [...rooms.keys()];
  while (restless.length) {
    const guest = restless.pop();
    if (balance[guest] <= 0) continue;
    rooms[guest] ^= 1;
    balance[guest] = -balance[guest];
    for (const foe of foes[guest]) {
      balance[foe] += rooms[foe] === rooms[guest] ? 2 : -2;
      restless.push(foe);
    }
  }
  return rooms;
};
