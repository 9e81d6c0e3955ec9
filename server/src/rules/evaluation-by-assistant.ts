import { Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import { Giver } from '../syntax/kinds';
import { isAssistantByTitle, isByAssistant } from './kit/assistant';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'evaluation-by-assistant',
  scope: 'patient-day',
  needs: Is.Evaluation,
  severity: 'error',
  sources: ['uhc', 'gen25'],
  statements: [],
  facts: ['F-DOC-14', 'F-MOD-20'],
  check(day, report) {
    let said: Set<number> | undefined;
    for (const session of day.sessions) {
      const code = session.code!;
      if (!(code.is & Is.Evaluation) || session.cut || said?.has(code.key)) continue;
      const giver = notTherapist(session);
      if (giver === undefined || !day.inPlay(session)) continue;
      said ??= new Set();
      said.add(code.key);
      const lines = day.linesOf(code);
      report(session.encounter, session.byPlace(), {
        severity: 'error',
        message: `${code.text}: given by ${giver}. Only the therapist evaluates: ${lines.length > 0 ? 'it is not to be billed, or the giver is wrong' : 'it is not to be billed'}.`,
        about: [...day.sessions.filter((other) => other.code === code && notTherapist(other) !== undefined), ...lines],
        related: lines.map((line) => ({
          home: line.encounter.home,
          place: line.codePlace(),
          message: `${line.text} is billed here`,
        })),
      });
    }
    for (const line of day.claims) {
      const code = line.code!;
      if (!(code.is & Is.Evaluation) || line.notCovered || said?.has(code.key)) continue;
      const use = assistantUse(line);
      if (!use) continue;
      said ??= new Set();
      said.add(code.key);
      report(line.encounter, line.modifierPlace(use), {
        severity: 'error',
        message: `${line.text}: ${use.text} says that an assistant gave it, and only the therapist evaluates. Correct the modifier, or do not bill it.`,
        about: [line],
      });
    }
  },
};

function notTherapist(session: Session): string | undefined {
  if (isByAssistant(session)) return session.giver === undefined ? 'an assistant' : `the assistant, ${session.giver}`;
  if (session.by === Giver.Aide) return 'an aide';
  if (session.by === Giver.Student) return 'a student';
  // Given by whom the clinician field names, or under them: an assistant may not be either.
  const { clinician } = session.encounter;
  return clinician !== undefined && isAssistantByTitle(clinician) ? `the assistant, ${clinician}` : undefined;
}

function assistantUse(line: ClaimLine) {
  for (const use of line.modifiers) if (use.entry?.kind === 'assistant') return use;
  return undefined;
}

export const docs: RuleDocs = {
  title: 'Evaluation not by the therapist',
  summary: 'An evaluation or re-evaluation is given by an assistant, an aide or a student, or billed with CQ or CO.',
  explanation:
    'Assistants treat, one-on-one and in groups; they do not evaluate, and no more do aides and students. Where an assistant is named for the whole encounter, an evaluation by the therapist says so: by clinician. An evaluation that is recorded and left unbilled raises nothing.',
  cost: 'The evaluation is not payable, and what rests on it is open to doubt.',
  fix: 'Name who evaluated, or leave the line out. There is no quick fix: who it was is not in the record.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'An assistant evaluates',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161  by assistant "K. Poe, PTA"
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ evaluation-by-assistant error
  bill 97161 x1
`,
    },
    {
      title: 'The encounter names an assistant, and nothing else is said of the evaluation',
      text: `payer medicare
clinician "R. Ortiz, PT"
assistant "K. Poe, PTA"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:20  97164
               ^^^^^ evaluation-by-assistant error
  bill 97164-GP-CQ x1
`,
    },
    {
      title: 'The clinician is an assistant by title',
      text: `payer commercial
clinician "K. Poe, PTA"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161
               ^^^^^ evaluation-by-assistant error
  bill 97161 x1
`,
    },
    {
      title: 'CQ on an evaluation',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161
  bill 97161-GP-CQ x1
               ^^^ evaluation-by-assistant error
`,
    },
  ],
  good: [
    {
      title: 'A name is no title',
      text: `payer commercial
clinician "Y. Ota, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161
  bill 97161 x1
`,
    },
    {
      title: 'The therapist evaluates, the assistant treats',
      text: `payer medicare
clinician "R. Ortiz, PT"
assistant "K. Poe, PTA"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161  by clinician
  09:40-09:55  97110
  bill 97161-GP x1
  bill 97110-GP-CQ x1
`,
    },
  ],
};
