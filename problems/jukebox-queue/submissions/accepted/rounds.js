/**
 * Round by round, with those who still have songs.
 * @param {number[][]} wishes
 * @return {number[]}
 */
var playOrder = function (wishes) {
  const played = new Set();
  let table = wishes.map((songs) => ({ songs, at: 0 }));
  while (table.length > 0) {
    table = table.filter((friend) => {
      while (friend.at < friend.songs.length && played.has(friend.songs[friend.at])) friend.at++;
      if (friend.at === friend.songs.length) return false;
      played.add(friend.songs[friend.at]);
      return true;
    });
  }
  return [...played];
};
