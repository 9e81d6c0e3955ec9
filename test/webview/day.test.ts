/** What the day's page says, and the picture it makes: without a page. */

import assert from 'node:assert/strict';
import type { DayBar, DayFigures, DayLane, DayView } from '../../client/src/views/day-data';
import { findingId, placeOf, readFromDayPage, readToDayPage } from '../../client/src/views/day-data';
import { frameOf } from '../../client/webview/day-frame';
import { daySvg } from '../../client/webview/day-svg';
import {
  barSentence,
  byWords,
  daySentence,
  duration,
  figuresSentence,
  longDate,
  tiles,
  unitsNote,
  unitsWords,
  whenWords,
} from '../../client/webview/day-words';

const place = (line: number) => ({ uri: 'file:///a.encounter', line, character: 2 });

const bar = (more: Partial<DayBar> = {}): DayBar => ({
  id: 'bar-2-3',
  place: place(3),
  span: { start: 600, end: 615 },
  minutes: 15,
  code: '97110',
  label: 'exercise for strength',
  family: 'timed',
  contact: 'one-on-one',
  size: 0,
  activity: null,
  by: null,
  counts: true,
  row: 0,
  clashes: [],
  findings: [],
  ...more,
});
const figures = (more: Partial<DayFigures> = {}): DayFigures => ({
  minutes: 15,
  timed: 15,
  supported: 1,
  billing: 'read',
  billed: 1,
  billedUntimed: 0,
  ...more,
});
const lane = (more: Partial<DayLane> = {}): DayLane => ({
  id: 'lane-2',
  patient: 'A',
  place: place(1),
  bars: [bar()],
  rows: 1,
  figures: figures(),
  findings: [],
  ...more,
});
const day = (more: Partial<DayView> = {}): DayView => ({
  giver: 'R. Ortiz, PT',
  date: 20260303,
  lanes: [lane()],
  moreLanes: 0,
  groups: [],
  findings: [],
  busy: [{ start: 600, end: 615 }],
  gaps: [],
  clashes: [],
  extent: { start: 600, end: 615 },
  lit: [],
  litLane: null,
  ...more,
});

describe('the words of the day', () => {
  it('say a session as one hears it', () => {
    const clash = bar({ clashes: [{ start: 610, end: 615 }], findings: [0] });
    const finding = { severity: 'error', rule: 'x', message: 'm', place: place(3) } as const;
    assert.equal(
      barSentence(clash, day({ findings: [finding] })),
      '97110 one-on-one, 10:00 to 10:15, exercise for strength, 15 min, overlap 5 min, 1 error',
    );
    assert.equal(
      barSentence(bar({ span: null, contact: 'group', size: 4, by: { kind: 'aide', name: null } }), day()),
      '97110 15 min, no clock time, exercise for strength, group of 4, by an aide',
    );
    assert.equal(whenWords(bar({ span: null, minutes: null })), 'time cannot be read');
    assert.equal(byWords(bar({ by: { kind: 'person', name: 'M. Lee, PTA' } })), 'by M. Lee, PTA');
  });

  it('say units as billed of supported', () => {
    const shown = (more: Partial<DayFigures>) => [unitsWords(figures(more)), unitsNote(figures(more))];
    assert.deepEqual(shown({}), ['1 of 1', '']);
    assert.deepEqual(shown({ billedUntimed: 1 }), ['1 of 1', '+ 1 untimed']);
    assert.deepEqual(shown({ billed: 3 }), ['3 of 1', '2 too many']);
    assert.deepEqual(shown({ supported: 2 }), ['1 of 2', '1 fewer']);
    assert.deepEqual(shown({ billing: 'none', billed: 0 }), ['0 of 1', 'not billed yet']);
    assert.deepEqual(shown({ billing: 'unread', billed: 0 }), ['? of 1', 'a line cannot be read']);
    assert.deepEqual(shown({ supported: null, timed: null }), ['1 of ?', '']);
    assert.deepEqual(shown({ supported: 0, timed: 0, billed: 0, billedUntimed: 1 }), ['–', '+ 1 untimed']);
    assert.equal(
      figuresSentence(figures({ supported: null, timed: null })),
      '15 minutes of treatment, units not counted: a time or a code cannot be read',
    );
  });

  it('sum up the day', () => {
    const more = day({
      gaps: [{ start: 540, end: 550 }],
      clashes: [{ start: 600, end: 605 }],
      lanes: [lane({ figures: figures({ billed: 2 }) }), lane()],
      busy: [{ start: 600, end: 725 }],
    });
    assert.deepEqual(
      tiles(more).map(({ figure, caption, mark }) => `${figure} ${caption}${mark ? ` (${mark})` : ''}`),
      [
        '2 patients',
        '2 h 05 min with patients',
        '10 min free, in 1 gap',
        '3 of 2 timed units billed (error)',
        '5 min overlap (error)',
      ],
    );
    assert.equal(duration(59), '59 min');
    assert.equal(
      daySentence(day(), 'en'),
      'R. Ortiz, PT, Tuesday, March 3, 2026: 1 patient, 15 min with patients, 1 of 1 timed units billed',
    );
    assert.equal(longDate(20260303, 'no such language!'), '2026-03-03');
  });
});

describe('the picture of the day', () => {
  it('spans whole half hours, one hour at least', () => {
    assert.deepEqual(frameOf({ extent: { start: 605, end: 615 } }), { start: 600, end: 660 });
    assert.deepEqual(frameOf({ extent: { start: 629, end: 721 } }), { start: 600, end: 750 });
    assert.equal(frameOf({ extent: null }), undefined);
  });

  it('is one file that needs nothing else, with a title and all of it in words', () => {
    const svg = daySvg(day(), 'en');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.match(svg, /<title id="title">R\. Ortiz, PT, Tuesday, March 3, 2026<\/title>/);
    assert.match(svg, /<desc id="desc">[^<]*A: 10:00–10:15 97110 one-on-one; 15 min, 1 of 1<\/desc>/);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|href|script|var\(|style=|@import/);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  });

  it('draws what is odd too: no times, nobody named, an id that cannot be read', () => {
    const odd = day({
      giver: null,
      extent: null,
      busy: [],
      lanes: [
        lane({ patient: null, bars: [bar({ span: null, minutes: null, code: '', family: 'unknown' })], rows: 0 }),
        lane({ bars: [], rows: 0 }),
      ],
      moreLanes: 3,
    });
    const svg = daySvg(odd, 'en');
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    for (const words of ['No clinician named', 'time cannot be read', 'no session yet', '3 more patients'])
      assert.ok(svg.includes(words), words);
  });

  it('takes any text as text', () => {
    const svg = daySvg(
      day({ giver: '<script>"&\u0000\ud800', lanes: [lane({ patient: '</text><g onload="x">' })] }),
      '"><x',
    );
    assert.ok(svg.includes('&lt;script&gt;&quot;&amp;\ufffd\ufffd'));
    assert.doesNotMatch(svg, /<script|<g onload|<x/);
  });
});

describe('what the panel and its page say', () => {
  it('is dropped where it is not what it should be', () => {
    const go = { kind: 'go', turn: 1, id: 'bar-1-1', keepFocus: true };
    assert.deepEqual(readFromDayPage({ ...go, more: 1 }), go);
    assert.deepEqual(readFromDayPage({ kind: 'choose' }), { kind: 'choose' });
    const bad: unknown[] = [
      undefined,
      null,
      'go',
      { kind: 'run' },
      { ...go, turn: '1' },
      { ...go, id: 7 },
      { kind: 'picture', date: 20260303, svg: '<script>' },
      { kind: 'picture', date: 1.5, svg: '<svg >' },
      { kind: 'picture', date: 20260303, svg: `<svg ${' '.repeat(5_000_000)}` },
    ];
    for (const message of bad) assert.equal(readFromDayPage(message), undefined, JSON.stringify(message)?.slice(0, 80));
    for (const message of [null, 3, { kind: 'day' }, { kind: 'day', day: 3, turn: 1 }, { kind: 'go' }])
      assert.equal(readToDayPage(message), undefined);
  });

  it('leads to lines by id', () => {
    const finding = { severity: 'error', rule: 'x', message: 'm', place: place(9) } as const;
    const shown = day({ findings: [finding] });
    assert.equal(placeOf(shown, 'bar-2-3')?.line, 3);
    assert.equal(placeOf(shown, 'lane-2')?.line, 1);
    assert.equal(placeOf(shown, findingId(0))?.line, 9);
    assert.equal(placeOf(shown, findingId(1)), undefined);
    assert.equal(placeOf(shown, 'bar-9-9'), undefined);
  });
});
