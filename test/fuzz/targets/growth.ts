import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clock } from '../../../server/src/rules/kit/words';
import { processorTime } from '../../support/processor-time';
import { target } from '../target';

/** A line that comes again and again, a little different each time. */
type Line = (i: number) => string;

const CODES =
  '97110 97112 97140 97530 97116 97150 97035 97032 G0283 97161 97164 97129 97130 97127 90832 90837 90853 90846 98940 98941 98943 92507 92508 97750 97597 97602 95992 97010 97124 20560 97760 97014 96125 90839 90840 90785 12345'.split(
    ' ',
  );
const MODIFIERS = 'GP GO GN 59 XU XE XP XS CQ CO GY 25 KX AT 95 GA 76 52 ZZ'.split(' ');
const CONTACTS = ['', ' one-on-one', ' group', ' group of 2', ' group of 3', ' group of 12', ' supervised'];
const GIVERS = ['', '', ' by assistant "B. Helper, PTA"', ' by aide', ' by student', ' by clinician'];
const OTHERS = [
  '# ignore missing-59: so',
  '# a remark',
  'goal "Walk"',
  'dx M54.50',
  'note: Did well in the group',
  'S: Same as last time',
  'xyz',
];

const two = (n: number) => String(n).padStart(2, '0');
const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all);

/** When the sessions are: one after the other, all at once, scattered, all day, without times. */
const times = fc.oneof(
  fc.constant((i: number) => `${clock(i % 1439)}-${clock((i % 1439) + 1)}`),
  fc.nat(40).map((n) => () => `09:00-${clock(541 + n)}`),
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40)).map(
    ([step, n]) =>
      (i: number) =>
        `${clock((i * step) % 1390)}-${clock(((i * step) % 1390) + 1 + n)}`,
  ),
  fc.constant(() => '00:00-24:00'),
  fc.nat(60).map((n) => (i: number) => `${1 + ((i + n) % 60)} min`),
);
const session = fc.tuple(times, oneOf(CODES), oneOf(CODES), oneOf(CONTACTS), oneOf(GIVERS), fc.boolean()).map(
  ([when, one, other, contact, giver, region]): Line =>
    (i) =>
      `  ${when(i)}  ${i % 3 ? one : other}${contact}${giver}${region ? ` region "r${i % 7}"` : ''}`,
);
const bill = fc
  .tuple(oneOf(CODES), oneOf(CODES), fc.uniqueArray(oneOf(MODIFIERS), { maxLength: 3 }), fc.integer({ min: 1, max: 4 }))
  .map(
    ([one, other, modifiers, units]): Line =>
      (i) =>
        `  bill ${[i % 2 ? one : other, ...modifiers].join('-')} x${units}`,
  );
const other = oneOf(OTHERS).map(
  (text): Line =>
    () =>
      `  ${text}`,
);
const notes = oneOf(['O', 'A']).map(
  (label): Line =>
    (i) =>
      `  ${label}: Walked ${i} m with ${i * 3} cues, ${i % 5} rests`,
);

/** Encounters with these lines: one with all of them; of one day, of many patients, of many dates, of many clinicians. */
const LAYOUTS = ['one', 'one day', 'patients', 'dates', 'clinicians'] as const;

const shape = fc.record({
  layout: oneOf(LAYOUTS),
  lines: fc.array(fc.oneof(session, session, bill, bill, notes, other), { minLength: 1, maxLength: 4 }),
  clinician: oneOf(['PT', 'PTA', 'LCSW', 'DC']),
  payer: oneOf(['medicare', 'commercial', 'medicaid', 'workers-comp']),
  discipline: oneOf(['PT', 'OT', 'psych', 'chiro']),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function textOf({ layout, lines, clinician, payer, discipline }: Shape, n: number): string {
  const all = [`clinician "A. Example, ${clinician}"`, `payer ${payer}`, `discipline ${discipline}`, ''];
  const numbers = Array.from({ length: n }, (_, i) => i);
  if (layout === 'one') {
    all.push('encounter 2026-03-03 patient A', '  dx M54.50');
    for (const line of lines) all.push(...numbers.map(line));
    return `${all.join('\n')}\n`;
  }
  for (const i of numbers) {
    if (layout === 'clinicians' && i % 5 === 0) all.push(`clinician "C${i}"`);
    const date =
      layout === 'dates'
        ? `${2000 + Math.floor(i / 336)}-${two(1 + (Math.floor(i / 28) % 12))}-${two(1 + (i % 28))}`
        : '2026-03-03';
    const patient = layout === 'patients' ? `P${i}` : layout === 'clinicians' ? `P${i % 3}` : 'A';
    all.push(`encounter ${date} patient ${patient}`, '  dx M54.50', ...lines.map((line) => line(i)), '');
  }
  return `${all.join('\n')}\n`;
}

const N = 400;
/** Twice the text may take so many times as long, where it takes so many ms: less is gone before it is seen. */
const MOST = 3.2;
const LEAST_MS = 400;

export const growth = target('growth', 'twice the lines take no more than about twice the time', 25, () =>
  fc.property(shape, (made) => {
    const [once, twice] = [textOf(made, N), textOf(made, 2 * N)];
    let [ofOnce, ofTwice] = [processorTime(once), processorTime(twice)];
    // The best of a few, where it was not good at once.
    for (let round = 0; round < 6 && ofTwice > Math.max(LEAST_MS, MOST * ofOnce); round++) {
      ofOnce = Math.min(ofOnce, processorTime(once));
      ofTwice = Math.min(ofTwice, processorTime(twice));
    }
    assert.ok(
      ofTwice <= Math.max(LEAST_MS, MOST * ofOnce),
      `${N}: ${ofOnce.toFixed(0)} ms, ${2 * N}: ${ofTwice.toFixed(0)} ms\n${textOf(made, 3)}`,
    );
  }),
);
