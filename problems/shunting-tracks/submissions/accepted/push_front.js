/**
 * @param {ListNode} train
 * @param {number} tracks
 * @return {ListNode[]}
 */
var sortWagons = function (train, tracks) {
  const yard = new Array(tracks).fill(null);
  for (; train !== null; train = train.next) {
    const t = train.val % tracks;
    if (yard[t]?.val !== train.val) yard[t] = new ListNode(train.val, yard[t]);
  }
  return yard;
};
