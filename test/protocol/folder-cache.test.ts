/** A folder that was checked before: what is unchanged is not read again, and everything is found all the same. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { CLAIMS, CLAIMS_CSV, type ClaimsCsvResult, type ClaimsResult } from '../../server/src/lsp/claims';
import { diskFolders } from '../../server/src/lsp/folder.node';
import type { FolderPlace } from '../../server/src/lsp/folder-serve';
import { CHANGED, Clinic, CREATED, DELETED, day, type FolderOptions } from './folder-client';

const TOO_MANY = '8:17-19 too-many-units';
const DOUBLE = '7:3-14 clinician-double-booked';

describe('a folder that was checked before', () => {
  let clinic: Clinic;
  let reads: string[];
  beforeEach(() => {
    clinic = new Clinic();
    reads = [];
  });
  afterEach(() => clinic.end());

  /** The disk, and which files were read. */
  const counting: FolderPlace = {
    store: (folder) => diskFolders.store(folder),
    readerOf(folder, listed) {
      const reader = diskFolders.readerOf(folder, listed);
      return (
        reader && {
          ...reader,
          read(uri, mostBytes) {
            setImmediate(() => clinic.editor.wake());
            reads.push(uri.slice(uri.lastIndexOf('/') + 1).replace('.encounter', ''));
            return reader.read(uri, mostBytes);
          },
        }
      );
    },
  };
  const open = async (options: FolderOptions = {}) => {
    reads = [];
    await clinic.open({ cache: true, ...options, server: { folders: counting, ...options.server } });
    await clinic.settled();
  };
  const again = async (options: FolderOptions = {}) => {
    await clinic.close();
    await open(options);
  };
  const read = () => [...new Set(reads)].sort();

  it('reads only the files with findings again', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04', 2));
    clinic.put('c.encounter', day('C', '2026-03-05'));
    await open();
    assert.deepEqual(read(), ['a', 'b', 'c']);
    await again();
    await clinic.shows({ 'b.encounter': [TOO_MANY] });
    assert.deepEqual(read(), ['b']);
    await again();
    assert.deepEqual(read(), ['b']);
  });

  it('reads what shares a day with a file that changed, and finds what that brings', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    clinic.put('c.encounter', day('C', '2026-03-05'));
    await open();
    await clinic.close();
    clinic.put('a.encounter', day('A', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    await open();
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
    assert.deepEqual(read(), ['a', 'b']);
    await clinic.close();
    clinic.put('a.encounter', day('A', '2026-03-08'));
    await open();
    await clinic.shows({});
    await again();
    assert.deepEqual(read(), []);
  });

  it('reads what shared a day with a file that is gone', async () => {
    clinic.put('a.encounter', day('A').replace('  bill 97110-GP x1\n', ''));
    clinic.put(
      'b.encounter',
      'payer medicare\ndiscipline PT\n\nencounter 2026-03-03 patient A\n  dx M54.50\n  bill 97110-GP x1\n',
    );
    await open();
    const before = clinic.shown();
    await clinic.close();
    clinic.remove('a.encounter');
    await open();
    await clinic.editor.until('the finding', () => JSON.stringify(clinic.shown()).includes('billed-not-performed'));
    assert.notDeepEqual(clinic.shown(), before);
  });

  it('follows changes into files that were not read', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    await open();
    await again();
    assert.deepEqual(read(), []);
    clinic.put('c.encounter', day('C', '2026-03-04'));
    clinic.tell(['c.encounter', CREATED]);
    await clinic.shows({ 'b.encounter': [DOUBLE], 'c.encounter': [DOUBLE] });
    assert.deepEqual(read(), ['b', 'c']);
    clinic.remove('c.encounter');
    clinic.tell(['c.encounter', DELETED]);
    await clinic.shows({});
    clinic.put('a.encounter', day('A', '2026-03-04', 1, 'R. Ortiz, PT', '09:10'));
    clinic.tell(['a.encounter', CHANGED]);
    await clinic.shows({ 'a.encounter': ['7:3-14 clinician-double-booked'], 'b.encounter': [DOUBLE] });
  });

  it('reads what an open file shares a day with, and what it comes to share one with', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    clinic.put('c.encounter', day('C', '2026-03-04'));
    await open();
    await again();
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    await clinic.editor.until('its companion', () => reads.includes('b'));
    assert.ok(!reads.includes('c'));
    clinic.editor.replace('2026-03-03', '2026-03-04', uri);
    await clinic.editor.until('the other', () => clinic.shown()['c.encounter']?.[0] === DOUBLE);
    assert.equal((await clinic.editor.findings(uri)).length, 1);
    clinic.editor.close(uri);
    await clinic.shows({});
  });

  it('says nothing of days of a companion that are not known in full', async () => {
    // b shares one day with a, and another with c, which is not read again: alone, that other day would have a finding.
    clinic.put('a.encounter', day('A'));
    const billed = 'encounter 2026-03-04 patient B\n  dx M54.50\n  bill 97110-GP x1\n';
    clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00') + billed);
    clinic.put('c.encounter', day('B', '2026-03-04').replace('  bill 97110-GP x1\n', ''));
    await open();
    await clinic.shows({});
    await clinic.close();
    clinic.put('a.encounter', `# changed\n${day('A')}`);
    await open();
    await clinic.shows({});
    assert.deepEqual(read(), ['a', 'b']);
    // Its other day changes: now all of it is known again.
    clinic.put('c.encounter', day('B', '2026-03-09').replace('  bill 97110-GP x1\n', ''));
    clinic.tell(['c.encounter', CHANGED]);
    await clinic.editor.until('the finding', () =>
      JSON.stringify(clinic.shown()['b.encounter'])?.includes('billed-not'),
    );
  });

  it('tells of what a file with findings was judged with, once something changes for it', async () => {
    const at = (patient: string, start: string, units = 1) => day(patient, '2026-03-03', units, 'R. Ortiz, PT', start);
    clinic.put('a.encounter', at('A', '09:00', 2));
    clinic.put('b.encounter', at('B', '10:00'));
    await open();
    await again();
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    assert.deepEqual(read(), ['a']);
    clinic.put('a.encounter', at('A', '10:00'));
    clinic.tell(['a.encounter', CHANGED]);
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
    assert.deepEqual(read(), ['a', 'b']);
  });

  it('tells the same words of findings in several files, and judges them anew once one of them changes', async () => {
    const at = (patient: string, start: string) => day(patient, '2026-03-03', 1, 'R. Ortiz, PT', start);
    clinic.put('a.encounter', at('A', '09:00'));
    clinic.put('b.encounter', at('B', '09:05'));
    clinic.put('c.encounter', at('C', '09:10'));
    await open();
    const words = (item: Diagnostic) => JSON.stringify(item);
    await clinic.editor.until('the findings', () => Object.keys(clinic.shown()).length === 3);
    const before = clinic.shown(words);
    await again();
    await clinic.editor.until('the same', () => JSON.stringify(clinic.shown(words)) === JSON.stringify(before));
    clinic.put('c.encounter', `# a line more\n${at('C', '10:00')}`);
    clinic.tell(['c.encounter', CHANGED]);
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
    await again();
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
  });

  it('keeps words with the lines of other files as they are now', async () => {
    const ofA = day('A');
    // Two encounters: a line more in the first one changes nothing of the second but its place.
    const [head, encounter] = day('B').split(/(?=^encounter)/m) as [string, string];
    const first = `${head}${encounter.replace('2026-03-03', '2026-03-09')}`;
    clinic.put('a.encounter', ofA);
    clinic.put('b.encounter', first + encounter);
    await open();
    await clinic.editor.until('both', () => Object.keys(clinic.shown()).length === 2);
    const isKept = () => existsSync(clinic.cache) && readdirSync(clinic.cache).some((name) => name.endsWith('.folder'));
    while (!isKept()) await new Promise((resolve) => setTimeout(resolve, 50));
    const line = () => {
      const { 'a.encounter': items = [] } = clinic.shown((item) =>
        String(item.relatedInformation?.[0]?.location.range.start.line),
      );
      return items[0];
    };
    assert.equal(line(), '10');
    const uri = clinic.uri('b.encounter');
    clinic.editor.open(first + encounter, uri);
    const at = first.indexOf('  dx');
    clinic.editor.edit(at, at, '  # a line more\n', uri);
    await clinic.editor.until('the line', () => line() === '11');
    clinic.put('b.encounter', clinic.editor.text(uri));
    clinic.tell(['b.encounter', CHANGED]);
    clinic.editor.close(uri);
    await clinic.settled();
    await again();
    await clinic.editor.until('the finding', () => line() !== undefined);
    assert.equal(line(), '11');
  });

  it('reads what was still to be read for a change when reading goes on after a stop', async () => {
    const held: (() => void)[] = [];
    let holds = false;
    const holding: FolderPlace = {
      store: counting.store,
      readerOf(folder, listed) {
        const reader = counting.readerOf(folder, listed);
        return (
          reader && {
            ...reader,
            async read(uri, mostBytes) {
              if (holds && uri.includes('b.encounter'))
                await new Promise<void>((resolve) => {
                  held.push(resolve);
                  clinic.editor.wake();
                });
              return reader.read(uri, mostBytes);
            },
          }
        );
      },
    };
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-03', 2, 'R. Ortiz, PT', '10:00'));
    clinic.put('c.encounter', day('C', '2026-03-03', 1, 'R. Ortiz, PT', '11:00'));
    await open({ server: { folders: holding } });
    await again({ server: { folders: holding } });
    await clinic.shows({ 'b.encounter': [TOO_MANY] });
    holds = true;
    clinic.put('a.encounter', day('A', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    clinic.tell(['a.encounter', CHANGED]);
    await clinic.editor.until('the read', () => held.length === 1);
    const { connection } = clinic.editor;
    await connection.sendRequest('workspace/executeCommand', { command: 'encounter.stopReadingFolder' });
    await clinic.editor.until('the word', () => clinic.state?.state === 'partly');
    holds = false;
    held[0]!();
    await connection.sendRequest('workspace/executeCommand', { command: 'encounter.readFolder' });
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE, TOO_MANY] });
  });

  it('sees another text of the same size and time of change', async () => {
    clinic.put('a.encounter', day('A'));
    await open();
    await clinic.close();
    const path = join(clinic.root, 'a.encounter');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, day('A').replace('x1', 'x2'));
    utimesSync(path, atime, mtime);
    await open();
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
  });

  it('tells what was found of that text alone, whatever the disk says of sizes and times', async () => {
    const blind: FolderPlace = {
      store: counting.store,
      readerOf(folder, listed) {
        const reader = counting.readerOf(folder, listed);
        const seen = { size: 1, changed: 1, touched: 1 };
        return (
          reader && {
            list: (top, tell, isOver) =>
              reader.list(top, (files) => tell(files.map((one) => ({ ...one, seen }))), isOver),
            look: reader.look,
            async read(uri, mostBytes) {
              const content = await reader.read(uri, mostBytes);
              return content.kind === 'text' ? { ...content, seen } : content;
            },
          }
        );
      },
    };
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    await open({ server: { folders: blind } });
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    await clinic.close();
    clinic.put('a.encounter', day('A', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    await open({ server: { folders: blind } });
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
  });

  it('judges a day ahead each time: what is said of it changes by itself', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03'));
    await open({ server: { today: () => 20260301 } });
    const ahead = () => JSON.stringify(clinic.shown((item) => String(item.message)));
    await clinic.editor.until('the finding', () => ahead().includes('03/01/2026') || ahead().includes('2026-03-01'));
    await again({ server: { today: () => 20260302 } });
    await clinic.editor.until('today', () => ahead().includes('03/02/2026') || ahead().includes('2026-03-02'));
    await again({ server: { today: () => 20260303 } });
    await clinic.shows({});
  });

  it('tells findings as the editor wants them now', async () => {
    clinic.put('a.encounter', `${day('A', '2026-03-03', 2)}  bill 97530-GP x1\n`);
    await open();
    await again();
    await clinic.editor.until('both', () => clinic.shown()['a.encounter']?.length === 2);
    await again({ settings: { maxFindings: 1 } });
    const more = () => /shown are/.test(JSON.stringify(clinic.shown((item) => String(item.message))));
    await clinic.editor.until('fewer', () => clinic.shown()['a.encounter']?.length === 2 && more());
    await again({ settings: { maxFindings: 0 } });
    await clinic.editor.until('all', () => clinic.shown()['a.encounter']?.length === 2 && !more());
  });

  it('finds what hangs together when what was kept is cleared meanwhile', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    await open();
    await again();
    assert.deepEqual(read(), []);
    await clinic.editor.connection.sendRequest('workspace/executeCommand', { command: 'encounter.clearCache' });
    clinic.put('a.encounter', day('A', '2026-03-04'));
    clinic.tell(['a.encounter', CHANGED]);
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
    await clinic.close();
    assert.deepEqual(readdirSync(clinic.cache), []);
  });

  it('reads files that name a patient for what leads around', async () => {
    for (const [i, name] of ['a', 'b', 'c'].entries())
      clinic.put(`${name}.encounter`, day(i === 1 ? 'OTHER' : 'A', `2026-03-0${i + 3}`, 1, `C ${i}`));
    await open();
    await again();
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A', '2026-03-03', 1, 'C 0'), uri);
    const { connection } = clinic.editor;
    const place = { textDocument: { uri }, position: { line: 4, character: 29 } };
    const found: unknown[] = await connection.sendRequest('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    assert.equal(found.length, 2);
    assert.ok(!reads.includes('b'));
    await assert.rejects(connection.sendRequest('textDocument/rename', { ...place, newName: 'OTHER' }));
    const symbols: unknown[] = await connection.sendRequest('workspace/symbol', { query: 'C 1' });
    assert.equal(symbols.length, 1);
  });

  it('reads all files for the claim table, and says how many are missing', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    clinic.put('c.encounter', day('C', '2026-03-05'));
    clinic.put('large.encounter', `# ${'-'.repeat(1.1 * 1024 * 1024)}\n`);
    const options = { settings: { maxFileSize: 1 } };
    await open(options);
    await again(options);
    assert.deepEqual(read(), ['large']);
    const query = { sort: 'place', descending: false, text: '', finding: '', from: 0, count: 10 };
    const ask = () => clinic.editor.connection.sendRequest<ClaimsResult>(CLAIMS, query);
    // What is there at once, and how much is not.
    const { rows, scope } = await ask();
    assert.deepEqual([rows.length, scope.missing, scope.isReading], [0, 4, true]);
    // A file to be saved waits for all that can be read.
    const { csv, missing } = await clinic.editor.connection.sendRequest<ClaimsCsvResult>(CLAIMS_CSV, query);
    assert.deepEqual([csv.split('\r\n').length - 2, missing], [3, 1]);
    const later = await ask();
    assert.deepEqual([later.rows.length, later.scope.missing, later.scope.isReading], [3, 1, false]);
    assert.deepEqual(read(), ['a', 'b', 'c', 'large']);
  });

  it('reads a file again that was read in the moment in which it was written', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    const now = Date.now() / 1000;
    utimesSync(join(clinic.root, 'a.encounter'), now, now);
    await open();
    await again();
    assert.deepEqual(read(), ['a']);
  });

  it('reads everything where what files are judged by has changed', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    clinic.put('encounter.config.json', '{ "rules": { "too-many-units": "off" } }');
    await open();
    await again();
    assert.deepEqual(read(), []);
    await clinic.close();
    clinic.put('encounter.config.json', '{ "rules": { "too-many-units": "info" } }');
    await open();
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    assert.deepEqual(read(), ['a', 'b']);
    await again({ settings: { rules: { 'dx-missing': 'off' } } });
    assert.deepEqual(read(), ['a', 'b']);
    await again({ settings: { rules: { 'dx-missing': 'off' } } });
    assert.deepEqual(read(), ['a']);
  });

  it('reads everything on a date before the one on which it was kept', async () => {
    clinic.put('a.encounter', day('A'));
    await open({ server: { today: () => 20260401 } });
    await again({ server: { today: () => 20260402 } });
    assert.deepEqual(read(), []);
    await again({ server: { today: () => 20260301 } });
    assert.deepEqual(read(), ['a']);
    await clinic.editor.until('the finding', () => JSON.stringify(clinic.shown()).includes('future-date'));
  });

  it('keeps no word of a file', async () => {
    clinic.put('SMITH.encounter', day('MRN-PLANTED-1042', '2026-03-03', 2, 'Q. Planted, PT'));
    await open();
    await clinic.close();
    const kept = readdirSync(clinic.cache);
    assert.equal(kept.length, 2);
    for (const name of kept) {
      assert.ok(!name.includes('SMITH'));
      const bytes = readFileSync(join(clinic.cache, name));
      for (const text of [bytes.toString('latin1'), bytes.toString('utf16le')])
        assert.doesNotMatch(text, /PLANTED|Planted|SMITH|97110|2026|work/);
    }
    for (const line of [...clinic.editor.log, ...clinic.editor.shown])
      assert.doesNotMatch(line, /PLANTED|Planted|SMITH/);
  });

  it('starts cold where what was kept is damaged, and where it was cleared', async () => {
    clinic.put('a.encounter', day('A'));
    await open();
    await clinic.close();
    for (const name of readdirSync(clinic.cache))
      if (name !== 'key') writeFileSync(join(clinic.cache, name), 'nonsense');
    await open();
    assert.deepEqual(read(), ['a']);
    await again();
    assert.deepEqual(read(), []);
    await clinic.editor.connection.sendRequest('workspace/executeCommand', { command: 'encounter.clearCache' });
    assert.deepEqual(readdirSync(clinic.cache), []);
    assert.match(clinic.editor.shown.join(), /Nothing is kept/);
    rmSync(clinic.cache, { recursive: true });
    await again();
    assert.deepEqual(read(), ['a']);
  });

  it('does not tell what an open file brought about that was on no disk any more when the editor ended', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    await open();
    clinic.editor.open(day('B'), clinic.uri('b.encounter'));
    await clinic.editor.until('the finding', () => clinic.shown()['a.encounter']?.[0] === DOUBLE);
    clinic.remove('b.encounter');
    clinic.tell(['b.encounter', DELETED]);
    await clinic.settled();
    await again();
    await clinic.shows({});
  });

  it('knows nothing of a file that was open when the editor ended, and finds all with it', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
    await open();
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    clinic.editor.replace('09:00-09:15', '10:00-10:15', uri);
    await clinic.editor.until('the finding', () => clinic.shown()['b.encounter']?.[0] === DOUBLE);
    await again();
    await clinic.shows({});
    assert.deepEqual(read(), ['a', 'b']);
  });
});
