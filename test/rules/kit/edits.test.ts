/** Edits of one line, by the text that comes out: nothing else on the line changes. */

import assert from 'node:assert/strict';
import type { ClaimLine } from '../../../server/src/model/encounter';
import {
  addLinesAfter,
  addModifierFirst,
  addModifierLast,
  claimText,
  insert,
  joinInserts,
  removeLine,
  removeModifier,
  replace,
  setCode,
  setUnits,
  swapModifier,
} from '../../../server/src/rules/kit/edits';
import {
  areDoubles,
  becomesDouble,
  hasTwin,
  inOneFile,
  isClaim,
  modifiersAfter,
  writtenAs,
} from '../../../server/src/rules/kit/lines';
import type { Edit } from '../../../server/src/rules/kit/rule';
import { applyEdits } from '../../support/markers';
import { patientDay } from '../../support/patient-day';

const HEAD = 'encounter 2026-03-03 patient A\n';

/** The claim line after an edit of it. */
function edited(line: string, edit: (line: ClaimLine) => Edit): string {
  const text = `${HEAD}${line}\n`;
  const claim = patientDay(text).encounters[0]!.claims[0]!;
  return applyEdits(text, [edit(claim)]).slice(HEAD.length, -1);
}

describe('an edit of a claim line', () => {
  it('adds a modifier first or last, behind whatever spaces there are', () => {
    assert.equal(
      edited('  bill 97110-GP x1  # a', (line) => addModifierFirst(line, '59')),
      '  bill 97110-59-GP x1  # a',
    );
    assert.equal(
      edited('  bill 97110 x1', (line) => addModifierFirst(line, '59')),
      '  bill 97110-59 x1',
    );
    assert.equal(
      edited('  bill 97110-59-GP x1', (line) => addModifierLast(line, 'CQ')),
      '  bill 97110-59-GP-CQ x1',
    );
    assert.equal(
      edited('  bill 97110 x1', (line) => addModifierLast(line, 'CQ')),
      '  bill 97110-CQ x1',
    );
  });

  it('takes one away, the first, the middle and the last of several', () => {
    const remove = (line: string, at: number) => edited(line, (claim) => removeModifier(claim, claim.modifiers[at]!));
    const line = '  bill 97110-59-GP-KX-CQ-76 x1';
    assert.equal(remove(line, 0), '  bill 97110-GP-KX-CQ-76 x1');
    assert.equal(remove(line, 1), '  bill 97110-59-KX-CQ-76 x1');
    assert.equal(remove(line, 2), '  bill 97110-59-GP-CQ-76 x1');
    assert.equal(remove(line, 3), '  bill 97110-59-GP-KX-76 x1');
    assert.equal(remove(line, 4), '  bill 97110-59-GP-KX-CQ x1');
    assert.equal(remove('  bill 97110 -59 -GP x1', 1), '  bill 97110 -59 x1');
    assert.equal(remove('  bill 97110-59', 0), '  bill 97110');
  });

  it('puts another in its place', () => {
    const swap = (line: string, at: number) => edited(line, (claim) => swapModifier(claim, claim.modifiers[at]!, 'GO'));
    assert.equal(swap('  bill 97110-59-GP x1', 1), '  bill 97110-59-GO x1');
  });

  it('sets units where they are written, and writes them where they are not', () => {
    assert.equal(
      edited('  bill 97110-GP x2', (line) => setUnits(line, 1)),
      '  bill 97110-GP x1',
    );
    assert.equal(
      edited('  bill 97110-59-GP  # a', (line) => setUnits(line, 2)),
      '  bill 97110-59-GP x2  # a',
    );
    assert.equal(
      edited('  bill 97110', (line) => setUnits(line, 2)),
      '  bill 97110 x2',
    );
  });

  it('sets the code', () => {
    assert.equal(
      edited('  bill 97014-GP x1', (line) => setCode(line, 'G0283')),
      '  bill G0283-GP x1',
    );
  });

  it('writes a line out', () => {
    assert.equal(claimText('97110', ['59', 'GP'], 2), 'bill 97110-59-GP x2');
    assert.equal(claimText('97110', [], 1), 'bill 97110 x1');
  });
});

describe('an edit of whole lines', () => {
  const remove = (text: string, line: number) => applyEdits(text, [removeLine(patientDay(text).encounters[0]!, line)]);

  it('takes one away with its break; a last one without, with the break before it', () => {
    const text = `${HEAD}  15 min 97110\n  bill 97110`;
    assert.equal(remove(`${text}\n`, 1), `${HEAD}  bill 97110\n`);
    assert.equal(remove(`${text}\n`, 2), `${HEAD}  15 min 97110\n`);
    assert.equal(remove(text, 1), `${HEAD}  bill 97110`);
    assert.equal(remove(text, 2), `${HEAD}  15 min 97110`);
    assert.equal(remove('encounter 2026-03-03 patient A', 0), '');
    assert.equal(
      remove(`${text}\nencounter 2026-03-04 patient A\n`, 2),
      `${HEAD}  15 min 97110\nencounter 2026-03-04 patient A\n`,
    );
  });

  it('adds some below one, indented as it is', () => {
    const add = (lead: string) => {
      const text = `${HEAD}${lead}15 min 97110  # a\n`;
      return applyEdits(text, [addLinesAfter(patientDay(text).encounters[0]!, 1, ['one', 'two'])]);
    };
    assert.equal(add('  '), `${HEAD}  15 min 97110  # a\n  one\n  two\n`);
    assert.equal(add('\t'), `${HEAD}\t15 min 97110  # a\n\tone\n\ttwo\n`);
    const header = applyEdits(HEAD, [addLinesAfter(patientDay(HEAD).encounters[0]!, 0, ['one'])]);
    assert.equal(header, `${HEAD}  one\n`);
    const blank = `${HEAD}    \n`;
    assert.equal(
      applyEdits(blank, [addLinesAfter(patientDay(blank).encounters[0]!, 1, ['one'])]),
      `${HEAD}    \n    one\n`,
    );
  });

  it('of one place become one, in their order; others stay', () => {
    const { encounters } = patientDay(`${HEAD}  15 min 97110\n${HEAD}  15 min 97112\n`);
    const [a, b] = encounters as [(typeof encounters)[0], (typeof encounters)[0]];
    const joined = (...edits: Edit[]) => joinInserts(edits).map(({ newText }) => newText);
    assert.deepEqual(joined(insert(a, 1, 4, 'x'), insert(a, 1, 4, 'y')), ['xy']);
    assert.deepEqual(joined(insert(a, 1, 0, 'w'), insert(a, 1, 4, 'x'), insert(a, 1, 4, 'y'), insert(a, 1, 4, 'z')), [
      'w',
      'xyz',
    ]);
    assert.deepEqual(joined(insert(a, 1, 4, 'x'), insert(a, 1, 5, 'y')), ['x', 'y']);
    assert.deepEqual(joined(insert(a, 1, 4, 'x'), insert(a, 0, 4, 'y')), ['x', 'y']);
    assert.deepEqual(joined(insert(a, 1, 4, 'x'), insert(b, 1, 4, 'y')), ['x', 'y']);
    const change = replace(a, { line: 1, start: 4, end: 6 }, 'r');
    assert.deepEqual(joined(insert(a, 1, 4, 'x'), change), ['x', 'r']);
    assert.deepEqual(joined(change, insert(a, 1, 4, 'x')), ['r', 'x']);
    const whole: Edit = { ...insert(a, 0, 0, 'l'), endLine: 1 };
    assert.deepEqual(joined(insert(a, 0, 0, 'x'), whole), ['x', 'l']);
    assert.deepEqual(joined(whole, insert(a, 0, 0, 'x')), ['l', 'x']);
  });
});

describe('lines of one code', () => {
  const linesOf = (...lines: string[]) => patientDay(HEAD + lines.map((line) => `  ${line}\n`).join('')).claims;

  const doubles: [a: string, b: string, are: boolean][] = [
    ['97110', '97110', true],
    ['97110-GP', '97110', false],
    ['97110', '97110-GP', false],
    ['97110-GP', '97110-GO', false],
    ['97110-GP-59', '97110-59-GP', true],
    ['97110-59', '97110', false],
    ['97110-XU', '97110-59', false],
    ['97110-CQ', '97110', false],
    ['97110-76', '97110', false],
    ['97110-LT', '97110-RT', false],
    ['97110-KX', '97110', true],
    ['97110', '97110-KX', true],
    ['97110-GY', '97110', false],
    ['97110-GA', '97110', true],
    ['97110-ZZ', '97110', false],
    ['97110-ZZ', '97110-ZZ', true],
  ];
  for (const [a, b, are] of doubles) {
    it(`${a} and ${b} are ${are ? '' : 'not '}doubles`, () => {
      const [one, two] = linesOf(`bill ${a}`, `bill ${b}`);
      assert.equal(areDoubles(one!, two!), are);
    });
  }

  it('become doubles by the modifiers of a fix', () => {
    const [one, two] = linesOf('bill 97110-59', 'bill 97110', 'bill 97112', 'bill 97140-GP');
    assert.equal(becomesDouble(one!, []), true);
    assert.equal(becomesDouble(one!, ['GP']), false);
    assert.equal(becomesDouble(two!, ['59']), true);
    assert.equal(becomesDouble(linesOf('bill 97110')[0]!, []), false);
    assert.equal(becomesDouble(linesOf('bill 97112', 'bill 97110')[1]!, []), false);
  });

  it('have a twin that is there, or would be', () => {
    const twin = (added: string[], removed: string[], ...lines: string[]) =>
      hasTwin(linesOf(...lines)[0]!, added, removed);
    assert.equal(twin(['59'], [], 'bill 97110'), false);
    assert.equal(twin(['59'], [], 'bill 97110', 'bill 97110'), true);
    assert.equal(twin(['59'], [], 'bill 97110', 'bill 97110-59'), true);
    assert.equal(twin(['59'], [], 'bill 97110', 'bill 97110-XU'), false);
    assert.equal(twin([], ['59'], 'bill 97110-59', 'bill 97110'), true);
    assert.equal(twin([], ['59'], 'bill 97110-59-GP', 'bill 97110'), false);
    assert.equal(twin(['59'], [], 'bill 97110', 'bill 97112-59'), false);
    const [one, two] = linesOf('bill 97110', 'bill 97110-59');
    assert.equal(hasTwin(two!, []), false);
    assert.equal(hasTwin(one!, []), false);
  });

  it('after a change keep what it does not speak of', () => {
    const [line] = linesOf('bill 97110-59-GP');
    assert.deepEqual(modifiersAfter(line!, ['59']), ['GP']);
    assert.deepEqual(modifiersAfter(line!, ['59'], ['XU']), ['GP', 'XU']);
    assert.deepEqual(modifiersAfter(line!, []), ['59', 'GP']);
  });

  it('are found as they are written, sessions before lines, encounter by encounter', () => {
    const text = `${HEAD}  bill 97014\n  15 min 97014\n  15 min 97110\n  bill 97110\n${HEAD}  15 min 97014\n`;
    const day = patientDay(text);
    const found = writtenAs(day, (code) => code === '97014');
    assert.deepEqual(
      found.map((one) => [isClaim(one), one.line]),
      [
        [false, 2],
        [true, 1],
        [false, 1],
      ],
    );
    assert.equal(inOneFile(found, found[0]!), true);
    const two = patientDay([`${HEAD}  bill 97014\n`, `${HEAD}  bill 97014\n`]);
    const [one, other] = two.claims;
    assert.equal(inOneFile([one!, other!], one!), false);
    assert.equal(inOneFile([other!], one!), false);
    assert.equal(inOneFile([one!], one!), true);
  });
});
