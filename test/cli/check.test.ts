import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../server/src/cli/check';
import { explain } from '../../server/src/cli/explain';
import { rules } from '../../server/src/cli/rules';
import { UsageError } from '../../server/src/cli/usage';

/** The first look of the language page, had it no -59 in its eleventh line. */
const FIRST_LOOK = `# One clinician, one morning. A field at the left margin holds for every encounter below it.
clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
  bill 97150-GP x1
  S: Feels steadier on stairs.
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:31  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`;
const RIGHT = FIRST_LOOK.replace('bill 97110-GP', 'bill 97110-59-GP');

describe('encounter check', () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'check-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: string[]) {
    let out = '';
    let err = '';
    const code = check(
      args,
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    );
    return { code, out, err };
  }
  const json = (...args: string[]) => JSON.parse(run('--format', 'json', '--today', '2026-11-01', ...args).out);

  it('prints the JSON that the language page fixes', () => {
    mkdirSync('samples');
    writeFileSync('samples/clinic-day.encounter', FIRST_LOOK);
    const { code, out, err } = run('--format', 'json', '--today', '2026-11-01', 'samples');
    const report = JSON.parse(out);
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
    assert.equal(report.version, 1);
    assert.deepEqual(report.summary, { files: 1, encounters: 2, errors: 1, warnings: 0, infos: 0, hints: 0 });
    const [file] = report.files;
    assert.deepEqual(Object.keys(file), ['path', 'diagnostics']);
    assert.equal(file.path, 'samples/clinic-day.encounter');
    const [finding] = file.diagnostics;
    assert.deepEqual(Object.keys(finding), ['rule', 'severity', 'message', 'range', 'sources', 'related', 'fixes']);
    assert.equal(finding.rule, 'missing-59');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.range, { start: { line: 10, character: 7 }, end: { line: 10, character: 12 } });
    assert.deepEqual(finding.sources, ['aca-group']);
    assert.equal(finding.related[0].path, file.path);
    assert.equal(finding.related[0].range.start.line, 11);
    assert.deepEqual(finding.fixes[0], {
      title: 'Add -59 to 97110',
      safe: true,
      edits: [{ range: { start: { line: 10, character: 12 }, end: { line: 10, character: 12 } }, newText: '-59' }],
    });
    assert.equal(code, 1);
    assert.equal(err, '');
  });

  it('lists every file, sorted by path, with / and without ./', () => {
    mkdirSync('days/b', { recursive: true });
    writeFileSync('days/b/2.encounter', RIGHT);
    writeFileSync('days/a.encounter', '');
    writeFileSync('days/notes.txt', 'not ours');
    const report = json('./days/');
    assert.deepEqual(
      report.files.map((file: { path: string }) => file.path),
      ['days/a.encounter', 'days/b/2.encounter'],
    );
    assert.deepEqual(report.summary, { files: 2, encounters: 2, errors: 0, warnings: 0, infos: 0, hints: 0 });
  });

  it('leaves out hidden folders, node_modules and links, and does not go round in circles', () => {
    for (const path of ['.hidden', 'node_modules', 'real']) {
      mkdirSync(path);
      writeFileSync(join(path, 'x.encounter'), RIGHT);
    }
    symlinkSync('.', 'loop');
    symlinkSync('real/x.encounter', 'link.encounter');
    assert.deepEqual(
      json('.').files.map((file: { path: string }) => file.path),
      ['real/x.encounter'],
    );
  });

  it('counts a file reached twice once', () => {
    writeFileSync('a.encounter', RIGHT);
    assert.equal(json('a.encounter', './a.encounter', '.').files.length, 1);
  });

  it('finds no fault in an empty folder', () => {
    mkdirSync('empty');
    assert.equal(run('empty').code, 0);
  });

  it('judges all files of a run together, and each by itself with --separate', () => {
    const day = (patient: string, start: string) =>
      `payer medicare\ndiscipline PT\nclinician "R. Ortiz, PT"\nencounter 2026-03-03 patient ${patient}\n  dx M54.50\n  ${start}  97110\n  bill 97110-GP x1\n`;
    writeFileSync('1.encounter', `${day('A', '09:00-09:10')}`);
    writeFileSync(
      '2.encounter',
      `payer medicare\ndiscipline PT\nclinician "R. Ortiz, PT"\nencounter 2026-03-03 patient A\n  dx M54.50\n  bill 97110-GP x1\n`,
    );
    const together = json('1.encounter', '2.encounter');
    const apart = json('--separate', '1.encounter', '2.encounter');
    assert.notDeepEqual(together.summary, apart.summary);
  });

  it('goes on where a file cannot be read, and ends with 2', () => {
    writeFileSync('a.encounter', RIGHT);
    const { code, out, err } = run('--today', '2026-11-01', 'gone.encounter', 'a.encounter');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(
      err,
      /^encounter: gone\.encounter: there is no such file or folder\n2 encounters in 1 file: nothing found\n$/,
    );
  });

  it('says permission', function () {
    if (process.getuid?.() === 0) this.skip();
    writeFileSync('a.encounter', RIGHT);
    chmodSync('a.encounter', 0);
    assert.match(run('a.encounter').err, /a\.encounter: no permission to read it/);
  });

  it('says bytes that are not UTF-8 where they are', () => {
    writeFileSync(
      'a.encounter',
      Buffer.concat([Buffer.from('encounter 2026-03-03 patient A\n  S: a'), Buffer.from([0xff]), Buffer.from('b\n')]),
    );
    const [finding] = json('a.encounter').files[0].diagnostics;
    assert.equal(finding.rule, 'syntax');
    assert.deepEqual(finding.range.start, { line: 1, character: 6 });
  });

  it('takes no position for a byte-order mark', () => {
    writeFileSync('a.encounter', `\ufeff${FIRST_LOOK}`);
    assert.deepEqual(json('a.encounter').files[0].diagnostics[0].range.start, { line: 10, character: 7 });
    writeFileSync('b.encounter', '\ufeff???\n');
    assert.deepEqual(json('b.encounter').files[0].diagnostics[0].range.start, { line: 0, character: 0 });
  });

  it('prints text with lines from 1', () => {
    writeFileSync('a.encounter', FIRST_LOOK);
    const { out, err } = run('--today', '2026-11-01', 'a.encounter');
    assert.match(
      out,
      /^a\.encounter:11:8: error: 97110 needs -59: .*\(.*aca-group\)\. \[missing-59\]\n {4}fix: Add -59 to 97110\n$/,
    );
    assert.equal(err, '2 encounters in 1 file: 1 error, 0 warnings, 0 infos, 0 hints\n');
  });

  it('prints ndjson and GitHub commands', () => {
    writeFileSync('a, b.encounter', FIRST_LOOK);
    const lines = run('--format', 'ndjson', '--today', '2026-11-01', '.').out.trimEnd().split('\n');
    assert.equal(lines.length, 1);
    assert.equal(JSON.parse(lines[0]!).path, 'a, b.encounter');
    assert.match(
      run('--format', 'github', '--today', '2026-11-01', '.').out,
      /^::error file=a%2C b\.encounter,line=11,endLine=11,col=8,endColumn=13,title=missing-59::97110 needs -59: /,
    );
  });

  it('prints SARIF with the rules, places, related places and fixes', () => {
    writeFileSync('a b.encounter', FIRST_LOOK);
    const log = JSON.parse(run('--format', 'sarif', '--today', '2026-11-01', '.').out);
    assert.equal(log.version, '2.1.0');
    const [{ tool, results, columnKind }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(results.length, 1);
    const [result] = results;
    assert.equal(tool.driver.rules[result.ruleIndex].id, 'missing-59');
    assert.equal(result.level, 'error');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'a%20b.encounter');
    assert.deepEqual(region, { startLine: 11, startColumn: 8, endLine: 11, endColumn: 13 });
    assert.equal(result.relatedLocations[0].physicalLocation.region.startLine, 12);
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '-59');
  });

  it('takes safe fixes, keeps line ends and the byte-order mark, and reports what is left', () => {
    writeFileSync('a.encounter', `\ufeff${FIRST_LOOK.replace(/\n/g, '\r\n')}`);
    chmodSync('a.encounter', 0o640);
    const { code, out, err } = run('--fix', '--today', '2026-11-01', 'a.encounter');
    assert.equal(readFileSync('a.encounter', 'utf8'), `\ufeff${RIGHT.replace(/\n/g, '\r\n')}`);
    assert.equal(statSync('a.encounter').mode & 0o777, 0o640);
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.match(err, /^encounter: 1 fix taken\n/);
    assert.deepEqual(readdirSync('.'), ['a.encounter']);
  });

  it('keeps owner and group of a file that it writes', function () {
    // Only the system's own user may give files away.
    if (process.getuid?.() !== 0) this.skip();
    writeFileSync('a.encounter', FIRST_LOOK);
    chownSync('a.encounter', 12_345, 23_456);
    chmodSync('a.encounter', 0o660);
    assert.equal(run('--fix', '--today', '2026-11-01', 'a.encounter').code, 0);
    const { uid, gid, mode } = statSync('a.encounter');
    assert.deepEqual([uid, gid, mode & 0o777], [12_345, 23_456, 0o660]);
    assert.equal(readFileSync('a.encounter', 'utf8'), RIGHT);
  });

  it('takes files by their ending in any case, from a folder and by name', () => {
    mkdirSync('day');
    writeFileSync('day/UP.ENCOUNTER', FIRST_LOOK);
    writeFileSync('day/Mixed.Encounter', RIGHT);
    writeFileSync('day/other.encounters', FIRST_LOOK);
    assert.match(run('--today', '2026-11-01', 'day').err, /in 2 files:/);
  });

  it('reads no pipe and no device', () => {
    const { code, err } = run('/dev/null');
    assert.equal(code, 2);
    assert.match(err, /^encounter: \/dev\/null: it is no file\n/);
  });

  it('says of a file in UTF-16 how it is to be saved', () => {
    writeFileSync('a.encounter', Buffer.from(RIGHT, 'utf16le'));
    assert.match(run('a.encounter').out, /saved as UTF-16 \("Unicode"\) is full of them: save it as UTF-8/);
  });

  it('leaves a file that a fix would lose bytes of as it is, and says so', () => {
    const bytes = Buffer.concat([Buffer.from(FIRST_LOOK), Buffer.from([0x23, 0x20, 0xff, 0x0a])]);
    writeFileSync('a.encounter', bytes);
    const { code, out, err } = run('--fix', '--today', '2026-11-01', 'a.encounter');
    assert.ok(readFileSync('a.encounter').equals(bytes));
    assert.match(err, /a\.encounter: not fixed: it holds bytes that are not UTF-8/);
    assert.match(out, /missing-59/);
    assert.equal(code, 2);
  });

  it('does not fix standard input', () => {
    assert.throws(() => run('--fix', '-'), /--fix: standard input cannot be fixed/);
  });

  it('reads paths from a list', () => {
    writeFileSync('a.encounter', RIGHT);
    writeFileSync('list', 'a.encounter\r\n\n');
    assert.equal(json('--files-from', 'list').files.length, 1);
    assert.equal(run('--files-from', 'nowhere').code, 2);
  });

  it('refuses bad usage with one clear line', () => {
    const cases: [string[], RegExp][] = [
      [[], /name a file or a folder/],
      [['--formt', 'json', '.'], /no option --formt; did you mean --format\?/],
      [['--format', 'jsn', '.'], /--format jsn: expected .*; did you mean json\?/],
      [['--format', 'toString', '.'], /--format toString: expected text, json/],
      [['--max-warnings', 'few', '.'], /--max-warnings few: expected a whole number/],
      [['--today', '2026-02-30', '.'], /--today 2026-02-30: expected a date/],
      [['--today', 'today', '.'], /expected a date/],
      [['--today', '2026-13-01', '.'], /expected a date/],
      [['--today', '0000-01-01', '.'], /expected a date/],
    ];
    for (const [args, message] of cases) {
      assert.throws(
        () => run(...args),
        (error) => error instanceof UsageError && message.test(error.message) && !error.message.includes('\n'),
        args.join(' '),
      );
    }
  });
});

describe('encounter explain and rules', () => {
  const said = (run: (args: string[], out: (text: string) => void) => number, ...args: string[]) => {
    let out = '';
    run(args, (text) => {
      out += text;
    });
    return out;
  };

  it('explains a rule with what it rests on', () => {
    const text = said(explain, 'missing-59');
    for (const part of [
      '-59 missing',
      'If missed:',
      'To fix',
      'Wrong',
      'Right',
      '> Line 10, error',
      'aca-group',
      'A17:',
    ])
      assert.ok(text.includes(part), part);
  });

  it('explains a code, and says where sources disagree', () => {
    const text = said(explain, '97150');
    assert.match(text, /Sources disagree: 97150: timed or not/);
    assert.match(text, /needs a modifier such as 59/);
    assert.match(said(explain, 'g0283'), /^G0283: /);
    assert.match(
      said(explain, '97001'),
      /Deleted: last day of service 2016-12-31\. Bill 97161 or 97162 or 97163 instead/,
    );
    assert.match(said(explain, '-59'), /^59: /);
  });

  it('names the nearest where there is none', () => {
    assert.throws(() => said(explain, 'missing-95'), /nothing is known of missing-95; did you mean missing-59\?/);
  });

  it('answers words with the guidance itself and its sources', () => {
    const text = said(explain, 'exercise', 'in', 'water');
    assert.match(text, /^97113: exercise in water\n/);
    assert.match(text, /encounter explain 97113/);
    assert.match(said(explain, 'arizona'), /Noridian[\s\S]*\(cpt97150-2026: /);
    assert.throws(() => said(explain, 'qqqqzzzz'), /nothing is known of qqqqzzzz/);
  });

  it('lists the rules', () => {
    assert.match(said(rules), /^missing-59 +error +/m);
    assert.equal(JSON.parse(said(rules, '--format', 'json')).version, 1);
  });
});
