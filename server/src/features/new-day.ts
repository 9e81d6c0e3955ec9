/**
 * The frame of a new clinic day, written below all that a file holds: who gave the care, as what and for whom, and the
 * first patient. It states every default that matters anew, so that nothing of another day is carried over unseen.
 */

import type { Workspace } from '../engine/workspace';
import { allPayers } from '../guidance/payers';
import { NO_DEFAULTS } from '../model/defaults';
import { date as dateWords } from '../rules/kit/words';
import { DISCIPLINES, type Discipline, PAYERS } from '../syntax/kinds';
import { inSnippet } from './completion-cursor';

/** What a person chooses from, what is likely first. */
export interface NewDayChoices {
  /** yyyy-mm-dd. */
  readonly today: string;
  /** The date of the file's last encounter, yyyy-mm-dd. */
  readonly last: string | undefined;
  readonly clinicians: readonly string[];
  readonly payers: readonly { readonly name: string; readonly label: string | undefined }[];
}

export interface NewDay {
  /** yyyy-mm-dd. */
  readonly date: string;
  /** Left out: to be written into the frame. */
  readonly clinician?: string | undefined;
  readonly payer: string;
}

/** What takes the place of a stretch of the file's last line. */
export interface DayFrame {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Line breaks between what is there and the frame. */
  readonly breaks: number;
  /** A snippet, lines ended with LF; its last stop is where the first patient's lines begin. */
  readonly snippet: string;
}

const MOST_CLINICIANS = 50;

/** @param elsewhere names in use in files that are not judged together with this one. */
export function newDayChoices(
  workspace: Workspace,
  path: string,
  today: number,
  elsewhere: Iterable<string> = [],
): NewDayChoices {
  const file = workspace.files.get(path);
  const last = file?.blockAt(Number.MAX_SAFE_INTEGER).block;
  const { clinician, assistant, payer } = last?.below ?? NO_DEFAULTS;
  const dated = last && !last.isAbove ? workspace.encounterOf(last) : undefined;
  const names = [clinician, dated?.clinician, ...workspace.names.all('person'), ...elsewhere];
  const given = [payer, dated?.payer.name, ...allPayers().map(({ id }) => id), ...workspace.settings.payers.names];
  const labels = new Map<string, string>(allPayers().map(({ id, label }) => [id, label]));
  return {
    today: dateWords(today),
    last: dated && dated.date > 0 ? dateWords(dated.date) : undefined,
    clinicians: unique(names)
      .filter((name) => name !== assistant && name !== dated?.assistant)
      .slice(0, MOST_CLINICIANS),
    payers: unique(given).map((name) => ({ name, label: labels.get(name) })),
  };
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
}

/** @returns nothing where the file is unknown, or where the date is not of the form yyyy-mm-dd. */
export function newDayFrame(workspace: Workspace, path: string, day: NewDay): DayFrame | undefined {
  const file = workspace.files.get(path);
  if (!file || !/^\d{4}-\d{2}-\d{2}$/.test(day.date)) return undefined;
  const { block, startLine } = file.blockAt(Number.MAX_SAFE_INTEGER);
  const lines = block.text.split(/\r\n|\n|\r/);
  const lastText = lines[lines.length - 1]!;
  const isBlank = (text: string | undefined) => text === undefined || /^[ \t\xa0\ufeff]*$/.test(text);
  const blankEnd = isBlank(lastText);
  // Text, then one blank line, then the frame; an empty file has nothing above it.
  const nothingAbove = lines.every(isBlank) && startLine === 0;
  const breaks = nothingAbove ? 0 : !blankEnd ? 2 : isBlank(lines[lines.length - 2]) ? 0 : 1;
  return {
    line: startLine + lines.length - 1,
    start: blankEnd ? 0 : lastText.length,
    end: lastText.length,
    breaks,
    snippet: snippetOf(day, block.below),
  };
}

function snippetOf({ date, clinician, payer }: NewDay, before: typeof NO_DEFAULTS): string {
  let stop = 0;
  const asked = (text: string) => `\${${++stop}${text}}`;
  const name = clinician === undefined ? '' : plainName(clinician);
  const paid = plainName(payer);
  const isSame = name !== '' && name === before.clinician;
  const discipline = (isSame ? before.discipline : undefined) ?? disciplineOf(name);
  const lines = [
    `clinician "${name === '' ? asked(':Name, PT') : inSnippet(name)}"`,
    `discipline ${discipline ?? asked(`|${DISCIPLINES.join(',')}|`)}`,
    `payer ${(PAYERS as readonly string[]).includes(paid.toLowerCase()) ? paid.toLowerCase() : `"${inSnippet(paid)}"`}`,
  ];
  // An assistant or a unit rule of the days above would go on unseen.
  if (before.assistant !== undefined) lines.push('assistant none');
  if (before.units !== undefined && paid !== before.payer) lines.push('units none');
  lines.push('', `encounter ${date} patient ${asked(':')}`, '  $0');
  return lines.join('\n');
}

/** A name as it can stand between quotes on one line. */
function plainName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}"“”„]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const CREDENTIALS: readonly (readonly [words: RegExp, discipline: Discipline])[] = [
  [/^(?:D?PT|MPT|MSPT)$/, 'PT'],
  [/^(?:OTD?|OTR(?:\/L)?|OTL)$/, 'OT'],
  [/^(?:SLP|CCC-SLP)$/, 'SLP'],
  [/^DC$/, 'chiro'],
  [/^(?:LCSW|LMSW|LPC|LMFT|LMHC|PSYD)$/, 'BH'],
];

/** The discipline of the letters behind a name; nothing where they do not say. */
function disciplineOf(name: string): Discipline | undefined {
  const letters = name
    .slice(name.indexOf(',') + 1)
    .toUpperCase()
    .split(/[,\s]+/)
    .map((word) => word.replaceAll('.', ''));
  if (!name.includes(',')) return undefined;
  const found = new Set(
    CREDENTIALS.flatMap(([words, discipline]) => (letters.some((word) => words.test(word)) ? [discipline] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
