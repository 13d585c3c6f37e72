// Wrong: takes it that n shuffles always give the first deck again.
var riffle = function (deck, times) {
  const n = deck.length;
  for (times %= n; times > 0; times--) {
    const before = deck.slice();
    for (let i = 0; i < n; i++) deck[i] = before[i % 2 === 1 ? (i - 1) / 2 : n / 2 + i / 2];
  }
};
