/** The files of one run, judged: each by itself, or all together. */

import { Workspace } from '../engine/workspace';
import { RULES } from '../rules/registry';
import { fixFiles } from './fix';
import { type Complain, type Input, readInput, reason } from './inputs';
import type { Judged, Judging } from './judging';

export interface BatchOptions {
  /** Safe fixes are taken, and what is left is found. */
  readonly fix: boolean;
  /** The workspaces are asked again once all is checked, so they keep what they hold. */
  readonly keep: boolean;
}

/** A file is done: its findings are in this workspace, under the path of the input. */
export type Done = (workspace: Workspace, input: Input) => void;

/** Files judged apart share a workspace by turns, which begins anew after so many: it remembers a little of each. */
const FILES_A_WORKSPACE = 1000;

export class Batch {
  /** Findings that baselines held back. */
  known = 0;
  /** Rules that threw. */
  faults = 0;

  constructor(
    private readonly judging: Judging,
    private readonly options: BatchOptions,
    private readonly say: (text: string) => void,
    private readonly complain: Complain,
  ) {}

  /** Each file by itself: done as soon as it is read, and let go of then. */
  apart(inputs: Iterable<Input>, done: Done): void {
    const turns = new Map<Judged, { workspace: Workspace; left: number }>();
    for (const input of inputs) {
      const judged = this.judging.of(input);
      let turn = turns.get(judged);
      if (!turn || turn.left === 0) {
        turn = { workspace: this.newWorkspace(judged), left: this.options.keep ? 1 : FILES_A_WORKSPACE };
        turns.set(judged, turn);
      }
      turn.left--;
      const { workspace } = turn;
      if (!this.take(workspace, input)) continue;
      this.check(workspace, [input]);
      done(workspace, input);
      if (this.options.keep) continue;
      workspace.remove(input.path);
      workspace.check();
    }
  }

  /** All files together, as far as they have one configuration: days are put together across them. */
  together(inputs: Iterable<Input>, done: Done): void {
    const groups = new Map<Judged, { workspace: Workspace; inputs: Input[] }>();
    const taken: [Workspace, Input][] = [];
    for (const input of inputs) {
      const judged = this.judging.of(input);
      let group = groups.get(judged);
      if (!group) {
        group = { workspace: this.newWorkspace(judged), inputs: [] };
        groups.set(judged, group);
      }
      if (!this.take(group.workspace, input)) continue;
      group.inputs.push(input);
      taken.push([group.workspace, input]);
    }
    for (const { workspace, inputs } of groups.values()) this.check(workspace, inputs);
    for (const [workspace, input] of taken) done(workspace, input);
  }

  private newWorkspace({ settings, control, baseline }: Judged): Workspace {
    return new Workspace({
      rules: RULES,
      settings,
      ...(control ? { control } : {}),
      baseline,
      keepFixes: true,
      onFault: (rule) => {
        this.faults++;
        this.say(`encounter: the rule ${rule} failed and found nothing; please report this\n`);
      },
    });
  }

  private take(workspace: Workspace, input: Input): boolean {
    try {
      workspace.setText(input.path, readInput(input));
      return true;
    } catch (error) {
      this.complain(`${input.path}: ${reason(error)}`);
      return false;
    }
  }

  private check(workspace: Workspace, inputs: readonly Input[]): void {
    workspace.check();
    if (this.options.fix) fixFiles(workspace, inputs, this.say, this.complain);
    this.known += workspace.knownFindings;
  }
}
