// Wrong: blanks within a name are left as they are.
var stillInside = function (passes) {
  const inside = new Set();
  for (const entry of passes) {
    const name = entry.trim().toLowerCase();
    if (!inside.delete(name)) inside.add(name);
  }
  return [...inside];
};
