/** True when this request comes on top of the limit within a second of the `times` before it. Refused ones do not count. */
export function overLimit(times: number[], perSecond: number): boolean {
  const now = performance.now();
  while (times[0] !== undefined && times[0] <= now - 1000) times.shift();
  if (times.length >= perSecond) return true;
  times.push(now);
  return false;
}
