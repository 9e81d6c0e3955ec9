/** Texts that are nearly right: one of the corpus with a few things done to it that people, editors and disks do. */

import fc from 'fast-check';
import { anyLine, anyText } from '../support/text';
import { CORPUS } from './corpus';

/** Characters that trip readers of text. */
export const ODD = [
  '\0',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u2011',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2212',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\uff11\uff12',
  '\u0660',
  '\ud83d\ude00',
  '\ud83d',
  '\ude00',
  '\u{e0041}',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\v',
  '\f',
] as const;

/** Pieces of the language, to stand where they do not belong. */
const PIECES = [
  'encounter ',
  'encounter 2026-03-03 patient A\n',
  '\nencounter 2026-03-03 patient A\n',
  'patient ',
  'bill ',
  '  bill 97110-59-GP x2\n',
  '  09:00-09:15  97110\n',
  '  15 min  97150  group of 3\n',
  'group of 2',
  'by assistant "M. Lee, PTA"',
  'by student',
  'region "lumbar"',
  '  S: ',
  'payer medicare\n',
  'payer commercial\n',
  'units midpoint\n',
  'assistant none\n',
  '  # ignore missing-59: so be it\n',
  '# ignore ',
  '# ',
  '"',
  ':',
  '-',
  '-59',
  'x',
  ' x999',
  '24:00',
  '00:00',
  '2024-02-29',
  '0',
  '99',
  '  ',
] as const;

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: anyLine.map((line) => `${line}\n`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** A place in a text of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

type Change =
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'digit'; readonly at: number; readonly digit: number }
  | { readonly kind: 'line'; readonly how: 'drop' | 'double' | 'indent' | 'outdent'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'splice'; readonly at: number; readonly other: string; readonly from: number }
  | { readonly kind: 'breaks'; readonly end: string }
  | { readonly kind: 'cut'; readonly at: number };

const length = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(120) });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: place, piece }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: place, length }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('repeat' as const), at: place, length, times: fc.nat(6) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('digit' as const), at: place, digit: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      how: fc.constantFrom('drop' as const, 'double' as const, 'indent' as const, 'outdent' as const),
      at: place,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, to: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('splice' as const),
      at: place,
      other: fc.constantFrom(...CORPUS),
      from: place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('breaks' as const), end: fc.constantFrom('\r\n', '\r') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place }) },
);

function offset(text: string, at: number): number {
  return Math.min(text.length, Math.floor(at * (text.length + 1)));
}

function changed(text: string, change: Change): string {
  switch (change.kind) {
    case 'insert': {
      const at = offset(text, change.at);
      return text.slice(0, at) + change.piece + text.slice(at);
    }
    case 'delete': {
      const at = offset(text, change.at);
      return text.slice(0, at) + text.slice(at + change.length);
    }
    case 'repeat': {
      const at = offset(text, change.at);
      return text.slice(0, at) + text.slice(at, at + change.length).repeat(change.times) + text.slice(at);
    }
    case 'digit': {
      const digits = [...text.matchAll(/\d/g)];
      const chosen = digits[offset(' '.repeat(Math.max(0, digits.length - 1)), change.at)];
      return chosen ? text.slice(0, chosen.index) + change.digit + text.slice(chosen.index + 1) : text;
    }
    case 'line':
    case 'move': {
      const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
      const at = Math.min(lines.length - 1, Math.floor(change.at * lines.length));
      const line = lines[at] ?? '';
      if (change.kind === 'move') {
        lines.splice(at, 1);
        lines.splice(Math.floor(change.to * (lines.length + 1)), 0, line);
      } else if (change.how === 'drop') lines.splice(at, 1);
      else if (change.how === 'double') lines.splice(at, 0, line);
      else lines[at] = change.how === 'indent' ? `  ${line}` : line.replace(/^[ \t]+/, '');
      return lines.join('');
    }
    case 'splice': {
      const at = offset(text, change.at);
      const from = offset(change.other, change.from);
      return text.slice(0, at) + change.other.slice(from);
    }
    case 'breaks':
      return text.replace(/\r\n|\n|\r/g, change.end);
    case 'cut':
      return text.slice(0, offset(text, change.at));
  }
}

/** A text of the corpus with up to `most` things done to it. */
export function mutated(most = 8): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...CORPUS), fc.array(change, { maxLength: most }))
    .map(([text, changes]) => changes.reduce(changed, text));
}

/** Any text that a fuzz target is given: nearly right, put together from lines, or nonsense. */
export function anyInput(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: mutated() },
    { weight: 2, arbitrary: anyText(40) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
    { weight: 1, arbitrary: fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')) },
  );
}

/** One edit of a text: where, how much goes, and what comes. Never within a line break or a pair of UTF-16 units. */
export interface Typed {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

export const typed: fc.Arbitrary<Typed> = fc.record({
  at: place,
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: length }),
  newText: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: piece },
    { weight: 1, arbitrary: fc.constantFrom(...CORPUS.slice(0, 200)) },
  ),
});

/** The offsets that an edit replaces in this text. */
export function stretchOf(text: string, { at, length }: Typed): readonly [start: number, end: number] {
  const start = whole(text, offset(text, at));
  return [start, Math.max(start, whole(text, Math.min(text.length, start + length)))];
}

function whole(text: string, at: number): number {
  const inBreak = text[at - 1] === '\r' && text[at] === '\n';
  const inPair = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
  return inBreak || inPair ? at + 1 : at;
}
