/** Encounter text put together at random: lines of every kind, whole and broken, with the characters that trip parsers. */

import fc from 'fast-check';

const good = [
  'clinician "R. Ortiz, PT"',
  'clinician "K. Bauer, PT"',
  'assistant "M. Lee, PTA"',
  'assistant none',
  'discipline PT',
  'payer medicare',
  'payer commercial',
  'units midpoint',
  'encounter 2026-03-03 patient A',
  'encounter 2026-03-03 patient B',
  'encounter 2026-03-04 patient A',
  'encounter 2026-03-04 patient "MRN 1042"',
  '  dx M54.50, M25.561',
  '  goal "Walk 200 m without a rail"',
  '  09:00-09:15  97110  one-on-one',
  '  09:10-09:31  97110',
  '  9:15 am - 9:30 am  97150  group of 2  "Balance"',
  '  09:15–09:30  97150  group of 3  "Balance"',
  '  15 min  97140  by assistant "M. Lee, PTA" region "lumbar"',
  '  10 min  97035',
  '  5 min  97112 by aide',
  '  bill 97110-59-GP x1',
  '  bill 97110 -GP x2',
  '  bill 97150-GP',
  '  bill 97140 x1',
  '  bill 97035-GP x3',
  '  S: Feels steadier on stairs.',
  '  O: Took part in the whole group; two cues needed.',
  '    and went on with the rest of it',
  '    09:00-09:15 97110',
  '  A: Fewer cues than last week.',
  '  P: Continue twice weekly.',
  '  note: called the payer',
  '# a remark',
  '  # ignore missing-59: payer told us',
  '# ignore dx-missing: kept elsewhere',
  '',
  '   ',
];

const broken = [
  'encounter',
  'encounter 2026-02-30 patient A',
  '  encounter 2026-03-03 patient C',
  'encuonter 2026-03-03 patient D',
  'encounter 3/3/2026 patient A',
  '09:00-09:15 97110',
  '  9-10 97110',
  '  09:00-08:00 97110',
  '  25:00-26:00 97110',
  '  97110 one-on-one',
  '  09:00-09:15',
  '  09:00-09:15 9711',
  '  09:00-09:15 97110 group of',
  '  09:00-09:15 97110 "open',
  '  bill',
  '  bill 97110x2',
  '  bill 97110- 59',
  '  bill 97110-5 x1',
  '  bill 97110 x0',
  'payer: medicare',
  '  payr medicare',
  '  goal “curly”',
  '  X: text',
  '\tO: tabbed note',
  '\t\tcarried on',
  '  \u202e hidden',
  '  S: with \u0007 a bell',
  '???',
];

export const anyLine = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...good) },
  { weight: 2, arbitrary: fc.constantFrom(...broken) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

export const lineBreak = fc.oneof(
  { weight: 8, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constant('\r') },
);

/** A file of up to `most` lines, with one kind of line break or several, that may end without one. */
export function anyText(most = 40): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(anyLine, lineBreak), { maxLength: most }), fc.oneof(anyLine, fc.constant('')))
    .map(([lines, last]) => lines.map(([line, end]) => line + end).join('') + last);
}
