/** From a name, a group or a code to the other places of the same. */

import type { Block } from '../engine/block';
import { inFileOrder, type Position } from '../engine/file';
import { type Mention, mentionsIn, type NameKind } from '../engine/mentions';
import type { Workspace } from '../engine/workspace';
import type { Code } from '../model/code';
import type { Encounter, Session } from '../model/encounter';
import { BlockSyntax } from '../syntax/buffer';
import { dateOfDay, type Spot, spotIn, syntaxOf } from './stretch';
import { type Target, targetAt } from './target';

/** Blocks that are looked through for the line that brings a name in, where no default does. */
const MOST_LOOKED_THROUGH = 64;

/**
 * Where it comes from. A patient: their first encounter. A clinician or assistant: the line that names them. A group: the
 * sessions of its other members. A code on a claim line: the sessions behind it, and the other way round.
 */
export function definitionAt(workspace: Workspace, path: string, position: Position): Spot[] {
  const target = targetAt(workspace, path, position);
  switch (target?.kind) {
    case undefined:
      return [];
    case 'name':
      return target.of === 'patient' ? firstOfPatient(workspace, target.name) : introduced(workspace, target);
    case 'group':
      return target.group.sessions.filter((session) => session !== target.session).map(groupSpot);
    case 'code':
      return codeSpots(target.place.day?.encounters ?? [], target.code, target.place.claim ? 'sessions' : 'claims');
  }
}

/**
 * All places of it, in file order. Of a clinician or assistant: each line that names them, and the header of each
 * encounter that they have by a default. Of a code: the sessions and claim lines of that patient and date.
 */
export function referencesAt(workspace: Workspace, path: string, position: Position, withDefinition = true): Spot[] {
  const target = targetAt(workspace, path, position);
  switch (target?.kind) {
    case undefined:
      return [];
    case 'name':
      return target.of === 'patient'
        ? workspace.names.blocksOf('patient', target.name).flatMap((block) => written(block, 'patient', target.name))
        : ofPerson(workspace, target.name, withDefinition);
    case 'group':
      return target.group.sessions.map(groupSpot);
    case 'code':
      return codeSpots(target.place.day?.encounters ?? [], target.code, 'both');
  }
}

/** The same in the file at hand: of a name and a group all, of a code those of the encounter. */
export function highlightsAt(workspace: Workspace, path: string, position: Position): Spot[] {
  const target = targetAt(workspace, path, position);
  switch (target?.kind) {
    case undefined:
      return [];
    case 'name': {
      const here = workspace.names.blocksOf(target.of, target.name).filter(({ file }) => file === target.block.file);
      const spots = here.flatMap((block) => written(block, target.of, target.name));
      return target.mention ? spots : [...spots, ownSpot(target)];
    }
    case 'group':
      return target.group.sessions.map(groupSpot).filter((spot) => spot.path === path);
    case 'code':
      return target.place.encounter ? codeSpots([target.place.encounter], target.code, 'both') : [];
  }
}

/** Of the block that is looked at; nothing of it is kept. */
const scratch = new BlockSyntax();

/** Where a block writes a name. */
export function written(block: Block, kind: NameKind, name: string): Spot[] {
  return mentionsOf(block, kind, name).map((mention) => spotIn(block, mention));
}

export function mentionsOf(block: Block, kind: NameKind, name: string): Mention[] {
  return mentionsIn(syntaxOf(block, scratch)).filter((mention) => mention.kind === kind && mention.name === name);
}

function ownSpot({ place, block }: Target): Spot {
  return spotIn(block, place);
}

function firstOfPatient(workspace: Workspace, name: string): Spot[] {
  let first: Block | undefined;
  let earliest = Number.POSITIVE_INFINITY;
  for (const block of workspace.names.blocksOf('patient', name)) {
    const date = dateOfDay(block.dayKey) || Number.MAX_SAFE_INTEGER;
    if (date >= earliest) continue;
    first = block;
    earliest = date;
  }
  return first ? written(first, 'patient', name) : [];
}

/** The line that names the person for the place at hand: the encounter's own field, else the default that reaches it. */
function introduced(workspace: Workspace, target: Target & { readonly kind: 'name' }): Spot[] {
  const { block, name, mention } = target;
  if (mention?.role === 'field' || mention?.role === 'default') return [spotIn(block, mention)];
  const own = mentionsOf(block, 'person', name).find(({ role }) => role === 'field');
  if (own) return [spotIn(block, own)];
  const all = workspace.names.blocksOf('person', name);
  if (block.above.clinician === name || block.above.assistant === name) {
    // The last block above that sets it, told by what holds above and below each.
    const from = all.filter(
      (other) =>
        other.file === block.file &&
        other !== block &&
        inFileOrder(other, block) < 0 &&
        other.below !== other.above &&
        ((other.below.clinician === name && other.above.clinician !== name) ||
          (other.below.assistant === name && other.above.assistant !== name)),
    );
    const last = from[from.length - 1];
    const setting = last && mentionsOf(last, 'person', name).filter(({ role }) => role === 'default');
    if (last && setting && setting.length > 0) return [spotIn(last, setting[setting.length - 1]!)];
  }
  for (const other of all.slice(0, MOST_LOOKED_THROUGH)) {
    const line = mentionsOf(other, 'person', name).find(({ role }) => role !== 'by');
    if (line) return [spotIn(other, line)];
  }
  const first = all[0];
  return first ? written(first, 'person', name).slice(0, 1) : [];
}

function ofPerson(workspace: Workspace, name: string, withDefinition: boolean): Spot[] {
  const spots: Spot[] = [];
  const named = workspace.names.blocksOf('person', name);
  const seen = new Set<Block>(named);
  for (const block of named) {
    const mentions = mentionsOf(block, 'person', name);
    // Named only in a default below its lines, the encounter itself may still stand under an earlier one.
    if (!block.isAbove && mentions.every(({ role }) => role === 'default') && has(workspace.encounterOf(block), name))
      spots.push(headerSpot(workspace, block));
    for (const mention of mentions) {
      if (withDefinition || mention.role === 'by') spots.push(spotIn(block, mention));
    }
    let line = block.file.lineOf(block);
    let before = block;
    for (let next = block.file.next(block); next && holds(next, name) && !seen.has(next); next = next.file.next(next)) {
      line += before.lineCount;
      before = next;
      seen.add(next);
      const encounter = workspace.encounterOf(next);
      if (has(encounter, name)) spots.push({ ...encounter.headerPlace(), line, path: next.file.path });
    }
  }
  return spots;
}

/** A default with this name reaches the block. */
function holds(block: Block, name: string): boolean {
  return block.above.clinician === name || block.above.assistant === name;
}

function has({ clinician, assistant, sessions }: Encounter, name: string): boolean {
  return clinician === name || assistant === name || sessions.some(({ giver }) => giver === name);
}

function headerSpot(workspace: Workspace, block: Block): Spot {
  return spotIn(block, workspace.encounterOf(block).headerPlace());
}

function groupSpot(session: Session): Spot {
  return spotIn(session.encounter.home as Block, session.contactPlace());
}

function codeSpots(encounters: readonly Encounter[], code: Code, of: 'sessions' | 'claims' | 'both'): Spot[] {
  const same = ({ written }: { readonly written: Code | undefined }) => written?.service === code.service;
  return encounters.flatMap((encounter) => {
    const lines = [
      ...(of === 'claims' ? [] : encounter.sessions.filter(same)),
      ...(of === 'sessions' ? [] : encounter.claims.filter(same)),
    ];
    return lines
      .map((line) => line.codePlace())
      .sort((a, b) => a.line - b.line)
      .map((place) => spotIn(encounter.home as Block, place));
  });
}
