/** A small text of our own around one line, so that a hover can be asked of it. */

export interface Sample {
  readonly path: string;
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

/**
 * @param about one line with `|` where the hover is; an indented one stands in an encounter.
 * @param date of service, yyyy-mm-dd.
 */
export function newSample(about: string, date: string): Sample {
  const character = about.indexOf('|');
  const line = about.slice(0, character) + about.slice(character + 1);
  const inEncounter = line.startsWith(' ');
  return {
    path: 'sample.encounter',
    text: `${inEncounter ? `encounter ${date} patient A\n` : ''}${line}\n`,
    line: inEncounter ? 1 : 0,
    character: Math.max(character, 0),
  };
}
