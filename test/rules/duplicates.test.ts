/** Two lines of one service: which lines are doubles of which, and what the record lets a fix make of them. */

import assert from 'node:assert/strict';
import { rule } from '../../server/src/rules/duplicate-line';
import { findingsIn, newWorkspace } from '../support/markers';

const HEAD = 'encounter 2026-03-03 patient A\n';
const PT = ['clinician "R. Ortiz, PT"', 'discipline PT', 'payer medicare'];
const encounter = (fields: readonly string[], ...lines: string[]) =>
  HEAD + [...fields, ...lines].map((line) => `  ${line}\n`).join('');

/** What the rule says of one file: the line that is a double, the line of which it is one, and its fixes. */
function doubles(...texts: string[]): string[] {
  const workspace = newWorkspace({ rules: [rule] });
  for (const [at, text] of texts.entries()) workspace.setText(`${at}`, text);
  workspace.check();
  const lineOf = (text: string, line: number) => text.split('\n')[line]!.trim();
  return texts.flatMap((text, at) =>
    findingsIn(workspace, `${at}`).map(({ line, finding }) => {
      const [{ block, place }] = finding.related as [(typeof finding.related)[number]];
      const first = texts[Number(block.file.path)]!;
      const fixes = finding.fixes.map(({ title, safe }) => `${safe ? 'safe ' : ''}${title.split(':')[0]}`);
      return [
        `${line + 1} ${lineOf(text, line)}`,
        `${block.file.lineOf(block) + place.line + 1} ${lineOf(first, block.file.lineOf(block) + place.line)}`,
        ...fixes,
      ].join('; ');
    }),
  );
}

describe('doubles of a claim line', () => {
  it('are found beside lines of the same code that are none', () => {
    const two = (first: string, second: string) =>
      doubles(encounter(PT, '60 min 97110', first, second, second)).map((said) => said.split('; ').slice(0, 2));
    assert.deepEqual(two('bill 97110-59-GP', 'bill 97110-GP'), [['8 bill 97110-GP', '7 bill 97110-GP']]);
    assert.deepEqual(two('bill 97110-GP x', 'bill 97110-GP x1'), [['8 bill 97110-GP x1', '7 bill 97110-GP x1']]);
    assert.deepEqual(two('bill 97112-GP', 'bill 97110-GP'), [['8 bill 97110-GP', '7 bill 97110-GP']]);
  });

  it('and in encounters beside one of another payer, clinician or discipline', () => {
    const third = (...fields: [clinician: string, discipline: string, payer: string][]) =>
      doubles(
        fields
          .map(([clinician, discipline, payer]) =>
            encounter([`clinician "${clinician}"`, `discipline ${discipline}`, `payer ${payer}`], 'bill 97110-KX'),
          )
          .join(''),
      ).map((said) => said.split('; ').slice(0, 2).join('; '));
    const FOUND = ['15 bill 97110-KX; 10 bill 97110-KX'];
    assert.deepEqual(third(['X', 'PT', 'tricare'], ['X', 'PT', 'medicare'], ['X', 'PT', 'medicare']), FOUND);
    assert.deepEqual(third(['X', 'OT', 'medicare'], ['X', 'PT', 'medicare'], ['Z', 'PT', 'medicare']), [
      '10 bill 97110-KX; 5 bill 97110-KX',
      ...FOUND,
    ]);
    assert.deepEqual(third(['X', 'OT', 'medicare'], ['Y', 'OT', 'medicare'], ['Y', 'PT', 'medicare']), [
      '10 bill 97110-KX; 5 bill 97110-KX',
      ...FOUND,
    ]);
  });
});

describe('what is made of two lines', () => {
  const fixes = (...lines: string[]) =>
    doubles(encounter(PT, ...lines)).map((said) => said.split('; ').slice(2).join('; '));

  it('hangs on the units that the minutes give beside all other lines', () => {
    const two = ['bill 97110-GP', 'bill 97110-GP'];
    assert.deepEqual(fixes('30 min 97110', ...two), ['safe Merge into one line']);
    assert.deepEqual(fixes('22 min 97110', ...two), ['Keep one line, 97110 x1']);
    assert.deepEqual(fixes('30 min 97110', ...two, 'bill 97110-59-GP'), ['Keep one line, 97110 x1']);
    assert.deepEqual(fixes('45 min 97110', ...two, 'bill 97110-59-GP'), ['safe Merge into one line']);
  });

  it('also where a day has more lines than a clinic writes', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTU'];
    const many = letters.flatMap((one) => [...'0123456789'].map((digit) => `bill 97112-${one}${digit}`));
    const two = ['bill 97110-GP', 'bill 97110-GP'];
    const of = (...lines: string[]) => fixes('30 min 97112', ...lines, ...many);
    assert.deepEqual(of('30 min 97110', ...two), ['safe Merge into one line']);
    assert.deepEqual(of('22 min 97110', ...two), ['Keep one line, 97110 x1']);
    assert.deepEqual(of('30 min 97110', ...two, 'bill 97110-59-GP'), ['Keep one line, 97110 x1']);
    assert.deepEqual(of('45 min 97110', ...two, 'bill 97110-59-GP'), ['safe Merge into one line']);
  });

  it('is one unit of 97129, whatever its minutes', () => {
    assert.deepEqual(fixes('30 min 97129', 'bill 97129-GP', 'bill 97129-GP'), ['Keep one line, 97129 x1']);
  });

  it('of an untimed service is a unit a session of the clinician, up to its limit', () => {
    const BH = ['clinician "J. Hart, PhD"', 'discipline BH', 'payer commercial'];
    const of = (...lines: string[]) =>
      doubles(encounter(BH, ...lines, 'bill 90834', 'bill 90834')).map((said) => said.split('; ').slice(2).join('; '));
    assert.deepEqual(of('45 min 90834', '45 min 90834'), ['safe Merge into one line']);
    assert.deepEqual(of('45 min 90834'), ['Keep one line, 90834 x1']);
    assert.deepEqual(of('45 min 90834', '45 min 90791'), ['Keep one line, 90834 x1']);
    assert.deepEqual(of('45 min 90834', '45 min 90834 by aide'), ['Keep one line, 90834 x1']);
    assert.deepEqual(of('45 min 90834', '45 min 90834', '15 min 9711'), ['Keep one line, 90834 x1']);
    assert.deepEqual(fixes('15 min 97012', '15 min 97012', 'bill 97012-GP', 'bill 97012-GP'), [
      'Keep one line, 97012 x1',
    ]);
  });

  it('of two disciplines of one clinician is one line: minutes are not added up', () => {
    const OT = ['clinician "R. Ortiz, PT"', 'discipline OT', 'payer medicare'];
    const said = doubles(
      encounter(PT, '15 min 97110', 'bill 97110-KX') + encounter(OT, '15 min 97110', 'bill 97110-KX'),
    );
    assert.deepEqual(said, ['12 bill 97110-KX; 6 bill 97110-KX; Keep one line, 97110 x1']);
  });

  it('none of two files, nor where sessions with shared minutes would come into play', () => {
    const line = encounter(PT, '15 min 97110', 'bill 97110-GP');
    assert.deepEqual(
      doubles(line, line).map((said) => said.split('; ').length),
      [2],
    );
    const shared = encounter(PT, '09:00-09:15 97116', '09:10-09:25 97140', 'bill 97110-GP');
    assert.deepEqual(
      doubles(line + shared).map((said) => said.split('; ').length),
      [2],
    );
  });
});
