/** The claim line that sessions prove, or the words why there is none: each reason on a day, and its neighbour without. */

import assert from 'node:assert/strict';
import { lookUpCode } from '../../../server/src/guidance/codes';
import type { Pair } from '../../../server/src/guidance/types';
import { CodeTable } from '../../../server/src/model/code';
import { builtInPayer, type Payer, PayerTable } from '../../../server/src/model/payer';
import type { Settings } from '../../../server/src/model/settings';
import { draftOf, hasLine, serviceOf } from '../../../server/src/rules/kit/claim-draft';
import { patientDay } from '../../support/patient-day';

interface Where {
  date?: string;
  payer?: string | undefined;
  discipline?: string | undefined;
  clinician?: string;
  more?: string[];
  settings?: Partial<Settings>;
  overlap?: 'any' | 'attended';
  beside?: string;
}

const PTA = 'by assistant "M. Lee, PTA"';

function dayOf(where: Where, lines: readonly string[]) {
  const { date = '2026-03-03', clinician = 'R. Ortiz, PT', more = [], settings = {}, beside = '' } = where;
  const discipline = 'discipline' in where ? where.discipline : 'PT';
  const payer = 'payer' in where ? where.payer : 'medicare';
  const all = [`clinician "${clinician}"`, ...more];
  if (discipline) all.push(`discipline ${discipline}`);
  if (payer) all.push(`payer ${payer}`);
  const text = `encounter ${date} patient A\n${[...all, ...lines].map((line) => `  ${line}\n`).join('')}${beside}`;
  return patientDay(text, settings);
}

/** What is drafted for the first session whose code no line bills: its lines, `+` those that take a 59, or the words. */
function drafted(where: Where, ...lines: string[]): string {
  const day = dayOf(where, lines);
  const first = day.sessions.find((session) => !hasLine(day.claims, session.code!))!;
  const service = serviceOf(day, first, where.overlap ?? 'attended');
  if (typeof service === 'string') return service;
  const draft = draftOf(service);
  if (typeof draft === 'string') return draft;
  const written = draft.lines.map(({ code, modifiers, units }) => `${[code, ...modifiers].join('-')} x${units}`);
  return [...written, ...draft.opened.map((line) => `+59 on ${line.code!.text}`)].join(', ');
}

type Case = [what: string, expected: string, where: Where, ...lines: string[]];
function table(title: string, cases: readonly Case[]) {
  describe(title, () => {
    for (const [what, expected, where, ...lines] of cases)
      it(what, () => assert.equal(drafted(where, ...lines), expected));
  });
}

const ownPayer = (name: string, more: Partial<Payer>): Partial<Settings> => ({
  payers: new PayerTable(new Map([[name, { ...builtInPayer(name), ...more }]])),
});

table('a line is drafted: the sessions', [
  ['of minutes that earn units', '97110-GP x2', {}, '09:00-09:30 97110'],
  ['of several of one code together', '97110-GP x1', {}, '4 min 97110', '4 min 97110'],
  ['not of 7 minutes', 'its minutes earn no unit', {}, '7 min 97110'],
  ['not of what cannot be read', 'a session of it cannot be read', {}, '09:00-09:15 97110', '9:75-10:00 97110'],
  ['not of a line that breaks off', 'a session of it cannot be read', {}, '09:00-09:15 97110 ,,'],
  [
    'not beside another that cannot be read',
    'not every session of the day can be read',
    {},
    '15 min 97110',
    '9:75-10:00 97112',
  ],
  ['of an untimed service all the same', '97012-GP x1', {}, '15 min 97012', '9:75-10:00 97112'],
  ['nor beside a line that breaks off', 'its minutes earn no unit', {}, '15 min 97110', '15 min 97112', 'bill 97112 x'],
  ['not of an aide', 'an aide gave it', {}, '09:00-09:15 97110 by aide'],
  ['not of a student', 'a student gave it', {}, '09:00-09:15 97110 by student'],
  ['nor of a student in part', 'a student gave it', {}, '15 min 97110', '15 min 97110 by student'],
  ['not of a group of 1', 'a group of 1 is no group', {}, '09:00-09:30 97150 group of 1'],
  ['of a group of 2', '97150-GP x1', {}, '09:00-09:30 97150 group of 2'],
  [
    'not of a one-on-one code in a group',
    'its code and its contact do not go together',
    {},
    '09:00-09:30 97110 group of 2',
  ],
  ['not of an evaluation by an assistant', 'an evaluation is for a clinician to give', {}, `40 min 97161 ${PTA}`],
  ['not of an evaluation by a student', 'an evaluation is for a clinician to give', {}, '40 min 97161 by student'],
  [
    'not of an evaluation by an assistant, by title',
    'an evaluation is for a clinician to give',
    { clinician: 'K. Poe, PTA' },
    '40 min 97161',
  ],
  ['of an evaluation by nobody known', '97161-GP x1', { more: ['clinician none'] }, '40 min 97161'],
  ['of an evaluation', '97161-GP x1', {}, '40 min 97161'],
  ['not of two evaluations', 'it is never paid beside 97161', {}, '40 min 97164', '40 min 97161', 'bill 97161-GP'],
  [
    'not beside an evaluation of another discipline’s code',
    'another evaluation is billed',
    {},
    '40 min 97161',
    '40 min 92521',
    'bill 92521-GN',
  ],
]);

table('a line is drafted: minutes that two sessions share', [
  [
    'not one-on-one twice',
    'its minutes are also those of 97112',
    {},
    '09:00-09:15 97110',
    '09:10-09:25 97112',
    'bill 97112-GP',
  ],
  [
    'by one minute',
    'its minutes are also those of 97112',
    {},
    '09:00-09:15 97110',
    '09:14-09:29 97112',
    'bill 97112-GP',
  ],
  ['but one after the other', '97110-GP x1', {}, '09:00-09:15 97110', '09:15-09:30 97112', 'bill 97112-GP'],
  [
    'and where the other is not billed while a line is',
    '97110-GP x1',
    {},
    '09:00-09:15 97110',
    '09:10-09:25 97112',
    '15 min 97116',
    'bill 97116-GP',
  ],
  [
    'a modality that runs by itself binds nobody',
    '97110-GP x1',
    {},
    '09:00-09:15 97110',
    '09:00-09:15 97012',
    'bill 97012-GP',
  ],
  [
    'nor where it is the one that is billed',
    '97012-GP x1',
    {},
    '09:00-09:15 97012',
    '09:00-09:15 97110',
    'bill 97110-GP',
  ],
  [
    'unless any overlap is asked for',
    'its minutes are also those of 97012',
    { overlap: 'any' },
    '09:00-09:15 97110',
    '09:00-09:15 97012',
    'bill 97012-GP',
  ],
  [
    'not of the same code twice by one giver',
    'its minutes are also those of 97110',
    {},
    '09:00-09:15 97110',
    '09:10-09:25 97110',
  ],
  ['of the same code by two', '97110-GP x2', {}, '09:00-09:30 97110', `09:00-09:30 97110 ${PTA}`],
  [
    'not where the giver has another patient',
    'its giver has another patient in the same minutes',
    { beside: 'encounter 2026-03-03 patient B\n  clinician "R. Ortiz, PT"\n  09:10-09:25 97112\n' },
    '09:00-09:15 97110',
  ],
  [
    'in one of several sessions',
    'its giver has another patient in the same minutes',
    { beside: 'encounter 2026-03-03 patient B\n  clinician "R. Ortiz, PT"\n  09:10-09:25 97112\n' },
    '09:00-09:15 97110',
    '10:00-10:15 97110',
  ],
  [
    'but right after',
    '97110-GP x1',
    { beside: 'encounter 2026-03-03 patient B\n  clinician "R. Ortiz, PT"\n  09:15-09:30 97112\n' },
    '09:00-09:15 97110',
  ],
]);

table('a line is drafted: code, payer and date', [
  ['not where the payer cannot be read', 'the payer cannot be read', { payer: 'medcare' }, '15 min 97110'],
  ['not where the payer takes no such code', 'the payer does not pay it apart', {}, '15 min 97010'],
  ['but of another payer', '97010 x1', { payer: 'commercial' }, '15 min 97010'],
  ['97014 of another payer', '97014 x1', { payer: 'commercial' }, '15 min 97014'],
  ['of Medicare it is G0283', 'G0283-GP x1', {}, '15 min 97014'],
  ['other care of wounds is', '97110-GP x1', { more: ['dx L97.411'] }, '15 min 97110'],
  ['which is not for wounds', 'G0283 is not for the care of wounds', { more: ['dx L97.411'] }, '15 min 97014'],
  ['unless it was recorded as such', 'G0283-GP x1', { more: ['dx L97.411'] }, '15 min G0283'],
  [
    '97127 of Medicare is another service',
    'the payer takes G0515 for it',
    { date: '2019-03-04', discipline: 'OT' },
    '15 min 97127',
  ],
  ['not of a date to come', 'the date is still to come', { date: '2026-11-02' }, '15 min 97110'],
  ['but of today', '97110-GP x1', { date: '2026-11-01' }, '15 min 97110'],
  ['not of a date that cannot be read', 'the date cannot be read', { date: '2026-13-40' }, '15 min 97110'],
  [
    'not of a code that begins later',
    'its code is not in use on the date',
    { settings: { codes: new CodeTable(new Map([['G0283', { ...lookUpCode('G0283')!, validFrom: 20260304 }]])) } },
    '15 min 97014',
  ],
  ['not of another discipline', 'it is no code of SLP', { discipline: 'SLP' }, '15 min 97110'],
  [
    'not where the discipline is open',
    'it needs GP, GO or GN: write the discipline',
    { discipline: undefined },
    '15 min 97110',
  ],
  ['but of a code that is of no discipline', '97169 x1', { payer: 'commercial' }, '40 min 97169'],
  ['and of a payer that wants none', '97110 x1', { discipline: undefined, payer: 'commercial' }, '15 min 97110'],
  ['of an evaluation, whose code says it', '97161-GP x1', { discipline: undefined }, '40 min 97161'],
  [
    'of a payer that wants one from its day on',
    '97110-GP x1',
    { payer: '"Blue Plan"', settings: ownPayer('Blue Plan', { disciplineModifierFrom: 20260303 }) },
    '15 min 97110',
  ],
  [
    'and not before',
    '97110 x1',
    { payer: '"Blue Plan"', settings: ownPayer('Blue Plan', { disciplineModifierFrom: 20260304 }) },
    '15 min 97110',
  ],
  ['97130 alone begins with 97129', '97129-GO x1', { discipline: 'OT' }, '15 min 97130'],
  ['and goes on by 97130', '97129-GO x1, 97130-GO x2', { discipline: 'OT' }, '45 min 97130'],
  [
    'an add-on not without its code',
    'the code that it goes with is not billed',
    { payer: 'commercial' },
    '60 min 97546',
  ],
  [
    'nor beside a code that it does not go with',
    'the code that it goes with is not billed',
    { payer: 'commercial' },
    '60 min 97546',
    'bill 97110',
  ],
  [
    'nor where another discipline bills it',
    'the code that it goes with is not billed',
    {
      payer: 'commercial',
      beside:
        'encounter 2026-03-03 patient A\n  clinician "S. Kim, OT"\n  discipline OT\n  payer commercial\n  bill 97545\n',
    },
    '60 min 97546',
  ],
  ['an add-on beside it', '97546 x1', { payer: 'commercial' }, '120 min 97545', '60 min 97546', 'bill 97545'],
  [
    'that treatment of the spine is active is not in the record',
    'that treatment is active (-AT) is yours to state',
    { discipline: 'chiro', clinician: 'P. Lund, DC' },
    '10 min 98941',
  ],
  [
    'other care by a chiropractor is not covered',
    '97140-GY x1',
    { discipline: 'chiro', clinician: 'P. Lund, DC' },
    '15 min 97140',
  ],
  [
    'of another payer it is',
    '98941 x1',
    { discipline: 'chiro', clinician: 'P. Lund, DC', payer: 'commercial' },
    '10 min 98941',
  ],
]);

const BH: Where = { discipline: 'BH', clinician: 'J. Hart, PhD' };
table('a line is drafted: psychotherapy, session by session', [
  ['in its range', '90834 x1', BH, '45 min 90834'],
  ['of two sessions', '90834 x2', BH, '45 min 90834', '45 min 90834'],
  ['at its least', '90834 x1', BH, '38 min 90834'],
  ['not below', 'its minutes earn no unit', BH, '37 min 90834'],
  ['at its most', '90834 x1', BH, '52 min 90834'],
  ['not above', 'its code is for 52 min at most', BH, '53 min 90834'],
  ['nor where one of two is', 'its code is for 52 min at most', BH, '45 min 90834', '53 min 90834'],
  ['not where one of two is short', 'its minutes earn no unit', BH, '45 min 90834', '20 min 90834'],
]);

table('a line is drafted: pairs', [
  [
    'the group is shown apart: a 59 on what it would refuse',
    '97150-GP x1, +59 on 97110',
    {},
    '09:00-09:15 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97110-GP',
  ],
  ['or on the new line', '97110-59-GP x1', {}, '09:00-09:15 97110', '09:15-09:45 97150 group of 2', 'bill 97150-GP'],
  [
    'none where the line has one',
    '97150-GP x1',
    {},
    '09:00-09:15 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97110-59-GP',
  ],
  [
    'since July 2019 on either line',
    '97110-GP x1',
    {},
    '09:00-09:15 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97150-59-GP',
  ],
  [
    'before, on the one that is refused',
    '97110-59-GP x1',
    { date: '2019-06-30' },
    '09:00-09:15 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97150-59-GP',
  ],
  [
    'from its first day',
    '97110-GP x1',
    { date: '2019-07-01' },
    '09:00-09:15 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97150-59-GP',
  ],
  [
    'not without clock times',
    'the record does not prove it apart from 97150 (-59)',
    {},
    '15 min 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97150-GP',
  ],
  [
    'for every payer',
    'the record does not prove it apart from 97150 (-59)',
    { payer: 'commercial' },
    '15 min 97110',
    '09:15-09:45 97150 group of 2',
    'bill 97150',
  ],
  ['a pair that is never paid', 'it is never paid beside 97140', {}, '15 min 97124', '15 min 97140', 'bill 97140-GP'],
  [
    'of other payers too',
    'it is never paid beside 97140',
    { payer: 'commercial' },
    '15 min 97124',
    '15 min 97140',
    'bill 97140',
  ],
  [
    'also where the date cannot be read',
    'it is never paid beside 97140',
    { date: '2026-13-40' },
    '15 min 97124',
    '15 min 97140',
    'bill 97140-GP',
  ],
  ['but not beside a line that is not covered', '97124-GP x1', {}, '15 min 97124', '15 min 97140', 'bill 97140-GP-GY'],
  [
    'another pair where an edit binds the payer',
    'the record does not prove it apart from 97530 (-59)',
    {},
    '15 min 97535',
    '15 min 97530',
    'bill 97530-GP',
  ],
  ['and not where none does', '97535 x1', { payer: 'commercial' }, '15 min 97535', '15 min 97530', 'bill 97530'],
  ['proven apart', '97535-59-GP x1', {}, '09:00-09:15 97535', '09:15-09:30 97530', 'bill 97530-GP'],
  [
    'which a payer that no edit binds does not ask for',
    '97535 x1',
    { payer: 'commercial' },
    '09:00-09:15 97535',
    '09:15-09:30 97530',
    'bill 97530',
  ],
  [
    'not beside a line that breaks off',
    'the line of 90853 cannot be read',
    BH,
    '09:00-09:45 90834',
    '10:00-11:00 90853 group of 8',
    'bill 90853 x',
  ],
  [
    'a 59 that would open another pair as well',
    'a -59 would also open a pair that the record does not prove apart',
    { payer: 'commercial' },
    '09:00-09:15 97535',
    '09:15-09:45 97150 group of 2',
    '15 min 97530',
    'bill 97150',
    'bill 97530',
  ],
  [
    'so would one on the line that stands',
    'a -59 on 97535 would also open a pair that is not proven apart',
    { payer: 'commercial' },
    '09:15-09:45 97150 group of 2',
    '09:00-09:15 97535',
    '15 min 97755',
    'bill 97535',
    'bill 97755',
  ],
  [
    'a line whose other pairs are open already takes one',
    '97150 x1, +59 on 97535',
    { payer: 'commercial' },
    '09:15-09:45 97150 group of 2',
    '09:00-09:15 97535',
    '15 min 97755',
    'bill 97535',
    'bill 97755-59',
  ],
  [
    'a visit beside an evaluation is a matter of 25',
    'that it was apart from 99213 is yours to state',
    {},
    '40 min 97161',
    'bill 99213',
  ],
  [
    'manipulation beside hands-on work',
    'that it was apart from 98941 is yours to state',
    { payer: 'commercial', discipline: 'chiro', clinician: 'P. Lund, DC' },
    '09:00-09:15 97140',
    '09:20-09:30 98941',
    'bill 98941',
  ],
  [
    'group and individual psychotherapy, where the payer refuses both',
    'the payer refuses it beside 90853',
    { ...BH, payer: '"Blue Plan"', settings: ownPayer('Blue Plan', { refusesGroupWithIndividual: true }) },
    '09:00-09:45 90834',
    '10:00-11:00 90853 group of 8',
    'bill 90853',
  ],
  [
    'and where it does not',
    '90834-59 x1',
    { ...BH, payer: '"Blue Plan"', settings: ownPayer('Blue Plan', {}) },
    '09:00-09:45 90834',
    '10:00-11:00 90853 group of 8',
    'bill 90853',
  ],
  [
    'a modality beside a group, with lengths alone',
    'the times do not show it apart from 97150',
    {},
    '15 min 97035',
    '09:15-09:45 97150 group of 2',
    'bill 97150-GP',
  ],
  [
    'the group beside a modality',
    'the times do not show it apart from 97035',
    {},
    '09:15-09:45 97150 group of 2',
    '15 min 97035',
    'bill 97035-GP',
  ],
  [
    'by the clock in part',
    'the times do not show it apart from 97150',
    {},
    '08:00-08:15 97035',
    '15 min 97035',
    '09:15-09:45 97150 group of 2',
    'bill 97150-GP',
  ],
  [
    'by the clock, beside a group that has a length alone',
    'the times do not show it apart from 97150',
    {},
    '09:00-09:15 97035',
    '30 min 97150 group of 2',
    'bill 97150-GP',
  ],
  ['by the clock', '97035-GP x1', {}, '09:00-09:15 97035', '09:15-09:45 97150 group of 2', 'bill 97150-GP'],
  [
    'where the group is not billed',
    '97035-GP x1',
    {},
    '15 min 97035',
    '09:15-09:45 97150 group of 2',
    '15 min 97110',
    'bill 97110-GP',
  ],
]);

table('a line is drafted: an assistant’s part', [
  ['all of it', '97110-GP-CQ x2', {}, `30 min 97110 ${PTA}`],
  ['a part, on a line of its own', '97110-GP-CQ x1, 97110-GP x1', {}, '15 min 97110', `15 min 97110 ${PTA}`],
  ['none, where the therapist has the last 8 minutes', '97110-GP x1', {}, '8 min 97110', `7 min 97110 ${PTA}`],
  [
    'none, which needs no discipline',
    '97110 x1',
    { discipline: undefined, payer: 'tricare' },
    '8 min 97110',
    `7 min 97110 ${PTA}`,
  ],
  ['not where it is open', 'how many units the assistant gave is open', {}, '7 min 97110', `1 min 97110 ${PTA}`],
  [
    'nor where it needs a discipline',
    'it needs CQ or CO: write the discipline',
    { discipline: undefined, payer: 'tricare' },
    `15 min 97110 ${PTA}`,
  ],
  ['before 2020 it was not said', '97110-GP x2', { date: '2019-12-31' }, `30 min 97110 ${PTA}`],
  ['nor is it to other payers', '97110 x2', { payer: 'commercial' }, `30 min 97110 ${PTA}`],
  ['nor of a speech therapist', '92507-GN x1', { discipline: 'SLP' }, `30 min 92507 ${PTA}`],
  ['of thinking skills, all', '97129-GO-CO x1, 97130-GO-CO x1', { discipline: 'OT' }, `30 min 97129 ${PTA}`],
  ['of thinking skills, none', '97129-GO x1', { discipline: 'OT' }, '8 min 97129', `7 min 97129 ${PTA}`],
  [
    'of thinking skills, not a part',
    'the assistant gave a part of it alone',
    { discipline: 'OT' },
    '15 min 97129',
    `15 min 97129 ${PTA}`,
  ],
]);

const never: Pair = {
  column1: '97110',
  column2: '97112',
  indicator: 0,
  named: false,
  bar: undefined,
  from: 20260101,
  to: undefined,
  facts: [],
};
const own = (pair: Pair): Partial<Settings> => ({
  pairs: {
    edition: 'ours',
    isOwn: true,
    find: (a, b, date) =>
      [a, b].includes(pair.column1) && [a, b].includes(pair.column2) && (date === 0 || date >= (pair.from ?? 0))
        ? pair
        : undefined,
  },
});

table('a line is drafted: the coder’s own pairs', [
  [
    'hold from their first day',
    'it is never paid beside 97110',
    { date: '2026-01-01', settings: own(never) },
    '15 min 97112',
    '15 min 97110',
    'bill 97110-GP',
  ],
  [
    'and not before',
    '97112-GP x1',
    { date: '2025-12-31', settings: own(never) },
    '15 min 97112',
    '15 min 97110',
    'bill 97110-GP',
  ],
  [
    'where the date cannot be read, that is what is said',
    'the date cannot be read',
    { date: '2026-13-40', settings: own(never) },
    '15 min 97112',
    '15 min 97110',
    'bill 97110-GP',
  ],
  [
    'of a pair that ends too',
    'the date cannot be read',
    { date: '2026-13-40', settings: own({ ...never, from: undefined, to: 20261231 }) },
    '15 min 97112',
    '15 min 97110',
    'bill 97110-GP',
  ],
]);

const limits = (...all: [code: string, units: number][]): Partial<Settings> => ({
  unitLimits: { edition: 'ours', limits: new Map(all.map(([code, units]) => [code, { units, by: 2 }])) },
});
table('a line is drafted: up to the limit of its units', [
  ['of the built-in table', '97110-GP x6', {}, '09:00-12:00 97110'],
  ['and not of a payer that it does not bind', '97110 x12', { payer: 'commercial' }, '09:00-12:00 97110'],
  ['of the coder’s own table', '97110-GP x2', { settings: limits(['97110', 2]) }, '09:00-12:00 97110'],
  ['which has none for other codes', '97110-GP x12', { settings: limits(['97112', 2]) }, '09:00-12:00 97110'],
  ['of none', 'its limit is 0 units', { settings: limits(['97110', 0]) }, '09:00-12:00 97110'],
  ['of thinking skills, that of 97130', '97129-GO x1, 97130-GO x7', { discipline: 'OT' }, '09:00-12:00 97129'],
  [
    'where the coder’s own table has 97129 alone, none',
    '97129-GO x1, 97130-GO x11',
    { discipline: 'OT', settings: limits(['97129', 1]) },
    '09:00-12:00 97129',
  ],
]);

describe('a service has a line', () => {
  it('by its code, by its other name, and 97130 by 97129', () => {
    const has = (session: string, line: string) => {
      const day = dayOf({ discipline: 'OT' }, [session, line]);
      return hasLine(day.claims, day.sessions[0]!.code!);
    };
    assert.equal(has('15 min 97110', 'bill 97110-GO'), true);
    assert.equal(has('15 min 97110', 'bill 97112-GO'), false);
    assert.equal(has('15 min 97014', 'bill G0283-GO'), true);
    assert.equal(has('15 min 97129', 'bill 97130-GO'), true);
  });
});
