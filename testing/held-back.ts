const WINDOW = 15 * 60_000;

function basic(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** STS's words for a request that arrives now, and was signed exactly a window ago (as in aws-sdk-js#401). */
export function heldBack(now = Date.now()): string {
  const limit = basic(now - WINDOW);
  return `Signature expired: ${limit} is now earlier than ${limit} (${basic(now)} - 15 min.)`;
}
