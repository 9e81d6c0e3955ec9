/**
 * Days written for what no worked case and no example reaches: each edge of a condition from both sides. `npm run said --
 * --choose` puts those on record where a rule has some.
 */

const session = (times: string, code = '97110') => `  ${times}  ${code}`;

/** One encounter with a line for each of these. */
function day(lines: readonly string[], above = 'payer commercial\nclinician "R. Ortiz, PT"\ndiscipline PT\n'): string {
  return `${above}\nencounter 2026-03-03 patient A\n  dx M54.50\n${lines.join('\n')}\n`;
}

const dated = (dates: readonly string[]) => dates.map((date) => `encounter ${date} patient A\n`).join('');

const billed = (modifiers: readonly string[], code = '97110') => modifiers.map((one) => `  bill ${code}-${one} x1`);

const TIMES = [
  // The minute, from both sides.
  ...['9:59-10:15', '9:60-10:15', '9:15-9:59', '9:15-9:60', '9:75-10:75'],
  // Where a day ends.
  ...['23:00-24:00', '24:00-24:15', '24:00-9:00', '23:00-24:01', '24:01-9:00', '23:00-25:00', '25:00-9:00'],
  // With am and pm: hours run from 1 to 12.
  ...['0:15am-1:00am', '1:00am-1:15am', '0:30pm-1:00pm', '11:00am-12:00pm', '12:00pm-12:30pm', '12:30am-1:00am'],
  ...['13:00pm-14:00pm', '12:00pm-13:00pm', '11:00am-13:00pm', '11:00am-13:00am', '9:00am-12:30am', '13:15pm-13:15pm'],
  ...['14:00pm-13:00pm', '13:45pm-14:15pm', '14:15pm-13:45pm', '13:00pm-14:75pm', '13:59pm-14:59pm', '13:75pm-14:00pm'],
  ...['23:00pm-24:00pm', '24:00pm-25:00pm', '13:00am-14:00am', '9:00am-13:60pm', '9:75am-10:15am', '13:00-14:00pm'],
  ...['12:00pm-24:00pm', '9:00am-24:30am', '13:00pm-25:00pm', '11:30am-14:00pm', '13:00am-14:00pm', '13:00pm-14:00am'],
  // Lengths.
  ...['0 min', '00 min', '1 min', '1440 min', '1441 min', '9999 min'],
];

const DATES = [
  ...['0000-01-01', '0001-01-01', '2026-00-10', '2026-00-00', '2026-12-31', '2026-13-01', '2026-13-12', '2026-13-13'],
  ...['2026-13-00', '2026-25-03', '2026-99-99', '2026-01-00', '2026-01-31', '2026-01-32', '2026-02-28', '2026-02-29'],
  ...['2024-02-29', '2024-02-30', '1900-02-29', '2100-02-29', '2000-02-29', '2000-02-30', '2026-04-30', '2026-04-31'],
  ...['2026-06-31', '2026-09-31', '2026-11-31', '2026-03-31', '2026-03-32', '2026-05-32', '2026-07-32', '2026-08-32'],
  ...['2026-10-32', '2026-12-32', '2026-12-00', '0000-13-01', '0004-02-30'],
];

/** One slip from a usual modifier, in one way or another. */
const SLIPS = [
  ...['69', '95', '58', '57', 'PG', 'GQ', 'OG', 'NG', 'GG', 'XZ', 'EX', 'PX', 'SX', 'XX', 'CX', 'QC', 'OC', 'KC'],
  ...['TA', 'AZ', 'YG', 'GV', 'ZG', 'XK', '66', '67', '96', '9T', '5X', '9G', 'TL', 'TR', 'LL', 'RR', 'ZQ', '7X', 'Q5'],
];

const CHIRO = 'payer medicare\nclinician "T. Bell, DC"\ndiscipline chiro\n';
const OTHERS = [
  'payer commercial\nclinician "L. Moss, OT"\ndiscipline OT\n',
  'payer medicare\nclinician "J. Wu, SLP"\ndiscipline SLP\n',
  'payer commercial\nclinician "A. Roy, PhD"\ndiscipline BH\n',
  CHIRO,
  'payer commercial\nsetting telehealth\nclinician "R. Ortiz, PT"\ndiscipline PT\n',
  'payer commercial\n',
];

function slips(): string[] {
  return [
    ...OTHERS.map((above) => day([session('09:00-09:30'), ...billed(SLIPS)], above)),
    day(billed(SLIPS.flatMap((one) => [`${one}-GP`, `${one}-CQ`, `59-${one}`]))),
    day(billed(SLIPS, '97161')),
    day(billed(SLIPS, '99213'), CHIRO),
    day(billed([...SLIPS, ...SLIPS.map((one) => `${one}-GA`), ...SLIPS.map((one) => `AT-${one}`)], '98941'), CHIRO),
    day([
      ...billed(['TA', 'PG', 'QC', '69', '95'], '98941'),
      ...billed(['95-GP', '69-59', '9X', '7Z'], '97530'),
      ...billed(['GP', 'PG', '59', '69', 'EX', '58'], '97535'),
    ]),
    day(billed(SLIPS)).replace('2026-03-03', '2014-12-31'),
    day(billed(SLIPS)).replace('2026-03-03', '2019-12-31'),
    day(billed(['GP', 'PG', 'PG-59', '59-GP', '69-GP', 'GP-69'])),
  ];
}

/** Every choice of one of each. */
function ways(...choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>((all, some) => all.flatMap((chosen) => some.map((one) => [...chosen, one])), [[]]);
}

/** Two encounters of one patient on one day, each with its own fields and lines. */
function twoEncounters(one: readonly string[], two: readonly string[], above = 'payer medicare\n'): string {
  const encounter = (lines: readonly string[]) => `encounter 2026-03-03 patient A\n${lines.join('\n')}\n`;
  return `${above}\n${encounter(one)}\n${encounter(two)}`;
}

const PT = ['  clinician "R. Ortiz, PT"', '  discipline PT'];
const OT = ['  clinician "L. Moss, OT"', '  discipline OT'];
const DC = ['  clinician "T. Bell, DC"', '  discipline chiro'];

function manipulations(): string[] {
  const regions = ['', ' region "neck"', ' region "lumbar"', ' region "shoulder"', ' region "neck, lumbar, thoracic"'];
  const one = ways(['98940', '98941', '98943'], ['97140', '97112'], regions, regions, ['', '-XS', '-59', '-XE']).map(
    ([main, other, here, there, modifier]) =>
      day(
        [
          `  09:00-09:15  ${main}${here}`,
          `  09:15-09:30  ${other}${there}`,
          `  bill ${main}-AT x1`,
          `  bill ${other}${modifier}-GP x1`,
        ],
        CHIRO,
      ),
  );
  const more = ways(regions, regions, regions, ['', '-XS', '-59'], ['', '-59']).map(
    ([here, there, third, modifier, another]) =>
      day(
        [
          `  09:00-09:15  98941${here}`,
          `  09:15-09:30  97140${there}`,
          `  09:30-09:45  97112${third}`,
          '  09:45-10:00  97530',
          '  bill 98941-AT x1',
          `  bill 97140${modifier}-GP x1`,
          `  bill 97112${another}-GP x1`,
          '  bill 97530-GP x1',
        ],
        CHIRO,
      ),
  );
  const both = ways(['', '-XS', '-59'], ['', '-XS'], [' region "neck"', ''], [' region "neck"', ' region "hip"']).map(
    ([modifier, other, here, there]) =>
      twoEncounters(
        [...DC, `  09:00-09:15  98940${here}`, `  bill 98940-AT${other} x1`],
        [...PT, `  10:00-10:15  97140${there}`, `  bill 97140-GP${modifier} x1`],
      ),
  );
  const early = [...one.slice(0, 60), ...more.slice(0, 40)].flatMap((text) =>
    ['2014-12-31', '2015-01-01'].map((date) => text.replace('2026-03-03', date)),
  );
  return [...both, ...more, ...one, ...early];
}

/** Members of one group, each with times and a size of their own. */
function groups(): string[] {
  const times = ['09:00-09:30', '09:15-09:45', '09:30-10:00', '00:00-00:30', '30 min'];
  const sizes = [' of 2', ' of 3', ''];
  const member = (patient: string, time: string, size: string) =>
    `encounter 2026-03-03 patient ${patient}\n  goal "Walk 200 m"\n  ${time}  97150  group${size}  "Balance"\n  bill 97150-GP x1\n`;
  const head = 'payer medicare\nclinician "R. Ortiz, PT"\ndiscipline PT\n';
  const few = ways(times, sizes, times, sizes, times, sizes);
  // Every seventh of them: all kinds, and not all of each.
  return few
    .filter((_, at) => at % 7 === 0)
    .map(([a, sizeA, b, sizeB, c, sizeC]) =>
      [
        head,
        member('A', a!, sizeA!),
        member('B', b!, sizeB!),
        member('C', c!, sizeC!),
        member('D', a!, sizeB!),
        member(c === a ? 'A' : 'E', b!, sizeC!),
      ].join('\n'),
    );
}

function overlaps(): string[] {
  const codes = ['97110', '97150', '97035', '97032', '97014', '90846', '97157', '97530'];
  const givers = ['', ' by "S. Kim, PT"', ' by ('];
  return ways(codes, codes, ['09:00-09:30', '09:15-09:45', '09:30-10:00'], givers, givers).flatMap(
    ([one, two, time, a, b], at) => {
      const lines = [`  09:00-09:30  ${one}${a}`, `  ${time}  ${two}${b}`];
      const claims = [[], [`  bill ${one} x1`, `  bill ${two} x1`], [`  bill ${one} x1`], [`  bill ${two} x1`]][
        at % 4
      ]!;
      const unread = ['  clinician (', '  clinician "R. Ortiz, PT"', ''][at % 3]!;
      return at % 2 === 0
        ? [day([...lines, ...claims], at % 3 === 0 ? 'payer commercial\n' : undefined)]
        : [
            twoEncounters(
              [lines[0]!, ...claims],
              [unread, lines[1]!].filter((line) => line !== ''),
            ),
          ];
    },
  );
}

function addOns(): string[] {
  const addOns = ['97130', '90785', '90833', '90836', '90838', '97546', '90840'];
  const others = ['97129', '97545', '97110', '90784', '90785', '90786', '90801', '90832', '90834', '90839', '90898'];
  return ways(addOns, [...others, '90899', '90900', '99213', '90853', '97127', '9712'], ['', '-59']).flatMap(
    ([addOn, other, modifier]) => [
      day([`  bill ${addOn} x1`, `  bill ${other}${modifier} x1`]),
      day([`  bill ${addOn} x1`, `  bill ${addOn}${modifier} x1`, `  bill ${other} x`]),
      twoEncounters([...PT, `  bill ${addOn} x1`], [...OT, `  bill ${other}${modifier} x1`]),
    ],
  );
}

/** A group and a session of one's own, by one hand or two. */
function psychotherapies(): string[] {
  const BH = ['  clinician "A. Roy, PhD"', '  discipline BH'];
  const others = [PT, OT, BH, ['  clinician "B. Lowe, PhD"', '  discipline BH'], ['  clinician "A. Roy, PhD"']];
  const marks = ['', '-59', '-XE', '-XP'];
  return ways(['90832', '90837', '90834'], marks, marks, ['0', '1', '2', '3', '4'], ['09:00-10:00', '09:30-10:30']).map(
    ([code, one, two, other, time]) =>
      twoEncounters(
        [...BH, `  09:00-09:50  ${code}`, `  bill ${code}${one} x1`],
        [...others[Number(other)]!, `  ${time}  90853  group of 5`, `  bill 90853${two} x1`],
      ),
  );
}

/** Minutes of 97129 and 97130, which share a pool, and of codes beside them. */
function shortDays(): string[] {
  const lengths = ['7', '15', '23', '38', '53', '150'];
  const units = ['0', '1', '2', '3', '9'];
  return [
    ...ways(lengths, ['0', ...lengths], units, units).map(([one, two, first, further]) =>
      day([
        `  ${one} min  97129`,
        ...(two === '0' ? [] : [`  ${two} min  97130`]),
        ...(first === '0' ? [] : [`  bill 97129 x${first}`]),
        ...(further === '0' ? [] : [`  bill 97130 x${further}`]),
      ]),
    ),
    ...ways(['7', '8', '22', '23'], lengths, ['1', '2'], units, ['', '  bill (']).map(([one, two, first, more, cut]) =>
      day([
        `  ${one} min  97110`,
        `  ${two} min  97140`,
        `  bill 97110-GP x${first}`,
        '  bill 97110-GP-KX x1',
        `  bill 97140-GP x${more}`,
        ...(cut === '' ? [] : [cut!]),
      ]),
    ),
    ...ways(['09:00-09:30', '09:15-09:45', '09:30-10:00'], ['1', '2'], ['1', '2']).map(([time, one, two]) =>
      twoEncounters(
        [...PT, '  09:00-09:38  97110', `  bill 97110-GP x${one}`],
        [...OT, `  ${time}  97530`, `  bill 97530-GO x${two}`],
      ),
    ),
  ];
}

function noted(): string[] {
  const inside = ['09:00-09:15 97110', '9:00-9:15 97110', '15 min 97110', '00:10-00:20 97110', 'bill 97110 x1'];
  const more = ['BILL 97110 x1', 'encounter 2026-03-03 patient B', 'Encounter 2026-03-03 patient B', 'S: Better.'];
  const others = [
    'P: We bill 97110 x1',
    'A: An encounter 2026-03-03 patient B',
    'goal "Walk"',
    'dx M54.50',
    ': bill x',
  ];
  return [...inside, ...more, ...others].map((line) => day([`  S: As before.\n    ${line}`]));
}

/** What cannot be read: long and short, hidden and lost characters, too much and too little. */
function unread(): string[] {
  const odd = ['\u0007', '\u007f', '\u0085', '\u009f', '\u202a', '\u202e', '\u2066', '\u2069', '\ufffd'];
  const long = [39, 40, 41].map((length) => 'x'.repeat(length));
  const words = [
    ...odd,
    ...long,
    ...odd.map((char) => `a${char}`),
    '(',
    '97110-',
    'x1x',
    '97110 x',
    '"open',
    '–',
    '×2',
  ];
  return words.flatMap((word) => [
    day([`  ${word}`]),
    day([`  bill ${word}`, `  bill 97110-GP ${word}`, `  bill 97110-GP x1 ${word}`]),
    day([`  09:00-09:15 ${word}`, `  09:00${word}09:15 97110`, `  goal ${word}`]),
  ]);
}

export const DAYS: Readonly<Record<string, readonly string[]>> = {
  'impossible-time': [day(TIMES.map((times) => session(times)))],
  'impossible-date': [dated(DATES)],
  'unknown-modifier': slips(),
  'manipulation-same-region': manipulations(),
  'group-size-mismatch': groups(),
  'same-patient-overlap': overlaps(),
  'add-on-without-primary': addOns(),
  'psychotherapy-same-day': psychotherapies(),
  'too-few-units': shortDays(),
  'line-in-note': noted(),
  syntax: unread(),
};
