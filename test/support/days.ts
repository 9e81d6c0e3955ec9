/**
 * Clinic days that are right, put together at random: clinicians one after the other with their patients, one-on-one,
 * in turns and in groups, billed by the book. Units are worked out by `units.ts`, not by the checker's own code.
 */

import fc from 'fast-check';
import { cmsUnits, midpointUnits } from './units';

export interface DaySession {
  start: number;
  end: number;
  code: string;
  group?: number;
  clock: boolean;
}
export interface DayLine {
  code: string;
  modifiers: string[];
  units: number;
}
export interface DayEncounter {
  patient: string;
  sessions: DaySession[];
  lines: DayLine[];
  grouped: boolean;
}
export interface ClinicDay {
  date: string;
  payer: 'medicare' | 'commercial';
  clinicians: { name: string; encounters: DayEncounter[] }[];
}

const TIMED = ['97110', '97112', '97116', '97140', '97530'];
/** One-on-one codes that stand beside 97150 with -59. */
const BESIDE_GROUP = ['97110', '97112', '97116', '97140', '97530'];
/** No edit joins these with any other of TIMED. */
const UNTIMED = ['97016', '97010'];

interface Slot {
  kind: 'alone' | 'turns' | 'group' | 'group-and-alone';
  codes: string[];
  minutes: number[];
  size: number;
  untimed: string | undefined;
  gap: number;
}

const slot: fc.Arbitrary<Slot> = fc.record({
  kind: fc.constantFrom('alone', 'alone', 'alone', 'turns', 'group', 'group-and-alone'),
  codes: fc.shuffledSubarray(TIMED, { minLength: 1, maxLength: 3 }),
  minutes: fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 3, maxLength: 3 }),
  size: fc.integer({ min: 2, max: 5 }),
  untimed: fc.option(fc.constantFrom(...UNTIMED), { nil: undefined, freq: 4 }),
  gap: fc.integer({ min: 0, max: 10 }),
});

export const clinicDay: fc.Arbitrary<ClinicDay> = fc
  .record({
    date: fc
      .date({ min: new Date('2022-01-03'), max: new Date('2026-10-30'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
    payer: fc.constantFrom('medicare' as const, 'commercial' as const),
    slots: fc.array(fc.array(slot, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ date, payer, slots }) => {
    let patient = 0;
    const clinicians = slots.map((list, c) => {
      let at = 8 * 60;
      const encounters: DayEncounter[] = [];
      const take = (length: number) => {
        const start = at;
        at += length;
        return { start, end: at };
      };
      const bill = (sessions: DaySession[]): DayLine[] => {
        const minutes = new Map<string, number>();
        for (const s of sessions)
          if (TIMED.includes(s.code) && s.group === undefined)
            minutes.set(s.code, (minutes.get(s.code) ?? 0) + s.end - s.start);
        const grouped = sessions.some((s) => s.group !== undefined);
        const units = payer === 'medicare' ? cmsUnits(minutes) : midpointUnits(minutes);
        const lines: DayLine[] = [];
        for (const [code, n] of units)
          if (n > 0) lines.push({ code, modifiers: grouped ? ['59', 'GP'] : ['GP'], units: n });
        for (const s of sessions) {
          if (s.group !== undefined) lines.push({ code: s.code, modifiers: ['GP'], units: 1 });
          // Packs are not paid apart by Medicare and are left unbilled there.
          else if (UNTIMED.includes(s.code) && !(s.code === '97010' && payer === 'medicare'))
            lines.push({ code: s.code, modifiers: s.code === '97010' ? [] : ['GP'], units: 1 });
        }
        return lines;
      };
      const add = (sessions: DaySession[]) => {
        encounters.push({
          patient: `P${++patient}`,
          sessions,
          lines: bill(sessions),
          grouped: sessions.some((s) => s.group !== undefined),
        });
      };
      for (const s of list) {
        at += s.gap;
        if (at > 19 * 60) break;
        if (s.kind === 'alone') {
          const sessions: DaySession[] = s.codes.map((code, i) => ({
            ...take(s.minutes[i]!),
            code,
            clock: i % 3 !== 2,
          }));
          if (s.untimed) sessions.push({ ...take(10), code: s.untimed, clock: true });
          add(sessions);
        } else if (s.kind === 'turns') {
          const first = [0, 1].map((i) => take(s.minutes[i]!));
          const second = [0, 1].map((i) => take(s.minutes[i]! % 9 === 0 ? 8 : 5 + (s.minutes[i]! % 9)));
          for (const i of [0, 1])
            add([
              { ...first[i]!, code: s.codes[0]!, clock: true },
              { ...second[i]!, code: s.codes[0]!, clock: true },
            ]);
        } else if (s.kind === 'group') {
          const time = take(15 + s.minutes[0]!);
          for (let i = 0; i < s.size; i++) add([{ ...time, code: '97150', group: s.size, clock: true }]);
        } else {
          const beside = BESIDE_GROUP.includes(s.codes[0]!) ? s.codes[0]! : '97110';
          const before = take(s.minutes[0]!);
          const time = take(20);
          const after = take(s.minutes[1]!);
          add([
            { ...before, code: beside, clock: true },
            { ...time, code: '97150', group: 2, clock: true },
          ]);
          add([
            { ...time, code: '97150', group: 2, clock: true },
            { ...after, code: beside, clock: true },
          ]);
        }
      }
      return { name: `Clinician ${c + 1}, PT`, encounters };
    });
    return { date, payer, clinicians };
  });

const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
const NOTES = ['stairs', 'balance', 'reach', 'gait', 'grip', 'posture', 'turning', 'squats', 'lifting', 'kneeling'];
const HELP = ['one cue', 'two cues', 'light touch', 'no help', 'a rail', 'a short rest', 'a mirror', 'a step stool'];

export interface Written {
  text: string;
  /** The line of each session and claim line. */
  lineOf: Map<DaySession | DayLine | DayEncounter, number>;
}

/** The day as a file. */
export function writeDay(day: ClinicDay): Written {
  const lines = [`payer ${day.payer}`, 'discipline PT', ''];
  const lineOf: Written['lineOf'] = new Map();
  let n = 0;
  for (const { name, encounters } of day.clinicians) {
    lines.push(`clinician "${name}"`, '');
    for (const encounter of encounters) {
      n++;
      lineOf.set(encounter, lines.length);
      lines.push(
        `encounter ${day.date} patient ${encounter.patient}`,
        '  dx M54.50',
        `  goal "Goal of ${encounter.patient}"`,
      );
      for (const s of encounter.sessions) {
        lineOf.set(s, lines.length);
        const when = s.clock ? `${clock(s.start)}-${clock(s.end)}` : `${s.end - s.start} min`;
        lines.push(`  ${when}  ${s.code}${s.group ? `  group of ${s.group}` : ''}`);
      }
      for (const line of encounter.lines) {
        lineOf.set(line, lines.length);
        lines.push(`  bill ${line.code}${line.modifiers.map((m) => `-${m}`).join('')} x${line.units}`);
      }
      const about = `${NOTES[n % NOTES.length]} and ${NOTES[(n * 7 + 3) % NOTES.length]}`;
      lines.push(
        `  O: Worked on ${about} with ${HELP[n % HELP.length]}; ${n + 3} of ${n + 5} tries done.`,
        `  A: ${about} steadier than on visit ${n}, by ${n * 2 + 1} points on the scale.`,
        '  P: Go on as planned.',
        '',
      );
    }
  }
  return { text: lines.join('\n'), lineOf };
}
