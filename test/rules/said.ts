/**
 * What each rule says by itself, word for word, on days chosen so that it says all it can, and on days one step away
 * from them. One file a rule in `said/`: the day, what is said of it, and the steps with a short print of what is said
 * there. It is no proof that the words are right; it is what shows every change of them.
 */

import { createHash } from 'node:crypto';
import type { Finding } from '../../server/src/engine/finding';
import type { Workspace } from '../../server/src/engine/workspace';
import type { Rule } from '../../server/src/rules/kit/rule';
import { findingsIn, newWorkspace } from '../support/markers';
import { ANOTHER_FILE, variants } from '../support/variants';

const PATH = 'test.encounter';

export interface SaidDay {
  readonly text: string;
  /** What the rule says of the day. */
  readonly says: string;
  /** By number of the step: the print of what it says there. */
  readonly steps: ReadonlyMap<number, string>;
}

/** All that a rule alone says of a text: places, words, sources, other places, fixes. */
export function saidOf(rule: Rule, text: string): string {
  const workspace = newWorkspace({ rules: [rule] });
  const paths = text.split(ANOTHER_FILE).map((part, at) => {
    const path = at === 0 ? PATH : `${at}-${PATH}`;
    workspace.setText(path, part);
    return path;
  });
  workspace.check();
  return paths
    .map((path) => saidIn(workspace, path, rule))
    .filter((said) => said !== '')
    .join('\n');
}

function saidIn(workspace: Workspace, path: string, rule: Rule): string {
  const at = (block: Finding['block'], line: number) => {
    const number = block.file.lineOf(block) + line + 1;
    return block.file.path === path ? `${number}` : `${block.file.path}:${number}`;
  };
  return findingsIn(workspace, path)
    .filter((found) => found.rule === rule.id)
    .flatMap(({ line, start, end, severity, message, finding }) => [
      `${path === PATH ? '' : `${path}:`}${line + 1}:${start + 1}-${end + 1} ${severity} ${message} [${finding.sources.join(' ')}]`,
      ...finding.related.map(
        ({ block, place, message }) => `  see ${at(block, place.line)}:${place.start + 1}-${place.end + 1} ${message}`,
      ),
      `  about ${finding.about.map((key) => key % 1048576).join(' ')}`,
      ...finding.fixes.map((fix) => {
        const edits = fix.edits.map(
          ({ home, startLine, startColumn, endLine, endColumn, newText }) =>
            `${at(home as Finding['block'], startLine)}:${startColumn + 1}-${at(home as Finding['block'], endLine)}:${endColumn + 1} ${JSON.stringify(newText)}`,
        );
        return `  ${fix.safe ? 'safe fix' : 'fix'} "${fix.title}" ${edits.join(', ')}`;
      }),
    ])
    .join('\n');
}

export function print(said: string): string {
  return said === '' ? '-' : createHash('sha256').update(said).digest('base64url').slice(0, 4);
}

const HEAD = (id: string) =>
  `# What ${id} says by itself. Written by \`npm run said\`: read every change of it as you would read code.\n`;

export function written(id: string, days: readonly SaidDay[]): string {
  const parts = days.map(({ text, says, steps }) =>
    [
      '=== day',
      text.replace(/\n*$/, ''),
      '=== says',
      ...(says === '' ? [] : [says]),
      '=== one step away',
      [...steps].map(([step, said]) => `${step}:${said}`).join(' '),
    ].join('\n'),
  );
  return `${HEAD(id)}${parts.join('\n')}\n`;
}

export function read(text: string): SaidDay[] {
  return text
    .split('=== day\n')
    .slice(1)
    .map((part) => {
      const [day = '', rest = ''] = part.split(/^=== says\n/m);
      const [says = '', steps = ''] = rest.split(/^=== one step away\n/m);
      return {
        text: day,
        says: says.replace(/\n$/, ''),
        steps: new Map(
          steps
            .trim()
            .split(' ')
            .filter((step) => step !== '')
            .map((step) => {
              const [number = '', said = ''] = step.split(':');
              return [Number(number), said] as const;
            }),
        ),
      };
    });
}

/** The same days and steps with what is said now. */
export function again(rule: Rule, days: readonly SaidDay[]): SaidDay[] {
  return days.map(({ text, steps }) => {
    const texts = variants(text);
    return {
      text,
      says: saidOf(rule, text),
      steps: new Map([...steps.keys()].map((step) => [step, print(saidOf(rule, texts[step]!))])),
    };
  });
}
