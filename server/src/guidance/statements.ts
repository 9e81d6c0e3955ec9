/**
 * What the five sources say, statement by statement, in our own words. Every statement is carried by at least one
 * passage; a test proves it. Part of the lazily loaded bundle.
 */

export interface Statement {
  readonly id: string;
  /** Id of one of the five sources. */
  readonly source: string;
  /** Where in the source it stands. */
  readonly place: string;
  readonly text: string;
}

type Rows = readonly (readonly [id: string, place: string, text: string])[];

// biome-ignore format: one line a statement
const GUIDANCE_2026: Rows = [
  ['G01', 'first paragraph', 'In 2026 97150 is still covered if the record shows goals for the group and patients who fit it.'],
  ['G02', 'first paragraph', 'Each member is assessed alone, and each member\'s response is written down.'],
  ['G03', 'second paragraph', '97150 is for procedures given to a group, with nobody treated one-on-one; what counts is the group and its shared goals.'],
  ['G04', 'typical uses', 'It is seen most in rehabilitation, in PT clinics, and in wellness programs.'],
  ['G05', 'when to use it', 'Use it where the therapist leads what the group does.'],
  ['G06', 'when not to use it', 'Do not use it for one patient alone, or for time spent one-on-one in the session.'],
  ['G07', 'line on modifier 59', 'If group and individual therapy fall on one day, 59 goes on where both are distinct.'],
  ['G08', 'line on documentation', 'The record shows that the care was needed, skilled and aimed at function.'],
  ['G09', 'model note in four parts', 'A model note: what the patient says (S); minutes, focus and part taken (O); change in cues and help (A); how often and to what end (P).'],
  ['G10', 'claim tip', 'Show the group apart from individual therapy, or the claim is denied.'],
  ['G11', 'audit trigger', 'Group billed over and over, with nothing on the group or on each patient\'s progress, invites an audit.'],
  ['G12', 'note on Arizona', 'In Arizona the Medicare contractor is Noridian; look up local policy, local rates and Medicaid.'],
  ['G13', 'note on Arizona', 'A state may have group therapy rules of its own.'],
  ['G14', 'answer on notes', 'One short note for each member and session: part taken, help needed, something measured.'],
  ['G15', 'answer on who may lead', 'Payers differ on the leader: some take a trained assistant under supervision, some only a licensed clinician.'],
  ['G16', 'answer on payment', 'Some payers pay groups at another rate, or limit the units.'],
  ['G17', 'answer on denials', 'Usual reasons for denial: no note for each patient, no clear group aim, too many units.'],
  ['G18', 'answer on planning', 'Build a group on clear goals, results that can be measured, and patients who fit.'],
];

// biome-ignore format: one line a statement
const CODING_AHEAD: Rows = [
  ['C01', 'plain-language text, first sentence', '97150 takes two or more people.'],
  ['C02', 'plain-language text, second sentence', 'Its aim is to win back, build or improve body function lost by injury, illness or surgery.'],
  ['C03', 'plain-language text, third sentence', 'Water, conditioning and exercise work can all be group work.'],
  ['C04', 'plain-language text, fourth sentence', 'Somebody licensed, physician or therapist, is there to oversee it and is one-on-one with nobody.'],
  ['C05', 'plain-language text, on activities', 'Members may do the same or different things; something they share makes them a group.'],
  ['C06', 'plain-language text, on the course', 'It opens with instructions to all; watching, feedback and changes follow throughout.'],
  ['C07', 'plain-language text, on time', 'The code is untimed.'],
  ['C08', 'plain-language text, last sentence', 'Beside other therapy codes, separate times of group and individual work must be on record.'],
];

// biome-ignore format: one line a statement
const THERAPLATFORM: Rows = [
  ['T01', 'Components of the code', 'Two or more clients.'],
  ['T02', 'opening, third paragraph', 'A qualified professional attends throughout; one-on-one contact is not asked for.'],
  ['T03', 'Components of the code', 'It is a group approach with attention to each member; activities may differ.'],
  ['T04', 'Components of the code', 'The therapist supervises without a break, and each client gets a treatment that suits.'],
  ['T05', 'Components of the code', 'This source alone says that 97150 is timed, in 15-minute units. Two others say otherwise.'],
  ['T06', 'Components of the code', 'Write down: client, services, what the therapist did, part taken, progress, why it was needed, why in a group.'],
  ['T07', 'Common billing pitfalls', 'Thin records fail: use set forms for evaluation, daily note, progress and discharge, and know the payer\'s rules on frequency and modifiers.'],
  ['T08', 'Common billing pitfalls', 'Uneven times fail: write start and end times, and count units with care.'],
  ['T09', 'Common billing pitfalls', 'What was done in a group must not be billed by an individual code.'],
  ['T10', 'Common billing pitfalls', 'Records all alike fail: each client has a plan, and needs, part and progress of their own.'],
  ['T11', 'example in occupational therapy', 'Worked case: two clients share a therapist, who gives each a few minutes in turn; one unit of 97150 for each.'],
  ['T12', 'planning, step by step', 'Assess needs, write a plan for each client, choose size, shape and purpose. 2 to 6 clients to a therapist works best.'],
  ['T13', 'planning, step by step', 'Put people together by age, goals, how they get on, and level of function and development.'],
  ['T14', 'planning, step by step', 'A session has a start, a middle and an end, with goals, activities and materials prepared.'],
  ['T15', 'planning, step by step', 'Afterwards: write for each member, look back, and plan the session to come.'],
  ['T16', 'managing group dynamics', 'Ground rules, open talk, quick and fair settling of conflict, and drawing everybody in.'],
  ['T17', 'individual attention in a group', 'Inside the group each client has own goals, feedback, changes to the activity, and a record.'],
  ['T18', 'ethical practice', 'Signed confidentiality and consent on file, records kept safe, leaders who are trained.'],
  ['T19', 'common challenges', 'A group does not suit everybody: screen first.'],
  ['T20', 'future trends', 'Telehealth, worn devices and virtual reality may reach more people.'],
];

// biome-ignore format: one line a statement
const ACA_GROUP: Rows = [
  ['A01', 'second paragraph', 'A code of 97110-97139 asks for one-on-one contact.'],
  ['A02', 'second paragraph', 'Units of timed codes come from the sum of one-on-one minutes, patient by patient.'],
  ['A03', 'second paragraph', 'The minutes may run on or come in episodes, such as 8 now and 7 later.'],
  ['A04', 'second paragraph', 'An episode must last long enough for skilled treatment.'],
  ['A05', 'second paragraph', 'A single unit takes at least 8 minutes, by Medicare and by the AMA.'],
  ['A06', 'third paragraph', 'Once skilled care goes to several patients together it is 97150, in place of the one-on-one code.'],
  ['A07', 'fourth paragraph', 'Treating two or more at once is group, whether they do the same or not.'],
  ['A08', 'fourth paragraph', 'Attention divided, contact brief and on and off, or one instruction for several: each patient gets one unit of 97150.'],
  ['A09', 'fourth paragraph', '97150 stands for procedures of 97110-97139 only; ultrasound (97035), for one, is no part of it.'],
  ['A10', 'fourth paragraph', 'The clinician attends throughout; one-on-one contact is not asked for.'],
  ['A11', 'fourth paragraph', '97150: one unit a patient, one date.'],
  ['A12', 'One-on-One Example', 'Worked case: three patients in turns over 45 minutes, 18, 13 and 14 minutes one-on-one: 97110 x1 each.'],
  ['A13', 'Group Example', 'Worked case: 25 minutes shared by two patients, never long with either: 97150 x1 each.'],
  ['A14', 'group and individual on the same day', 'Group and one-on-one on one day are allowed where the rules of both are met.'],
  ['A15', 'group and individual on the same day', 'With no 59, payment is for the group code alone, the cheaper one.'],
  ['A16', 'group and individual on the same day', 'They must be different sessions, time spans or encounters.'],
  ['A17', 'One-on-One and Group Example', 'Worked case: one-on-one with A for 15 minutes, A (15) and B (16) together, one-on-one with B for 18: both get 97150 x1 and 97110 x1, the latter with 59.'],
  ['A18', 'not permitted, item 1', 'One period never holds two one-on-one procedures (97110-97542), whether for one patient or for two.'],
  ['A19', 'not permitted, item 2', 'Nor two attended modalities (97032-97039).'],
  ['A20', 'not permitted, item 3', 'Nor an attended modality with a one-on-one procedure, such as ultrasound with gait training.'],
  ['A21', 'not permitted, item 4', 'Nor an attended modality (97032-97039) with group (97150).'],
];

// biome-ignore format: one line a statement
const PSYCH_90853: Rows = [
  ['P01', 'Understanding the code', '90853 is psychotherapy for a group of patients, as a rule unrelated, with like problems.'],
  ['P02', 'Understanding the code', 'It is not family therapy.'],
  ['P03', 'Understanding the code', 'Any size can be coded; 6 to 12 members are found to work best.'],
  ['P04', 'Documentation Requirements', 'A note tells what this member did and what the group did; it is never copied to all.'],
  ['P05', 'Documentation Requirements', 'A note holds part and response, techniques, progress to own goals, the group\'s dynamics, and the plan.'],
  ['P06', 'Understanding Reimbursement', 'A session usually brings 30 to 65 US dollars for each member; region and payer decide.'],
  ['P07', 'Understanding Reimbursement', 'A payer may limit how many members it pays for, or want a certain diagnosis or approval beforehand.'],
  ['P08', 'Clinical Best Practices', 'Screen and prepare members, and mind who is put together.'],
  ['P09', 'Clinical Best Practices', 'Clear rules for the group, structure with room to move, and regular assessment.'],
  ['P10', 'Compliance Tips', 'Keep records of time and attendance.'],
  ['P11', 'Compliance Tips', 'Each member has an individual plan that speaks for a group.'],
  ['P12', 'Compliance Tips', 'The record shows for each member why the care was needed.'],
  ['P13', 'Compliance Tips', 'The record shows the size and make-up of the group.'],
  ['P14', 'Compliance Tips', 'Read payers\' requirements and limits again at regular times.'],
  ['P15', 'The Future of Group Therapy', 'Telehealth makes groups easier to reach.'],
];

const of = (source: string, rows: Rows): Statement[] => rows.map(([id, place, text]) => ({ id, source, place, text }));

/** All 82 statements. */
export const STATEMENTS: readonly Statement[] = [
  ...of('cpt97150-2026', GUIDANCE_2026),
  ...of('coding-ahead', CODING_AHEAD),
  ...of('theraplatform', THERAPLATFORM),
  ...of('aca-group', ACA_GROUP),
  ...of('psych-90853', PSYCH_90853),
];

const BY_ID: ReadonlyMap<string, Statement> = new Map(STATEMENTS.map((statement) => [statement.id, statement]));

/** The statement with an id. */
export function lookUpStatement(id: string): Statement | undefined {
  return BY_ID.get(id);
}
