/** Texts of `claims.test.ts`, by rule. `@PT medicare DATE PATIENT` stands for a clinician, discipline, payer and header. */
export const CLAIMS: Record<string, string> = {
  'missing-59': `
=== group and one-on-one, Medicare: shown separate, safe
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1   ## missing-59 error '97110' safe -> bill 97110-59-GP x1
  bill 97150-GP x1
=== group and one-on-one, commercial and none: error too
@PT commercial
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110 x1   ## missing-59 error '97110' safe -> bill 97110-59 x1
  bill 97150 x1
=== group, no payer at all
@PT -
  09:00-09:15  97112
  09:15-09:30  97150  group of 2
  bill 97112 x1   ## missing-59 error safe
  bill 97150 x1
=== lengths: alone, and no word on times beside it
@PT medicare
  15 min  97110
  15 min  97150  group of 2
  bill 97110-GP x1   ## missing-59 error alone
  bill 97150-GP x1
=== one of two sessions has a length: alone
@PT medicare
  09:00-09:15  97110
  8 min  97110
  10:15-10:30  97150  group of 2
  bill 97110-GP x2   ## missing-59 error alone
  bill 97150-GP x1
=== not where they overlap
@PT medicare
  09:00-09:20  97110   ## group-overlaps-individual error '09:00-09:20'
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-GP x1
=== another pair, Medicare 2026: known from the table alone, warning; both one-on-one and apart: safe
@PT medicare
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-GP x1   ## missing-59 warning '97535' safe -> bill 97535-59-GP x1
=== the same in 2021: error
@PT medicare 2021-06-01
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-GP x1   ## missing-59 error '97535' safe
=== Medicaid and TRICARE are bound too
@PT medicaid
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-GP x1   ## missing-59 warning safe
=== TRICARE
@PT tricare
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-GP x1   ## missing-59 warning safe
=== else: info
@PT commercial
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530 x1
  bill 97535 x1   ## missing-59 info safe
=== hospital: another table, info
@PT medicare
  setting hospital
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-GP x1   ## missing-59 info
=== hospital: a named pair stays an error
@PT medicare
  setting hospital
  09:00-09:15  97110
  09:15-09:30  97150 group of 2
  bill 97110-GP x1   ## missing-59 error safe
  bill 97150-GP x1
=== 97140 and 97530 until the end of 2020: column two is 97530
@PT medicare 2020-12-31
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-GP x1   ## missing-59 error '97530' safe
  bill 97140-GP x1
=== and nothing since
@PT medicare 2021-01-01
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-GP x1
  bill 97140-GP x1
=== 97530 and 97116 in the last quarter of 2020
@PT medicare 2020-10-01
  09:00-09:15  97530
  09:15-09:30  97116
  bill 97530-GP x1
  bill 97116-GP x1   ## missing-59 error '97116' safe
=== the day before that quarter
@PT medicare 2020-09-30
  09:00-09:15  97530
  09:15-09:30  97116
  bill 97530-GP x1
  bill 97116-GP x1
=== an evaluation with 97140 in that quarter: an evaluation is none of group, one-on-one, psychotherapy: alone
@PT medicare 2020-11-15
  09:00-09:30  97161
  09:30-09:45  97140
  bill 97161-GP x1
  bill 97140-GP x1   ## missing-59 error '97140' alone
=== in 2026 an evaluation with treatment needs nothing
@PT medicare
  09:00-09:30  97161
  09:30-09:45  97140
  09:45-10:00  97530
  10:00-10:15  97110
  bill 97161-GP x1
  bill 97140-GP x1
  bill 97530-GP x1
  bill 97110-GP x1
=== January 2020: the withdrawn pairs are never used
@PT medicare 2020-01-15
  09:00-09:30  97161
  09:30-09:45  97530
  09:45-10:00  97116
  bill 97161-GP x1
  bill 97530-GP x1
  bill 97116-GP x1
=== 97164 with 97110 in that quarter: time proves nothing
@PT medicare 2020-11-15
  09:00-09:15  97110
  09:15-09:30  97164
  bill 97110-GP x1
  bill 97164-GP x1   ## missing-59 error '97164' alone
=== 97164 with a modality, today's table
@PT medicare 2021-05-05
  09:00-09:15  97535
  09:15-09:30  97164
  bill 97535-GP x1
  bill 97164-GP x1   ## missing-59 error '97164' alone
=== two disciplines: info, and no more
clinician "R. Ortiz, PT"
payer medicare
discipline PT
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97530
  bill 97530-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  09:15-09:30  97535
  bill 97535-GO x1
=== two encounters of one clinician are the same hands
@PT medicare
  09:00-09:15  97150  group of 2
  bill 97150-GP x1
encounter 2026-03-03 patient A
  dx M54.50
  14:00-14:15  97110
  bill 97110-GP x1   ## missing-59 error safe
=== two clinicians of one discipline too
@PT medicare
  09:00-09:15  97150  group of 2
  bill 97150-GP x1
clinician "Z. Other, PT"
encounter 2026-03-03 patient A
  dx M54.50
  14:00-14:15  97110
  bill 97110-GP x1   ## missing-59 error safe
=== another payer: other hands
@PT medicare
  09:00-09:15  97150  group of 2
  bill 97150-GP x1
encounter 2026-03-03 patient A
  payer workers-comp
  dx M54.50
  14:00-14:15  97110
  bill 97110 x1
=== GY is judged for care and time only
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP-GY x1
  bill 97150-GP x1
=== 97113 and 97110
@PT medicare
  09:00-09:15  97113
  09:15-09:30  97110
  bill 97113-GP x1
  bill 97110-GP x1   ## missing-59 warning '97110' safe
=== a supervised modality in the pair: alone
@PT medicare
  09:00-09:15  97012
  09:15-09:30  97140
  bill 97012-GP x1
  bill 97140-GP x1   ## missing-59 warning '97140' alone
=== X modifiers open it, on either line
@PT medicare
  09:00-09:15  97110
  10:15-10:30  97150  group of 2
  bill 97110-XU-GP x1
  bill 97150-GP x1
=== XU on the group line
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-XU-GP x1   ## misplaced-59 hint '-XU'
=== 22 opens nothing
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-22-GP x1    ## missing-59 error safe
  bill 97150-GP x1
=== 97129 beside a group has no edit
@OT medicare
  09:00-09:15  97129
  09:15-09:30  97150  group of 2
  bill 97129-GO x1
  bill 97150-GO x1
=== 97129-59 beside a group is nobody's finding
@OT medicare
  09:00-09:15  97129
  09:15-09:30  97150  group of 2
  bill 97129-59-GO x1
  bill 97150-GO x1
=== 95992 and 97112: named in the manual; time proves nothing
@PT medicare
  09:00-09:15  95992
  09:15-09:30  97112
  bill 95992-GP x1
  bill 97112-GP x1   ## missing-59 error '97112' alone
=== 92508 and 92507: alone, whatever the times
@SLP medicare
  09:00-09:45  92507
  10:00-10:30  92508  group of 2
  bill 92507-GN x1   ## missing-59 warning '92507' alone
  bill 92508-GN x1
=== orthotic training with exercise, and two lines of the pair
@PT medicaid
  09:00-09:15  97760
  09:15-09:30  97110
  bill 97760-GP x1
  bill 97110-GP x1   ## missing-59 warning safe
=== a group with three one-on-one codes: each line
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97112
  09:30-09:45  97140
  09:45-10:15  97150  group of 3
  bill 97150-GP x1
  bill 97110-GP x1   ## missing-59 error safe
  bill 97112-GP x1   ## missing-59 error safe
  bill 97140-59-GP x1
=== a group with 97113 and 97763 of its row, and 97129 not
@OT medicare
  09:00-09:15  97763
  09:45-10:15  97150  group of 3
  bill 97150-GO x1
  bill 97763-GO x1   ## missing-59 error safe
`,

  'misplaced-59': `
=== since July 2019 a hint; the move is safe where shown separate
@PT medicare 2019-07-01
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-59-GP x1   ## misplaced-59 hint '-59' safe -> bill 97150-GP x1
=== before it an error for Medicare
@PT medicare 2019-06-30
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-59-GP x1   ## misplaced-59 error '-59' safe -> bill 97150-GP x1
=== but not for others
@PT medicaid 2019-06-30
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-GP x1
  bill 97150-59-GP x1   ## misplaced-59 hint '-59'
=== with lengths the move is alone
@PT medicare 2019-06-30
  15 min  97110
  15 min  97150  group of 2
  bill 97110-GP x1
  bill 97150-59-GP x1   ## misplaced-59 error '-59' alone ; unsupported-59 warning
=== on both lines is right
@PT medicare 2019-01-15
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-59-GP x1
  bill 97150-59-GP x1   ## !misplaced-59 ; !needless-59
=== another pair
@PT medicare
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-59-GP x1   ## misplaced-59 hint '-59' safe -> bill 97530-GP x1
  bill 97535-GP x1
=== 59 on the individual line of 90853 is right, on the group line before July 2019 not
@BH medicare 2018-03-01
  09:00-09:30  90832
  10:00-11:00  90853  group of 8
  bill 90832 x1
  bill 90853-59 x1   ## misplaced-59 error '-59' safe -> bill 90853 x1
=== the manipulation line carries the 59
@chiro medicaid
  09:00-09:10  98941
  09:10-09:25  97140
  bill 98941-59 x1
  bill 97140 x1
`,

  'needless-59': `
=== nothing else that day
@PT medicare
  15 min  97110
  bill 97110-59-GP x1   ## needless-59 warning '-59' alone -> bill 97110-GP x1
=== only codes listed as having no edit with it
@PT medicare
  15 min  97110
  15 min  97116
  bill 97110-59-GP x1   ## needless-59 warning alone
  bill 97116-GP x1
=== a code of which nothing is listed: hint
@PT medicare
  15 min  97110
  15 min  97533
  bill 97110-59-GP x1   ## needless-59 hint alone
  bill 97533-GP x1
=== else: hint
@PT commercial
  15 min  97110
  bill 97110-59 x1   ## needless-59 hint alone
=== an X modifier is a 59
@PT medicare
  15 min  97110
  bill 97110-XS-GP x1   ## needless-59 warning '-XS' alone
=== a pair by anyone, in other hands
@PT medicare
  09:00-09:15  97530
  bill 97530-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  09:15-09:30  97535
  bill 97535-59-GO x1   ## !needless-59
=== 97140 and 97530 since 2021
@PT medicare
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-59-GP x1   ## needless-59 warning
  bill 97140-GP x1
=== a commercial plan may deny it: hint at most
@PT commercial
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-59 x1
  bill 97140 x1    ## !commercial-pair
=== a second line of the code
@PT medicare
  15 min  97110
  15 min  97110
  bill 97110-GP x1
  bill 97110-59-GP x1   ## !duplicate-line ; !needless-59
`,

  'unsupported-59': `
=== group, lengths
@PT medicare
  15 min  97110
  15 min  97150  group of 2
  bill 97110-59-GP x1   ## unsupported-59 warning '-59' none
  bill 97150-GP x1
=== XU and XE are a 59
@PT medicare
  09:00-09:15  97110
  15 min  97150  group of 2
  bill 97110-XE-GP x1   ## unsupported-59 warning '-XE' none
  bill 97150-GP x1
=== XP is not about time
@PT medicare
  15 min  97110
  bill 97110-XP-GP x1
clinician "B. Two, PT"
encounter 2026-03-03 patient A
  dx M54.50
  15 min  97150  group of 2
  bill 97150-GP x1
=== another pair: info
@PT medicare
  15 min  97530
  15 min  97535
  bill 97530-GP x1
  bill 97535-59-GP x1   ## unsupported-59 info
=== commercial too
@PT commercial
  15 min  97110
  15 min  97150  group of 2
  bill 97110-59 x1   ## unsupported-59 warning
  bill 97150 x1
=== one code without a session: not asked
@PT medicare
  15 min  97150  group of 2
  bill 97110-59-GP x1  ## billed-not-performed error '97110' alone -> gone
  bill 97150-GP x1
=== psychotherapy with lengths
@BH medicare
  30 min  90832
  60 min  90853  group of 8
  bill 90832-59 x1    ## unsupported-59 info
  bill 90853 x1
`,

  'x-modifier-mismatch': `
=== XE where the sessions touch
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-XE-GP x1   ## x-modifier-mismatch warning '-XE' alone -> bill 97110-XU-GP x1
  bill 97150-GP x1
=== XE apart in the day
@PT medicare
  10:00-10:30  97150  group of 2
  16:00-16:15  97110
  bill 97110-XE-GP x1
  bill 97150-GP x1
=== XP by one clinician
@PT medicare
  10:00-10:30  97150  group of 2
  16:00-16:15  97110
  bill 97110-XP-GP x1    ## x-modifier-mismatch warning '-XP' alone
  bill 97150-GP x1
=== XP by two
@PT medicare
  10:00-10:30  97150  group of 2
  bill 97150-GP x1
clinician "B. Two, PT"
encounter 2026-03-03 patient A
  dx M54.50
  16:00-16:15  97110
  bill 97110-XP-GP x1
=== before 2015 there were none
@PT commercial 2014-12-31
  10:00-10:30  97150  group of 2
  16:00-16:15  97110
  bill 97110-XE x1    ## code-not-yet-valid error '-XE'
  bill 97150 x1
=== XE on the 90832 line, two visits
@BH medicare
  09:00-09:30  90832
  13:00-14:00  90853  group of 8
  bill 90832-XE x1
  bill 90853 x1
`,

  'group-overlaps-individual': `
=== all of it within the group: remove the line, alone
@PT medicare
  10:00-10:30  97150  group of 2
  10:10-10:25  97110    ## group-overlaps-individual error '10:10-10:25' alone
  bill 97150-GP x1
  bill 97110-59-GP x1
=== reaching beyond it: no fix
@PT medicare
  10:00-10:30  97150  group of 2
  10:20-10:35  97110    ## group-overlaps-individual error '10:20-10:35' none
  bill 97150-GP x1
  bill 97110-59-GP x1
=== whoever gave them
@PT medicare
  10:00-10:30  97150  group of 2
  bill 97150-GP x1
clinician "B. Two, PT"
encounter 2026-03-03 patient A
  dx M54.50
  10:10-10:25  97110    ## group-overlaps-individual error
  bill 97110-59-GP x1
=== not billed: not in play
@PT medicare
  10:00-10:30  97150  group of 2
  10:10-10:25  97110
  bill 97150-GP x1
=== nothing billed yet: both in play
@PT commercial
  10:00-10:30  97150  group of 2
  10:10-10:25  97110    ## group-overlaps-individual error
=== psychotherapy
@BH commercial
  10:00-11:00  90853  group of 8
  10:45-11:15  90832    ## group-overlaps-individual error
  bill 90853 x1
  bill 90832-59 x1
=== an evaluation
@PT medicare
  10:00-10:30  97150  group of 2
  10:15-10:45  97161    ## group-overlaps-individual error
  bill 97150-GP x1
  bill 97161-GP x1
=== speech
@SLP medicare
  10:00-10:30  92508  group of 2
  10:15-10:45  92507    ## group-overlaps-individual error
  bill 92508-GN x1
  bill 92507-59-GN x1
=== a supervised modality may share the time
@PT medicare
  10:00-10:30  97150  group of 2
  10:10-10:25  97016
  bill 97150-GP x1
  bill 97016-GP x1
=== touching is not overlapping
@PT medicare
  10:00-10:30  97150  group of 2
  10:30-10:45  97110
  bill 97150-GP x1
  bill 97110-59-GP x1
`,

  'group-with-modality': `
=== shared minutes
@PT medicare
  10:00-10:30  97150  group of 2
  10:10-10:20  97035
  bill 97150-GP x1
  bill 97035-GP x1    ## group-with-modality error '97035' alone
=== times not shown
@PT commercial
  10:00-10:30  97150  group of 2
  10 min  97035
  bill 97150 x1
  bill 97035 x1    ## group-with-modality warning '97035' alone
=== shown separate
@PT medicare
  10:00-10:30  97150  group of 2
  10:30-10:40  97035
  bill 97150-GP x1
  bill 97035-GP x1
=== supervised: never
@PT medicare
  30 min  97150  group of 2
  10 min  97012
  bill 97150-GP x1
  bill 97012-GP x1
=== not billed
@PT medicare
  10:00-10:30  97150  group of 2
  10:10-10:20  97035
  bill 97150-GP x1
`,

  'not-a-group-procedure': `
=== an attended modality
@PT medicare
  10:00-10:30  97035  group of 2    ## not-a-group-procedure error 'group of 2' none
  bill 97035-GP x1
=== a supervised one: warning
@PT medicare
  10:00-10:30  97012  group of 2    ## not-a-group-procedure warning 'group of 2' none
  bill 97012-GP x1
=== 97530: change to 97150, alone
@PT medicare
  10:00-10:30  97530  group of 2    ## not-a-group-procedure error 'group of 2' alone
  bill 97530-GP x1
=== 97129, 97140, 97161, 90834
@OT commercial
  10:00-10:15  97129  group of 2    ## not-a-group-procedure error none
  bill 97129 x1
=== 97140: no change to 97150
@PT commercial
  10:00-10:15  97140  group of 2    ## not-a-group-procedure error none
  bill 97140 x1
=== an evaluation
@PT commercial
  10:00-10:15  97161  group of 2    ## not-a-group-procedure error none
  bill 97161 x1
=== individual psychotherapy
@BH commercial
  10:00-10:45  90834  group of 4    ## not-a-group-procedure error none
  bill 90834 x1
=== family psychotherapy
@BH commercial
  10:00-10:50  90847  group of 4    ## not-a-group-procedure error none
  bill 90847 x1
=== a test
@PT commercial
  10:00-10:45  97750  group of 4    ## not-a-group-procedure error none
  bill 97750 x3
=== swallowing treatment and work hardening may be given to a group
@SLP medicare
  10:00-10:45  92526  group of 4
  bill 92526-GN x1
=== work hardening
@PT commercial
  10:00-12:00  97545  group of 4
  bill 97545 x1
=== caregivers, several families, speech
@PT commercial
  10:00-11:00  97552  group of 4
  bill 97552 x1
=== several families
@BH commercial
  10:00-11:00  90849  group of 4
  bill 90849 x1
`,

  'group-units': `
=== 97150 x3
@PT medicare
  45 min  97150  group of 3
  bill 97150-GP x3   ## group-units error 'x3' safe -> bill 97150-GP x1
=== any payer
@PT commercial
  45 min  97150  group of 3
  bill 97150 x3   ## group-units error 'x3' safe -> bill 97150 x1
=== two lines alike: the later, merged
@PT medicare
  09:00-09:30  97150  group of 3
  15:00-15:30  97150  group of 3
  bill 97150-GP x1
  bill 97150-GP x1   ## group-units error 'x1' safe -> gone
=== two lines that differ: alone
@PT medicare
  09:00-09:30  97150  group of 3
  15:00-15:30  97150  group of 3
  bill 97150-GP x1
  bill 97150-59-GP x1   ## group-units error 'x1' alone ; !needless-59
=== two disciplines: info
@PT medicare
  09:00-09:30  97150  group of 3
  bill 97150-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:30  97150  group of 3
  bill 97150-GO x1    ## group-units info
=== 90853 twice for two hours
@BH commercial
  13:00-15:00  90853  group of 8
  bill 90853 x2   ## group-units error 'x2' safe -> bill 90853 x1
=== hospital: one each separate session
@BH medicare
  setting hospital
  09:00-10:00  90853  group of 8
  13:00-14:00  90853  group of 8
  bill 90853 x2
=== hospital: one session only
@BH medicare
  setting hospital
  09:00-10:00  90853  group of 8
  bill 90853 x2    ## group-units error
=== hospital, 97150: still one
@PT medicare
  setting hospital
  09:00-10:00  97150  group of 4
  13:00-14:00  97150  group of 4
  bill 97150-GP x2    ## group-units error safe
`,

  'untimed-units': `
=== speech treatment by time
@SLP medicare
  45 min  92507
  bill 92507-GN x3   ## untimed-units error 'x3' safe -> bill 92507-GN x1
=== an evaluation
@PT commercial
  45 min  97161
  bill 97161 x3   ## untimed-units error 'x3' safe -> bill 97161 x1
=== a supervised modality
@PT medicare
  30 min  97012
  bill 97012-GP x2   ## untimed-units error safe
=== manipulation
@chiro medicare
  10 min  98941
  bill 98941-AT x2   ## untimed-units error safe
=== 95992
@PT medicare
  10 min  95992
  bill 95992-GP x2   ## untimed-units error safe
=== 92508
@SLP medicare
  10:00-10:45  92508 group of 2
  bill 92508-GN x2   ## untimed-units error safe
=== 97127, in its two years
payer commercial
clinician "J. Park, OT"
discipline OT
encounter 2018-03-01 patient A
  dx I69.31
  09:00-09:45  97127
  bill 97127 x3   ## untimed-units error 'x3' safe -> bill 97127 x1
=== in two disciplines each has its own
@PT medicare
  30 min  97016
  bill 97016-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  30 min  97016
  bill 97016-GO x1
=== G0283 and areas
@PT medicare
  30 min  G0283
  bill G0283-GP x2    ## untimed-units error safe -> bill G0283-GP x1
`,

  'one-on-one-code-in-group': `
=== 97110 in a group: session and line, alone
@PT medicare
  30 min  97110  group of 2    ## one-on-one-code-in-group error 'group of 2' alone -> 30 min  97150  group of 2
  bill 97110-GP x2
=== any payer
@PT commercial
  30 min  97116  group of 2    ## one-on-one-code-in-group error 'group of 2' alone
  bill 97116 x2
=== 97150 is billed already: drop the line
@PT medicare
  30 min  97110  group of 2    ## one-on-one-code-in-group error 'group of 2' alone
  bill 97110-59-GP x2
  bill 97150-GP x1
=== not billed at all is still recorded wrong
@PT medicare
  30 min  97110  group of 2    ## one-on-one-code-in-group error
  15 min  97112
  bill 97112-GP x1
=== 97124, 97139 of the family
@PT commercial
  30 min  97124  group of 2    ## one-on-one-code-in-group error
  bill 97124 x2
`,

  'group-code-one-on-one': `
=== one-on-one
@PT medicare
  30 min  97150  one-on-one    ## group-code-one-on-one error 'one-on-one' none
  bill 97150-GP x1
=== a group of one
@PT commercial
  30 min  97150  group of 1    ## group-code-one-on-one error 'group of 1' none
  bill 97150 x1
=== psychotherapy
@BH commercial
  60 min  90853  group of 1    ## group-code-one-on-one error none
  bill 90853 x1
=== a plain group with one member on file
@PT medicare
  10:00-10:30  97150
  bill 97150-GP x1
=== speech
@SLP medicare
  10:00-10:30  92508 one-on-one     ## group-code-one-on-one error
  bill 92508-GN x1
`,

  'attendance-missing': `
=== exercise on one's own
@PT medicare
  30 min  97110  supervised    ## attendance-missing error 'supervised' none
  bill 97110-GP x2    ## !under-8-minutes ; !too-many-units
=== an attended modality
@PT commercial
  10 min  97035  supervised    ## attendance-missing error 'supervised' none
  bill 97035 x1
=== a group that nobody led
@PT medicare
  10:00-10:30  97150  supervised    ## attendance-missing error 'supervised' none
  bill 97150-GP x1
=== group psychotherapy
@BH commercial
  10:00-11:00  90853  supervised    ## attendance-missing error none
  bill 90853 x1
=== supervised modalities are just that
@PT commercial
  10 min  97012  supervised
  bill 97012 x1
`,

  units: `
=== under 8 minutes, Medicare
@PT medicare
  7 min  97140
  bill 97140-GP x1   ## under-8-minutes error 'x1' alone
=== the code where no units stand
@PT medicare
  7 min  97140
  bill 97140-GP   ## under-8-minutes error '97140' alone
=== assumed rule, both deny: error
@PT commercial
  7 min  97140
  bill 97140 x1   ## under-8-minutes error alone
=== assumed midpoint, the other gives a unit: warning
@PT commercial
  33 min  97110
  7 min  97140
  bill 97110 x2
  bill 97140 x1   ## under-8-minutes warning
=== midpoint is known: error
@PT commercial
  units midpoint
  33 min  97110
  7 min  97140
  bill 97110 x2
  bill 97140 x1   ## under-8-minutes error
=== the smaller left-over got the unit
@PT medicare
  5 min  97110
  6 min  97140
  bill 97110-GP x1   ## under-8-minutes error alone
=== three sevens: some allocation gives each of them the unit, so too many, not under 8
@PT medicare
  7 min  97112
  7 min  97110
  7 min  97140
  bill 97112-GP x1
  bill 97110-GP x1   ## too-many-units error
  bill 97140-GP x1   ## too-many-units error
=== Medicaid assumed cms, midpoint gives more: warning
@PT medicaid
  10 min  97110
  10 min  97112
  bill 97110-GP x1
  bill 97112-GP x1   ## too-many-units warning alone
=== Medicare: two tens are one unit
@PT medicare
  10 min  97110
  10 min  97112
  bill 97110-GP x1
  bill 97112-GP x1   ## too-many-units error alone
=== too many of one code: one allocation: safe
@PT medicare
  22 min  97110
  bill 97110-GP x2   ## too-many-units error 'x2' safe -> bill 97110-GP x1
=== assumed and both deny: an error but not safe
@PT commercial
  22 min  97110
  bill 97110 x2   ## too-many-units error 'x2' alone -> bill 97110 x1
=== units cms in the file: known
@PT commercial
  units cms
  22 min  97110
  bill 97110 x2   ## too-many-units error 'x2' safe -> bill 97110 x1
=== 20 and 20, three of one code
@PT medicare
  20 min  97110
  20 min  97112
  bill 97110-GP x3   ## too-many-units error 'x3' alone
=== 20 and 20, either way
@PT medicare
  20 min  97110
  20 min  97112
  bill 97110-GP x1
  bill 97112-GP x2
=== 18, 13, 10, 8
@PT medicare
  18 min  97110
  13 min  97140
  10 min  97116
  8 min   97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
  bill 97035-GP x1   ## too-many-units error 'x1'
=== 24 and 23 by midpoint
@PT commercial
  24 min  97112
  23 min  97110
  bill 97112 x2
  bill 97110 x2
=== group minutes add nothing
@PT medicare
  10:00-10:20  97110
  10:20-10:50  97150 group of 2
  bill 97110-59-GP x3   ## too-many-units error safe -> bill 97110-59-GP x1
  bill 97150-GP x1
=== evaluation minutes add nothing
@PT medicare
  30 min  97161
  7 min   97110
  bill 97161-GP x1
  bill 97110-GP x1   ## under-8-minutes error
=== PT and OT minutes never pool
@PT medicare
  7 min  97110
  bill 97110-GP x1   ## under-8-minutes error
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  8 min  97535
  bill 97535-GO x1
=== 97129 and 97130 are one pool
@SLP medicare
  38 min  97129
  bill 97129-GN x1
  bill 97130-GN x2
=== 97129 twice: the second unit is 97130's
@SLP medicare
  30 min  97129
  bill 97129-GN x2   ## too-many-units error
=== fewer than earned: hint, alone
@PT medicare
  30 min  97110
  bill 97110-GP x1   ## too-few-units hint alone -> bill 97110-GP x2
=== dropping a unit is one short
@PT medicare
  33 min  97110
  7 min   97140   ## performed-not-billed hint
  bill 97110-GP x2   ## !too-few-units
=== overlapping minutes count once in play or not: co-treatment
@PT medicare
  10:00-10:20  97116
  10:00-10:20  97116  by assistant "K. Aide"
  bill 97116-GP x1
=== unlisted codes are not timed
@PT commercial
  60 min  97139
  bill 97139 x1
`,

  overlaps: `
=== one giver, two codes at once
@PT medicare
  10:00-10:15  97110
  10:10-10:25  97116    ## same-patient-overlap error '10:10-10:25' none
  bill 97110-GP x1
  bill 97116-GP x1
=== the same code twice
@PT medicare
  10:00-10:20  97110
  10:10-10:30  97110    ## same-patient-overlap error
  bill 97110-GP x2
=== two givers: co-treatment
@PT medicare
  10:00-10:15  97110
  10:00-10:15  97116  by assistant "K. Lee"
  bill 97110-GP x1
=== none named
@- medicare
  10:00-10:15  97110
  10:10-10:25  97116    ## same-patient-overlap error
  bill 97110-GP x1
  bill 97116-GP x1
=== a supervised modality logged one-on-one is attended
@PT medicare
  10:00-10:15  97110
  10:10-10:25  97012  one-on-one   ## same-patient-overlap error
  bill 97110-GP x1
  bill 97012-GP x1
=== evaluation and treatment
@PT medicare
  10:00-10:30  97161
  10:15-10:30  97110   ## same-patient-overlap error
  bill 97161-GP x1
  bill 97110-GP x1
=== recorded and left unbilled
@PT medicare
  10:00-10:15  97110
  10:00-10:15  97116
  bill 97110-GP x1
=== two patients of one clinician
@PT medicare
  10:00-10:15  97110      ## clinician-double-booked error '10:00-10:15'
  bill 97110-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:10-10:25  97140      ## clinician-double-booked error '10:10-10:25' none
  bill 97140-GP x1
=== the very same times, both of the family: both to 97150, alone
@PT medicare
  10:00-10:15  97110      ## clinician-double-booked error alone
  bill 97110-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:15  97112      ## clinician-double-booked error alone
  bill 97112-GP x1
=== another's group: the other session alone
@PT medicare
  10:00-10:30  97150  group of 2
  bill 97150-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:30  97150  group of 2
  bill 97150-GP x1
encounter 2026-03-03 patient C
  dx M54.50
  10:10-10:20  97035      ## clinician-double-booked error '10:10-10:20'
  bill 97035-GP x1
=== the payers do not matter
@PT medicare
  10:00-10:15  97110      ## clinician-double-booked error
  bill 97110-GP x1
encounter 2026-03-03 patient B
  payer commercial
  dx M54.50
  10:00-10:15  97110      ## clinician-double-booked error
  bill 97110 x1
=== an assistant beside the clinician
@PT medicare
  10:00-10:15  97110
  bill 97110-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:15  97110  by assistant "K. Lee"
  bill 97110-GP-CQ x1
=== an assistant of the encounter is the giver
@PT medicare
  10:00-10:15  97110
  bill 97110-GP x1
encounter 2026-03-03 patient B
  assistant "K. Lee"
  dx M54.50
  10:00-10:15  97110
  bill 97110-GP-CQ x1
=== a supervised modality of another
@PT medicare
  10:00-10:15  97012
  bill 97012-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:15  97110
  bill 97110-GP x1
=== but not while the clinician stands with the one on it
@PT medicare
  10:00-10:05  97012 one-on-one     ## clinician-double-booked error
  bill 97012-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:15  97110     ## clinician-double-booked error
  bill 97110-GP x1
=== two members of groups of one code
@PT medicare
  10:00-10:30  97150  group of 2 "Balance"
  bill 97150-GP x1
encounter 2026-03-03 patient B
  dx M54.50
  10:10-10:40  97150  group of 2 "Strength"
  bill 97150-GP x1
=== groups of two codes
@BH commercial
  10:00-11:00  90853  group of 2      ## clinician-double-booked error
  bill 90853 x1
encounter 2026-03-03 patient B
  dx M54.50
  10:10-11:10  90849  group of 2      ## clinician-double-booked error
  bill 90849 x1
=== two evaluations of two patients
@PT commercial
  10:00-10:30  97161       ## clinician-double-booked error none
  bill 97161 x1
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:30  97162       ## clinician-double-booked error none
  bill 97162 x1
`,

  'billed and performed': `
=== no session of its code
@PT medicare
  15 min  97110
  bill 97110-GP x1
  bill 97112-GP x1    ## billed-not-performed error '97112' alone -> gone
=== no session at all: once, on the header
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A    ## billed-not-performed warning 'encounter 2026-03-03 patient A'
  dx M54.50
  bill 97110-GP x1
  bill 97140-GP x1
=== add-ons and visits have none of their own
@BH commercial
  60 min  90853  group of 8
  bill 90853 x1
  bill 90785 x1
=== a session by another clinician that day
@PT medicare
  15 min  97110
  15 min  97112
  bill 97110-GP x1
clinician "B. Two, PT"
encounter 2026-03-03 patient A
  dx M54.50
  bill 97112-GP x1
=== performed and not billed
@PT medicare
  15 min  97110
  15 min  97112    ## performed-not-billed hint '97112' alone
  bill 97110-GP x1
=== silent where it earns nothing
@PT medicare
  30 min  97110
  5 min  97112     ## !performed-not-billed
  bill 97110-GP x2
=== silent: 97010 for Medicare, an aide
@PT medicare
  15 min  97110
  10 min  97010     ## !performed-not-billed
  15 min  97112 by aide     ## !performed-not-billed
  bill 97110-GP x1
=== 97010 elsewhere
@PT commercial
  15 min  97110
  10 min  97010     ## performed-not-billed hint alone
  bill 97110 x1
=== silent where it overlaps a billed one or is shut out
@PT medicare
  10:00-10:15  97140
  10:15-10:30  97124     ## !performed-not-billed
  bill 97140-GP x1
=== G0283 is billed for a session of 97014
@PT medicare
  10 min  97014
  bill G0283-GP x1
`,

  'duplicate-line': `
=== in one encounter: merged where supported
@PT medicare
  30 min  97110
  bill 97110-GP x1
  bill 97110-GP x1    ## duplicate-line error '97110' safe -> gone
=== where the sum is not supported: alone, and no word on units
@PT medicare
  15 min  97110
  bill 97110-GP x1
  bill 97110-GP x1    ## duplicate-line error '97110' alone
=== CQ on one of them tells nothing apart? It does: the two lines of a split
@PT medicare
  15 min  97110  by assistant "K. Lee"
  15 min  97110
  bill 97110-GP-CQ x1
  bill 97110-GP x1
=== across encounters: info
@PT medicare
  15 min  97110
  bill 97110-GP x1
encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110
  bill 97110-GP x1    ## duplicate-line info
=== KX tells nothing apart
@PT medicare
  30 min  97110
  bill 97110-GP x1
  bill 97110-GP-KX x1    ## duplicate-line error
=== sides tell them apart
@PT commercial
  15 min  97760
  15 min  97760
  bill 97760-RT x1
  bill 97760-LT x1
=== 76 tells them apart
@PT commercial
  30 min  97110
  bill 97110 x1
  bill 97110-76 x1
`,

  codes: `
=== unknown in the field
@PT medicare
  15 min  97111     ## unknown-code warning '97111'
  bill 97111-GP x1    ## unknown-code warning '97111' alone
=== not the field: info
@PT medicare
  15 min  97110
  bill 97110-GP x1
  bill 20560 x1     ## unknown-code info
=== 97151-97158 and 97597-97610 are others' codes
@PT medicare
  15 min  97110
  bill 97110-GP x1
  bill 97153 x1     ## unknown-code info
  bill 97597 x1     ## unknown-code info
=== deleted, one successor: session and line together, safe
@PT medicare 2018-02-01
  15 min  97762     ## deleted-code error '97762' safe
  bill 97762-GP x1     ## deleted-code error '97762' safe -> bill 97763-GP x1
=== its last day
@PT medicare 2017-12-31
  15 min  97762
  bill 97762-GP x1
=== deleted, several successors: alone
@PT medicare
  30 min  97001     ## deleted-code error alone
  bill 97001-GP x1     ## deleted-code error alone
=== general knowledge: warning
@PT medicare
  15 min  97520      ## deleted-code warning
  bill 97520-GP x1     ## deleted-code warning
=== 97532 in 2018, Medicare and others
@OT medicare 2018-03-01
  15 min  97532      ## deleted-code error
  bill 97532-GO x1     ## deleted-code error safe -> bill G0515-GO x1
=== others: 97127
@OT commercial 2018-03-01
  15 min  97532      ## deleted-code error
  bill 97532-GO x1     ## deleted-code error safe -> bill 97127-GO x1
=== not yet: 97161 in 2016
@PT medicare 2016-12-31
  30 min  97161      ## code-not-yet-valid error '97161' alone
  bill 97161-GP x1     ## code-not-yet-valid error alone -> bill 97001-GP x1
=== 97763 in 2017
@PT medicare 2017-12-31
  15 min  97763      ## code-not-yet-valid error
  bill 97763-GP x1     ## code-not-yet-valid error alone -> bill 97762-GP x1
=== 97129 in 2019
@OT commercial 2019-12-31
  15 min  97129      ## code-not-yet-valid error
  bill 97129-GO x1     ## code-not-yet-valid error alone -> bill 97127-GO x1
=== CQ in 2019
@PT medicare 2019-12-31
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP-CQ x1     ## code-not-yet-valid error '-CQ'
=== unknown modifiers
@PT medicare
  15 min  97110
  bill 97110-GP-5G x1     ## unknown-modifier warning '-5G'
=== letters first: a payer's own
@PT medicare
  15 min  97110
  bill 97110-GP-ZZ x1     ## unknown-modifier info '-ZZ'
=== modifiers that raise nothing
@PT medicare
  15 min  97110
  bill 97110-GP-KX-52-HQ x1
`,

  'add-on-without-primary': `
=== 90785 alone, and with 90847
@BH commercial
  bill 90785 x1     ## add-on-without-primary error '90785' none
=== with 90847 only
@BH commercial
  50 min 90847
  bill 90847 x1
  bill 90785 x1     ## add-on-without-primary error '90785' none
=== 97130 without 97129
@SLP medicare
  15 min  97130
  bill 97130-GN x1     ## add-on-without-primary error '97130' none
=== 97130 with 97129
@SLP medicare
  30 min  97129
  bill 97129-GN x1
  bill 97130-GN x1
=== 90833 with a visit
@BH medicare
  20 min  90833
  bill 99213 x1
  bill 90833 x1
=== 90833 without
@BH medicare
  20 min  90833
  bill 90833 x1     ## add-on-without-primary error '90833' none
=== 90840 without 90839
@BH commercial
  30 min 90840
  bill 90840 x1     ## add-on-without-primary error
=== 97546: info
@PT commercial
  60 min  97546
  bill 97546 x1     ## add-on-without-primary info
=== 97551: info
@PT commercial
  15 min  97551
  bill 97551 x1     ## add-on-without-primary info
`,

  'discipline-modifier': `
=== missing, Medicare since 2018: safe where the discipline is given
@PT medicare 2018-01-01
  15 min  97110
  bill 97110 x1     ## discipline-modifier error '97110' safe -> bill 97110-GP x1
=== before: warning
@PT medicare 2017-12-31
  15 min  97110
  bill 97110 x1     ## discipline-modifier warning '97110' safe
=== else: nothing for none
@PT commercial
  15 min  97110
  bill 97110 x1
=== Medicaid and TRICARE: nothing for none
@PT medicaid
  15 min  97110
  bill 97110 x1
=== else: a warning for a wrong one
@PT commercial
  15 min  97110
  bill 97110-GO x1     ## discipline-modifier warning '-GO' safe -> bill 97110-GP x1
=== two
@PT medicare
  15 min  97110
  bill 97110-GP-GO x1     ## discipline-modifier error '-GO' safe -> bill 97110-GP x1
=== not the discipline's
@OT medicare
  15 min  97110
  bill 97110-GP x1     ## discipline-modifier error '-GP' safe -> bill 97110-GO x1
=== an evaluation takes its own
@PT medicare
  30 min  97162
  bill 97162 x1     ## discipline-modifier error '97162' safe -> bill 97162-GP x1
=== no discipline given: alone
clinician "R. Ortiz"
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110
  bill 97110 x1     ## discipline-modifier error alone
=== an evaluation without discipline: the code says it, the file does not
clinician "R. Ortiz"
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  30 min  97166
  bill 97166 x1     ## discipline-modifier error alone -> bill 97166-GO x1
=== speech
@SLP medicare
  30 min  92507
  bill 92507 x1     ## discipline-modifier error safe -> bill 92507-GN x1
=== an evaluation of the wrong discipline's modifier, commercial
@PT commercial
  30 min  97162
  bill 97162-GO x1     ## discipline-modifier warning '-GO' safe
=== other therapy codes: hint
@OT medicare
  15 min  97129
  bill 97129 x1     ## discipline-modifier hint
=== not for chiropractors
@chiro commercial
  15 min  97110
  bill 97110 x1
=== psychotherapy takes none
@BH medicare
  45 min  90834
  bill 90834 x1
=== 97010 for Medicare: bundled, no modifier asked
@PT medicare
  10 min  97010
  15 min  97110
  bill 97110-GP x1
  bill 97010-GP x1     ## code-not-for-payer info
`,

  'code-not-for-discipline': `
=== another's evaluation
@PT commercial
  30 min  97165
  bill 97165 x1     ## code-not-for-discipline warning '97165' none
=== psychotherapy under PT
@PT commercial
  45 min  90834
  bill 90834 x1     ## code-not-for-discipline warning none
=== manipulation under PT
@PT commercial
  10 min  98940
  bill 98940 x1     ## code-not-for-discipline warning none
=== manipulation by a chiropractor, a group by one
@chiro commercial
  10 min  98940
  10:00-10:30  97150 group of 2
  bill 98940 x1
  bill 97150 x1
`,

  psychotherapy: `
=== 90853 and 90832, same hands: the individual line; N
@BH medicare
  09:00-09:30  90832
  13:00-14:00  90853  group of 8
  bill 90853 x1
  bill 90832 x1     ## psychotherapy-same-day error '90832' safe -> bill 90832-59 x1
=== else: info
@BH commercial
  09:00-09:30  90832
  13:00-14:00  90853  group of 8
  bill 90853 x1
  bill 90832 x1     ## psychotherapy-same-day info safe
=== family
@BH medicaid
  09:00-09:50  90847
  13:00-14:00  90853  group of 8
  bill 90853 x1
  bill 90847 x1     ## psychotherapy-same-day error safe
=== lengths
@BH medicare
  30 min  90832
  60 min  90853  group of 8
  bill 90853 x1
  bill 90832 x1     ## psychotherapy-same-day error alone
=== 90849
@BH medicare
  09:00-10:00  90849 group of 4
  13:00-14:00  90853  group of 8
  bill 90853 x1
  bill 90849 x1     ## psychotherapy-same-day error '90849'
=== before October 2014 90853 was column two
@BH medicare 2014-09-30
  09:00-09:30  90832
  13:00-14:00  90853  group of 8
  bill 90853 x1
  bill 90832 x1     ## psychotherapy-same-day error '90832'
=== 59 on the group line before that day is in its place
@BH medicare 2014-09-30
  09:00-09:30  90832
  13:00-14:00  90853  group of 8
  bill 90853-59 x1
  bill 90832 x1
=== more than twelve: Medicare
@BH medicare
  60 min  90853  group of 14     ## psychotherapy-group-size warning 'group of 14' none
  bill 90853 x1
=== twelve
@BH medicare
  60 min  90853  group of 12
  bill 90853 x1
=== else: info
@BH commercial
  60 min  90853  group of 14     ## psychotherapy-group-size info
  bill 90853 x1
=== a group without a number
@BH medicare
  60 min  90853  group     ## group-size-missing warning 'group'
  bill 90853 x1
=== a group without a number, and without a word: the code
@BH medicare
  60 min  90853     ## group-size-missing warning '90853'
  bill 90853 x1
=== 90837 and 90847 apart
@BH medicare
  09:00-09:55  90837
  13:00-13:50  90847
  bill 90847 x1
  bill 90837 x1     ## missing-59 error '90837' safe
=== 90791 with psychotherapy
@BH medicare
  09:00-09:55  90791
  13:00-13:30  90832
  bill 90791 x1
  bill 90832 x1     ## pair-not-payable error '90832' alone
=== 90791 with 90837 and a 59
@BH medicare
  09:00-09:55  90791
  13:00-13:55  90837
  bill 90791 x1
  bill 90837-59 x1     ## pair-not-payable error '90837' alone
=== 90791 with 90853, else: info
@BH commercial
  09:00-09:55  90791
  13:00-13:55  90853 group of 6
  bill 90791 x1
  bill 90853 x1     ## pair-not-payable info
=== a visit with 90834: the add-on, alone
@BH medicare
  45 min  90834
  bill 99214 x1    ## pair-not-payable error '99214' alone
  bill 90834 x1
=== two individual sessions' codes
@BH medicare
  09:00-09:55  90837
  13:00-13:40  90834
  bill 90837 x1
  bill 90834 x1     ## pair-not-payable warning '90834'
=== the range of the code: below
@BH commercial
  45 min  90837
  bill 90837 x1    ## psychotherapy-time error '90837' safe -> bill 90834 x1
=== above: warning, up alone
@BH commercial
  45 min  90832
  bill 90832 x1    ## psychotherapy-time warning '90832' alone -> bill 90834 x1
=== under 16
@BH commercial
  15 min  90832
  bill 90832 x1    ## psychotherapy-time error '90832' alone -> gone
=== edges are right
@BH commercial
  16 min  90832
  bill 90832 x1
=== 37
@BH commercial
  37 min  90832
  bill 90832 x1
=== 38 and 52
@BH commercial
  52 min  90834
  bill 90834 x1
=== 53 and beyond
@BH commercial
  90 min  90837
  bill 90837 x1
=== family: under 26
@BH commercial
  25 min  90847
  bill 90847 x1    ## psychotherapy-time error '90847'
=== family: 26 to 49 for Medicare info
@BH medicare
  26 min  90847
  bill 90847 x1    ## psychotherapy-time info '90847'
=== family: 26 elsewhere
@BH commercial
  26 min  90847
  bill 90847 x1    ## !psychotherapy-time
`,
  'pair-not-payable': `
=== 97140 and 97124: indicator 0, known from the table: warning in 2026
@PT medicare
  09:00-09:15  97140
  09:15-09:30  97124
  bill 97140-GP x1
  bill 97124-59-GP x1     ## pair-not-payable warning '97124' alone -> gone
=== 97750 with an evaluation: the manual
@PT medicare
  09:00-09:30  97161
  09:30-09:45  97750
  bill 97161-GP x1
  bill 97750-GP x1     ## pair-not-payable error '97750' alone
=== the same across PT and OT
@PT medicare
  09:00-09:30  97161
  bill 97161-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  09:30-09:45  97750
  bill 97750-59-GO x1     ## !needless-59
=== orthotic training with a re-evaluation
@PT medicare
  09:00-09:30  97164
  09:30-09:45  97760
  bill 97164-GP x1    ## pair-not-payable error '97164'
  bill 97760-GP x1
=== 97163 with 97763
@PT medicaid
  09:00-09:30  97163
  09:30-09:45  97763
  bill 97163-GP x1
  bill 97763-59-GP x1     ## pair-not-payable error '97763'
=== else: info
@PT commercial
  09:00-09:30  97163
  09:30-09:45  97763
  bill 97163 x1
  bill 97763-59 x1     ## pair-not-payable info
=== 92526 and G0283
@SLP medicare
  30 min  92526
  15 min  G0283
  bill 92526-GN x1
  bill G0283-GN x1     ## pair-not-payable error 'G0283'
=== 92507 and 97129 by one practitioner
@SLP medicare
  09:00-09:30  92507
  10:00-10:15  97129
  bill 92507-GN x1
  bill 97129-59-GN x1     ## pair-not-payable error '97129'
=== 92507 by an SLP, 97129 by an OT with a 59
@SLP medicare
  09:00-09:30  92507
  bill 92507-GN x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97129
  bill 97129-59-GO x1
=== one SLP, 92507 and 97110 not shown separate
@SLP medicare
  30 min  92507
  15 min  97110
  bill 92507-GN x1
  bill 97110-GN x1     ## pair-not-payable error '97110'
=== group and 97750: known from the table alone
@PT medicare
  09:00-09:30  97750
  10:00-10:15  97150 group of 2
  bill 97750-GP x2
  bill 97150-GP x1     ## pair-not-payable warning '97150'
`,

  'bypass-modifier-misuse': `
=== 76 beside a group
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-76-GP x1    ## bypass-modifier-misuse error '-76' safe -> bill 97110-59-GP x1
  bill 97150-GP x1
=== 76 and a second line of the code
@PT commercial
  30 min  97110
  bill 97110 x1
  bill 97110-76 x1
=== 59 beside an X
@PT medicare
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110-59-XU-GP x1    ## bypass-modifier-misuse error alone
  bill 97150-GP x1
=== 59 on a visit
@chiro commercial
  10 min  98941
  bill 99213-59 x1     ## bypass-modifier-misuse error '-59' alone -> bill 99213-25 x1
  bill 98941 x1
=== 25 on therapy
@PT commercial
  30 min 97161
  bill 97161-25 x1     ## bypass-modifier-misuse error '-25' alone -> bill 97161 x1
`,

  'missing-25': `
=== a visit beside manipulation, N
@chiro medicaid
  10 min  98941
  bill 99213 x1     ## missing-25 warning '99213' alone -> bill 99213-25 x1
  bill 98941 x1
=== else: info
@chiro commercial
  10 min  98941
  bill 99213 x1     ## missing-25 info alone
  bill 98941 x1
=== a visit with 90853
@BH medicare
  60 min  90853 group of 8
  bill 99213 x1     ## missing-25 warning
  bill 90853 x1
=== with 25
@BH medicare
  60 min  90853 group of 8
  bill 99213-25 x1
  bill 90853 x1
=== with an add-on: none asked
@BH medicare
  20 min  90833
  bill 99213 x1     ## !missing-25
  bill 90833 x1
`,

  'units-over-mue': `
=== N in 2026
@PT medicare
  105 min  97110
  bill 97110-GP x7   ## units-over-mue warning 'x7' none
=== other years: info
@PT medicare 2025-03-03
  105 min  97110
  bill 97110-GP x7   ## units-over-mue info
=== else: off
@PT commercial
  105 min  97110
  bill 97110 x7   ## !units-over-mue
=== the limit itself
@PT medicare
  90 min  97110
  bill 97110-GP x6
`,

  'code-not-for-payer': `
=== 97014 for Medicare: G0283, safe
@PT medicare
  10 min  97014
  bill 97014-GP x1     ## code-not-for-payer error '97014' safe -> bill G0283-GP x1
=== an ulcer: alone
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A
  dx L97.411
  10 min  97014
  bill 97014-GP x1     ## code-not-for-payer error alone
=== others take 97014
@PT commercial
  10 min  97014
  bill 97014 x1
=== Medicaid takes it
@PT medicaid
  10 min  97014
  bill 97014 x1
=== 97127 in 2018 for Medicare
@OT medicare 2018-06-01
  15 min  97127
  bill 97127-GO x1     ## code-not-for-payer error safe -> bill G0515-GO x1
=== G0515 for others
@OT commercial 2018-06-01
  15 min  G0515
  bill G0515-GO x1     ## code-not-for-payer error safe -> bill 97127-GO x1
=== 97010 for Medicare: info
@PT medicare
  10 min  97010
  15 min  97110
  bill 97110-GP x1
  bill 97010 x1     ## code-not-for-payer info
=== an athletic trainer's evaluation
@- medicare
  30 min  97169
  bill 97169 x1     ## code-not-for-payer warning
`,

  'two-evaluations': `
=== two of PT
@PT medicare
  09:00-09:30  97161
  10:00-10:30  97164
  bill 97161-GP x1
  bill 97164-GP x1     ## two-evaluations error '97164' alone
=== whoever gave them, else a warning
@PT commercial
  09:00-09:30  97161
  bill 97161 x1
clinician "B. Two, PT"
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97162
  bill 97162 x1     ## two-evaluations warning
=== PT and OT by two
@PT medicare
  09:00-09:30  97162
  bill 97162-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97166
  bill 97166-GO x1
=== PT and OT by one
clinician "J. Park"
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97162
  10:00-10:30  97166
  bill 97162-GP x1
  bill 97166-GO x1   ## two-evaluations error '97166'
=== a 59 does not help, and nothing else is said of it
@OT medicare
  09:00-09:30  97165
  10:00-10:30  97168
  bill 97165-GO x1
  bill 97168-59-GO x1     ## two-evaluations error ; !needless-59 ; !unsupported-59
`,

  'evaluation-by-assistant': `
=== by an assistant
@PT medicare
  09:00-09:30  97161  by assistant "K. Lee"   ## evaluation-by-assistant error 'by assistant "K. Lee"' none
  bill 97161-GP x1
=== the encounter's assistant: the code
@PT commercial
  assistant "K. Lee"
  09:00-09:30  97161    ## evaluation-by-assistant error '97161' none
  bill 97161 x1
=== CQ alone: that modifier
@PT medicare
  09:00-09:30  97161
  bill 97161-GP-CQ x1   ## evaluation-by-assistant error '-CQ' none
=== an aide, a student
@PT commercial
  09:00-09:30  97164  by aide   ## evaluation-by-assistant error 'by aide'
  bill 97164 x1
=== a student
@PT commercial
  09:00-09:30  97164  by student   ## evaluation-by-assistant error 'by student'
  bill 97164 x1
=== speech
@SLP commercial
  09:00-09:30  92523  by assistant "K. Lee"   ## evaluation-by-assistant error
  bill 92523 x1
`,

  'assistant-modifier': `
=== all of it by an assistant: CQ, safe
@PT medicare
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP x1     ## assistant-modifier error '97110' safe -> bill 97110-GP-CQ x1
=== TRICARE since 2020-04-16
@PT tricare 2020-04-16
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP x1     ## assistant-modifier error safe
=== TRICARE before
@PT tricare 2020-04-15
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP x1
=== Medicare before 2020
@PT medicare 2019-12-31
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP x1
=== else: off
@PT commercial
  15 min  97110  by assistant "K. Lee"
  bill 97110-CO x1
=== CQ beside GO
@OT medicare
  15 min  97530  by assistant "K. Lee"
  bill 97530-GO-CQ x1     ## assistant-modifier error '-CQ' safe -> bill 97530-GO-CO x1
=== 7 and 8
@PT medicare
  7 min  97110
  8 min  97110  by assistant "K. Lee"
  bill 97110-GP x1     ## assistant-modifier error
=== 8 and 7: none, present is wrong
@PT medicare
  8 min  97110 by clinician
  7 min  97110  by assistant "K. Lee"
  bill 97110-GP-CQ x1     ## assistant-modifier error '-CQ' safe -> bill 97110-GP x1
=== 12 and 14: one and one
@PT medicare
  12 min  97110
  14 min  97110  by assistant "K. Lee"
  bill 97110-GP x1
  bill 97110-GP-CQ x1
=== 12 and 14: CQ on both: split, alone
@PT medicare
  12 min  97110
  14 min  97110  by assistant "K. Lee"
  bill 97110-GP-CQ x2     ## assistant-modifier error alone
=== 23 and 13 with 30: the published example
@PT medicare
  23 min  97110  by assistant "K. Lee"
  13 min  97110
  30 min  97140
  bill 97110-GP-CQ x1
  bill 97110-GP x1
  bill 97140-GP x2
=== a group: 4 of 30 alone
@PT medicare
  09:00-09:26  97150  group of 3
  09:26-09:30  97150  group of 3  by assistant "K. Lee"
  bill 97150-GP x1     ## assistant-modifier error
=== a group: 2 of 30
@PT medicare
  09:00-09:28  97150  group of 3
  09:28-09:30  97150  group of 3  by assistant "K. Lee"
  bill 97150-GP x1
=== both the whole time
@PT medicare
  09:00-09:30  97530
  09:00-09:30  97530  by assistant "K. Lee"
  bill 97530-GP x2
=== both the whole time, CQ
@PT medicare
  09:00-09:30  97530  by clinician
  09:00-09:30  97530  by assistant "K. Lee"
  bill 97530-GP-CQ x2    ## assistant-modifier error '-CQ' safe
=== nothing says who gave it: CQ is not called wrong safely
@PT medicare
  15 min  97110
  bill 97110-GP-CQ x1     ## assistant-modifier error '-CQ' alone
=== the encounter's assistant
@PT medicare
  assistant "K. Lee"
  15 min  97110
  bill 97110-GP x1     ## assistant-modifier error safe
`,

  'chiropractic-modifier': `
=== AT missing: alone
@chiro medicare
  10 min  98941
  bill 98941 x1     ## chiropractic-modifier error '98941' alone -> bill 98941-AT x1
=== GA, GZ, GY will do
@chiro medicare
  10 min  98941
  bill 98941-GA x1
=== AT with GA since November 2015
@chiro medicare 2015-11-01
  10 min  98940
  bill 98940-AT-GA x1     ## chiropractic-modifier error alone
=== and before
@chiro medicare 2015-10-31
  10 min  98940
  bill 98940-AT-GA x1
=== AT on another code
@chiro medicare
  15 min  97110
  bill 97110-AT-GY x1     ## chiropractic-modifier error '-AT' alone
=== another service: GY safe
@chiro medicare
  15 min  97110
  bill 97110 x1     ## chiropractic-modifier error '97110' safe -> bill 97110-GY x1
=== with GY, GX
@chiro medicare
  15 min  97110
  15 min  97140
  bill 97110-GY x1
  bill 97140-GX x1
=== not for others
@chiro commercial
  10 min  98941
  bill 98941 x1
=== a group by a chiropractor with AT
@chiro medicare
  10:00-10:30  97150 group of 2
  bill 97150-AT x1     ## chiropractic-modifier error ; chiropractic-modifier error
`,

  'manipulation-same-region': `
=== no 59, no region: warning
@chiro medicaid
  10 min  98941
  15 min  97140
  bill 98941 x1
  bill 97140 x1     ## manipulation-same-region warning '97140' alone
=== 59, no region: info
@chiro medicaid
  10 min  98941
  15 min  97140
  bill 98941 x1
  bill 97140-59 x1     ## manipulation-same-region info
=== the same region, 59 or not: error
@chiro medicaid
  10 min  98941  region "lumbar"
  15 min  97140  region "Lumbar"
  bill 98941 x1
  bill 97140-59 x1     ## manipulation-same-region error '97140' none
=== else: warning
@chiro commercial
  10 min  98941  region "lumbar"
  15 min  97140  region "lumbar"
  bill 98941 x1
  bill 97140-59 x1     ## manipulation-same-region warning none
=== other regions without 59: XS, safe
@chiro medicaid
  10 min  98940  region "lumbar"
  15 min  97124  region "cervical"
  bill 98940 x1
  bill 97124 x1     ## manipulation-same-region warning safe -> bill 97124-XS x1
=== other regions with XS
@chiro medicaid
  10 min  98941  region "lumbar"
  15 min  97124  region "cervical"
  bill 98941 x1
  bill 97124-XS x1     ## !manipulation-same-region
=== 97110 beside manipulation has no edit
@chiro medicaid
  10 min  98941
  15 min  97110
  bill 98941 x1
  bill 97110 x1
=== Medicare: GY lines are not judged for pairs
@chiro medicare
  10 min  98941
  15 min  97140
  bill 98941-AT x1
  bill 97140-GY x1
`,

  'aide-time': `
=== Medicare: error
@PT medicare
  30 min  97110  by aide     ## aide-time error 'by aide' none
  bill 97110-GP x2     ## !under-8-minutes ; !too-many-units
=== TRICARE: error
@PT tricare
  30 min  97110  by aide     ## aide-time error
  bill 97110-GP x2
=== else: warning
@PT commercial
  30 min  97110  by aide     ## aide-time warning
  bill 97110 x2
=== Medicaid is else here
@PT medicaid
  30 min  97110  by aide     ## aide-time warning
  bill 97110 x2
=== a supervised modality by an aide
@PT medicare
  15 min  97012  by aide
  bill 97012-GP x1
=== a group
@PT medicare
  10:00-10:30  97150 group of 2  by aide     ## aide-time error
  bill 97150-GP x1
=== a student while the clinician treats someone else
@PT medicare
  10:00-10:30  97110  by student     ## aide-time error 'by student'
  bill 97110-GP x2
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:30  97110
  bill 97110-GP x2
=== a student directed by a therapist free of others
@PT medicare
  10:00-10:30  97110  by student
  bill 97110-GP x2
encounter 2026-03-03 patient B
  dx M54.50
  10:30-11:00  97110
  bill 97110-GP x2
=== an aide's minutes not billed
@PT medicare
  15 min  97110  by aide
  15 min  97112
  bill 97112-GP x1
`,

  'co-treatment-units': `
=== PT and OT bill the same minutes in full
@PT medicare
  10:00-10:30  97530
  bill 97530-GP x2     ## !co-treatment-units
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97530
  bill 97530-GO x2    ## co-treatment-units error 'x2' none
=== split: right
@PT medicare
  10:00-10:30  97530
  bill 97530-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97530
  bill 97530-GO x1
=== one bills all: right
@PT medicare
  10:00-10:30  97530
  bill 97530-GP x2
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97530
=== else: warning
@PT commercial
  10:00-10:30  97530
  bill 97530 x2
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97530
  bill 97530 x2    ## co-treatment-units warning none
=== both bill 97150
@PT medicare
  10:00-10:30  97150 group of 3
  bill 97150-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97150 group of 3
  bill 97150-GO x1    ## co-treatment-units error
`,

  'commercial-pair and telehealth': `
=== 97530 with 97140, else: info
@PT commercial
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530 x1     ## commercial-pair info '97530'
  bill 97140 x1
=== not for Medicare
@PT medicare
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-GP x1     ## !commercial-pair
  bill 97140-GP x1     ## !commercial-pair
=== telehealth without 95
@BH medicare
  setting telehealth
  45 min  90834
  bill 90834 x1     ## telehealth-modifier info '90834'
=== 95 in the office
@BH commercial
  setting office
  45 min  90834
  bill 90834-95 x1     ## telehealth-modifier info '-95'
=== no setting: nothing
@BH commercial
  45 min  90834
  bill 90834-95 x1     ## !telehealth-modifier
`,
};
