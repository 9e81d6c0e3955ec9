/**
 * The code table: every procedure code that the checker knows, in our own plain words. Hot path: no prose beyond the
 * label. One line a code; what a family has in common stands in `FAMILIES`.
 */
import { unitLimit } from './mue';
import type { CodeEntry, Confidence, ContactNeed, Discipline, Family, TherapyStatus } from './types';

export type { CodeEntry, ContactNeed, Discipline, Family } from './types';

/** What the codes of a family share, unless their own line says otherwise. */
interface Common {
  readonly timed: boolean;
  readonly contact: ContactNeed;
  readonly disciplines: readonly Discipline[];
  readonly therapy: TherapyStatus;
  readonly facts: readonly string[];
}

type Own = Partial<Omit<CodeEntry, 'code' | 'label' | 'family' | 'confidence' | 'mue'>> & {
  /** Facts of this code beside those of its family. */
  readonly more?: readonly string[];
};

type Row = readonly [codes: string, label: string, family: Family, confidence: Confidence, own?: Own];

const PT: readonly Discipline[] = ['PT'];
const OT: readonly Discipline[] = ['OT'];
const PO: readonly Discipline[] = ['PT', 'OT'];
const POC: readonly Discipline[] = ['PT', 'OT', 'chiro'];
const POS: readonly Discipline[] = ['PT', 'OT', 'SLP'];
const OSB: readonly Discipline[] = ['OT', 'SLP', 'BH'];
const SLP: readonly Discipline[] = ['SLP'];
const BH: readonly Discipline[] = ['BH'];
const DC: readonly Discipline[] = ['chiro'];
const NOBODY: readonly Discipline[] = [];

const common = (
  timed: boolean,
  contact: ContactNeed,
  disciplines: readonly Discipline[],
  therapy: TherapyStatus,
  ...facts: string[]
): Common => ({ timed, contact, disciplines, therapy, facts: ['T-CODES', ...facts] });

const FAMILIES: Readonly<Record<Family, Common>> = {
  supervised: common(false, 'supervised', PO, 'always', 'F-8MIN-08', 'F-OVER-07'),
  attended: common(true, 'attendance', PO, 'always', 'F-8MIN-01', 'F-OVER-02', 'F-OVER-05'),
  'one-on-one': common(true, 'one-on-one', PO, 'always', 'F-8MIN-01', 'F-OVER-01', 'F-OVER-04'),
  group: common(false, 'group', ['PT', 'OT', 'SLP', 'chiro'], 'always', 'F-8MIN-08', 'F-OVER-13', 'F-DOC-06'),
  evaluation: common(false, 'one-on-one', PO, 'always', 'F-8MIN-08', 'F-NCCI-08', 'F-OVER-06'),
  test: common(true, 'one-on-one', PO, 'always', 'F-8MIN-01', 'F-NCCI-10'),
  orthotic: common(true, 'one-on-one', PO, 'always', 'F-8MIN-01', 'F-NCCI-11'),
  cognitive: common(true, 'one-on-one', OSB, 'sometimes', 'F-NCCI-14'),
  'work-program': common(false, 'none', PO, 'unknown'),
  // 97551 runs in 15-minute steps after the first half hour of 97550: no step of it starts from nothing, so it has no
  // place in the minute total of the treatment codes.
  caregiver: common(false, 'none', POS, 'sometimes'),
  unlisted: common(false, 'none', PO, 'always', 'F-MOD-07'),
  psychotherapy: common(false, 'one-on-one', BH, 'no', 'F-PSY-08', 'F-NCCI-17', 'F-NCCI-19'),
  'psychotherapy-add-on': common(false, 'one-on-one', BH, 'no', 'F-PSY-08', 'F-NCCI-17', 'F-NCCI-19'),
  'interactive-complexity': common(false, 'none', BH, 'no', 'F-PSY-07'),
  'crisis-psychotherapy': common(false, 'one-on-one', BH, 'no', 'F-NCCI-17'),
  psychoanalysis: common(false, 'one-on-one', BH, 'no', 'F-NCCI-17'),
  'family-psychotherapy': common(false, 'one-on-one', BH, 'no', 'F-PSY-04', 'F-PSY-09', 'F-NCCI-18'),
  'multi-family-psychotherapy': common(false, 'group', BH, 'no', 'F-PSY-04', 'F-PSY-05', 'F-MUE-04'),
  'group-psychotherapy': common(false, 'group', BH, 'no', 'F-PSY-01', 'F-PSY-02', 'F-MUE-04'),
  'psychiatric-evaluation': common(false, 'one-on-one', BH, 'no', 'F-NCCI-17'),
  speech: common(false, 'one-on-one', SLP, 'always', 'F-8MIN-08', 'F-8MIN-14', 'F-NCCI-13', 'F-NCCI-14'),
  'speech-group': common(false, 'group', SLP, 'always', 'F-8MIN-08', 'F-8MIN-14', 'F-NCCI-13', 'F-NCCI-14'),
  'speech-evaluation': common(false, 'one-on-one', SLP, 'always', 'F-8MIN-08', 'F-MOD-06'),
  swallowing: common(false, 'one-on-one', ['SLP', 'OT'], 'always', 'F-NCCI-13', 'F-NCCI-15'),
  canalith: common(false, 'none', POS, 'unknown', 'F-NCCI-16'),
  manipulation: common(false, 'one-on-one', DC, 'no', 'F-NCCI-12', 'F-MOD-60', 'F-PAY-11'),
  measurement: common(false, 'none', PO, 'unknown', 'T-PAIRS'),
  wound: common(false, 'none', PO, 'unknown', 'T-PAIRS'),
  wrap: common(false, 'none', PO, 'unknown', 'F-NCCI-22'),
  'remote-monitoring': common(false, 'none', POS, 'sometimes', 'F-CODE-03'),
  prolonged: common(false, 'none', BH, 'no'),
  visit: common(false, 'none', BH, 'no', 'F-NCCI-19', 'F-MOD-70', 'T-PAIRS'),
};

/** Lines that need GP, GO or GN for Medicare: the published list, the evaluations and the speech codes. */
const MOD = { disciplineModifier: true, more: ['F-MOD-07'] } as const;
const EVAL = { disciplineModifier: true, validFrom: 20170101, more: ['F-MOD-06', 'F-MUE-03'] } as const;
const GN = { disciplineModifier: true, more: ['F-MOD-06'] } as const;
const gone = (deletedAfter: number, successors?: readonly string[], own?: Own): Own => ({
  deletedAfter,
  successors,
  ...own,
  more: ['T-DELETED', ...(own?.more ?? [])],
});

const VISITS = ['99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'];
const INTERACTIVE = ['90791', '90792', '90832', '90833', '90834', '90836', '90837', '90838', '90853'];
const NO_END = 1440;

// biome-ignore format: one line a code
const ROWS: readonly Row[] = [
  ['97010', 'hot or cold pack', 'supervised', 'PUB2', { disciplines: POC, therapy: 'unknown', notForMedicare: 'bundled' }],
  ['97012', 'traction by machine', 'supervised', 'PUB2', { ...MOD, disciplines: POC }],
  ['97014', 'electrical stimulation left running', 'supervised', 'PUB2', { disciplines: POC, therapy: 'no', notForMedicare: 'other-code', payerCode: 'G0283', more: ['F-CODE-01', 'F-CODE-02'] }],
  ['97016', 'air-pressure sleeve for swelling', 'supervised', 'PUB2', MOD],
  ['97018', 'paraffin bath', 'supervised', 'PUB2', MOD],
  ['97022', 'whirlpool', 'supervised', 'PUB2', MOD],
  ['97024', 'deep heat (diathermy)', 'supervised', 'PUB2', MOD],
  ['97026', 'infrared', 'supervised', 'PUB2', MOD],
  ['97028', 'ultraviolet', 'supervised', 'PUB2', MOD],
  ['G0281', 'electrical stimulation for a wound', 'supervised', 'PUB1', { ...MOD, disciplines: PT }],
  ['G0283', 'electrical stimulation left running, not for a wound', 'supervised', 'PUB2', { ...MOD, more: ['F-MOD-07', 'F-CODE-01', 'F-CODE-02', 'F-NCCI-15'] }],
  ['G0329', 'electromagnetic treatment for a wound', 'supervised', 'PUB1', { disciplines: PT }],

  ['97032', 'electrical stimulation with the clinician in attendance', 'attended', 'PUB2', { ...MOD, disciplines: POC }],
  ['97033', 'medicine carried through the skin by current', 'attended', 'PUB2', MOD],
  ['97034', 'contrast bath, warm and cold', 'attended', 'PUB2', MOD],
  ['97035', 'ultrasound', 'attended', 'PUB2', { ...MOD, disciplines: POC }],
  ['97036', 'Hubbard tank', 'attended', 'PUB2', MOD],
  ['97037', 'low-level laser after surgery', 'attended', 'GK', { timed: false, therapy: 'unknown' }],
  ['97039', 'attended modality with no code of its own', 'attended', 'PUB1', { ...MOD, timed: false }],

  ['97110', 'exercise for strength, stamina and mobility', 'one-on-one', 'PUB2', { ...MOD, disciplines: POC }],
  ['97112', 'retraining movement, balance, posture', 'one-on-one', 'PUB2', { ...MOD, disciplines: POC }],
  ['97113', 'exercise in water', 'one-on-one', 'PUB2', MOD],
  ['97116', 'gait training, stairs included', 'one-on-one', 'PUB2', MOD],
  ['97124', 'massage', 'one-on-one', 'PUB2', { ...MOD, disciplines: POC }],
  ['97129', 'training of thinking skills, first 15 minutes', 'cognitive', 'PUB2', { validFrom: 20200101, more: ['F-8MIN-01'] }],
  ['97130', 'training of thinking skills, every 15 minutes after', 'cognitive', 'PUB2', { validFrom: 20200101, addOnTo: ['97129'], more: ['F-8MIN-01'] }],
  ['97139', 'therapeutic procedure with no code of its own', 'one-on-one', 'PUB1', { ...MOD, timed: false }],
  ['97140', 'hands-on manual therapy', 'one-on-one', 'PUB2', { ...MOD, disciplines: POC }],
  ['97150', 'group therapy, two or more people together', 'group', 'SEED', { ...MOD, more: ['F-MOD-07', 'F-NCCI-23'] }],

  ['97161', 'PT evaluation, low complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: PT }],
  ['97162', 'PT evaluation, moderate complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: PT }],
  ['97163', 'PT evaluation, high complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: PT }],
  ['97164', 'PT re-evaluation', 'evaluation', 'PUB2', { ...EVAL, disciplines: PT, more: ['F-MOD-06', 'F-NCCI-09'] }],
  ['97165', 'OT evaluation, low complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: OT }],
  ['97166', 'OT evaluation, moderate complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: OT }],
  ['97167', 'OT evaluation, high complexity', 'evaluation', 'PUB2', { ...EVAL, disciplines: OT }],
  ['97168', 'OT re-evaluation', 'evaluation', 'PUB2', { ...EVAL, disciplines: OT, more: ['F-MOD-06', 'F-NCCI-09'] }],
  ['97169', 'athletic training evaluation, low complexity', 'evaluation', 'PUB1', { disciplines: NOBODY, therapy: 'no', notForMedicare: 'not-covered' }],
  ['97170', 'athletic training evaluation, moderate complexity', 'evaluation', 'PUB1', { disciplines: NOBODY, therapy: 'no', notForMedicare: 'not-covered' }],
  ['97171', 'athletic training evaluation, high complexity', 'evaluation', 'PUB1', { disciplines: NOBODY, therapy: 'no', notForMedicare: 'not-covered' }],
  ['97172', 'athletic training re-evaluation', 'evaluation', 'PUB1', { disciplines: NOBODY, therapy: 'no', notForMedicare: 'not-covered' }],

  ['97530', 'practice of whole everyday movements and tasks', 'one-on-one', 'PUB2', { ...MOD, more: ['F-MOD-07', 'F-NCCI-27'] }],
  ['97533', 'sensory integration work', 'one-on-one', 'PUB2', MOD],
  ['97535', 'training in self-care and running the home', 'one-on-one', 'PUB2', MOD],
  ['97537', 'training for getting about and returning to work', 'one-on-one', 'PUB2', MOD],
  ['97542', 'wheelchair assessment, fitting, training', 'one-on-one', 'PUB2', MOD],
  ['97545', 'work hardening, first 2 hours', 'work-program', 'GK'],
  ['97546', 'work hardening, every hour after', 'work-program', 'GK', { addOnTo: ['97545'] }],
  ['97550', 'caregiver training, patient absent, first 30 minutes', 'caregiver', 'GK'],
  ['97551', 'caregiver training, every 15 minutes after the first 30', 'caregiver', 'GK', { addOnTo: ['97550'] }],
  ['97552', 'training for a group of caregivers, patients absent', 'caregiver', 'GK', { contact: 'group' }],
  ['97750', 'physical performance test with report', 'test', 'PUB2', MOD],
  ['97755', 'assessment for assistive technology with report', 'test', 'PUB2', { ...MOD, disciplines: POS }],
  ['97760', 'brace or splint: fitting and training, first encounter', 'orthotic', 'PUB2', MOD],
  ['97761', 'artificial limb: training, first encounter', 'orthotic', 'PUB2', MOD],
  ['97763', 'brace, splint or artificial limb: follow-up', 'orthotic', 'PUB2', { ...MOD, validFrom: 20180101, more: ['F-MOD-07', 'F-NCCI-10'] }],
  ['97799', 'physical medicine service with no code of its own', 'unlisted', 'PUB1', MOD],

  ['92507', 'speech and language treatment, one patient', 'speech', 'PUB2', GN],
  ['92508', 'speech and language treatment, group', 'speech-group', 'PUB2', GN],
  ['92521', 'speech evaluation: fluency, stuttering', 'speech-evaluation', 'PUB2', GN],
  ['92522', 'speech evaluation: how sounds are made', 'speech-evaluation', 'PUB2', GN],
  ['92523', 'speech evaluation: sounds and language', 'speech-evaluation', 'PUB2', GN],
  ['92524', 'speech evaluation: voice and resonance', 'speech-evaluation', 'PUB2', GN],
  ['92526', 'swallowing treatment', 'swallowing', 'PUB2', { disciplineModifier: true }],
  ['92597', 'evaluation for a voice prosthesis', 'speech-evaluation', 'PUB2', { therapy: 'unknown' }],
  ['92607', 'evaluation for a speaking device, first hour', 'speech-evaluation', 'PUB2', { therapy: 'unknown' }],

  ['90785', 'extra for complicated communication (add-on)', 'interactive-complexity', 'PUB2', { addOnTo: INTERACTIVE }],
  ['90791', 'psychiatric diagnostic evaluation, no medical services', 'psychiatric-evaluation', 'PUB2'],
  ['90792', 'psychiatric diagnostic evaluation with medical services', 'psychiatric-evaluation', 'PUB2'],
  ['90832', 'individual psychotherapy, 16 to 37 minutes', 'psychotherapy', 'PUB2', { minutes: [16, 37] }],
  ['90833', 'psychotherapy of 16 to 37 minutes beside a visit (add-on)', 'psychotherapy-add-on', 'PUB2', { minutes: [16, 37], addOnTo: VISITS }],
  ['90834', 'individual psychotherapy, 38 to 52 minutes', 'psychotherapy', 'PUB2', { minutes: [38, 52] }],
  ['90836', 'psychotherapy of 38 to 52 minutes beside a visit (add-on)', 'psychotherapy-add-on', 'PUB2', { minutes: [38, 52], addOnTo: VISITS }],
  ['90837', 'individual psychotherapy, 53 minutes or more', 'psychotherapy', 'PUB2', { minutes: [53, NO_END] }],
  ['90838', 'psychotherapy of 53 minutes or more beside a visit (add-on)', 'psychotherapy-add-on', 'PUB2', { minutes: [53, NO_END], addOnTo: VISITS }],
  ['90839', 'psychotherapy in a crisis, first 60 minutes', 'crisis-psychotherapy', 'PUB2'],
  ['90840', 'psychotherapy in a crisis, every 30 minutes after', 'crisis-psychotherapy', 'PUB2', { addOnTo: ['90839'] }],
  ['90845', 'psychoanalysis', 'psychoanalysis', 'PRIMARY'],
  ['90846', 'family psychotherapy without the patient', 'family-psychotherapy', 'PUB2', { minutes: [26, NO_END] }],
  ['90847', 'family psychotherapy with the patient', 'family-psychotherapy', 'PUB2', { minutes: [26, NO_END] }],
  ['90849', 'psychotherapy for several families together', 'multi-family-psychotherapy', 'PUB2'],
  ['90853', 'group psychotherapy', 'group-psychotherapy', 'SEED', { more: ['F-NCCI-24', 'F-NCCI-25'] }],

  ['98940', 'spinal manipulation, 1 or 2 regions', 'manipulation', 'PUB2'],
  ['98941', 'spinal manipulation, 3 or 4 regions', 'manipulation', 'PUB2'],
  ['98942', 'spinal manipulation, 5 regions', 'manipulation', 'PUB2'],
  ['98943', 'manipulation outside the spine', 'manipulation', 'PUB2'],

  ['95851', 'joint movement measured, arm, leg or part of the trunk', 'measurement', 'PUB1'],
  ['95852', 'joint movement measured, hand', 'measurement', 'PUB1'],
  ['96125', 'test of thinking skills with report', 'measurement', 'PUB1', { disciplines: OSB }],
  ['95992', 'head-position treatment for vertigo', 'canalith', 'PRIMARY'],
  ['97602', 'wound cleaning without cutting', 'wound', 'PUB1'],
  ['29581', 'compression wrap, lower leg', 'wrap', 'PUB2'],
  ['29584', 'compression wrap, arm and hand', 'wrap', 'PUB2'],
  ['98979', 'remote monitoring of therapy, 2026 code', 'remote-monitoring', 'PRIMARY'],
  ['98984', 'remote monitoring of therapy, 2026 code', 'remote-monitoring', 'PRIMARY'],
  ['98985', 'remote monitoring of therapy, 2026 code', 'remote-monitoring', 'PRIMARY'],
  ['99202-99205', 'office visit, new patient', 'visit', 'PUB1'],
  ['99211-99215', 'office visit, known patient', 'visit', 'PUB1'],

  ['97001', 'PT evaluation, before 2017', 'evaluation', 'PUB2', gone(20161231, ['97161', '97162', '97163'], { disciplines: PT })],
  ['97002', 'PT re-evaluation, before 2017', 'evaluation', 'PUB2', gone(20161231, ['97164'], { disciplines: PT })],
  ['97003', 'OT evaluation, before 2017', 'evaluation', 'PUB1', gone(20161231, ['97165', '97166', '97167'], { disciplines: OT })],
  ['97004', 'OT re-evaluation, before 2017', 'evaluation', 'PUB1', gone(20161231, ['97168'], { disciplines: OT })],
  ['97005', 'athletic training evaluation, before 2017', 'evaluation', 'GK', gone(20161231, ['97169', '97170', '97171'], { disciplines: NOBODY, therapy: 'no' })],
  ['97006', 'athletic training re-evaluation, before 2017', 'evaluation', 'GK', gone(20161231, ['97172'], { disciplines: NOBODY, therapy: 'no' })],
  ['97532', 'training of thinking skills, before 2018', 'cognitive', 'PUB2', gone(20171231, ['97127'], { successorsMedicare: ['G0515'] })],
  ['97127', 'training of thinking skills, 2018 and 2019', 'cognitive', 'PUB2', gone(20191231, ['97129', '97130'], { timed: false, validFrom: 20180101, successorsTogether: true, notForMedicare: 'other-code', payerCode: 'G0515' })],
  ['G0515', 'training of thinking skills for Medicare, 2018 and 2019', 'cognitive', 'GK', gone(20191231, ['97129', '97130'], { validFrom: 20180101, successorsTogether: true, medicareOnly: true, payerCode: '97127' })],
  ['97762', 'brace or artificial limb check, before 2018', 'orthotic', 'PUB2', gone(20171231, ['97763'])],
  ['97504', 'brace or splint: fitting and training, before 2006', 'orthotic', 'GK', gone(20051231, ['97760'])],
  ['97520', 'artificial limb: training, before 2006', 'orthotic', 'GK', gone(20051231, ['97761'])],
  ['97703', 'brace or artificial limb check, before 2006', 'orthotic', 'GK', gone(20051231, ['97762'])],
  ['95831-95834', 'muscle strength tested by hand, before 2020', 'measurement', 'GK', gone(20191231)],
  ['90857', 'interactive group psychotherapy, before 2013', 'group-psychotherapy', 'PUB1', gone(20121231, ['90853', '90785'], { successorsTogether: true, more: ['F-PSY-07'] })],
  ['90804-90829', 'psychotherapy, before 2013', 'psychotherapy', 'GK', gone(20121231, ['90832', '90833', '90834', '90836', '90837', '90838'])],
  ['99354', 'extra-long psychotherapy, first hour, before 2023', 'prolonged', 'PUB1', gone(20221231)],
  ['99355', 'extra-long psychotherapy, more time, before 2023', 'prolonged', 'PUB1', gone(20221231)],
];

let table: Map<string, CodeEntry> | undefined;

function entry(code: string, [, label, family, confidence, own = {}]: Row): CodeEntry {
  const shared = FAMILIES[family];
  return {
    code,
    label,
    family,
    timed: own.timed ?? shared.timed,
    contact: own.contact ?? shared.contact,
    disciplines: own.disciplines ?? shared.disciplines,
    therapy: own.therapy ?? shared.therapy,
    disciplineModifier: own.disciplineModifier ?? false,
    addOnTo: own.addOnTo,
    minutes: own.minutes,
    validFrom: own.validFrom,
    deletedAfter: own.deletedAfter,
    successors: own.successors,
    successorsMedicare: own.successorsMedicare,
    successorsTogether: own.successorsTogether ?? false,
    notForMedicare: own.notForMedicare,
    medicareOnly: own.medicareOnly ?? false,
    payerCode: own.payerCode,
    confidence,
    facts: own.more ? [...new Set([...shared.facts, ...own.more])] : shared.facts,
    mue: unitLimit(code),
  };
}

function build(): Map<string, CodeEntry> {
  const map = new Map<string, CodeEntry>();
  for (const row of ROWS) {
    const [first = '', last = first] = row[0].split('-');
    if (first === last) map.set(first, entry(first, row));
    else for (let code = Number(first); code <= Number(last); code++) map.set(String(code), entry(String(code), row));
  }
  return map;
}

/** The entry of a code, upper-cased; `undefined` where the table does not hold it. */
export function lookUpCode(code: string): CodeEntry | undefined {
  table ??= build();
  return table.get(code);
}

/** Every code of the table, live ones first. */
export function* allCodes(): Generator<CodeEntry> {
  table ??= build();
  yield* table.values();
}

/**
 * Whether a code may be the primary of an add-on. The visit add-ons go with any visit, also of a place that the table
 * does not list, so that nothing is refused for being unknown.
 */
export function mayBePrimary(addOn: CodeEntry, code: string): boolean {
  if (addOn.addOnTo === undefined) return false;
  if (addOn.addOnTo.includes(code)) return true;
  return addOn.addOnTo === VISITS && /^99[234]\d\d$/.test(code);
}

/** Whether a code was in use on a date (yyyymmdd), as far as the table knows. */
export function inUse(entry: CodeEntry, date: number): boolean {
  return (
    (entry.validFrom === undefined || date >= entry.validFrom) &&
    (entry.deletedAfter === undefined || date <= entry.deletedAfter)
  );
}

/**
 * What to bill instead of a deleted code on a date: its successors, theirs where these were deleted too, none where the
 * table names none. `together`: all of them, not one of them.
 */
export function successorsOn(
  entry: CodeEntry,
  date: number,
  medicare: boolean,
): { readonly codes: readonly string[]; readonly together: boolean; readonly confidence: Confidence } {
  const codes: string[] = [];
  let together = entry.successorsTogether;
  let confidence = entry.confidence;
  for (const code of (medicare ? entry.successorsMedicare : undefined) ?? entry.successors ?? []) {
    const next = lookUpCode(code);
    if (next?.deletedAfter === undefined || date <= next.deletedAfter) {
      codes.push(code);
      continue;
    }
    const later = successorsOn(next, date, medicare);
    codes.push(...later.codes);
    together ||= later.together;
    if (WEAKNESS[later.confidence] > WEAKNESS[confidence]) confidence = later.confidence;
  }
  return { codes: [...new Set(codes)], together, confidence };
}

const WEAKNESS: Readonly<Record<Confidence, number>> = { SEED: 0, PUB2: 1, PRIMARY: 2, PUB1: 3, GK: 4 };
