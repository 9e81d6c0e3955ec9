/** SARIF 2.1.0, for code-scanning tools. Built with node-sarif-builder; loaded only when it is asked for. */

import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Region, Result } from 'sarif';
import { RULE_DOCS } from '../../rules/docs';
import type { Severity } from '../../rules/kit/rule';
import { RULES } from '../../rules/registry';
import { VERSION } from '../../text/version';
import type { Diagnostic, FileReport, Range } from './report';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The log of one run: every rule with its words, every finding with its place, what else it speaks of, and its fixes. */
export function sarifLog(reports: readonly FileReport[]): string {
  const run = new SarifRunBuilder().initSimple({ toolDriverName: 'encounter', toolDriverVersion: VERSION });
  run.run.columnKind = 'utf16CodeUnits';
  for (const rule of RULES) {
    const docs = RULE_DOCS.get(rule.id)!;
    const built = new SarifRuleBuilder().initSimple({
      ruleId: rule.id,
      shortDescriptionText: docs.summary,
      fullDescriptionText: docs.explanation,
    });
    built.rule.name = rule.id;
    built.rule.help = { text: `${docs.fix}\n\nIf missed: ${docs.cost}` };
    built.rule.defaultConfiguration = { level: LEVEL[rule.severity] };
    built.rule.properties = {
      sources: [...rule.sources],
      statements: [...rule.statements],
      facts: [...rule.facts],
    };
    run.addRule(built);
  }
  const index = new Map(RULES.map((rule, i) => [rule.id as string, i]));
  for (const { path, diagnostics } of reports) {
    for (const diagnostic of diagnostics) run.addResult(resultOf(path, diagnostic, index.get(diagnostic.rule) ?? -1));
  }
  const builder = new SarifBuilder();
  builder.addRun(run);
  return builder.buildSarifJsonString({ indent: false });
}

function resultOf(path: string, diagnostic: Diagnostic, ruleIndex: number): SarifResultBuilder {
  const builder = new SarifResultBuilder();
  const result: Result = {
    ruleId: diagnostic.rule,
    ruleIndex,
    level: LEVEL[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [{ physicalLocation: place(path, diagnostic.range) }],
    properties: { severity: diagnostic.severity, sources: diagnostic.sources },
  };
  if (diagnostic.related.length > 0) {
    result.relatedLocations = diagnostic.related.map(({ path: other, range, message }, id) => ({
      id,
      message: { text: message },
      physicalLocation: place(other, range),
    }));
  }
  if (diagnostic.fixes.length > 0) {
    result.fixes = diagnostic.fixes.map(({ title, safe, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: { uri: uri(path) },
          replacements: edits.map(({ range, newText }) => ({
            deletedRegion: region(range),
            insertedContent: { text: newText },
          })),
        },
      ],
      properties: { safe },
    }));
  }
  builder.result = result;
  return builder;
}

function place(path: string, range: Range) {
  return { artifactLocation: { uri: uri(path) }, region: region(range) };
}

/** SARIF counts lines and columns from 1. */
function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
