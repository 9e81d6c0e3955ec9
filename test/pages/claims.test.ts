// The claim table as a person meets it: in a real VS Code, with the mouse, the keyboard and in every kind of theme.
import * as assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { measuredContrasts, objections } from './axe';
import { CodeWindow, inVsCode, type ThemeClass, themes } from './window';

const small = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A10
  dx M54.50
  09:00-09:13  97110
  bill 97110-GP x2

encounter 2026-03-02 patient A2
  09:00-09:15  97112
  10:00-10:20  97150  group of 2
  bill 97112-59-GP x1
  bill 97150-GP x1

encounter 2026-03-04 patient B
  10:00-10:15  97140
`;

/** Encounters of days of their own, two claim lines each, every tenth with a unit too many. */
function large(encounters: number): string {
  const pieces = ['payer medicare\ndiscipline PT\nclinician "K. Bauer, PT"\n'];
  for (let i = 0; i < encounters; i++) {
    const date = new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10);
    pieces.push(
      `encounter ${date} patient Q${i}\n  dx M54.50\n  09:00-09:15  97110\n  09:15-09:30  97112\n`,
      `  bill 97110-GP x${i % 10 === 0 ? 2 : 1}\n  bill 97112-GP x1\n`,
    );
  }
  return pieces.join('');
}

describe('the claim table on the screen', function () {
  this.timeout(180_000);
  const code = inVsCode();
  let page: Frame;

  const texts = (selector: string) => page.locator(selector).allInnerTexts();
  const patients = () => texts('td.of-patient');
  const rowIs = (wanted: string) =>
    code().until(`the row ${wanted}`, async () =>
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))) === wanted ? true : undefined,
    );
  const firstIs = (wanted: string) =>
    code().until(`${wanted} first`, async () => ((await patients())[0] === wanted ? true : undefined));
  const show = async (name: string, text: string) => {
    await code().open(name, text);
    await code().stage.command('Encounter: Show the Claim Table');
    page = await code().frame('table[role=grid] tbody td.of-patient');
  };

  before(async function () {
    this.timeout(120_000);
    await show('claims.encounter', small);
  });

  it('shows the lines, what they come to, and what is not among them', async () => {
    assert.deepEqual(await patients(), ['A10', 'A2', 'A2']);
    const sums = (await texts('.sums li')).map((words) => words.replace(/\s+/g, ' ').trim());
    assert.deepEqual(sums.slice(0, 4), ['3 lines', '4 units', '2 patients', '1 error']);
    assert.match((await texts('header > .dim'))[0]!, /^1 encounter has sessions and no claim line\./);
    assert.match((await texts('.below .words'))[0]!, /13 min supports 1 unit, 2 billed/);
  });

  it('leads to the line at a click', async () => {
    await page.locator('td.of-code', { hasText: '97150' }).click();
    await code().page.keyboard.press('Escape');
    await code().until('the cursor on line 14', async () =>
      (await code().cursor()).startsWith('14:') ? true : undefined,
    );
  });

  it('is walked by keyboard, and leads back to the text', async () => {
    const { keyboard } = code().page;
    await code().stage.command('Encounter: Show the Claim Table');
    await rowIs('4');
    await keyboard.press('Home');
    await rowIs('2');
    await keyboard.press('ArrowDown');
    await rowIs('3');
    assert.equal(await page.locator('.scroll [tabindex="0"]').count(), 1);
    await keyboard.press('Enter');
    await code().until('the cursor on line 13', async () =>
      (await code().cursor()).startsWith('13:') ? true : undefined,
    );
    await code().stage.command('Encounter: Show the Claim Table');
    await rowIs('3');
    await keyboard.press('Escape');
    await code().until('the focus in the text', async () => ((await code().cursor()) !== '' ? true : undefined));
  });

  it('sorts at a click on a column, and by keyboard', async () => {
    await page.locator('[data-column=patient]').click();
    await firstIs('A2');
    assert.equal(await page.locator('th.of-patient').getAttribute('aria-sort'), 'ascending');
    await page.locator('[data-column=patient]').press('Enter');
    await firstIs('A10');
    await page.locator('[data-column=patient]').press('Enter');
    await code().until('no order', async () =>
      (await page.locator('th.of-patient').getAttribute('aria-sort')) === 'none' ? true : undefined,
    );
  });

  it('filters while one types, by finding, and takes it back', async () => {
    await page.locator('#text').fill('97150');
    await code().until('one line', async () => ((await patients()).length === 1 ? true : undefined));
    assert.deepEqual(await texts('.left'), ['1 of 3 lines']);
    assert.equal(await page.locator('[role=status]').textContent(), '1 line');
    await page.locator('#text').fill('nobody');
    await page.locator('.nothing button').click();
    await code().until('all lines', async () => ((await patients()).length === 3 ? true : undefined));
    await page.locator('#finding').selectOption('too-many-units');
    await code().until('one line', async () => ((await patients()).length === 1 ? true : undefined));
    await page.locator('#finding').selectOption('');
    await code().until('all lines', async () => ((await patients()).length === 3 ? true : undefined));
  });

  it('follows edits', async () => {
    await code().toLine(8);
    await code().page.keyboard.press('End');
    await code().page.keyboard.press('Backspace');
    await code().page.keyboard.type('1');
    await code().until('one unit', async () => ((await texts('td.of-units'))[0] === '1' ? true : undefined));
    assert.equal((await texts('td.of-findings'))[0]!.includes('too-many-units'), false);
    assert.notEqual(await code().cursor(), '', 'the keys still go to the text');
    await code().page.keyboard.press('Control+Z');
    await code().page.keyboard.press('Control+Z');
    await code().until('two units', async () => ((await texts('td.of-units'))[0] === '2' ? true : undefined));
  });

  it('is saved as CSV beside the file', async () => {
    await page.locator('header button.action').click();
    const lines = (await code().saveAsProposed('claims-claims.csv')).split('\r\n');
    assert.equal(lines.length, 5);
    assert.match(lines[0]!, /^\ufeffPatient,Date,Code/);
    assert.match(lines[1]!, /^A10,2026-03-03,97110,GP,2,/);
  });

  it('stays within its policy: nothing was refused', async () => {
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    assert.match(policy!, /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]{32}';/);
    assert.deepEqual(
      code().complaints.filter((words) => /claims-view/.test(words)),
      [],
    );
    assert.equal(await page.locator('#view [onclick], #view script').count(), 0);
  });

  for (const kind of Object.keys(themes) as ThemeClass[]) {
    it(`passes the accessibility check in ${themes[kind].label}`, async () => {
      await code().theme(kind, page);
      await page.locator('.codes summary').click();
      await page.locator('.scroll tr[aria-rowindex="3"] td.of-patient').click();
      assert.deepEqual(await objections(page), []);
      assert.ok((await measuredContrasts(page)) > 20);
      await page.locator('.codes summary').click();
    });
  }

  it('passes it narrow and low, too, and nothing is cut off', async () => {
    await code().theme('vscode-light', page);
    await code().page.setViewportSize({ width: 760, height: 500 });
    try {
      await code().until('fewer columns', async () =>
        (await page.locator('th.of-payer').isVisible()) ? undefined : true,
      );
      assert.deepEqual(await objections(page), []);
      assert.deepEqual(await CodeWindow.tooWide(page), []);
      assert.ok(await page.locator('td.of-findings').first().isVisible());
    } finally {
      await code().page.setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('is read where the system sets the colours', async () => {
    await code().page.emulateMedia({ forcedColors: 'active' });
    try {
      assert.deepEqual(await objections(page), []);
    } finally {
      await code().page.emulateMedia({ forcedColors: 'none' });
    }
  });

  it('draws of four thousand lines those in view alone, and the last is a key away', async () => {
    await show('large.encounter', large(2_000));
    await code().until('all lines', async () =>
      (await page.locator('table[role=grid]').getAttribute('aria-rowcount')) === '4001' ? true : undefined,
    );
    assert.ok((await page.locator('.scroll tbody tr').count()) < 150);
    await page.locator('.scroll tr[aria-rowindex="2"] td.of-patient').click();
    await code().page.keyboard.press('End');
    await rowIs('4001');
    await code().until('the last line', async () => ((await patients()).includes('Q1999') ? true : undefined));
    assert.ok((await page.locator('.scroll tbody tr').count()) < 150);
    await page.locator('[data-column=findings]').click();
    await code().until('the errors first', async () =>
      ((await texts('td.of-findings'))[0] ?? '').includes('too-many-units') ? true : undefined,
    );
  });
});
