/**
 * What a quick pass leaves of a block is what the parser and the model make of it, and what it refuses is read by them.
 * Held against both over every text of the tests, and of each one a step away.
 */

import assert from 'node:assert/strict';
import { mentionsIn } from '../../server/src/engine/mentions';
import { NO_DEFAULTS } from '../../server/src/model/defaults';
import { Glance, MOST_LINES } from '../../server/src/model/glance';
import { noteTextOf } from '../../server/src/model/notes';
import { Place, type Seen, SeenLines } from '../../server/src/model/seen-lines';
import { defaultSettings, type Settings } from '../../server/src/model/settings';
import { type Label, TokenKind } from '../../server/src/syntax/kinds';
import { MOST_AT_HAND, TextWindow } from '../../server/src/text/window';
import { allTexts } from '../support/all-texts';
import { blocksOf, type ModelBlock } from '../support/encounters';
import { TODAY } from '../support/markers';
import { variants } from '../support/variants';

const HEADER = 'encounter 2026-03-03 patient A\n';

/** The words of O and A, where the patient is not named in them: what the bits of notes are made of. */
function bitsOf({ encounter }: ModelBlock) {
  const of = noteTextOf(encounter);
  return of && encounter.patient !== undefined && of.raw.includes(encounter.patient) ? undefined : of?.bits;
}

/** What the model makes of a block, in the words of the quick pass. */
function byModel(block: ModelBlock) {
  const { encounter: e, syntax, start, end, below } = block;
  const people: string[] = [];
  for (const { kind, name } of mentionsIn(syntax)) if (kind === 'person' && !people.includes(name)) people.push(name);
  const bits = (all: readonly { label: Label }[]) => all.reduce((sum, { label }) => sum | (1 << label), 0);
  return {
    end,
    lineCount: syntax.lineCount,
    endsWithBreak: syntax.slice(end - start - 1, end - start) === '\n',
    header: `${e.date} ${e.patient}`,
    below,
    people: people.sort(),
    given: [e.diagnoses.length > 0, e.goals.length > 0],
    notes: [bits(e.notes), bits(e.notes.filter((note) => !note.isEmpty))],
    sessions: e.sessions.map((s) =>
      [s.written?.text, s.contact, s.isGroup, s.size, s.counts, s.by, s.start, s.start < 0 ? 0 : s.end, s.minutes].join(
        ' ',
      ),
    ),
    hasGroup: e.sessions.some((s) => s.isGroup),
    givers: [...new Set(e.sessions.map((s) => s.giver).filter((giver) => giver !== undefined))].sort(),
    claims: e.claims.map((claim) =>
      [claim.written?.text, claim.units, claim.modifiers.every(({ text }) => ['GP', 'GO', 'GN'].includes(text))].join(
        ' ',
      ),
    ),
    fields: [e.clinician, e.assistant, e.discipline, e.payer, e.state, e.setting, e.unitRule, e.unitRuleKnown],
    unread: [e.clinicianUnread, e.assistantUnread, e.payerUnread],
  };
}

/** The same of what the quick pass left. */
function byGlance(glance: Glance): ReturnType<typeof byModel> {
  const { encounter: e, defaults } = glance.standing;
  return {
    end: glance.end,
    lineCount: glance.lineCount,
    endsWithBreak: glance.endsWithBreak,
    header: `${glance.date} ${glance.patient}`,
    below: glance.below,
    people: [...glance.people].sort(),
    given: [glance.hasDiagnosis, glance.hasGoal],
    notes: [glance.labels, glance.written],
    sessions: glance.sessions.slice(0, glance.sessionCount).map((s, i) => {
      const [start, end, minutes] = [glance.starts[i]!, glance.ends[i]!, glance.minutes[i]!];
      return [s.code.text, s.contact, s.isGroup, s.size, s.counts, s.by, start, start < 0 ? 0 : end, minutes].join(' ');
    }),
    hasGroup: glance.hasGroup,
    givers: [...glance.givers].sort(),
    claims: glance.claims
      .slice(0, glance.claimCount)
      .map(({ code, isPlain }, i) => [code.text, glance.units[i], isPlain].join(' ')),
    fields: [e.clinician, e.assistant, e.discipline, e.payer, e.state, e.setting, e.unitRule, e.unitRuleKnown],
    unread: [defaults.clinicianUnread, defaults.assistantUnread, defaults.payerUnread],
  };
}

interface Expected {
  readonly block: ModelBlock;
  readonly says: ReturnType<typeof byModel>;
  /** The same as text, which is compared sooner. */
  readonly json: string;
  readonly bits: ReturnType<typeof bitsOf>;
  /** Something here is wrong, or speaks to the checker: never for a quick pass. */
  readonly isOdd: boolean;
}

function expected(text: string, settings: Settings): Expected[] {
  return blocksOf(text, settings).map((block) => {
    const { syntax } = block;
    let isOdd = syntax.problems.length > 0;
    for (let line = 0; line < syntax.lineCount; line++) {
      const last = syntax.endToken(line) - 1;
      if (last >= syntax.firstToken(line) && syntax.kind(last) === TokenKind.Comment && syntax.value(last) === 1)
        isOdd = true;
    }
    const says = byModel(block);
    return { block, says, json: JSON.stringify(says), bits: bitsOf(block), isOdd };
  });
}

/** Reads every encounter of a text at a glance. @returns which were read. */
function held(text: string, glance: Glance, all: readonly Expected[]): boolean[] {
  glance.begin(text);
  return all.map(({ block, says, json, bits, isOdd }) => {
    if (!glance.read(block.start, block.above)) return false;
    assert.equal(isOdd, false, `read at a glance, though it is odd: ${text.slice(block.start, block.end)}`);
    const now = byGlance(glance);
    if (JSON.stringify(now) !== json) assert.deepEqual(now, says, text);
    assert.equal(new Set(glance.people).size, glance.people.length);
    assert.equal(new Set(glance.givers).size, glance.givers.length);
    if (bits) {
      const own = glance.noteBits();
      assert.equal(own.namesOwn, false);
      assert.equal(`${own.count} ${own.lackedBy(bits)} ${bits.lackedBy(own)}`, `${bits.count} 0 0`, text);
    }
    return true;
  });
}

/** Whether each encounter of a text is read at a glance; that it is read right is held at once. */
function isRead(text: string, settings = defaultSettings(TODAY)): boolean[] {
  return held(text, new Glance(settings), expected(text, settings));
}

const bodyOf = (lines: readonly string[]) => HEADER + lines.map((line) => `  ${line}\n`).join('');
const reads = (...lines: string[]) => isRead(bodyOf(lines))[0];
/** Not read at a glance, wherever in the text it stands. */
const isLeft = (text: string) => ['', '\n', '\n\n'].every((above) => isRead(above + text)[0] === false);

const THREE = '  09:00-09:15  97110  one-on-one\n  bill 97110-GP x1\n  O: Better.\n';

describe('a quick pass', () => {
  it('reads what is written as most is', () => {
    for (const line of [
      '09:00-09:15  97110  one-on-one',
      '09:00-09:15 97150 group of 3 "Balance"',
      '00:00-00:01 97110',
      '23:00-24:00 97110',
      '19:59-20:00 97110 by clinician',
      '9:00-9:15 97110',
      '09:00 - 09:15 97110',
      '15 min 97140 region "neck"',
      'bill 97110-59-GP x2',
      'bill 97110 -GP',
      'bill 97110-GP x1  # as planned',
      '09:00-09:15 97110  # early',
      'bill 97999',
      'dx M54.50, M25.561',
      'dx none',
      'goal "Walk 200 m"',
      'goal none',
      'goal  "Walk"',
      'payer tricare',
      'payer "Blue Plan"',
      'clinician "S. Kim, OT"',
      'assistant none',
      'units midpoint',
      'S: Better',
      'p: Go on.',
      'A:',
      'o: done',
      'note: left early',
      'note:',
      '# a remark',
      '#remark',
      '#\t a remark',
      '#',
      '',
      '   ',
    ]) {
      assert.equal(reads(line), true, line);
      assert.equal(reads(line, '09:00-09:15 97110', 'bill 97110', 'O: Better'), true, line);
    }
  });

  it('leaves to the parser what is not', () => {
    for (const line of [
      '\t09:00-09:15 97110',
      '\u00a009:00-09:15 97110',
      '09:15-09:00 97110',
      '09:00-09:00 97110',
      '24:00-24:00 97110',
      '09:60-10:00 97110',
      '25:00-26:00 97110',
      '23:00-24:01 97110',
      '00:00-24:01 97110',
      '09.00-09:15 97110',
      '09:00/09:15 97110',
      '09:00-09.15 97110',
      '0::00-11:15 97110',
      '09:00-1/:15 97110',
      '09:/0-10:00 97110',
      '09:0/-10:00 97110',
      '09:0:-10:00 97110',
      '09:00-09:15 97110 by aide',
      '09:00-09:15 97110 by student',
      '09:00-09:15 97110 by assistant "M"',
      '09:00-09:15 what',
      '09:00-09:15 97110 whatever',
      '15 min 97110 whatever',
      '0 min 97110',
      'bill what',
      'bill 97110 x0',
      'bill 97110 # ignore missing-59: seen',
      '# ignore missing-59: seen',
      '#ignore missing-59: seen',
      '# \t Ignore missing-59: seen',
      '#\u00a0ignore missing-59: seen',
      '09:00-09:15 97110 # ignore brief-episode: seen',
      'dx what?',
      'goal Walk',
      'goal ""',
      'goal "  "',
      'goal "Walk" more',
      'goal "Walk"x',
      'goal "Walk" more\r',
      'color blue',
      'encounter',
      'N: what',
      'note : what',
      '?? 97110',
      'O: \u202ehidden',
      'S: \u0007bell',
      'S: bell\u0007',
      '# \u202ehidden',
      '\u0007',
      'clinician Ortiz',
      'clinician',
    ])
      assert.ok(isLeft(bodyOf([line])), JSON.stringify(line));
    assert.ok(isLeft(`${HEADER}# ignore missing-59: seen\n`));
    assert.ok(isLeft(`${HEADER}  \r  bill 97110\n`));
    assert.ok(isLeft(`${HEADER}  O: One\r  two\n`));
    assert.ok(isLeft(`${HEADER}  # One\r  two\n`));
    assert.ok(isLeft(`${HEADER.trim()}\r  bill 97110\n`));
    assert.equal(reads('payer medicare', 'payer tricare'), false);
    assert.equal(reads('payer medicare', 'units cms'), true);
    assert.equal(reads('dx M54.50', 'dx M25.561', 'goal "a"', 'goal "b"'), true);
  });

  it('leaves characters that may stand nowhere, on both sides of each edge', () => {
    for (const line of ['O: a?b', '# a?b', 'bill 97110 # a?b', 'goal "a?b"']) {
      const of = (c: number) => reads(line.replace('?', String.fromCharCode(c)));
      for (const c of [0x1f, 0x7f, 0x80, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfffd])
        assert.equal(of(c), false, `${line} ${c.toString(16)}`);
      for (const c of [0x20, 0x7e, 0xa0, 0x2029, 0x202f, 0x2065, 0x206a, 0xfffc, 0xfffe])
        assert.equal(of(c), true, `${line} ${c.toString(16)}`);
    }
  });

  it('reads a header written to the letter, and no other', () => {
    const header = (line: string) => isRead(`${line}\n${THREE}`)[0];
    for (const line of [
      'encounter 2026-03-03 patient A',
      'encounter 2024-02-29 patient MRN-1042',
      'encounter 1999-12-31 patient "MRN 1042"',
      'encounter 1000-01-01 patient "A  B "',
      'encounter 2026-03-03 patient ~',
      'encounter 2026-03-03 patient A#1',
    ])
      assert.equal(header(line), true, line);
    for (const line of [
      'encounter 2026-02-29 patient A',
      'encounter 2026-13-01 patient A',
      'encounter 2026-00-01 patient A',
      'encounter 2026-01-00 patient A',
      'encounter 2026-01-32 patient A',
      'encounter 0000-01-01 patient A',
      'encounter 2026/03/03 patient A',
      'encounter 2026-03/03 patient A',
      'encounter 2026-3-003 patient A',
      'encounter 2026-03-0x patient A',
      'encounter 2026-0:-03 patient A',
      'encounter 2026-1/-03 patient A',
      'encounter 2026-03-03 patient',
      'encounter 2026-03-03 patient ',
      'encounter 2026-03-03 patient "A',
      'encounter 2026-03-03 patient A"',
      'encounter 2026-03-03 patient A"B"',
      'encounter 2026-03-03 patient "A"B"',
      'encounter 2026-03-03 patient "A"B',
      'encounter 2026-03-03 patient "A" "B"',
      'encounter 2026-03-03 patient ""',
      'encounter 2026-03-03 patient " "',
      'encounter 2026-03-03 patient #A',
      'encounter 2026-03-03 patient A B',
      'encounter 2026-03-03 patient A # remark',
      'encounter 2026-03-03 patient é',
      'encounter 2026-03-03  patient A',
      'Encounter 2026-03-03 patient A',
      ' encounter 2026-03-03 patient A',
    ]) {
      assert.equal(header(line), false, line);
      assert.equal(header(`\n${line}`), false, line);
    }
  });

  it('follows notes over deeper lines and blank ones', () => {
    assert.equal(reads('O: One', '  two', '', '   three', 'A: four'), true);
    assert.equal(reads('O:', '  two'), true);
    assert.equal(reads('S:', '  two', 'O: three'), true);
    assert.equal(reads('O: One', '  bill 97110 x1'), false);
    assert.equal(reads('O: One', '  S: two'), false);
    assert.equal(reads('O: One', '\ttwo'), false);
    assert.equal(reads('O: One', '  two\u202e'), false);
    assert.equal(reads('O:', '  \t'), false);
    assert.equal(reads('O:', '  \u00a0'), false);
    // White space of every kind is none of a note's words.
    assert.equal(reads('O: \u00a0', 'A: \t'), true);
    assert.equal(reads('O: \u2003', 'A:', '  \u3000', 'S: \u2003é'), true);
    assert.equal(reads('O: One', 'bill 97110', '  two'), false);
    assert.equal(isRead(`${HEADER}  O: One\n   two\n# remark\n  A: three\n`)[0], true);
    assert.equal(isRead(`${HEADER}  O: One\n# remark\n   two\n`)[0], false);
    assert.equal(isRead(`${HEADER}    O: One\n  bill 97110\n`)[0], true);
  });

  it('reads defaults below all lines of an encounter', () => {
    const next = (...lines: string[]) =>
      isRead(`payer medicare\n${HEADER}${THREE}${lines.join('\n')}\n${HEADER}${THREE}`);
    assert.deepEqual(next('payer tricare', '', 'clinician "S. Kim"', '# remark'), [true, true]);
    assert.deepEqual(next('payer medicare'), [true, true]);
    assert.deepEqual(next('payer tricare', 'payer commercial'), [false, true]);
    assert.deepEqual(next('payer tricare', '  bill 97112'), [false, true]);
    assert.deepEqual(next('payer tricare', '  09:00-09:15 97110'), [false, true]);
    assert.deepEqual(next('payer tricare', '  O: More'), [false, true]);
    assert.deepEqual(next('payer what'), [false, true]);
    assert.deepEqual(next('bill 97112'), [false, true]);
    assert.deepEqual(next('dx M54.50'), [false, true]);
    assert.deepEqual(next('?'), [false, true]);
    assert.deepEqual(next('encounters'), [false, true]);
    assert.deepEqual(next('clinician "A"', 'assistant "A"'), [true, true]);
    assert.deepEqual(next('clinician "A"', 'assistant "B"', 'units cms', 'state az', 'setting snf'), [true, true]);
    assert.deepEqual(next('encounter 2026-02-30 patient A'), [true, false, true]);
  });

  it('leaves the defaults as they are where the block sets none, the very same object', () => {
    const glance = new Glance(defaultSettings(TODAY));
    const above = { ...NO_DEFAULTS, clinician: 'R' };
    glance.begin(HEADER + THREE);
    assert.equal(glance.read(0, above), true);
    assert.equal(glance.below, above);
    assert.equal(glance.standing.defaults.clinician, 'R');
    assert.equal(glance.read(0, NO_DEFAULTS), true);
    assert.equal(glance.standing.defaults.clinician, undefined);
  });

  it('knows who gave the sessions', () => {
    const TEAM = 'clinician "R"\nassistant "M"\n';
    const by = (above: string, ...lines: string[]) =>
      isRead(
        `${above}${HEADER}${lines.map((line) => `  09:0${lines.indexOf(line)}-09:15 97110 ${line}\n`).join('')}`,
      )[0];
    assert.equal(by(TEAM, ''), true);
    assert.equal(by(TEAM, 'by clinician'), true);
    assert.equal(by(TEAM, '', 'by clinician'), true);
    assert.equal(by('clinician "R"\n', '', 'by clinician'), true);
    assert.equal(by('assistant "M"\n', '', 'by clinician'), true);
    assert.equal(by('', '', 'by clinician'), true);
    assert.equal(isRead(`${TEAM}${HEADER}  bill 97110\n`)[0], true);
    assert.equal(isRead(`clinician "R"\nassistant M\n${HEADER}  09:00-09:15 97110\n`)[0], true);
    assert.equal(isRead(`${HEADER}  clinician "R"\n  assistant "M"\n  10 min 97110\n  state az\n`)[0], true);
    assert.equal(isRead(`${HEADER}  clinician "R"\n  assistant "R"\n  10 min 97110\n  clinician none\n`)[0], false);
  });

  it('reads either line break, and a last line without one', () => {
    const text = `${HEADER}${THREE}  goal "Walk"\n  # remark\n\n  A: Tires.\n`;
    const all = isRead(text + text);
    assert.deepEqual(all, [true, true]);
    assert.equal(isRead((text + text).replaceAll('\n', '\r\n'))[0], true);
    assert.equal(isRead(text.replaceAll('\n', '\r'))[0], false);
    assert.equal(isRead(`${HEADER}  bill 97110\r  bill 97112\n`)[0], false);
    for (const line of ['bill 97110', 'O: Better', 'goal "a"', '# x', '10 min 97110', 'payer medicare', '', '  '])
      assert.equal(isRead(`${HEADER}  ${line}`)[0], true, line);
    assert.equal(isRead('encounter 2026-03-03 patient A')[0], true);
    assert.equal(isRead(`${HEADER}${THREE}payer tricare`)[0], true);
    // A return by itself is a line break, and is left to the parser.
    for (const line of ['bill 97110', 'O: Better', '# x', '10 min 97110', '', '  '])
      assert.deepEqual(isRead(`${HEADER}${THREE}${HEADER}  ${line}\r`), [true, false], line);
    assert.deepEqual(isRead(`${HEADER}${THREE}${HEADER.trim()}\r`), [true, false]);
  });

  it('reads one odd encounter by the parser, and those beside it itself', () => {
    const odd = `${HEADER}  O: \u202e\n`;
    const good = HEADER + THREE;
    assert.deepEqual(isRead(good + odd + good + good + odd + good), [true, false, true, true, false, true]);
    assert.deepEqual(isRead(`${good}${odd}`), [true, false]);
    // From one text to the next nothing stays.
    const glance = new Glance(defaultSettings(TODAY));
    for (const text of [odd, good, `${good}payer tricare\n${odd}`, good]) {
      const all = expected(text, defaultSettings(TODAY));
      glance.begin(text);
      assert.deepEqual(
        all.map(({ block }) => glance.read(block.start, block.above)),
        all.map(({ isOdd }) => !isOdd),
      );
    }
  });

  it('reads a text of any length, whatever is at hand of it at a time', () => {
    const settings = defaultSettings(TODAY);
    const glance = new Glance(settings);
    // Encounters whose borders come to lie everywhere in what is at hand, odd ones among them.
    const long = Array.from(
      { length: 120 },
      (_, i) => `${HEADER}${THREE}  O: ${'walks '.repeat(40 + i)}\n${i % 9 ? '' : '  ?\n'}`,
    );
    for (const text of [long.join(''), long.join('').replaceAll('\n', '\r\n'), `payer tricare\n${long.join('')}`]) {
      assert.ok(text.length > 3 * MOST_AT_HAND);
      const all = expected(text, settings);
      assert.deepEqual(
        held(text, glance, all),
        all.map(({ isOdd }) => !isOdd),
      );
      // In any order, as well.
      glance.begin(text);
      for (const { block, isOdd, json } of [...all].reverse()) {
        assert.equal(glance.read(block.start, block.above), !isOdd);
        if (!isOdd) assert.equal(JSON.stringify(byGlance(glance)), json);
      }
    }
  });

  it('leaves an encounter to the parser that is longer than what is at hand, and reads on behind it', () => {
    const good = HEADER + THREE;
    const note = (length: number) => `${good}  O: ${'x'.repeat(length - good.length - 6)}\n`;
    assert.equal(note(1000).length, 1000);
    assert.deepEqual(isRead(good + note(MOST_AT_HAND - 100) + good + note(MOST_AT_HAND + 1) + good + good), [
      ...[true, true, true, false, true, true],
    ]);
    assert.deepEqual(isRead(note(MOST_AT_HAND + 1)), [false]);
    assert.deepEqual(isRead(note(MOST_AT_HAND)), [true]);
    // The next header is behind what is at hand: whether it is one is not known.
    assert.deepEqual(isRead(note(MOST_AT_HAND) + good), [false, true]);
    assert.deepEqual(isRead(note(MOST_AT_HAND - good.length) + good), [true, true]);
    assert.deepEqual(isRead(`${good}${'\n'.repeat(2 * MOST_AT_HAND)}${good}`), [false, true]);
  });

  it('sees whether the own id stands in O or A', () => {
    const glance = new Glance(defaultSettings(TODAY));
    const names = (...lines: string[]) => {
      glance.begin(`encounter 2026-03-03 patient MRN1\n${lines.map((line) => `  ${line}\n`).join('')}`);
      assert.ok(glance.read(0, NO_DEFAULTS));
      return glance.noteBits().namesOwn;
    };
    assert.equal(names('O: MRN1 walked'), true);
    assert.equal(names('O: walked', 'A: as MRN1 says'), true);
    assert.equal(names('O: walked', '  and MRN1', 'A: better'), true);
    assert.equal(names('O: walked', 'A: better'), false);
    assert.equal(names('S: MRN1 tired', 'O: walked', 'A: better', 'P: MRN1 goes on'), false);
    // Between O and A, and in neither.
    assert.equal(names('O: walked', 'P: MRN1 goes on', 'A: better'), false);
  });

  it('reads so many sessions, claim lines and lines of notes, and no more', () => {
    const lines = (count: number, line: string) => Array.from({ length: count }, () => line);
    for (const line of ['10 min 97110', 'bill 97110', 'O: One', '  two']) {
      const above = line.startsWith(' ') ? ['O: One'] : [];
      assert.equal(reads(...above, ...lines(MOST_LINES - above.length, line)), true, line);
      assert.ok(isLeft(bodyOf([...above, ...lines(MOST_LINES + 1 - above.length, line)])), line);
    }
    assert.equal(reads(...lines(MOST_LINES + 1, 'P: One')), true);
  });
});

let corpus: { readonly text: string; readonly all: readonly Expected[] }[] | undefined;

/** Every text of the tests, and of each one that is a step away. */
function texts() {
  const settings = defaultSettings(TODAY);
  corpus ??= allTexts().flatMap(({ files }, i) => {
    const [text = ''] = Object.values(files);
    const near = variants(text);
    const step = near[(i * 7919) % Math.max(1, near.length)] ?? text;
    return [text, step].map((one) => ({ text: one, all: expected(one, settings) }));
  });
  return corpus;
}

describe('every text of the tests, and of each one a step away', () => {
  it('comes to the same at a glance as by the parser and the model', () => {
    // One for all: what it knows of lines that were read before is part of what is held here.
    const glance = new Glance(defaultSettings(TODAY));
    let [read, total] = [0, 0];
    for (const { text, all } of texts()) {
      const which = held(text, glance, all);
      total += which.length;
      read += which.filter(Boolean).length;
    }
    assert.ok(total > 3000, `${total} encounters`);
    assert.ok(read > 0.7 * total, `${read} of ${total} are read at a glance`);
  }).timeout(60000);
});

describe('a line that was read before', () => {
  const window = new TextWindow();
  const windowOf = (text: string): TextWindow => {
    window.begin(text);
    window.take(0);
    return window;
  };
  const find = (seen: SeenLines, text: string, place: Place, hash = 7): Seen =>
    seen.find(windowOf(text), 0, text.length, place, hash);

  it('is known by its text and its place, whatever its number', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const claim = find(seen, 'bill 97110-GP x2', Place.Line);
    assert.ok(claim.says === 'claim');
    assert.deepEqual([claim.claim.code.text, claim.claim.isPlain, claim.units], ['97110', true, 2]);
    assert.equal(find(seen, 'bill 97110-GP x2', Place.Line), claim);
    assert.equal(seen.find(windowOf('xbill 97110-GP x2y'), 1, 17, Place.Line, 7), claim);
    // Other texts with the same number, and the same text in another place.
    for (const other of ['bill 97110-GP x3', 'bill 97110-GP', 'bill 97110-GP x22', 'cill 97110-GP x2'])
      assert.notEqual(find(seen, other, Place.Line), claim, other);
    assert.equal(find(seen, 'bill 97110-GP x2', Place.Margin).says, 'other');
    assert.equal(find(seen, 'bill 97110-GP x2', Place.Session).says, 'other');
    assert.equal(find(seen, 'bill 97110-GP x2', Place.Line), claim);
    assert.equal(find(seen, 'payer medicare', Place.Margin).says, 'default');
    assert.equal(find(seen, 'payer medicare', Place.Line).says, 'field');
    assert.equal(find(seen, 'dx M54.50', Place.Margin).says, 'other');
  });

  it('shares what it says with another that says the same', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const claimOf = (text: string) => {
      const line = find(seen, text, Place.Line, text.length);
      return line.says === 'claim' ? line.claim : assert.fail(line.says);
    };
    assert.equal(claimOf('bill 97110-GP'), claimOf('bill 97110 -gp x4'));
    assert.notEqual(claimOf('bill 97110-GP'), claimOf('bill 97110-GO'));
    assert.notEqual(claimOf('bill 97110-GP'), claimOf('bill 97110'));
    assert.notEqual(claimOf('bill 97110-GP'), claimOf('bill 97112-GP'));
    assert.deepEqual(
      ['bill 97110-GP', 'bill 97110-GO', 'bill 97110', 'bill 97112-GP'].map((text) => claimOf(text).id),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      ['', '-GP', '-GN-GO', '-59', '-GP-59', '-ZZ', '-KX'].map((more) => claimOf(`bill 97110${more}`).isPlain),
      [true, true, true, false, false, false, false],
    );
    const sessionOf = (text: string, place = Place.Session) => {
      const line = find(seen, text, place, text.length);
      return line.says === 'session' || line.says === 'timed session' ? line.session : assert.fail(line.says);
    };
    assert.equal(sessionOf(' 97110'), sessionOf('  97110 one-on-one "Stairs"'));
    assert.equal(sessionOf(' 97110'), sessionOf('10 min 97110', Place.Line));
    const all = [
      ' 97110',
      ' 97112',
      ' 97110 group',
      ' 97110 group of 2',
      ' 97110 by clinician',
      ' 97110 region "neck"',
      ' 97110 region "hip"',
    ];
    assert.deepEqual(
      all.map((text) => sessionOf(text).id),
      [0, 1, 2, 3, 4, 5, 6],
    );
    assert.deepEqual(
      all.map((text) => sessionOf(text).counts),
      [true, true, false, false, true, true, true],
    );
  });

  it('says when a session was, where the text has it', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const when = (text: string) => {
      const line = find(seen, text, Place.Line, text.length);
      return line.says === 'timed session' ? [line.start, line.end] : line.says;
    };
    assert.deepEqual(when('15 min 97110'), [-1, 15]);
    assert.deepEqual(when('9:00-9:15 97110'), [540, 555]);
    assert.deepEqual(when('0:00-0:15 97110'), [0, 15]);
    assert.equal(find(seen, ' 97110', Place.Session).says, 'session');
  });

  it('has what rules ask of its code', () => {
    const settings = defaultSettings(TODAY);
    const of = (code: string, seen = new SeenLines(settings)) => {
      const line = find(seen, `bill ${code}`, Place.Line);
      if (line.says !== 'claim') return assert.fail(line.says);
      const { from, to, isSpecial, isTimed, limit } = line.claim;
      return [from, to, isSpecial, isTimed, limit];
    };
    const NEVER = 99999999;
    const mue = (code: string) => settings.codes.of(code).entry!.mue ?? NEVER;
    assert.deepEqual(of('97110'), [0, NEVER, false, true, mue('97110')]);
    assert.deepEqual(of('97161'), [20170101, NEVER, false, false, mue('97161')]);
    assert.deepEqual(of('97001'), [0, 20161231, false, false, mue('97001')]);
    assert.deepEqual(of('97129'), [20200101, NEVER, true, true, mue('97129')]);
    assert.deepEqual(of('90837').slice(2, 4), [true, false]);
    assert.deepEqual(of('12345'), [NEVER, NEVER, false, false, NEVER]);
    assert.equal(mue('97161'), 1);
    const unitLimits = { edition: 'own', limits: new Map([['97110', { code: '97110', units: 3 }]]) };
    const own = new SeenLines({ ...settings, unitLimits } as unknown as Settings);
    assert.deepEqual([of('97110', own)[4], of('97112', own)[4]], [3, NEVER]);
  });

  it('is read again where so many came between that they are let go', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const line = (i: number) => find(seen, `bill ${10000 + i}`, Place.Line, i >> 2);
    const [first, last] = [line(0), line(8000)];
    assert.equal(line(0), first);
    for (let i = 1; i < 8000; i++) line(i);
    assert.equal(line(0), first);
    assert.equal(line(8000), last);
    for (let i = 8001; i < 8400; i++) line(i);
    const again = line(0);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
    assert.equal(line(0), again);
  });

  it('gives people and fields, and what follows from them', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const field = (text: string) => {
      const line = find(seen, text, Place.Line, text.length);
      return line.says === 'field' ? line : assert.fail(line.says);
    };
    assert.deepEqual(field('clinician "R. Ortiz"').people, ['R. Ortiz']);
    assert.deepEqual(field('assistant "M"').people, ['M']);
    assert.deepEqual(field('assistant none').people, []);
    assert.deepEqual(field('payer "Blue Plan"').people, []);
    const none = seen.standingOf(NO_DEFAULTS);
    assert.equal(seen.standingOf({ ...NO_DEFAULTS }), none);
    assert.deepEqual([none.giver, none.givers, none.context], [undefined, [], -1]);
    const r = seen.with(none, field('clinician "R"'));
    assert.deepEqual([r.giver, r.givers, r.encounter.clinician], ['R', ['R'], 'R']);
    assert.equal(seen.with(none, field('clinician "R"')), r);
    assert.equal(seen.standingOf({ ...NO_DEFAULTS, clinician: 'R' }), r);
    const rm = seen.with(r, field('assistant "M"'));
    assert.deepEqual([rm.giver, rm.givers, rm.defaults.clinician], ['M', ['M'], 'R']);
    assert.equal(seen.standingOf({ ...NO_DEFAULTS, clinician: 'R', assistantUnread: true }).giver, undefined);
    const top = find(seen, 'units cms', Place.Margin);
    assert.equal(top.says === 'default' && seen.with(rm, top).encounter.unitRule, 'cms');
    assert.equal(seen.with(rm, field('payer medicare')).encounter.payer.medicare, true);
  });

  it('keeps so many fields that hold at once, and starts over then', () => {
    const seen = new SeenLines(defaultSettings(TODAY));
    const at = (i: number) => seen.standingOf({ ...NO_DEFAULTS, clinician: `C${i}` });
    const first = at(0);
    for (let i = 1; i < 256; i++) at(i);
    assert.equal(at(0), first);
    at(256);
    assert.notEqual(at(0), first);
    const base = seen.standingOf(NO_DEFAULTS);
    for (let i = 0; i < 300; i++) {
      const line = find(seen, `clinician "D${i}"`, Place.Line, i);
      assert.ok(line.says === 'field' && seen.with(base, line).giver === `D${i}`);
      assert.ok(base.after.size <= 256);
    }
    assert.ok(base.after.size > 0);
  });
});
