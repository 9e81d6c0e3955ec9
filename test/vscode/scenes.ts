// The pictures in docs/images: which file, what is done to it, what is shown. `npm run screenshots` takes them all anew.
import type { Stage } from './stage';

export interface Scene {
  /** docs/images/NAME.png */
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** A file of samples/, or a text of its own. */
  readonly file: string;
  readonly text?: string;
  readonly play: (stage: Stage) => Promise<void>;
}

const day = 'clinic-day.encounter';

export const scenes: readonly Scene[] = [
  {
    name: 'findings',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.problems();
      await stage.cursor('S: Feels steadier');
    },
  },
  {
    name: 'hover',
    theme: 'dark',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.hover('97150', '09:15-09:30');
    },
  },
  {
    name: 'ask',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.command('Encounter: Ask the Guidance');
      await stage.ask('exercise in water', '97113: exercise in water');
      await stage.rendered('What it is');
    },
  },
  {
    name: 'rule-page',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.hover('97110-GP', 'bill');
      await stage.link('missing-59');
      await stage.rendered('If missed');
    },
  },
  {
    name: 'fix',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.fixes('97110', 'bill');
    },
  },
  {
    name: 'fixed',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.fixes('97110', 'bill');
      await stage.take('Add -59');
    },
  },
];
