/**
 * Passages: what hovers, search and rule pages show. Each has its own words, one source with the place in it, and the
 * statements and facts that it carries. Part of the lazily loaded bundle.
 */
import { allCodes } from './codes';
import { lookUpSource } from './sources';

export type Topic =
  | 'units'
  | 'times'
  | 'group'
  | 'notes'
  | 'modifiers'
  | 'pairs'
  | 'overlap'
  | 'codes'
  | 'evaluations'
  | 'psychotherapy'
  | 'speech'
  | 'chiropractic'
  | 'payers'
  | 'staff'
  | 'planning'
  | 'telehealth'
  | 'money'
  | 'states'
  | 'file';

export interface Passage {
  /** Never changes once released. */
  readonly id: string;
  readonly title: string;
  /** One to five short sentences, Markdown. */
  readonly body: string;
  /** Id of the source, and the place in it. */
  readonly source: string;
  readonly place: string;
  readonly edition: string;
  readonly statements: readonly string[];
  readonly facts: readonly string[];
  readonly codes: readonly string[];
  readonly rules: readonly string[];
  readonly modifiers: readonly string[];
  readonly payers: readonly string[];
  readonly topics: readonly Topic[];
  /** Passages that say otherwise. */
  readonly disagreesWith: readonly string[];
  /** Conflicts (conflicts.ts) that it is a side of. */
  readonly conflicts: readonly string[];
}

/** Links of a passage; each a list parted by spaces. A code may be a range, or `@family` for its live codes. */
interface Links {
  readonly s?: string;
  readonly f?: string;
  readonly c?: string;
  readonly r?: string;
  readonly m?: string;
  readonly p?: string;
  readonly t?: string;
  readonly x?: string;
  readonly vs?: string;
  readonly edition?: string;
}

const list = (text: string | undefined): string[] => (text ? text.split(' ') : []);

function codes(text: string | undefined): string[] {
  const found: string[] = [];
  for (const item of list(text)) {
    const [first = '', last] = item.split('-');
    if (item.startsWith('@')) {
      for (const entry of allCodes())
        if (entry.family === item.slice(1) && entry.deletedAfter === undefined) found.push(entry.code);
    } else if (last === undefined) found.push(first);
    else for (const entry of allCodes()) if (entry.code >= first && entry.code <= last) found.push(entry.code);
  }
  return [...new Set(found)];
}

function say(id: string, title: string, source: string, place: string, body: string, links: Links): Passage {
  return {
    id,
    title,
    body,
    source,
    place,
    edition: links.edition ?? lookUpSource(source)?.edition ?? '',
    statements: list(links.s),
    facts: list(links.f),
    codes: codes(links.c),
    rules: list(links.r),
    modifiers: list(links.m),
    payers: list(links.p),
    topics: list(links.t) as Topic[],
    disagreesWith: list(links.vs),
    conflicts: list(links.x),
  };
}

/** Counting minutes and units. */
const units = (): Passage[] => [
  say(
    'one-on-one-codes',
    '97110-97139 ask for one-on-one contact',
    'aca-group',
    'second paragraph',
    '**97110-97139** ask for one-on-one contact with this patient. Without it they cannot be billed.',
    {
      s: 'A01',
      f: 'F-OVER-01',
      c: '97110 97112 97113 97116 97124 97139 97129 97130',
      r: 'attendance-missing one-on-one-code-in-group',
      t: 'units codes',
    },
  ),
  say(
    'add-up-minutes',
    'One-on-one minutes are added up for each patient',
    'aca-group',
    'second paragraph',
    'Add the one-on-one minutes of each patient, and find the units of the timed codes from the sum. A claim line needs minutes behind it; minutes given and not billed are money left behind.',
    {
      s: 'A02',
      f: 'F-8MIN-01 F-8MIN-14',
      c: '@one-on-one @attended @test @orthotic @cognitive',
      r: 'too-many-units too-few-units billed-not-performed performed-not-billed untimed-units',
      t: 'units times',
    },
  ),
  say(
    'episodes',
    'Minutes may come in episodes',
    'aca-group',
    'second paragraph',
    'The minutes may run on, or come in turns: 8 now and 7 later make 15.',
    { s: 'A03', f: 'F-8MIN-11', c: '@one-on-one', r: 'brief-episode too-many-units', t: 'units times', x: 'X-07' },
  ),
  say(
    'episode-length',
    'Each episode is real treatment',
    'aca-group',
    'second paragraph',
    'Each episode is long enough to be skilled treatment under the plan. No least length is published: the worked cases go down to **5 minutes**, and so does this tool before it asks.',
    { s: 'A04', f: 'F-8MIN-11', c: '@one-on-one', r: 'brief-episode', t: 'units times', x: 'X-07' },
  ),
  say(
    'eight-minutes',
    'A single unit takes 8 minutes',
    'aca-group',
    'second paragraph',
    'A single unit takes at least **8 minutes**, by Medicare and by the AMA. Medicare counts them over all timed codes of the day, the AMA for each code.',
    {
      s: 'A05',
      f: 'F-8MIN-03 F-AMA-01 F-8MIN-12',
      c: '@one-on-one @attended @test @orthotic @cognitive',
      r: 'under-8-minutes too-many-units',
      t: 'units',
      x: 'X-21',
    },
  ),
  say(
    'minute-table',
    'Minutes to units',
    'cms',
    'chapter 5, section 20.2',
    '1-7 min: **0** · 8-22: **1** · 23-37: **2** · 38-52: **3** · 53-67: **4** · 68-82: **5** · 83-97: **6** · 98-112: **7** · 113-127: **8**, and one more for every 15 after.',
    {
      f: 'F-8MIN-02 F-8MIN-03',
      c: '@one-on-one @attended @test @orthotic @cognitive',
      r: 'too-many-units too-few-units under-8-minutes',
      p: 'medicare medicaid tricare',
      t: 'units',
      x: 'X-14',
    },
  ),
  say(
    'eight-minute-rule',
    'The 8-minute rule: minutes are pooled',
    'cms',
    'chapter 5, section 20.2',
    'Add the minutes of all timed codes of one patient, date and discipline, and turn the total into units. Then share the units out: whole 15s of a code first, what is left to the codes with the most minutes over. On a tie either code will do.',
    {
      f: 'F-8MIN-01 F-8MIN-04 F-8MIN-05 F-8MIN-06 F-8MIN-07',
      c: '@one-on-one @attended @test @orthotic @cognitive',
      r: 'too-many-units too-few-units under-8-minutes',
      p: 'medicare medicaid tricare',
      t: 'units',
      x: 'X-15',
    },
  ),
  say(
    'eight-minute-examples',
    'The 8-minute rule at work',
    'cms',
    'chapter 5, section 20.2, examples',
    '- 24 min 97112 and 23 min 97110 = 47: 97112 **x2**, 97110 **x1**\n- 20 and 20 = 40: **3** units, two of either code, never three of one\n- 33 min 97110 and 7 min 97140 = 40: 97110 **x2**, 97140 **x1**\n- 18, 13, 10 and 8 = 49: **1** each for the three longest',
    {
      f: 'F-8MIN-04 F-8MIN-05 F-8MIN-06 F-8MIN-07',
      c: '97110 97112 97140 97116 97035',
      r: 'too-many-units too-few-units under-8-minutes',
      t: 'units',
    },
  ),
  say(
    'midpoint-rule',
    'The midpoint rule: each code alone',
    'wpt',
    'rule of eights',
    'Also called the rule of eights. Each timed code counts alone: **8** minutes of it are one unit, **23** two, **38** three. Minutes of different codes are never joined.',
    {
      f: 'F-AMA-01 F-AMA-02 F-AMA-03',
      c: '@one-on-one @attended @test @orthotic @cognitive',
      r: 'too-many-units too-few-units under-8-minutes',
      p: 'commercial workers-comp',
      t: 'units payers',
      x: 'X-15 X-21',
    },
  ),
  say(
    'two-unit-rules',
    'Where the two unit rules differ',
    'wpt',
    '8-minute rule compared',
    '20 + 20 min: Medicare **3**, midpoint **2**. 24 + 23: Medicare **3**, midpoint **4**. 7 + 7 + 7: Medicare **1**, midpoint **0**. Which one a payer uses is its own choice: set `units` where you know it.',
    {
      f: 'F-AMA-04 F-AMA-05',
      c: '@one-on-one @attended',
      r: 'too-many-units too-few-units under-8-minutes',
      p: 'medicare tricare commercial workers-comp medicaid',
      t: 'units payers',
    },
  ),
  say(
    'minutes-that-count',
    'Which minutes count',
    'bpm15',
    'section 220.3; contractor pages say the same',
    'Count treatment only. Setting up, clearing away, charting, rest, toilet and waiting are not treatment.',
    { f: 'F-8MIN-09', c: '@one-on-one @attended', r: 'too-many-units', t: 'units times' },
  ),
  say(
    'untimed-one-unit',
    'Untimed services are one unit',
    'ncci26',
    'chapter I, section A; for some codes trade pages alone',
    'An evaluation, a supervised modality, 92507, 92508 or a manipulation is **x1**, however long. It adds no minutes to the timed total.',
    {
      f: 'F-8MIN-08 F-8MIN-14 F-CODE-02',
      c: '@supervised @evaluation @speech @speech-group @speech-evaluation @swallowing @canalith @manipulation 97037',
      r: 'untimed-units too-many-units',
      t: 'units',
    },
  ),
  say(
    'unit-limits',
    'Most units on one date',
    'mueq1-26',
    'practitioner file',
    "Each code has a limit of units for one patient and date. The built-in limits are **Medicaid's, first quarter of 2026**; most Medicare values are not confirmed. A limit is a yardstick, not a target.",
    {
      f: 'F-MUE-01 F-MUE-02 F-MUE-03 F-MUE-04 T-LIMITS',
      c: '@one-on-one @attended @supervised @group @evaluation @test @orthotic @cognitive @work-program @caregiver @measurement @psychotherapy @psychotherapy-add-on @psychiatric-evaluation @crisis-psychotherapy @psychoanalysis @family-psychotherapy @multi-family-psychotherapy @group-psychotherapy @interactive-complexity @speech @speech-group @swallowing @canalith @manipulation',
      r: 'units-over-mue group-units untimed-units',
      p: 'medicare medicaid tricare',
      t: 'units payers',
      x: 'X-13',
    },
  ),
  say(
    'case-three-in-turns',
    'Worked case: three patients in turns',
    'aca-group',
    'One-on-One Example',
    'In 45 minutes A has 8 + 10, B 8 + 5 and C 8 + 6 minutes one-on-one, and exercises alone between. **97110 x1** for each: 18, 13 and 14 minutes.',
    {
      s: 'A12',
      f: 'F-8MIN-11 F-SCEN-00',
      c: '97110',
      r: 'clinician-double-booked too-many-units brief-episode',
      t: 'units times',
    },
  ),
  say(
    'one-line-for-a-code',
    'One line for a code and date',
    'fcso',
    'rehabilitation services',
    'Put all units of a timed code on **one line** for the date. One Medicare contractor rejects two lines since April 2021.',
    { f: 'F-8MIN-13', c: '@one-on-one @attended', r: 'duplicate-line', p: 'medicare', t: 'units' },
  ),
];

/** Group therapy, 97150: what it is. */
const group = (): Passage[] => [
  say(
    'group-what',
    '97150: a group, nobody one-on-one',
    'cpt97150-2026',
    'second paragraph',
    '97150 is for procedures given to a group. Nobody is treated one-on-one; the group and its shared goals are the point.',
    { s: 'G03', f: 'F-DOC-06', c: '97150', r: 'group-code-one-on-one', t: 'group codes' },
  ),
  say(
    'group-when',
    'When to use 97150',
    'cpt97150-2026',
    'when to use it',
    'Use 97150 where the therapist leads what a group does together.',
    { s: 'G05', c: '97150', r: 'group-code-one-on-one', t: 'group' },
  ),
  say(
    'group-when-not',
    'When not to use 97150',
    'cpt97150-2026',
    'when not to use it',
    'Not for one patient alone, and not for minutes spent one-on-one. Those belong to the one-on-one code.',
    { s: 'G06', f: 'F-OVER-04', c: '97150', r: 'group-code-one-on-one group-overlaps-individual', t: 'group' },
  ),
  say(
    'group-places',
    'Where 97150 is usual',
    'cpt97150-2026',
    'typical uses',
    'Rehabilitation, PT clinics and wellness programs.',
    { s: 'G04', c: '97150', t: 'group' },
  ),
  say(
    'group-two-or-more',
    'A group is two or more',
    'coding-ahead',
    'plain-language text, first sentence',
    '97150 takes **two or more** people. Medicare Part B sets no upper limit.',
    {
      s: 'C01',
      f: 'F-DOC-09',
      c: '97150',
      r: 'group-code-one-on-one group-size-mismatch',
      t: 'group',
      x: 'X-05',
    },
  ),
  say(
    'group-aim',
    'What group therapy is for',
    'coding-ahead',
    'plain-language text, second and third sentences',
    'It wins back, builds or improves body function lost by injury, illness or surgery. Water, conditioning and exercise work can be group work.',
    { s: 'C02 C03', c: '97150 97113 97110', t: 'group' },
  ),
  say(
    'group-leader',
    'The leader is there for all',
    'coding-ahead',
    'plain-language text, fourth sentence',
    'Somebody licensed, physician or therapist, is there for the whole group and one-on-one with nobody.',
    { s: 'C04', f: 'F-DOC-06 F-DOC-14', c: '97150', r: 'attendance-missing', t: 'group staff', x: 'X-06' },
  ),
  say(
    'group-same-or-different',
    'Same or different activities',
    'coding-ahead',
    'plain-language text, on activities and course',
    'Members may do the same or different things; something they share makes them a group. It opens with instructions to all, and the leader goes on to watch, comment and change.',
    { s: 'C05 C06', c: '97150', r: 'group-size-mismatch', t: 'group planning' },
  ),
  say(
    'group-untimed',
    '97150 is untimed',
    'coding-ahead',
    'plain-language text, on time',
    '97150 has **no time in it**: one unit, short or long.',
    {
      s: 'C07',
      f: 'F-8MIN-08',
      c: '97150',
      r: 'group-units untimed-units',
      t: 'group units',
      x: 'X-01',
      vs: 'group-timed-claim',
    },
  ),
  say(
    'group-one-unit',
    'One 97150 for each patient and date',
    'aca-group',
    'fourth paragraph',
    "**97150 x1** for each patient on each date. Each member's claim has its own.",
    {
      s: 'A11',
      f: 'F-MUE-02 F-8MIN-08 F-PAY-01',
      c: '97150',
      r: 'group-units units-over-mue co-treatment-units',
      t: 'group units',
      x: 'X-01 X-13 X-16',
      vs: 'group-timed-claim',
    },
  ),
  say(
    'group-timed-claim',
    'One source says 97150 is timed',
    'theraplatform',
    'Components of the code',
    'This source says that 97150 is timed, **15 minutes a unit**. Two others of the five say otherwise: untimed, one unit a date. The unit limit is 1 too. This tool goes by those.',
    {
      s: 'T05',
      c: '97150',
      r: 'group-units',
      t: 'group units',
      x: 'X-01',
      vs: 'group-untimed group-one-unit',
    },
  ),
  say(
    'group-divided-attention',
    'Divided attention is group',
    'aca-group',
    'third and fourth paragraphs',
    'Once skilled care goes to several patients together it is **97150**, and not the one-on-one code. So is attention divided, contact brief and on and off, or one instruction for several: one unit for each patient.',
    {
      s: 'A06 A08',
      f: 'F-OVER-13',
      c: '97150 97110 97112 97113 97116 97124',
      r: 'one-on-one-code-in-group clinician-double-booked',
      t: 'group overlap',
    },
  ),
  say(
    'group-simultaneous',
    'What makes a group',
    'aca-group',
    'fourth paragraph',
    'Two or more patients treated at the same time, whether they do the same or not. One patient alone is no group.',
    { s: 'A07', c: '97150', r: 'group-code-one-on-one', t: 'group', x: 'X-05' },
  ),
  say(
    'group-covers',
    'What 97150 can stand for',
    'aca-group',
    'fourth paragraph',
    '97150 stands for procedures of **97110-97139**. Ultrasound (97035), for one, is no part of group therapy.',
    {
      s: 'A09',
      f: 'F-OVER-12 F-OVER-13',
      c: '97150 @attended 97140 97530 97533 97535 97537 97542',
      r: 'not-a-group-procedure group-with-modality',
      t: 'group codes',
      x: 'X-03',
    },
  ),
  say(
    'group-attendance',
    'The clinician stays throughout',
    'aca-group',
    'fourth paragraph',
    'The clinician attends the group from start to end. One-on-one contact is not asked for.',
    { s: 'A10', f: 'F-DOC-06', c: '97150', r: 'attendance-missing', t: 'group staff', x: 'X-19' },
  ),
  say(
    'group-attendance-therapist',
    'Attendance, not one-on-one contact',
    'theraplatform',
    'opening and components of the code',
    'Two or more clients, and a qualified professional who attends throughout. One-on-one contact is no part of the code.',
    {
      s: 'T01 T02',
      f: 'F-DOC-06',
      c: '97150',
      r: 'attendance-missing group-code-one-on-one',
      t: 'group staff',
      x: 'X-19',
    },
  ),
  say(
    'group-each-client',
    'A group, and still each client',
    'theraplatform',
    'Components of the code',
    'The therapist supervises without a break, and each client gets a treatment that suits. Activities may differ from client to client.',
    { s: 'T03 T04', c: '97150', r: 'identical-notes attendance-missing', t: 'group planning' },
  ),
  say(
    'case-two-in-a-group',
    'Worked case: two patients as a group',
    'aca-group',
    'Group Example',
    'For 25 minutes the clinician moves between A and B and never stays long. **97150 x1** for each.',
    {
      s: 'A13',
      f: 'F-SCEN-00',
      c: '97150',
      r: 'one-on-one-code-in-group group-units clinician-double-booked',
      t: 'group',
    },
  ),
  say(
    'case-ot-pair',
    'Worked case: two clients in occupational therapy',
    'theraplatform',
    'example in occupational therapy',
    'One client is on a balance course, the other on resistance bands, and the therapist gives each a few minutes in turn. **97150 x1** for each.',
    { s: 'T11', c: '97150', r: 'one-on-one-code-in-group group-units', t: 'group' },
  ),
  say(
    'group-individual-code',
    'No individual code for group work',
    'theraplatform',
    'Common billing pitfalls',
    'An individual code for something done in a group is a fault. The group code stands for it.',
    {
      s: 'T09',
      f: 'F-OVER-13',
      c: '97150 97110 97112 97113 97116 97124 97139',
      r: 'one-on-one-code-in-group not-a-group-procedure',
      t: 'group',
    },
  ),
  say(
    'group-covered-2026',
    '97150 is covered in 2026',
    'cpt97150-2026',
    'first paragraph',
    'In **2026** 97150 is still covered, if the record shows goals for the group and patients who fit it.',
    { s: 'G01', c: '97150', r: 'group-goal-missing', p: 'medicare', t: 'group notes payers' },
  ),
  say(
    'group-no-practice',
    'What is not group therapy',
    'proactive',
    'page on group therapy',
    'To watch members at exercises they know, or leave them to it, is neither skilled care nor group therapy.',
    { f: 'F-DOC-07 F-DOC-08', c: '97150', r: 'attendance-missing', t: 'group' },
  ),
  say(
    'group-sizes-elsewhere',
    'Group sizes, place by place',
    'nor3',
    'concurrent and group limit; other pages for the rest',
    'Part B: two or more, no upper limit. Nursing-facility Part A: 2 to 6, and concurrent and group together at most 25 percent. One psychotherapy policy: 12. The Part A rules do not bind an outpatient.',
    {
      f: 'F-DOC-09 F-DOC-10 F-PSY-03 F-OVER-11',
      c: '97150 92508 90853',
      r: 'group-size psychotherapy-group-size',
      t: 'group payers',
      x: 'X-05',
    },
  ),
];

/** Group and one-on-one on one day, and modifier 59. */
const sameDay = (): Passage[] => [
  say(
    'same-day-allowed',
    'Group and one-on-one on one day',
    'aca-group',
    'group and individual on the same day',
    'Both may be billed for one patient on one date, where the rules of **both** are met.',
    {
      s: 'A14',
      f: 'F-NCCI-23 F-SCEN-00',
      c: '97150 @one-on-one',
      r: 'missing-59 needless-59',
      m: '59',
      t: 'group modifiers',
    },
  ),
  say(
    'same-day-59',
    'Without 59 only group is paid',
    'aca-group',
    'group and individual on the same day',
    '97150 and the one-on-one code are a pair. With no **59**, payment is for the group code alone, the cheaper one.',
    {
      s: 'A15',
      f: 'F-NCCI-23 F-NCCI-01',
      c: '97150 97110 97112 97113 97116 97124 97140 97530 97533 97535 97537 97542 97760 97761 97763',
      r: 'missing-59',
      m: '59',
      t: 'modifiers pairs money',
    },
  ),
  say(
    'same-day-separate',
    'They must be apart',
    'aca-group',
    'group and individual on the same day',
    'Group and one-on-one must be different sessions, time spans or encounters. Time in the one is never time in the other.',
    {
      s: 'A16',
      f: 'F-DOC-05 F-OVER-04',
      c: '97150 @one-on-one',
      r: 'group-overlaps-individual missing-59 unsupported-59',
      m: '59 XE XU',
      t: 'group times overlap modifiers',
    },
  ),
  say(
    'case-group-and-alone',
    'Worked case: group and one-on-one',
    'aca-group',
    'One-on-One and Group Example',
    'A has 15 minutes alone, then A (15) and B (16) are a group, then B has 18 alone. Each: **97150 x1** and **97110-59 x1**. The source speaks of 45 minutes; its parts make 49.',
    {
      s: 'A17',
      f: 'F-SCEN-01 F-NCCI-23',
      c: '97150 97110',
      r: 'missing-59 misplaced-59 group-overlaps-individual',
      m: '59',
      t: 'group modifiers times',
      x: 'X-02 X-04',
    },
  ),
  say(
    'same-day-59-guidance',
    '59 where both are distinct',
    'cpt97150-2026',
    'line on modifier 59',
    'Where individual therapy fell on that day too and both were distinct: **59**.',
    { s: 'G07', f: 'F-NCCI-23', c: '97150', r: 'missing-59 needless-59', m: '59', t: 'modifiers group', x: 'X-02' },
  ),
  say(
    'same-day-claim-tip',
    'Show the group apart, or expect a denial',
    'cpt97150-2026',
    'claim tip',
    'Write the group down as a session of its own, apart from individual therapy. If not, the claim is denied.',
    {
      s: 'G10',
      f: 'F-DOC-05 F-DOC-15',
      c: '97150 @one-on-one',
      r: 'unsupported-59 times-not-recorded',
      m: '59',
      t: 'group notes times money',
    },
  ),
  say(
    'same-day-separate-times',
    'The record shows separate times',
    'coding-ahead',
    'plain-language text, last sentence',
    'Where 97150 stands beside another therapy code, the record must show that the two took place at **separate times**.',
    {
      s: 'C08',
      f: 'F-DOC-05',
      c: '97150 @one-on-one',
      r: 'missing-59 unsupported-59 times-not-recorded',
      m: '59',
      t: 'notes times modifiers',
    },
  ),
  say(
    'either-line-59',
    'Which line takes 59',
    'xif',
    'MLN Matters SE1418; also ncci26, chapter I',
    'Since **1 July 2019** Medicare takes 59 or an X modifier on either line of the pair. Before, only on column two. The worked case of aca-group has it on the one-on-one line. Both lines is no fault.',
    {
      f: 'F-NCCI-03 F-NCCI-23',
      c: '97150',
      r: 'misplaced-59 missing-59',
      m: '59 XE XP XS XU',
      p: 'medicare',
      t: 'modifiers pairs',
      x: 'X-02',
    },
  ),
  say(
    'modifier-59',
    '59: distinct service',
    'ncci26',
    'chapter I, section E',
    'For another session, another site, or another block of time. Wrong in the same minutes, for another diagnosis alone, on a visit, where no edit exists, and beside an X modifier.',
    {
      f: 'F-MOD-01 F-NCCI-02 F-NCCI-04 F-NCCI-06',
      r: 'needless-59 unsupported-59 bypass-modifier-misuse missing-59',
      m: '59',
      t: 'modifiers',
    },
  ),
  say(
    'x-modifiers',
    'XE, XP, XS and XU',
    'ncci26',
    'chapter I, section E',
    'From **2015**, better than 59 where one fits. **XE**: another encounter of the day. **XP**: another clinician. **XS**: another part of the body. **XU**: back to back, not overlapping.',
    {
      f: 'F-NCCI-05 F-MOD-02 F-MOD-03 F-MOD-04 F-MOD-05 F-NCCI-04',
      r: 'x-modifier-mismatch missing-59 code-not-yet-valid',
      m: 'XE XP XS XU',
      t: 'modifiers',
    },
  ),
  say(
    'modifiers-that-open',
    'What opens a pair, and what does not',
    'ncci26',
    'chapter I, section E',
    'Open: 59, XE, XP, XS, XU, 24, 25, 27, 57, 58, 78, 79, 91, and those that name a part of the body. **22, 76 and 77 do not.**',
    {
      f: 'F-NCCI-02 F-MOD-51',
      r: 'bypass-modifier-misuse missing-59',
      m: '59 XE XP XS XU 22 24 25 27 57 58 76 77 78 79 91 LT RT E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LC LD LM RC RI',
      t: 'modifiers pairs',
    },
  ),
];

/** Code pairs and shared time. */
const pairs = (): Passage[] => [
  say(
    'pair-columns',
    'How a code pair works',
    'ncci26',
    'chapter I, section E',
    'Column one is paid, column two is refused. **Indicator 1**: a modifier opens the pair where the services were truly apart. **Indicator 0**: nothing does.',
    {
      f: 'F-NCCI-01 F-NCCI-02',
      r: 'missing-59 pair-not-payable misplaced-59',
      p: 'medicare medicaid tricare',
      t: 'pairs',
    },
  ),
  say(
    'pair-edition',
    'The built-in pairs are of 2021',
    'ptp21',
    'practitioner table',
    'The built-in table is the practitioner edition of **2021** and states no dates. Check the current quarter, or load your own file. Hospitals, nursing facilities and agencies have another table.',
    {
      f: 'T-PAIRS F-NCCI-07 F-NCCI-20',
      c: '95851 95852 96125 97602 97755 97545',
      r: 'missing-59 pair-not-payable needless-59 missing-25',
      p: 'medicare medicaid tricare',
      t: 'pairs',
    },
  ),
  say(
    'pair-history-2020',
    'Pairs that came and went in 2020',
    'apta20',
    'news of 2 September 2020; also apta20b, aota20, nhapta',
    'From **1 October to 31 December 2020** there were pairs of 97530 with 97116, of 97140 with 97161-97163, and of common codes with 97164. The older pair of 97140 with 97530 ended on 31 December 2020 too. Pairs of January 2020 were withdrawn from the start.',
    {
      f: 'F-NCCI-20 F-NCCI-21',
      c: '97530 97116 97140 97161 97162 97163 97164 97110 97112 97113 97150',
      r: 'missing-59 needless-59',
      p: 'medicare',
      t: 'pairs',
      x: 'X-11 X-12',
    },
  ),
  say(
    'evaluation-with-treatment',
    'Evaluation and treatment on one date',
    'ptp21',
    'practitioner table, no such pair',
    '97161-97168 have **no edit** with 97110, 97112, 97116, 97140, 97150 or 97530. No modifier is needed for Medicare. The last three months of 2020 were another matter.',
    {
      f: 'F-NCCI-26 F-NCCI-20',
      c: '@evaluation 97110 97112 97116 97140 97150 97530',
      r: 'needless-59',
      m: '59',
      p: 'medicare',
      t: 'pairs evaluations',
      x: 'X-11',
    },
  ),
  say(
    'commercial-97530-97140',
    '97530 with 97140 at commercial plans',
    'wpt',
    '59 denials for 97530 and 97140',
    'Medicare has had no edit since 2021. Some commercial plans still deny the pair and ask for records.',
    {
      f: 'F-NCCI-27 F-NCCI-20',
      c: '97530 97140',
      r: 'commercial-pair',
      p: 'commercial workers-comp',
      m: '59',
      t: 'pairs payers',
      x: 'X-12',
    },
  ),
  say(
    'overlap-one-on-one',
    'Two one-on-one codes, one period',
    'aca-group',
    'not permitted, item 1',
    'One clinician cannot give two one-on-one procedures (**97110-97542**) in the same minutes, to one patient or to two.',
    {
      s: 'A18',
      f: 'F-OVER-01 F-OVER-08 F-OVER-09 F-8MIN-12',
      c: '@one-on-one @cognitive',
      r: 'same-patient-overlap clinician-double-booked group-overlaps-individual',
      t: 'overlap times',
      x: 'X-03',
    },
  ),
  say(
    'overlap-attended',
    'Two attended modalities, one period',
    'aca-group',
    'not permitted, item 2',
    'One clinician cannot give two attended modalities (**97032-97039**) in the same minutes, to one patient or to two.',
    {
      s: 'A19',
      f: 'F-OVER-02 F-OVER-08',
      c: '@attended',
      r: 'same-patient-overlap clinician-double-booked',
      t: 'overlap times',
    },
  ),
  say(
    'overlap-attended-one-on-one',
    'Modality and one-on-one code, one period',
    'aca-group',
    'not permitted, item 3',
    'One clinician cannot give an attended modality and a one-on-one procedure in the same minutes: no ultrasound (97035) during gait training (97116), for one patient or for two.',
    {
      s: 'A20',
      f: 'F-OVER-03 F-OVER-08',
      c: '@attended @one-on-one',
      r: 'same-patient-overlap clinician-double-booked',
      t: 'overlap times',
    },
  ),
  say(
    'overlap-group-modality',
    'Modality and group, one period',
    'aca-group',
    'not permitted, item 4',
    'An attended modality (**97032-97039**) and group (97150) cannot share minutes: no ultrasound during the group. Apart in time they are fine, and need no 59.',
    { s: 'A21', f: 'F-OVER-05 F-OVER-12', c: '97150 @attended', r: 'group-with-modality', t: 'overlap group times' },
  ),
  say(
    'overlap-group-one-on-one',
    'Group and one-on-one, one period',
    'h222',
    'list of codes not permitted together; also ncci26, chapter XI',
    'Group (97150) and a one-on-one procedure cannot share minutes, whatever the modifier.',
    {
      f: 'F-OVER-04',
      c: '97150 @one-on-one',
      r: 'group-overlaps-individual clinician-double-booked',
      t: 'overlap group times',
    },
  ),
  say(
    'overlap-evaluation',
    'An evaluation takes its own minutes',
    'h222',
    'list of codes not permitted together',
    'An evaluation or re-evaluation cannot share minutes with another attended service, group included. One source; written when the codes were 97001-97004.',
    {
      f: 'F-OVER-06',
      c: '97161-97168 97001 97002 97003 97004',
      r: 'same-patient-overlap clinician-double-booked group-overlaps-individual',
      t: 'overlap evaluations',
    },
  ),
  say(
    'supervised-may-overlap',
    'A supervised modality may run beside anything',
    'ncci26',
    'chapter XI, section P.2',
    '97010-97028 may share time with any other code: the only exception. Minutes spent one-on-one on such a modality count for nothing else.',
    { f: 'F-OVER-07 F-SCEN-00', c: '@supervised', r: 'same-patient-overlap not-a-group-procedure', t: 'overlap codes' },
  ),
  say(
    'overlap-two-clinicians',
    'Two clinicians, two patients',
    'otl',
    'quotes CMS scenario 4',
    'Two clinicians with two patients at one time are no overlap. Who pays for the other patient does not matter. Two patients in one hour are fine where the minutes are kept apart.',
    {
      f: 'F-OVER-10 F-OVER-14',
      c: '@one-on-one',
      r: 'clinician-double-booked same-patient-overlap',
      t: 'overlap staff',
    },
  ),
  say(
    'team-therapy',
    'Two clinicians, one patient',
    'otl',
    'quotes CMS scenario 4',
    'The same minutes make units **once**. PT and OT, 30 minutes of transfers together: two units of 97530 in all, 1 + 1, 2 + 0 or 0 + 2.',
    {
      f: 'F-8MIN-10 F-SCEN-00 F-PAY-08',
      c: '97530 @one-on-one',
      r: 'co-treatment-units',
      p: 'medicare medicaid tricare',
      t: 'units staff overlap',
    },
  ),
];

/** Codes, other than group. */
const codePassages = (): Passage[] => [
  say(
    'supervised-modalities',
    '97010-97028: supervised modalities',
    'ncci26',
    'chapter XI, section P.2',
    'No one-on-one contact, no minutes: **x1** each. They may run while another service is given.',
    { f: 'F-8MIN-08 F-OVER-07', c: '@supervised', r: 'untimed-units', t: 'codes' },
  ),
  say(
    'code-97014',
    '97014 or G0283',
    'estim',
    'pages on 97014, 2026',
    '97014 is a live code, but Medicare does not take it: bill **G0283**. Many other plans take 97014. One unit either way.',
    {
      f: 'F-CODE-01 F-CODE-02',
      c: '97014 G0283',
      r: 'code-not-for-payer untimed-units',
      p: 'medicare',
      t: 'codes payers',
      x: 'X-20',
    },
  ),
  say(
    'wound-stimulation',
    'Stimulation for a wound',
    'encounter',
    'code table',
    'G0281 and G0329 are for wounds, **x1** each. G0283 is for all else. Where the diagnosis is an ulcer, look which of them fits before 97014 is changed.',
    { f: 'F-CODE-01 T-CODES', c: 'G0281 G0329 G0283 97014', r: 'code-not-for-payer', p: 'medicare', t: 'codes' },
  ),
  say(
    'code-97010',
    '97010 is not paid apart',
    'deny',
    'pages on denial codes',
    'Medicare pays 97010 inside other services: the line brings nothing. That it is bundled is general knowledge and the denials that people report.',
    {
      f: 'T-CODES F-DOC-16',
      c: '97010',
      r: 'code-not-for-payer performed-not-billed',
      p: 'medicare',
      t: 'codes payers money',
    },
  ),
  say(
    'athletic-training-codes',
    '97169-97172: athletic trainers',
    'encounter',
    'code table',
    "Evaluations by an athletic trainer. Not for Medicare, and not for a therapist's evaluation.",
    { f: 'T-CODES', c: '97169-97172', r: 'code-not-for-payer', p: 'medicare', t: 'codes evaluations' },
  ),
  say(
    'one-evaluation',
    'One evaluation for each discipline and date',
    'ncci26',
    'chapter XI, section P.1',
    'One of 97161-97164 and one of 97165-97168 a date. PT and OT evaluations on one date take **two clinicians**. A first evaluation is one for each episode of care.',
    { f: 'F-NCCI-08 F-MUE-03', c: '97161-97168', r: 'two-evaluations untimed-units', t: 'evaluations pairs' },
  ),
  say(
    're-evaluation',
    'A re-evaluation is not routine',
    'ncci26',
    'chapter XI, section P.3',
    '97164 and 97168 need a reason. Some therapy codes have them in column two: where both are right, 59 or XU goes on the re-evaluation. Clock times alone do not prove it.',
    { f: 'F-NCCI-09', c: '97164 97168', r: 'missing-59', m: '59 XU', t: 'evaluations pairs' },
  ),
  say(
    'tests-with-evaluation',
    'Tests and orthotics with an evaluation',
    'ncci26',
    'chapter XI, section P.8',
    '97750, 97755 and 97763 are not billed with 97161-97168 by one clinician or specialty; nor 97760 and 97761 with 97164 or 97168. A 59 does not help. PT with OT is another matter: the sources differ.',
    {
      f: 'F-NCCI-10 F-NCCI-11',
      c: '97750 97755 97763 97760 97761 97161-97168',
      r: 'pair-not-payable',
      t: 'pairs evaluations',
      x: 'X-22',
    },
  ),
  say(
    'evaluation-by-therapist',
    'Who may evaluate',
    'gen25',
    'pages on the 2025 rule; also uhc',
    'Only a therapist evaluates. Assistants may give group and one-on-one treatment, with CQ or CO where the payer asks.',
    {
      f: 'F-DOC-14',
      c: '97161-97168',
      r: 'evaluation-by-assistant',
      m: 'CQ CO',
      t: 'evaluations staff',
    },
  ),
  say(
    'cognitive-codes',
    '97129 and 97130 go together',
    'cog',
    'AOTA and ASHA; codes since 2020',
    'The first 15 minutes are **97129 x1**, every 15 after are **97130**. Their minutes count as one code. 97130 is never alone.',
    {
      f: 'F-NCCI-14 T-CODES',
      c: '97129 97130 97532 97127 G0515',
      r: 'add-on-without-primary too-many-units code-not-yet-valid deleted-code',
      t: 'codes units',
    },
  ),
  say(
    'cognitive-by-payer',
    '97127 and G0515, 2018 and 2019',
    'cog',
    'AOTA and ASHA, December 2017',
    'In 2018 and 2019 Medicare took **G0515** and other payers **97127**. Both ended with 2019: since then 97129 and 97130. The end of G0515 is general knowledge.',
    {
      f: 'T-DELETED',
      c: '97127 G0515',
      r: 'code-not-for-payer deleted-code',
      p: 'medicare commercial',
      t: 'codes payers',
    },
  ),
  say(
    'orthotic-codes',
    '97760, 97761 and 97763',
    'ncci26',
    'chapter XI, section P.8',
    '97760 (brace or splint) and 97761 (artificial limb) are for the first encounter, 97763 for later ones, since **2018**. All three are timed.',
    {
      f: 'F-NCCI-11 F-8MIN-01',
      c: '97760 97761 97763 97762 97504 97520 97703',
      r: 'pair-not-payable deleted-code code-not-yet-valid',
      t: 'codes',
    },
  ),
  say(
    'deleted-codes',
    'Codes that have ended',
    'encounter',
    'table of deleted codes',
    'A code is billed only for dates before it ended. 97001-97004: to 2016, then 97161-97168. 97532: to 2017. 97762: to 2017, then 97763. 97127, G0515: to 2019, then 97129 and 97130. 90857: to 2012, then 90853 with 90785. Some dates are general knowledge; each code says so.',
    {
      f: 'T-DELETED',
      c: '97001-97006 97532 97127 G0515 97762 97504 97520 97703 95831-95834 90857 90804-90829 99354 99355',
      r: 'deleted-code code-not-yet-valid',
      t: 'codes',
    },
  ),
  say(
    'new-codes',
    'Codes and modifiers with a first day',
    'encounter',
    'code table',
    '97161-97168 from **2017**, 97763 from **2018**, 97129 and 97130 from **2020**. XE, XP, XS, XU from **2015**, CQ and CO from **2020**.',
    {
      f: 'T-DELETED F-NCCI-05 F-MOD-20',
      c: '97161-97168 97763 97129 97130',
      r: 'code-not-yet-valid',
      m: 'XE XP XS XU CQ CO',
      t: 'codes modifiers',
    },
  ),
  say(
    'work-programs',
    '97545 and 97546: work hardening',
    'encounter',
    'code table; general knowledge',
    '97545 is the first 2 hours, 97546 every hour after. Not counted in 15-minute steps. What is said here is general knowledge.',
    { f: 'T-CODES', c: '97545 97546', r: 'add-on-without-primary', t: 'codes' },
  ),
  say(
    'caregiver-training',
    '97550-97552: caregiver training',
    'encounter',
    'code table; general knowledge',
    'The patient is not there. 97550 is the first 30 minutes, 97551 every 15 after, 97552 a group of caregivers. What is said here is general knowledge.',
    { f: 'T-CODES', c: '97550-97552', r: 'add-on-without-primary', t: 'codes' },
  ),
  say(
    'unlisted-codes',
    '97039, 97139 and 97799: no code of its own',
    'encounter',
    'code table',
    'Used where no other code fits. They are not counted in 15-minute steps here: state the time and what was done.',
    { f: 'T-CODES', c: '97039 97139 97799', t: 'codes' },
  ),
  say(
    'laser-97037',
    '97037: laser after surgery',
    'encounter',
    'code table; general knowledge',
    'Billed once for each application, not by minutes. What is said here is general knowledge; only its limit of one was seen.',
    { f: 'T-CODES T-LIMITS', c: '97037', r: 'units-over-mue', t: 'codes' },
  ),
  say(
    'test-codes',
    '97750 and 97755: tests with a report',
    'encounter',
    'code table',
    'Timed and one-on-one, with a written report. They are services of their own, and not the examination inside an evaluation.',
    { f: 'T-CODES F-NCCI-10', c: '97750 97755', r: 'pair-not-payable', t: 'codes evaluations' },
  ),
  say(
    'measurements',
    '95851, 95852 and 96125',
    'ptp21',
    'practitioner table',
    'Joint measurements are not billed beside an evaluation, 97530, 97750 or (95851) group: indicator 0. Beside 97140 a modifier opens them. 96125 beside an evaluation needs a modifier.',
    { f: 'T-PAIRS', c: '95851 95852 96125', r: 'pair-not-payable missing-59', t: 'pairs codes' },
  ),
  say(
    'wraps-and-wounds',
    '29581, 29584 and 97602',
    'mon',
    'notice of January 2022; 97602: ptp21',
    'Since **2022** 97140 may stand beside the wraps 29581 and 29584, with a modifier. 97602 beside whirlpool (97022) needs one too.',
    { f: 'F-NCCI-22 T-PAIRS', c: '29581 29584 97602 97022 97140', r: 'missing-59', m: '59', t: 'pairs codes' },
  ),
  say(
    'remote-monitoring',
    '98979, 98984 and 98985',
    'cms-th26',
    'list of codes that can be therapy',
    'From **2026** Medicare treats them as therapy where they are given under a therapy plan.',
    { f: 'F-CODE-03', c: '98979 98984 98985', r: 'discipline-modifier', p: 'medicare', t: 'codes' },
  ),
  say(
    'unknown-codes',
    'Codes this tool does not know',
    'encounter',
    'code table',
    'The table holds outpatient therapy and psychotherapy. Any other code is left unchecked; one that looks like therapy and is not in the table is probably mistyped. The configuration can add codes.',
    { r: 'unknown-code unknown-modifier', t: 'codes modifiers file' },
  ),
];

/** Modifiers other than 59, and staff. */
const modifiers = (): Passage[] => [
  say(
    'discipline-modifiers',
    'GP, GO and GN',
    'paa',
    'CR 10176; also fac2',
    "They name the plan of care: **GP** physical, **GO** occupational, **GN** speech. Medicare wants one on every always-therapy line since **2018**, and never two. Evaluations take their own discipline's.",
    {
      f: 'F-MOD-06 F-MOD-07',
      c: '@one-on-one @attended @group @test @orthotic 97161-97168 @speech @speech-group @speech-evaluation @swallowing 97799 G0281 G0283 97012 97016-97028',
      r: 'discipline-modifier code-not-for-discipline',
      m: 'GP GO GN',
      p: 'medicare',
      t: 'modifiers',
    },
  ),
  say(
    'discipline-modifiers-uhc',
    'GP and GO for UnitedHealthcare',
    'uhc',
    'commercial policy',
    'Its commercial plans want GP or GO on always-therapy codes from **1 July 2020**.',
    { f: 'F-MOD-08 F-PAY-04', r: 'discipline-modifier', m: 'GP GO', p: 'commercial', t: 'modifiers payers' },
  ),
  say(
    'assistant-modifiers',
    'CQ and CO: given by an assistant',
    'cms-th26',
    'section on assistants; also cms-cq',
    "**CQ** (PT) or **CO** (OT), beside GP or GO, where the assistant's own minutes pass **10 percent** of a unit, or of the whole untimed service. From 2020; paid at 85 percent from 2022. Both working together the whole time: none.",
    {
      f: 'F-MOD-20 F-MOD-21 F-DOC-14',
      c: '97150 @one-on-one @attended',
      r: 'assistant-modifier evaluation-by-assistant code-not-yet-valid',
      m: 'CQ CO',
      p: 'medicare tricare',
      t: 'modifiers staff money',
    },
  ),
  say(
    'assistant-last-unit',
    'CQ and CO: the last unit',
    'cms-th26',
    'section on assistants',
    'One unit left, and the therapist alone gave **8 minutes** or more of it: no CQ or CO. Two units of one code left, 9 to 14 minutes by each, 23 to 28 together: one with, one without. Whole 15s by one person go to that person first.',
    {
      f: 'F-MOD-22 F-MOD-23 F-MOD-24',
      c: '@one-on-one @attended',
      r: 'assistant-modifier',
      m: 'CQ CO',
      p: 'medicare tricare',
      t: 'modifiers units staff',
    },
  ),
  say(
    'kx',
    'KX: above the yearly amount',
    'cms-th26',
    'section on yearly amounts; also nor4',
    'PT and speech together, and OT apart: **2,480 dollars in 2026** (2025: 2,410; 2024: 2,330; 2023: 2,230; 2022: 2,150; 2021: 2,110). Above it a line without KX is denied; above 3,000 it may be reviewed. The file holds no amounts, so this tool does not judge KX.',
    { f: 'F-MOD-30 F-MOD-31', m: 'KX', p: 'medicare', t: 'modifiers money', x: 'X-08' },
  ),
  say(
    'telehealth-modifiers',
    '95 and GT: telehealth',
    'cms-tel26',
    'list for 2026; also cms-th26',
    "**95** marks live picture and sound. Medicare's 2026 list holds 90785, 90832-90838, 90846, 90847, 90849, 90853, 92507, 92508, 92521-92524 and 92526; therapists may bill so to the end of **2027**. GT is the older form.",
    {
      f: 'F-MOD-40 F-MOD-41',
      c: '90785 90832 90833 90834 90836 90837 90838 90846 90847 90849 90853 92507 92508 92521-92524 92526',
      r: 'telehealth-modifier',
      m: '95 GT 93 GQ',
      p: 'medicare',
      t: 'telehealth modifiers',
      x: 'X-17',
    },
  ),
  say(
    'telehealth-97150',
    'Telehealth and 97150',
    'ptm',
    'telehealth note of 2020',
    'In 2020 telehealth opened for 97150 and other therapy codes. Whether it is open today was not confirmed: check the list of the year.',
    {
      f: 'F-MOD-41',
      c: '97150 97161-97164 97110 97112 97116 97530 97535 97542 97750 97755 97760 97761',
      r: 'telehealth-modifier',
      m: '95',
      t: 'telehealth',
      x: 'X-17',
    },
  ),
  say(
    'modifier-52',
    '52: reduced service',
    'encounter',
    'general knowledge',
    '52 does not make a timed code of under 8 minutes billable, nor a short group. General knowledge; this tool does not judge it.',
    { f: 'F-MOD-50', m: '52 53', t: 'modifiers' },
  ),
  say(
    'repeat-modifiers',
    '76 and 77 do not open a pair',
    'ncci26',
    'chapter I, section E',
    'They mark the **same** procedure given again, 76 by the same clinician and 77 by another. For two different codes that were apart: 59 or an X modifier.',
    { f: 'F-MOD-51 F-NCCI-02', r: 'bypass-modifier-misuse duplicate-line', m: '76 77 91', t: 'modifiers' },
  ),
  say(
    'modifier-25',
    '25: a separate visit',
    'ncci26',
    'chapter I, section E',
    'On the **visit** line, where the visit stood for itself beside a procedure of the day. Never on a therapy code; a visit never takes 59.',
    {
      f: 'F-MOD-70 T-PAIRS',
      c: '99202-99215 @manipulation @evaluation 90846 90847 90849 90853',
      r: 'missing-25 bypass-modifier-misuse',
      m: '25 24 57 27',
      t: 'modifiers pairs',
    },
  ),
  say(
    'modifier-hq',
    'HQ: group setting',
    'wellnotes',
    'page on 90853',
    'Some Medicaid programs want HQ on group services. Medicare and most commercial plans do not. One source; this tool does not judge it.',
    { f: 'F-MOD-80', c: '90853', m: 'HQ', p: 'medicaid', t: 'modifiers payers group' },
  ),
  say(
    'other-modifiers',
    'Modifiers that are known and not judged',
    'encounter',
    'general knowledge',
    '22, 26, 32, 33, 50, 51, 62, 66, 80-82, 90, 92, 96, 97, 99 and TC are real modifiers that no rule here reads.',
    {
      f: 'T-MODIFIERS',
      r: 'unknown-modifier',
      m: '22 23 26 32 33 47 50 51 54 55 56 62 63 66 73 74 80 81 82 90 92 96 97 99 TC',
      t: 'modifiers',
    },
  ),
  say(
    'aides',
    "An aide's minutes do not count",
    'nor2',
    'therapy students and aides',
    "An aide's minutes are never skilled treatment and earn no units.",
    {
      f: 'F-DOC-12 F-PAY-03',
      c: '@one-on-one @attended 97150',
      r: 'aide-time',
      p: 'medicare tricare',
      t: 'staff units',
    },
  ),
  say(
    'students',
    'Students',
    'thc-s',
    'Medicare services and students; also ptc-s',
    "Part B pays for the therapist, not the student. The therapist directs, never leaves the room, and treats **nobody else** meanwhile. A student may be there in the therapist's group.",
    { f: 'F-DOC-13', c: '@one-on-one 97150', r: 'aide-time', p: 'medicare', t: 'staff' },
  ),
];

/** Speech. */
const speech = (): Passage[] => [
  say(
    'speech-one-unit',
    '92507 and 92508: one a date',
    'ncci26',
    'chapter I, section A',
    'Paid by the session: **x1** a date, never in 15-minute steps. 92507 is for one patient, 92508 for a group.',
    { f: 'F-8MIN-14', c: '92507 92508', r: 'untimed-units', t: 'speech units' },
  ),
  say(
    'speech-with-therapy-codes',
    'Speech codes with 97110, 97112, 97150, 97530',
    'ncci26',
    'chapter XI, section H.2',
    'A speech-language pathologist does not bill 97110, 97112, 97150 or 97530 as parts of 92507, 92508 or 92526.',
    {
      f: 'F-NCCI-13',
      c: '92507 92508 92526 97110 97112 97150 97530',
      r: 'pair-not-payable missing-59',
      t: 'speech pairs',
    },
  ),
  say(
    'speech-with-cognitive',
    'Speech codes with 97129, 97130, 97533',
    'ncci26',
    'chapter XI, section H.3',
    'Not by one clinician on one date, 59 or not. A speech and an occupational therapist may, with a modifier.',
    {
      f: 'F-NCCI-14',
      c: '92507 92508 97129 97130 97533',
      r: 'pair-not-payable missing-59',
      t: 'speech pairs',
    },
  ),
  say(
    'swallowing',
    '92526: swallowing treatment',
    'ncci26',
    'chapter XI, section H.4',
    '**x1** a date. Never with G0283 by one provider. Where swallowing is treated in a group it is not 92508.',
    { f: 'F-NCCI-15 F-NCCI-13', c: '92526 G0283 92508', r: 'pair-not-payable untimed-units', t: 'speech pairs' },
  ),
  say(
    'speech-evaluations',
    'Speech evaluations take GN',
    'paa',
    'CR 10176; also fac2',
    '92521-92524, 92597 and 92607 take **GN**. They are untimed here.',
    {
      f: 'F-MOD-06',
      c: '@speech-evaluation',
      r: 'discipline-modifier code-not-for-discipline',
      m: 'GN',
      t: 'speech evaluations',
    },
  ),
  say(
    'canalith',
    '95992: treatment for vertigo',
    'ncci26',
    'chapter XI, section H.8',
    '**x1** a day. It holds the 97110, 97112, 97140 and 97530 that belong to it; only such a service for something else may stand beside it, with a modifier.',
    {
      f: 'F-NCCI-16',
      c: '95992 97110 97112 97140 97530',
      r: 'missing-59 untimed-units',
      m: '59',
      t: 'pairs codes',
    },
  ),
];

/** Chiropractic. */
const chiropractic = (): Passage[] => [
  say(
    'chiropractic-medicare',
    'What Medicare pays a chiropractor',
    'ngs-c',
    'chiropractic services',
    'Only **98940-98942 with AT**. All else, 97110 and 97150 too, is not covered: **GY**, or GX with a voluntary notice.',
    {
      f: 'F-PAY-11 F-MOD-60 F-MOD-61',
      c: '98940-98943 97110 97112 97124 97140 97150 97010 97012 97014 97032 97035',
      r: 'chiropractic-modifier',
      m: 'AT GY GX GA GZ',
      p: 'medicare',
      t: 'chiropractic payers',
    },
  ),
  say(
    'modifier-at',
    'AT: active treatment',
    'ngs-c',
    'chiropractic services; AT with GA: pal-c',
    'On 98940-98942 where the treatment is active, not maintenance. Not beside GA on one line (from 1 November 2015), and on no other code.',
    {
      f: 'F-MOD-60',
      c: '98940-98942',
      r: 'chiropractic-modifier',
      m: 'AT GA',
      p: 'medicare',
      t: 'chiropractic modifiers',
    },
  ),
  say(
    'manipulation-region',
    'Manipulation and hands-on work: other regions',
    'ncci26',
    'chapter XI, section S',
    '98940-98942 with 97112, 97124 or 97140 only in **different regions**, with 59 or XS. In the same region nothing helps. Write the region down.',
    {
      f: 'F-NCCI-12 F-MOD-04',
      c: '98940-98942 97112 97124 97140',
      r: 'manipulation-same-region',
      m: '59 XS',
      t: 'chiropractic pairs',
    },
  ),
  say(
    'code-families-by-discipline',
    'Which discipline bills what',
    'encounter',
    'code table',
    'Evaluations belong to their own discipline: 97161-97164 PT, 97165-97168 OT, 92521-92524 speech. Psychotherapy is behavioral health, manipulation is chiropractic.',
    {
      f: 'F-MOD-06 T-CODES',
      c: '97161-97168 92521-92524 @psychotherapy @manipulation',
      r: 'code-not-for-discipline',
      t: 'codes',
    },
  ),
];

/** Psychotherapy. */
const psychotherapy = (): Passage[] => [
  say(
    'psych-group-what',
    '90853: group psychotherapy',
    'psych-90853',
    'Understanding the code',
    'Psychotherapy for a group of patients, as a rule unrelated, with like problems. It is not family therapy: that is 90846 and 90847, and several families together are 90849.',
    {
      s: 'P01 P02',
      f: 'F-PSY-04',
      c: '90853 90846 90847 90849',
      r: 'not-a-group-procedure group-code-one-on-one',
      t: 'psychotherapy group codes',
    },
  ),
  say(
    'psych-group-size',
    '90853: any size, 6 to 12 works best',
    'psych-90853',
    'Understanding the code',
    "Any group size can be coded; **6 to 12** members work best. One Medicare contractor's policy stops at **12** and wants the number in the record.",
    {
      s: 'P03',
      f: 'F-PSY-03',
      c: '90853',
      r: 'psychotherapy-group-size group-size-missing',
      t: 'psychotherapy group',
      x: 'X-05',
    },
  ),
  say(
    'psych-notes',
    "90853: each member's own note",
    'psych-90853',
    'Documentation Requirements',
    'A note tells what this member did and what the group did. It is never copied to all.',
    {
      s: 'P04',
      f: 'F-PSY-11',
      c: '90853',
      r: 'identical-notes group-note-missing cloned-note',
      t: 'psychotherapy notes',
    },
  ),
  say(
    'psych-note-parts',
    '90853: what a note holds',
    'psych-90853',
    'Documentation Requirements',
    "Part and response, techniques used, progress to own goals, the group's dynamics, and the plan.",
    { s: 'P05', f: 'F-PSY-11', c: '90853', r: 'group-note-incomplete', t: 'psychotherapy notes' },
  ),
  say(
    'psych-payment',
    '90853: usual payment',
    'psych-90853',
    'Understanding Reimbursement',
    'A session brings **30 to 65 US dollars** for each member; region and payer decide.',
    { s: 'P06', c: '90853', t: 'psychotherapy money', edition: '2024' },
  ),
  say(
    'psych-payer-limits',
    '90853: what payers may ask',
    'psych-90853',
    'Understanding Reimbursement; Compliance Tips',
    'A payer may limit how many members it pays for, or want a certain diagnosis or approval beforehand. Read its terms again from time to time.',
    { s: 'P07 P14', c: '90853', r: 'psychotherapy-group-size dx-missing', t: 'psychotherapy payers' },
  ),
  say(
    'psych-members',
    '90853: choosing and leading',
    'psych-90853',
    'Clinical Best Practices',
    'Screen and prepare members, and mind who is put together. Clear rules, structure with room to move, and regular assessment.',
    { s: 'P08 P09', c: '90853', t: 'psychotherapy planning' },
  ),
  say(
    'psych-attendance-records',
    '90853: time, attendance, size',
    'psych-90853',
    'Compliance Tips',
    'Keep records of time and attendance, and of the size and make-up of the group.',
    {
      s: 'P10 P13',
      f: 'F-PSY-03 F-PSY-12',
      c: '90853',
      r: 'group-size-missing group-size-mismatch times-not-recorded',
      t: 'psychotherapy notes times',
    },
  ),
  say(
    'psych-plan-and-need',
    '90853: plan and need, for each member',
    'psych-90853',
    'Compliance Tips',
    'Each member has an individual plan that speaks for a group, and a record of why the care was needed.',
    { s: 'P11 P12', c: '90853', r: 'group-goal-missing dx-missing', t: 'psychotherapy notes' },
  ),
  say(
    'psych-telehealth',
    'Telehealth and group psychotherapy',
    'psych-90853',
    'The Future of Group Therapy',
    "Telehealth makes groups easier to reach. 90853 is on Medicare's 2026 list.",
    { s: 'P15', f: 'F-MOD-40', c: '90853', r: 'telehealth-modifier', m: '95', t: 'psychotherapy telehealth' },
  ),
  say(
    'psych-group-unit',
    '90853: one for each patient and date',
    'ncci26',
    'chapter XI, section V.5; also aapc-p1',
    '**90853 x1** for each patient and date, each on an own claim, however long. It has no time in it; usual sessions are 45 to 60 minutes. An outpatient facility may bill one for each separate session.',
    {
      f: 'F-PSY-01 F-PSY-02 F-MUE-04',
      c: '90853 90849',
      r: 'group-units',
      t: 'psychotherapy units',
    },
  ),
  say(
    'psych-same-day',
    'Group and individual psychotherapy on one date',
    'aapc-p1',
    'quiz answers; also sc-p and ptp21',
    'Allowed with **59** or **XE** on the individual or family code, where they had their own times. Some payers refuse both on one date.',
    {
      f: 'F-PSY-06 F-NCCI-24 F-NCCI-25',
      c: '90853 @psychotherapy @psychotherapy-add-on 90845 90846 90847 90849',
      r: 'psychotherapy-same-day missing-59 group-overlaps-individual',
      m: '59 XE',
      t: 'psychotherapy pairs modifiers',
      x: 'X-18',
    },
  ),
  say(
    'psych-times',
    'Individual psychotherapy: minutes',
    'uth',
    'calculating time; also oig',
    '90832: **16-37** min · 90834: **38-52** · 90837: **53 or more**. Beside a visit: 90833, 90836, 90838, the same minutes. Under 16: not billed. Each session has one code of its own.',
    {
      f: 'F-PSY-08',
      c: '90832-90834 90836-90838',
      r: 'psychotherapy-time add-on-without-primary',
      t: 'psychotherapy times units',
    },
  ),
  say(
    'psych-family-times',
    'Family psychotherapy: minutes',
    'ncci26',
    'chapter XI; 26 minutes: trade pages',
    '90846 and 90847 stand for 50 minutes and may be billed from **26**. Some pages want all 50 for Medicare.',
    { f: 'F-PSY-09', c: '90846 90847', r: 'psychotherapy-time', t: 'psychotherapy times', x: 'X-09' },
  ),
  say(
    'psych-family-beside',
    'Family and individual psychotherapy on one date',
    'ncci26',
    'chapter XI, section C',
    '90846 and 90847 may stand beside individual psychotherapy where they had their own time; a modifier opens the pair.',
    {
      f: 'F-NCCI-18',
      c: '90846 90847 @psychotherapy @psychotherapy-add-on',
      r: 'missing-59',
      m: '59 XE',
      t: 'psychotherapy pairs',
    },
  ),
  say(
    'psych-families-together',
    '90849: once for each family',
    'aapc-p2',
    "parents' group question",
    '**90849 x1** for each **family**, not for each person. One source.',
    { f: 'F-PSY-05 F-MUE-04', c: '90849', r: 'group-units', t: 'psychotherapy group units' },
  ),
  say(
    'psych-evaluation',
    '90791 and 90792 stand alone',
    'ncci26',
    'chapter XI, section C',
    'Not with any psychotherapy on the same date: individual, group, family or crisis. A 59 does not help.',
    {
      f: 'F-NCCI-17',
      c: '@psychiatric-evaluation @psychotherapy @psychotherapy-add-on @crisis-psychotherapy @psychoanalysis 90846 90847 90849 90853',
      r: 'pair-not-payable',
      t: 'psychotherapy pairs',
    },
  ),
  say(
    'psych-with-visit',
    'Psychotherapy beside a visit',
    'ncci26',
    'chapter XI, section C; also ptp21',
    'Not 90832, 90834 or 90837 with a visit by one provider. The add-ons **90833, 90836, 90838** go with the visit.',
    {
      f: 'F-NCCI-19',
      c: '90832 90834 90837 90833 90836 90838 99202-99215',
      r: 'pair-not-payable add-on-without-primary',
      t: 'psychotherapy pairs',
    },
  ),
  say(
    'psych-interactive',
    '90785 is never alone',
    'rtw',
    'interactive complexity; also aapc-p1',
    'It goes with 90791, 90792, 90832-90834, 90836-90838 or 90853, and only for members whose communication was hard. Not with crisis codes. With 90846 and 90847 the sources differ.',
    {
      f: 'F-PSY-07',
      c: '90785 90791 90792 90832 90833 90834 90836 90837 90838 90853 90839 90840',
      r: 'add-on-without-primary',
      t: 'psychotherapy codes',
      x: 'X-10',
    },
  ),
  say(
    'psych-crisis',
    '90839 and 90840: crisis',
    'ptp21',
    'practitioner table',
    '90839 is the first 60 minutes, 90840 every 30 after, never without 90839. Other psychotherapy and 90785 are not billed beside them.',
    { f: 'F-PSY-07 F-NCCI-17', c: '90839 90840', r: 'add-on-without-primary pair-not-payable', t: 'psychotherapy' },
  ),
  say(
    'psych-analysis',
    '90845: once a date',
    'ncci26',
    'code text; pairs from ptp21',
    '**90845 x1** a date. Beside 90853 or 90849 it needs a modifier; with an individual code it is not paid.',
    { f: 'F-NCCI-17 T-PAIRS', c: '90845', r: 'pair-not-payable psychotherapy-same-day', t: 'psychotherapy' },
  ),
  say(
    'psych-not',
    'What is not group psychotherapy',
    'aapc-p3',
    'group psychotherapy alert',
    'Socializing, music, outings, art class, shared meals, self-help without a qualified clinician, classes and lectures.',
    { f: 'F-PSY-10 F-PSY-13', c: '90853', t: 'psychotherapy group' },
  ),
  say(
    'psych-audits',
    'What audits found',
    'oig',
    'reports of 2019 and 2020',
    'At one practice 0 of 100 sampled days were right: time was missing for 49 services, and no psychotherapy was shown for 52. At another 111 of 120 claims were wrong.',
    {
      f: 'F-PSY-12',
      c: '90832 90834 90837 90853',
      r: 'times-not-recorded group-note-missing psychotherapy-time',
      t: 'psychotherapy notes money',
    },
  ),
];

/** The record. */
const record = (): Passage[] => [
  say(
    'note-for-each',
    'Each member assessed, each response written',
    'cpt97150-2026',
    'first paragraph',
    "Each member is assessed alone, and each member's response is written down.",
    { s: 'G02', f: 'F-DOC-04', c: '97150', r: 'group-note-missing', t: 'notes group' },
  ),
  say(
    'note-short',
    'A short note, each session',
    'cpt97150-2026',
    'answer on notes',
    'For each member and session: part taken, help needed, something **measured**.',
    { s: 'G14', f: 'F-DOC-04 F-DOC-03', c: '97150', r: 'group-note-missing group-note-incomplete', t: 'notes group' },
  ),
  say(
    'note-model',
    'A model note',
    'cpt97150-2026',
    'model note in four parts',
    '- **S**: what the patient says\n- **O**: minutes, what the group worked on, part taken\n- **A**: change in cues and help needed\n- **P**: how often, and to what end',
    { s: 'G09', f: 'F-DOC-04', c: '97150', r: 'group-note-incomplete', t: 'notes group' },
  ),
  say(
    'note-need',
    'Need, skill, function',
    'cpt97150-2026',
    'line on documentation',
    'The record shows that the care was needed, skilled, and aimed at function. A diagnosis is where that starts.',
    { s: 'G08', f: 'F-DOC-04', c: '97150', r: 'dx-missing', t: 'notes' },
  ),
  say(
    'audit-trigger',
    'What draws an audit',
    'cpt97150-2026',
    'audit trigger',
    "Group billed over and over, with nothing about the group and nothing about each patient's progress.",
    { s: 'G11', f: 'F-DOC-15', c: '97150', r: 'cloned-note identical-notes', t: 'notes group money' },
  ),
  say(
    'denials',
    'Why group claims are denied',
    'cpt97150-2026',
    'answer on denials',
    'No note for each patient, no clear aim for the group, or too many units.',
    {
      s: 'G17',
      f: 'F-DOC-15',
      c: '97150',
      r: 'group-goal-missing group-note-missing duplicate-line group-units',
      t: 'notes money group',
    },
  ),
  say(
    'note-parts-therapist',
    'What the record of a group holds',
    'theraplatform',
    'Components of the code',
    'Client, services, what the therapist did, part taken, progress, why the care was needed, and why in a group.',
    { s: 'T06', f: 'F-DOC-04', c: '97150', r: 'group-note-incomplete group-goal-missing dx-missing', t: 'notes group' },
  ),
  say(
    'pitfall-thin-notes',
    'Pitfall: thin records',
    'theraplatform',
    'Common billing pitfalls',
    "Use set forms for evaluation, daily note, progress and discharge. Know the payer's rules on frequency and modifiers.",
    { s: 'T07', c: '97150', r: 'group-note-incomplete group-note-missing', t: 'notes payers' },
  ),
  say(
    'pitfall-times',
    'Pitfall: uneven times',
    'theraplatform',
    'Common billing pitfalls',
    'Write **start and end times**, and count units with care. Medicare itself asks only for total minutes, but separate times are what proves group and one-on-one apart.',
    {
      s: 'T08',
      f: 'F-DOC-02 F-DOC-05',
      c: '97150 @one-on-one',
      r: 'times-not-recorded end-before-start impossible-time impossible-date billed-not-performed future-date',
      t: 'times notes',
    },
  ),
  say(
    'pitfall-all-alike',
    'Pitfall: records all alike',
    'theraplatform',
    'Common billing pitfalls',
    "Show each client's progress, part and needs, and keep an individual plan.",
    { s: 'T10', c: '97150', r: 'identical-notes cloned-note', t: 'notes group' },
  ),
  say(
    'after-the-session',
    'After the session',
    'theraplatform',
    'planning, step by step',
    'A note for each member, a look back at the session, and a plan for the next.',
    { s: 'T15', c: '97150', r: 'group-note-missing group-note-incomplete', t: 'notes planning' },
  ),
  say(
    'treatment-note-medicare',
    'What Medicare wants in a treatment note',
    'bpm15',
    'section 220.3',
    'The date; each intervention, billed or not; total **timed** minutes; total treatment minutes; signature and credentials; who took part in giving it. Minutes of each intervention are not asked for, but units must agree with the total.',
    {
      f: 'F-DOC-01 F-DOC-02 F-DOC-03',
      c: '@one-on-one @attended 97150',
      r: 'times-not-recorded billed-not-performed performed-not-billed',
      p: 'medicare',
      t: 'notes times',
    },
  ),
  say(
    'plan-of-care',
    'Plan of care and progress report',
    'gen25',
    'pages on the 2025 rule',
    'Certified within **30 days**, again by **90**. From 2025 a signed order, and proof of sending the plan in time, may replace the first signature. A progress report every 10 treatment days is general knowledge. This tool does not judge plans.',
    { f: 'F-DOC-11 F-DOC-17 F-DOC-18', p: 'medicare', t: 'notes' },
  ),
  say(
    'denial-codes',
    'Denial codes seen',
    'deny',
    'pages on denial codes',
    '**4** modifier missing or wrong · **18** duplicate · **50** not needed · **97** held in another service · **119** yearly maximum · **236** code pair.',
    { f: 'F-DOC-16', r: 'missing-59 duplicate-line discipline-modifier pair-not-payable', t: 'money payers' },
  ),
];

/** Planning and running a group. */
const planning = (): Passage[] => [
  say(
    'plan-goals',
    'Build a group on goals',
    'cpt97150-2026',
    'answer on planning',
    'Clear goals, results that can be measured, and patients who fit.',
    { s: 'G18', c: '97150', r: 'group-goal-missing', t: 'planning group' },
  ),
  say(
    'plan-steps',
    'Plan the group: 2 to 6 works best',
    'theraplatform',
    'planning, step by step',
    'Assess needs, write a plan for each client, and choose size, shape and purpose. **2 to 6** clients to a therapist works best; it is advice, not a limit.',
    { s: 'T12', f: 'F-DOC-09', c: '97150', r: 'group-size', t: 'planning group', x: 'X-05' },
  ),
  say(
    'plan-members',
    'Who goes together',
    'theraplatform',
    'planning, step by step; common challenges',
    'Go by age, goals, how people get on, and level of function and development. A group does not suit everybody: screen first.',
    { s: 'T13 T19', c: '97150', t: 'planning group' },
  ),
  say(
    'plan-session',
    'A start, a middle, an end',
    'theraplatform',
    'planning, step by step',
    'Open, work on the main activity, and end with a look back. Prepare goals, activities and materials.',
    { s: 'T14', c: '97150', t: 'planning' },
  ),
  say(
    'plan-dynamics',
    'Keeping a group together',
    'theraplatform',
    'managing group dynamics',
    'Ground rules, open talk, quick and fair settling of conflict, and drawing everybody in.',
    { s: 'T16', c: '97150 90853', t: 'planning group' },
  ),
  say(
    'plan-individual-attention',
    'Each client inside the group',
    'theraplatform',
    'individual attention in a group',
    'Own goals, feedback, changes to the activity, and a record for each. Feedback to one member in passing is still group time.',
    {
      s: 'T17',
      c: '97150',
      r: 'group-goal-missing identical-notes group-overlaps-individual',
      t: 'planning group notes',
    },
  ),
  say(
    'plan-ethics',
    'Consent, privacy, training',
    'theraplatform',
    'ethical practice',
    'Signed confidentiality and consent on file, records kept safe, leaders who are trained. Encounter files need ids, not names.',
    { s: 'T18', c: '97150', t: 'planning notes' },
  ),
  say(
    'plan-technology',
    'Telehealth and devices',
    'theraplatform',
    'future trends',
    'Telehealth, worn devices and virtual reality may reach more people.',
    { s: 'T20', c: '97150', r: 'telehealth-modifier', t: 'telehealth planning', x: 'X-17' },
  ),
];

/** Payers and states. */
const payers = (): Passage[] => [
  say(
    'leader-by-payer',
    'Who may lead, payer by payer',
    'cpt97150-2026',
    'answer on who may lead',
    'Some payers take a trained **assistant** under supervision, some only a licensed clinician.',
    {
      s: 'G15',
      f: 'F-DOC-14',
      c: '97150',
      r: 'assistant-modifier aide-time',
      m: 'CQ CO',
      t: 'payers staff group',
      x: 'X-06',
    },
  ),
  say(
    'payment-by-payer',
    'Payment, payer by payer',
    'cpt97150-2026',
    'answer on payment',
    "Some payers pay groups at another rate, limit the units, or refuse the code. Set a payer's limits in the configuration.",
    { s: 'G16', f: 'F-PAY-10', c: '97150', r: 'group-units units-over-mue', t: 'payers money group' },
  ),
  say(
    'arizona',
    'Arizona',
    'cpt97150-2026',
    'note on Arizona',
    '**Noridian** is the Medicare contractor. Look up local policy, local rates and Medicaid. Medicaid adults: 15 PT and 15 OT visits a year to restore, and 15 and 15 to gain a skill (one source for the visits).',
    { s: 'G12', f: 'F-PAY-09', c: '97150', p: 'medicare medicaid', t: 'states payers' },
  ),
  say(
    'state-rules',
    'State rules',
    'cpt97150-2026',
    'note on Arizona',
    'A state may have group therapy rules of its own: ask its Medicaid office.',
    { s: 'G13', c: '97150', p: 'medicaid', t: 'states payers' },
  ),
  say(
    'payer-medicare',
    'Medicare',
    'cms-th26',
    'Therapy Services, 2026',
    'Pools minutes by the **8-minute rule**. Wants GP, GO or GN, CQ or CO for assistants, KX above the yearly amount, and G0283 for 97014. Code pairs and unit limits bind. Medicare Advantage as a rule follows; ask the plan.',
    {
      f: 'F-PAY-01 F-PAY-02',
      p: 'medicare',
      r: 'discipline-modifier assistant-modifier code-not-for-payer too-many-units',
      t: 'payers',
    },
  ),
  say(
    'payer-tricare',
    'TRICARE',
    'tri',
    'notices of April 2020',
    'Follows Medicare where it can. Assistants from **16 April 2020**, with CQ or CO; aides never. The 8-minute rule rests on one source, so a count that only it denies is a warning.',
    { f: 'F-PAY-03 F-AMA-04', p: 'tricare', r: 'assistant-modifier aide-time too-many-units', t: 'payers' },
  ),
  say(
    'payer-medicaid',
    'Medicaid',
    'mueq1-26',
    'practitioner file; state rules differ',
    'Code pairs and unit limits bind. Each state has its own rules; that it pools minutes is assumed here. Set `units` where you know better.',
    {
      f: 'F-PAY-08 F-PAY-09 F-MUE-02 F-MOD-80',
      p: 'medicaid',
      r: 'units-over-mue too-many-units co-treatment-units',
      t: 'payers states',
    },
  ),
  say(
    'payer-commercial',
    'Commercial plans',
    'wpt',
    '8-minute rule compared; single plans: uhc, d3r, ptm',
    'No national edit binds them by itself, though many use the same ones. The **midpoint** rule is assumed: set `units` where the plan pools. Some cap the units of a day, limit 97150, or refuse it.',
    {
      f: 'F-AMA-04 F-PAY-04 F-PAY-05 F-PAY-06 F-PAY-07 F-PAY-10',
      p: 'commercial',
      r: 'too-many-units commercial-pair missing-payer',
      t: 'payers',
    },
  ),
  say(
    'payer-workers-comp',
    "Workers' compensation",
    'encounter',
    'assumed; no source',
    'Each state and carrier has its own rules. The **midpoint** rule is assumed, and no national edit binds by itself.',
    { f: 'F-AMA-04', p: 'workers-comp', r: 'too-many-units', t: 'payers states' },
  ),
];

/** What this tool needs to read a file. No coding rule, and no source but the tool itself. */
const file = (): Passage[] => [
  say(
    'file-syntax',
    'A line that cannot be read',
    'encounter',
    'language guide',
    'What stands before the unreadable part is used; what follows it on the line is not. The other lines are read as ever.',
    { r: 'syntax unknown-field duplicate-field line-in-note', t: 'file' },
  ),
  say(
    'file-ignores',
    'Silencing a rule',
    'encounter',
    'language guide',
    '`# ignore RULE: reason` silences a rule on its line or the next. It needs a reason, and says so when it silences nothing.',
    { r: 'unused-ignore ignore-without-reason', t: 'file' },
  ),
  say(
    'file-who-and-payer',
    'Clinician and payer',
    'encounter',
    'language guide',
    'Without `clinician` no one can be seen in two places at once. Without `payer` a day is judged as for a plan that no national edit binds.',
    { r: 'missing-clinician missing-payer', t: 'file payers' },
  ),
  say(
    'file-dates',
    'Dates and times',
    'encounter',
    'language guide',
    'A session ends after it starts, on the same day. Nothing is billed for a day ahead.',
    { r: 'end-before-start impossible-time impossible-date future-date', t: 'file times' },
  ),
];

/** Every passage. */
export const PASSAGES: readonly Passage[] = [
  ...group(),
  ...sameDay(),
  ...units(),
  ...pairs(),
  ...codePassages(),
  ...modifiers(),
  ...speech(),
  ...chiropractic(),
  ...psychotherapy(),
  ...record(),
  ...planning(),
  ...payers(),
  ...file(),
];

const BY_ID: ReadonlyMap<string, Passage> = new Map(PASSAGES.map((passage) => [passage.id, passage]));

function index(keys: (passage: Passage) => readonly string[]): ReadonlyMap<string, readonly Passage[]> {
  const map = new Map<string, Passage[]>();
  for (const passage of PASSAGES)
    for (const key of keys(passage)) {
      const found = map.get(key);
      if (found) found.push(passage);
      else map.set(key, [passage]);
    }
  return map;
}

const BY_CODE = index((passage) => passage.codes);
const BY_RULE = index((passage) => passage.rules);
const BY_MODIFIER = index((passage) => passage.modifiers);
const BY_PAYER = index((passage) => passage.payers);
const BY_STATEMENT = index((passage) => passage.statements);
const BY_FACT = index((passage) => passage.facts);
const NONE: readonly Passage[] = [];

/** The passage with an id. */
export const lookUpPassage = (id: string): Passage | undefined => BY_ID.get(id);
/** The passages that speak to a code, in the order of the book. */
export const passagesForCode = (code: string): readonly Passage[] => BY_CODE.get(code) ?? NONE;
/** The passages that speak to a rule. */
export const passagesForRule = (rule: string): readonly Passage[] => BY_RULE.get(rule) ?? NONE;
/** The passages that speak to a modifier. */
export const passagesForModifier = (modifier: string): readonly Passage[] => BY_MODIFIER.get(modifier) ?? NONE;
/** The passages that speak to a built-in payer. */
export const passagesForPayer = (payer: string): readonly Passage[] => BY_PAYER.get(payer) ?? NONE;
/** The passages that carry a statement. */
export const passagesForStatement = (id: string): readonly Passage[] => BY_STATEMENT.get(id) ?? NONE;
/** The passages that rest on a fact. */
export const passagesForFact = (id: string): readonly Passage[] => BY_FACT.get(id) ?? NONE;
