/**
 * Nothing false: a day that is right is silent; one known mistake raises its rule at its line and no unrelated error;
 * every safe fix removes its finding, adds none, and comes to rest.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAllTexts } from '../../server/src/engine/fix-all';
import { defaultSettings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';
import { type ClinicDay, clinicDay, type DayEncounter, writeDay } from '../support/days';
import { check, type Found, show, TODAY } from '../support/markers';

const RUNS = Number(process.env.ENCOUNTER_RUNS ?? 150);
const loud = (found: readonly Found[]) => found.filter((f) => f.severity === 'error' || f.severity === 'warning');
const has = (id: string) => RULES.some((rule) => rule.id === id);

interface Defect {
  rule: string;
  /** Makes the mistake in one encounter; the object whose line it shows on, or nothing where it cannot be made there. */
  make(encounter: DayEncounter, day: ClinicDay): object | undefined;
}

const timed = (code: string) => /^97(110|112|116|140|530)$/.test(code);

const DEFECTS: Defect[] = [
  {
    rule: 'missing-59',
    make(e) {
      const line = e.lines.find((l) => l.modifiers.includes('59'));
      if (!line) return undefined;
      line.modifiers = line.modifiers.filter((m) => m !== '59');
      return line;
    },
  },
  {
    rule: 'too-many-units',
    make(e) {
      const lines = e.lines.filter((l) => timed(l.code));
      const line = lines[lines.length - 1];
      if (!line || lines.length > 1) return undefined;
      line.units += 1;
      return line;
    },
  },
  {
    rule: 'group-units',
    make(e) {
      const line = e.lines.find((l) => l.code === '97150');
      if (!line) return undefined;
      line.units = 2;
      return line;
    },
  },
  {
    rule: 'discipline-modifier',
    make(e, day) {
      const line = e.lines.find((l) => l.modifiers.includes('GP'));
      if (!line || day.payer !== 'medicare') return undefined;
      line.modifiers = line.modifiers.filter((m) => m !== 'GP');
      return line;
    },
  },
  {
    rule: 'discipline-modifier',
    make(e) {
      const line = e.lines.find((l) => l.modifiers.includes('GP'));
      if (!line) return undefined;
      line.modifiers = line.modifiers.map((m) => (m === 'GP' ? 'GO' : m));
      return line;
    },
  },
  {
    rule: 'unknown-code',
    make(e) {
      const line = e.lines.find((l) => timed(l.code));
      if (!line) return undefined;
      line.code = '97111';
      return line;
    },
  },
  {
    rule: 'unknown-modifier',
    make(e) {
      const line = e.lines[0];
      if (!line) return undefined;
      line.modifiers.push('00');
      return line;
    },
  },
  {
    rule: 'billed-not-performed',
    make(e) {
      if (e.grouped || e.sessions.some((s) => s.code === '97750')) return undefined;
      const line = { code: '97761', modifiers: ['59', 'GP'], units: 1 };
      e.lines.push(line);
      return line;
    },
  },
  {
    rule: 'end-before-start',
    make(e) {
      const s = e.sessions.find((one) => one.clock);
      if (!s) return undefined;
      [s.start, s.end] = [s.end, s.start];
      return s;
    },
  },
  {
    rule: 'same-patient-overlap',
    make(e) {
      const [a, b] = e.sessions;
      if (
        !a ||
        !b ||
        !a.clock ||
        !b.clock ||
        !timed(a.code) ||
        !timed(b.code) ||
        a.code === b.code ||
        e.sessions.length !== 2
      )
        return undefined;
      // Only billed care is judged for overlap.
      if (![a, b].every((one) => e.lines.some((l) => l.code === one.code))) return undefined;
      const length = b.end - b.start;
      b.start = a.end - 1;
      b.end = b.start + length;
      // The minute is lost to the total: bill what is left.
      return b;
    },
  },
];

describe('generated days', () => {
  it('are silent where they are right', () => {
    fc.assert(
      fc.property(clinicDay, (day) => {
        const { text } = writeDay(day);
        assert.deepEqual(loud(check(text)).map(show), [], text);
      }),
      { numRuns: RUNS },
    );
  }).timeout(60000);

  for (const [index, defect] of DEFECTS.entries()) {
    it(`show one mistake as ${defect.rule} (${index + 1})`, function () {
      if (!has(defect.rule)) this.skip();
      let made = 0;
      fc.assert(
        fc.property(clinicDay, fc.nat(), (drawn, pick) => {
          const day = structuredClone(drawn);
          const all = day.clinicians.flatMap((c) => c.encounters);
          const encounter = all[pick % all.length]!;
          const at = defect.make(encounter, day);
          if (!at) return;
          made++;
          const { text, lineOf } = writeDay(day);
          const found = check(text);
          const line = lineOf.get(at as never)!;
          const own = found.filter((f) => f.rule === defect.rule && f.line === line);
          assert.equal(own.length, 1, `no ${defect.rule} on line ${line + 1}:\n${found.map(show).join('\n')}\n${text}`);
          const first = lineOf.get(encounter)!;
          const stray = loud(found).filter((f) => f.rule !== defect.rule && (f.line < first || f.line > first + 20));
          assert.deepEqual(stray.map(show), [], text);
          const errors = found.filter((f) => f.severity === 'error' && f.rule !== defect.rule);
          const minuteLost = defect.rule === 'same-patient-overlap';
          assert.deepEqual(errors.filter((f) => !(minuteLost && f.rule === 'too-many-units')).map(show), [], text);
        }),
        { numRuns: RUNS },
      );
      assert.ok(made > 0, 'the mistake was never made');
    }).timeout(60000);
  }

  it('come to rest under safe fixes, with no error added', () => {
    fc.assert(
      fc.property(
        clinicDay,
        fc.array(fc.tuple(fc.nat(DEFECTS.length - 1), fc.nat()), { maxLength: 4 }),
        (drawn, picks) => {
          const day = structuredClone(drawn);
          const all = day.clinicians.flatMap((c) => c.encounters);
          for (const [d, pick] of picks) DEFECTS[d]!.make(all[pick % all.length]!, day);
          const { text } = writeDay(day);
          const options = { rules: RULES, settings: defaultSettings(TODAY) };
          const once = fixAllTexts(options, new Map([['a', text]])).texts.get('a') ?? text;
          const twice = fixAllTexts(options, new Map([['a', once]])).texts.get('a') ?? once;
          assert.equal(twice, once, 'a second run changes nothing');
          const before = check(text).filter((f) => f.severity === 'error');
          const after = check(once);
          assert.ok(after.filter((f) => f.severity === 'error').length <= before.length);
          assert.deepEqual(
            after.filter((f) => f.finding.fixes.some((fix) => fix.safe)).map(show),
            [],
            'no safe fix is left',
          );
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(120000);
});
