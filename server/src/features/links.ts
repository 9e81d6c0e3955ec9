/** The rule ids of ignore comments, as links to the pages of the rules. */

import type { Workspace } from '../engine/workspace';
import { RULE_IDS, type RuleId } from '../rules/kit/ids';

export interface RuleLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}

const KNOWN: ReadonlySet<string> = new Set(RULE_IDS);

export function ruleLinksOf(workspace: Workspace, path: string): RuleLink[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const links: RuleLink[] = [];
  let startLine = 0;
  for (const block of file.blocks()) {
    for (const { rule, line, start, end } of block.ignores)
      if (KNOWN.has(rule)) links.push({ line: startLine + line, start, end, rule: rule as RuleId });
    startLine += block.lineCount;
  }
  return links;
}
