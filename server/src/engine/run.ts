/** Runs rules on what they look at, each behind a wall: a rule that throws loses only its own findings. */

import type { ClinicianDay } from '../model/clinician-day';
import type { ClaimLine, Encounter, Place, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import type { Settings } from '../model/settings';
import type { RuleId } from '../rules/kit/ids';
import type {
  ClinicianDayRule,
  Draft,
  EncounterRule,
  Fix,
  PatientDayRule,
  PatientRule,
  ProblemRule,
  Rule,
} from '../rules/kit/rule';
import type { Block } from './block';
import { type Finding, lineKey } from './finding';

const NO_FIXES: readonly Fix[] = [];
const NO_ABOUT: readonly number[] = [];
const NO_RELATED: Finding['related'] = [];

export class Runner {
  readonly encounterRules: EncounterRule[] = [];
  readonly patientDayRules: PatientDayRule[] = [];
  readonly clinicianDayRules: ClinicianDayRule[] = [];
  readonly patientRules: PatientRule[] = [];
  private readonly problemRules = new Map<string, ProblemRule>();
  private out: Finding[] = [];
  private rule!: Rule;

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
        if (checkGiver) this.clinicianDayRules.push({ ...rule, scope: 'clinician-day', check: checkGiver });
      } else if (rule.scope === 'clinician-day') this.clinicianDayRules.push(rule);
      else if (rule.scope === 'patient') this.patientRules.push(rule);
      else this.problemRules.set(rule.id, rule);
    }
  }

  private readonly report = (encounter: Encounter, place: Place, draft: Draft): void => {
    const block = encounter.home as Block;
    this.out.push({
      rule: this.rule.id,
      severity: draft.severity,
      message: withSources(draft.message, draft.basis, draft.sources ?? this.rule.sources),
      sources: draft.sources ?? this.rule.sources,
      block,
      line: place.line,
      start: place.start,
      end: place.end,
      about: draft.about && draft.about.length > 0 ? draft.about.map(keyOf) : NO_ABOUT,
      related: draft.related
        ? draft.related.map(({ home, place, message }) => ({ block: home as Block, place, message }))
        : NO_RELATED,
      fixes: this.keepFixes && draft.fixes ? draft.fixes() : NO_FIXES,
    });
  };

  private guarded(rule: Rule, check: () => void): void {
    const before = this.out.length;
    this.rule = rule;
    try {
      check();
    } catch (error) {
      this.out.length = before;
      this.onFault(rule.id, error);
    }
  }

  private collect(run: () => void): readonly Finding[] {
    this.out = [];
    run();
    return this.out;
  }

  /** What the parser found, and the rules that look at one encounter. */
  ofBlock(block: Block, encounter: Encounter | undefined): readonly Finding[] {
    return this.collect(() => {
      for (const problem of block.problems)
        this.problem(problem.rule, block, problem.line, problem.start, problem.end, problem);
      if (!encounter) return;
      for (const rule of this.encounterRules) {
        if ((encounter.is & rule.needs) !== rule.needs) continue;
        this.guarded(rule, () => rule.check(encounter, this.settings, this.report));
      }
    });
  }

  ofDay(day: PatientDay): readonly Finding[] {
    return this.collect(() => {
      for (const rule of this.patientDayRules) {
        if ((day.is & rule.needs) !== rule.needs) continue;
        this.guarded(rule, () => rule.check(day, this.report));
      }
    });
  }

  ofClinicianDay(day: ClinicianDay): readonly Finding[] {
    return this.collect(() => {
      for (const rule of this.clinicianDayRules) this.guarded(rule, () => rule.check(day, this.report));
    });
  }

  ofPatient(encounters: readonly Encounter[]): readonly Finding[] {
    return this.collect(() => {
      for (const rule of this.patientRules)
        this.guarded(rule, () => rule.check(encounters, this.settings, this.report));
    });
  }

  /** A finding of a rule that only puts words to what was found elsewhere. Offsets are those of the block's text. */
  problem(
    id: string,
    block: Block,
    line: number,
    start: number,
    end: number,
    problem: { says: string; how: 'unread' | 'missing' | 'placed'; replacement?: string },
    into?: Finding[],
  ): void {
    const rule = this.problemRules.get(id);
    if (!rule) return;
    if (into) this.out = into;
    this.guarded(rule, () => {
      const lineStart = block.lineStart(line);
      const draft = rule.check(problem, block.text.slice(start, end));
      this.out.push({
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
    });
  }
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
