/** Comments that speak to the checker: what they silence, where they reach, and what is said of those with no work. */

import assert from 'node:assert/strict';
import { check, findingsIn, newWorkspace, show } from '../support/markers';

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

/** An encounter without `dx` (said on its header) and with one unit too many (said on its claim line). */
const header = (patient = 'A') => `encounter 2026-03-03 patient ${patient}`;
const SESSION = '  09:00-09:15  97110';
const CLAIM = '  bill 97110-GP x2';
const DX = 'dx-missing';
const UNITS = 'too-many-units';
const IGNORE_UNITS = '# ignore too-many-units: letter of 12 January';
const IGNORE_DX = '# ignore dx-missing: on the order';

/** What is said of these two rules and of the comments themselves, as "line rule". */
function said(text: string): string[] {
  return check(text)
    .filter(({ rule }) =>
      [DX, UNITS, 'unused-ignore', 'ignore-without-reason', 'unknown-field', 'syntax'].includes(rule),
    )
    .map(({ line, rule }) => `${line + 1} ${rule}`);
}

const lines = (...text: string[]) => `${text.join('\n')}\n`;

describe('comments that ignore a rule', () => {
  it('what is silenced here is said without them', () => {
    assert.deepEqual(said(HEAD + lines(header(), SESSION, CLAIM)), [`4 ${DX}`, `6 ${UNITS}`]);
  });

  describe('on a line of its own', () => {
    it('speaks to the next line', () => {
      assert.deepEqual(said(HEAD + lines(header(), SESSION, `  ${IGNORE_UNITS}`, CLAIM)), [`4 ${DX}`]);
    });
    it('passes blank lines and comments', () => {
      assert.deepEqual(said(HEAD + lines(header(), SESSION, `  ${IGNORE_UNITS}`, '', '  # a remark', '   ', CLAIM)), [
        `4 ${DX}`,
      ]);
    });
    it('speaks at the left margin too, below the first header', () => {
      assert.deepEqual(said(HEAD + lines(header(), SESSION, IGNORE_UNITS, CLAIM)), [`4 ${DX}`]);
    });
    it('speaks to that line alone', () => {
      assert.deepEqual(said(HEAD + lines(header(), `  ${IGNORE_UNITS}`, SESSION, CLAIM)), [
        `4 ${DX}`,
        '5 unused-ignore',
        `7 ${UNITS}`,
      ]);
    });
    it('stacks: two comments, one line', () => {
      const text = lines(
        header(),
        SESSION,
        `  ${IGNORE_UNITS}`,
        '  # ignore discipline-modifier: the plan wants none',
        '  bill 97110 x2',
      );
      const found = check(HEAD + text).map(({ rule }) => rule);
      assert.ok(!found.includes(UNITS), found.join());
      assert.ok(!found.includes('discipline-modifier'), found.join());
      assert.ok(!found.includes('unused-ignore'), found.join());
    });
    it('reaches the next header, across blank lines and comments', () => {
      for (const between of ['', '\n\n', '# a remark\n', '\n  # a remark\n\n']) {
        const text = `${HEAD + lines(header(), '  dx M17.0')}${IGNORE_DX}\n${between}${lines(header('B'), SESSION, CLAIM)}`;
        const found = said(text).map((entry) => entry.split(' ')[1]);
        assert.deepEqual(found, [UNITS], JSON.stringify(between));
      }
    });
    it('reaches the next header from an indented line', () => {
      const text = HEAD + lines(header(), '  dx M17.0', `  ${IGNORE_DX}`, '', header('B'), SESSION, CLAIM);
      assert.deepEqual(said(text), [`10 ${UNITS}`]);
    });
    it('speaks to a default that stands between, not to the header below it', () => {
      const text = HEAD + lines(header(), '  dx M17.0', IGNORE_DX, 'payer medicare', header('B'), SESSION, CLAIM);
      assert.deepEqual(said(text), ['6 unused-ignore', `8 ${DX}`, `10 ${UNITS}`]);
    });
    it('speaks to the first header, indented above it', () => {
      assert.deepEqual(said(HEAD + lines(`  ${IGNORE_DX}`, '', header(), SESSION, CLAIM)), [`8 ${UNITS}`]);
    });
    it('is unused on the last line of a file', () => {
      assert.deepEqual(said(HEAD + lines(header(), '  dx M17.0', SESSION, IGNORE_DX)), ['7 unused-ignore']);
    });
    it('ends a note, and is no part of it', () => {
      const text = lines(header(), SESSION, '  O: Well.', `  ${IGNORE_UNITS}`, CLAIM);
      assert.deepEqual(said(HEAD + text), [`4 ${DX}`]);
    });
  });

  describe('after other text', () => {
    it('speaks to that line', () => {
      assert.deepEqual(said(HEAD + lines(`${header()}  ${IGNORE_DX}`, SESSION, `${CLAIM} ${IGNORE_UNITS}`)), []);
    });
    it('does not speak to the next', () => {
      assert.deepEqual(said(HEAD + lines(header(), `${SESSION} ${IGNORE_UNITS}`, CLAIM)), [
        `4 ${DX}`,
        '5 unused-ignore',
        `6 ${UNITS}`,
      ]);
    });
    it('works on a line with an unknown name, and in no string', () => {
      const field = (text: string) => said(HEAD + lines(header(), '  dx M17.0', text));
      assert.deepEqual(field('  room 12  # ignore unknown-field: the front desk wants it'), []);
      assert.deepEqual(field('  room "12  # ignore unknown-field: no"'), ['6 unknown-field']);
    });
    it('is text in a note', () => {
      const text = lines(header(), '  dx M17.0', SESSION, CLAIM, `  O: Well. ${IGNORE_UNITS}`);
      assert.deepEqual(said(HEAD + text), [`7 ${UNITS}`]);
    });
  });

  describe('at the left margin above the first header', () => {
    it('speaks to the whole file, defaults or not between', () => {
      const body = lines(header(), SESSION, CLAIM, header('B'), SESSION, '  dx M17.0', CLAIM);
      const units = said(`${IGNORE_UNITS}\n${HEAD}${body}`);
      assert.deepEqual(units, [`5 ${DX}`]);
      assert.deepEqual(said(`${HEAD}${IGNORE_UNITS}\n${body}`), [`5 ${DX}`]);
    });
    it('speaks to the lines above the header too', () => {
      assert.deepEqual(said(`# ignore unknown-field: kept for the front desk\nroom 12\n`), []);
    });
    it('works behind a byte-order mark', () => {
      const body = lines(header(), '  dx M17.0', SESSION, CLAIM, header('B'), '  dx M17.0', SESSION, CLAIM);
      assert.deepEqual(said(`\ufeff${IGNORE_UNITS}\n${HEAD}${body}`), []);
    });
    it('does not reach another file', () => {
      const workspace = newWorkspace();
      workspace.setText('a.encounter', `${IGNORE_UNITS}\n`);
      workspace.setText('b.encounter', HEAD + lines(header(), '  dx M17.0', SESSION, CLAIM));
      workspace.check();
      assert.deepEqual(
        findingsIn(workspace, 'a.encounter').map((f) => f.rule),
        ['unused-ignore'],
      );
      assert.ok(findingsIn(workspace, 'b.encounter').some((f) => f.rule === UNITS));
    });
  });

  describe('several rules', () => {
    it('are all silenced, in any case and with any space', () => {
      for (const comment of [
        '# ignore dx-missing, too-many-units: both by letter',
        '#ignore dx-missing,too-many-units:both by letter',
        '#  IGNORE  Dx-Missing ,\tToo-Many-Units : both by letter',
      ])
        assert.deepEqual(said(`${comment}\n${HEAD}${lines(header(), SESSION, CLAIM)}`), [], comment);
    });
    it('those with no work are named one by one, at their id', () => {
      const text = lines(header(), SESSION, '  # ignore missing-59, too-many-units, dx-missing: why not', CLAIM);
      const found = check(HEAD + text).filter((f) => f.rule === 'unused-ignore');
      assert.deepEqual(
        found.map((f) => (HEAD + text).split('\n')[f.line]!.slice(f.start, f.end)),
        ['missing-59', 'dx-missing'],
      );
    });
    it('the rule named syntax is one', () => {
      assert.deepEqual(said(HEAD + lines(header(), '  dx M17.0', '  # ignore syntax: as faxed', '  9-10  97110')), []);
    });
  });

  describe('without a reason', () => {
    it('silences nothing, and says so once', () => {
      for (const comment of ['# ignore too-many-units', '# ignore too-many-units:', '# ignore too-many-units :  ']) {
        const text = HEAD + lines(header(), '  dx M17.0', SESSION, comment, CLAIM);
        assert.deepEqual(said(text), ['7 ignore-without-reason', `8 ${UNITS}`], comment);
      }
    });
    it('stands on the comment', () => {
      const [found] = check(HEAD + lines(header(), `${CLAIM} # ignore too-many-units  `)).filter(
        (f) => f.rule === 'ignore-without-reason',
      );
      assert.deepEqual([found!.start, found!.end], [19, 42]);
    });
    it('is a warning that cannot be ignored', () => {
      const text =
        HEAD + lines('# ignore ignore-without-reason: we know', header(), '  dx M17.0', '# ignore too-many-units');
      assert.deepEqual(said(text), ['4 unused-ignore', '7 ignore-without-reason']);
    });
  });

  describe('with nothing to ignore', () => {
    it('is a warning that cannot be ignored', () => {
      const text =
        HEAD + lines('# ignore unused-ignore: we know', header(), '  dx M17.0', `  ${IGNORE_UNITS}`, SESSION);
      assert.deepEqual(said(text), ['4 unused-ignore', '7 unused-ignore']);
    });
    it('names the nearest rule where there is none of that name', () => {
      const message = (id: string) =>
        check(HEAD + lines(header(), '  dx M17.0', `  # ignore ${id}: why`, SESSION)).find(
          (f) => f.rule === 'unused-ignore',
        )!.message;
      assert.match(message('too-many-unit'), /no rule "too-many-unit".*too-many-units\?/);
      assert.match(message('quite-another-thing'), /no rule "quite-another-thing", so nothing is ignored\.$/);
      assert.match(message('too-many-units'), /says nothing here/);
    });
    it('a finding that another rule speaks for is not said, so not silenced', () => {
      // 97110 given to a group: that it has too many units is the same defect.
      const text = lines(header(), '  dx M17.0', '  09:00-09:15  97110  group of 2', `  ${IGNORE_UNITS}`, CLAIM);
      assert.deepEqual(said(HEAD + text), ['7 unused-ignore']);
    });
  });

  it('is silenced where its range starts: a finding on the session is not that of the line', () => {
    const session = '  09:00-09:15  97110  group of 2';
    const comment = '# ignore one-on-one-code-in-group: as the clinic logs it';
    const rules = (text: string) => check(HEAD + text).map((f) => f.rule);
    assert.ok(!rules(lines(header(), `${session} ${comment}`, CLAIM)).includes('one-on-one-code-in-group'));
    assert.ok(rules(lines(header(), session, `${CLAIM} ${comment}`)).includes('one-on-one-code-in-group'));
  });

  describe('remarks', () => {
    for (const remark of [
      '# ignore this patient',
      '# ignore',
      '# ignored missing-59: no',
      '# please ignore missing-59: no',
      '# ignore - the patient came late',
      '# ignore: missing-59',
    ]) {
      it(`${remark} is one`, () => {
        assert.deepEqual(said(HEAD + lines(header(), '  dx M17.0', SESSION, `  ${remark}`, CLAIM)), [`8 ${UNITS}`]);
      });
    }
    it('a word with a hyphen makes it more', () => {
      assert.deepEqual(said(HEAD + lines(header(), '  dx M17.0', SESSION, '  # ignore one-time thing', CLAIM)), [
        '7 ignore-without-reason',
        `8 ${UNITS}`,
      ]);
    });
  });

  it('gives the same after every edit as the final text opened afresh', () => {
    const pieces = [
      IGNORE_DX,
      IGNORE_UNITS,
      `  ${IGNORE_UNITS}`,
      `  ${IGNORE_DX}`,
      header('A'),
      header('B'),
      SESSION,
      CLAIM,
      '  dx M17.0',
      '',
      '# a remark',
      'payer medicare',
      `  ${IGNORE_DX.replace(':', ', missing-59:')}`,
    ];
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed % n;
    };
    for (let round = 0; round < 40; round++) {
      const workspace = newWorkspace();
      let text = [HEAD.trimEnd(), header(), SESSION, CLAIM];
      workspace.setText('a.encounter', lines(...text));
      workspace.check();
      text = lines(...text)
        .trimEnd()
        .split('\n');
      for (let step = 0; step < 25; step++) {
        const line = random(text.length);
        if (random(3) === 0 && text.length > 1) {
          text.splice(line, 1);
          workspace.edit('a.encounter', {
            start: { line, character: 0 },
            end: { line: line + 1, character: 0 },
            newText: '',
          });
        } else {
          const added = pieces[random(pieces.length)]!;
          text.splice(line, 0, added);
          workspace.edit('a.encounter', {
            start: { line, character: 0 },
            end: { line, character: 0 },
            newText: `${added}\n`,
          });
        }
        workspace.check();
        const now = findingsIn(workspace, 'a.encounter').map(show);
        assert.deepEqual(now, check(lines(...text)).map(show), `round ${round}, step ${step}:\n${text.join('\n')}`);
      }
    }
  });
});
