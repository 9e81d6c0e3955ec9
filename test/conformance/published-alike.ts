/** Days like those that the sources and the manuals work through, and days that are right and look odd. */
export const PUBLISHED_ALIKE: Record<string, string> = {
  'published alike': `
=== three clinicians' examples in one: 20 and 20, three of one
@PT medicare
  20 min  97112
  20 min  97110
  bill 97110-GP x3    ## too-many-units error
=== 33 and 7: the unit moved to the larger code swallows nothing
@PT medicare
  33 min  97110
  7 min  97140
  bill 97110-GP x3    ## too-many-units error
=== 38 min in one code
@PT medicare
  38 min  97110
  bill 97110-GP x3
=== midpoint: 10 and 7
@PT commercial
  units midpoint
  10 min  97110
  7 min  97116
  bill 97110 x1
=== midpoint: 10 and 7, both billed
@PT commercial
  units midpoint
  10 min  97110
  7 min  97116
  bill 97110 x1
  bill 97116 x1   ## under-8-minutes error
=== an evaluation, a modality left running and 25 minutes of treatment
@PT medicare
  30 min  97161
  25 min  97110
  15 min  G0283
  bill 97161-GP x1
  bill 97110-GP x2
  bill G0283-GP x1
=== two with no second participant: 97150 is wrong
@PT medicare
  51 min  97110
  8 min  97112
  bill 97150-GP x1    ## billed-not-performed error
=== a student is present in a group that the therapist runs
@PT medicare
  10:00-10:30  97150  group of 2
  bill 97150-GP x1
encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  by student
  bill 97150-GP x1
=== a student in the group for both members
@PT medicare
  10:00-10:30  97150  group of 2  by student
  bill 97150-GP x1
encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  by student
  bill 97150-GP x1
=== PT and OT evaluations by one practitioner
@- medicare
  clinician "J. Park"
  09:00-09:30  97162
  10:00-10:30  97166
  bill 97162-GP x1
  bill 97166-GO x1    ## two-evaluations error
=== manipulation and manual therapy in the same region
@chiro medicare
  10 min  98940  region "lumbar"
  15 min  97140  region "lumbar"
  bill 98940-AT x1
  bill 97140-59-GY x1
=== manipulation and 97140, other regions, 59
@chiro medicaid
  10 min  98941  region "lumbar"
  15 min  97140  region "right knee"
  bill 98941 x1
  bill 97140-59 x1
=== SE1418: 97530 and 97140 in the same 15 minutes
@PT medicare 2019-09-10
  09:00-09:15  97530
  09:00-09:15  97140   ## same-patient-overlap error
  bill 97530-59-GP x1
  bill 97140-GP x1   ## too-many-units error
=== SE1418: alternating blocks, each total its unit
@PT medicare 2019-09-10
  09:00-09:10  97140
  09:10-09:25  97530
  09:25-09:30  97140
  bill 97140-GP x1
  bill 97530-59-GP x1
=== an evaluation while the patient is in a group
@OT medicare
  10:00-10:30  97150 group of 3
  10:00-10:30  97165    ## group-overlaps-individual error
  bill 97150-GO x1
  bill 97165-GO x1
=== a group of ten psychotherapy patients: one unit each
@BH medicare
  60 min  90853  group of 10
  bill 90853 x1
  bill 90785 x1
=== facility: two sessions of group psychotherapy go on one line
@BH medicare
  setting hospital
  09:00-10:00  90853  group of 8
  14:00-15:00  90853  group of 8
  bill 90853 x1
  bill 90853 x1    ## duplicate-line error '90853' safe -> gone
=== 97014 for Medicare
@PT medicare
  15 min  97014
  bill 97014-GP x1    ## code-not-for-payer error safe
=== G0283 for others is nothing
@PT commercial
  15 min  G0283
  bill G0283 x1
=== both 97014 and G0283
@PT commercial
  15 min  97014
  bill 97014 x1
  bill G0283 x1    ## untimed-units error
=== CQ: PT 22, PTA 23 of one code: 3 units, two with CQ
@PT medicare
  22 min  97110
  23 min  97110  by assistant "K. Lee"
  bill 97110-GP x1
  bill 97110-GP-CQ x2
=== CQ: 5 and 6 of one code
@PT medicare
  5 min  97110
  6 min  97110  by assistant "K. Lee"
  bill 97110-GP-CQ x1
=== CQ: PT 20, PTA 20 in two codes: the third unit is of the PT's code or the assistant's
@PT medicare
  20 min  97110
  20 min  97140  by assistant "K. Lee"
  bill 97110-GP x2
  bill 97140-GP-CQ x1
=== CQ: the same, the other way
@PT medicare
  20 min  97110
  20 min  97140  by assistant "K. Lee"
  bill 97110-GP x1
  bill 97140-GP-CQ x2
=== CQ: first 30 min PT, the rest PTA
@PT medicare
  30 min  97110
  30 min  97110  by assistant "K. Lee"
  bill 97110-GP x2
  bill 97110-GP-CQ x2
=== CQ: the rest without CQ
@PT medicare
  30 min  97110
  30 min  97110  by assistant "K. Lee"
  bill 97110-GP x4    ## assistant-modifier error alone
=== CQ: 10 percent of a modality: 15 min, PTA 1 min
@PT medicare
  14 min  G0283  by clinician
  1 min  G0283  by assistant "K. Lee"
  bill G0283-GP x1
=== CQ: a group led by PTA alone
@PT medicare
  assistant "K. Lee"
  30 min  97150  group of 3
  bill 97150-GP-CQ x1
=== CQ not asked where a day is by a clinician alone
@PT medicare
  30 min  97150  group of 3
  bill 97150-GP x1
=== CO for an OT's assistant on 97150
@OT medicare
  assistant "K. Lee"
  30 min  97150  group of 3
  bill 97150-GO x1    ## assistant-modifier error '97150' safe -> bill 97150-GO-CO x1
=== 90846 and 90847 one date, apart
@BH medicare
  09:00-09:50  90846
  10:00-10:50  90847
  bill 90846 x1
  bill 90847 x1    ## missing-59 warning safe
=== 90837 with a group and a 59
@BH medicare
  09:00-09:55  90837
  10:00-11:00  90853 group of 8
  bill 90837-59 x1
  bill 90853 x1
=== the group line before its other column, 2014
@BH medicare 2014-09-30
  09:00-09:55  90837
  10:00-11:00  90853 group of 8
  bill 90837 x1
  bill 90853-59 x1
=== crisis and a group
@BH medicare
  09:00-10:00  90839
  13:00-14:00  90853 group of 8
  bill 90839 x1
  bill 90853 x1    ## pair-not-payable warning
=== 90839 60 minutes, 90840
@BH medicare
  90 min  90839
  bill 90839 x1
  bill 90840 x1
=== 92507 and 92526 on one day have no edit
@SLP medicare
  30 min  92507
  30 min  92526
  bill 92507-GN x1
  bill 92526-GN x1
=== 97535 and G0283 by an OT, CO for half of it
@OT medicare
  15 min  97535
  15 min  97535  by assistant "K. Lee"
  bill 97535-GO x1
  bill 97535-GO-CO x1
=== workers' comp: 97545 and 97546
@PT workers-comp
  10:00-13:00  97545  group of 4
  bill 97545 x1
  bill 97546 x1
=== caregiver training
@OT commercial
  45 min  97550
  bill 97550 x1
  bill 97551 x1
=== a MUE row
@PT medicare
  120 min 97535
  bill 97535-GP x8
=== two visits a day of one code, one line
@PT medicare
  09:00-09:15  97110
  15:00-15:15  97110
  bill 97110-GP x2
=== a supervised modality in another patient's group time
@PT medicare
  10:00-10:30  97150 group of 2
  10:00-10:15  97010
  bill 97150-GP x1
=== a cold pack after the group, commercial
@PT commercial
  10:00-10:30  97150 group of 2
  10:30-10:40  97010
  bill 97150 x1
  bill 97010 x1
=== the encounter of the PT has no discipline; the other OT
@- medicare
  clinician "R. Ortiz"
  15 min  97110
  bill 97110-GP x1
=== several families and the adolescent's group
@BH medicare
  09:00-10:00  90849  group of 6
  10:00-11:00  90853  group of 6
  bill 90849-59 x1
  bill 90853 x1
=== unpaid codes around therapy say nothing loud
@PT commercial
  15 min  97110
  bill 97110 x1
  bill 99999 x1
  bill A4556 x2
`,

  'right and odd': `
=== two group sessions of one patient with two givers one after the other
@PT medicare
  10:00-10:20  97150 group of 3
  10:20-10:40  97150 group of 3  by assistant "K. Lee"
  bill 97150-GP-CQ x1
=== a clinician leads a group and an assistant works one-on-one with a member later
@PT medicare
  10:00-10:20  97150 group of 3
  10:20-10:40  97110  by assistant "K. Lee"
  bill 97150-GP x1
  bill 97110-59-GP-CQ x1
=== GZ is no AT for therapy of a PT
@PT medicare
  15 min  97110
  bill 97110-GP-GA x1
=== GY on a therapy line of a PT, beside group, with x7
@PT medicare
  105 min  97110
  bill 97110-GP-GY x7
=== one patient twice, other date
@PT medicare
  15 min  97110
  bill 97110-GP x1
encounter 2026-03-05 patient A
  dx M54.50
  15 min  97110
  bill 97110-GP x1
=== 97129 and 97130, 23 min
@SLP medicare
  23 min  97129
  bill 97129-GN x1
  bill 97130-GN x1
=== 97129 15 and 97130 15, logged under their own codes
@SLP medicare
  15 min  97129
  15 min  97130
  bill 97129-GN x1
  bill 97130-GN x1
=== 97129 and 97110: together by the 8-minute rule
@OT medicare
  20 min  97129
  20 min  97110
  bill 97129-GO x1
  bill 97130-GO x1
  bill 97110-GO x1
=== psychotherapy of an hour in two sessions of one patient, 90832 twice: each is judged by itself
@BH commercial
  09:00-09:30  90832
  15:00-15:30  90832
  bill 90832 x2
=== an OT's 92526
@OT medicare
  30 min  92526
  bill 92526-GO x1
=== 97164 with 97110, 97140: no edit
@PT medicare
  20 min  97164
  15 min  97110
  15 min  97140
  bill 97164-GP x1
  bill 97110-GP x1
  bill 97140-GP x1
=== a Medicare patient's session touches a commercial one's
@PT medicare
  10:00-10:15  97110
  bill 97110-GP x1
encounter 2026-03-03 patient B
  payer commercial
  dx M25.561
  10:15-10:30  97110
  bill 97110 x1
=== group of 2, one member in another file
@PT medicare
  10:00-10:30  97150 group of 2
  bill 97150-GP x1
=== 97150 short
@PT medicare
  5 min  97150 group of 2
  bill 97150-GP x1
=== group then same code alone, 59 on group
@OT tricare
  10:00-10:30  97150 group of 2
  10:30-10:45  97535
  bill 97150-59 x1   ## misplaced-59 hint
  bill 97535 x1
=== the patient seen by PT and OT in the same minutes by agreement, each bills half
@PT medicaid
  10:00-10:30  97530
  bill 97530-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97535
  bill 97535-GO x1
=== group billed 97150 by PT; OT one-on-one after with 59
@PT medicare
  10:00-10:30  97150 group of 2
  bill 97150-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  11:00-11:30  97530
  bill 97530-59-GO x2
`,
};
