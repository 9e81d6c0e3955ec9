/** Days put together at random, with faults of every kind: a safe fix takes its finding away and brings no error. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, editsInFile, findingsIn, newWorkspace, show } from '../support/markers';

const RULES_ON_UNITS = new Set([
  'group-units',
  'untimed-units',
  'duplicate-line',
  'too-many-units',
  'psychotherapy-time',
]);
const CODES = '97110 97112 97116 97140 97530 97035 97150 97161 97012 97129 97130 90832 90834 90853 92507'.split(' ');
const IS_GROUP = /^(97150|90853)$/;
const code = fc.constantFrom(...CODES);

const session = fc.record({
  code,
  start: fc.integer({ min: 540, max: 620 }),
  length: fc.integer({ min: 3, max: 45 }),
  hasClock: fc.boolean(),
});
const line = fc.record({
  code,
  modifiers: fc.constantFrom('', '-59', '-GP', '-59-GP'),
  units: fc.integer({ min: 1, max: 3 }),
});
const encounter = fc.record({
  patient: fc.constantFrom('A', 'A', 'B'),
  payer: fc.constantFrom('medicare', 'commercial', 'tricare'),
  sessions: fc.array(session, { maxLength: 4 }),
  lines: fc.array(line, { maxLength: 4 }),
});

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const file = fc.array(encounter, { minLength: 1, maxLength: 3 }).map((encounters) =>
  encounters
    .map(({ patient, payer, sessions, lines }) =>
      [
        `encounter 2026-03-03 patient ${patient}`,
        '  clinician "T1"',
        '  discipline PT',
        `  payer ${payer}`,
        '  dx M54.50',
        ...sessions.map((one) => {
          const when = one.hasClock ? `${clock(one.start)}-${clock(one.start + one.length)}` : `${one.length} min`;
          return `  ${when}  ${one.code}${IS_GROUP.test(one.code) ? ' group of 2' : ''}`;
        }),
        ...lines.map((one) => `  bill ${one.code}${one.modifiers} x${one.units}`),
        '',
      ].join('\n'),
    )
    .join('\n'),
);

function run(text: string) {
  const workspace = newWorkspace();
  workspace.setText('a.encounter', text);
  workspace.check();
  return { workspace, found: findingsIn(workspace, 'a.encounter') };
}

describe('safe fixes of the rules on units', () => {
  it('take the finding away and bring no error', () => {
    let tried = 0;
    fc.assert(
      fc.property(file, (text) => {
        const { workspace, found } = run(text);
        const count = (all: typeof found, rule: string) => all.filter((f) => f.rule === rule).length;
        const errors = (all: typeof found) => all.filter((f) => f.severity === 'error');
        for (const f of found) {
          if (!RULES_ON_UNITS.has(f.rule)) continue;
          for (const fix of f.finding.fixes) {
            if (!fix.safe) continue;
            tried++;
            const after = run(applyEdits(text, editsInFile(workspace, 'a.encounter', fix))).found;
            const said = `${fix.title}\n${text}\n${found.map(show).join('\n')}\n\n${after.map(show).join('\n')}`;
            assert.ok(count(after, f.rule) < count(found, f.rule), `stays: ${said}`);
            for (const { rule } of errors(after))
              assert.ok(count(errors(after), rule) <= count(errors(found), rule), `new ${rule}: ${said}`);
          }
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(tried > 20, `${tried} fixes tried`);
  });
});
