/**
 * Each column as a string.
 * @param {character[][]} shaft
 * @return {void}
 */
var settle = function (shaft) {
  for (let j = 0; j < shaft[0].length; j++) {
    let crates = '';
    let done = '';
    let air = '';
    for (const row of shaft) {
      const cell = row[j];
      if (cell === 'o') {
        crates += 'o';
      } else if (cell === '.' || crates.length > 2) {
        air += '.';
      } else {
        done += `${air}${crates}#`;
        air = '';
        crates = '';
      }
    }
    done += air + crates;
    shaft.forEach((row, i) => {
      row[j] = done[i];
    });
  }
};
