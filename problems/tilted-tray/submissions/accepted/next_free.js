/**
 * @param {character[][]} tray
 * @param {string} moves
 * @return {void} Do not return anything, modify tray in-place instead.
 */
var tilt = function (tray, moves) {
  const rows = tray.length;
  const columns = tray[0].length;
  const lines = { L: [], R: [], U: [], D: [] };
  for (let r = 0; r < rows; r++) {
    const line = Array.from({ length: columns }, (_, c) => [r, c]);
    lines.L.push(line);
    lines.R.push([...line].reverse());
  }
  for (let c = 0; c < columns; c++) {
    const line = Array.from({ length: rows }, (_, r) => [r, c]);
    lines.U.push(line);
    lines.D.push([...line].reverse());
  }
  for (const move of moves) {
    for (const line of lines[move]) {
      let free = 0;
      for (let i = 0; i < line.length; i++) {
        const [r, c] = line[i];
        if (tray[r][c] === '#') {
          free = i + 1;
        } else if (tray[r][c] === 'o') {
          tray[r][c] = '.';
          const [y, x] = line[free++];
          tray[y][x] = 'o';
        }
      }
    }
  }
};
