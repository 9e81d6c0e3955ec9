// The pictures in docs/images: which file, what is done to it, what is shown. `npm run screenshots` takes them all anew.
import { morning } from './day-scene';
import type { Stage } from './stage';

export interface Scene {
  /** docs/images/NAME.png */
  readonly name: string;
  readonly theme: 'light' | 'dark' | 'contrast';
  /** A file of samples/, or a text of its own. */
  readonly file: string;
  readonly text?: string;
  /** Everything larger, so that what is small by nature can be read: a hover, and shown whole. */
  readonly close?: boolean;
  readonly play: (stage: Stage) => Promise<void>;
}

const day = 'clinic-day.encounter';

/** The day view beside the text, with the cursor in a session whose minutes are recorded twice. */
const dayView = (name: string, theme: Scene['theme']): Scene => ({
  name,
  theme,
  file: 'morning.encounter',
  text: morning,
  play: async (stage) => {
    await stage.goTo(30);
    await stage.finding('10:10-10:33');
    await stage.command('Encounter: Show the Day');
    await stage.rendered('also recorded with');
    await stage.calm();
  },
});

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
    close: true,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.goTo(162);
      await stage.hover('x2', 'Climb 20 steps');
    },
  },
  {
    name: 'ask',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.command('Encounter: Ask the Guidance');
      await stage.ask('group therapy', '97150: group therapy');
      await stage.rendered('How units are counted');
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
  {
    name: 'glance',
    theme: 'light',
    file: day,
    play: async (stage) => {
      await stage.finding('97110-GP x1');
      await stage.outline();
      await stage.cursor('97150  group of 2', 'encounter 2026-03-03 patient A');
      await stage.calm();
    },
  },
  dayView('day', 'light'),
  dayView('day-dark', 'dark'),
  dayView('day-contrast', 'contrast'),
];
