/** The page of a rule: what it finds, what it costs if missed, wrong, right, the fix, the sources. One text for all places. */

import { lookUpConflict } from '../guidance/conflicts';
import { CONFIDENCE_WORDS, lookUpFact } from '../guidance/facts';
import { passagesForFact, passagesForStatement } from '../guidance/passages';
import { lookUpSource } from '../guidance/sources';
import { lookUpStatement } from '../guidance/statements';
import { RULE_CITES } from '../rules/cites';
import { RULE_DOCS } from '../rules/docs';
import type { RuleId } from '../rules/kit/ids';
import type { Example } from '../rules/kit/rule';

/** What a rule says of an example, and the titles of its fixes. */
export interface SaidOfExample {
  /** Counted from 1. */
  readonly line: number;
  readonly severity: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export type Said = (rule: RuleId, text: string, today: number | undefined) => readonly SaidOfExample[];

export interface RulePageOptions {
  readonly said: Said;
  /** Markdown that leads to another page; `text` alone where there is none. */
  readonly link: (kind: 'rule' | 'passage' | 'source' | 'conflict', id: string, text: string) => string;
  /** Where the rule is switched off for good, as Markdown that ends a sentence. */
  readonly everywhere: string;
}

/** A line that marks a finding in an example. */
const MARK = /^\s*\^+\s+[a-z0-9-]+(?:\s+(?:error|warning|info|hint))?\s*(?:\|.*)?$/;

export function rulePage(id: RuleId, options: RulePageOptions): string {
  const docs = RULE_DOCS.get(id)!;
  const lines = [
    `# ${id}`,
    '',
    `**${docs.title}.** ${docs.summary}`,
    '',
    `- **Severity:** ${docs.severities}`,
    `- **If missed:** ${docs.cost}`,
    '',
    docs.explanation,
    '',
    '## Wrong',
  ];
  for (const example of docs.bad)
    lines.push('', `${example.title}:`, '', ...code(example), '', ...said(id, example, options.said));
  lines.push('', '## Right');
  for (const example of docs.good) lines.push('', `${example.title}:`, '', ...code(example));
  lines.push('', '## To fix', '', docs.fix, '', ...sources(id, options));
  lines.push(
    '',
    '## To silence it',
    '',
    id === 'unused-ignore' || id === 'ignore-without-reason'
      ? `A comment cannot silence it. Its severity, or off: ${options.everywhere}.`
      : `On one line: \`# ignore ${id}: reason\`. Everywhere: ${options.everywhere}.`,
    '',
  );
  return lines.join('\n');
}

/** An example without the lines that mark its findings. */
function shownText({ text }: Example): string {
  return text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
}

function code(example: Example): string[] {
  return ['```encounter', ...shownText(example).trimEnd().split('\n'), '```'];
}

function said(id: RuleId, example: Example, judge: Said): string[] {
  const lines: string[] = [];
  for (const { line, severity, message, fixes } of judge(id, shownText(example), example.today)) {
    lines.push(`> Line ${line}, ${severity}: ${message.replace(/\s+/g, ' ')}`);
    for (const fix of fixes) lines.push(`> Fix${fix.safe ? ' (safe)' : ''}: ${fix.title}.`);
  }
  return lines.join('\n>\n').split('\n');
}

function sources(rule: RuleId, { link }: RulePageOptions): string[] {
  const cites = RULE_CITES.get(rule)!;
  const lines = ['## Sources', ''];
  for (const id of cites.sources) {
    const source = lookUpSource(id);
    if (source) lines.push(`- **${link('source', id, id)}**: ${source.title} (${source.edition})`);
  }
  if (cites.sources.length === 0) lines.push('This rule is about the file itself and rests on the language alone.');
  const statements = cites.statements.map((id) => lookUpStatement(id)).filter((one) => one !== undefined);
  if (statements.length > 0) {
    lines.push('', '| | says | in |', '| --- | --- | --- |');
    for (const { id, text, source, place } of statements) {
      const [first] = passagesForStatement(id);
      const named = first ? link('passage', first.id, id) : id;
      lines.push(`| ${named} | ${cell(text)} | ${source}, ${cell(place)} |`);
    }
  }
  const facts = cites.facts.map((id) => lookUpFact(id)).filter((one) => one !== undefined);
  if (facts.length > 0) {
    lines.push('', '| | fact | how sure |', '| --- | --- | --- |');
    for (const { id, text, confidence, sources: from } of facts) {
      const [first] = passagesForFact(id);
      const named = first ? link('passage', first.id, id) : id;
      lines.push(
        `| ${named} | ${cell(text)} | ${CONFIDENCE_WORDS[confidence]}${from.length > 0 ? `: ${from.join(', ')}` : ''} |`,
      );
    }
  }
  for (const id of cites.facts) {
    const conflict = lookUpConflict(id);
    if (!conflict) continue;
    lines.push('', `**Sources disagree: ${link('conflict', id, conflict.title)}.**`, '');
    for (const side of conflict.sides) lines.push(`- ${side.who}: ${side.says}`);
    lines.push(`- This tool: ${conflict.tool}`, `- To change it: ${conflict.change}`);
  }
  return lines;
}

export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
