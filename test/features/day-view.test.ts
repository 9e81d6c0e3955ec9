/** The picture of a day as data: who is on it, what is drawn where, and what is marked. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Workspace } from '../../server/src/engine/workspace';
import { type DayBar, type DayView, dayAt, daysIn, MOST_LANES, type Span } from '../../server/src/features/day-view';
import { type Marked, manyEncounters, withCursor } from '../support/cursor';
import { clinicDay, writeDay } from '../support/days';
import { findingsIn, newWorkspace } from '../support/markers';
import { anyText } from '../support/text';

const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';

function dayOf(files: Parameters<typeof withCursor>[0], shown?: string): DayView {
  return drawn(withCursor(files), shown);
}

function drawn({ workspace, path, line, character }: Marked, shown?: string): DayView {
  workspace.check();
  const day = dayAt(workspace, path, { line, character }, shown);
  assert.ok(day !== undefined && typeof day !== 'string', `a day, not ${day}`);
  return day;
}

const bars = ({ lanes }: DayView) => lanes.flatMap((lane) => lane.bars);
const clock = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
const times = (span: Span | null) => (span ? `${clock(span.start)}-${clock(span.end)}` : '-');
const shortly = ({ code, span, family }: DayBar) => `${times(span)} ${code} ${family}`;

describe('the day at the cursor', () => {
  const two = `${HEAD}
encounter 2026-03-03 patient B
  10:00-10:15  97110

encounter 2026-03-03 patient A
  09:00-09:15  971|10
  09:20-09:30  97035
`;

  it('has a lane a patient, by the time they come, and a bar a session', () => {
    const day = dayOf(two);
    assert.equal(day.giver, 'R. Ortiz, PT');
    assert.equal(day.date, 20260303);
    assert.deepEqual(
      day.lanes.map(({ patient, bars }) => [patient, ...bars.map(shortly)]),
      [
        ['A', '09:00-09:15 97110 timed', '09:20-09:30 97035 attended'],
        ['B', '10:00-10:15 97110 timed'],
      ],
    );
    assert.deepEqual(times(day.extent), '09:00-10:15');
  });

  it('lights the session of the cursor, and its patient', () => {
    const day = dayOf(two);
    assert.deepEqual(day.lit, [day.lanes[0]!.bars[0]!.id]);
    assert.equal(day.litLane, day.lanes[0]!.id);
  });

  it('lights the sessions of a claim line', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A
  09:00-09:08  97110
  09:10-09:20  97140
  09:20-09:30  97110
  bill 97110-GP| x1
`);
    const lit = bars(day).filter(({ id }) => day.lit.includes(id));
    assert.deepEqual(
      lit.map(({ span }) => times(span)),
      ['09:00-09:08', '09:20-09:30'],
    );
  });

  it('leads to the lines', () => {
    const day = dayOf(two);
    const [a, b] = day.lanes;
    assert.deepEqual(a!.place, { uri: 'a.encounter', line: 7, character: 0 });
    assert.deepEqual(a!.bars[1]!.place, { uri: 'a.encounter', line: 9, character: 2 });
    assert.deepEqual(b!.bars[0]!.place, { uri: 'a.encounter', line: 5, character: 2 });
  });

  it('says when the clinician is free', () => {
    const day = dayOf(two);
    assert.deepEqual(day.busy.map(times), ['09:00-09:15', '09:20-09:30', '10:00-10:15']);
    assert.deepEqual(day.gaps.map(times), ['09:15-09:20', '09:30-10:00']);
  });

  it('does not take a modality left running, or an aide, for time of the clinician', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  09:00-09:15  97110
  09:15-09:30  97014
  09:30-09:40  97110  by aide
  09:40-09:50  97110
`);
    assert.deepEqual(day.gaps.map(times), ['09:15-09:40']);
    assert.deepEqual(
      bars(day).map(({ by }) => by?.kind ?? 'own'),
      ['own', 'own', 'aide', 'own'],
    );
  });

  it('stays with whoever is on the screen where a patient has two', () => {
    const both = (cursor: string) => `${HEAD}
encounter 2026-03-03 patient A
  assistant "M. Lee, PTA"
  09:00-09:15  97110  by clinician${cursor === 'clinician' ? '|' : ''}
  09:15-09:30  97140${cursor === 'assistant' ? '|' : ''}
  bill 97110-GP x1${cursor === 'claim' ? '|' : ''}
`;
    assert.equal(dayOf(both('assistant')).giver, 'M. Lee, PTA');
    assert.equal(dayOf(both('clinician'), 'M. Lee, PTA').giver, 'R. Ortiz, PT');
    assert.equal(dayOf(both('claim'), 'M. Lee, PTA').giver, 'M. Lee, PTA');
    assert.equal(dayOf(both('claim'), 'R. Ortiz, PT').giver, 'R. Ortiz, PT');
    assert.equal(dayOf(both('claim'), 'Nobody here').giver, 'R. Ortiz, PT');
  });

  it('draws what others gave the patient, and says who', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A
  09:00-09:15  97110|

clinician "S. Novak, OTR/L"
discipline OT
encounter 2026-03-03 patient A
  09:30-09:45  97530
encounter 2026-03-03 patient B
  10:00-10:15  97530
`);
    assert.deepEqual(
      day.lanes.map(({ patient }) => patient),
      ['A'],
    );
    assert.deepEqual(
      bars(day).map(({ by }) => by),
      [null, { kind: 'person', name: 'S. Novak, OTR/L' }],
    );
    assert.deepEqual(day.busy.map(times), ['09:00-09:15']);
  });

  it('is that of all files judged together', () => {
    const day = dayOf({
      'a.encounter': `${HEAD}\nencounter 2026-03-03 patient A|\n  09:00-09:15  97110\n`,
      'b.encounter': `${HEAD}\nencounter 2026-03-03 patient B\n  09:15-09:30  97110\n`,
    });
    assert.deepEqual(
      day.lanes.map(({ patient, place }) => `${patient} ${place.uri}`),
      ['A a.encounter', 'B b.encounter'],
    );
  });

  it('keeps a session without a clock time, and one that cannot be read', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  15 min  97110
  09:30-09:00  97140
  09:00-09:15  99999
`);
    assert.deepEqual(bars(day).map(shortly), ['09:00-09:15 99999 unknown', '- 97110 timed', '- 97140 timed']);
    assert.deepEqual(
      bars(day).map(({ minutes }) => minutes),
      [15, 15, null],
    );
  });

  it('puts bars that share minutes below one another', () => {
    const [lane] = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  09:00-09:15  97110
  09:00-09:20  97016
  09:15-09:30  97140
`).lanes;
    assert.deepEqual(
      lane!.bars.map(({ code, row }) => `${code} ${row}`),
      ['97110 0', '97016 1', '97140 0'],
    );
    assert.equal(lane!.rows, 2);
  });

  it('joins the sessions of a group', () => {
    const member = (id: string, size: number) => `
encounter 2026-03-03 patient ${id}
  09:00-09:30  97150  group of ${size}  "Balance"
`;
    const day = dayOf(`${HEAD}${member('A', 4)}${member('B', 4)}${member('C', 4)}|`);
    const [group] = day.groups;
    assert.equal(day.groups.length, 1);
    assert.deepEqual(
      group!.bars,
      bars(day).map(({ id }) => id),
    );
    assert.deepEqual([group!.code, times(group!), group!.stated, group!.onFile], ['97150', '09:00-09:30', 4, 3]);
  });

  it('adds up minutes and units: billed, and what the minutes support', () => {
    const figures = (claim: string) =>
      dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  09:00-09:23  97110
  09:23-09:31  97140
  09:31-09:46  97016
${claim}`).lanes[0]!.figures;
    const counted = { minutes: 46, timed: 31, supported: 2 };
    assert.deepEqual(figures(''), { ...counted, billing: 'none', billed: 0, billedUntimed: 0 });
    assert.deepEqual(figures('  bill 97110-GP x2\n  bill 97140-GP x1\n  bill 97016-GP x1\n'), {
      ...counted,
      billing: 'read',
      billed: 3,
      billedUntimed: 1,
    });
    assert.equal(figures('  bill 97110-GP xx\n').billing, 'unread');
  });

  it('says no units where a time cannot be read', () => {
    const [lane] = dayOf(`${HEAD}\nencounter 2026-03-03 patient A|\n  09:00-09:75  97110\n`).lanes;
    assert.deepEqual([lane!.figures.timed, lane!.figures.supported], [null, null]);
  });

  it('marks a finding on its session, and on those that it is about', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  dx M54.50
  goal "Walk"
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-GP x1
  O: Took part.
  A: Better.
  P: Go on.
`);
    assert.deepEqual(
      day.findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['missing-59 error'],
    );
    assert.deepEqual(day.findings[0]!.place, { uri: 'a.encounter', line: 9, character: 7 });
    assert.deepEqual(
      bars(day).map(({ findings }) => findings),
      [[0], [0]],
    );
    assert.deepEqual(day.lanes[0]!.findings, [0]);
  });

  it('marks the shared minutes of two patients on both, and on the clinician', () => {
    const day = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  10:00-10:15  97110

encounter 2026-03-03 patient B
  10:10-10:25  97140
`);
    assert.deepEqual(
      bars(day).map(({ clashes }) => clashes.map(times)),
      [['10:10-10:15'], ['10:10-10:15']],
    );
    assert.deepEqual(day.clashes.map(times), ['10:10-10:15']);
  });

  it('does not mark minutes that no rule speaks of: a sleeve left running, a finding set aside', () => {
    const running = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  10:00-10:15  97140
  10:00-10:15  97016
`);
    assert.deepEqual(
      bars(running).flatMap(({ clashes }) => clashes),
      [],
    );
    const aside = dayOf(`${HEAD}
encounter 2026-03-03 patient A|
  10:00-10:15  97140
  # ignore same-patient-overlap: seen and right
  10:10-10:25  97110
`);
    assert.deepEqual(
      bars(aside).flatMap(({ clashes }) => clashes),
      [],
    );
  });

  it('takes the first encounter where the cursor is above it', () => {
    assert.equal(
      dayOf(`${HEAD.replace('payer', '|payer')}\nencounter 2026-03-03 patient A\n  15 min  97110\n`).date,
      20260303,
    );
  });

  it('says why there is none', () => {
    const why = (text: string) => {
      const { workspace, path, line, character } = withCursor(text);
      workspace.check();
      return dayAt(workspace, path, { line, character });
    };
    assert.equal(why(`${HEAD}|`), 'no-encounter');
    assert.equal(why(`${HEAD}\nencounter 3/3/2026 patient A|\n  09:00-09:15  97110\n`), 'no-date');
    assert.equal(dayAt(newWorkspace(), 'none.encounter', { line: 0, character: 0 }), undefined);
  });

  it('draws the patient alone where nobody is named', () => {
    const day = dayOf(`encounter 2026-03-03 patient A|
  09:00-09:15  97110
  09:30-09:45  97110

encounter 2026-03-03 patient B
  09:15-09:30  97110
`);
    assert.equal(day.giver, null);
    assert.deepEqual(
      day.lanes.map(({ patient }) => patient),
      ['A'],
    );
    assert.deepEqual(day.gaps.map(times), ['09:15-09:30']);
  });

  it('draws an encounter whose patient cannot be read', () => {
    const day = dayOf(`${HEAD}\nencounter 2026-03-03 patient|\n  09:00-09:15  97110\n`);
    assert.deepEqual(
      day.lanes.map(({ patient, bars }) => [patient, bars.length]),
      [[null, 1]],
    );
  });

  it('draws no more patients than one can see, but always the cursor’s', () => {
    const many = Array.from(
      { length: MOST_LANES + 5 },
      (_, n) =>
        `encounter 2026-03-03 patient P${n}${n === MOST_LANES + 2 ? '|' : ''}\n  ${clock(n * 10)}-${clock(n * 10 + 8)}  97110\n`,
    );
    const day = dayOf(`${HEAD}\n${many.join('\n')}`);
    assert.equal(day.lanes.length, MOST_LANES + 1);
    assert.equal(day.moreLanes, 4);
    assert.ok(day.lanes.some(({ id }) => id === day.litLane));
  });

  it('reads the day and nothing else, in a file of any size', () => {
    const { text, line } = manyDays(400);
    const workspace = newWorkspace();
    workspace.setText('a.encounter', text);
    workspace.check();
    let read = 0;
    const encounterOf = workspace.encounterOf.bind(workspace);
    workspace.encounterOf = (block) => {
      read++;
      return encounterOf(block);
    };
    const day = dayAt(workspace, 'a.encounter', { line, character: 0 });
    assert.ok(day && typeof day !== 'string');
    assert.equal(day.lanes.length, 3);
    assert.ok(read < 20, `${read} encounters were looked at`);
  });
});

/** Days of three encounters each, one date after the other, and a line in the middle one. */
function manyDays(days: number): { text: string; line: number } {
  const lines = HEAD.split('\n');
  let line = 0;
  for (let n = 0; n < days; n++) {
    const date = `20${String(10 + Math.floor(n / 300)).padStart(2, '0')}-${String(1 + (Math.floor(n / 25) % 12)).padStart(2, '0')}-${String(1 + (n % 25)).padStart(2, '0')}`;
    if (n === Math.floor(days / 2)) line = lines.length;
    for (const [i, id] of ['A', 'B', 'C'].entries())
      lines.push(`encounter ${date} patient ${id}`, `  ${clock(540 + i * 20)}-${clock(555 + i * 20)}  97110`, '');
  }
  return { text: lines.join('\n'), line };
}

describe('any day', () => {
  const OVERLAP = new Set([
    'clinician-double-booked',
    'same-patient-overlap',
    'group-overlaps-individual',
    'group-with-modality',
    'aide-time',
  ]);

  /** Sessions as they are written in a file: lines that begin with a time or a length. */
  function sessionLines(workspace: Workspace, path: string): number[] {
    const lines: number[] = [];
    let start = 0;
    for (const block of workspace.files.get(path)!.blocks()) {
      if (!block.isAbove) lines.push(...workspace.encounterOf(block).sessions.map(({ line }) => start + line));
      start += block.lineCount;
    }
    return lines;
  }

  /** Pairs of lines whose minutes a rule says are recorded twice. */
  function clashingLines(workspace: Workspace, path: string): Set<number> {
    const day = new Set<number>();
    for (const { line, rule, finding } of findingsIn(workspace, path)) {
      if (!OVERLAP.has(rule)) continue;
      const related = finding.related.map(({ block, place }) => block.file.lineOf(block) + place.line);
      const sessions = new Set(sessionLines(workspace, path));
      const named = [line, ...related].filter((one) => sessions.has(one));
      if (named.length > 1) for (const one of named) day.add(one);
    }
    return day;
  }

  it('loses no session and no finding, and none stands twice', () => {
    fc.assert(
      fc.property(anyText(40), fc.nat(), (text, at) => {
        const workspace = newWorkspace();
        workspace.setText('a.encounter', text);
        workspace.check();
        const line = at % (text.split(/\r\n|\r|\n/).length + 1);
        const day = dayAt(workspace, 'a.encounter', { line, character: 0 });
        if (day === undefined || typeof day === 'string') return;
        const headers = new Map<number, { sessions: number[]; findings: number }>();
        let start = 0;
        for (const block of workspace.files.get('a.encounter')!.blocks()) {
          if (!block.isAbove) {
            const encounter = workspace.encounterOf(block);
            const own = encounter.sessions.some(({ giver }) => giver !== undefined && giver === day.giver);
            const lane = day.lanes.find((one) => one.patient === (encounter.patient ?? null));
            // The patient is on the day: all that the patient has on the date is drawn.
            if (own && encounter.date === day.date) assert.ok(lane, `line ${start + 1} is on the day`);
            if (lane && encounter.date === day.date && encounter.patient !== undefined)
              headers.set(start, {
                sessions: encounter.sessions.map((session) => start + session.line),
                findings: block.findings.length,
              });
          }
          start += block.lineCount;
        }
        const drawnLines = bars(day)
          .filter(({ id }) => id)
          .map(({ place }) => place.line);
        assert.equal(new Set(drawnLines).size, drawnLines.length);
        for (const { sessions } of headers.values())
          for (const session of sessions) assert.ok(drawnLines.includes(session), `session on line ${session + 1}`);
        const inLanes = day.lanes.flatMap(({ findings }) => findings);
        assert.deepEqual(
          [...inLanes].sort((a, b) => a - b),
          day.findings.map((_, index) => index),
        );
        const expected = [...headers.values()].reduce((sum, { findings }) => sum + findings, 0);
        assert.ok(day.findings.length >= expected);
      }),
      { numRuns: 300 },
    );
  });

  it('marks an overlap where the rules see one, and nowhere else', () => {
    // Sessions moved about on a right day: some of them now share minutes.
    const moved = fc.tuple(
      clinicDay,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: -25, max: 25 })), { maxLength: 6 }),
    );
    let seen = 0;
    fc.assert(
      fc.property(moved, ([clinic, moves]) => {
        const sessions = clinic.clinicians.flatMap(({ encounters }) => encounters.flatMap((one) => one.sessions));
        for (const [which, by] of moves) {
          const session = sessions[which % sessions.length]!;
          if (!session.clock || session.start + by < 0) continue;
          session.start += by;
          session.end += by;
        }
        const workspace = newWorkspace();
        workspace.setText('a.encounter', writeDay(clinic).text);
        workspace.check();
        const expected = clashingLines(workspace, 'a.encounter');
        const marked = new Set<number>();
        for (const { line, giver } of daysIn(workspace, 'a.encounter')) {
          const day = dayAt(workspace, 'a.encounter', { line, character: 0 }, giver);
          assert.ok(day && typeof day !== 'string');
          assert.equal(day.giver, giver);
          for (const bar of bars(day)) {
            if (bar.clashes.length > 0) marked.add(bar.place.line);
            for (const clash of bar.clashes) {
              assert.ok(bar.span && bar.span.start <= clash.start && clash.end <= bar.span.end);
              const meets = ({ id, span }: DayBar) =>
                id !== bar.id && span && span.start < clash.end && clash.start < span.end;
              assert.ok(bars(day).some(meets), 'another session has these minutes');
            }
          }
        }
        seen += expected.size;
        assert.deepEqual([...marked].sort(), [...expected].sort());
      }),
      { numRuns: 100 },
    );
    assert.ok(seen > 20, `only ${seen} sessions overlapped: the days are too tame to show anything`);
  });

  it('is after any edit what it is in the final text', () => {
    const plain = (day: ReturnType<typeof dayAt>) =>
      JSON.stringify(day, (key, value) => (key === 'id' || key === 'litLane' ? '' : value)).replace(
        /"(bar|lane)-[^"]*"/g,
        '""',
      );
    fc.assert(
      fc.property(
        anyText(30),
        fc.array(fc.tuple(fc.nat(), fc.nat(4), anyText(3)), { maxLength: 6 }),
        fc.nat(),
        (start, edits, at) => {
          const live = newWorkspace();
          let text = start.replaceAll('\r', '');
          live.setText('a.encounter', text);
          for (const [from, length, newText] of edits) {
            const clean = newText.replaceAll('\r', '');
            const offset = from % (text.length + 1);
            const place = (n: number) => {
              const before = text.slice(0, n).split('\n');
              return { line: before.length - 1, character: before[before.length - 1]!.length };
            };
            const end = Math.min(text.length, offset + length);
            live.check();
            live.edit('a.encounter', { start: place(offset), end: place(end), newText: clean });
            text = text.slice(0, offset) + clean + text.slice(end);
          }
          const fresh = newWorkspace();
          fresh.setText('a.encounter', text);
          for (const workspace of [live, fresh]) workspace.check();
          const line = at % (text.split('\n').length + 1);
          assert.equal(
            plain(dayAt(live, 'a.encounter', { line, character: 0 })),
            plain(dayAt(fresh, 'a.encounter', { line, character: 0 })),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the days of a file', () => {
  it('are listed by date, each clinician once', () => {
    const { workspace, path } = withCursor(`${HEAD}
encounter 2026-03-04 patient A|
  09:00-09:15  97110
encounter 2026-03-03 patient A
  09:00-09:15  97110
  09:15-09:30  97110  by assistant "M. Lee, PTA"
encounter 2026-03-03 patient B
  09:30-09:45  97110
`);
    assert.deepEqual(
      daysIn(workspace, path).map(({ date, giver, line, encounters }) => `${date} ${giver} ${line + 1} ${encounters}`),
      ['20260303 R. Ortiz, PT 7 2', '20260303 M. Lee, PTA 7 1', '20260304 R. Ortiz, PT 5 1'],
    );
    assert.deepEqual(daysIn(workspace, 'none.encounter'), []);
  });

  it('are found in a file of many encounters', () => {
    const workspace = newWorkspace();
    workspace.setText('a.encounter', manyEncounters(300));
    assert.ok(daysIn(workspace, 'a.encounter').length > 0);
  });
});
