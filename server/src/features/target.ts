/** What stands at the cursor, where it is something that stands in other places too. */

import type { Block } from '../engine/block';
import type { Position } from '../engine/file';
import { type Mention, mentionsIn, type NameKind } from '../engine/mentions';
import type { Workspace } from '../engine/workspace';
import type { Group } from '../model/clinician-day';
import type { Code } from '../model/code';
import type { Session } from '../model/encounter';
import { TokenKind } from '../syntax/kinds';
import { type PlaceInFile, placeAt } from './place';

export type Target = {
  readonly place: PlaceInFile;
  readonly block: Block;
  /** The line of the block's first line. */
  readonly startLine: number;
} & (
  | {
      readonly kind: 'name';
      readonly of: NameKind;
      readonly name: string;
      /** Nothing where the name is only meant: `by clinician`. */
      readonly mention: Mention | undefined;
    }
  | { readonly kind: 'group'; readonly group: Group; readonly session: Session }
  | { readonly kind: 'code'; readonly code: Code }
);

export function targetAt(workspace: Workspace, path: string, position: Position): Target | undefined {
  const place = placeAt(workspace, path, position);
  if (!place) return undefined;
  const { block, startLine, session, claim } = place;
  const at = { place, block, startLine };
  switch (place.kind) {
    case TokenKind.Id:
    case TokenKind.String: {
      const mention = mentionsIn(place.syntax).find(({ line, start }) => line === place.line && start === place.start);
      if (mention) return { ...at, kind: 'name', of: mention.kind, name: mention.name, mention };
      return session && groupTarget(at, workspace, session);
    }
    case TokenKind.By:
    case TokenKind.Giver:
      if (!session?.giver || session.byAide) return undefined;
      return { ...at, kind: 'name', of: 'person', name: session.giver, mention: undefined };
    case TokenKind.Contact:
    case TokenKind.Of:
    case TokenKind.Size:
      return session && groupTarget(at, workspace, session);
    case TokenKind.Code: {
      const code = (session ?? claim)?.written;
      return code && { ...at, kind: 'code', code };
    }
    default:
      return undefined;
  }
}

function groupTarget(
  at: { place: PlaceInFile; block: Block; startLine: number },
  workspace: Workspace,
  session: Session,
): Target | undefined {
  if (!session.isGroup) return undefined;
  const day = workspace.clinicianDaysOf(at.block).find(({ giver }) => giver === session.giver);
  const group = day?.groupOf(session);
  return group && { ...at, kind: 'group', group, session };
}
