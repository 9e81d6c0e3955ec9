/**
 * Coding facts in our own words, each with how well it is known and who says so. Part of the lazily loaded bundle.
 * An id is never given to another fact.
 */
import type { Confidence } from './types';

export interface Fact {
  readonly id: string;
  readonly confidence: Confidence;
  /** Ids of sources (sources.ts), the strongest first; may be empty for general knowledge. */
  readonly sources: readonly string[];
  readonly text: string;
  /** Further pages that say the same and are no source of ours otherwise. */
  readonly also: string | undefined;
}

type Row = readonly [id: string, confidence: Confidence, sources: string, text: string, also?: string];

// biome-ignore format: one line a fact
const UNITS: readonly Row[] = [
  ['F-8MIN-01', 'PUB2', 'cms chc1 fac1 fcso ngs1 ncci26', 'Medicare pools: all 15-minute codes of one patient, date and discipline make one total, and the total makes the units.'],
  ['F-8MIN-02', 'PUB2', 'cms fcso ngs1 chc1 thc21', 'Minutes to units: 1-7 none, 8-22 one, 23-37 two, 38-52 three, 53-67 four, 68-82 five, 83-97 six, 98-112 seven, 113-127 eight, and one more for every 15 minutes after.'],
  ['F-8MIN-03', 'PUB2', 'cms fcso', 'Fewer than 8 timed minutes in the whole day bring no unit.'],
  ['F-8MIN-04', 'PUB2', 'cms chc1 fac1', 'First each code gets one unit for every whole 15 minutes of its own.'],
  ['F-8MIN-05', 'PUB2', 'cms fac1', 'Units that the total still allows go, one each, to the codes with the most minutes left over.', 'physicaltherapy.com'],
  ['F-8MIN-06', 'PUB2', 'cms chc1 fac1', 'Left-over minutes under 8 count too: where they add up and the total allows a unit, the code with most of them gets it.', 'mediware.com'],
  ['F-8MIN-07', 'PUB2', 'fac1 eit', 'On a tie either code may have the unit; no code takes a unit that another has earned with whole 15 minutes.'],
  ['F-8MIN-08', 'PUB2', 'wpt', 'One unit, and no minutes for the timed total: evaluations, supervised modalities, 97150, 92507, 92508 and other untimed services.', 'aota.org; ptbillingservices.com'],
  ['F-8MIN-09', 'PUB2', 'fcso ngs1 bpm15', 'Only treatment minutes count: not setting up, clearing away, charting, rest, toilet or waiting.'],
  ['F-8MIN-10', 'PUB2', 'otl ok317', 'Minutes that two clinicians spend together with one patient count once.'],
  ['F-8MIN-11', 'SEED', 'aca-group aapc-t wpt', 'A code\'s one-on-one minutes may be split over the day, if each part is skilled treatment. How short a part may be is published nowhere; examples use 8+5, 10+5 and 8+7.'],
  ['F-8MIN-12', 'PRIMARY', 'ncci26', 'Several services at their bare least time are not each a unit; the total sets the limit.'],
  ['F-8MIN-13', 'PUB1', 'fcso', 'First Coast rejects one timed code on two claim lines of one date (claims received from 19 April 2021).'],
  ['F-8MIN-14', 'PRIMARY', 'ncci26', 'Units are whole numbers, and a code paid by the session is not billed in 15-minute steps: 92507 or 92508 is one unit a date.'],
  ['F-AMA-01', 'PUB2', 'wpt', 'Midpoint rule: each timed code stands alone. A unit takes 8 minutes of that code, the next 23, then 38; nothing is pooled.', 'stratapt.com; therapycomply.com; carecloud.com'],
  ['F-AMA-02', 'PUB2', 'wpt', 'Under the midpoint rule a code with 7 minutes or fewer is worth nothing, and its minutes help no other code.', 'stratapt.com'],
  ['F-AMA-03', 'PUB2', 'uth', 'The general rule for codes with time: past the middle counts as whole, unless the code says otherwise.', 'aafp.org'],
  ['F-AMA-04', 'PUB2', 'wpt tri', 'Medicare, Medicare Advantage and TRICARE pool minutes; many commercial plans use the midpoint or do not say. It is a setting, never a guess from the code.', 'aota.org'],
  ['F-AMA-05', 'PUB2', 'cms wpt', 'The two rules differ both ways. Medicare 3 and midpoint 2: 20+20, or 33+7. Medicare 1 and midpoint 0: 7+7+7. Medicare 3 and midpoint 4: 24+23, or 18+13+10+8.'],
];

// biome-ignore format: one line a fact
const SCENARIOS: readonly Row[] = [
  ['F-SCEN-00', 'PRIMARY', 'cms-11', 'Medicare\'s eleven scenarios date from 2002, hold for Part B PT and OT, and take it that care is skilled and under a plan. Only part of them could be read.'],
  ['F-SCEN-01', 'SEED', 'aca-group', 'One-on-one with A (15 minutes), both together, one-on-one with B (18): 97150 x1 and 97110-59 x1 for either.'],
];

// biome-ignore format: one line a fact
const OVERLAP: readonly Row[] = [
  ['F-OVER-01', 'SEED', 'aca-group h222 ncci26', 'Two one-on-one procedures (97110-97542) may not share a period of one clinician.'],
  ['F-OVER-02', 'SEED', 'aca-group h222 ncci26', 'Two attended modalities (97032-97039) may not share a period.'],
  ['F-OVER-03', 'SEED', 'aca-group ncci26', 'Nor may an attended modality and a one-on-one procedure (97032-97542), such as 97035 with 97116.'],
  ['F-OVER-04', 'PUB2', 'h222 ncci26 coding-ahead', 'Nor may group (97150) and a one-on-one procedure (97110-97542), such as 97112.'],
  ['F-OVER-05', 'SEED', 'aca-group h222', 'Nor may group (97150) and an attended modality (97032-97039), such as 97035.'],
  ['F-OVER-06', 'PUB1', 'h222', 'Nor may an evaluation (97161-97168) and any other attended service, 97150 too. The list was written with the older codes 97001-97004.'],
  ['F-OVER-07', 'PRIMARY', 'ncci26 h222 chc2', 'A supervised modality (97010-97028) may share a period with anything. It is the only exception.'],
  ['F-OVER-08', 'PRIMARY', 'ncci26', 'The rule on shared periods holds also where no edit lists the pair.'],
  ['F-OVER-09', 'PRIMARY', 'ncci26', 'Two timed services may follow one another or take turns; they may not use the same minutes.'],
  ['F-OVER-10', 'PUB2', 'otl', 'Two clinicians with two patients at one time are no overlap. Two patients booked in one hour are fine where minutes are kept apart.', 'ppsimpact.org'],
  ['F-OVER-11', 'PUB2', 'nor3', 'Part B knows no concurrent therapy: shared time is either one-on-one in turns, or group.', 'aota.org'],
  ['F-OVER-12', 'SEED', 'aca-group', '97150 covers what 97110-97139 name. No attended modality, 97035 among them, is group work.'],
  ['F-OVER-13', 'PUB2', 'hns coding-ahead', 'A therapeutic procedure given to two or more at once is 97150 for each, and not the single code as well.', 'codingahead.com'],
  ['F-OVER-14', 'PUB1', 'advance', 'It makes no difference who pays for the other patient.'],
];

// biome-ignore format: one line a fact
const PAIRS: readonly Row[] = [
  ['F-NCCI-01', 'PRIMARY', 'ncci26', 'In a pair, column one is paid and column two refused. Indicator 0: no modifier helps. 1: a modifier opens it where services are truly apart. 9: never in force.'],
  ['F-NCCI-02', 'PRIMARY', 'ncci26', 'Modifiers that open a pair: 59, XE, XS, XP, XU, 24, 25, 57, 58, 78, 79, 27, 91 and those that name a part of the body. 22, 76 and 77 do not.'],
  ['F-NCCI-03', 'PUB2', 'xif ncci26', 'Since 1 July 2019 Medicare takes 59 or an X modifier on either line of the pair. Before, only on column two. The exact first day is general knowledge.'],
  ['F-NCCI-04', 'PRIMARY', 'ncci26', 'Timed therapy pairs with indicator 1 open with 59 or XU where the two had their own minutes, even back to back in one visit.'],
  ['F-NCCI-05', 'PRIMARY', 'ncci26 cap', 'From 2015 XE, XP, XS and XU are better than 59 where they fit. Back to back in one visit: 59 or XU. Two visits in a day: XE.'],
  ['F-NCCI-06', 'PRIMARY', 'ncci26', 'Another diagnosis alone does not support 59, XE or XS.'],
  ['F-NCCI-07', 'PUB2', 'aota20 mon', 'Practitioners and hospitals have different pair tables. Nursing facilities, agencies and hospitals use the hospital table.'],
  ['F-NCCI-08', 'PRIMARY', 'ncci26', 'One PT evaluation or re-evaluation (97161-97164) and one OT (97165-97168) a date. A PT and an OT evaluation on one date take two clinicians.'],
  ['F-NCCI-09', 'PRIMARY', 'ncci26', '97164 and 97168 need a reason. Where another code has them in column two and both are right, the re-evaluation line takes 59 or XU.'],
  ['F-NCCI-10', 'PRIMARY', 'ncci26', '97750, 97755 and 97763 are not billed with a PT or OT evaluation by the same clinician or specialty. PT with OT may open it by a modifier.'],
  ['F-NCCI-11', 'PRIMARY', 'ncci26', '97760 and 97761 are not billed with 97164 or 97168 by the same specialty.'],
  ['F-NCCI-12', 'PRIMARY', 'ncci26', 'Spinal manipulation (98940-98942) and 97112, 97124 or 97140 must be in different regions; then 59 or XS.'],
  ['F-NCCI-13', 'PRIMARY', 'ncci26', 'A speech-language pathologist does not bill 97110, 97112, 97150 or 97530 as parts of 92507, 92508 or 92526.'],
  ['F-NCCI-14', 'PRIMARY', 'ncci26', 'One clinician does not bill 92507 or 92508 with 97129, 97130 or 97533 on one date. A speech and an occupational therapist may, with a modifier.'],
  ['F-NCCI-15', 'PRIMARY', 'ncci26', '92526 and G0283 are never billed together by one provider.'],
  ['F-NCCI-16', 'PRIMARY', 'ncci26', '95992 holds the 97110, 97112, 97140 and 97530 that belong to it. One unit a day.'],
  ['F-NCCI-17', 'PRIMARY', 'ncci26', '90791 and 90792 are not billed with any psychotherapy on one date.'],
  ['F-NCCI-18', 'PRIMARY', 'ncci26', 'Family psychotherapy (90846, 90847) may stand beside individual psychotherapy where it had its own time.'],
  ['F-NCCI-19', 'PRIMARY', 'ncci26 ptp21', 'A visit is not billed with 90832, 90834 or 90837 by one provider: with a visit the add-ons 90833, 90836, 90838 are used.'],
  ['F-NCCI-20', 'PUB2', 'apta20 apta20b aota20 mon nhapta thc21 ncci26', 'Pairs of 97530 and 97150 with evaluations from January 2020 were withdrawn from the start. Others came back on 1 October 2020; most ended for good on 1 January 2021, 97140 with 97530 too.'],
  ['F-NCCI-21', 'PUB2', 'apta20 ptp21', 'From October to December 2020 there were pairs of 97530 with 97116 and 97164, of 97140 with evaluations, of common codes with 97164, and of emergency visits with evaluations. Those of 97150 with 97110, 97112 and 97116 live on.'],
  ['F-NCCI-22', 'PUB2', 'mon ncci26', 'From 2022 97140 may be billed with compression wraps 29581 and 29584, with a modifier.'],
  ['F-NCCI-23', 'SEED', 'aca-group ptp21', '97150 is column one and the one-on-one code column two, indicator 1. 59 goes on the one-on-one line; since July 2019 either line will do.'],
  ['F-NCCI-24', 'PUB2', 'aapc-p1 sc-p ptp21', '90853 is column one and 90832-90838 column two, indicator 1; before 1 October 2014 the other way round. 59 or XE goes on the individual line.'],
  ['F-NCCI-25', 'PUB2', 'aapc-p2 ptp21', '90853 with 90846, 90847 or 90849: column one is 90853, indicator 1; the modifier goes on the other code.'],
  ['F-NCCI-26', 'PUB2', 'ptp21', 'Evaluations 97161-97168 have no edit with 97110, 97112, 97116, 97140, 97150 or 97530: no modifier is needed for Medicare.'],
  ['F-NCCI-27', 'PUB1', 'wpt', 'Some commercial plans still deny 97530 with 97140 and ask for records.'],
  ['T-PAIRS', 'PUB1', 'ptp21', 'The built-in pair table is the practitioner edition of 2021. It states no dates: check the current quarter, or load your own file.'],
];

// biome-ignore format: one line a fact
const LIMITS: readonly Row[] = [
  ['F-MUE-01', 'PRIMARY', 'ncci26', 'Unit limits come in three kinds: checked by claim line (1), firm for the date (2), a yardstick for the date that records can overcome (3).'],
  ['F-MUE-02', 'PUB1', 'mueq1-26 ncci26', 'The built-in unit limits are Medicaid\'s for practitioners, first quarter of 2026. Medicare values seen elsewhere agree; most are not confirmed.', 'functionalpathways.com; codingahead.com'],
  ['F-MUE-03', 'PRIMARY', 'ncci26', 'First evaluations (97161-97163, 97165-97167): one for each episode of care. Re-evaluations: one a date.'],
  ['F-MUE-04', 'PRIMARY', 'ncci26', '90849 and 90853 by a practitioner: one unit a date, however long. An outpatient facility may bill one for each separate session.'],
  ['T-LIMITS', 'PUB1', 'mueq1-26', 'The built-in unit limits, code by code.'],
];

// biome-ignore format: one line a fact
const CODES: readonly Row[] = [
  ['F-CODE-01', 'PUB2', 'estim', '97014 is a live code. Medicare does not take it and wants G0283; many other plans take 97014.'],
  ['F-CODE-02', 'PUB2', 'estim', '97014 or G0283 is one unit, however many areas or minutes.'],
  ['F-CODE-03', 'PRIMARY', 'cms-th26', '98979, 98984 and 98985 can be therapy for Medicare from 2026.'],
  ['T-CODES', 'PUB1', 'ptp21 mueq1-26 cms-th26', 'The code table: family, contact and time of each code. Each entry says by itself how well it is known.'],
  ['T-DELETED', 'PUB1', 'wpt cog paa', 'Deleted codes, with the last day and what came after. Each entry says by itself how well it is known.', 'ptbillingservices.com'],
];

// biome-ignore format: one line a fact
const MODIFIERS: readonly Row[] = [
  ['F-MOD-01', 'PUB2', 'ncci26 hmsa xif', '59: another session, site or block of time. Wrong where no edit exists, in the same minutes, for another diagnosis alone, on a visit, beside an X modifier, or to pass a firm daily limit.'],
  ['F-MOD-02', 'PUB2', 'ncci26 cap', 'XE: the patient came twice that date, say for a group before noon and one-on-one after. Not for services back to back.'],
  ['F-MOD-03', 'PRIMARY', 'ncci26', 'XP: another clinician. Wrong where one clinician gave both.'],
  ['F-MOD-04', 'PRIMARY', 'ncci26', 'XS: another part of the body, such as manual therapy away from the manipulation. Wrong in the same region.'],
  ['F-MOD-05', 'PRIMARY', 'ncci26', 'XU: unusual and not overlapping; fits timed therapy one after the other. Wrong where minutes overlap.'],
  ['F-MOD-06', 'PUB2', 'paa fac2', 'GP, GO or GN names the plan: PT, OT or speech. Medicare wants one on every always-therapy line since 2018, never two. Evaluations take their own: 97161-97164 GP, 97165-97168 GO, 92521-92524, 92597 and 92607 GN.'],
  ['F-MOD-07', 'PUB1', 'paa', 'Codes that need GP, GO or GN: 97012, 97016-97028, 97032-97036, 97039, 97110-97116, 97124, 97139, 97140, 97150, 97530-97542, 97750, 97755, 97760, 97761, 97763, 97799, G0281, G0283.'],
  ['F-MOD-08', 'PUB1', 'uhc', 'UnitedHealthcare commercial plans want GO or GP on always-therapy codes from 1 July 2020.'],
  ['F-MOD-20', 'PRIMARY', 'cms-th26 cms-cq', 'CQ (PT) and CO (OT): given in whole or part by an assistant, beside GP or GO. Reported from 2020, paid at 85 percent from 2022. Not where the two work together the whole time, nor for critical-access hospitals.', 'amplifyot.com'],
  ['F-MOD-21', 'PUB2', 'cms-th26', 'CQ or CO is needed where the assistant\'s own minutes pass 10 percent of a unit, or of the whole untimed service.', 'mediclaimservices.com; amplifyot.com'],
  ['F-MOD-22', 'PRIMARY', 'cms-th26', 'The last unit takes no CQ or CO if 8 minutes or more of it were the therapist\'s alone.'],
  ['F-MOD-23', 'PRIMARY', 'cms-th26', 'Where two units of one code are left and each gave 9 to 14 minutes, 23 to 28 together: one unit with CQ or CO, one without.'],
  ['F-MOD-24', 'PUB2', 'ptm cms-cq', 'Whole 15s by one person are that person\'s units; only the rest is pooled.'],
  ['F-MOD-30', 'PUB2', 'cms-th26 nor4', 'KX says that care above the yearly amount is still needed. PT and speech together, OT apart: 2021 2,110; 2022 2,150; 2023 2,230; 2024 2,330; 2025 2,410; 2026 2,480 dollars. Review above 3,000 dollars until 2028.', 'therapycomply.com; prombs.com'],
  ['F-MOD-31', 'PUB1', '', 'Allowed amounts with deductible and coinsurance count toward the KX amount.', 'athelas.com'],
  ['F-MOD-40', 'PRIMARY', 'cms-tel26 cms-th26', '95 marks live picture and sound. Medicare\'s 2026 list holds 90785, 90832-90838, 90846, 90847, 90849, 90853, 92507, 92508, 92521-92524 and 92526; therapists may bill by telehealth to the end of 2027. GT as the older form is general knowledge.'],
  ['F-MOD-41', 'PUB2', 'ptm', 'In 2020 telehealth opened for 97161-97164, 97110, 97112, 97116, 97150, 97530, 97535, 97542, 97750, 97755, 97760 and 97761. Whether each is open in a given year has changed.', 'apta.org'],
  ['F-MOD-50', 'GK', '', '52 means a reduced service. It does not make a timed code of under 8 minutes billable, nor a short group.'],
  ['F-MOD-51', 'PRIMARY', 'ncci26', '76 and 77 mark a repeat of the same procedure. They do not open a pair.'],
  ['F-MOD-60', 'PUB2', 'ngs-c pal-c', 'AT: active treatment, by a chiropractor, on 98940-98942 for Medicare. Not with GA on one line (from 1 November 2015), not on maintenance care, not on therapy codes.'],
  ['F-MOD-61', 'PUB2', 'ngs-c', 'GA, GX, GY and GZ tell Medicare about expected non-payment. What a chiropractor bills as therapy is never paid: GY, or GX with a voluntary notice.'],
  ['F-MOD-70', 'PRIMARY', 'ncci26', '25: the visit stood for itself though a procedure was done that day. Only on visits, which never take 59 instead.'],
  ['F-MOD-80', 'PUB1', 'wellnotes', 'HQ means group setting. Some Medicaid programs want it; Medicare and most commercial plans do not.'],
  ['T-MODIFIERS', 'GK', '', 'Modifiers in general use that no rule here reads.'],
];

// biome-ignore format: one line a fact
const PSYCHOTHERAPY: readonly Row[] = [
  ['F-PSY-01', 'PUB2', 'ncci26 aapc-p1', '90853: one unit for each patient, each on an own claim, one a date for a practitioner.', 'undeny.ai'],
  ['F-PSY-02', 'PUB2', 'nxg', '90853 has no time in it. Usual sessions are 45 to 60 minutes; trade pages say up to 90.', 'codingahead.com; supanote.ai'],
  ['F-PSY-03', 'PUB2', 'nxg aapc-p3 psych-90853', 'One contractor stops a 90853 group at 12 and wants the number on record. Trade pages begin at 2 or 3; psych-90853 says any size.'],
  ['F-PSY-04', 'SEED', 'psych-90853 aapc-p2', 'Members are as a rule unrelated. One family is 90846 or 90847; several families together are 90849.'],
  ['F-PSY-05', 'PUB1', 'aapc-p2', '90849 is billed once for each family, not for each person.'],
  ['F-PSY-06', 'PUB2', 'aapc-p1 sc-p', 'One clinician may bill group and individual psychotherapy for one date; the individual line takes 59 or XE. Not every payer agrees.', 'tumericalive.com'],
  ['F-PSY-07', 'PUB2', 'rtw aapc-p1 ptp21', '90785 goes with 90791, 90792, 90832-90834, 90836-90838 or 90853, never alone, not with crisis codes, and only for members whose communication was hard.'],
  ['F-PSY-08', 'PUB2', 'uth oig', '90832, 90833: 16 to 37 minutes. 90834, 90836: 38 to 52. 90837, 90838: 53 or more. Under 16: not billed. One individual code for each session.', 'mindcarebilling.com'],
  ['F-PSY-09', 'PUB2', 'ncci26', '90846 and 90847 stand for 50 minutes and may be billed from 26.', 'rcmfinder.com; TherapyNotes'],
  ['F-PSY-10', 'PUB2', 'aapc-p3', 'Not group psychotherapy: socializing, music, outings, art class, shared meals, self-help without a qualified clinician, classes and lectures.', 'wellnotesai.com'],
  ['F-PSY-11', 'SEED', 'psych-90853', 'Each member\'s note is individual: part, response, techniques, progress, plan. One note for all is the main audit risk.', 'supanote.ai; therafocus.com'],
  ['F-PSY-12', 'PRIMARY', 'oig', 'Federal audits: of 100 days at one practice none was right (49 services had no time, 52 showed no psychotherapy); at another 111 of 120 claims failed.'],
  ['F-PSY-13', 'PRIMARY', 'ncci26', 'Partial-hospital and intensive-outpatient programs may use other group codes. Not covered here.'],
];

// biome-ignore format: one line a fact
const RECORDS: readonly Row[] = [
  ['F-DOC-01', 'PRIMARY', 'bpm15', 'A Medicare treatment note shows: date; each intervention, billed or not; total timed minutes; total treatment minutes; signature and credentials; who took part in giving it.', 'therapycomply.com'],
  ['F-DOC-02', 'PUB1', 'bpm15', 'Total timed minutes have to support the units. Medicare asks neither for minutes of each intervention nor for start and stop times.', 'hhs.gov; aapc.com'],
  ['F-DOC-03', 'PUB2', 'bpm15', 'Each treatment day and each service has a note.', 'advanceweb'],
  ['F-DOC-04', 'SEED', 'cpt97150-2026 theraplatform asha-g', 'A group note for each member: the group\'s goal and why it suits, own goals, skilled work done, part taken, help needed, something measured, response, and how many took part.', 'mirahealth.care'],
  ['F-DOC-05', 'SEED', 'cpt97150-2026 coding-ahead aca-group aapc-f6', 'Where both fall on one date, group and individual each have their own times on record.'],
  ['F-DOC-06', 'SEED', 'coding-ahead theraplatform aca-group apta02 asha-g', 'Attendance lasts from the group\'s start to its end; nobody need be treated one-on-one.'],
  ['F-DOC-07', 'PUB1', 'proactive', 'Watching people do exercises they know, or exercise alone, is neither skilled nor group therapy.'],
  ['F-DOC-08', 'PUB2', 'nor1 asha-g', 'A group is not for staffing or convenience; the more members, the harder skilled care is to show.'],
  ['F-DOC-09', 'PUB2', 'nor3 mon asha-g nxg', 'Sizes: Part B PT and OT from two up, no national maximum. Nursing-facility Part A two to six. Some local speech policies four; one psychotherapy policy twelve.', 'proactivechart.com'],
  ['F-DOC-10', 'PUB2', 'nor3', 'Nursing-facility Part A: concurrent and group at most 25 percent of minutes of a discipline. Not a Part B rule.'],
  ['F-DOC-11', 'PUB2', 'gen25', 'A plan of care is certified within 30 days and renewed by 90. From 2025 an order, signed, with proof of sending the plan inside 30 days may replace the first signature.', 's3balance.com'],
  ['F-DOC-12', 'PUB2', 'nor1 nor2 wpt', 'An aide\'s minutes are never skilled treatment.'],
  ['F-DOC-13', 'PUB2', 'thc-s ptc-s', 'Part B pays for the therapist, not the student: the therapist directs, never leaves the room, and has no other patient meanwhile.'],
  ['F-DOC-14', 'PUB2', 'gen25 uhc', 'An assistant treats, in a group or one-on-one, and never evaluates. In private practice general supervision is enough from 2025.', 'carecloud.com'],
  ['F-DOC-15', 'SEED', 'cpt97150-2026 theraplatform', 'Causes of denial and audit: no individual notes, unclear aim, too many units, group with individual and no separate times, group again and again without progress.'],
  ['F-DOC-16', 'PUB2', 'deny', 'Denial codes seen: 4 modifier missing or wrong; 18 duplicate; 50 not needed; 97 held in another service; 119 yearly maximum; 236 code pair.'],
  ['F-DOC-17', 'PRIMARY', '', 'Noridian\'s reviews of 97530 (third quarter of 2025) mostly fail for records not received, need not shown, and no progress report.', 'med.noridianmedicare.com, 97530 review results'],
  ['F-DOC-18', 'GK', 'ptm', 'Progress is reported every 10 treatment days at the latest.'],
];

// biome-ignore format: one line a fact
const PAYERS: readonly Row[] = [
  ['F-PAY-01', 'PRIMARY', 'cms-th26 fcso aca-group', 'Medicare Part B: pooled minutes; GP, GO, GN; CQ, CO; KX; G0283; code pairs; 97150 once for each patient and date; less paid for the second and later always-therapy services.'],
  ['F-PAY-02', 'PUB1', 'wpt', 'Medicare Advantage as a rule follows Medicare; ask the plan.'],
  ['F-PAY-03', 'PUB2', 'tri', 'TRICARE follows Medicare where it can; assistants from 16 April 2020 with CQ or CO; aides never. The 8-minute rule rests on one source.'],
  ['F-PAY-04', 'PUB1', 'uhc', 'UnitedHealthcare commercial: a daily cap on listed timed codes (97150 is not listed), at least 8 minutes a unit, evaluations by therapists only, GO or GP. A cap of 4 units is general knowledge.'],
  ['F-PAY-05', 'PUB1', 'd3r', 'Aetna policy 0325 (2026): improvement expected in about a month; no maintenance care; some plans 60 days for a condition.'],
  ['F-PAY-06', 'PUB1', 'ptm', 'Cigna: total treatment minutes in the note; infrared, compression devices, work hardening and others are not paid.'],
  ['F-PAY-07', 'PUB1', '', 'Nebraska Blue and others print Medicare\'s minute table as their own.', 'nebraskablue.com'],
  ['F-PAY-08', 'PUB1', 'ok317', 'Oklahoma Medicaid: when two therapists treat a member together, the time is billed once.'],
  ['F-PAY-09', 'PUB1', 'cpt97150-2026 uhc', 'Arizona: Noridian for Medicare. Medicaid adults: 15 PT and 15 OT visits a year (October to September) to restore, and 15 and 15 more to gain a skill.'],
  ['F-PAY-10', 'SEED', 'cpt97150-2026 apta02', '97150 may be limited or refused, payer by payer. Back in 2002 every second Medicare contractor or so did not pay it beside one-on-one codes.'],
  ['F-PAY-11', 'PUB2', 'ngs-c', 'Medicare pays a chiropractor only 98940-98942 with AT. All else, 97110 and 97150 too, is not covered. Other payers differ.'],
];

/** Every fact. */
export const FACTS: readonly Fact[] = [
  ...UNITS,
  ...SCENARIOS,
  ...OVERLAP,
  ...PAIRS,
  ...LIMITS,
  ...CODES,
  ...MODIFIERS,
  ...PSYCHOTHERAPY,
  ...RECORDS,
  ...PAYERS,
].map(([id, confidence, sources, text, also]) => ({
  id,
  confidence,
  sources: sources === '' ? [] : sources.split(' '),
  text,
  also,
}));

const BY_ID: ReadonlyMap<string, Fact> = new Map(FACTS.map((fact) => [fact.id, fact]));

/** The fact with an id. */
export function lookUpFact(id: string): Fact | undefined {
  return BY_ID.get(id);
}

/** How a confidence is said to a coder. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  SEED: 'stated in the source guidance',
  PUB2: 'confirmed by two or more sources',
  PRIMARY: "read in Medicare's own text",
  PUB1: 'one source',
  GK: 'general knowledge, not confirmed',
};
