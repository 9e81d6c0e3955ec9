/** The page of the claim table. */

import assert from 'node:assert/strict';
import {
  allClaims,
  type ClaimFinding,
  type ClaimQuery,
  type ClaimRow,
  type ClaimsResult,
  readFromClaimsPage,
} from '../../client/src/views/claims-data';
import { type PageOptions, TestPage } from './page';

const finding = (more: Partial<ClaimFinding> = {}): ClaimFinding => ({
  rule: 'too-many-units',
  severity: 'error',
  message: '97110: 13 min supports 1 unit, 2 billed',
  line: 6,
  around: false,
  ...more,
});

const row = (index: number, more: Partial<ClaimRow> = {}): ClaimRow => ({
  path: 'file:///c/a.encounter',
  file: 'a.encounter',
  line: index * 3,
  patient: `P${index}`,
  date: '2026-03-03',
  code: '97110',
  label: 'exercise',
  modifiers: '59 GP',
  units: 2,
  payer: 'medicare',
  clinician: 'R. Ortiz, PT',
  findings: [],
  ...more,
});

interface Sent {
  lines?: number;
  from?: number;
  rows?: readonly ClaimRow[];
  turn?: number;
  query?: Partial<ClaimQuery>;
  shows?: 'file' | 'all';
  scope?: Partial<ClaimsResult['scope']>;
  sums?: Partial<ClaimsResult['sums']>;
}

function lines({ lines: count, from = 0, rows = [], turn = 1, query, shows = 'file', scope, sums }: Sent) {
  const all = count ?? rows.length;
  const page: ClaimsResult = {
    state: turn,
    from,
    rows,
    sums: { lines: all, units: 2 * all, patients: all, codes: [], errors: 0, warnings: 0, notes: 0, ...sums },
    scope: {
      files: 1,
      all,
      encounters: all,
      unbilled: 0,
      elsewhere: 0,
      rules: [],
      missing: 0,
      isReading: false,
      ...scope,
    },
  };
  return {
    kind: 'lines',
    turn,
    page,
    query: { ...allClaims, ...query },
    shows,
    name: 'a.encounter',
    uri: 'file:///c/a.encounter',
  };
}

const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => row(from + i));

describe('the page of the claim table', () => {
  let page: TestPage;
  const open = async (options?: PageOptions) => {
    page = await TestPage.open('claims', options);
  };
  afterEach(async () => {
    // Everything it says, the panel takes.
    for (const message of page.said)
      if (message.kind !== 'started') assert.ok(readFromClaimsPage(message), JSON.stringify(message));
    await page.close();
  });

  it('shows the lines as a table with names, counts and an order', async () => {
    await open();
    page.send(lines({ rows: [row(0, { findings: [finding()] }), row(1)], query: { sort: 'date', descending: true } }));
    const table = page.one('table[role=grid]');
    assert.equal(table.getAttribute('aria-label'), 'Claim lines');
    assert.equal(table.getAttribute('aria-rowcount'), '3');
    assert.deepEqual(page.texts('.scroll thead th').slice(0, 4), ['Line', 'Patient', 'Date▼', 'Code']);
    assert.deepEqual(
      page.all('.scroll thead th').map((th) => th.getAttribute('aria-sort')),
      ['none', 'none', 'descending', 'none', 'none', 'none', 'none', 'none', 'none'],
    );
    assert.deepEqual(page.texts('.scroll tbody tr[aria-rowindex="2"] td'), [
      '1',
      'P0',
      '2026-03-03',
      '97110',
      '59 GP',
      '2',
      'medicare',
      'R. Ortiz, PT',
      'error too-many-units',
    ]);
    assert.deepEqual(page.texts('.sums li').slice(0, 3), ['2 lines', '4 units', '2 patients']);
  });

  it('shows text as text, whatever it holds', async () => {
    await open();
    const evil = '<img src=x onerror=alert(1)>';
    page.send(lines({ rows: [row(0, { patient: evil, findings: [finding({ message: evil, rule: 'syntax' })] })] }));
    assert.equal(page.all('img').length, 0);
    assert.ok(page.texts('.scroll td').includes(evil));
    assert.ok(page.one('.below').textContent!.includes(evil));
  });

  it('asks for another order at a click: that column, the other way round, then as in the file', async () => {
    await open();
    page.send(lines({ rows: [row(0)] }));
    const order = () => {
      const { sort, descending } = page.last('want')!.query as ClaimQuery;
      page.send(lines({ rows: [row(0)], query: { sort, descending } }));
      return `${sort} ${descending}`;
    };
    const click = (column: string) => {
      page.click(`[data-column=${column}]`);
      return order();
    };
    assert.deepEqual(
      [click('patient'), click('patient'), click('patient')],
      ['patient false', 'patient true', 'place false'],
    );
    // The worst first.
    assert.deepEqual([click('findings'), click('findings')], ['findings true', 'findings false']);
  });

  it('keeps the focus on the column that was clicked', async () => {
    await open();
    page.send(lines({ rows: [row(0)] }));
    page.one('[data-column=code]').focus();
    page.send(lines({ rows: [row(0)], turn: 2, query: { sort: 'code' } }));
    assert.equal(page.focused?.dataset.column, 'code');
  });

  it('filters by words and by finding, and says how many are left', async () => {
    await open();
    const rules = [{ rule: 'missing-59', lines: 3 }];
    page.send(lines({ rows: [row(0)], scope: { all: 1200, rules } }));
    assert.ok(page.texts('#finding option').includes('missing-59 (3)'));
    page.fill('#finding', 'missing-59', 'change');
    assert.deepEqual(page.last('want'), {
      kind: 'want',
      query: { ...allClaims, finding: 'missing-59' },
      from: 0,
      count: 100,
    });
    page.send(lines({ rows: [row(0)], query: { finding: 'missing-59' }, turn: 2, scope: { all: 1200, rules } }));
    assert.equal(page.one('.left').textContent, '1 of 1,200 lines');
    assert.equal(page.one('[role=status]').textContent, '1 line');
    page.one('#text').focus();
    page.fill('#text', 'zoe');
    page.press('Enter');
    assert.equal((page.last('want')!.query as ClaimQuery).text, 'zoe');
  });

  it('tells the count to those who hear it only when a person changed something', async () => {
    await open();
    page.send(lines({ rows: [row(0)] }));
    page.send(lines({ rows: [row(0), row(1)], turn: 2 }));
    assert.equal(page.one('[role=status]').textContent, '');
  });

  it('labels its fields', async () => {
    await open();
    page.send(lines({ rows: [row(0)] }));
    for (const field of page.all('input, select')) {
      const label = field.id ? page.all(`label[for=${field.id}]`)[0] : field.closest('label');
      assert.ok(label?.textContent?.trim(), field.outerHTML);
    }
  });

  it('leads to the line at a click and at Enter', async () => {
    await open();
    page.send(lines({ rows: many(0, 5), turn: 7 }));
    page.click('.scroll tr[aria-rowindex="4"]');
    assert.deepEqual(page.last('go'), { kind: 'go', turn: 7, row: 2, keepFocus: true });
    page.press('Enter');
    assert.deepEqual(page.last('go'), { kind: 'go', turn: 7, row: 2, keepFocus: false });
    page.press('ArrowDown');
    page.press(' ');
    assert.deepEqual(page.last('go'), { kind: 'go', turn: 7, row: 3, keepFocus: true });
  });

  it('moves by arrows, pages, and to both ends; one row is in the order of tabs', async () => {
    await open();
    page.send(lines({ rows: many(0, 100), lines: 100 }));
    page.send({ kind: 'focus' });
    const at = () => Number(page.focused?.getAttribute('aria-rowindex')) - 2;
    assert.equal(at(), 0);
    page.press('ArrowUp');
    assert.equal(at(), 0);
    page.press('ArrowDown');
    page.press('ArrowDown');
    assert.equal(at(), 2);
    page.press('End');
    assert.equal(at(), 99);
    page.press('ArrowDown');
    assert.equal(at(), 99);
    page.press('Home');
    assert.equal(at(), 0);
    assert.deepEqual(
      page.all('.scroll tbody tr[tabindex="0"]').map((one) => one.getAttribute('aria-rowindex')),
      ['2'],
    );
    assert.equal(page.one('.scroll tr[aria-selected=true]').getAttribute('aria-rowindex'), '2');
  });

  it('draws only rows in view, and asks for those it has not', async () => {
    await open();
    page.send(lines({ rows: many(0, 100), lines: 100_000 }));
    assert.ok(page.all('.scroll tbody tr').length < 120);
    page.one('.scroll').scrollTop = 26 * 50_000;
    page.one('.scroll').dispatchEvent(new page.window.Event('scroll') as unknown as Event);
    const want = page.last('want')!;
    assert.ok((want.from as number) > 49_900 && (want.from as number) <= 50_000, JSON.stringify(want));
    assert.ok(page.all('.scroll tr.waiting').length > 0);
    const more = lines({
      from: want.from as number,
      rows: many(want.from as number, want.count as number),
      lines: 100_000,
    });
    // The same question, put together otherwise, as after a window was loaded anew: it does not lead back to the top.
    page.send({ ...more, query: Object.fromEntries(Object.entries(more.query).reverse()) });
    assert.equal(page.one('.scroll').scrollTop, 26 * 50_000);
    assert.equal(page.all('.scroll tr.waiting').length, 0);
    assert.ok(page.texts('.scroll td.of-patient').includes('P50000'));
  });

  it('hears the keys when the row with the focus was scrolled away', async () => {
    await open();
    page.send(lines({ rows: many(0, 500), lines: 500 }));
    page.send({ kind: 'focus' });
    page.one('.scroll').scrollTop = 26 * 300;
    page.one('.scroll').dispatchEvent(new page.window.Event('scroll') as unknown as Event);
    page.press('ArrowDown');
    assert.equal(page.focused?.getAttribute('aria-rowindex'), '3');
  });

  it('shows all that is said of the chosen line, and leads on from there', async () => {
    await open();
    const around = finding({ rule: 'dx-missing', severity: 'info', message: 'No diagnosis', line: 1, around: true });
    page.send(lines({ rows: [row(0, { findings: [finding(), around] }), row(1)], turn: 3 }));
    assert.match(page.one('.scroll td.of-findings').textContent!, /too-many-units.*1 in the encounter/);
    assert.deepEqual(page.texts('.below li .words'), [finding().message, 'No diagnosis']);
    page.all('.below .link').at(-1)!.click();
    assert.deepEqual(page.last('go'), { kind: 'go', turn: 3, row: 0, finding: 1, keepFocus: false });
    page.click('.below .link');
    assert.deepEqual(page.last('rule'), { kind: 'rule', rule: 'too-many-units' });
    page.click('.scroll tr[aria-rowindex="3"]');
    assert.match(page.one('.below').textContent!, /No finding on this line/);
  });

  it('stays where it is when the lines change', async () => {
    await open();
    page.send(lines({ rows: many(0, 50), turn: 1 }));
    page.click('.scroll tr[aria-rowindex="12"]');
    page.send(lines({ rows: many(0, 50), turn: 2 }));
    assert.equal(page.focused?.getAttribute('aria-rowindex'), '12');
    // Fewer lines: the last one.
    page.send(lines({ rows: many(0, 5), turn: 3 }));
    assert.equal(page.one('.scroll tr[aria-selected=true]').getAttribute('aria-rowindex'), '6');
    // Another question begins at the top.
    page.send(lines({ rows: many(0, 5), turn: 4, query: { finding: 'any' } }));
    assert.equal(page.one('.scroll tr[aria-selected=true]').getAttribute('aria-rowindex'), '2');
  });

  it('draws anew only what has changed: a row keeps its place and the focus, also while the keys go elsewhere', async () => {
    await open();
    page.send(lines({ rows: many(0, 5), turn: 1 }));
    page.click('.scroll tr[aria-rowindex="3"]');
    page.hasFocus = false;
    const rows = page.all('.scroll tbody tr');
    const cells = page.all('.scroll tbody td');
    page.send(lines({ rows: many(0, 5).map((one, i) => (i === 1 ? { ...one, units: 9 } : one)), turn: 2 }));
    assert.deepEqual(page.all('.scroll tbody tr'), rows);
    assert.equal(page.texts('.scroll td.of-units')[1], '9');
    const kept = page.all('.scroll tbody td').filter((cell) => cells.includes(cell));
    assert.equal(kept.length, (cells.length * 4) / 5);
    assert.equal(page.focused, rows[2]);
  });

  it('takes the focus from nobody: not for a row that is there no more', async () => {
    await open();
    page.send(lines({ rows: many(0, 5), turn: 1 }));
    page.click('.scroll tr[aria-rowindex="6"]');
    page.hasFocus = false;
    page.send(lines({ rows: many(0, 2), turn: 2 }));
    assert.equal(page.focused, page.window.document.body as unknown);
  });

  it('says in plain words why there is nothing', async () => {
    await open();
    const said = (message: unknown) => {
      page.send(message);
      return page.one('.nothing').hidden ? '' : page.one('.nothing').textContent!;
    };
    assert.match(said({ kind: 'none', why: 'no-file', shows: 'file' }), /No encounter file is open/);
    assert.match(said({ kind: 'none', why: 'not-running', shows: 'file' }), /not running/);
    assert.match(said(lines({ rows: [], scope: { encounters: 0 } })), /No encounter yet/);
    assert.match(said(lines({ rows: [], scope: { encounters: 2 } })), /No claim line yet/);
    assert.match(
      said(lines({ rows: [], scope: { all: 5, encounters: 2 }, query: { text: 'x' } })),
      /No line is like this/,
    );
    page.click('.nothing button');
    assert.deepEqual(page.last('want')!.query, allClaims);
    assert.equal(said(lines({ rows: [row(0)], turn: 9 })), '');
  });

  it('says what is not in the table: encounters without a claim, findings elsewhere', async () => {
    await open();
    page.send(lines({ rows: [row(0)], scope: { unbilled: 2, elsewhere: 1 } }));
    assert.equal(
      page.one('header > .dim').textContent,
      '2 encounters have sessions and no claim line. 1 more finding stands where no claim line is.',
    );
  });

  it('says how many files are missing, and whether they are on their way', async () => {
    await open();
    const said = (scope: Partial<ClaimsResult['scope']>, turn: number) => {
      page.send(lines({ rows: [row(0)], turn, shows: 'all', scope }));
      const words = page.one('.missing');
      return words.hasAttribute('hidden') ? '' : words.textContent;
    };
    assert.equal(said({}, 1), '');
    assert.equal(
      said({ missing: 1200, isReading: true }, 2),
      '1,200 files are still being read. Their lines are missing so far.',
    );
    assert.equal(said({ missing: 1 }, 3), '1 file was not read. Its lines are missing.');
    assert.equal(said({ missing: 0, isReading: true }, 4), '');
  });

  it('lists the codes', async () => {
    await open();
    const codes = [
      { code: '97110', label: 'exercise', lines: 3, units: 5 },
      { code: '', label: '', lines: 1, units: 1 },
    ];
    page.send(lines({ rows: [row(0)], sums: { codes } }));
    assert.deepEqual(page.texts('.codes tbody tr th'), ['97110', 'not readable']);
    assert.deepEqual(page.texts('.codes tbody td.figure'), ['3', '5', '1', '1']);
  });

  it('switches to all files, saves, and leads back to the text', async () => {
    await open();
    page.send(lines({ rows: [row(0)] }));
    page.fill('input[value=all]', 'all', 'change');
    assert.deepEqual(page.last('show'), { kind: 'show', shows: 'all' });
    page.send(lines({ rows: [row(0)], turn: 2, shows: 'all', scope: { files: 3 } }));
    assert.equal(page.texts('.scroll thead th')[0], 'File and line▲');
    assert.equal(page.texts('.scroll td')[0], 'a.encounter:1');
    assert.match(page.one('h1').textContent!, /3 files/);
    assert.equal(page.one('.bar .action').textContent, 'Save 1 line as CSV');
    page.click('.bar .action');
    assert.ok(page.last('save'));
    page.press('Escape');
    assert.ok(page.last('back'));
  });

  it('comes back with its order, and keeps no word that was typed', async () => {
    await open({
      kept: { shows: 'all', sort: 'units', descending: true, finding: 'any', uri: 'file:///c/a.encounter' },
    });
    page.send(lines({ rows: [row(0)], query: { text: 'zoe', sort: 'units' } }));
    assert.ok(!JSON.stringify(page.kept).includes('zoe'));
    assert.ok(JSON.stringify(page.kept).includes('"sort":"units"'));
  });

  it('drops what is no message of ours', async () => {
    await open();
    for (const message of [null, 3, 'lines', {}, { kind: 'lines' }, { kind: 'lines', page: {} }, { kind: 'none' }])
      page.send(message);
    assert.equal(page.all('.scroll tbody tr:not(.space)').length, 0);
  });

  it('speaks the language of the editor', async () => {
    await open({ words: { Patient: 'Patientin' } });
    page.send(lines({ rows: [row(0)] }));
    assert.ok(page.texts('.scroll thead th').includes('Patientin'));
  });
});

describe('what the page of the claim table may say', () => {
  it('is taken only as it should be', () => {
    const query = { ...allClaims };
    const good = [
      { kind: 'save' },
      { kind: 'back' },
      { kind: 'show', shows: 'all' },
      { kind: 'rule', rule: 'missing-59' },
      { kind: 'want', query, from: 0, count: 100 },
      { kind: 'go', turn: 1, row: 0, keepFocus: true },
    ];
    for (const message of good) assert.deepEqual(readFromClaimsPage(message), message);
    const bad = [
      undefined,
      { kind: 'show', shows: 'none' },
      { kind: 'rule', rule: '../x' },
      { kind: 'rule', rule: 'a'.repeat(61) },
      { kind: 'want', query, from: -1, count: 100 },
      { kind: 'want', query, from: 0, count: 1e9 },
      { kind: 'want', query: { ...query, sort: 'x' }, from: 0, count: 1 },
      { kind: 'want', query: { ...query, text: 'x'.repeat(1000) }, from: 0, count: 1 },
      { kind: 'go', turn: 1, row: 0.5, keepFocus: true },
      { kind: 'go', row: 0, keepFocus: true },
      { kind: 'open', uri: 'file:///etc/passwd' },
    ];
    for (const message of bad) assert.equal(readFromClaimsPage(message), undefined, JSON.stringify(message));
  });
});
