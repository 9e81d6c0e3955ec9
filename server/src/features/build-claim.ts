/**
 * Builds the claim of an encounter from its sessions: the lines that they prove and that are not there, with units and
 * modifiers. What the coder wrote stays as it is; where its units disagree with the sessions, that is said, and setting
 * them is a step of its own.
 */

import type { Block } from '../engine/block';
import type { TextEdit } from '../engine/file';
import { editsInFile } from '../engine/fix-all';
import type { Workspace } from '../engine/workspace';
import { buildEncounter } from '../model/build';
import { ClinicianDay } from '../model/clinician-day';
import { modifierOf } from '../model/code';
import { ClaimLine, type Encounter, type Session, shownOverlapping } from '../model/encounter';
import { type ClaimDay, PatientDay } from '../model/patient-day';
import { isBound } from '../model/payer';
import { FIRST_15_ONLY } from '../model/units';
import { type DraftLine, draftOf, hasLine, serviceOf } from '../rules/kit/claim-draft';
import { addLinesAfter, addModifierFirst, claimText, setUnits } from '../rules/kit/edits';
import type { RuleId } from '../rules/kit/ids';
import type { Edit } from '../rules/kit/rule';
import { list, minutes } from '../rules/kit/words';
import { BlockSyntax } from '../syntax/buffer';
import { parseBlock } from '../syntax/parser';
import { wordKey } from '../text/chars';

/** A service with sessions and no line, and why none is built for it. */
export interface LeftOut {
  readonly code: string;
  /** A part of a sentence: "its minutes earn no unit". */
  readonly why: string;
}

/** A line whose units are other than the sessions support. */
export interface Difference {
  readonly line: ClaimLine;
  /** Units of the line that the sessions support; 0 where none: the line is then the coder's to judge. */
  readonly units: number;
  /** Minutes of the code that count. */
  readonly minutes: number;
}

/** What the sessions of an encounter prove for its claim, beside what is written. */
export interface Claim {
  readonly encounter: Encounter;
  /** The lines that are missing, in the order of their sessions. */
  readonly lines: readonly DraftLine[];
  /** Lines there are that take a 59 beside a new one. */
  readonly opened: readonly ClaimLine[];
  readonly leftOut: readonly LeftOut[];
  readonly differences: readonly Difference[];
}

const syntax = new BlockSyntax();

/** A line that was drafted here, and stands in no text yet. */
class DraftedLine extends ClaimLine {}

/**
 * @param without a line of the block that is still being typed: read as if it were empty.
 * @returns nothing above the first header.
 */
export function claimOf(workspace: Workspace, block: Block, without = -1): Claim | undefined {
  if (block.isAbove) return undefined;
  const { settings } = workspace;
  const real = workspace.dayOf(block);
  // Lines are added to these as they are drafted; the workspace's own stay as they are.
  const encounters = real.encounters.map(({ home }) => {
    const own = home as Block;
    parseBlock(own === block && without >= 0 ? withoutLine(block, without) : own.text, 0, false, syntax);
    return buildEncounter(syntax, own, own.above, settings);
  });
  const encounter = encounters.find(({ home }) => home === block)!;
  const clinicianDays = new Map<string, ClinicianDay | undefined>();
  const clinicianDay = (_: PatientDay, giver: string): ClinicianDay | undefined => {
    if (!clinicianDays.has(giver)) {
      const found = real.clinicianDay(giver);
      const own = (other: Encounter) => encounters.find(({ home }) => home === other.home) ?? other;
      const day = found && new ClinicianDay(giver, found.date, found.encounters.map(own), settings);
      clinicianDays.set(giver, day);
    }
    return clinicianDays.get(giver);
  };
  let day = new PatientDay(encounters, settings, clinicianDay);
  const lines: ClaimLine[] = [];
  const opened: ClaimLine[] = [];
  const leftOut: LeftOut[] = [];
  // A line that cannot be read may be the one that is missed.
  if (!day.unreadClaim) {
    const asked = new Set<number>();
    for (const session of day.sessions) {
      const code = session.code!;
      const isOwn = session.encounter === encounter;
      if (isOwn && isDraftedElsewhere(day, session) && !leftOut.some((one) => one.code === code.text))
        leftOut.push({ code: code.text, why: 'its line goes into another encounter of the day' });
      if (asked.has(code.pool) || hasLine(day.claims, code)) continue;
      asked.add(code.pool);
      const service = serviceOf(day, session, 'attended');
      const draft = typeof service === 'string' ? service : draftOf(service);
      if (typeof draft === 'string') {
        if (isOwn) leftOut.push({ code: code.text, why: draft });
        continue;
      }
      // A 59 in another file cannot be added along with the line.
      if (draft.opened.some((other) => other.encounter.home.file !== block.file)) {
        if (isOwn) leftOut.push({ code: code.text, why: 'a line of another file would need -59' });
        continue;
      }
      for (const line of draft.lines) {
        const drafted = draftedLine(session.encounter, line);
        session.encounter.claims.push(drafted);
        if (isOwn) lines.push(drafted);
      }
      for (const other of draft.opened) {
        other.modifiers = [modifierUse('59', other.codeEnd), ...other.modifiers];
        if (isOwn && !(other instanceof DraftedLine)) opened.push(other);
      }
      day = new PatientDay(encounters, settings, clinicianDay);
    }
  }
  const drafts = lines.map(({ code, modifiers, units }) => {
    return { code: code!.text, modifiers: modifiers.map(({ text }) => text), units };
  });
  return { encounter, lines: drafts, opened, leftOut, differences: differencesIn(day, encounter) };
}

/** The code of a session has a line that is drafted here, and all such lines are of other encounters. */
function isDraftedElsewhere(day: PatientDay, { code, encounter }: Session): boolean {
  const lines = day.linesOf(code!);
  return lines.some((line) => line instanceof DraftedLine) && !lines.some((line) => line.encounter === encounter);
}

function withoutLine(block: Block, line: number): string {
  const start = block.lineStart(line);
  return block.text.slice(0, start) + block.text.slice(start + block.lineText(line).length);
}

function modifierUse(text: string, at = -1) {
  return { text, entry: modifierOf(wordKey(text), () => text), start: at, end: at };
}

function draftedLine(encounter: Encounter, { code, modifiers, units }: DraftLine): ClaimLine {
  const line = new DraftedLine(encounter);
  line.code = encounter.day.settings.codes.of(code);
  line.written = line.code;
  line.modifiers = modifiers.map((text) => modifierUse(text));
  line.units = units;
  return line;
}

// --------------------------------------------------------------------------------------------------------- Differences

/** Lines of an encounter whose units are other than its sessions support, the missing lines counted along. */
function differencesIn(day: PatientDay, encounter: Encounter): Difference[] {
  const claimDay = day.claimDayOf(encounter);
  if (!claimDay.minutesKnown || claimDay.claims.some((line) => line.cut) || day.unreadClaim) return [];
  const found: Difference[] = [];
  const sums = new Map<number, number>();
  for (const { pool, supported } of claimDay.lineUnits) sums.set(pool.key, (sums.get(pool.key) ?? 0) + supported);
  const raised = new Set<number>();
  for (const { line, pool, billed, supported } of claimDay.lineUnits) {
    if (line.encounter !== encounter || line instanceof DraftedLine) continue;
    if (supported < billed) {
      found.push({ line, units: supported, minutes: pool.minutes });
      continue;
    }
    if (raised.has(pool.key) || line.code!.number === FIRST_15_ONLY || sharesMinutes(day, claimDay)) continue;
    const own = claimDay.lineUnits.filter((other) => other.pool === pool);
    if (own.some((other) => other.supported < other.billed)) continue;
    raised.add(pool.key);
    const limit = isBound(encounter.payer, 'units-over-mue') ? (line.code!.entry!.mue ?? 999) : 999;
    const room = Math.min(claimDay.units.mostFor(pool), limit) - (sums.get(pool.key) ?? 0);
    const more = room > 0 ? claimDay.units.add(sums, pool.key, room) : 0;
    if (more > 0) found.push({ line, units: billed + more, minutes: pool.minutes });
  }
  return found;
}

/** Two disciplines with one patient in the same minutes may split the units as they like. */
function sharesMinutes(day: PatientDay, claimDay: ClaimDay): boolean {
  return day.sessions.some(
    (other) =>
      !claimDay.encounters.includes(other.encounter) &&
      claimDay.timedSessions.some((session) => shownOverlapping(session, other)),
  );
}

// -------------------------------------------------------------------------------------------------------------- Offers

/** One step that the coder may take, by itself. */
export interface ClaimOffer {
  /** Says what the coder states by taking it. */
  readonly title: string;
  readonly kind: 'build' | 'add' | 'units';
  readonly edits: readonly TextEdit[];
}

/** "97110-59-GP x1, 97150-GP x1". */
function named(lines: readonly DraftLine[], withModifiers: boolean): string {
  const words = lines.map(({ code, modifiers, units }) => {
    const marks = withModifiers ? modifiers.map((text) => `-${text}`).join('') : '';
    return `${code}${marks} x${units}`;
  });
  return words.join(', ');
}

/** What to call the building of a claim in one line above the encounter: codes and units. */
export function lensTitle({ encounter, lines, differences }: Claim): string | undefined {
  if (lines.length > 0) {
    const what = encounter.claims.some((line) => !(line instanceof DraftedLine))
      ? 'Add the missing lines'
      : 'Build the claim';
    return `${what}: ${named(lines, false)}`;
  }
  if (differences.length === 0) return undefined;
  return `Claim and sessions differ: ${differences.map(differenceWords).join(', ')}`;
}

/** Why there is nothing to build, in one line above the encounter. */
export function whyNothing({ leftOut }: Claim): string | undefined {
  if (leftOut.length === 0) return undefined;
  return `No line can be built: ${leftOut.map(({ code, why }) => `${code}, ${why}`).join('; ')}`;
}

/** "97110 x2, 13 min support 1". */
function differenceWords({ line, units, minutes: counted }: Difference): string {
  return `${line.code!.text} x${line.units}, ${minutes(counted)} support ${units === 0 ? 'none' : units}`;
}

export function offersOf(claim: Claim): ClaimOffer[] {
  const { encounter, lines, opened, differences } = claim;
  const offers: ClaimOffer[] = [];
  if (lines.length > 0) {
    const written = encounter.claims.filter((line) => !(line instanceof DraftedLine));
    const kind = written.length > 0 ? 'add' : 'build';
    const and = opened.length > 0 ? `, and -59 to ${list(opened.map((line) => line.code!.text))}` : '';
    const what = kind === 'add' ? 'Add the missing lines' : 'Build the claim';
    let after = 0;
    for (const line of written) after = Math.max(after, line.line);
    if (after === 0) for (const session of encounter.sessions) after = Math.max(after, session.line);
    const texts = lines.map(({ code, modifiers, units }) => claimText(code, modifiers, units));
    offers.push({
      title: `${what}: ${named(lines, true)}${and}`,
      kind,
      edits: inFile([...opened.map((line) => addModifierFirst(line, '59')), addLinesAfter(encounter, after, texts)]),
    });
  }
  for (const difference of differences) {
    const { line, units, minutes: counted } = difference;
    if (units === 0) continue;
    offers.push({
      title: `Set ${line.code!.text} to x${units} (${minutes(counted)} support ${units})`,
      kind: 'units',
      edits: inFile([setUnits(line, units)]),
    });
  }
  return offers;
}

function inFile(edits: readonly Edit[]): TextEdit[] {
  return editsInFile({ title: '', safe: false, edits });
}

/** What is left out of the claim and what disagrees with it, in one sentence each; empty where there is nothing to say. */
export function remarksOn({ leftOut, differences }: Claim): string {
  const remarks: string[] = [];
  for (const { code, why } of leftOut) remarks.push(`${code} is left out: ${why}.`);
  for (const difference of differences) remarks.push(`${differenceWords(difference)}.`);
  return remarks.join(' ');
}

// --------------------------------------------------------------------------------------------------------- In a file

/** Findings that say that a claim and its sessions differ. */
const DIFFERS: ReadonlySet<RuleId> = new Set([
  'performed-not-billed',
  'too-few-units',
  'too-many-units',
  'under-8-minutes',
]);

/** Lines above which the building of a claim is offered: more would slow the editor down, and nobody scrolls so far. */
const MOST_LENSES = 1000;

/** The header lines of a file's encounters that have sessions and no claim, or one that its sessions do not bear out. */
export function claimLines(workspace: Workspace, path: string): number[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const lines: number[] = [];
  let chunkLine = 0;
  for (const chunk of file.chunks) {
    let line = chunkLine;
    chunkLine += chunk.lines;
    if (chunk.unbilled === 0 && chunk.findings === 0) continue;
    for (const block of chunk.blocks) {
      if (block.hasSessions && (!block.hasClaims || block.findings.some(({ rule }) => DIFFERS.has(rule)))) {
        lines.push(line);
        if (lines.length === MOST_LENSES) return lines;
      }
      line += block.lineCount;
    }
  }
  return lines;
}

/** The claim of the encounter that a line of a file is in. */
export function claimAt(workspace: Workspace, path: string, line: number): Claim | undefined {
  const file = workspace.files.get(path);
  if (!file) return undefined;
  return claimOf(workspace, file.blockAt(line).block);
}

/** Whether a line is one that building speaks of: a header, a session or a claim line. */
export function isClaimPlace(workspace: Workspace, path: string, line: number): boolean {
  const file = workspace.files.get(path);
  if (!file) return false;
  const { block, startLine } = file.blockAt(line);
  if (block.isAbove) return false;
  const own = line - startLine;
  const { sessions, claims } = workspace.encounterOf(block);
  return own === 0 || [...sessions, ...claims].some((one) => one.line === own);
}
