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
  /**
   * One that ships inside the extension, client/media/walkthrough/NAME.svg, of its own text alone: so many pixels of the
   * page below the title bar.
   */
  readonly small?: number;
  readonly play: (stage: Stage) => Promise<void>;
}

const day = 'clinic-day.encounter';

/** A morning that is being written: two members of one group, the second without a claim. */
const unbilled = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP    x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
`;
const unfinished = `${unbilled}  `;

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

/** The claim table beside the text, with a line chosen that has a finding. */
const claimTable = (name: string, theme: Scene['theme']): Scene => ({
  name,
  theme,
  file: day,
  play: async (stage) => {
    await stage.finding('97110-GP x1');
    await stage.command('Encounter: Show the Claim Table');
    await stage.rendered('Claim lines');
    await stage.inPage('.scroll tr[aria-rowindex="8"] td.of-code');
    await stage.rendered('97110-59-GP x1');
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
  claimTable('claims', 'light'),
  claimTable('claims-dark', 'dark'),
  claimTable('claims-contrast', 'contrast'),
  {
    name: 'suggestions',
    theme: 'light',
    file: 'morning.encounter',
    close: true,
    text: unfinished,
    play: async (stage) => {
      await stage.text('97150  group of 2');
      await stage.press('Control+End');
      await stage.suggestions();
    },
  },
  {
    name: 'build',
    theme: 'light',
    file: 'morning.encounter',
    close: true,
    text: unbilled,
    play: async (stage) => {
      await stage.lens('Build the claim');
      await stage.cursor('encounter 2026-03-03 patient B');
      await stage.calm();
    },
  },
  dayView('day', 'light'),
  dayView('day-dark', 'dark'),
  dayView('day-contrast', 'contrast'),
];
