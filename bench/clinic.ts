/**
 * A clinic's encounters, as many as wanted: right by the book, and the same for the same number. They vary as a clinic's do:
 * lengths, codes, payers, one-on-one, in turns, in groups, notes of some length, a few characters beyond ASCII.
 */

import { cmsUnits, midpointUnits } from '../test/support/units';

export interface Session {
  /** Minutes from midnight. */
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** Patients in its group. */
  readonly group: number | undefined;
  /** Written as a length, not as times. */
  readonly asLength: boolean;
}

export interface Line {
  readonly code: string;
  readonly modifiers: readonly string[];
  units: number;
}

export interface Encounter {
  readonly date: string;
  readonly patient: string;
  readonly payer: string;
  readonly clinician: string;
  readonly dx: readonly string[];
  readonly goal: string;
  readonly sessions: readonly Session[];
  readonly lines: readonly Line[];
  readonly notes: Readonly<Record<'S' | 'O' | 'A' | 'P', string>>;
}

export interface ClinicOptions {
  /** Every so many encounters one bills too many units; none are wrong without it. */
  readonly wrongEvery?: number;
  /** Only the first so many of those. */
  readonly wrongAtMost?: number;
}

const TIMED = ['97110', '97112', '97116', '97140', '97530'];
const PAYERS = ['medicare', 'medicare', 'medicare', 'commercial', 'commercial', 'medicaid', 'tricare', 'workers-comp'];
const BY_TOTAL = new Set(['medicare', 'medicaid', 'tricare']);
const DX = ['M54.50', 'M25.561', 'M25.511', 'M62.81', 'R26.2', 'S83.511D', 'Z96.651', 'M75.101', 'G81.91', 'M17.11'];
const CLINICIANS = ['R. Ortiz, PT', 'J. Park, PT', 'M. Díaz, PT', 'A. Novak, PT', 'T. Okafor, PT', 'L. Weber, PT'];
const TASKS = 'stairs balance reach gait grip posture turning squats lifting kneeling carrying bridging'.split(' ');
const SIDES = ['left', 'right', 'both sides', 'the weaker side', 'the operated side'];
const HELP = ['one cue', 'two cues', 'light touch', 'no help', 'a rail', 'a short rest', 'a mirror', 'a step stool'];
const FEEL = ['steadier', 'stiff on waking', 'tired after work', 'better than last week', 'sore by evening', 'rested'];
const DAY_STARTS = 7 * 60 + 30;
const DAY_ENDS = 17 * 60 + 30;
/** The units that a wrong line has: more than any day here supports. */
export const TOO_MANY = 9;

class Chance {
  constructor(private state: number) {}
  below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }
}

export function clinic(count: number, { wrongEvery = 0, wrongAtMost = count }: ClinicOptions = {}): Encounter[] {
  const chance = new Chance(count);
  const encounters: Encounter[] = [];
  const patients = 400 + (count >> 4);
  for (let day = 0; encounters.length < count; day++) {
    // Five days a week from a Monday on.
    const date = new Date(Date.UTC(2022, 0, 3 + Math.floor(day / 5) * 7 + (day % 5))).toISOString().slice(0, 10);
    for (const clinician of CLINICIANS) {
      let at = DAY_STARTS;
      while (at < DAY_ENDS && encounters.length < count) {
        const visits = slot(chance, at, count - encounters.length);
        at = Math.max(...visits.flat().map(({ end }) => end)) + chance.below(8);
        for (const sessions of visits) {
          const patient = `MRN-${10000 + (encounters.length % patients)}`;
          encounters.push(encounterOf(chance, date, clinician, patient, sessions));
        }
      }
    }
  }
  if (wrongEvery > 0) {
    let wrong = 0;
    for (let i = 0; i < count && wrong < wrongAtMost; i += wrongEvery, wrong++)
      encounters[i]!.lines.at(-1)!.units = TOO_MANY;
  }
  return encounters;
}

/** The visits of one stretch of a clinician's day, and the sessions of each. */
function slot(chance: Chance, from: number, atMost: number): Session[][] {
  let at = from;
  const take = (minutes: number, code: string, asLength = false): Session => {
    const start = at;
    at += minutes;
    return { start, end: at, code, group: undefined, asLength };
  };
  const kind = chance.below(12);
  if (kind === 0 && atMost >= 5) {
    const size = 2 + chance.below(4);
    const group: Session = { ...take(20 + chance.below(25), '97150'), group: size };
    return Array.from({ length: size }, () => [group]);
  }
  if (kind === 1 && atMost >= 2) {
    const code = chance.one(TIMED);
    const before = take(10 + chance.below(25), code);
    const group: Session = { ...take(20, '97150'), group: 2 };
    return [
      [before, group],
      [group, take(10 + chance.below(25), code)],
    ];
  }
  if (kind === 2 && atMost >= 2) {
    const code = chance.one(TIMED);
    const [a, b] = [take(10 + chance.below(15), code), take(10 + chance.below(15), code)];
    return [
      [a, take(8 + chance.below(10), code)],
      [b, take(8 + chance.below(10), code)],
    ];
  }
  // Not from the last one on: it would join the two codes that plans differ about.
  const first = chance.below(TIMED.length - 1);
  const codes = [0, 1, 2].slice(0, 1 + chance.below(3)).map((i) => TIMED[(first + i * 2) % TIMED.length]!);
  const sessions = codes.map((code, i) => take(8 + chance.below(30), code, i === 2));
  if (chance.below(4) === 0) sessions.push(take(10, '97016'));
  return [sessions];
}

function encounterOf(chance: Chance, date: string, clinician: string, patient: string, sessions: Session[]): Encounter {
  const payer = chance.one(PAYERS);
  const minutes = new Map<string, number>();
  for (const { code, start, end } of sessions)
    if (TIMED.includes(code)) minutes.set(code, (minutes.get(code) ?? 0) + end - start);
  const inGroup = sessions.some(({ group }) => group !== undefined);
  const lines: Line[] = sessions
    .filter(({ code }) => !TIMED.includes(code))
    .map(({ code }) => ({ code, modifiers: ['GP'], units: 1 }));
  for (const [code, units] of BY_TOTAL.has(payer) ? cmsUnits(minutes) : midpointUnits(minutes))
    if (units > 0) lines.push({ code, modifiers: inGroup ? ['59', 'GP'] : ['GP'], units });
  const n = chance.below(1000);
  // Beyond ASCII here and there, as people type it: a degree, a sign, an accent.
  const bend = chance.below(40) === 0 ? ` Bends to ${60 + (n % 70)}°, strength ≥ 4/5.` : '';
  return {
    date,
    patient,
    payer,
    clinician,
    dx: n % 3 === 0 ? [chance.one(DX), 'R26.89'] : [chance.one(DX)],
    goal: `Do ${chance.one(TASKS)} for ${5 + (n % 40)} minutes without ${chance.one(HELP)}`,
    sessions,
    lines,
    notes: {
      S: `Feels ${chance.one(FEEL)} after ${chance.one(TASKS)} at home; pain ${n % 9} of 10.`,
      O: `${work(chance)} ${work(chance)} Pulse ${60 + (n % 50)} at rest.${bend}`,
      A: `${chance.one(TASKS)} ${n % 2 ? 'up' : 'down'} by ${1 + (n % 7)} since visit ${1 + (n % 19)}, ${chance.one(TASKS)} on ${chance.one(SIDES)} lags by ${n % 31} percent.`,
      P: n % 5 === 0 ? `Add ${chance.one(TASKS)} next time.` : 'Go on as planned.',
    },
  };
}

function work(chance: Chance): string {
  const done = 3 + chance.below(20);
  return `Worked on ${chance.one(TASKS)} and ${chance.one(TASKS)} on ${chance.one(SIDES)} with ${chance.one(HELP)}, ${done} of ${done + chance.below(6)} tries in ${2 + chance.below(9)} minutes.`;
}

/** Where an encounter stands in the file. */
export interface Place {
  /** The line of its header. */
  readonly line: number;
  /** Lines to the next header. */
  readonly lineCount: number;
  /** The units of its last claim line: their line, column and figure. */
  readonly units: { readonly line: number; readonly character: number; readonly written: string };
}

export interface Written {
  readonly text: string;
  /** By number of the encounter. */
  readonly places: readonly Place[];
}

/** The encounters as a file. The clinician is a default, set again where the next one begins. */
export function written(encounters: readonly Encounter[]): Written {
  const lines = ['# One clinic', 'discipline PT', ''];
  const places: Place[] = [];
  let clinician = '';
  for (const encounter of encounters) {
    if (encounter.clinician !== clinician) {
      clinician = encounter.clinician;
      lines.push(`clinician "${clinician}"`, '');
    }
    places.push(placed(encounter, lines));
  }
  return { text: lines.join('\n'), places };
}

function placed(encounter: Encounter, lines: string[]): Place {
  const line = lines.length;
  lines.push(...linesOf(encounter));
  let units = lines.length - 1;
  while (!lines[units]!.startsWith('  bill ')) units--;
  const bill = lines[units]!;
  const character = bill.lastIndexOf('x') + 1;
  return { line, lineCount: lines.length - line, units: { line: units, character, written: bill.slice(character) } };
}

/** One encounter as lines, a blank one behind it. */
export function linesOf({ date, patient, payer, dx, goal, sessions, lines, notes }: Encounter): string[] {
  return [
    `encounter ${date} patient ${patient}`,
    `  payer ${payer}`,
    `  dx ${dx.join(', ')}`,
    `  goal "${goal}"`,
    ...sessions.map(({ start, end, code, group, asLength }) => {
      const when = asLength ? `${end - start} min` : `${clock(start)}-${clock(end)}`;
      return `  ${when.padEnd(11)}  ${code}${group === undefined ? '' : `  group of ${group}`}`;
    }),
    ...lines.map(({ code, modifiers, units }) => `  bill ${[code, ...modifiers].join('-')} x${units}`),
    ...(['S', 'O', 'A', 'P'] as const).map((label) => `  ${label}: ${notes[label]}`),
    '',
  ];
}

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
