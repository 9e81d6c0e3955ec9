/** One claim line with what was found around it: as it is kept, and as a person reads it. */

import type { Block } from '../engine/block';
import type { Finding } from '../engine/finding';
import type { Workspace } from '../engine/workspace';
import type { Severity } from '../rules/kit/rule';
import { date as isoDate } from '../rules/kit/words';

/** One claim line as it is kept. `line` is that of its block. */
export interface ClaimRow {
  readonly block: Block;
  readonly line: number;
  readonly date: number;
  readonly patient: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  /** -1: cannot be read. */
  readonly units: number;
  readonly payer: string;
  readonly clinician: string;
  readonly own: readonly Finding[];
  /** Of the encounter, on none of its claim lines; one list for all lines of a block. */
  readonly around: readonly Finding[];
  /** Of both, each once. */
  readonly rules: readonly string[];
  /** The worst finding first, then how many there are; 0 where there is none. */
  readonly weight: number;
}

/** One claim line as a person reads it. */
export interface ShownClaim {
  readonly path: string;
  /** The file, as far as its name is needed to tell it from the others. */
  readonly file: string;
  /** From 0, in the file. */
  readonly line: number;
  readonly patient: string;
  /** `2026-03-03`; empty where it cannot be read. */
  readonly date: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  /** `null`: what was written cannot be read. */
  readonly units: number | null;
  readonly payer: string;
  readonly clinician: string;
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** From 0, in the file. */
  readonly line: number;
  /** It stands elsewhere in the line's encounter: on a session, a note, or the first line. */
  readonly around: boolean;
}

const NONE: readonly Finding[] = [];
const NO_RULES: readonly string[] = [];

/** The claim lines of an encounter. */
export function readRows(workspace: Workspace, block: Block): readonly ClaimRow[] {
  const encounter = workspace.encounterOf(block);
  const { claims, date, patient = '', clinician = '' } = encounter;
  const payer = encounter.payerUnread ? '' : encounter.payer.name;
  const { findings } = block;
  const ownOf = new Map<number, Finding[]>(claims.map(({ line }) => [line, []]));
  const elsewhere: Finding[] = [];
  for (const finding of findings) (ownOf.get(finding.line) ?? elsewhere).push(finding);
  const around = orNone(elsewhere);
  const rulesAround = rulesOf(around);
  return claims.map((claim) => {
    const { line, written, modifiers, cut, unitsStart } = claim;
    const own = orNone(ownOf.get(line)!);
    return {
      block,
      line,
      date,
      patient,
      code: written?.text ?? '',
      label: written?.entry?.label ?? '',
      modifiers: modifiers.map(({ text }) => text).join(' '),
      units: cut && unitsStart < 0 ? -1 : claim.units,
      payer,
      clinician,
      own,
      around,
      rules: own === NONE ? rulesAround : rulesOf([...own, ...around]),
      weight: weightOf(own, around),
    };
  });
}

function orNone(findings: readonly Finding[]): readonly Finding[] {
  return findings.length > 0 ? findings : NONE;
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.length > 0 ? [...new Set(findings.map(({ rule }) => rule))] : NO_RULES;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 1 };

/** What stands on the line itself counts more than the same around it. */
function weightOf(own: readonly Finding[], around: readonly Finding[]): number {
  let worst = 0;
  for (const { severity } of own) worst = Math.max(worst, WEIGHT[severity] * 2 + 1);
  for (const { severity } of around) worst = Math.max(worst, WEIGHT[severity] * 2);
  return worst * 100000 + Math.min(own.length + around.length, 99999);
}

/** @param start the first line of the row's block. @param file the name that tells its file from the others. */
export function shownRow(row: ClaimRow, start: number, file: string): ShownClaim {
  const { block, date, patient, code, label, modifiers, units, payer, clinician, own, around } = row;
  return {
    path: block.file.path,
    file,
    line: start + row.line,
    patient,
    date: date > 0 ? isoDate(date) : '',
    code,
    label,
    modifiers,
    units: units < 0 ? null : units,
    payer,
    clinician,
    findings: [
      ...own.map((finding) => shownFinding(finding, start, false)),
      ...around.map((finding) => shownFinding(finding, start, true)),
    ],
  };
}

function shownFinding({ rule, severity, message, line }: Finding, start: number, around: boolean): ShownFinding {
  return { rule, severity, message, line: start + line, around };
}
