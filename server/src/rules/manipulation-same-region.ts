import { Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import { isBound, type Payer } from '../model/payer';
import { SharedKey } from '../model/shared';
import { addModifierFirst } from './kit/edits';
import { hasTwin } from './kit/lines';
import {
  aboutPairs,
  type DayPair,
  hasUnbornModifier,
  isManipulationPair,
  otherCodes,
  otherLines,
  pairsOf,
  pairsTo,
  pairsWith,
} from './kit/pairs';
import { compareRegions, isSpinal, regionsOf, spinalRegions, standWithin } from './kit/regions';
import type { Fix, PatientDayRule, RuleDocs, Severity } from './kit/rule';
import { list, minutes, units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'manipulation-same-region',
  scope: 'patient-day',
  needs: Is.SpinalManipulation | Is.OneOnOne,
  severity: 'error',
  sources: ['ncci26'],
  statements: [],
  facts: ['F-NCCI-12', 'F-MOD-04'],
  check(day, report) {
    const all = pairsOf(day);
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isManipulationPair(first) || severityOf(first) === undefined) continue;
      const line = first.two;
      if (said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      const pairs = pairsTo(line).filter((found) => isManipulationPair(found) && severityOf(found) !== undefined);
      const worst = pairs.reduce((a, b) => (RANK[severityOf(b)!] < RANK[severityOf(a)!] ? b : a));
      report(line.encounter, line.codePlace(), {
        severity: severityOf(worst)!,
        message: message(line, pairs, worst),
        about: aboutPairs(pairs),
        related: [
          ...otherLines(line, pairs),
          ...[...worst.sessionsOne.slice(0, MOST_RELATED), ...worst.sessionsTwo.slice(0, MOST_RELATED)]
            .filter(hasRegion)
            .map((session) => ({
              home: session.encounter.home,
              place: session.codePlace(),
              message: `${session.code!.text}: region "${session.region!}"`,
            })),
        ],
        fixes: () => fixes(line, pairs),
      });
    }
  },
};

/** No visit has as many. */
const MOST_RELATED = 100;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };
/** The least regions that each code stands for. */
const LEAST: Readonly<Record<string, number>> = { '98940': 1, '98941': 3, '98942': 5 };

const hasRegion = (session: Session): boolean => session.region !== undefined;
const isCut = (session: Session): boolean => session.cut;

type Regions = 'same' | 'different' | 'unclear' | 'not recorded';

const REGIONS = new SharedKey<Map<string, Regions>>();

/** How the regions of the sessions of two codes stand to one another: asked for many lines of a day. */
function regions({ day, one, two, sessionsOne, sessionsTwo }: DayPair): Regions {
  const known = day.shared.of(REGIONS) ?? day.shared.keep(REGIONS, new Map());
  const key = `${one.code!.service} ${two.code!.service}`;
  let found = known.get(key);
  if (!found) {
    const manipulated = regionsOf(sessionsOne);
    const treated = regionsOf(sessionsTwo);
    found = manipulated && treated ? compareRegions(manipulated, treated) : 'not recorded';
    known.set(key, found);
  }
  return found;
}

interface InRegion {
  readonly in: number;
  readonly away: number;
}

const IN_REGION = new SharedKey<Map<Payer, Map<string, InRegion | undefined>>>();

/**
 * Minutes of the second code in a region of the manipulation and away from it, where more units are billed than those
 * away can give in any way of counting; `undefined` where that is not so, or the record does not tell.
 */
function billedInRegion(found: DayPair): InRegion | undefined {
  const { day, one, two } = found;
  const known = day.shared.of(IN_REGION) ?? day.shared.keep(IN_REGION, new Map());
  let byPayer = known.get(two.encounter.payer);
  if (!byPayer) {
    byPayer = new Map();
    known.set(two.encounter.payer, byPayer);
  }
  const key = `${one.code!.service} ${two.code!.service}`;
  // Asked for many lines of a day.
  if (!byPayer.has(key)) byPayer.set(key, countInRegion(found));
  return byPayer.get(key);
}

function countInRegion({ day, two, sessionsOne, sessionsTwo }: DayPair): InRegion | undefined {
  const manipulated = regionsOf(sessionsOne);
  if (!manipulated || !(two.code!.is & Is.Timed)) return undefined;
  const given = { in: 0, away: 0 };
  for (const session of sessionsTwo) {
    const own = regionsOf([session]);
    if (!own || session.minutes < 0 || isCut(session)) return undefined;
    given[standWithin(own, manipulated) ? 'in' : 'away'] += session.minutes;
  }
  let billed = 0;
  for (const line of day.linesOf(two.code!)) if (line.encounter.payer === two.encounter.payer) billed += line.units;
  return given.in > 0 && billed > Math.ceil(given.away / 15) ? given : undefined;
}

/** 59 or an X modifier on either line. */
function isMarked({ one, two }: DayPair): boolean {
  return one.distinct !== undefined || two.distinct !== undefined;
}

function severityOf(found: DayPair): Severity | undefined {
  const marked = isMarked(found);
  if (!found.sameHands) return found.acrossDisciplines && !marked ? 'info' : undefined;
  const recorded = regions(found);
  const { encounter } = found.two;
  if (recorded === 'same' || (marked && recorded === 'unclear' && billedInRegion(found)))
    return isBound(encounter.payer, rule.id) && !encounter.payerUnread ? 'error' : 'warning';
  // An X modifier from before 2015 is said of itself.
  if (!marked) return hasUnbornModifier(found.one) || hasUnbornModifier(found.two) ? undefined : 'warning';
  // XS says of itself that the region is another. What cannot be read on a session line may be its region.
  if (found.one.has('XS') || found.two.has('XS')) return undefined;
  if (recorded === 'not recorded' && !found.sessionsOne.some(isCut) && !found.sessionsTwo.some(isCut)) return 'info';
  return undefined;
}

function message(line: ClaimLine, pairs: readonly DayPair[], worst: DayPair): string {
  const code = line.code!.text;
  const others = list(otherCodes(line, pairs));
  const recorded = regions(worst);
  if (!worst.sameHands)
    return `${code} and spinal manipulation (${others}) are billed by two disciplines on one day: -XS or -59 on ${code} says that the regions differ, where the payer asks for it.`;
  if (recorded === 'same') {
    const region = worst.sessionsTwo.find(hasRegion)!.region!;
    return `${code} and spinal manipulation (${others}) are both recorded for "${region}": in one region ${code} is part of the manipulation${isMarked(worst) ? `, and ${(worst.two.distinct ?? worst.one.distinct)!.text} is not true` : ''}. Bill ${others} alone, or correct the region.`;
  }
  const part = isMarked(worst) && recorded === 'unclear' ? billedInRegion(worst) : undefined;
  if (part)
    return `${code}: ${minutes(part.in)} are recorded for a region of the spinal manipulation (${others}) and are part of it; ${part.away} min elsewhere give ${units(Math.ceil(part.away / 15))} at most. Bill what was given elsewhere, or correct the region.`;
  if (isMarked(worst))
    return `-${(worst.two.distinct ?? worst.one.distinct)!.text} says that ${code} was given away from the manipulation (${others}), but no region is recorded for ${unnamed(worst)}. Record it: region "…".`;
  const where =
    recorded === 'not recorded' ? `record the region of ${unnamed(worst)}, and` : 'where the regions differ,';
  return `${code} beside spinal manipulation (${others}) is paid only for another region: ${where} add -XS.`;
}

/** Codes with a session that names no region. */
function unnamed({ one, two, sessionsOne, sessionsTwo }: DayPair): string {
  const codes: string[] = [];
  if (!regionsOf(sessionsOne)) codes.push(one.code!.text);
  if (!regionsOf(sessionsTwo)) codes.push(two.code!.text);
  return list(codes);
}

/** -XS, or -59 before there was one. None where the regions are the same; safe where they are shown to differ. */
function fixes(line: ClaimLine, pairs: readonly DayPair[]): readonly Fix[] {
  if (pairs.some((found) => regions(found) === 'same' || isMarked(found))) return [];
  const modifier = line.encounter.date >= 20150101 ? 'XS' : '59';
  // -59 on its own asks for the regions: record them first.
  if (modifier === '59' && pairs.some((found) => regions(found) === 'not recorded')) return [];
  if (hasTwin(line, [modifier])) return [];
  const others = pairsWith(line).filter((found) => found.pair.indicator === 1 && !pairs.includes(found));
  // XS on the line opens its other pairs too, of which the region proves nothing.
  const proven = others.length === 0 && pairs.every(isProven);
  const title = `Add -${modifier} to ${line.code!.text}`;
  return [
    {
      title: proven ? title : `${title}: you state that it was given to another region than the manipulation`,
      safe: proven,
      edits: [addModifierFirst(line, modifier)],
    },
  ];
}

/**
 * The recorded regions differ. 98941 and 98942 stand for three regions and five: fewer on record leave open which the
 * others were, unless the therapy was given away from the spine.
 */
function isProven(found: DayPair): boolean {
  const { sameHands, one, sessionsOne, sessionsTwo, shown, day } = found;
  if (!sameHands || shown === 'overlapping' || day.unreadSession || regions(found) !== 'different') return false;
  if ([...sessionsOne, ...sessionsTwo].some((session) => session.cut || session.byAide)) return false;
  return (
    spinalRegions(regionsOf(sessionsOne)!) >= (LEAST[one.code!.text] ?? 1) ||
    ![...regionsOf(sessionsTwo)!].some(isSpinal)
  );
}

const DAY = (payer: string, manipulated: string, treated: string) => `payer ${payer}
clinician "D. Novak, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50, M25.511
  09:00-09:10  98940${manipulated}
  09:10-09:25  97140${treated}
`;

export const docs: RuleDocs = {
  title: 'Manual therapy in the manipulated region',
  summary:
    'Spinal manipulation and 97112, 97124 or 97140 on one day, in the same region or with nothing that says otherwise.',
  explanation:
    'Work on muscles and joints in the region that is manipulated is part of the manipulation. 97112, 97124 and 97140 are paid beside 98940-98942 only for another region, which -XS or -59 says. Where some of the minutes are in the region of the manipulation, no more units stand than the others can give. The region is recorded on the session: region "lumbar". The names of one region of the spine are taken as one (neck, cervical, C-spine, C5; low back, lumbar, L4-L5). A region in words that are not known is never taken for another one.',
  cost: 'The therapy code is refused; with a modifier that the record contradicts it is a false claim.',
  fix: 'Record both regions. Where they differ, add -XS; the fix is safe where the recorded regions show it. Where they are the same, bill the manipulation alone.',
  severities:
    'Same region, with -59 or without: error for Medicare, Medicaid and TRICARE, warning for others. No modifier: warning. -59 (or XE, XP, XU) and no region on record: info. Two disciplines: info, and nothing where a modifier is there.',
  bad: [
    {
      title: 'The same region, -59 or not',
      text: `${DAY('medicaid', '  region "lumbar"', '  region "low back"')}  bill 98940 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region error
`,
    },
    {
      title: 'The same for a plan that no edit binds',
      text: `${DAY('commercial', '  region "lumbar"', '  region "lumbar"')}  bill 98940 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region warning
`,
    },
    {
      title: 'Other regions on record, and no modifier',
      text: `${DAY('medicaid', '  region "lumbar"', '  region "right shoulder"')}  bill 98940 x1
  bill 97140 x1
       ^^^^^ manipulation-same-region warning | Add -XS to 97140
`,
      fixed: `${DAY('medicaid', '  region "lumbar"', '  region "right shoulder"')}  bill 98940 x1
  bill 97140-XS x1
`,
    },
    {
      title: 'A modifier, and no region on record',
      text: `${DAY('medicaid', '', '')}  bill 98940 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region info
`,
    },
    {
      title: 'Two units, one of them in the region of the manipulation',
      text: `payer commercial
clinician "D. Klein, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  98940  region "lumbar"
  09:10-09:25  97140  region "neck"
  09:25-09:40  97140  region "lumbar"
  bill 98940 x1
  bill 97140-XS x2
       ^^^^^ manipulation-same-region warning
`,
    },
  ],
  good: [
    {
      title: 'One unit, of the minutes elsewhere',
      text: `payer commercial
clinician "D. Klein, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  98940  region "lumbar"
  09:10-09:25  97140  region "neck"
  09:25-09:40  97140  region "lumbar"
  bill 98940 x1
  bill 97140-XS x1
`,
    },
    {
      title: 'Another region, with -XS',
      text: `${DAY('medicaid', '  region "lumbar"', '  region "right shoulder"')}  bill 98940 x1
  bill 97140-XS x1
`,
    },
  ],
};
