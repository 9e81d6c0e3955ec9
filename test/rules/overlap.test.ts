/** Minutes that cannot be shared, lines that stand twice, and which of two rules speaks. */

import assert from 'node:assert/strict';
import { check, findingsIn, newWorkspace } from '../support/markers';

const OURS = new Set([
  'group-overlaps-individual',
  'same-patient-overlap',
  'clinician-double-booked',
  'group-with-modality',
  'group-units',
  'untimed-units',
  'units-over-mue',
  'duplicate-line',
  'aide-time',
  'co-treatment-units',
  'too-many-units',
  'under-8-minutes',
  'times-not-recorded',
  'brief-episode',
  'psychotherapy-time',
  'end-before-start',
  'impossible-time',
  'impossible-date',
  'missing-59',
  'unsupported-59',
  'needless-59',
  'evaluation-by-assistant',
]);

/** Rule, severity and line of what our rules find; other rules are tried elsewhere. */
function found(text: string): string[] {
  const lines = text.split('\n');
  return check(text)
    .filter((f) => OURS.has(f.rule))
    .map((f) => `${f.rule} ${f.severity} | ${lines[f.line]!.trim()}`);
}

interface Visit {
  patient?: string;
  clinician?: string;
  discipline?: string;
  payer?: string;
  more?: string;
}

function visit(
  body: string,
  { patient = 'A', clinician = 'T1', discipline = 'PT', payer = 'medicare', more = '' }: Visit = {},
) {
  const lines = body.split(';').map((line) => `  ${line.trim()}\n`);
  return `encounter 2026-03-03 patient ${patient}\n  clinician "${clinician}"\n  discipline ${discipline}\n  payer ${payer}\n  dx M54.50\n${more}${lines.join('')}`;
}

describe('overlap in one patient', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      'OP-055: one-on-one and an attended modality, said at the later line where both start together',
      visit('09:00-09:15 97116; 09:00-09:15 97035; bill 97116-GP; bill 97035-GP'),
      // The minutes count once, so they are too few for both: a second fault, on the line.
      ['same-patient-overlap error | 09:00-09:15 97035', 'too-many-units error | bill 97035-GP'],
    ],
    [
      'OD-032: two attended modalities',
      visit('09:00-09:15 97032; 09:05-09:20 97035; bill 97032-GP; bill 97035-GP'),
      ['same-patient-overlap error | 09:05-09:20 97035', 'too-many-units error | bill 97035-GP'],
    ],
    [
      'a supervised modality logged one-on-one is attended',
      visit('09:00-09:15 97110; 09:05-09:10 97012 one-on-one; bill 97110-GP; bill 97012-GP'),
      ['same-patient-overlap error | 09:05-09:10 97012 one-on-one'],
    ],
    ['a supervised modality is not', visit('09:00-09:15 97110; 09:05-09:10 97012; bill 97110-GP; bill 97012-GP'), []],
    [
      'an evaluation and treatment in its minutes',
      visit('09:00-09:45 97161; 09:30-09:45 97110; bill 97161-GP; bill 97110-GP'),
      ['same-patient-overlap error | 09:30-09:45 97110'],
    ],
    [
      'the same code twice',
      visit('09:00-09:15 97110; 09:10-09:30 97110; bill 97110-GP x2'),
      ['same-patient-overlap error | 09:10-09:30 97110'],
    ],
    [
      'touching sessions share nothing',
      visit('09:00-09:15 97110; 09:15-09:30 97140; bill 97110-GP; bill 97140-GP'),
      [],
    ],
    ['lengths show nothing', visit('15 min 97110; 15 min 97140; bill 97110-GP; bill 97140-GP'), []],
    ['what is not billed is not in play', visit('09:00-09:15 97110; 09:00-09:15 97140; bill 97110-GP'), []],
    [
      'nothing billed yet: all is in play',
      visit('09:00-09:15 97110; 09:00-09:15 97140'),
      ['same-patient-overlap error | 09:00-09:15 97140'],
    ],
    [
      'two givers are co-treatment, not overlap',
      visit('09:00-09:15 97110; 09:00-09:15 97140 by assistant "P1"; bill 97110-GP; bill 97140-GP').replace(
        'bill 97140-GP',
        'note: together',
      ),
      [],
    ],
    [
      'no clinician named at all: still one patient in two places',
      'encounter 2026-03-03 patient A\n  payer medicare\n  discipline PT\n  09:00-09:15 97116\n  09:00-09:15 97035\n',
      ['same-patient-overlap error | 09:00-09:15 97035'],
    ],
    [
      'who gave one of them cannot be read: silent',
      'encounter 2026-03-03 patient A\n  payer medicare\n  clinician R\n  09:00-09:15 97116\n  09:00-09:15 97035\n',
      [],
    ],
    ['an aide’s minutes are nobody’s', visit('09:00-09:15 97110; 09:00-09:15 97140 by aide; bill 97110-GP'), []],
    [
      'OD-030: group and one-on-one; no 59 rule beside it, no same-patient-overlap',
      visit('10:00-10:30 97150 group of 2; 10:20-10:35 97110; bill 97110-GP; bill 97150-GP', {
        more: '  goal "Walk"\n',
      }),
      ['group-overlaps-individual error | 10:20-10:35 97110'],
    ],
    [
      'whoever gave them',
      visit('10:00-10:30 97150 group of 2; 10:20-10:35 97110 by assistant "P1"; bill 97110-59-GP; bill 97150-GP'),
      ['group-overlaps-individual error | 10:20-10:35 97110 by assistant "P1"'],
    ],
    [
      '90853 and individual psychotherapy',
      visit('10:00-11:00 90853 group of 8; 10:30-11:00 90832; bill 90853; bill 90832-59', { discipline: 'BH' }),
      ['group-overlaps-individual error | 10:30-11:00 90832'],
    ],
    [
      'the family without the patient, by somebody else, while the patient is in a group',
      `${visit('10:00-11:00 90853 group of 8; bill 90853', { discipline: 'BH' })}\n${visit('10:00-10:50 90846; bill 90846-59', { discipline: 'BH', clinician: 'T2' })}`,
      [],
    ],
    [
      'group with a modality that overlaps: error alone',
      visit('09:00-09:30 97150 group of 2; 09:20-09:30 97035; bill 97150-GP; bill 97035-GP'),
      ['group-with-modality error | bill 97035-GP'],
    ],
    [
      'group with a modality, nothing billed yet',
      visit('09:00-09:30 97150 group of 2; 09:20-09:30 97035'),
      ['same-patient-overlap error | 09:20-09:30 97035'],
    ],
    [
      'two groups that overlap are still said where a modality lies in both',
      visit(
        '09:00-09:30 97150 group of 2; 09:20-09:50 97150 group of 2; 09:22-09:30 97035; bill 97150-GP; bill 97035-GP',
      ),
      ['same-patient-overlap error | 09:20-09:50 97150 group of 2', 'group-with-modality error | bill 97035-GP'],
    ],
    [
      'group with a modality, times not shown',
      visit('09:00-09:30 97150 group of 2; 10 min 97035; bill 97150-GP; bill 97035-GP'),
      ['group-with-modality warning | bill 97035-GP'],
    ],
    [
      'a modality whose time cannot be: silent but for that',
      visit('09:00-09:30 97150 group of 2; 9:75-10:00 97035; bill 97150-GP; bill 97035-GP'),
      ['impossible-time error | 9:75-10:00 97035'],
    ],
    [
      'a modality logged in a group is said of the contact',
      visit('09:00-09:30 97035 group of 2; 09:00-09:30 97110; bill 97035-GP; bill 97110-GP x2'),
      [],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(found(text), expected));
});

describe('overlap of one clinician', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      'OD-027: said of each',
      visit('10:00-10:15 97110; bill 97110-GP') + visit('10:10-10:25 97140; bill 97140-GP', { patient: 'B' }),
      ['clinician-double-booked error | 10:00-10:15 97110', 'clinician-double-booked error | 10:10-10:25 97140'],
    ],
    [
      'OD-028: touching',
      visit('10:00-10:15 97110; bill 97110-GP') + visit('10:15-10:30 97110; bill 97110-GP', { patient: 'B' }),
      [],
    ],
    [
      'OD-029: two clinicians',
      visit('10:00-10:15 97110; bill 97110-GP') +
        visit('10:00-10:15 97110; bill 97110-GP', { patient: 'B', clinician: 'T2' }),
      [],
    ],
    [
      'the assistant of one and the therapist of the other',
      visit('10:00-10:15 97110 by assistant "P1"; bill 97110-CQ-GP') +
        visit('10:00-10:15 97110; bill 97110-GP', { patient: 'B' }),
      [],
    ],
    [
      'payers do not matter',
      visit('10:00-10:15 97110; bill 97110-GP') +
        visit('10:00-10:15 97035; bill 97035', { patient: 'B', payer: 'commercial' }),
      ['clinician-double-booked error | 10:00-10:15 97110', 'clinician-double-booked error | 10:00-10:15 97035'],
    ],
    [
      'OP-056: a group and another patient: said of the other alone',
      visit('10:00-10:30 97150 group of 2; bill 97150-GP') +
        visit('10:00-10:30 97150 group of 2; bill 97150-GP', { patient: 'B' }) +
        visit('10:10-10:20 97035; bill 97035-GP', { patient: 'C' }),
      ['clinician-double-booked error | 10:10-10:20 97035'],
    ],
    [
      'members of one group, even of different activities',
      visit('10:00-10:30 97150 group of 2 "Gait"; bill 97150-GP') +
        visit('10:05-10:25 97150 group of 2 "Bands"; bill 97150-GP', { patient: 'B' }),
      [],
    ],
    [
      'one-on-one in the patient’s own group is said once, by the group rule',
      visit('10:00-10:30 97150 group of 2; 10:20-10:35 97110; bill 97110-59-GP; bill 97150-GP') +
        visit('10:00-10:30 97150 group of 2; bill 97150-GP', { patient: 'B' }),
      ['group-overlaps-individual error | 10:20-10:35 97110'],
    ],
    [
      'a modality in the patient’s own group likewise',
      visit('10:00-10:30 97150 group of 2; 10:20-10:30 97035; bill 97035-GP; bill 97150-GP') +
        visit('10:00-10:30 97150 group of 2; bill 97150-GP', { patient: 'B' }),
      ['group-with-modality error | bill 97035-GP'],
    ],
    [
      'and a third patient in those minutes is still said',
      visit('10:00-10:30 97150 group of 2; 10:20-10:35 97110; bill 97110-59-GP; bill 97150-GP') +
        visit('10:30-10:45 97140; bill 97140-GP', { patient: 'C' }),
      [
        'clinician-double-booked error | 10:20-10:35 97110',
        'group-overlaps-individual error | 10:20-10:35 97110',
        'clinician-double-booked error | 10:30-10:45 97140',
      ],
    ],
    [
      'an unbilled session of the other patient is not in play',
      visit('10:00-10:15 97110; bill 97110-GP') +
        visit('10:00-10:15 97140; 10:20-10:35 97110; bill 97110-GP', { patient: 'B' }),
      [],
    ],
    [
      'a patient whose id cannot be read may be the same one',
      `${visit('10:00-10:15 97110; bill 97110-GP')}encounter 2026-03-03 patient\n  clinician "T1"\n  discipline PT\n  payer medicare\n  dx M54.50\n  10:00-10:15 97140\n  bill 97140-GP\n`,
      [],
    ],
    [
      'OP-041: a student, while the therapist treats another: said of the student’s session alone',
      visit('10:00-10:15 97110 by student; bill 97110-GP') +
        visit('10:00-10:15 97140; bill 97140-GP', { patient: 'B' }),
      ['aide-time error | 10:00-10:15 97110 by student'],
    ],
    [
      'a student in the group of the therapist',
      visit('10:00-10:30 97150 group of 2 by student; bill 97150-GP') +
        visit('10:00-10:30 97150 group of 2; bill 97150-GP', { patient: 'B' }),
      [],
    ],
    [
      'family psychotherapy of two members: who is billed is not ours to say',
      visit('10:00-10:50 90847; bill 90847', { discipline: 'BH' }) +
        visit('10:00-10:50 90847; bill 90847', { discipline: 'BH', patient: 'B' }),
      [],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(found(text), expected));

  it('sees the other patient in another file, and forgets it when that file goes', () => {
    const workspace = newWorkspace();
    workspace.setText('a.encounter', visit('10:00-10:15 97110; bill 97110-GP'));
    workspace.setText('b.encounter', visit('10:10-10:25 97140; bill 97140-GP', { patient: 'B' }));
    workspace.check();
    const rules = (path: string) =>
      findingsIn(workspace, path)
        .map((f) => f.rule)
        .filter((rule) => OURS.has(rule));
    assert.deepEqual(rules('a.encounter'), ['clinician-double-booked']);
    assert.deepEqual(rules('b.encounter'), ['clinician-double-booked']);
    workspace.remove('b.encounter');
    workspace.check();
    assert.deepEqual(rules('a.encounter'), []);
  });

  it('offers group for both only where nothing else is in the way', () => {
    const titles = (text: string) =>
      check(text)
        .filter((f) => f.rule === 'clinician-double-booked')
        .map((f) => f.finding.fixes.length);
    const b = visit('10:00-10:15 97116; bill 97116-GP', { patient: 'B' });
    assert.deepEqual(titles(visit('10:00-10:15 97110; bill 97110-GP') + b), [1, 1]);
    assert.deepEqual(titles(visit('10:00-10:20 97110; bill 97110-GP') + b), [0, 0], 'other times');
    assert.deepEqual(titles(visit('10:00-10:15 97530; bill 97530-GP') + b), [0, 0], 'not of 97110-97139');
    assert.deepEqual(
      titles(visit('10:00-10:15 97110; 11:00-11:15 97140; bill 97110-GP; bill 97140-GP') + b),
      [0, 0],
      'beside group, 97140 would lack its -59',
    );
  });
});

describe('lines that stand twice, units that have a limit', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      'group-units speaks for the unit limit and the double line',
      visit('30 min 97150 group of 2; bill 97150-GP x2; bill 97150-GP'),
      ['group-units error | bill 97150-GP x2', 'group-units error | bill 97150-GP'],
    ],
    [
      'untimed-units counts 97014 and G0283 as one',
      visit('15 min 97014; bill 97014; bill G0283', { payer: 'commercial' }),
      ['untimed-units error | bill G0283'],
    ],
    ['GY lines have no unit limit', visit('30 min 97150 group of 2; bill 97150-GY x2'), []],
    [
      'PT and OT group on one date, apart: info',
      visit('09:00-09:30 97150 group of 2; bill 97150-GP') +
        visit('11:00-11:30 97150 group of 2; bill 97150-GO', { discipline: 'OT', clinician: 'T2' }),
      ['group-units info | bill 97150-GO'],
    ],
    [
      'PT and OT lead the group together: co-treatment',
      visit('09:00-09:30 97150 group of 2; bill 97150-GP') +
        visit('09:00-09:30 97150 group of 2; bill 97150-GO', { discipline: 'OT', clinician: 'T2' }),
      ['co-treatment-units error | bill 97150-GO'],
    ],
    [
      'discipline not stated in one encounter: not two disciplines',
      visit('09:00-09:30 97150 group of 2; bill 97150-GP') +
        'encounter 2026-03-03 patient A\n  clinician "T1"\n  payer medicare\n  11:00-11:30 97150 group of 2\n  bill 97150-GP\n',
      ['duplicate-line info | bill 97150-GP'],
    ],
    [
      'duplicate-line speaks for too-many-units where one line alone is right',
      visit('15 min 97110; bill 97110-GP; bill 97110-GP'),
      ['duplicate-line error | bill 97110-GP'],
    ],
    [
      'and leaves it where neither is',
      visit('15 min 97110; bill 97110-GP x2; bill 97110-GP x2'),
      [
        'too-many-units error | bill 97110-GP x2',
        'duplicate-line error | bill 97110-GP x2',
        'too-many-units error | bill 97110-GP x2',
      ],
    ],
    ['told apart by 76', visit('30 min 97110; bill 97110-GP; bill 97110-76-GP'), []],
    ['told apart by discipline', visit('30 min 97530; bill 97530-GP; bill 97530-GO'), []],
    [
      'another order of the same modifiers tells nothing apart',
      visit('30 min 97110; bill 97110-GP-KX; bill 97110-KX-GP'),
      ['duplicate-line error | bill 97110-KX-GP'],
    ],
    [
      'two payers',
      visit('15 min 97110; bill 97110-GP') + visit('15 min 97110; bill 97110', { payer: 'commercial' }),
      [],
    ],
    [
      'too-many-units speaks for the unit limit',
      visit('15 min 97112; bill 97112-GP x5'),
      ['too-many-units error | bill 97112-GP x5'],
    ],
    [
      'the unit limit, on the line with which the sum passes it',
      visit('80 min 97112; bill 97112-GP x3; bill 97112-76-GP x2'),
      ['units-over-mue warning | bill 97112-76-GP x2'],
    ],
    [
      'aide-time speaks for under-8-minutes',
      visit('5 min 97110; 10 min 97110 by aide; bill 97110-GP'),
      ['aide-time error | 10 min 97110 by aide'],
    ],
    [
      'an evaluation by an aide is said of the evaluation alone',
      visit('30 min 97161 by aide; bill 97161-GP'),
      ['evaluation-by-assistant error | 30 min 97161 by aide'],
    ],
    [
      'OP-037: two disciplines, each with all the units',
      visit('09:00-09:30 97530; bill 97530-GP x2') +
        visit('09:00-09:30 97530; bill 97530-GO x2', { discipline: 'OT', clinician: 'T2' }),
      ['co-treatment-units error | bill 97530-GO x2'],
    ],
    [
      '20 shared minutes are one unit in all, not one each',
      visit('09:00-09:20 97530; bill 97530-GP') +
        visit('09:00-09:20 97535; bill 97535-GO-59', { discipline: 'OT', clinician: 'T2' }),
      ['co-treatment-units error | bill 97535-GO-59'],
    ],
    [
      'what each gave alone counts for each',
      visit('09:00-09:30 97110; bill 97110-GP x2') +
        visit('09:15-09:45 97535; bill 97535-GO', { discipline: 'OT', clinician: 'T2' }),
      [],
    ],
    [
      'OD-065: two of one discipline: the minutes are counted once',
      visit('09:00-09:20 97116; 09:00-09:20 97116 by assistant "P1"; bill 97116-GP x2'),
      ['too-many-units error | bill 97116-GP x2'],
    ],
    [
      'two sessions of one code, one in range, one unit billed',
      visit('45 min 90834; 30 min 90834; bill 90834', { discipline: 'BH' }),
      [],
    ],
    [
      'and both billed',
      visit('45 min 90834; 30 min 90834; bill 90834 x2', { discipline: 'BH' }),
      ['psychotherapy-time error | bill 90834 x2'],
    ],
    [
      'what cannot be read may be the session that is billed',
      visit('45 minn 90834; 30 min 90834; bill 90834', { discipline: 'BH' }),
      [],
    ],
    ['4 minutes of a code that is not billed', visit('4 min 97140; 15 min 97110; bill 97110-GP'), []],
    [
      '5 minutes are long enough, 4 are not',
      visit('5 min 97110; 4 min 97110; bill 97110-GP'),
      ['brief-episode info | 4 min 97110'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(found(text), expected));
});

describe('times and dates that cannot be', () => {
  const says = (line: string) =>
    check(`encounter 2026-03-03 patient A\n  ${line}  97110\n`)
      .filter((f) => OURS.has(f.rule))
      .map((f) => `${f.message} | ${f.finding.fixes.map((fix) => fix.edits[0]!.newText).join(', ')}`)
      .join('\n');
  const cases: [written: string, expected: RegExp][] = [
    ['23:30-00:00', /00:00 is the midnight that begins the day.*23:30-24:00.*\| 23:30-24:00$/],
    ['11:30pm-12:00am', /12:00am is the midnight.*\| 23:30-24:00$/],
    ['00:00-00:00', /midnight begins the day as 00:00.*\| $/],
    ['09:00-09:00', /same minute.*\| $/],
    ['10:00-09:45', /ends before it starts.*\| 09:45-10:00$/],
    ['1:00pm-1:45am', /\| 1:00pm-1:45pm$/],
    ['23:00–00:30', /past midnight is two.*\| $/],
    ['9:75-10:00', /: 9:75 is no time, since minutes run from 00 to 59/],
    ['25:00-26:00', /25:00 is no time, since hours run from 0 to 23.*26:00 is no time/],
    ['24:00-24:00', /24:00 ends a day, and the next one begins at 00:00/],
    ['0:30pm-1:00pm', /0:30pm is no time.*1 to 12/],
    ['13:00pm-14:00pm', /\| 13:00-14:00$/],
    ['0 min', /at least 1 min/],
    ['1441 min', /1440 min/],
  ];
  for (const [written, expected] of cases) it(written, () => assert.match(says(written), expected));

  const dates: [date: string, expected: RegExp][] = [
    ['2026-02-29', /February 2026 has 28 days/],
    ['2026-04-31', /April has 30 days/],
    ['2026-13-01', /there is no month 13; the month stands before the day/],
    ['2026-13-13', /there is no month 13\./],
    ['2026-05-00', /first day of a month is 01/],
    ['0000-05-01', /no year 0/],
  ];
  for (const [date, expected] of dates) {
    it(date, () => {
      const [only] = check(`encounter ${date} patient A\n`).filter((f) => f.rule === 'impossible-date');
      assert.match(only!.message, expected);
    });
  }
});
