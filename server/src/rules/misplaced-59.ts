import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import { addModifierFirst, removeModifier } from './kit/edits';
import { hasTwin } from './kit/lines';
import {
  aboutPairs,
  type DayPair,
  isFor59,
  isGroupPair,
  isNeededOn,
  opens,
  otherCodes,
  otherLines,
  pairBasis,
  pairSeverity,
  pairsOf,
  pairsWith,
  readsColumnTwoOnly,
  worstOf,
} from './kit/pairs';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { is59Proven } from './kit/separate';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'misplaced-59',
  scope: 'patient-day',
  needs: Is.Opening,
  severity: 'hint',
  sources: ['aca-group', 'xif', 'ncci26'],
  statements: ['G07', 'A17'],
  facts: ['F-NCCI-03', 'F-NCCI-23', 'F-NCCI-24', 'X-02'],
  check(day, report) {
    const all = pairsOf(day);
    for (let i = 0; i < all.length; i++) {
      const line = all[i]!.one;
      const use = line.distinct;
      if (!use || !isMisplaced(all[i]!)) continue;
      // Said once for a line, with its first pair.
      if (pairsWith(line).find((found) => found.one === line && isMisplaced(found)) !== all[i]) continue;
      const pairs = pairsWith(line).filter((found) => found.one === line && isMisplaced(found));
      const worst = worstOf(pairs, rule.id);
      const refused = readsColumnTwoOnly(line.encounter);
      // It may stand there to tell the line from a second one of its code.
      const stays = day.linesOf(line.code!).length > 1;
      if (stays && !refused) continue;
      report(line.encounter, line.modifierPlace(use), {
        severity: refused ? pairSeverity(worst, rule.id) : 'hint',
        message: message(line, use, pairs, refused),
        basis: pairBasis(worst),
        sources: isGroupPair(worst) ? ['aca-group', 'xif'] : ['xif', 'ncci26'],
        about: aboutPairs(pairs),
        related: otherLines(line, pairs),
        fixes: () => fixes(line, use, pairs, stays),
      });
    }
  },
};

/**
 * 59 stands on the column-one line only, and not for a pair of that line's own. Where the times overlap it is untrue on
 * either line.
 */
function isMisplaced(found: DayPair): boolean {
  const { one, two, shown } = found;
  if (!one.distinct || !isFor59(found) || opens(two) || shown === 'overlapping') return false;
  return !isNeededOn(one);
}

function message(line: ClaimLine, use: ModifierUse, pairs: readonly DayPair[], refused: boolean): string {
  const code = line.code!.text;
  const codes = otherCodes(line, pairs);
  const others = list(codes);
  const place = isGroupPair(pairs[0]!) ? `group (${code})` : code;
  if (refused)
    return `-${use.text} stands on ${place}, and ${others} ${codes.length > 1 ? 'have' : 'has'} none: before 2019-07-01 Medicare reads it on the other line only. Put it on ${others}.`;
  return `-${use.text} stands on ${place}: its usual place is ${others}, the line that it opens. Since 2019-07-01 Medicare takes it on either line, so this is no error.`;
}

function fixes(line: ClaimLine, use: ModifierUse, pairs: readonly DayPair[], stays: boolean): readonly Fix[] {
  const targets = [...new Set(pairs.map((found) => found.two))];
  if (targets.some((target) => target.encounter.home.file !== line.encounter.home.file)) return [];
  if (targets.some((target) => hasTwin(target, [use.text]))) return [];
  const others = list(otherCodes(line, pairs));
  const proven = targets.every((target) => is59Proven(target, pairs));
  const title = stays ? `Add -${use.text} to ${others}` : `Move -${use.text} to ${others}`;
  const removed = stays ? [] : line.modifiers.filter((each) => each.entry?.kind === 'distinct');
  return [
    {
      title: proven ? title : `${title}: you state that the services were separate`,
      safe: proven,
      edits: [
        ...removed.map((each) => removeModifier(line, each)),
        ...targets.map((target) => addModifierFirst(target, use.text)),
      ],
    },
  ];
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

const GROUP_DAY = (date: string, oneOnOne: string, group: string) => `encounter ${date} patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill ${oneOnOne} x1
  bill ${group} x1
`;
const NOTES = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: '-59 on the other line',
  summary: '-59 stands on the line that is paid anyway (with group: the group line) and not on the one that it opens.',
  explanation:
    'Of two codes that an edit joins, the first is paid and the second refused unless a modifier says that it was distinct. With group, 97150 is the first and the one-on-one code the second, so the sources put -59 on the one-on-one line. Until June 2019 Medicare read the modifier on the second line alone; for dates of service from 2019-07-01 it takes it on either. -59 on both lines is right. The same holds for XE, XP, XS and XU.',
  cost: 'Before July 2019 Medicare refused the second code. Since then nothing for Medicare; other payers may still look at the second line only.',
  fix: 'Move the modifier to each line that it opens. Safe where the recorded times show the services apart; else taking it states that they were.',
  severities:
    'Hint. For Medicare before 2019-07-01 as severe as the missing -59: error for group and for named pairs, warning for pairs of the 2021 table alone.',
  bad: [
    {
      title: 'From July 2019 either line will do; the one-on-one line is its usual place',
      text: `payer medicare
${HEAD}
${GROUP_DAY('2019-07-01', '97110-GP', '97150-59-GP')}            ^^^ misplaced-59 hint | Move -59 to 97110
${NOTES}`,
      fixed: `payer medicare
${HEAD}
${GROUP_DAY('2019-07-01', '97110-59-GP', '97150-GP')}${NOTES}`,
    },
    {
      title: 'The day before, Medicare refuses it',
      text: `payer medicare
${HEAD}
${GROUP_DAY('2019-06-30', '97110-GP', '97150-59-GP')}            ^^^ misplaced-59 error | Move -59 to 97110
${NOTES}`,
    },
    {
      title: 'Another payer, before July 2019',
      text: `payer commercial
${HEAD}
${GROUP_DAY('2019-06-30', '97110-GP', '97150-59-GP')}            ^^^ misplaced-59 hint
${NOTES}`,
    },
  ],
  good: [
    {
      title: '-59 on the one-on-one line',
      text: `payer medicare
${HEAD}
${GROUP_DAY('2019-06-30', '97110-59-GP', '97150-GP')}${NOTES}`,
    },
    {
      title: '-59 on both lines',
      text: `payer medicare
${HEAD}
${GROUP_DAY('2019-06-30', '97110-59-GP', '97150-59-GP')}${NOTES}`,
    },
  ],
};
