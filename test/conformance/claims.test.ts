/**
 * The rules about claims, clause by clause: each text says at the end of a line, after `##`, all errors and warnings
 * that stand on it, and the infos and hints that the clause is about. What no line says must not be said.
 *
 *     bill 97110-GP x1    ## missing-59 error '97110' safe -> bill 97110-59-GP x1
 *
 * In quotes the range's own text; then `safe` (a safe fix), `alone` (fixes, none safe) or `none` (no fix), and the
 * line after the first fix (`-> gone` where it goes). `!rule` must not stand on the line in any severity.
 */

import assert from 'node:assert/strict';
import { applyEdits, editsInFile, type Found, findingsIn, newWorkspace, show } from '../support/markers';
import { CLAIMS } from './claims';
import { PUBLISHED_ALIKE } from './published-alike';
import { RECORDS } from './records';

interface Expected {
  line: number;
  rule: string;
  severity: string;
  range?: string;
  fix?: string;
  after?: string;
}

const EXPECTED =
  /^(?<rule>[a-z0-9-]+) (?<severity>error|warning|info|hint)(?: '(?<range>[^']*)')?(?: (?<fix>safe|alone|none))?(?: -> (?<after>.*))?$/;

function read(body: string): { text: string; expected: Expected[]; absent: { line: number; rule: string }[] } {
  const lines: string[] = [];
  const expected: Expected[] = [];
  const absent: { line: number; rule: string }[] = [];
  for (const raw of body.split('\n')) {
    const head = /^@(\S+) (\S+)(?: (\S+))?(?: (\S+))?$/.exec(raw);
    if (head) {
      const [, discipline = '', payer = '', date = '2026-03-03', patient = 'A'] = head;
      if (discipline !== '-') lines.push(`clinician "${discipline} One"`, `discipline ${discipline}`);
      if (payer !== '-') lines.push(`payer ${payer}`);
      lines.push(`encounter ${date} patient ${patient}`, '  dx M54.50');
      continue;
    }
    const [line = '', notes] = raw.split(/\s+## /);
    lines.push(line);
    for (const note of notes?.split(' ; ') ?? []) {
      if (note.startsWith('!')) {
        absent.push({ line: lines.length - 1, rule: note.slice(1) });
        continue;
      }
      const match = EXPECTED.exec(note.trim());
      assert.ok(match, `cannot read ${note}`);
      expected.push({ line: lines.length - 1, ...match.groups } as Expected);
    }
  }
  return { text: lines.join('\n'), expected, absent };
}

const loud = (found: Found) => found.severity === 'error' || found.severity === 'warning';

function judge(body: string): void {
  const { text, expected, absent } = read(body);
  const check = (content: string) => {
    const workspace = newWorkspace();
    workspace.setText('a.encounter', content);
    workspace.check();
    return workspace;
  };
  const workspace = check(text);
  const found = findingsIn(workspace, 'a.encounter');
  const said = `\n${text}\n${found.map(show).join('\n')}\n`;
  const key = (one: { line: number; rule: string; severity: string }) => `${one.line + 1} ${one.rule} ${one.severity}`;
  const quiet = new Set(expected.map(key));
  assert.deepEqual(
    found
      .filter((one) => loud(one) || quiet.has(key(one)))
      .map(key)
      .sort(),
    expected.map(key).sort(),
    said,
  );
  for (const { line, rule } of absent) {
    assert.ok(!found.some((one) => one.line === line && one.rule === rule), `${rule} on ${line + 1}${said}`);
  }
  const lines = text.split('\n');
  const errors = found.filter((one) => one.severity === 'error').length;
  for (const one of expected) {
    const match = found.find((candidate) => key(candidate) === key(one))!;
    if (one.range !== undefined) assert.equal(lines[one.line]!.slice(match.start, match.end), one.range, said);
    const { fixes } = match.finding;
    const titles = `${one.rule}: ${fixes.map((fix) => `${fix.safe ? 'safe ' : ''}"${fix.title}"`).join(', ')}${said}`;
    if (one.fix === 'safe') assert.ok(fixes[0]?.safe, titles);
    if (one.fix === 'alone') assert.ok(fixes.length > 0 && fixes.every((fix) => !fix.safe), titles);
    if (one.fix === 'none') assert.equal(fixes.length, 0, titles);
    for (const fix of fixes) {
      const after = applyEdits(text, editsInFile(workspace, 'a.encounter', fix));
      const left = findingsIn(check(after), 'a.encounter').filter((candidate) => candidate.severity === 'error').length;
      assert.ok(left <= errors, `"${fix.title}" brings an error\n${after}${said}`);
    }
    if (one.after !== undefined) {
      assert.ok(fixes[0], titles);
      const after = applyEdits(text, editsInFile(workspace, 'a.encounter', fixes[0]));
      if (one.after === 'gone') assert.equal(after.split('\n').length, lines.length - 1, after);
      else assert.equal(after.split('\n')[one.line]!.trim(), one.after, titles);
    }
  }
}

for (const [heading, table] of [
  ...Object.entries(CLAIMS),
  ...Object.entries(PUBLISHED_ALIKE),
  ...Object.entries(RECORDS),
]) {
  describe(`conformance: ${heading}`, () => {
    for (const one of table.split(/^=== /m).slice(1)) {
      const end = one.indexOf('\n');
      it(one.slice(0, end), () => judge(one.slice(end + 1).trimEnd()));
    }
  });
}
