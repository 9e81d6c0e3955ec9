// The day view as a person meets it: in a real VS Code, with the mouse, the keyboard and in every kind of theme.
import * as assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { measuredContrasts, objections } from './axe';
import { CodeWindow, inVsCode, type ThemeClass, themes } from './window';

const text = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97161
  09:30-09:53  97110
  bill 97161-GP x1
  bill 97110-GP x2

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping"
  10:00-10:30  97150  group of 3  "Balance"
  10:30-10:53  97110
  bill 97110-59-GP x2
  bill 97150-GP x1
  O: Took part.
  A: Better.
  P: Go on.

encounter 2026-03-03 patient C
  dx R26.81
  goal "Stand on one leg"
  10:00-10:30  97150  group of 3  "Balance"
  10:45-11:00  97140
  11:00-11:15  97016
  bill 97150-GP x1
  bill 97140-59-GP x1
  bill 97016-GP x1
  O: Joined six of eight tasks.
  A: Tires later.
  P: Add the ramp.

clinician "M. Lee, PT"
encounter 2026-03-04 patient D
  15 min  97110
`;

describe('the day view', function () {
  this.timeout(90_000);
  const code = inVsCode();
  let page: Frame;

  const tab = 'Encounter: Show the Day';
  const bars = '[role=gridcell][data-id^=bar]';
  const names = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const heading = () => page.locator('h1').innerText();
  const lit = () => names(`${bars}[aria-current=true]`);
  const untilLit = (wanted: string) =>
    code().until(`${wanted} to be lit`, async () =>
      (await lit()).some((name) => name.includes(`${wanted} to `)) ? true : undefined,
    );

  before(async function () {
    this.timeout(120_000);
    await code().open('day.encounter', text);
    await code().stage.goTo(8);
    await code().stage.command(tab);
    page = await code().frame('.chart');
    await untilLit('09:30');
  });

  it('draws the day of the cursor beside the text', async () => {
    assert.equal(await heading(), 'R. Ortiz, PT');
    assert.equal(await page.locator('time').getAttribute('datetime'), '2026-03-03');
    const all = await names(bars);
    assert.equal(all.length, 7);
    assert.match(all[0]!, /^97161 .*09:00 to 09:30, .*30 min, Patient A$/);
    assert.match(all[3]!, /^97110 one-on-one, 10:30 to 10:53, .*overlap 8 min, 1 error, Patient B$/);
    assert.deepEqual(await page.locator('.tile.error dt').allInnerTexts(), ['overlap', 'errors']);
  });

  it('puts bars where their minutes are, and joins a group', async () => {
    const box = (name: string) =>
      page
        .locator(`${bars}[aria-label*="${name} to "]`)
        .first()
        .evaluate((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, top, bottom };
        });
    const [first, second, group] = [await box('09:00'), await box('09:30'), await box('10:00')];
    const aMinute = (second.left - first.left) / 30;
    assert.ok(Math.abs(group.left - first.left - 60 * aMinute) < 2, 'an hour is twice half an hour');
    assert.ok(Math.abs(first.right - first.left - 30 * aMinute) < 4, 'half an hour long');
    assert.equal(await page.locator('.join').count(), 2);
    assert.equal(await page.locator('.stripe').count(), 2);
  });

  it('goes to the line on a click, and the text has the keys', async () => {
    await page.locator(`${bars}[aria-label*="11:00 to "]`).click();
    await code().until('the cursor on line 28', async () =>
      (await code().cursor()).startsWith('28:') ? true : undefined,
    );
    await untilLit('11:00');
    await code().page.keyboard.press('ArrowUp');
    await untilLit('10:45');
  });

  it('follows edits', async () => {
    await code().toLine(27);
    await code().page.keyboard.press('Home');
    for (let n = 0; n < 5; n++) await code().page.keyboard.press('Shift+ArrowRight');
    await code().page.keyboard.type('10:53');
    await untilLit('10:53');
    await code().until('no overlap', async () => ((await page.locator('.stripe').count()) === 0 ? true : undefined));
    await code().page.keyboard.press('Control+Z');
    await untilLit('10:45');
  });

  it('is walked by keyboard: arrows among sessions, Enter to the line, Escape back to the text', async () => {
    const { keyboard } = code().page;
    await code().toLine(7);
    await untilLit('09:00');
    await code().stage.command(tab);
    await code().until('the focus', async () => ((await focused()).includes('09:00') ? true : undefined));
    await keyboard.press('ArrowRight');
    assert.match(await focused(), /09:30 to/);
    await keyboard.press('ArrowDown');
    assert.match(await focused(), /10:00 to.*Patient B/);
    await keyboard.press('ArrowDown');
    assert.match(await focused(), /10:00 to.*Patient C/);
    await keyboard.press('End');
    assert.match(await focused(), /11:00 to/);
    await keyboard.press('Home');
    assert.match(await focused(), /^Patient C, 60 minutes/);
    await keyboard.press('Control+Home');
    assert.match(await focused(), /^R. Ortiz, PT, .* with patients/);
    assert.equal(await page.locator('[role=grid] [tabindex="0"]').count(), 1);
    await keyboard.press('Control+End');
    await keyboard.press(' ');
    await untilLit('11:00');
    assert.match(await focused(), /11:00 to/, 'a space keeps the focus');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await code().until('the cursor to move', async () =>
      (await code().cursor()).startsWith('27:') ? true : undefined,
    );
    await code().stage.command(tab);
    await code().until('the focus', async () => ((await focused()).includes('10:45') ? true : undefined));
    await keyboard.press('Escape');
    await code().until('the focus in the text', async () => ((await code().cursor()) === '' ? undefined : true));
    await keyboard.press('ArrowUp');
    await untilLit('10:00');
  });

  it('shows the focus, and details of what has it', async () => {
    await code().toLine(16);
    await untilLit('10:30');
    await code().stage.command(tab);
    await code().until('the focus', async () => ((await focused()).includes('10:30') ? true : undefined));
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
    assert.equal(outline, '2px');
    const details = await page.locator('#details').innerText();
    assert.match(details, /10:30–10:53\s+97110/);
    assert.match(details, /also recorded with patient C/);
    await page.locator('#details button').first().click();
    await code().until('the finding’s line', async () => ((await code().cursor()) === '16:3' ? true : undefined));
  });

  it('is read as tables too', async () => {
    await page.locator('[data-tool=table]').click();
    assert.equal(await page.locator('table').count(), 3);
    const rows = await page.locator('table').first().locator('tbody tr').count();
    assert.equal(rows, 7);
    assert.deepEqual(await objections(page), []);
    await page.locator('tbody button', { hasText: '09:00–09:30' }).click();
    await code().until('the line', async () => ((await code().cursor()).startsWith('7:') ? true : undefined));
    await page.locator('[data-tool=table]').click();
    assert.equal(await page.locator('.chart').count(), 1);
  });

  it('grows and shrinks', async () => {
    const width = () => page.locator('.plot').evaluate((one) => one.scrollWidth);
    const before = await width();
    await page.locator('[data-tool=larger]').click();
    await page.locator('[data-tool=larger]').click();
    await page.locator('[data-tool=larger]').click();
    assert.ok((await width()) > before);
    for (let n = 0; n < 4; n++) await page.locator('[data-tool=smaller]').click();
    assert.ok(await page.locator('[data-tool=smaller]').isDisabled());
    const scroller = page.locator('.scroller');
    assert.ok(await scroller.evaluate((one) => one.scrollWidth <= one.clientWidth), 'all of it is in view');
    await page.locator('[data-tool=larger]').click();
  });

  it('shows another day from the list of the file’s days', async () => {
    await page.locator('[data-tool=choose]').click();
    const row = code().page.locator('.quick-input-widget .monaco-list-row', { hasText: 'M. Lee, PT' });
    await row.waitFor();
    await row.click();
    await code().until('the other day', async () => ((await heading()) === 'M. Lee, PT' ? true : undefined));
    assert.match(await page.locator('.empty').innerText(), /No session with a time on this day yet/);
    assert.match((await names(bars))[0]!, /^97110 15 min, no clock time/);
    assert.deepEqual(await objections(page), []);
    await code().toLine(7);
    await code().until('the first day', async () => ((await heading()) === 'R. Ortiz, PT' ? true : undefined));
  });

  it('is saved as a picture beside the file', async () => {
    await page.locator('[data-tool=save]').click();
    const svg = await code().saveAsProposed('day-2026-03-03.svg');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /<\/svg>\s*$/);
    assert.ok(svg.includes('97161') && svg.includes('R. Ortiz, PT'));
    assert.ok(!/<script|on[a-z]+=|https?:\/\/(?!www\.w3\.org)/.test(svg));
  });

  it('stays within its policy: nothing was refused, nothing is fetched from elsewhere', async () => {
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    assert.match(
      policy!,
      /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]{32}'; form-action 'none'; base-uri 'none'$/,
    );
    const ours = code().complaints.filter(
      (words) => /day-view|Content Security Policy/.test(words) && /day-view/.test(words),
    );
    assert.deepEqual(ours, []);
    assert.equal(await page.locator('#view [style*="url"], #view [onclick], #view script').count(), 0);
  });

  it('passes it narrow and low, too, and nothing is cut off', async () => {
    await code().page.setViewportSize({ width: 760, height: 500 });
    try {
      await code().page.waitForTimeout(300);
      assert.deepEqual(await objections(page), []);
      assert.deepEqual(await CodeWindow.tooWide(page), []);
      assert.ok(await page.locator('.lane .brief').first().isVisible());
    } finally {
      await code().page.setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('says everything in lines and letters where the system sets the colours', async () => {
    await code().page.emulateMedia({ forcedColors: 'active' });
    try {
      const style = (name: string) =>
        page
          .locator(`${bars}[aria-label*="${name} to "]`)
          .first()
          .evaluate((one) => getComputedStyle(one).borderStyle);
      assert.notEqual(await style('10:00'), await style('09:30'));
      assert.deepEqual(await objections(page), []);
    } finally {
      await code().page.emulateMedia({ forcedColors: 'none' });
    }
  });

  it('is there again when the window is', async () => {
    await code().toLine(27);
    await untilLit('10:45');
    await code().reload();
    page = await code().frame('.chart');
    // On a busy machine VS Code may not come to store the cursor as the window goes: then it stands where it was before.
    await code().toLine(27);
    await untilLit('10:45');
    assert.equal(await heading(), 'R. Ortiz, PT');
  });

  for (const kind of Object.keys(themes) as ThemeClass[]) {
    it(`passes the accessibility check in ${themes[kind].label}`, async () => {
      await code().theme(kind, page);
      assert.deepEqual(await objections(page), []);
      assert.ok((await measuredContrasts(page)) > 20);
    });
  }

  it('says so when no encounter file is in view', async () => {
    await code().page.locator('.tab', { hasText: 'day.encounter' }).click();
    await code().page.keyboard.press('Control+K');
    await code().page.keyboard.press('W');
    await code().until('the words', async () => {
      const words = await page
        .locator('body')
        .innerText()
        .catch(() => '');
      return words.includes('No encounter file is in view') || words === '' ? true : undefined;
    });
  });
});
