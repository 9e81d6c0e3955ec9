/** Which sessions are one episode, and which episodes are too short. */

import assert from 'node:assert/strict';
import { check } from '../support/markers';

/** Of each episode that is said: its line, its minutes, and the lines on which it goes on. */
function said(...sessions: string[]): string[] {
  const text = `clinician "R. Ortiz, PT"\nassistant "B. Helper, PTA"\npayer medicare\ndiscipline PT\n\nencounter 2026-03-03 patient A\n  dx M54.50\n${sessions.map((one) => `  ${one}\n`).join('')}  bill 97110-GP x2\n  bill 97140-GP x1\n`;
  const lines = text.split('\n');
  return check(text)
    .filter(({ rule }) => rule === 'brief-episode')
    .map(({ line, message, finding }) => {
      const start = line - finding.line;
      const parts = finding.related.map(({ place }) => lines[start + place.line]!.trim());
      return [lines[line]!.trim(), /an episode of (\d+ min)/.exec(message)![1], ...parts].join(' | ');
    });
}

describe('episodes', () => {
  const cases: [what: string, sessions: readonly string[], expected: readonly string[]][] = [
    [
      'that touch are one, in whatever order they are written',
      ['10:02-10:12 97110', '10:00-10:02 97110', '11:00-11:30 97110'],
      [],
    ],
    [
      'are said once, where the first part is written, with the others as they follow there',
      ['09:02-09:03 97110', '09:03-09:04 97110', '09:00-09:02 97110', '11:00-11:30 97110'],
      ['09:02-09:03 97110 | 4 min | 09:03-09:04 97110 | 09:00-09:02 97110'],
    ],
    [
      'that are apart are each by themselves, the later one written first',
      ['09:20-09:22 97110', '09:00-09:02 97110', '09:02-09:40 97140', '10:00-10:30 97110'],
      ['09:20-09:22 97110 | 2 min', '09:00-09:02 97110 | 2 min'],
    ],
    ['of 5 minutes in two parts are long enough', ['09:00-09:03 97110', '09:03-09:05 97110', '10:00-10:30 97110'], []],
    [
      'of another code do not make one longer',
      ['09:00-09:03 97110', '09:03-09:30 97140', '10:00-10:30 97110'],
      ['09:00-09:03 97110 | 3 min'],
    ],
    [
      'of another giver do not make one longer',
      ['09:00-09:03 97110', '09:03-09:30 97110 by clinician', '10:00-10:20 97140'],
      ['09:00-09:03 97110 | 3 min'],
    ],
    [
      'that an aide goes on with stay short',
      ['09:00-09:03 97110', '09:03-09:30 97110 by aide', '10:00-10:30 97110', '11:00-11:20 97140'],
      ['09:00-09:03 97110 | 3 min'],
    ],
    ['of an aide are for another rule', ['09:00-09:03 97110 by aide', '10:00-10:30 97110'], []],
    ['in a group are none', ['09:00-09:03 97150 group of 2', '10:00-10:30 97110'], []],
    [
      'that are overlapped reach to the last minute',
      ['09:00-09:04 97110', '09:01-09:05 97110', '10:00-10:30 97110'],
      [],
    ],
    [
      'without times stand alone',
      ['3 min 97110', '4 min 97110', '10:00-10:30 97110'],
      ['3 min 97110 | 3 min', '4 min 97110 | 4 min'],
    ],
    ['of no known length are left aside', ['97110', '09:00-09:xx 97110', '10:00-10:30 97110'], []],
  ];
  for (const [what, sessions, expected] of cases) it(what, () => assert.deepEqual(said(...sessions), expected));
});
