// The index of who is hit, modulo those who are left.
function lastLetter(letters: string, count: number): string {
  let circle = letters;
  let at = 0;
  while (circle.length > 1) {
    at = (at + count - 1) % circle.length;
    const hit = circle[at];
    const stays = hit < 'a' ? hit.toLowerCase() : '';
    circle = circle.slice(0, at) + stays + circle.slice(at + 1);
    at += stays.length;
  }
  return circle;
}
