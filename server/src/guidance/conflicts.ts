/** Where sources disagree: who says what, what this tool does, and how to change it. Lazily loaded. */

export interface ConflictSide {
  /** Who says it: names of sources as a coder knows them. */
  readonly who: string;
  /** Their ids, where they are sources of ours. */
  readonly sources: readonly string[];
  readonly says: string;
}

export interface Conflict {
  readonly id: string;
  readonly title: string;
  readonly sides: readonly ConflictSide[];
  /** What this tool does. */
  readonly tool: string;
  /** How the coder changes that. */
  readonly change: string;
  readonly rules: readonly string[];
  readonly codes: readonly string[];
}

type Side = readonly [who: string, sources: string, says: string];

function differ(
  id: string,
  title: string,
  sides: readonly Side[],
  tool: string,
  change: string,
  rules: string,
  codes: string,
): Conflict {
  return {
    id,
    title,
    sides: sides.map(([who, sources, says]) => ({ who, sources: sources === '' ? [] : sources.split(' '), says })),
    tool,
    change,
    rules: rules === '' ? [] : rules.split(' '),
    codes: codes === '' ? [] : codes.split(' '),
  };
}

const SILENCE = (rule: string): string =>
  `Under \`rules\`, set \`"${rule}"\` to another severity or \`"off"\`; for one line, write \`# ignore ${rule}: reason\`.`;
const NOTHING = 'There is nothing to set.';

/** Every conflict, in order. */
export const CONFLICTS: readonly Conflict[] = [
  differ(
    'X-01',
    '97150: timed or not',
    [
      ['TheraPlatform', 'theraplatform', 'timed, 15 minutes a unit'],
      [
        'Coding Ahead; the chiropractic advisory',
        'coding-ahead aca-group',
        'untimed; one unit for each patient and date',
      ],
      ['Health Network Solutions, MAAMA, and the unit limit of 1', 'hns maama mueq1-26', 'untimed, or one unit'],
      ['two trade pages', '', 'the 8-minute rule applies to it'],
    ],
    'Untimed: **one unit** for each patient and date. More than one is an error, and 97150 adds no minutes to the total.',
    SILENCE('group-units'),
    'group-units units-over-mue',
    '97150',
  ),
  differ(
    'X-02',
    '97150 and a one-on-one code: which line takes 59',
    [
      ['the 2026 guidance', 'cpt97150-2026', '59, if both are distinct'],
      ['the chiropractic advisory', 'aca-group', 'the one-on-one line'],
      ['CMS scenario 6', 'aapc-f6', 'the group session is billed with 59, and 59 stands for both'],
      ['Medicare since July 2019', 'xif ncci26', 'either line'],
    ],
    'Takes 59, XE or XU on either line, from 1 July 2019. Its own fix puts it on the one-on-one line. Never asks for both.',
    SILENCE('misplaced-59'),
    'missing-59 misplaced-59',
    '97150',
  ),
  differ(
    'X-03',
    'One-on-one codes: how far they run',
    [
      ['the chiropractic advisory, on contact', 'aca-group', '97110-97139'],
      ['the chiropractic advisory, on shared time', 'aca-group', '97110-97542'],
    ],
    'Shared time is judged for 97110-97542. 97150 stands for 97110-97139.',
    NOTHING,
    'same-patient-overlap not-a-group-procedure',
    '97110 97139 97150 97530 97542',
  ),
  differ(
    'X-04',
    'The worked case of group and one-on-one: 45 or 49 minutes',
    [
      ['the chiropractic advisory, first line', 'aca-group', '45 minutes'],
      ['its own parts', 'aca-group', '15, 16 and 18 minutes, which make 49'],
    ],
    'Keeps the answer (97150 x1 and 97110-59 x1 each) and sets the 45 aside.',
    NOTHING,
    'missing-59',
    '97150 97110',
  ),
  differ(
    'X-05',
    'Size of a group',
    [
      ['TheraPlatform', 'theraplatform', '2 to 6 is best'],
      ['Medicare Part B', 'nor3', 'two or more, no upper limit'],
      ['nursing-facility Part A', 'nor3', '2 to 6'],
      ['some local speech policies', 'asha-g', 'up to 4'],
      ['one psychotherapy policy', 'nxg', 'up to 12'],
      ['the article on 90853', 'psych-90853', 'any size; 6 to 12 works best'],
    ],
    'A group of one is always an error. More than 6 (97150) is a remark; more than 12 (90853) a warning for Medicare and a remark for others.',
    "Under `payers`, set a payer's `groupSizeMost` (97150) or `psychotherapyGroupSizeMost` (90853).",
    'group-size psychotherapy-group-size group-code-one-on-one',
    '97150 90853 92508',
  ),
  differ(
    'X-06',
    'Who may lead a group',
    [
      ['Coding Ahead', 'coding-ahead', 'a physician or licensed therapist'],
      ['the 2026 guidance', 'cpt97150-2026', 'some payers take a trained assistant under supervision'],
    ],
    'Takes assistants, with CQ or CO where the payer asks for it.',
    'For a payer that does not ask for CQ or CO: under `payers`, set its `followsByRule` to `"assistant-modifier": "none"`.',
    'assistant-modifier',
    '97150',
  ),
  differ(
    'X-07',
    'How short an episode may be',
    [
      ['the chiropractic advisory', 'aca-group', 'long enough to be skilled treatment; shows 8 and 5 minutes'],
      ['Medicare', '', 'no least length was found'],
    ],
    'A remark on episodes of under 5 minutes. Their minutes count all the same.',
    'Set `briefEpisodeMinutes`: `0` for no remark at all.',
    'brief-episode',
    '',
  ),
  differ(
    'X-08',
    'KX amount of 2026',
    [
      ['CMS', 'cms-th26', '2,480 dollars'],
      ['a code page of 2026', '', 'about 2,330'],
      ['older pages', '', '2,150'],
    ],
    'Shows the amounts of CMS by year. Does not judge KX: the file holds no amounts.',
    NOTHING,
    '',
    '',
  ),
  differ(
    'X-09',
    '90846 and 90847: least minutes',
    [
      ['general rule on time', 'uth', '26 minutes, past the middle of 50'],
      ['some pages, for Medicare', '', 'all 50 minutes'],
    ],
    'Under 26 is an error. 26 to 49 is a remark for Medicare.',
    SILENCE('psychotherapy-time'),
    'psychotherapy-time',
    '90846 90847',
  ),
  differ(
    'X-10',
    '90785 with family psychotherapy',
    [
      ['guide of RT Welter, AAPC', 'rtw aapc-p1', '90846 and 90847 are not in its list'],
      ['two trade pages', '', 'allowed'],
    ],
    '90846 and 90847 do not carry 90785.',
    SILENCE('add-on-without-primary'),
    'add-on-without-primary',
    '90785 90846 90847',
  ),
  differ(
    'X-11',
    '97164 with 97110, 97112 or 97530',
    [
      ['two trade pages', '', '59 is needed'],
      ['the pair table of 2021', 'ptp21', 'no such pair'],
      ['the policy manual', 'ncci26', 'speaks of such pairs in general'],
    ],
    'No 59 is asked for, but from October to December 2020, when the pairs were in force.',
    'Name your own pair file under `edits`.',
    'missing-59 needless-59',
    '97164 97110 97112 97530',
  ),
  differ(
    'X-12',
    '97140 with 97530',
    [
      ['many trade pages', '', '59 is needed'],
      ['Medicare since 2021', 'nhapta thc21', 'the pair has ended'],
      ['some commercial plans', 'wpt', 'still denied'],
    ],
    'Nothing for Medicare after 2020. A remark for commercial plans.',
    SILENCE('commercial-pair'),
    'commercial-pair missing-59',
    '97140 97530',
  ),
  differ(
    'X-13',
    'Unit limit of 97150',
    [
      ['the Medicaid file, first quarter of 2026', 'mueq1-26', '1'],
      ['a sample data set', '', '4'],
    ],
    'The limit is 1.',
    'Name your own file of limits under `unitLimits`.',
    'units-over-mue group-units',
    '97150',
  ),
  differ(
    'X-14',
    'Bounds of the minute table',
    [
      ['the manual and contractors', 'cms fcso ngs1', '8-22, 23-37, 38-52'],
      ['old pages', '', '8-23, 23-38, which overlap'],
    ],
    'Uses 8-22, 23-37, 38-52 and so on.',
    NOTHING,
    'too-many-units too-few-units under-8-minutes',
    '',
  ),
  differ(
    'X-15',
    'Which rule pools minutes',
    [
      ['the manual; WebPT', 'cms wpt', "Medicare's 8-minute rule pools, the midpoint rule does not"],
      ['one trade page', '', 'the other way round'],
    ],
    'The 8-minute rule pools.',
    'Write `units cms` or `units midpoint` in the file, or set `units` for a payer under `payers`.',
    'too-many-units too-few-units under-8-minutes',
    '',
  ),
  differ(
    'X-16',
    '97150 once for each patient, or once for the group',
    [
      ['the chiropractic advisory; Health Network Solutions', 'aca-group hns', 'once for each patient'],
      ['a version of one trade page', '', 'once for the group'],
    ],
    'Once for each patient.',
    NOTHING,
    'group-units',
    '97150',
  ),
  differ(
    'X-17',
    '97150 by telehealth',
    [
      ['association and trade pages of 2020', 'ptm', 'open in 2020'],
      ['one source', '', 'for the emergency only'],
    ],
    'A remark about the modifier only. What is open today was not confirmed: check the list of the year.',
    SILENCE('telehealth-modifier'),
    'telehealth-modifier',
    '97150 97530 97542',
  ),
  differ(
    'X-18',
    'Individual and group psychotherapy on one date',
    [
      ['code pairs', 'aapc-p1 sc-p ptp21', 'allowed with 59 or XE'],
      ['one payer page', '', 'refused'],
    ],
    'Asks for the modifier, and for no more.',
    'For a payer that refuses both: under `payers`, set its `refusesGroupWithIndividual` to `true`.',
    'psychotherapy-same-day',
    '90853 90832 90834 90837',
  ),
  differ(
    'X-19',
    'Contact during a group',
    [
      [
        'TheraPlatform; the chiropractic advisory',
        'theraplatform aca-group',
        'constant attendance, no one-on-one contact asked for',
      ],
      ['one trade page', '', 'skilled supervision without a break, not check-ins'],
    ],
    'Attendance is constant, contact need not be.',
    NOTHING,
    'attendance-missing',
    '97150',
  ),
  differ(
    'X-20',
    '97014: timed or not',
    [
      ['other pages on 97014', 'estim', 'one unit, however long'],
      ['one trade page', '', 'a unit every 15 minutes'],
    ],
    'Untimed: one unit.',
    SILENCE('untimed-units'),
    'untimed-units',
    '97014 G0283',
  ),
  differ(
    'X-21',
    '8 minutes: of what',
    [
      ['the chiropractic advisory', 'aca-group', 'both Medicare and the AMA ask for 8 minutes'],
      ['the two unit rules', 'cms wpt', 'Medicare counts all timed codes together, the AMA each code'],
    ],
    "Both hold. Which one counts is the payer's unit rule.",
    'Write `units cms` or `units midpoint` in the file, or set `units` for a payer under `payers`.',
    'under-8-minutes too-many-units',
    '',
  ),
  differ(
    'X-22',
    '97750, 97755 or 97763 beside an evaluation of another specialty',
    [
      ['the policy manual', 'ncci26', 'a modifier may open it'],
      ['the pair table of 2021', 'ptp21', 'indicator 0: nothing opens it'],
    ],
    'An error for one clinician or one specialty. A remark for two.',
    SILENCE('pair-not-payable'),
    'pair-not-payable',
    '97750 97755 97763 97161 97162 97163 97164 97165 97166 97167 97168',
  ),
];

const BY_ID: ReadonlyMap<string, Conflict> = new Map(CONFLICTS.map((conflict) => [conflict.id, conflict]));

/** The conflict with an id. */
export function lookUpConflict(id: string): Conflict | undefined {
  return BY_ID.get(id);
}

/** The conflicts that speak of a code. */
export function conflictsForCode(code: string): readonly Conflict[] {
  return CONFLICTS.filter((conflict) => conflict.codes.includes(code));
}
