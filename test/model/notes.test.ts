/** Whether two notes say the same: nine words in ten, in the same order, ids and case set aside, figures kept. */

import assert from 'node:assert/strict';
import type { Encounter } from '../../server/src/model/encounter';
import { mayBeSame, NoteBits, noteTextOf, sameForTwo, sayTheSame } from '../../server/src/model/notes';
import { codesOf } from '../../server/src/text/window';
import { encountersOf } from '../support/encounters';

const note = (patient: string, ...lines: string[]): Encounter =>
  encountersOf(`encounter 2026-03-03 patient ${patient}\n${lines.map((line) => `  ${line}\n`).join('')}`)[0]!;

/** Whether two texts say the same as O of two patients, asked both ways round. */
function same(a: string, b: string): boolean {
  const [x, y] = [note('A1', `O: ${a}`), note('B1', `O: ${b}`)];
  const answer = sameForTwo(x, y);
  assert.equal(sameForTwo(y, x), answer, 'it hangs on the order');
  const [of, and] = [noteTextOf(x)!, noteTextOf(y)!];
  assert.equal(sayTheSame(of, and), answer);
  if (answer) assert.ok(mayBeSame(of.bits, and.bits) && mayBeSame(and.bits, of.bits), 'its bits would hide it');
  return answer;
}

const words = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `word${from + i}`);
const text = (list: readonly string[]) => list.join(' ');
const without = (list: readonly string[], ...at: number[]) => list.filter((_, i) => !at.includes(i));
const swapped = (list: readonly string[], at: number, word: string) => list.map((w, i) => (i === at ? word : w));

describe('two notes say the same', () => {
  it('where nine words in ten of the longer stand in the other, in the same order', () => {
    const ten = words(10);
    assert.equal(same(text(ten), text(ten)), true);
    for (let at = 0; at < 10; at++) {
      assert.equal(same(text(ten), text(without(ten, at))), true, `less word ${at}`);
      assert.equal(same(text(ten), text(swapped(ten, at, 'other'))), true, `another word ${at}`);
      for (let more = at + 1; more < 10; more++) {
        assert.equal(same(text(ten), text(without(ten, at, more))), false);
        assert.equal(same(text(ten), text(swapped(swapped(ten, at, 'other'), more, 'another'))), false);
      }
    }
  });

  it('where less than ten words are the same ones', () => {
    const nine = words(9);
    assert.equal(same(text(nine), text(nine)), true);
    for (let at = 0; at < 9; at++) {
      assert.equal(same(text(nine), text(without(nine, at))), false);
      assert.equal(same(text(nine), text(swapped(nine, at, 'other'))), false);
    }
    assert.equal(same('once', 'twice'), false);
  });

  it('by words left out here and put in there', () => {
    const twenty = words(20);
    assert.equal(same(text(twenty), text(['new', ...without(twenty, 4)])), true);
    assert.equal(same(text(twenty), text([...without(twenty, 0, 19), 'new', 'other'])), true);
    assert.equal(same(text(twenty), text([...without(twenty, 0, 9, 19), 'new', 'other', 'more'])), false);
    assert.equal(same(text(twenty), text(['a', 'b', ...twenty])), true);
    assert.equal(same(text(twenty), text(['a', 'b', 'c', ...twenty])), false);
    assert.equal(same(text(twenty), text([...twenty, 'a', 'b'])), true);
    assert.equal(same(text(twenty), text([...twenty, 'a', 'b', 'c'])), false);
    // One word that moved: eighteen or nineteen of twenty are in order.
    assert.equal(same(text(twenty), text([...without(twenty, 3), 'word3'])), true);
    assert.equal(same(text(twenty), text([...twenty].reverse())), false);
    assert.equal(same(text(twenty), text([...twenty.slice(10), ...twenty.slice(0, 10)])), false);
  });

  it('as a slower way finds too: the longest row of words that both have', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >>> 8) % below;
    };
    let isSame = 0;
    for (let round = 0; round < 300; round++) {
      const a = Array.from({ length: 10 + random(30) }, () => `w${random(25)}`);
      const b = [...a];
      for (let more = random(6); more > 0; more--) {
        const at = random(b.length);
        if (random(3) === 0) b.splice(at, 1);
        else if (random(2) === 0) b.splice(at, 0, `w${random(25)}`);
        else b[at] = `w${random(25)}`;
      }
      const answer = longestRow(a, b) >= Math.ceil((Math.max(a.length, b.length) * 9) / 10);
      assert.equal(same(text(a), text(b)), answer, `${text(a)}\n${text(b)}`);
      if (answer) isSame++;
    }
    assert.ok(isSame > 60 && isSame < 240, `${isSame} of 300`);
  });

  it('as far as a thousand words: what is behind them is not compared', () => {
    const long = words(1000);
    assert.equal(same(text([...long, ...words(50, 5000)]), text([...long, ...words(50, 5000)])), true);
    assert.equal(same(text([...long, ...words(50, 5000)]), text([...long, ...words(50, 6000)])), true);
    const other = words(101, 7000);
    assert.equal(same(text(long), text([...other, ...long.slice(101)])), false);
    assert.equal(same(text(long), text([...other.slice(1), ...long.slice(100)])), true);
    assert.equal(same(text(long), text([...long.slice(0, 899), ...other])), false);
    assert.equal(same(text(long), text([...long.slice(0, 900), ...other.slice(1)])), true);
  });
});

/** How many words stand in both, in one order: by the table of every beginning against every other. */
function longestRow(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

describe('the words of a note', () => {
  const count = (line: string) => noteTextOf(note('A1', `O: ${line}`))?.words.length ?? 0;
  const REST = ' of nine more words that are the same as before';

  it('are runs of letters and digits, the point of a figure and the apostrophe of a word within', () => {
    assert.equal(count('one two'), 2);
    assert.equal(count('one,two; (three)-four'), 4);
    assert.equal(count('3.5 cm, 1,000 m, 9:30, 3/5'), 6);
    assert.equal(count("don’t can't"), 2);
    assert.equal(count("dogs' 'so' it’"), 3);
    assert.equal(count('end. Next, then'), 3);
    assert.equal(count('3. of 5: 2/'), 4);
    assert.equal(count('a.b c/d e:f g,h'), 8);
    assert.equal(count('.5 5.'), 2);
    assert.equal(count('... !? -'), 0);
    assert.equal(count('é ü ñandú'), 3);
    assert.equal(count('[a] {b} `c` @d ^e _f'), 6);
    assert.equal(count('z9 Z0 a0 A9'), 4);
    assert.equal(count('x’s ’x'), 2);
    assert.equal(count('3-5 3.a x.3'), 6);
    assert.equal(count('a – b … c'), 3);
  });

  it('are the same in either case, and with either apostrophe', () => {
    assert.equal(same('Walked AGAIN', 'walked again'), true);
    assert.equal(same('ÉTÉ', 'été'), true);
    assert.equal(same('don’t', "don't"), true);
    assert.equal(same('dont', "don't"), false);
    assert.equal(same("the dogs' run", 'the dogs run'), true);
    assert.equal(same('up to 3. Then', 'up to 3 then'), true);
    assert.equal(same('Aa Zz', 'aA zZ'), true);
  });

  it('differ by their figures', () => {
    for (const [a, b] of [
      ['3.5', '35'],
      ['3.5', '3,5'],
      ['3:5', '3/5'],
      ['10', '01'],
      ['ab', 'ba'],
      ['a', 'aa'],
      ['9', 'i'],
    ] as const)
      assert.equal(same(a, b), false, `${a} and ${b}`);
    assert.equal(same(`3${REST} 3`, `4${REST} 5`), false);
  });

  it('are those of O and A alone, O first', () => {
    const raw = (...lines: string[]) =>
      noteTextOf(note('A1', ...lines))
        ?.raw.split(/\s+/)
        .filter(Boolean)
        .join(' ');
    assert.equal(raw('A: two', 'S: none', 'O: one', 'P: none', 'note: none', 'O: more'), 'one more two');
    assert.equal(raw('O:', 'A: two'), 'two');
    assert.equal(raw('S: none'), undefined);
    assert.equal(raw('O:', '   '), undefined);
    assert.equal(noteTextOf(note('A1', 'O: ...')), undefined);
    const one = note('A1', 'O: one');
    assert.equal(noteTextOf(one), noteTextOf(one));
    assert.equal(sameForTwo(note('A1', 'S: x'), note('B1', 'S: x')), false);
    assert.equal(sameForTwo(note('A1', 'O: x'), note('B1', 'S: x')), false);
    assert.equal(sameForTwo(note('A1', 'S: x'), note('B1', 'O: x')), false);
  });
});

describe('ids in notes', () => {
  const pair = (a: string, b: string) => sameForTwo(note('MRN1', `O: ${a}`), note('MRN2', `O: ${b}`));

  it('are set aside, the own and the other’s', () => {
    assert.equal(pair('MRN1 walked', 'MRN2 walked'), true);
    assert.equal(pair('MRN1 walked', 'walked'), true);
    assert.equal(pair('walked with MRN2', 'walked with MRN1'), true);
    assert.equal(pair('walked with MRN2', 'walked with'), true);
    assert.equal(pair('walked with', 'walked with MRN1'), true);
    assert.equal(pair('MRN1 and MRN1 walked', 'and walked'), true);
    assert.equal(pair('MRN3 walked', 'MRN4 walked'), false);
    assert.equal(pair('walked MRN1', 'stood MRN2'), false);
  });

  it('only as a word by itself, written as they are', () => {
    assert.equal(pair('MRN11 walked', 'walked'), false);
    assert.equal(pair('xMRN1 walked', 'walked'), false);
    assert.equal(pair('MRN21 walked', 'walked'), false);
    assert.equal(pair('xMRN2 walked', 'walked'), false);
    assert.equal(pair('mrn1 walked', 'walked'), false);
    assert.equal(pair('(MRN1) walked', 'walked'), true);
    assert.equal(pair('MRN11 and MRN1 walked', 'MRN11 and walked'), true);
    assert.equal(pair('MRN22 MRN2 walked', 'MRN22 walked'), true);
    assert.equal(pair('MRN1MRN1 walked', 'walked'), false);
    assert.equal(pair('éMRN1 walked', 'walked'), false);
  });

  it('of an encounter whose id cannot be read are none', () => {
    const [none] = encountersOf('encounter 2026-03-03\n  O: walked well\n');
    assert.equal(none!.patient, undefined);
    assert.equal(sameForTwo(none!, note('B1', 'O: walked well')), true);
    assert.equal(sameForTwo(note('B1', 'O: walked B1 well'), none!), true);
    assert.equal(sameForTwo(none!, note('B1', 'O: walked')), false);
    const [word] = encountersOf('encounter 2026-03-03\n  O: undefined walked B1\n');
    assert.equal(noteTextOf(word!)!.words.length, 3);
    assert.equal(sameForTwo(word!, note('B1', 'O: walked')), false);
    assert.equal(sameForTwo(note('B1', 'O: undefined walked'), word!), true);
  });

  it('that are all a note says leave nothing, and then the note is as it stands', () => {
    assert.equal(pair('MRN2', 'MRN1'), false);
    assert.equal(noteTextOf(note('MRN1', 'O: MRN1')), undefined);
  });
});

describe('what tells most notes apart', () => {
  const bits = (line: string) => {
    const made = new NoteBits();
    made.add(codesOf(line), 0, line.length);
    return made;
  };

  it('is made of the same words as when they are compared, line by line', () => {
    const made = new NoteBits();
    const line = 'skip Walked 3.5 m, twice. skip';
    made.add(codesOf(line), 5, line.length - 5);
    made.add(codesOf('Tires less'), 0, 10);
    const whole = noteTextOf(note('A1', 'O: Walked 3.5 m, twice.', 'A: Tires less'))!.bits;
    assert.equal(made.count, 6);
    assert.deepEqual([made.lackedBy(whole), whole.lackedBy(made)], [0, 0]);
  });

  it('ends with the line, in the midst of a word too', () => {
    const part = new NoteBits();
    part.add(codesOf('walkedfar'), 0, 6);
    assert.equal(part.count, 1);
    assert.equal(part.lackedBy(bits('walked')), 0);
    assert.equal(bits('\u0080').count, 0);
    // Nothing is behind the last character of a file.
    assert.equal(bits("the dogs'").lackedBy(bits('the dogs')), 0);
  });

  it('lacks one bit a word that is not there, and never more', () => {
    const none = new NoteBits();
    let found = 0;
    for (let i = 0; i < 300; i++) {
      assert.equal(bits(`word${i}`).lackedBy(none), 1);
      found += bits(`word${i}`).lackedBy(bits('some other words'));
    }
    assert.ok(found > 280, `${found} of 300 words are seen to be missing`);
    // Of so many words all 256 bits are set; of each, one.
    const all = bits(text(words(4000)));
    assert.equal(all.lackedBy(none), 256);
    assert.equal(all.lackedBy(all), 0);
    assert.equal(none.lackedBy(all), 0);
  });

  it('allows what may be the same by count, and by what is missing', () => {
    const may = (a: readonly string[], b: readonly string[]) => mayBeSame(bits(text(a)), bits(text(b)));
    const ten = ['walked', 'with', 'two', 'cues', 'and', 'a', 'rail', 'for', 'ten', 'minutes'];
    assert.equal(bits(text(ten)).lackedBy(new NoteBits()), 10);
    assert.equal(may(ten, ten), true);
    assert.equal(may(['go', 'go'], ['go']), false);
    assert.equal(may(ten, ten.slice(1)), true);
    assert.equal(may(ten.slice(1), ten), true);
    assert.equal(may(ten, ten.slice(2)), false);
    assert.equal(may(ten.slice(2), ten), false);
    assert.equal(may(ten, swapped(ten, 3, 'hints')), true);
    assert.equal(may(ten, swapped(swapped(ten, 3, 'hints'), 4, 'slowly')), false);
  });
});
