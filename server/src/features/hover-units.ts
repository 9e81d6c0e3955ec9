/** A hover on `xN`: the minutes of each code, the total, what the rule in force gives, and what is billed. */

import { UNIT_LIMIT_EDITION, unitLimit } from '../guidance/mue';
import { Is } from '../model/code';
import { unitRuleName, units } from '../rules/kit/words';
import { allocation, dayTotal, ifOtherRule, poolName, sum, workings } from './arithmetic';
import { type Card, escaped, row } from './card';
import type { PlaceInFile } from './place';

export function unitsCard({ claim, claimDay, text }: PlaceInFile): Card {
  const code = claim?.code;
  const name = claim?.written?.text ?? '';
  const title = `**${escaped(name)} ${escaped(text.toLowerCase())}** · ${units(claim?.units ?? 0)} billed`;
  const limit = limitRow(name);
  if (!code || !claimDay) return { title, rows: ['Units are whole numbers, from x1 to x999.', limit] };
  if (!(code.is & Is.Timed)) {
    const sessions = claimDay.sessions.filter((session) => session.code!.service === code.service);
    const known = sessions.length > 0 && sessions.every((session) => session.minutes >= 0);
    return {
      title,
      rows: [
        known ? row('Here', `${sum(sessions)}, untimed → **x1**.`) : '',
        `${untimed(code.entry?.minutes)} It adds no minutes to the timed total.`,
        limit,
      ],
      passages: code.is & Is.Group ? ['group-one-unit', 'group-untimed', 'untimed-one-unit'] : ['untimed-one-unit'],
    };
  }
  const passages =
    claimDay.unitRule === 'cms'
      ? ['eight-minute-rule', 'minute-table', 'eight-minutes']
      : ['midpoint-rule', 'eight-minutes'];
  if (!claimDay.minutesKnown) {
    return { title, rows: ['A time or a code of this day cannot be read, so units are not counted.', limit], passages };
  }
  const { units: unitCount } = claimDay;
  const pool = unitCount.pool(code.pool);
  const judged = claimDay.lineUnits.find(({ line }) => line === claim);
  if (!pool) {
    return {
      title,
      rows: [
        `No minute of ${code.text} counts toward units: none is recorded, or only in a group, supervised or by an aide.`,
        limit,
      ],
      passages,
    };
  }
  const total = dayTotal(unitCount);
  const verdict =
    judged === undefined
      ? ''
      : judged.billed > judged.supported
        ? `**${judged.billed - judged.supported} too many**: ${units(judged.supported)} supported on this line, ${judged.billed} billed.`
        : 'Supported as billed.';
  const lines = claimDay.timedLines.map((line) => `${line.code!.text} x${line.units}`).join(', ');
  return {
    title,
    rows: [
      workings(unitCount).join('  \n'),
      total === '' ? '' : `${total}.`,
      unitCount.rule === 'cms' && unitCount.pools.length > 1
        ? `Whole 15s go to their own code, the rest to the largest left-overs: ${allocation(unitCount)}.`
        : '',
      row('Billed', `${lines}. ${verdict}`),
      ifOtherRule(claimDay) ||
        `Counted by the ${unitRuleName(claimDay.unitRule)}${claimDay.payer.name === '' ? '' : `, for ${escaped(claimDay.payer.name)}`}.`,
      limit,
      poolName(pool) !== code.text ? `${poolName(pool)} are counted as one code.` : '',
    ],
    passages,
  };
}

const NO_END = 1440;

/** Of psychotherapy the code itself goes by the minutes. */
function untimed(range: readonly [least: number, most: number] | undefined): string {
  if (!range) return 'Untimed: one unit, however long.';
  const [least, most] = range;
  return `One unit: the code stands for ${most >= NO_END ? `${least} min or more` : `${least} to ${most} min`}.`;
}

function limitRow(code: string): string {
  const limit = unitLimit(code);
  return limit === undefined ? '' : `Limit for a patient and date: ${units(limit)} (${UNIT_LIMIT_EDITION}).`;
}
