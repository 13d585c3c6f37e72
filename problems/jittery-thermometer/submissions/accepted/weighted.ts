// Weighs the new reading and what was shown.
function smooth(readings: number[], trust: number): number[] {
  const shown: number[] = [readings[0]];
  for (let i = 1; i < readings.length; i++) shown.push(trust * readings[i] + (1 - trust) * shown[i - 1]);
  return shown;
}
