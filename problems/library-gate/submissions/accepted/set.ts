// A Set keeps the order in which elements came.
function stillInside(passes: string[]): string[] {
  const inside = new Set<string>();
  for (const entry of passes) {
    const name = entry.trim().toLowerCase().replace(/ +/g, ' ');
    if (!inside.delete(name)) inside.add(name);
  }
  return Array.from(inside);
}
