/** Psychotherapy and its minutes: which code a fix writes instead, and when there is none. */

import assert from 'node:assert/strict';
import { applyEdits, editsInFile, findingsIn, newWorkspace } from '../support/markers';

interface Said {
  readonly line: string;
  readonly severity: string;
  /** What each fix is called, and the session and claim lines after it. */
  readonly fixes: readonly (readonly [title: string, lines: string])[];
}

const HEAD = (payer: string) => `clinician "J. Hart, PhD"\ndiscipline BH\npayer ${payer}\n\n`;
const visit = (...lines: string[]) =>
  `encounter 2026-03-03 patient A\n  dx F41.1\n${lines.map((line) => `  ${line}\n`).join('')}`;

function said(texts: string | readonly string[], payer = 'medicare'): Said[] {
  const files = typeof texts === 'string' ? [texts] : texts;
  const workspace = newWorkspace();
  for (const [i, text] of files.entries()) workspace.setText(`${i}`, HEAD(payer) + text);
  workspace.check();
  return files.flatMap((one, i) => {
    const text = HEAD(payer) + one;
    const lines = text.split('\n');
    return findingsIn(workspace, `${i}`)
      .filter(({ rule }) => rule === 'psychotherapy-time')
      .map(({ line, severity, finding }) => ({
        line: lines[line]!.trim(),
        severity,
        fixes: finding.fixes.map((fix) => {
          const after = applyEdits(text, editsInFile(workspace, `${i}`, fix));
          const kept = after.split('\n').filter((one) => /^ {2}(?:bill|\d)/.test(one));
          return [`${fix.safe ? 'safe ' : ''}${fix.title}`, kept.map((one) => one.trim()).join('; ')] as const;
        }),
      }));
  });
}

/** The one fix that there is, as what it leaves; nothing where there is none. */
const fixed = (...lines: string[]) => said(visit(...lines))[0]?.fixes.map(([, after]) => after);

describe('psychotherapy-time', () => {
  it('changes a code to the one of its own kind whose minutes these are', () => {
    assert.deepEqual(fixed('30 min 90834', 'bill 90834'), ['30 min 90832; bill 90832']);
    assert.deepEqual(fixed('60 min 90834', 'bill 90834'), ['60 min 90837; bill 90837']);
    assert.deepEqual(fixed('30 min 90836', '20 min 99213', 'bill 90836', 'bill 99213-25'), [
      '30 min 90833; 20 min 99213; bill 90833; bill 99213-25',
    ]);
    assert.deepEqual(fixed('55 min 90833', '20 min 99213', 'bill 90833', 'bill 99213-25'), [
      '55 min 90838; 20 min 99213; bill 90838; bill 99213-25',
    ]);
  });

  it('lowers safely, and raises as a statement', () => {
    const titles = (...lines: string[]) => said(visit(...lines))[0]!.fixes.map(([title]) => title);
    assert.deepEqual(titles('30 min 90834', 'bill 90834'), ['safe Change 90834 to 90832, session and line']);
    assert.deepEqual(titles('60 min 90834', 'bill 90834'), [
      'Change 90834 to 90837, session and line: you state that the recorded 60 min are right',
    ]);
  });

  it('takes a line away that no code has the minutes for, but none that another one hangs on', () => {
    assert.deepEqual(fixed('10 min 90832', 'bill 90832'), ['10 min 90832']);
    assert.deepEqual(fixed('10 min 90832', 'bill 90832', 'bill 90785'), []);
    assert.deepEqual(fixed('20 min 90847', 'bill 90847'), ['20 min 90847']);
    // What this line is billed for would be judged as not billed yet: then other rules would speak of it.
    const left = said(visit('10 min 90832', 'bill 90832'))[0]!;
    assert.match(left.fixes[0]![0], /^Remove the 90832 line: the session stays recorded/);
  });

  it('changes nothing where it is not plain which session the line is for', () => {
    assert.deepEqual(fixed('30 min 90834', '30 min 90834', 'bill 90834'), []);
    assert.deepEqual(fixed('30 min 90834', 'bill 90834', 'bill 90834-76'), []);
    assert.deepEqual(fixed('30 min 90834', 'bill 90834 x2'), []);
    assert.deepEqual(fixed('30 min 90834', 'bill 90834', 'bill 9083'), []);
    assert.deepEqual(fixed('30 min 90834', '9:75-10:00 90837', 'bill 90834'), [
      '30 min 90832; 9:75-10:00 90837; bill 90832',
    ]);
    assert.deepEqual(fixed('30 min 90834', '15 min 9083', 'bill 90834'), []);
  });

  it('writes no code that is billed, or was given and left unbilled', () => {
    assert.deepEqual(fixed('30 min 90834', 'bill 90834', 'bill 90832'), []);
    assert.deepEqual(fixed('30 min 90834', '20 min 90832', 'bill 90834'), []);
  });

  it('looks at what the new code may be billed with: no worse than the old one', () => {
    // 90845 is paid beside none of the three.
    for (const [old, n, right] of [
      ['90832', 60, '90837'],
      ['90834', 60, '90837'],
      ['90834', 30, '90832'],
    ])
      assert.deepEqual(fixed(`${n} min ${old}`, '45 min 90845', `bill ${old}`, 'bill 90845'), [
        `${n} min ${right}; 45 min 90845; bill ${right}; bill 90845`,
      ]);
  });

  it('changes no line whose session stands in another file', () => {
    const [found] = said([visit('30 min 90834'), visit('bill 90834')]);
    assert.deepEqual([found!.line, found!.fixes], ['bill 90834', []]);
  });

  it('is said where more are billed than have the minutes, of the one that is furthest off', () => {
    const lines = (...all: string[]) => said(visit(...all)).map(({ line, severity }) => `${severity} ${line}`);
    assert.deepEqual(lines('45 min 90834', '30 min 90834', 'bill 90834'), []);
    assert.deepEqual(lines('45 min 90834', '30 min 90834', 'bill 90834 x2'), ['error bill 90834 x2']);
    assert.deepEqual(lines('60 min 90834', '30 min 90834', 'bill 90834'), ['error bill 90834']);
    assert.deepEqual(lines('60 min 90834', 'bill 90834'), ['warning bill 90834']);
    assert.deepEqual(lines('9:75-10:00 90834', '30 min 90834', 'bill 90834'), []);
    assert.deepEqual(lines('1 min 90834', 'bill 90834'), ['error bill 90834']);
    assert.deepEqual(lines('49 min 90847', 'bill 90847'), ['info bill 90847']);
    assert.deepEqual(lines('50 min 90847', 'bill 90847'), []);
    assert.deepEqual(
      said(visit('49 min 90847', 'bill 90847'), 'commercial').map(({ severity }) => severity),
      [],
    );
  });
});
