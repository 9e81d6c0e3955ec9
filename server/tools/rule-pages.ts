/** A page for every rule, from its file: what it finds, what it costs if missed, wrong, right, the fix, the sources. */

import { defaultSettings } from '../src/model/settings';
import { Workspace } from '../src/engine/workspace';
import { lookUpConflict } from '../src/guidance/conflicts';
import { CONFIDENCE_WORDS, lookUpFact } from '../src/guidance/facts';
import { lookUpSource } from '../src/guidance/sources';
import { lookUpStatement } from '../src/guidance/statements';
import { RULE_DOCS } from '../src/rules/docs';
import type { RuleId } from '../src/rules/kit/ids';
import type { Example, Rule } from '../src/rules/kit/rule';
import { RULES } from '../src/rules/registry';

/** The day that counts as today on the pages, so that they do not change by themselves. */
const TODAY = 20261101;
/** A line that marks a finding in an example. */
const MARK = /^\s*\^+\s+[a-z0-9-]+(?:\s+(?:error|warning|info|hint))?\s*(?:\|.*)?$/;

export function rulePage(rule: Rule): string {
  const docs = RULE_DOCS.get(rule.id)!;
  const lines = [
    `# ${rule.id}`,
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
  for (const example of docs.bad) lines.push('', `${example.title}:`, '', ...code(example), '', ...said(rule.id, example));
  lines.push('', '## Right');
  for (const example of docs.good) lines.push('', `${example.title}:`, '', ...code(example));
  lines.push('', '## To fix', '', docs.fix, '', ...sources(rule));
  lines.push(
    '',
    '## To silence it',
    '',
    rule.id === 'unused-ignore' || rule.id === 'ignore-without-reason'
      ? 'A comment cannot silence it. [Configuration](../configuration.md) can change its severity or switch it off.'
      : `On one line: \`# ignore ${rule.id}: reason\`. Everywhere: [configuration](../configuration.md).`,
    '',
  );
  return lines.join('\n');
}

function code({ text }: Example): string[] {
  const shown = text
    .trimEnd()
    .split('\n')
    .filter((line) => !MARK.test(line));
  return ['```encounter', ...shown, '```'];
}

/** What the rule really says of the example. */
function said(id: RuleId, example: Example): string[] {
  const text = example.text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
  const workspace = new Workspace({
    rules: RULES,
    settings: defaultSettings(example.today ?? TODAY),
    keepFixes: true,
  });
  workspace.setText('example', text);
  workspace.check();
  const lines: string[] = [];
  for (const { finding, startLine } of workspace.findings('example')) {
    if (finding.rule !== id) continue;
    lines.push(`> Line ${startLine + finding.line + 1}, ${finding.severity}: ${finding.message.replace(/\s+/g, ' ')}`);
    for (const fix of finding.fixes) lines.push(`> Fix${fix.safe ? ' (safe)' : ''}: ${fix.title}.`);
  }
  return lines.join('\n>\n').split('\n');
}

function sources(rule: Rule): string[] {
  const lines = ['## Sources', ''];
  for (const id of rule.sources) {
    const source = lookUpSource(id);
    if (source) lines.push(`- **${id}**: ${source.title} (${source.edition})`);
  }
  if (rule.sources.length === 0) lines.push('This rule is about the file itself and rests on the language alone.');
  const statements = rule.statements.map((id) => lookUpStatement(id)).filter((one) => one !== undefined);
  if (statements.length > 0) {
    lines.push('', '| | says | in |', '| --- | --- | --- |');
    for (const { id, text, source, place } of statements) lines.push(`| ${id} | ${cell(text)} | ${source}, ${cell(place)} |`);
  }
  const facts = rule.facts.map((id) => lookUpFact(id)).filter((one) => one !== undefined);
  if (facts.length > 0) {
    lines.push('', '| | fact | how sure |', '| --- | --- | --- |');
    for (const { id, text, confidence, sources: from } of facts)
      lines.push(`| ${id} | ${cell(text)} | ${CONFIDENCE_WORDS[confidence]}${from.length > 0 ? `: ${from.join(', ')}` : ''} |`);
  }
  for (const id of rule.facts) {
    const conflict = lookUpConflict(id);
    if (!conflict) continue;
    lines.push('', `**Sources disagree: ${conflict.title}.**`, '');
    for (const side of conflict.sides) lines.push(`- ${side.who}: ${side.says}`);
    lines.push(`- This tool: ${conflict.tool}`, `- To change it: ${conflict.change}`);
  }
  return lines;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

/** All rules as one table, with links to their pages. */
export function ruleTable(folder: string): string {
  const lines = ['| rule | severity | finds |', '| --- | --- | --- |'];
  for (const rule of RULES)
    lines.push(`| [${rule.id}](${folder}${rule.id}.md) | ${rule.severity} | ${cell(RULE_DOCS.get(rule.id)!.summary)} |`);
  return lines.join('\n');
}

/** `docs/rules/README.md`. */
export function ruleIndex(): string {
  return `# Rules\n\nMade from the rule files. Each page says what the rule finds, what it costs if missed, and who says so.\n\n${ruleTable('')}\n`;
}
