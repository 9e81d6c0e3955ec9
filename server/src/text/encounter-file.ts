/** What tells an encounter file: its ending, in any case, since some systems write it in capitals. */
export function isEncounterFile(name: string): boolean {
  return name.endsWith('.encounter') || /\.encounter$/i.test(name);
}

/** The same for searches that know no case but these two. */
export const ENDINGS = ['encounter', 'ENCOUNTER'] as const;
