// Wrong: what was given is left as it was.
var compactLog = function (readings, change) {
  const kept = [readings[0]];
  for (const x of readings) if (Math.abs(x - kept[kept.length - 1]) >= change) kept.push(x);
  readings = kept;
  return kept.length;
};
