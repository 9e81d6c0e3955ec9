import { type Code, Is } from '../model/code';
import { aboutFault, ContactFault, faultyCodes, groupInstead, inGroup, relatedLines } from './kit/contact';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'not-a-group-procedure',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group'],
  statements: ['A09', 'P02', 'T09'],
  facts: ['F-OVER-12', 'F-OVER-13', 'F-PSY-04'],
  check(day, report) {
    for (const faulty of faultyCodes(day, ContactFault.NotForGroups)) {
      const { code, first } = faulty;
      report(first.encounter, first.contactPlace(), {
        severity: code.is & Is.SupervisedModality ? 'warning' : 'error',
        message: `${code.text} ${inGroup(first)}: ${why(code)}`,
        sources: sourcesOf(code),
        about: aboutFault(day, faulty),
        related: relatedLines(day, code),
        fixes: () => (isWholeTask(code) ? groupInstead(day, first, (other) => other === code) : NO_FIX),
      });
    }
  },
};

const NO_FIX: readonly Fix[] = [];

function isPsychotherapy({ is }: Code): boolean {
  return (is & (Is.Psychotherapy | Is.PsychiatricEvaluation)) !== 0;
}

function isSpeech({ is }: Code): boolean {
  return (is & Is.Speech) !== 0;
}

function sourcesOf(code: Code): readonly string[] {
  if (isPsychotherapy(code)) return ['psych-90853'];
  if (isSpeech(code)) return ['theraplatform', 'asha-g'];
  return isWholeTask(code) ? ['aca-group', 'hns'] : rule.sources;
}

/** 97530-97542: whether 97150 may stand for them is told differently. */
function isWholeTask({ number }: Code): boolean {
  return number >= 97530 && number <= 97542;
}

function why(code: Code): string {
  const { is } = code;
  if (is & Is.SupervisedModality)
    return 'a modality left running is given to each patient alone and is no part of group therapy. Log it supervised.';
  if (is & Is.AttendedModality)
    return 'a modality that needs attendance is given to one patient at a time; 97150 does not stand for it. Correct the contact, or the code.';
  if (is & (Is.Evaluation | Is.PsychiatricEvaluation))
    return 'an evaluation is of one patient alone. Correct the contact, or the code.';
  if (is & Is.Psychotherapy)
    return 'individual and family psychotherapy are not group psychotherapy, which is 90853 (several families together: 90849). Correct the contact, or the code.';
  if (isSpeech(code))
    return 'it is speech treatment of one patient. That of a group is 92508, x1 for each patient. Correct the contact, or the code.';
  if (is & Is.Manipulation) return 'manipulation is given to one patient at a time. Correct the contact, or the code.';
  if (isWholeTask(code))
    return `it is one-on-one work. One source lets 97150 stand for 97110-97139 only; another bills 97150 for any procedure given to several at once. If it was group, 97150 x1 for each patient; if one-on-one, correct the contact.`;
  return 'it is given to one patient at a time; 97150 stands for 97110-97139 only. Correct the contact, or the code.';
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const BH = `clinician "T. Nolan, LCSW"
discipline BH
`;
const SLP = `clinician "J. Vail, SLP"
discipline SLP
`;

export const docs: RuleDocs = {
  title: 'Not a group procedure',
  summary: 'A group session carries a code that group therapy does not cover.',
  explanation:
    'Group therapy stands for the procedures 97110-97139. Modalities, evaluations, tests, manual therapy, 97129 and 97130, orthotic work, manipulation, 92507 (for a group: 92508), and individual or family psychotherapy are given to one patient (or one family) at a time. Sources differ on 97530-97542: one limits 97150 to 97110-97139, others bill 97150 for any therapeutic procedure that two or more have at once. 97545, 97546 and 92526 may be given to a group and are not named here.',
  cost: 'The code is denied, or its time is counted where no one-on-one care was given.',
  fix: 'Correct the contact or the code. For 97530-97542 a fix writes 97150 x1; by taking it you state that it was group therapy.',
  severities: 'Error for every payer and date; warning for a supervised modality.',
  bad: [
    {
      title: 'Whole everyday tasks with three patients at once',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M62.81
  goal "Lift a crate from the floor"
  10:45-11:15  97530  group of 3  "Lift and carry"
                      ^^^^^^^^^^ not-a-group-procedure error | Change 97530 to 97150 x1: you state that this was group therapy
  bill 97530-GP x2
  O: Lifted 8 kg ten times in the round, feet set by hand once.
  A: Keeps the load close without a cue.
  P: 10 kg on Friday.
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M62.81
  goal "Lift a crate from the floor"
  10:45-11:15  97150  group of 3  "Lift and carry"
  bill 97150-GP x1
  O: Lifted 8 kg ten times in the round, feet set by hand once.
  A: Keeps the load close without a cue.
  P: 10 kg on Friday.
`,
    },
    {
      title: 'Ultrasound is no group procedure',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M76.61
  09:00-09:10  97035  group of 2
                      ^^^^^^^^^^ not-a-group-procedure error
  bill 97035 x1
`,
    },
    {
      title: 'A hot pack is not group therapy either: a warning',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M76.61
  09:00-09:10  97010  group
                      ^^^^^ not-a-group-procedure warning
  bill 97010 x1
`,
    },
    {
      title: 'Family psychotherapy is not a group',
      text: `payer commercial
${BH}
encounter 2026-03-03 patient A
  dx F43.21
  goal "Sleep through the night"
  09:00-09:50  90847  group of 4
                      ^^^^^^^^^^ not-a-group-procedure error
  bill 90847 x1
`,
    },
    {
      title: 'Speech treatment of a group is 92508',
      text: `payer medicare
${SLP}
encounter 2026-03-03 patient A
  dx R47.01
  goal "Order a meal"
  09:00-09:40  92507  group of 3
                      ^^^^^^^^^^ not-a-group-procedure error
  bill 92507-GN x1
`,
    },
  ],
  good: [
    {
      title: 'Speech treatment of a group by its own code',
      text: `payer medicare
${SLP}
encounter 2026-03-03 patient A
  dx R47.01
  goal "Order a meal"
  09:00-09:40  92508  group of 3
  bill 92508-GN x1
  O: Read two dishes aloud, pointed to a third.
  A: Starts by himself.
  P: Twice a week.
`,
    },
    {
      title: 'Several families together are 90849',
      text: `payer commercial
${BH}
encounter 2026-03-03 patient A
  dx F43.21
  goal "Sleep through the night"
  09:00-09:50  90849  group of 8
  bill 90849 x1
  O: Spoke of the move; listened to two other families.
  A: Names the worry without tears.
  P: Once more in two weeks.
`,
    },
    {
      title: 'A hot pack, supervised, beside a group',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:10  97010  supervised
  09:10-09:35  97150  group of 2
  bill 97010 x1
  bill 97150 x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
  ],
};
