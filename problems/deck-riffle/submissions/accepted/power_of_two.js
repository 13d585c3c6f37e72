/**
 * With positions 1..n a card goes from p to 2p modulo n + 1; after k times it is at p * 2^k.
 * @param {number[]} deck
 * @param {number} times
 * @return {void}
 */
var riffle = function (deck, times) {
  const m = deck.length + 1;
  let power = 1;
  for (let base = 2; times > 0; base = (base * base) % m) {
    if (times % 2 === 1) power = (power * base) % m;
    times = Math.floor(times / 2);
  }
  const before = deck.slice();
  before.forEach((card, i) => {
    deck[(((i + 1) * power) % m) - 1] = card;
  });
};
