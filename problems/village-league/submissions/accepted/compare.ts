interface Row {
  team: string;
  played: number;
  points: number;
  scored: number;
  against: number;
}

function table(matches: string[][]): string[][] {
  const teams = new Map<string, Row>();
  const add = (team: string, scored: number, against: number): void => {
    const row = teams.get(team) ?? { team, played: 0, points: 0, scored: 0, against: 0 };
    teams.set(team, row);
    row.played++;
    row.points += scored > against ? 3 : scored === against ? 1 : 0;
    row.scored += scored;
    row.against += against;
  };
  for (const [home, guest, score] of matches) {
    const [a, b] = score.split(':').map(Number);
    add(home, a, b);
    add(guest, b, a);
  }
  const rows = Array.from(teams.values());
  rows.sort(
    (a, b) =>
      b.points - a.points ||
      b.scored - b.against - (a.scored - a.against) ||
      b.scored - a.scored ||
      (a.team < b.team ? -1 : 1),
  );
  return rows.map((r) => [r.team, `${r.played}`, `${r.points}`, `${r.scored}:${r.against}`]);
}
