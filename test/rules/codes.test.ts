/** Codes and modifiers by date, discipline, payer and hands: what the examples of the rules do not show. */

import assert from 'node:assert/strict';
import { PayerTable } from '../../server/src/model/payer';
import { defaultSettings } from '../../server/src/model/settings';
import { applyEdits, check, editsInFile, findingsIn, newWorkspace, TODAY } from '../support/markers';

const BODY = 'clinician "R. Ortiz, PT"\ndiscipline PT\nencounter 2026-03-03 patient A\n  dx M54.50\n';
const MEDICARE = `payer medicare\n${BODY}`;

const ids = (text: string) => check(text).map((f) => f.rule);
const loud = (text: string) =>
  check(text)
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => f.rule);
const fixes = (text: string, rule: string) =>
  check(text)
    .filter((f) => f.rule === rule)
    .flatMap((f) => f.finding.fixes.map((fix) => `${fix.safe ? 'safe ' : ''}${fix.title}`));

function fixed(text: string, rule: string): string {
  const workspace = newWorkspace();
  workspace.setText('test.encounter', text);
  workspace.check();
  const found = findingsIn(workspace, 'test.encounter').find((f) => f.rule === rule)!;
  return applyEdits(text, editsInFile(workspace, 'test.encounter', found.finding.fixes[0]!));
}

describe('codes by date', () => {
  it('changes a deleted code in all encounters of the day at once', () => {
    const text = `payer commercial\nclinician "R. Ortiz, PT"\ndiscipline PT
encounter 2018-02-01 patient A\n  dx M25.561\n  09:00-09:15  97762
encounter 2018-02-01 patient A\n  dx M25.561\n  bill 97762 x1\n`;
    assert.deepEqual(ids(text).filter((id) => id === 'deleted-code').length, 2);
    assert.deepEqual(loud(fixed(text, 'deleted-code')), []);
  });
  it('bills a code that became two as the first 15 minutes and the rest', () => {
    const text =
      'payer medicare\nclinician "K. Mori, OTR"\ndiscipline OT\nencounter 2026-03-03 patient A\n  dx R41.841\n  09:00-09:45  G0515\n  bill G0515-GO x3\n';
    const after = fixed(text, 'deleted-code');
    assert.match(after, / {2}bill 97129-GO x1\n {2}bill 97130-GO x2\n/);
    assert.deepEqual(loud(after), []);
  });
  it('says nothing of a date that cannot be read', () => {
    assert.ok(
      !ids(`${MEDICARE.replace('2026-03-03', '2026-02-30')}  09:00-09:15  97762\n  bill 97762-GP x1\n`).includes(
        'deleted-code',
      ),
    );
  });
});

describe('add-ons', () => {
  const two = (second: string) => `payer medicare\nclinician "K. Mori, OTR"\ndiscipline OT
encounter 2026-03-03 patient A\n  dx R41.841\n  09:00-09:15  97129\n  bill 97129-GO x1
${second}encounter 2026-03-03 patient A\n  dx R41.841\n  09:15-09:30  97130\n  bill 97130 x1\n`;
  it('take a primary by the same hands, not by another discipline', () => {
    assert.ok(!ids(two('')).includes('add-on-without-primary'));
    assert.ok(ids(two('clinician "B. Cole, SLP"\ndiscipline SLP\n')).includes('add-on-without-primary'));
  });
  it('are not judged while the primary may be the line that cannot be read', () => {
    assert.ok(
      !ids(`${MEDICARE}  09:00-09:30  97129\n  bill 97130-GP x1\n  bill 9712\n`).includes('add-on-without-primary'),
    );
    const psychotherapy =
      'payer commercial\nclinician "D. Reyes, LCSW"\ndiscipline BH\nencounter 2026-03-03 patient A\n  dx F41.1\n';
    assert.ok(
      ids(`${psychotherapy}  10:00-10:50  90847\n  bill 90847 x1\n  bill 90785 x1\n`).includes(
        'add-on-without-primary',
      ),
    );
    assert.ok(
      !ids(`${psychotherapy}  10:00-10:45  90834\n  bill 90843 x1\n  bill 90785 x1\n`).includes(
        'add-on-without-primary',
      ),
    );
  });
  it('90785 does not go with crisis codes', () => {
    const text =
      'payer commercial\nclinician "D. Reyes, LCSW"\ndiscipline BH\nencounter 2026-03-03 patient A\n  dx F41.1\n  10:00-11:00  90839\n  bill 90839 x1\n  bill 90785 x1\n';
    assert.ok(ids(text).includes('add-on-without-primary'));
  });
});

describe('codes by payer', () => {
  const stim = '  09:00-09:15  97110\n  09:15-09:30  97014\n  bill 97110-GP x1\n';
  it('adds GP with G0283 where it lacks, and CQ where an assistant gave it', () => {
    assert.deepEqual(fixes(`${MEDICARE}${stim}  bill 97014 x1\n`, 'code-not-for-payer'), [
      'safe Bill G0283 instead of 97014, with -GP',
    ]);
    const assisted = `${MEDICARE}${stim.replace('97014', '97014  by assistant "K. Poe, PTA"')}  bill 97014 x1\n`;
    assert.deepEqual(fixes(assisted, 'code-not-for-payer'), ['safe Bill G0283 instead of 97014, with -GP-CQ']);
    assert.deepEqual(loud(fixed(assisted, 'code-not-for-payer')), []);
  });
  it('offers no G0283 beside swallowing treatment, which shuts it out', () => {
    const text =
      'payer medicare\nclinician "B. Cole, SLP"\ndiscipline SLP\nencounter 2026-03-03 patient A\n  dx R13.10\n  09:00-09:30  92526\n  09:30-09:45  97014\n  bill 92526-GN x1\n  bill 97014-GN x1\n';
    assert.deepEqual(fixes(text, 'code-not-for-payer'), []);
  });
  it('leaves a chiropractor to the chiropractic rule', () => {
    const chiro =
      'payer medicare\nclinician "P. Lund, DC"\ndiscipline chiro\nencounter 2026-03-03 patient A\n  dx M99.03\n  09:00-09:15  97014\n';
    assert.deepEqual(loud(`${chiro}  bill 97014 x1\n`), ['chiropractic-modifier']);
    for (const notice of ['GY', 'GX']) assert.deepEqual(loud(`${chiro}  bill 97014-${notice} x1\n`), []);
  });
  it('wants GP of a payer from the day that the configuration names', () => {
    const uhc = {
      name: 'UHC',
      unitRule: 'midpoint' as const,
      unitRuleKnown: true,
      bound: false,
      medicare: false,
      tricare: false,
      disciplineModifierFrom: 20200701,
    };
    const settings = { ...defaultSettings(TODAY), payers: new PayerTable(new Map([['UHC', uhc]])) };
    const on = (date: string) => {
      const workspace = newWorkspace({ settings });
      workspace.setText(
        'test.encounter',
        `payer "UHC"\n${BODY.replace('2026-03-03', date)}  09:00-09:15  97110\n  bill 97110 x1\n`,
      );
      workspace.check();
      return findingsIn(workspace, 'test.encounter')
        .filter((f) => f.rule === 'discipline-modifier')
        .map((f) => f.severity);
    };
    assert.deepEqual([on('2020-06-30'), on('2020-07-01')], [[], ['warning']]);
  });
});

describe('GP, GO and GN', () => {
  it('are a hint on codes that are therapy under a plan only', () => {
    const text =
      'payer medicare\nclinician "K. Mori, OTR"\ndiscipline OT\nencounter 2026-03-03 patient A\n  dx R41.841\n  09:00-09:15  97129\n  bill 97129 x1\n';
    assert.deepEqual(
      check(text)
        .filter((f) => f.rule === 'discipline-modifier')
        .map((f) => f.severity),
      ['hint'],
    );
    assert.ok(!ids(text.replace('discipline OT', 'discipline BH')).includes('discipline-modifier'));
  });
  it('an evaluation takes its own, whatever the discipline says', () => {
    const text = `${MEDICARE}  09:00-09:40  97166\n`;
    assert.ok(!ids(`${text}  bill 97166-GO x1\n`).includes('discipline-modifier'));
    assert.deepEqual(fixes(`${text}  bill 97166-GP x1\n`, 'discipline-modifier'), [
      'Change -GP to -GO: you state an occupational therapy plan of care',
    ]);
  });
  it('are not judged on a line that breaks off, nor on one with GY', () => {
    const session = '  09:00-09:15  97110\n';
    assert.ok(!ids(`${MEDICARE}${session}  bill 97110-5 x1\n`).includes('discipline-modifier'));
    assert.ok(!ids(`${MEDICARE}${session}  bill 97110-GY x1\n`).includes('discipline-modifier'));
  });
});

describe('evaluations', () => {
  it('left unbilled may be by a student', () => {
    const text = `${MEDICARE}  09:00-09:30  97161  by student\n  09:30-09:45  97110\n  bill 97110-GP x1\n`;
    assert.ok(!ids(text).includes('evaluation-by-assistant'));
    assert.ok(ids(`${text}  bill 97161-GP x1\n`).includes('evaluation-by-assistant'));
  });
});
