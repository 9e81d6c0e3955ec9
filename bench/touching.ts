/** Edits that change more than their own encounter: what they touch stands at the end of a file of any size. */

import { clinic, clock, type Encounter, written } from './clinic';
import { at, type Edit, type Expected, stretch } from './document';

export const TOUCHING = [
  'a clinician-day of 40 encounters',
  'a group of 12',
  'a default that 1,000 encounters use',
] as const;

type Make = (i: number) => { edit: Edit; expected: Expected };

const DAY: Omit<Encounter, 'patient' | 'date' | 'sessions' | 'lines'> = {
  payer: 'workers-comp',
  clinician: '',
  dx: ['M54.50'],
  goal: 'Climb one flight with a rail',
  notes: { S: 'Feels well.', O: '', A: '', P: 'Go on as planned.' },
};

/** @param others encounters above, which no edit touches. */
export function touching(others: number): { text: string; edits: Record<(typeof TOUCHING)[number], Make> } {
  const lines = written(clinic(others)).text.split('\n');
  const edits = {} as Record<(typeof TOUCHING)[number], Make>;
  const add = (date: string, patient: string, body: readonly string[], n: number): number => {
    const line = lines.length;
    lines.push(
      `encounter ${date} patient ${patient}`,
      `  dx ${DAY.dx.join(', ')}`,
      `  goal "${DAY.goal} in ${n} minutes"`,
      ...body,
      `  O: Took part in ${n + 3} of ${n + 9} tasks with ${n % 7} cues and ${n % 5} rests.`,
      `  A: Visit ${n} went ${n % 2 ? 'as hoped' : 'slowly'}, by ${n * 3 + 1} points on the scale of ${n + 40}.`,
      '  P: Go on as planned.',
      '',
    );
    return line;
  };
  const toggled = (line: number, right: string, wrong: string, rule: string, foundOn = line): Make => {
    const character = lines[line]!.indexOf(right);
    return (i) => ({
      edit: {
        range: stretch(at(line, character), at(line, character + (i % 2 === 0 ? right : wrong).length)),
        text: i % 2 === 0 ? wrong : right,
      },
      expected: { line: foundOn, rules: [rule], found: i % 2 === 0 },
    });
  };

  lines.push('payer workers-comp', 'clinician "B. Forty, PT"', '');
  let line = 0;
  for (let i = 0; i < 40; i++) {
    const start = 420 + i * 15;
    const at = add(
      '2024-03-04',
      `FORTY-${i}`,
      [`  ${clock(start)}-${clock(start + 15)}  97110`, '  bill 97110-GP x1'],
      i,
    );
    if (i === 20) line = at + 3;
  }
  // One minute longer, and the clinician is in two places.
  edits[TOUCHING[0]] = toggled(line, clock(420 + 21 * 15), clock(420 + 21 * 15 + 1), 'clinician-double-booked');

  lines.push('clinician "B. Twelve, PT"', '');
  for (let i = 0; i < 12; i++) {
    const at = add('2024-03-05', `TWELVE-${i}`, ['  09:00-09:30  97150  group of 12', '  bill 97150-GP x1'], i);
    if (i === 6) line = at + 3;
  }
  edits[TOUCHING[1]] = toggled(line, 'group of 12', 'group of 11', 'group-size-mismatch');

  const unitsLine = lines.length;
  lines.push('units midpoint', '');
  // By the 8-minute rule 8 and 8 minutes are one unit, by the midpoint rule two: one encounter shows which one holds.
  for (let i = 0; i < 1000; i++) {
    const two = i === 999;
    const at = add(
      '2024-03-06',
      `DEFAULT-${i}`,
      [
        `  clinician "C. ${i % 40}, PT"`,
        ...(two
          ? ['  08:00-08:08  97110', '  08:08-08:16  97140', '  bill 97110-GP x1', '  bill 97140-GP x1']
          : ['  15 min  97110', '  bill 97110-GP x1']),
      ],
      i,
    );
    if (two) line = at + 7;
  }
  edits[TOUCHING[2]] = toggled(unitsLine, 'midpoint', 'cms', 'too-many-units', line);
  return { text: lines.join('\n'), edits };
}
