import { parseArgs } from 'node:util';
import { RULE_DOCS } from '../rules/docs';
import { RULES } from '../rules/registry';
import { optionFault } from './check';
import { UsageError } from './usage';

/** `encounter rules`: every rule, its severity and what it finds. */
export function rules(args: readonly string[], out: (text: string) => void): number {
  let format: string | undefined;
  try {
    const parsed = parseArgs({ args: [...args], options: { format: { type: 'string' } }, strict: true });
    format = parsed.values.format;
  } catch (error) {
    throw new UsageError(optionFault(error, ['format']));
  }
  if (format !== undefined && format !== 'text' && format !== 'json')
    throw new UsageError(`--format ${format}: expected text, json`);
  if (format === 'json') {
    const list = RULES.map((rule) => ({
      rule: rule.id,
      severity: rule.severity,
      summary: RULE_DOCS.get(rule.id)!.summary,
      sources: rule.sources,
      statements: rule.statements,
      facts: rule.facts,
    }));
    out(`${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...RULES.map((rule) => rule.id.length));
  for (const rule of RULES)
    out(`${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${RULE_DOCS.get(rule.id)!.summary}\n`);
  return 0;
}
