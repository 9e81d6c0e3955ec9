/** The pages of `docs/rules/`: one for every rule, and the table of all. */

import { saidBy } from '../src/features/examples';
import { cell, rulePage } from '../src/features/rule-page';
import { RULE_DOCS } from '../src/rules/docs';
import type { RuleId } from '../src/rules/kit/ids';
import { RULES } from '../src/rules/registry';

const said = saidBy();

export function docsPage(id: RuleId): string {
  return rulePage(id, {
    said,
    link: (kind, name, text) => (kind === 'rule' ? `[${text}](${name}.md)` : text),
    everywhere: '[configuration](../configuration.md)',
  });
}

/** All rules as one table, with links to their pages. */
export function ruleTable(folder: string): string {
  const lines = ['| rule | severity | finds |', '| --- | --- | --- |'];
  for (const rule of RULES)
    lines.push(
      `| [${rule.id}](${folder}${rule.id}.md) | ${rule.severity} | ${cell(RULE_DOCS.get(rule.id)!.summary)} |`,
    );
  return lines.join('\n');
}

/** `docs/rules/README.md`. */
export function ruleIndex(): string {
  return `# Rules\n\nMade from the rule files. Each page says what the rule finds, what it costs if missed, and who says so.\n\n${ruleTable('')}\n`;
}
