/** Where a block writes the id of a patient, or the name of a clinician or assistant. */

import { plainText } from '../model/build';
import type { BlockSyntax } from '../syntax/buffer';
import { Field, Giver, LineKind, TokenKind } from '../syntax/kinds';

/** What a name is of. A person may be a clinician in one line and an assistant in another: by name, it is one person. */
export type NameKind = 'patient' | 'person';

/** One place where a name is written. Line in the block; columns in UTF-16 units, quotes included. */
export interface Mention {
  readonly kind: NameKind;
  /** As it is compared: without quotes, ends trimmed. */
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** A header's patient; a field of one encounter; a field for the encounters below; `by assistant` of a session. */
  readonly role: 'header' | 'field' | 'default' | 'by';
}

/** Every name that a block writes, in the order of its lines. */
export function mentionsIn(syntax: BlockSyntax): Mention[] {
  const mentions: Mention[] = [];
  for (let line = 0; line < syntax.lineCount; line++) {
    const kind = syntax.lineKind(line);
    if (kind === LineKind.Header) {
      const end = syntax.endToken(line);
      for (let t = syntax.firstToken(line); t < end; t++)
        if (syntax.kind(t) === TokenKind.Id) add(mentions, syntax, line, t, 'patient', 'header');
    } else if (kind === LineKind.Field || kind === LineKind.Default) {
      const first = syntax.firstToken(line);
      const field = syntax.value(first) as Field;
      if (field !== Field.Clinician && field !== Field.Assistant) continue;
      const t = syntax.after(first);
      if (t < syntax.endToken(line) && syntax.kind(t) === TokenKind.String)
        add(mentions, syntax, line, t, 'person', kind === LineKind.Default ? 'default' : 'field');
    } else if (kind === LineKind.Session) {
      const end = syntax.endToken(line);
      for (let t = syntax.firstToken(line) + 1; t < end; t++) {
        const before = syntax.before(t);
        if (syntax.kind(t) !== TokenKind.String || syntax.kind(before) !== TokenKind.Giver) continue;
        if (syntax.value(before) === Giver.Assistant) add(mentions, syntax, line, t, 'person', 'by');
      }
    }
  }
  return mentions;
}

function add(
  mentions: Mention[],
  syntax: BlockSyntax,
  line: number,
  token: number,
  kind: NameKind,
  role: Mention['role'],
): void {
  const name = plainText(syntax.tokenText(token));
  if (name === '') return;
  const offset = syntax.lineStart(line);
  mentions.push({ kind, name, line, start: syntax.start(token) - offset, end: syntax.end(token) - offset, role });
}
