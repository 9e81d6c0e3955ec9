import { Block } from '../../server/src/engine/block';
import { EncounterFile } from '../../server/src/engine/file';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { LineKind, TokenKind } from '../../server/src/syntax/kinds';
import { parseBlock } from '../../server/src/syntax/parser';

/** The blocks of a text, each with its own syntax. */
export function parseAll(text: string): BlockSyntax[] {
  const blocks: BlockSyntax[] = [];
  let at = 0;
  let above = true;
  while (at < text.length || above) {
    const syntax = new BlockSyntax();
    at = parseBlock(text, at, above, syntax);
    blocks.push(syntax);
    above = false;
  }
  return blocks;
}

const LINE_NAMES: Record<LineKind, string> = {
  [LineKind.Blank]: 'blank',
  [LineKind.Comment]: 'comment',
  [LineKind.Header]: 'header',
  [LineKind.Field]: 'field',
  [LineKind.Default]: 'default',
  [LineKind.UnknownField]: 'unknown field',
  [LineKind.Session]: 'session',
  [LineKind.Claim]: 'claim',
  [LineKind.Note]: 'note',
  [LineKind.NoteMore]: 'note more',
  [LineKind.Broken]: 'broken',
};

/** The kind of every line of a text, in words. */
export function lineKinds(text: string): string[] {
  return parseAll(text).flatMap((syntax) =>
    Array.from({ length: syntax.lineCount }, (_, line) => LINE_NAMES[syntax.lineKind(line)]),
  );
}

/** What the parser finds wrong: the rule, the text of the part, and what was expected. */
export function problems(text: string): { rule: string; line: number; part: string; says: string; how: string }[] {
  let line = 0;
  return parseAll(text).flatMap((syntax) => {
    const found = syntax.problems.map((problem) => ({
      rule: problem.rule,
      line: line + problem.line,
      part: syntax.slice(problem.start, problem.end),
      says: problem.says,
      how: problem.how,
    }));
    line += syntax.lineCount;
    return found.sort((a, b) => a.line - b.line);
  });
}

export { Block, EncounterFile, TokenKind };
