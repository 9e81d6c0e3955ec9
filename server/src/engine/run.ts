/** Runs rules on what they look at, each behind a wall: a rule that throws loses only its own findings. */

import type { ClinicianDay } from '../model/clinician-day';
import type { ClaimLine, Encounter, Place, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import type { Settings } from '../model/settings';
import type { RuleId } from '../rules/kit/ids';
import {
  type ClinicianDayRule,
  type Draft,
  type EncounterRule,
  type Fix,
  Meets,
  type PatientDayRule,
  type PatientRule,
  type ProblemRule,
  type Rule,
} from '../rules/kit/rule';
import { type Block, NO_FINDINGS } from './block';
import { type Finding, lineKey } from './finding';

const NO_FIXES: readonly Fix[] = [];
const NO_ABOUT: readonly number[] = [];
const NO_RELATED: Finding['related'] = [];
/** Of a rule no more is said of one line of text. */
const MOST_ON_A_LINE = 100;
/** A fix that changes more places is offered to nobody: no person could look at them all. */
const MOST_EDITS = 1000;
/** Of the lines that a finding is about, and of those that it points to, no more are kept: no visit has as many. */
const MOST_LINES = 100;

export class Runner {
  readonly encounterRules: EncounterRule[] = [];
  readonly patientDayRules: PatientDayRule[] = [];
  readonly clinicianDayRules: ClinicianDayRule[] = [];
  readonly patientRules: PatientRule[] = [];
  private readonly problemRules = new Map<string, ProblemRule>();
  private out: Finding[] = [];
  private rule!: Rule;
  /** Where the rule said something last, and how often one after the other. */
  private last: { block?: Block; line: number; rule?: RuleId; times: number } = { line: -1, times: 0 };
  /** How often a rule was asked, and how often one threw. */
  rulesRun = 0;
  faults = 0;

  /**
   * @param onFault told the id of a rule that threw, and what was thrown; never any file content.
   * @param keepFixes whether fixes are worked out with the findings.
   */
  constructor(
    rules: readonly Rule[],
    readonly settings: Settings,
    private readonly onFault: (rule: RuleId, error: unknown) => void,
    private readonly keepFixes: boolean,
  ) {
    for (const rule of rules) {
      if (rule.scope === 'encounter') this.encounterRules.push(rule);
      else if (rule.scope === 'patient-day') {
        this.patientDayRules.push(rule);
        const { checkGiver } = rule;
        if (checkGiver)
          this.clinicianDayRules.push({
            ...rule,
            scope: 'clinician-day',
            needs: Meets.SharedMinutes,
            check: checkGiver,
          });
      } else if (rule.scope === 'clinician-day') this.clinicianDayRules.push(rule);
      else if (rule.scope === 'patient') this.patientRules.push(rule);
      else this.problemRules.set(rule.id, rule);
    }
  }

  private readonly report = (encounter: Encounter, place: Place, draft: Draft): void => {
    const block = encounter.home as Block;
    const { last } = this;
    if (last.block === block && last.line === place.line && last.rule === this.rule.id) last.times++;
    else this.last = { block, line: place.line, rule: this.rule.id, times: 1 };
    if (this.last.times > MOST_ON_A_LINE) return;
    const more = this.last.times === MOST_ON_A_LINE ? ' What is like it further on in this line is not listed.' : '';
    this.out.push({
      rule: this.rule.id,
      severity: draft.severity,
      message: withSources(draft.message + more, draft.basis, draft.sources ?? this.rule.sources),
      sources: draft.sources ?? this.rule.sources,
      block,
      line: place.line,
      start: place.start,
      end: place.end,
      about: draft.about && draft.about.length > 0 ? draft.about.slice(0, MOST_LINES).map(keyOf) : NO_ABOUT,
      related: draft.related
        ? draft.related
            .slice(0, MOST_LINES)
            .map(({ home, place, message }) => ({ block: home as Block, place, message }))
        : NO_RELATED,
      fixes: this.keepFixes && draft.fixes ? offered(encounter, draft.fixes()) : NO_FIXES,
    });
  };

  /** A rule threw: what it had said of this subject is taken back, and the others go on. */
  private fault(rule: Rule, before: number, error: unknown): void {
    this.out.length = before;
    this.faults++;
    this.onFault(rule.id, error);
  }

  /** What was said since the last time. */
  private taken(): readonly Finding[] {
    this.last = { line: -1, times: 0 };
    if (this.out.length === 0) return NO_FINDINGS;
    const { out } = this;
    this.out = [];
    return out;
  }

  /** What the parser found, and the rules that look at one encounter. */
  ofBlock(block: Block, encounter: Encounter | undefined): readonly Finding[] {
    for (const problem of block.problems)
      this.problem(problem.rule, block, problem.line, problem.start, problem.end, problem);
    if (encounter) {
      for (const rule of this.encounterRules) {
        if ((encounter.is & rule.needs) !== rule.needs) continue;
        const before = this.out.length;
        this.rule = rule;
        this.rulesRun++;
        try {
          rule.check(encounter, this.settings, this.report);
        } catch (error) {
          this.fault(rule, before, error);
        }
      }
    }
    return this.taken();
  }

  ofDay(day: PatientDay): readonly Finding[] {
    for (const rule of this.patientDayRules) {
      if ((day.is & rule.needs) !== rule.needs) continue;
      const before = this.out.length;
      this.rule = rule;
      this.rulesRun++;
      try {
        rule.check(day, this.report);
      } catch (error) {
        this.fault(rule, before, error);
      }
    }
    return this.taken();
  }

  /** @param meets what there is in the day, as bits: rules that need something else are not asked. */
  ofClinicianDay(day: ClinicianDay, meets: number): readonly Finding[] {
    for (const rule of this.clinicianDayRules) {
      if (!(rule.needs & meets)) continue;
      const before = this.out.length;
      this.rule = rule;
      this.rulesRun++;
      try {
        rule.check(day, this.report);
      } catch (error) {
        this.fault(rule, before, error);
      }
    }
    return this.taken();
  }

  ofPatient(encounters: readonly Encounter[]): readonly Finding[] {
    for (const rule of this.patientRules) {
      const before = this.out.length;
      this.rule = rule;
      this.rulesRun++;
      try {
        rule.check(encounters, this.settings, this.report);
      } catch (error) {
        this.fault(rule, before, error);
      }
    }
    return this.taken();
  }

  /** A finding of a rule that only puts words to what was found elsewhere. Offsets are those of the block's text. */
  problem(
    id: string,
    block: Block,
    line: number,
    start: number,
    end: number,
    problem: { says: string; how: 'unread' | 'missing' | 'placed'; replacement?: string },
    into: Finding[] = this.out,
  ): void {
    const rule = this.problemRules.get(id);
    if (!rule) return;
    try {
      const lineStart = block.lineStart(line);
      const draft = rule.check(problem, block.text.slice(start, end));
      into.push({
        rule: rule.id,
        severity: rule.severity,
        message: draft.message,
        sources: rule.sources,
        block,
        line,
        start: start - lineStart,
        end: end - lineStart,
        about: NO_ABOUT,
        related: NO_RELATED,
        fixes: this.keepFixes
          ? (draft.fixes ?? []).map(({ title, safe, newText }) => ({
              title,
              safe,
              edits: [
                {
                  home: block,
                  startLine: line,
                  startColumn: start - lineStart,
                  endLine: line,
                  endColumn: end - lineStart,
                  newText,
                },
              ],
            }))
          : NO_FIXES,
      });
    } catch (error) {
      this.faults++;
      this.onFault(rule.id, error);
    }
  }
}

/** Where an encounter of the day may hold two patients', no fix is proven. */
function offered({ home, day }: Encounter, fixes: readonly Fix[]): readonly Fix[] {
  const kept = fixes.filter(({ edits }) => edits.length <= MOST_EDITS);
  if (!kept.some(({ safe }) => safe)) return kept;
  const homes = day ? day.encounters.map((encounter) => encounter.home) : [home];
  if (!homes.some((one) => (one as Block).mayHoldTwo)) return kept;
  return kept.map((fix) => ({ ...fix, safe: false }));
}

/** "…, 2 billed (8-minute rule; aca-group, cms)." */
function withSources(message: string, basis: string | undefined, sources: readonly string[]): string {
  if (sources.length === 0 && basis === undefined) return message;
  const named = sources.join(', ');
  const said = basis === undefined ? named : named === '' ? basis : `${basis}; ${named}`;
  return `${message.replace(/\.$/, '')} (${said}).`;
}

function keyOf(line: Session | ClaimLine): number {
  return lineKey((line.encounter.home as Block).id, line.line);
}
