/** In whatever order files are opened, edited, closed, changed, moved and deleted, all is found that a fresh start finds. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CHANGED, Clinic, CREATED, DELETED } from './folder-client';

const NAMES = ['a', 'b', 'c', 'd'].map((name) => `${name}.encounter`);

/** Small days in which files share patients, dates and clinicians, some of them right. */
const encounter = fc
  .record({
    date: fc.constantFrom('2026-03-03', '2026-03-04'),
    patient: fc.constantFrom('A', 'B'),
    clinician: fc.constantFrom('One, PT', 'Two, PT'),
    hour: fc.constantFrom('09', '10'),
    code: fc.constantFrom('97110  one-on-one', '97150  group of 2  "Balance"', '97530'),
    bill: fc.constantFrom('97110-GP x1', '97150-GP x1', '97530-GP x1', '97110-GP x2', ''),
    note: fc.constantFrom(
      '',
      '  # ignore clinician-double-booked: known\n',
      '  O: Took part in the whole group, two cues.\n',
    ),
  })
  .map(
    ({ date, patient, clinician, hour, code, bill, note }) =>
      `encounter ${date} patient ${patient}\n  clinician "${clinician}"\n  dx M54.50\n  goal "Walk"\n${note.startsWith('  #') ? note : ''}` +
      `  ${hour}:00-${hour}:15  ${code}\n${bill === '' ? '' : `  bill ${bill}\n`}${note.startsWith('  #') ? '' : note}`,
  );
const text = fc
  .array(encounter, { minLength: 0, maxLength: 3 })
  .map((all) => `discipline PT\npayer medicare\n\n${all.join('\n')}`);

const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), file: fc.constantFrom(...NAMES), text }),
  fc.record({ kind: fc.constant('delete' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('open' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('edit' as const), file: fc.constantFrom(...NAMES), text }),
  fc.record({ kind: fc.constant('close' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('restart' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('settle' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('stop' as const), file: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('go on' as const), file: fc.constantFrom(...NAMES) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const RUNS = Number(process.env.ENCOUNTER_RUNS ?? 25);

describe('the folder, in any order', () => {
  for (const [how, options] of [
    ['findings asked for', { cache: true }],
    ['findings sent', { cache: true, pulls: false, asks: false }],
  ] as const)
    it(`finds what a fresh start finds, ${how}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(text, { minLength: 4, maxLength: 4 }),
          fc.array(step, { maxLength: 14 }),
          async (texts, steps) => {
            const clinic = new Clinic();
            try {
              for (const [i, one] of texts.entries()) clinic.put(NAMES[i]!, one);
              await clinic.open(options);
              const open = new Set<string>();
              for (const one of steps) await take(clinic, one, open, options);
              // What was not saved is thrown away: the disk alone counts, as for whoever comes new.
              for (const file of open) clinic.editor.close(clinic.uri(file));
              await run(clinic, 'readFolder');
              const fresh = new Clinic();
              try {
                for (const file of readdirSync(clinic.root))
                  fresh.put(file, readFileSync(join(clinic.root, file), 'utf8'));
                await fresh.open();
                await fresh.settled();
                const wanted = await stable(fresh);
                await clinic.shows(wanted);
              } finally {
                await fresh.end();
              }
            } finally {
              await clinic.end();
            }
          },
        ),
        { numRuns: RUNS },
      );
    }).timeout(600_000);
});

/** Everything told: nothing is under way when a whole answer to a question about one file comes back twice the same. */
async function stable(clinic: Clinic): Promise<Record<string, string[]>> {
  let before = '';
  for (let same = 0; same < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    const now = JSON.stringify(clinic.shown());
    same = now === before && clinic.state?.state === 'read' ? same + 1 : 0;
    before = now;
  }
  return clinic.shown();
}

async function run(clinic: Clinic, command: string): Promise<void> {
  await clinic.editor.connection.sendRequest('workspace/executeCommand', { command: `encounter.${command}` });
}

async function take(clinic: Clinic, one: Step, open: Set<string>, options: object): Promise<void> {
  const { file } = one;
  const isThere = readdirSync(clinic.root).includes(file);
  switch (one.kind) {
    case 'write':
      clinic.put(file, one.text);
      clinic.tell([file, isThere ? CHANGED : CREATED]);
      return;
    case 'delete':
      if (!isThere) return;
      clinic.remove(file);
      clinic.tell([file, DELETED]);
      return;
    case 'open':
      if (open.has(file) || !isThere) return;
      open.add(file);
      clinic.editor.open(readFileSync(join(clinic.root, file), 'utf8'), clinic.uri(file));
      return;
    case 'edit':
      if (!open.has(file)) return;
      clinic.editor.edit(0, clinic.editor.text(clinic.uri(file)).length, one.text, clinic.uri(file));
      return;
    case 'close':
      if (open.delete(file)) clinic.editor.close(clinic.uri(file));
      return;
    case 'restart':
      await clinic.close();
      open.clear();
      await clinic.open(options);
      return;
    case 'stop':
      await run(clinic, 'stopReadingFolder');
      return;
    case 'go on':
      await run(clinic, 'readFolder');
      return;
    case 'settle':
      await clinic.settled();
      assert.ok(clinic.state);
  }
}
