/** Building a claim: what the sessions prove and no more; what stands stays; and the claim that comes out is right. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../server/src/engine/file';
import {
  type Claim,
  type ClaimOffer,
  claimAt,
  claimLines,
  lensTitle,
  offersOf,
  remarksOn,
  whyNothing,
} from '../../server/src/features/build-claim';
import { type ClinicDay, clinicDay, writeDay } from '../support/days';
import { check, type Found, newWorkspace, show } from '../support/markers';
import { anyText } from '../support/text';

const RUNS = Number(process.env.ENCOUNTER_RUNS ?? 100);
const PATH = 'test.encounter';

const opened = (text: string) => {
  const workspace = newWorkspace();
  workspace.setText(PATH, text);
  workspace.check();
  return workspace;
};

/** The claim of the last encounter of a text. */
function claimIn(text: string, line = text.slice(0, text.lastIndexOf('encounter ')).split('\n').length - 1): Claim {
  const claim = claimAt(opened(text), PATH, line);
  assert.ok(claim);
  return claim;
}

const titles = (claim: Claim) => offersOf(claim).map(({ title }) => title);

function applied(text: string, edits: readonly TextEdit[]): string {
  const workspace = newWorkspace();
  workspace.setText(PATH, text);
  for (const edit of [...edits].reverse()) workspace.edit(PATH, edit);
  return workspace.files.get(PATH)!.text;
}

const built = (text: string, pick: (offer: ClaimOffer) => boolean = ({ kind }) => kind !== 'units') =>
  applied(text, offersOf(claimIn(text)).find(pick)!.edits);

const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\nencounter 2026-03-03 patient A\n  dx M54.50\n';
const BOTH = `${HEAD}  goal "Walk 200 m"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance"
`;

describe('building a claim', () => {
  it('writes the lines of the sessions below them, with what the record proves', () => {
    const claim = claimIn(BOTH);
    assert.equal(lensTitle(claim), 'Build the claim: 97110 x1, 97150 x1');
    assert.deepEqual(titles(claim), ['Build the claim: 97110-59-GP x1, 97150-GP x1']);
    assert.equal(built(BOTH), `${BOTH.slice(0, -1)}\n  bill 97110-59-GP x1\n  bill 97150-GP x1\n`);
  });

  it('builds no evaluation of an assistant, by title too', () => {
    const of = (clinician: string, payer = 'commercial') =>
      claimIn(
        `payer ${payer}\nclinician "${clinician}"\ndiscipline PT\n\nencounter 2026-03-03 patient A\n  dx M54.50\n  09:00-09:40  97161\n`,
      );
    assert.equal(lensTitle(of('R. Ortiz, PT')), 'Build the claim: 97161 x1');
    assert.equal(lensTitle(of('K. Poe, PTA')), undefined);
    assert.equal(
      whyNothing(of('K. Poe, PTA')),
      'No line can be built: 97161, an evaluation is for a clinician to give',
    );
  });

  it('says of an encounter whose line goes into another one that it does', () => {
    const two = `${HEAD}  09:00-09:30  97530\n\nencounter 2026-03-03 patient A\n  clinician "O. Tan, OT"\n  discipline OT\n  dx M54.50\n  09:00-09:30  97530\n`;
    const claim = claimIn(two);
    assert.equal(lensTitle(claim), undefined);
    assert.match(whyNothing(claim)!, /^No line can be built: 97530, /);
  });

  it('keeps the line ends of the file', () => {
    const text = BOTH.replace(/\n/g, '\r\n');
    assert.ok(built(text).includes('\r\n  bill 97110-59-GP x1\r\n  bill 97150-GP x1\r\n'));
  });

  it('adds what is missing below the claim, and says so where a line that stands takes a 59', () => {
    const text = `${BOTH}  bill 97110-GP x1\n`;
    assert.deepEqual(titles(claimIn(text)), ['Add the missing lines: 97150-GP x1, and -59 to 97110']);
    assert.equal(built(text), `${BOTH}  bill 97110-59-GP x1\n  bill 97150-GP x1\n`);
  });

  it('leaves units that disagree as they are, and offers to set them by a step of its own', () => {
    const text = `${HEAD}  09:00-09:13  97110\n  bill 97110-GP x2\n`;
    const claim = claimIn(text);
    assert.deepEqual(titles(claim), ['Set 97110 to x1 (13 min support 1)']);
    assert.equal(lensTitle(claim), 'Claim and sessions differ: 97110 x2, 13 min support 1');
    assert.equal(
      built(text, ({ kind }) => kind === 'units'),
      text.replace('x2', 'x1'),
    );
    assert.deepEqual(titles(claimIn(text.replace('09:13', '09:24').replace('x2', 'x1'))), [
      'Set 97110 to x2 (24 min support 2)',
    ]);
  });

  it('sets nothing where the minutes earn no unit: that line is for the coder to judge', () => {
    const claim = claimIn(`${HEAD}  09:00-09:05  97110\n  bill 97110-GP x1\n`);
    assert.deepEqual(titles(claim), []);
    assert.equal(remarksOn(claim), '97110 x1, 5 min support none.');
  });

  it('gives the unit that two codes could have to the one that came first', () => {
    const text = `${HEAD}  09:00-09:10  97112\n  09:10-09:20  97110\n`;
    assert.deepEqual(titles(claimIn(text)), ['Build the claim: 97112-GP x1']);
    assert.equal(remarksOn(claimIn(text)), '97110 is left out: its minutes earn no unit.');
  });

  it('leaves out what the sessions do not prove, and says why', () => {
    const text = BOTH.replace('09:00-09:15', '15 min');
    assert.deepEqual(titles(claimIn(text)), ['Build the claim: 97110-GP x1']);
    assert.equal(remarksOn(claimIn(text)), '97150 is left out: the record does not prove it apart from 97110 (-59).');
    const noDiscipline = BOTH.replace('discipline PT\n', '');
    assert.deepEqual(titles(claimIn(noDiscipline)), []);
    assert.match(remarksOn(claimIn(noDiscipline)), /write the discipline/);
    const ofTwo = `${HEAD}  09:00-09:15  97110\n  09:05-09:20  97112\n`;
    assert.match(remarksOn(claimIn(ofTwo)), /97112 is left out: its minutes are also those of 97110\./);
  });

  it('bills an assistant’s share with CQ', () => {
    const text = `${HEAD}  09:00-09:30  97110  by assistant "M. Lee, PTA"\n  09:30-09:45  97110\n`;
    assert.deepEqual(titles(claimIn(text)), ['Build the claim: 97110-GP-CQ x2, 97110-GP x1']);
  });

  it('says nothing while a claim line cannot be read, unless it is the one being typed', () => {
    const text = `${BOTH}  bill 971\n`;
    assert.deepEqual(titles(claimIn(text)), []);
  });

  it('puts a code of two encounters on the first of them', () => {
    const second = '\nencounter 2026-03-03 patient A\n  14:00-14:10  97110\n';
    const text = `${HEAD}  09:00-09:15  97110\n${second}`;
    assert.deepEqual(titles(claimIn(text)), []);
    assert.deepEqual(titles(claimIn(text, 4)), ['Build the claim: 97110-GP x2']);
  });

  it('stands above encounters without a claim, or with one that differs, and above no other', () => {
    const right = built(BOTH);
    const other = (text: string, patient: string) =>
      text.slice(text.indexOf('encounter')).replace('patient A', patient);
    const text = `${right}\n${other(BOTH, 'patient B')}\nencounter 2026-03-03 patient C\n`;
    assert.deepEqual(claimLines(opened(text), PATH), [text.split('\n').indexOf('encounter 2026-03-03 patient B')]);
    assert.deepEqual(claimLines(opened(right.replace('x1', 'x3')), PATH), [4]);
  });

  // ------------------------------------------------------------------------------------------------------ Properties

  const stripped = (text: string) => text.replace(/^ {2}bill .*\n/gm, '');
  const loud = (found: readonly Found[]) => found.filter(({ severity }) => severity !== 'info');

  /** Builds the claim of every encounter of a text, from the last to the first. */
  function allBuilt(text: string): string {
    const workspace = opened(text);
    const lines = text.split(/\r\n|[\r\n]/).length;
    for (let line = lines - 1; line >= 0; line--) {
      const file = workspace.files.get(PATH)!;
      if (file.blockAt(line).startLine !== line) continue;
      const claim = claimAt(workspace, PATH, line);
      const offer = claim && offersOf(claim).find(({ kind }) => kind !== 'units');
      for (const edit of [...(offer?.edits ?? [])].reverse()) workspace.edit(PATH, edit);
      workspace.check();
    }
    return workspace.files.get(PATH)!.text;
  }

  const unitsOf = (text: string) => {
    const units = new Map<string, number>();
    let patient = '';
    for (const line of text.split('\n')) {
      patient = /^encounter .* (\S+)$/.exec(line)?.[1] ?? patient;
      const bill = /^ {2}bill (\w{5})\S* x(\d+)$/.exec(line);
      if (!bill) continue;
      const key = `${patient} ${bill[1]}`;
      units.set(key, (units.get(key) ?? 0) + Number(bill[2]));
    }
    return [...units].map(([key, n]) => `${key} x${n}`).sort();
  };

  /** Where two codes could have a unit, either split is right: sums by patient are compared there. */
  const sums = (units: readonly string[]) => {
    const all = new Map<string, number>();
    for (const entry of units) {
      const [patient = '', , n = ''] = entry.split(' ');
      all.set(patient, (all.get(patient) ?? 0) + Number(n.slice(1)));
    }
    return [...all].sort();
  };

  it('gives every generated day the claim that it had', () => {
    fc.assert(
      fc.property(clinicDay, (day: ClinicDay) => {
        const { text } = writeDay(day);
        const after = allBuilt(stripped(text));
        assert.deepEqual(loud(check(after)).map(show), []);
        assert.deepEqual(sums(unitsOf(after)), sums(unitsOf(text)));
      }),
      { numRuns: RUNS },
    );
  });

  it('brings no new error to any text', () => {
    const errors = (text: string) => {
      const counts = new Map<string, number>();
      for (const { rule, severity } of check(text))
        if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return counts;
    };
    fc.assert(
      fc.property(anyText(30), (text) => {
        const before = errors(text);
        for (const [rule, count] of errors(allBuilt(text))) assert.ok(count <= (before.get(rule) ?? 0), rule);
      }),
      { numRuns: RUNS * 4 },
    );
  });
});
