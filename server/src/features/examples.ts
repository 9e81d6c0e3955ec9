/** What the rules really say of an example on a rule's page. */

import { Workspace } from '../engine/workspace';
import { defaultSettings } from '../model/settings';
import type { Rule } from '../rules/kit/rule';
import { RULES } from '../rules/registry';
import type { Said } from './rule-page';

/** The day that counts as today on the pages, so that they do not change by themselves. */
const TODAY = 20261101;

/** Runs an example through the checker, as a file by itself with no configuration. */
export function saidBy(rules: readonly Rule[] = RULES): Said {
  return (rule, text, today) => {
    const workspace = new Workspace({ rules, settings: defaultSettings(today ?? TODAY), keepFixes: true });
    workspace.setText('example', text);
    workspace.check();
    return [...workspace.findings('example')]
      .filter(({ finding }) => finding.rule === rule)
      .map(({ finding, startLine }) => ({
        line: startLine + finding.line + 1,
        severity: finding.severity,
        message: finding.message,
        fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
      }));
  };
}
