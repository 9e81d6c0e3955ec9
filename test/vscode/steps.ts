// The pictures of the steps to begin with (package.json, walkthroughs): small ones, since they ship inside the extension.
import type { Scene } from './scenes';

const who = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\n';
const patient = `${who}encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
`;
const sessions = `${patient}  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
`;

/** A few patients of one morning, some in a group, one at the wrong time: for the picture of a day. */
export const morning = `${sessions}  bill 97110-59-GP x1
  bill 97150-GP    x1

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:31  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
  bill 97110-59-GP x1
  bill 97150-GP    x1

encounter 2026-03-03 patient C
  dx R26.89
  09:40-10:10  97112  one-on-one
  bill 97112-GP x2
`;

const payers = `{
  "payers": {
    // A Medicare Advantage plan: in all as Medicare.
    "Blue Advantage": { "like": "medicare" },

    // A commercial plan: each code by itself, groups of 4 at most.
    "Acme Health": {
      "like": "commercial",
      "units": "midpoint",
      "groupSizeMost": 4
    }
  }
}
`;

export const steps: readonly Scene[] = [
  {
    name: 'begin',
    small: 180,
    theme: 'light',
    file: 'new.encounter',
    text: '',
    play: async (stage) => {
      await stage.command('Encounter: New Clinic Day');
      await stage.answer('2026-03-03');
      await stage.answer('R. Ortiz, PT');
      await stage.answer('medicare');
      await stage.text('encounter 2026-03-03 patient');
      await stage.press('A');
    },
  },
  {
    name: 'write',
    small: 400,
    theme: 'light',
    file: 'new.encounter',
    text: `${patient}  09:00-09:15  97110  one-on-one\n  `,
    play: async (stage) => {
      await stage.lens('Build the claim');
      await stage.cursor('one-on-one');
      await stage.press('Control+End');
      await stage.suggestions();
    },
  },
  {
    name: 'marked',
    small: 430,
    theme: 'light',
    file: 'new.encounter',
    text: `${patient}  09:00-09:13  97110  one-on-one\n  bill 97110-GP x2\n`,
    play: async (stage) => {
      await stage.lens('Claim and sessions differ');
      await stage.finding('97110-GP x2');
      await stage.hover('x2');
      await stage.hovered('units billed');
      await stage.hovered('Ctrl+.');
    },
  },
  {
    name: 'claim',
    small: 260,
    theme: 'light',
    file: 'new.encounter',
    text: sessions,
    play: async (stage) => {
      await stage.lens('Build the claim');
    },
  },
  {
    name: 'payer',
    small: 280,
    theme: 'light',
    file: 'encounter.config.json',
    text: payers,
    play: async (stage) => {
      await stage.text('"Acme Health"');
      await stage.calm();
    },
  },
];
