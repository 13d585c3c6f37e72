/**
 * The index of who is hit, modulo those who are left.
 * @param {string} letters
 * @param {number} count
 * @return {character}
 */
var lastLetter = function (letters, count) {
  const circle = [...letters];
  for (let at = 0; circle.length > 1; ) {
    at = (at + count - 1) % circle.length;
    const small = circle[at].toLowerCase();
    if (circle[at] === small) circle.splice(at, 1);
    else circle[at++] = small;
  }
  return circle[0];
};
