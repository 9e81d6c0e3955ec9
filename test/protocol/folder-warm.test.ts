/** Whatever happened to the files while no editor was there: a start that knows them finds what one finds that does not. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { CHANGED, Clinic, CREATED } from './folder-client';

const NAMES = ['a', 'b', 'in/c', 'in/d', 'in/deep/e'].map((name) => `${name}.encounter`);
const CONFIGS = [
  '{}',
  '{ "rules": { "clinician-double-booked": "info" } }',
  '{ "rules": { "too-many-units": "off" } }',
];

/** Days in which files share patients, dates, clinicians and group notes. */
const encounter = fc
  .record({
    date: fc.constantFrom('2026-03-03', '2026-03-04', '2026-03-05'),
    patient: fc.constantFrom('A', 'B'),
    clinician: fc.constantFrom('One, PT', 'Two, PT'),
    hour: fc.constantFrom('09', '10'),
    code: fc.constantFrom('97110', '97530', '97150  group of 2  "Balance"'),
    bill: fc.constantFrom('97110-GP x1', '97530-GP x1', '97110-GP x2', '97150-GP x1'),
    note: fc.constantFrom('', '  O: Took part in the whole group, two cues.\n'),
  })
  .map(
    ({ date, patient, clinician, hour, code, bill, note }) =>
      `encounter ${date} patient ${patient}\n  clinician "${clinician}"\n  dx M54.50\n  goal "Walk"\n` +
      `  ${hour}:00-${hour}:15  ${code}\n  bill ${bill}\n${note}`,
  );
const text = fc
  .array(encounter, { minLength: 1, maxLength: 3 })
  .map((all) => `discipline PT\npayer medicare\n\n${all.join('\n')}`);

const file = fc.constantFrom(...NAMES);
const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), file, text }),
  fc.record({ kind: fc.constant('same times' as const), file, text }),
  fc.record({ kind: fc.constant('touch' as const), file }),
  fc.record({ kind: fc.constant('delete' as const), file }),
  fc.record({ kind: fc.constant('rename' as const), file, to: file }),
  fc.record({ kind: fc.constant('configuration' as const), text: fc.constantFrom(...CONFIGS) }),
  fc.record({ kind: fc.constant('next day' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const RUNS = Number(process.env.ENCOUNTER_RUNS ?? 25);

describe('a folder that was checked before, whatever has changed', () => {
  it('shows what it shows to an editor that knows nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: NAMES.length, maxLength: NAMES.length }),
        fc.array(fc.record({ changes: fc.array(change, { maxLength: 3 }), during: fc.record({ file, text }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (texts, starts) => {
          const clinic = new Clinic();
          let today = 20260304;
          const open = (one: Clinic, cache: boolean) =>
            one.open({ pulls: false, asks: false, cache, server: { today: () => today } });
          const isShown = async () => {
            const fresh = new Clinic(clinic.root);
            try {
              await open(fresh, false);
              const wanted = await told(fresh);
              await clinic.editor.until('the same', () => words(clinic) === wanted).catch(() => {});
              assert.equal(words(clinic), wanted);
            } finally {
              await fresh.end();
            }
          };
          try {
            for (const [i, one] of texts.entries()) clinic.put(NAMES[i]!, one);
            await open(clinic, true);
            await clinic.settled();
            for (const { changes, during } of starts) {
              await clinic.close();
              for (const one of changes) {
                if (one.kind === 'next day') today++;
                else apply(clinic, one);
              }
              await open(clinic, true);
              await clinic.settled();
              await isShown();
              const isThere = existsSync(join(clinic.root, during.file));
              clinic.put(during.file, during.text);
              clinic.tell([during.file, isThere ? CHANGED : CREATED]);
              await isShown();
            }
          } finally {
            await clinic.end();
          }
        },
      ),
      { numRuns: RUNS, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false },
    );
  }).timeout(600_000);
});

/** All that is said, word for word. */
function words(clinic: Clinic): string {
  return JSON.stringify(clinic.shown((item: Diagnostic) => JSON.stringify(item)));
}

/** The same, once nothing more comes. */
async function told(clinic: Clinic): Promise<string> {
  await clinic.settled();
  let before = '';
  for (let same = 0; same < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const now = words(clinic);
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return before;
}

function apply(clinic: Clinic, one: Exclude<Change, { kind: 'next day' }>): void {
  if (one.kind === 'configuration') {
    clinic.put('encounter.config.json', one.text);
    return;
  }
  if (one.kind === 'write') {
    clinic.put(one.file, one.text);
    return;
  }
  const path = join(clinic.root, one.file);
  if (!existsSync(path)) return;
  switch (one.kind) {
    case 'same times': {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, one.text);
      utimesSync(path, atime, mtime);
      return;
    }
    case 'touch':
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      return;
    case 'delete':
      clinic.remove(one.file);
      return;
    case 'rename':
      mkdirSync(dirname(join(clinic.root, one.to)), { recursive: true });
      renameSync(path, join(clinic.root, one.to));
  }
}
