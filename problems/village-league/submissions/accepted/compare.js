/**
 * @param {string[][]} matches
 * @return {string[][]}
 */
var table = function (matches) {
  const teams = new Map();
  const add = (team, scored, against) => {
    if (!teams.has(team)) teams.set(team, { team, played: 0, points: 0, scored: 0, against: 0 });
    const record = teams.get(team);
    record.played++;
    record.points += scored > against ? 3 : scored === against ? 1 : 0;
    record.scored += scored;
    record.against += against;
  };
  for (const [home, guest, score] of matches) {
    const [a, b] = score.split(':').map(Number);
    add(home, a, b);
    add(guest, b, a);
  }
  return [...teams.values()]
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.scored - b.against - (a.scored - a.against) ||
        b.scored - a.scored ||
        (a.team < b.team ? -1 : 1),
    )
    .map((r) => [r.team, String(r.played), String(r.points), `${r.scored}:${r.against}`]);
};
