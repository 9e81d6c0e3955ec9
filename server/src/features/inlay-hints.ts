/** Small figures between the lines: the minutes of a session, and the units that the timed minutes of the day support. */

import type { Workspace } from '../engine/workspace';
import { Is } from '../model/code';
import type { Encounter, Session } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { count, minutes, unitRuleName, units } from '../rules/kit/words';
import { allocation, dayTotal, ifOtherRule, workings } from './arithmetic';
import type { Stretch } from './code-actions';

export interface InlayHint {
  readonly line: number;
  readonly character: number;
  readonly label: string;
  /** Markdown; where the figure is not plain from the line. */
  readonly tooltip?: string;
}

/** Which of them are wanted. */
export interface HintKinds {
  readonly sessionMinutes: boolean;
  readonly supportedUnits: boolean;
}

/** Takes a digit's width in the fonts that code is read in. */
const FIGURE_SPACE = '\u2007';

/** The hints of the lines that are in view; nothing else is looked at. */
export function inlayHintsIn(
  workspace: Workspace,
  path: string,
  { start, end }: Stretch,
  kinds: HintKinds,
): InlayHint[] {
  const file = workspace.files.get(path);
  if (!file || !(kinds.sessionMinutes || kinds.supportedUnits)) return [];
  const hints: InlayHint[] = [];
  let { block, startLine } = file.blockAt(start.line);
  for (;;) {
    if (!block.isAbove) {
      const encounter = workspace.encounterOf(block);
      const shown = (line: number) => startLine + line >= start.line && startLine + line <= end.line;
      if (kinds.supportedUnits && shown(0)) {
        const hint = dayHint(workspace.dayOf(block).claimDayOf(encounter), startLine, encounter);
        if (hint) hints.push(hint);
      }
      if (kinds.sessionMinutes) {
        const timed = encounter.sessions.filter(({ hasClock }) => hasClock);
        const width = Math.max(...timed.map((session) => String(session.minutes).length));
        for (const session of timed) if (shown(session.line)) hints.push(sessionHint(session, startLine, width));
      }
    }
    startLine += block.lineCount;
    const next = file.next(block);
    if (!next || startLine > end.line) return hints;
    block = next;
  }
}

/** @param width digits of the longest session of the encounter, so that what follows stays in its column. */
function sessionHint(session: Session, startLine: number, width: number): InlayHint {
  const hint = {
    line: startLine + session.line,
    character: session.whenEnd,
    label: `= ${minutes(session.minutes).padStart(width + ' min'.length, FIGURE_SPACE)}`,
  };
  const why = notCounted(session);
  return why === '' ? hint : { ...hint, tooltip: why };
}

function notCounted({ code, isGroup, isSupervised, byAide }: Session): string {
  if (!code || !(code.is & Is.Timed)) return '';
  const how = isGroup ? 'in a group' : isSupervised ? 'supervised' : byAide ? 'by an aide' : '';
  return how === '' ? '' : `Not counted toward units: ${how}.`;
}

function dayHint(claimDay: ClaimDay, line: number, encounter: Encounter): InlayHint | undefined {
  if (!claimDay.minutesKnown || claimDay.timedSessions.length === 0) return undefined;
  const { units: given } = claimDay;
  const several = claimDay.encounters.length > 1;
  // The dot keeps the figure apart from the id: "A · 15 min", never "A15 min".
  const label = `· ${several ? 'day: ' : ''}${minutes(given.total)} timed → ${units(given.allowed)}`;
  const total = dayTotal(given);
  const rows = [
    ...workings(given),
    total === '' ? '' : `${total}.`,
    given.pools.length > 1 ? `By code: ${allocation(given)}.` : '',
    ifOtherRule(claimDay) || `The ${unitRuleName(claimDay.unitRule)} counts.`,
    several ? `${count(claimDay.encounters.length, 'encounter')} of the day are counted together.` : '',
  ];
  const tooltip = rows.filter((row) => row !== '').join('  \n');
  return { line, character: encounter.headerEnd, label, tooltip };
}
