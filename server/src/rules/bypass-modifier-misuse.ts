import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { addModifierFirst, removeModifier, swapModifier } from './kit/edits';
import { hasTwin } from './kit/lines';
import {
  type DayPair,
  isFor59,
  isGroupPair,
  isUnopened,
  otherCodes,
  otherLines,
  pairSeverity,
  pairsWith,
  payerUnread,
  readsColumnTwoOnly,
} from './kit/pairs';
import type { Fix, PatientDayRule, Report, RuleDocs, Severity } from './kit/rule';
import { fixesOf59, is59Proven } from './kit/separate';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'bypass-modifier-misuse',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['ncci26'],
  statements: [],
  facts: ['F-NCCI-02', 'F-MOD-01', 'F-MOD-51', 'F-MOD-70'],
  check(day, report) {
    for (const line of day.claims) {
      if (line.modifiers.length === 0 || line.cut || line.notCovered) continue;
      const distinct = line.distinct;
      const visit = (line.code!.is & Is.Visit) !== 0;
      if (distinct) {
        if (visit) sayVisit(line, distinct, report);
        else sayBeside(line, report);
      }
      for (const use of line.modifiers) {
        if (use.text === '25' && !visit) say25(line, use, report);
        else if (use.text === '76' || use.text === '77') sayRepeat(day, line, use, report);
      }
    }
  },
};

const distinctOf = (line: ClaimLine): ModifierUse[] => line.modifiers.filter((use) => use.entry?.kind === 'distinct');
const named = (uses: readonly ModifierUse[]): string => list(uses.map((use) => `-${use.text}`));

/** 59 on a visit: 25 is meant. */
function sayVisit(line: ClaimLine, use: ModifierUse, report: Report): void {
  const code = line.code!.text;
  report(line.encounter, line.modifierPlace(use), {
    severity: 'error',
    message: `-${use.text} on ${code}: a visit never takes it. A visit that was work of its own, beside a procedure, takes -25.`,
    about: [line],
    fixes: () => {
      const uses = distinctOf(line);
      const removed = uses.map((each) => each.text);
      if (hasTwin(line, [], removed)) return [];
      const has25 = line.has('25');
      return [
        {
          title: has25
            ? `Remove ${named(uses)} from ${code}`
            : `Use -25 in place of ${named(uses)} on ${code}: you state that the visit was separate work`,
          safe: false,
          edits: uses.map((each) =>
            each === use && !has25 ? swapModifier(line, each, '25') : removeModifier(line, each),
          ),
        },
      ];
    },
  });
}

/** 59 beside an X modifier on one line. */
function sayBeside(line: ClaimLine, report: Report): void {
  const use = line.modifier('59');
  if (!use) return;
  const others = distinctOf(line).filter((each) => each.text !== '59');
  if (others.length === 0) return;
  const code = line.code!.text;
  report(line.encounter, line.modifierPlace(use), {
    severity: 'error',
    message: `${code} has -59 and ${named(others)}: the X modifiers are closer forms of -59, and one line takes one of them. Keep the one that is true.`,
    about: [line],
    fixes: () => {
      const keep = (title: string, removed: readonly ModifierUse[]): readonly Fix[] =>
        hasTwin(
          line,
          [],
          removed.map((each) => each.text),
        )
          ? []
          : [{ title, safe: false, edits: removed.map((each) => removeModifier(line, each)) }];
      return [
        ...keep(
          `Remove -59 from ${code}: you state that ${named(others)} is true`,
          line.modifiers.filter((each) => each.text === '59'),
        ),
        ...keep(`Remove ${named(others)} from ${code}, and keep -59`, others),
      ];
    },
  });
}

/** 25 on a code that is no visit. Where it stands in for 59, that is what it is swapped for. */
function say25(line: ClaimLine, use: ModifierUse, report: Report): void {
  const code = line.code!.text;
  const pairs = pairsWith(line).filter((found) => isFor59(found) && opensAlone(found, line, use));
  report(line.encounter, line.modifierPlace(use), {
    severity: 'error',
    message:
      pairs.length > 0
        ? `-25 on ${code}: only a visit (99202-99215) takes it. To say that ${code} was separate from ${list(otherCodes(line, pairs))}, it is -59.`
        : `-25 on ${code}: only a visit (99202-99215) takes it. Remove it.`,
    about: [line],
    related: otherLines(line, pairs),
    fixes: () =>
      pairs.length > 0
        ? fixesIn59(line, use, pairs, true)
        : [{ title: `Remove -25 from ${code}`, safe: false, edits: [removeModifier(line, use)] }],
  });
}

/** Nothing but this modifier opens the pair. */
function opensAlone({ one, two }: DayPair, line: ClaimLine, use: ModifierUse): boolean {
  const other = one === line ? two : one;
  const isRead = other === two || !readsColumnTwoOnly(other.encounter);
  return !(other.opening && isRead) && !line.modifiers.some((each) => each !== use && each.entry?.opensPair);
}

/** 76 or 77 on a line of a pair that nothing opens, where the code is billed once: no repeat, and it opens nothing. */
function sayRepeat(day: PatientDay, line: ClaimLine, use: ModifierUse, report: Report): void {
  if (day.unreadClaim || day.linesOf(line.code!).length > 1) return;
  const pairs = pairsWith(line).filter(
    (found) => isFor59(found) && isUnopened(found) && !(payerUnread(found) && !isGroupPair(found)),
  );
  if (pairs.length === 0) return;
  const code = line.code!.text;
  const repeat = use.text === '76' ? 'the same' : 'another';
  report(line.encounter, line.modifierPlace(use), {
    severity: severityOf(pairs),
    message: `-${use.text} on ${code} says a repeat by ${repeat} clinician, but ${code} is billed once, and -${use.text} does not open its pair with ${list(otherCodes(line, pairs))}. Where the two were separate, it is -59.`,
    about: [line],
    related: otherLines(line, pairs),
    fixes: () => fixesIn59(line, use, pairs),
  });
}

/** As severe as the pair is for the payer. */
function severityOf(pairs: readonly DayPair[]): Severity {
  const severities = pairs.map((found) => pairSeverity(found, rule.id));
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'info';
}

/**
 * 59 in place of a modifier that does not say it: on each line that its pairs refuse, whichever line had the other one.
 * `alone`: never by itself.
 */
function fixesIn59(line: ClaimLine, use: ModifierUse, pairs: readonly DayPair[], alone = false): readonly Fix[] {
  if (pairs.some((found) => found.shown === 'overlapping')) return [];
  const targets = [...new Set(pairs.map((found) => found.two))];
  if (targets.some((target) => target.encounter.home.file !== line.encounter.home.file)) return [];
  if (targets.some((target) => hasTwin(target, ['59'], target === line ? [use.text] : []))) return [];
  const code = line.code!.text;
  if (!alone && targets.length === 1 && targets[0] === line)
    return fixesOf59(
      line,
      pairs,
      (modifier) => [swapModifier(line, use, modifier)],
      (modifier) => `Use -${modifier} in place of -${use.text} on ${code}`,
    );
  const proven = !alone && targets.every((target) => is59Proven(target, pairs));
  const title =
    targets.length === 1 && targets[0] === line
      ? `Use -59 in place of -${use.text} on ${code}`
      : `Add -59 to ${list(targets.map((target) => target.code!.text))}, and remove -${use.text} from ${code}`;
  return [
    {
      title: proven ? title : `${title}: you state that the services were separate`,
      safe: proven,
      edits: [
        targets.includes(line) ? swapModifier(line, use, '59') : removeModifier(line, use),
        ...targets.filter((target) => target !== line).map((target) => addModifierFirst(target, '59')),
      ],
    },
  ];
}

const THERAPY = (payer: string, oneOnOne: string) => `payer ${payer}
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill ${oneOnOne} x1
`;
const NOTES = `  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;
const CHIRO = (visit: string) => `payer medicaid
clinician "D. Novak, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  98940  region "lumbar"
  bill ${visit} x1
`;

export const docs: RuleDocs = {
  title: 'The wrong modifier to open a pair',
  summary: '-76 or -77 in place of -59, -59 beside an X modifier, -59 on a visit, or -25 on a code that is no visit.',
  explanation:
    '-76 and -77 say that a procedure was repeated; they open no edit. XE, XP, XS and XU are closer forms of -59, so a line takes one of the five. A visit (99202-99215) beside a procedure takes -25 and never -59, and -25 is for visits alone. -76 and -77 are right where the code has a second line.',
  cost: 'The line is refused as if it had no modifier, or rejected for its modifiers.',
  fix: 'The fix puts the right modifier in place. In place of -76 or -77 it is safe where the recorded times show the services apart; all others state something, and are never run by themselves.',
  severities:
    'Error for every payer. -76 and -77 weigh as much as the pair: error for group with one-on-one; for other pairs as in missing-59.',
  bad: [
    {
      title: '-76 does not open the pair with group',
      text: `${THERAPY('medicare', '97110-76-GP')}            ^^^ bypass-modifier-misuse error | Use -59 in place of -76 on 97110
${NOTES}`,
      fixed: `${THERAPY('medicare', '97110-59-GP')}${NOTES}`,
    },
    {
      title: '-59 beside XU',
      text: `${THERAPY('medicare', '97110-59-XU-GP')}            ^^^ bypass-modifier-misuse error | Remove -59 from 97110: you state that -XU is true
${NOTES}`,
    },
    {
      title: '-59 on a visit',
      text: `${CHIRO('99213-59')}            ^^^ bypass-modifier-misuse error | Use -25 in place of -59 on 99213: you state that the visit was separate work
  bill 98940 x1
`,
      fixed: `${CHIRO('99213-25')}  bill 98940 x1
`,
    },
    {
      title: '-25 on a code that is no visit',
      text: `${CHIRO('99213-25')}  bill 98940-25 x1
            ^^^ bypass-modifier-misuse error | Remove -25 from 98940
`,
    },
  ],
  good: [
    {
      title: '-59 on the one-on-one line',
      text: `${THERAPY('medicare', '97110-59-GP')}${NOTES}`,
    },
    {
      title: '-25 on the visit',
      text: `${CHIRO('99213-25')}  bill 98940 x1
`,
    },
  ],
};
