/** What a hover says: the figures of this encounter, the words, and the sources. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hoverAt, plainText } from '../../server/src/features/hover';
import * as prose from '../../server/src/features/prose';
import { allCodes } from '../../server/src/guidance/codes';
import { allModifiers } from '../../server/src/guidance/modifiers';
import { newWorkspace } from '../support/markers';

const PATH = 'test.encounter';
const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\n';

/** The hover at the place marked by `|`, which is taken out of the text. */
function hover(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const workspace = newWorkspace();
  workspace.setText(PATH, text);
  const lines = text.slice(0, at).split('\n');
  const found = hoverAt(workspace, PATH, { line: lines.length - 1, character: lines.at(-1)!.length }, prose);
  return found?.markdown ?? '';
}

function day(payer: string, lines: string): string {
  return `${HEAD}payer ${payer}\n\nencounter 2026-03-03 patient A\n${lines}`;
}

/** The most words that are read in about ten seconds, sources aside: figures first, the rest is looked over. */
const MOST_WORDS = 210;

function readable(markdown: string): void {
  const body = markdown.split('\n').filter((line) => !line.startsWith('*Sources'));
  assert.ok(markdown.split('\n').length <= 25, `too many lines:\n${markdown}`);
  const words = body.join(' ').split(/\s+/).length;
  assert.ok(words <= MOST_WORDS, `${words} words:\n${markdown}`);
}

describe('a hover on a code', () => {
  it('works the minutes of this encounter through: the 8-minute rule', () => {
    const text = hover(
      day('medicare', '  09:00-09:24  97112\n  09:24-09:47  971|10\n  bill 97112-GP x2\n  bill 97110-GP x1\n'),
    );
    assert.match(text, /\*\*23 min\*\* of 97110/);
    assert.match(text, /All timed codes: \*\*47 min\*\* → \*\*3 units\*\* for the day \(8-minute rule: 38-52 min\)/);
    assert.match(text, /97112 \*\*2\*\*, 97110 \*\*1\*\*/);
    assert.match(text, /Billed x1/);
    assert.match(text, /\*Sources: cms, chapter 5, section 20\.2/);
    readable(text);
  });

  it('adds sessions up, and counts a shared minute once', () => {
    assert.match(
      hover(day('medicare', '  09:00-09:15  97|110\n  10:00-10:18  97110\n  bill 97110-GP x2\n')),
      /15 \+ 18 = \*\*33 min\*\*/,
    );
    assert.match(
      hover(day('medicare', '  09:00-09:15  97|110\n  09:10-09:25  97110\n')),
      /15 \+ 15, shared minutes once = \*\*25 min\*\*/,
    );
  });

  it('counts each code by itself under the midpoint rule, and says where that is assumed', () => {
    const text = hover(
      day('commercial', '  09:00-09:20  971|10\n  09:20-09:40  97112\n  bill 97110 x1\n  bill 97112 x1\n'),
    );
    assert.match(text, /\*\*20 min\*\* → \*\*1 unit\*\* \(midpoint rule\)/);
    assert.match(text, /assumed for this payer; by the 8-minute rule the day gives \*\*3 units\*\*/);
    assert.match(text, /`units cms`/);
    readable(text);
  });

  it('leaves out what does not count, and says so', () => {
    const text = hover(day('medicare', '  09:00-09:15  971|10\n  09:15-09:30  97110  by aide\n  bill 97110-GP x1\n'));
    assert.match(text, /\*\*15 min\*\*/);
    assert.match(text, /Not counted: 15 min by an aide/);
  });

  it('counts no units where a time cannot be read', () => {
    assert.match(hover(day('medicare', '  09:00-09:15  971|10\n  9-10  97112\n')), /cannot be read, so units are not/);
  });

  it('says of 97150: untimed, once, and who says otherwise', () => {
    const text = hover(
      day(
        'medicare',
        '  09:00-09:15  97110\n  09:15-09:45  97|150  group of 3\n  bill 97110-59-GP x1\n  bill 97150-GP x1\n',
      ),
    );
    assert.match(text, /^\*\*97150\*\* · .+ · untimed, group/);
    assert.match(text, /09:15-09:45 in a group of 3 \(\*\*30 min\*\*\) → \*\*x1\*\*, and no timed minutes\. Billed x1/);
    assert.match(text, /Sources disagree:\*\* timed, 15 minutes a unit \(theraplatform\); untimed/);
    assert.match(text, /beside \*\*97110\*\*: the recorded times are apart, 59 opens the pair/);
    assert.match(text, /Never: 95851, 97750/);
    assert.match(text, /Record:\*\* For each member/);
    assert.match(text, /aca-group, fourth paragraph/);
    readable(text);
  });

  it('says that 59 would be untrue where the recorded times overlap', () => {
    const text = hover(
      day(
        'medicare',
        '  09:00-09:15  97110\n  09:10-09:30  97|150  group of 2\n  bill 97110-GP x1\n  bill 97150-GP x1\n',
      ),
    );
    assert.match(text, /the recorded times \*\*overlap\*\*, so 59 would be untrue/);
  });

  it('says the range of a psychotherapy code, and the minutes of the session', () => {
    const text = hover(`discipline BH\n\nencounter 2026-03-03 patient A\n  45 min  908|34\n  bill 90834 x1\n`);
    assert.match(text, /45 min; this code is for \*\*38 to 52 min\*\*/);
    readable(text);
  });

  it('says what a code that has ended became', () => {
    assert.match(
      hover(day('medicare', '  bill 97|001 x1\n')),
      /last day of service 2016-12-31\. Since then: \*\*97161\*\*/,
    );
  });

  it('says of a code that is in no table that it is not checked', () => {
    assert.match(hover(day('medicare', '  bill 12|345 x1\n')), /^\*\*12345\*\* · a code that is not in the table/);
  });

  it('answers in lines that cannot be read', () => {
    for (const line of [
      '  9-10  97|110\n',
      '  97|110\n',
      '  bill 97110 nonsense 97|150\n',
      '  09:00-09:15 97|110 oops "\n',
    ])
      assert.match(hover(day('medicare', line)), /^\*\*97/);
    assert.match(hover(day('medicare', '  bill 97110 nonsense -|59\n')), /^\*\*-59\*\*/);
  });

  it('is there for every code of the table, short, with sources', () => {
    for (const { code } of allCodes()) {
      const text = hover(
        day(
          'medicare',
          `  09:00-09:30  ${code}\n  10:00-10:15  97150  group of 2\n  bill |${code} x1\n  bill 97150 x1\n`,
        ),
      );
      assert.ok(text.startsWith(`**${code}**`), code);
      assert.match(text, /\n\*Sources: [a-z0-9-]+.*, .+\*$/, code);
      assert.doesNotMatch(text, /undefined|NaN|\[object|-1 min/, code);
      readable(text);
    }
  });
});

describe('a hover on units', () => {
  it('shows each code, the total, who gets the rest, and what is billed', () => {
    const text = hover(
      day('medicare', '  09:00-09:24  97112\n  09:24-09:47  97110\n  bill 97112-GP x2\n  bill 97110-GP x|2\n'),
    );
    assert.match(text, /97112: \*\*24 min\*\* → 1 × 15 and 9 left over/);
    assert.match(text, /97110: \*\*23 min\*\* → 1 × 15 and 8 left over/);
    assert.match(text, /All timed codes: \*\*47 min\*\* → \*\*3 units\*\*/);
    assert.match(text, /largest left-overs: 97112 \*\*2\*\*, 97110 \*\*1\*\*/);
    assert.match(text, /\*\*1 too many\*\*: 1 unit supported on this line, 2 billed/);
    assert.match(text, /Limit for a patient and date: 6 units/);
    readable(text);
  });

  it('says where a tie leaves the choice', () => {
    const text = hover(
      day('medicare', '  09:00-09:20  97112\n  09:20-09:40  97110\n  bill 97112-GP x|2\n  bill 97110-GP x1\n'),
    );
    assert.match(text, /97112 \*\*1 or 2\*\*, 97110 \*\*1 or 2\*\* \(a tie: either way is right\)/);
    assert.match(text, /Supported as billed/);
  });

  it('shows each code by itself under the midpoint rule', () => {
    const text = hover(
      day(
        'commercial',
        '  units midpoint\n  09:00-09:24  97112\n  09:24-09:47  97110\n  bill 97112 x|2\n  bill 97110 x2\n',
      ),
    );
    assert.match(text, /97112: \*\*24 min\*\* → \*\*2 units\*\* \(23-37 min\)/);
    assert.match(text, /In all \*\*4 units\*\*: each code by itself \(midpoint rule\)/);
  });

  it('says that an untimed code is one unit', () => {
    const text = hover(day('medicare', '  09:00-09:40  97150  group of 2\n  bill 97150-GP x|2\n'));
    assert.match(text, /\*\*40 min\*\*, untimed → \*\*x1\*\*/);
  });
});

describe('a hover on a time', () => {
  it('says the minutes, whether they count, and what else was in them', () => {
    const text = hover(
      `${day('medicare', '  09:00-|09:15  97110\n  09:10-09:30  97112\n')}\nencounter 2026-03-03 patient *B*\n  09:05-09:25  97530\n`,
    );
    assert.match(text, /^\*\*09:00-09:15\*\* · 15 min of 97110/);
    assert.match(text, /\*\*Counts\*\*\. By itself 1 unit \(8-22 min\)/);
    assert.match(text, /Same minutes, this patient:\*\* 97112 09:10-09:15 \(5 min\)/);
    assert.match(text, /R\\\. Ortiz, PT is also with patient \\\*B\\\*, 97530 09:05-09:15 \(10 min\)/);
    readable(text);
  });

  it('says why group minutes do not count', () => {
    assert.match(
      hover(day('medicare', '  09:00-|09:15  97150  group of 2\n')),
      /\*\*Not counted\*\* toward timed units/,
    );
  });

  it('says that a length shows nothing apart', () => {
    assert.match(
      hover(day('medicare', '  15| min  97110\n')),
      /No clock times: these minutes count, but nothing shows/,
    );
    for (const rest of ['97161', '97110  by aide', '97150  group of 2'])
      assert.match(hover(day('medicare', `  15| min  ${rest}\n`)), /Not counted.*No clock times: nothing shows them/s);
  });

  it('says how a time is written where it is none', () => {
    for (const time of ['9:|75-10:00', '10:00-|09:00'])
      assert.match(hover(day('medicare', `  ${time}  97110\n`)), /not a time that can be used/);
  });

  it('spans the whole time', () => {
    const text = day('medicare', '  09:00-09:15  97110\n');
    const workspace = newWorkspace();
    workspace.setText(PATH, text);
    const found = hoverAt(workspace, PATH, { line: 5, character: 9 }, prose);
    assert.deepEqual([found?.line, found?.start, found?.end], [5, 2, 13]);
  });
});

describe('a hover on a modifier', () => {
  it('says what it states, and whether the times bear it out', () => {
    const text = hover(
      day(
        'medicare',
        '  09:00-09:15  97110\n  09:15-09:30  97150  group of 2\n  bill 97110-|59-GP x1\n  bill 97150-GP x1\n',
      ),
    );
    assert.match(text, /^\*\*-59\*\* · distinct service/);
    assert.match(text, /with \*\*97150\*\*: the recorded times are apart/);
    assert.match(text, /\*Sources: ncci26, chapter I, section E/);
    readable(text);
  });

  it('is there for every modifier of the table', () => {
    for (const { modifier } of allModifiers()) {
      const text = hover(day('medicare', `  09:00-09:15  97110\n  bill 97110-|${modifier} x1\n`));
      assert.ok(text.startsWith(`**-${modifier}** · `), modifier);
      readable(text);
    }
    assert.match(hover(day('medicare', '  bill 97110-|QQ x1\n')), /not in the table/);
  });
});

describe('a hover on a payer', () => {
  it('says how units are counted, how well that is known, and whether the edits bind', () => {
    const medicare = hover(day('medi|care', ''));
    assert.match(medicare, /8-minute rule, \*\*known\*\*/);
    assert.match(medicare, /\*\*bind\*\*/);
    const commercial = hover(day('com|mercial', ''));
    assert.match(commercial, /midpoint rule, \*\*assumed\*\*/);
    assert.match(commercial, /\*\*do not bind\*\*/);
    assert.match(hover(day('"Blue *Plan|*"', '')), /^\*\*Blue \\\*Plan\\\*\*\* · a payer named in this file/);
    for (const text of [medicare, commercial]) readable(text);
  });
});

describe('a hover on a word', () => {
  const everything = `|clinician "R. Ortiz, PT"
|assistant "M. Lee, PTA"
|discipline |SLP
|payer |tricare
|state |AZ
|setting |telehealth
|units |midpoint
|encounter |2026-03-03 |patient |A
  |dx |M54.50
  |goal "Walk"
  |assistant |none
  09:00-09:15  97110  |one-on-one  |by |assistant "M. Lee, PTA"  |region "back"  |"Stairs"
  09:15-09:30  97150  |group |of |4
  10:00-10:15  97014  |supervised
  10:15-10:20  97110  |by |aide
  |bill 97110-GP x1
  |S: a
  |O: b
  |A: c
  |P: d
  |note: e
`;

  it('says what each word means, short', () => {
    for (let at = everything.indexOf('|'); at >= 0; at = everything.indexOf('|', at + 1)) {
      const marked = `${everything.slice(0, at).replaceAll('|', '')}|${everything.slice(at + 1).replaceAll('|', '')}`;
      const text = hover(marked);
      const shown = everything.slice(at + 1, at + 15);
      assert.ok(text.length > 0, `nothing at ${shown}`);
      assert.doesNotMatch(text, /undefined|NaN/, shown);
      readable(text);
    }
  });

  it('shows the day on a header', () => {
    const text = hover(
      `${HEAD}payer medicare\n\nencounter 2026-|03-03 patient A\n  09:00-09:24  97112\n  bill 97112-GP x2\n`,
    );
    assert.match(text, /^\*\*patient A\*\* · 2026-03-03/);
    assert.match(text, /09:00-09:24 97112: \*\*24 min\*\*/);
    assert.match(text, /24 min → \*\*2 units\*\*/);
    assert.match(text, /97112-GP x2/);
  });

  it('says what a rule is where a comment names it', () => {
    assert.match(
      hover(day('medicare', '  # ignore missing-|59: told apart by phone\n')),
      /^\*\*missing-59\*\* · -59 missing/,
    );
    assert.equal(hover(day('medicare', '  # a re|mark\n')), '');
  });

  it('says nothing in a note, on white space and beyond the text', () => {
    assert.equal(hover(day('medicare', '  O: 97|110 went well\n')), '');
    assert.equal(hover(day('medicare', ' | 09:00-09:15  97110\n')), '');
  });
});

describe('any hover', () => {
  it('never throws, whatever stands there, and lies around the place asked about', () => {
    const piece = fc.constantFrom(
      'encounter 2026-03-03 patient A\n',
      'encounter\n',
      '  09:00-09:15  97110  group of 2 by assistant "x"\n',
      '  9:75-10:00 97110\n',
      '  5000 min 90834 \n',
      '  bill 97150-59-GP x2 \u201cx\u201d\n',
      '  bill 90785 x1\n',
      '  bill 99213-25 x1\n',
      '  payer "<b>*x*</b>"\n',
      '  units cms # ignore missing-59: a\n',
      '  \ud83d\ude00 O: note\n',
      '"',
      '-59',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(12), fc.nat(50), (pieces, line, character) => {
        const workspace = newWorkspace();
        workspace.setText(PATH, pieces.join(''));
        const found = hoverAt(workspace, PATH, { line, character }, prose);
        if (!found) return;
        assert.equal(found.line, line);
        assert.ok(found.start <= character && character <= found.end);
        assert.doesNotMatch(found.markdown, /undefined|NaN|<b>/);
      }),
      { numRuns: 800 },
    );
  });

  it('takes the marks off for an editor without Markdown', () => {
    assert.equal(plainText('**97110** · a \\*b\\* `units cms` *Sources: x*'), '97110 · a *b* units cms Sources: x');
  });

  it('uses our own words for codes: none of the phrases of the licensed descriptions', () => {
    const phrases =
      /each 15 minutes|1 or more areas|direct \(one-on-one\) patient contact|therapeutic procedure\(s\)|\(2 or more individuals\)|initial 15 minutes|range of motion and flexibility/i;
    for (const { code } of allCodes())
      assert.doesNotMatch(hover(day('medicare', `  09:00-09:30  |${code}\n  bill ${code} x1\n`)), phrases, code);
  });
});

describe('beside a visit', () => {
  const page = (code: string) =>
    prose.page('code', code, { link: (_kind, _id, text) => text, today: 20260303, said: () => [] })!;

  it('it is the visit that takes a modifier, 25, on the page and in the hover', () => {
    assert.match(page('90847'), /\*\*the visit takes -25\*\* where truly separate: 99202/);
    assert.doesNotMatch(page('90847'), /such as 59\*\*[^\n]*99/);
    assert.match(page('99213'), /\*\*this visit takes -25\*\* where truly separate: 90846/);
    assert.doesNotMatch(page('99213'), /such as 59/);
    assert.doesNotMatch(page('97110'), /-25/);
    const text = hover(day('medicare', '  50 min  90847\n  bill 9|0847\n  bill 99213\n'));
    assert.match(text, /beside \*\*99213\*\*: the visit takes 25 where it is separate/);
    assert.match(text, /25 on the visit, where separate: 99202/);
    assert.doesNotMatch(text, /59 opens, where apart:[^.]*99/);
  });
});

describe('what is true of a code of its kind alone', () => {
  it('is said of no other', () => {
    const units = (code: string, bill = '') => hover(day('medicare', `  45 min  ${code}\n  bill ${code}${bill} x|1\n`));
    assert.match(units('90834'), /One unit: the code stands for 38 to 52 min\./);
    assert.match(units('90837'), /One unit: the code stands for 53 min or more\./);
    assert.match(units('97161', '-GP'), /Untimed: one unit, however long\./);
    assert.match(units('97110', '-GP'), /Counted by the 8-minute rule, for medicare\./);
    assert.match(hover(day('medicare', '  60 min  90853  gr|oup of 8\n')), /a group code such as 97150 is billed once/);
  });
});
