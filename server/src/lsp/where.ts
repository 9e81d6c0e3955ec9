/** What kind of error it was and where in our own code: never its message, which may hold a piece of a file. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error.';
  const frames: string[] = [];
  for (const line of error.stack?.split('\n') ?? []) {
    const match = /^\s*at (?:(?:async )?([\w$.<> ]+?) \()?(?:.*[/\\])?([^/\\]+:\d+:\d+)\)?$/.exec(line);
    if (match) frames.push(match[1] ? `${match[1]} (${match[2]})` : match[2]!);
    if (frames.length === 4) break;
  }
  return `${error.constructor.name}${frames.length > 0 ? ` at ${frames.join(', ')}` : ''}`;
}
