/** Texts of `claims.test.ts` on which of two rules speaks, and what only looks like a fault. */
export const RECORDS: Record<string, string> = {
  'notes with nothing in them': `
=== labels are notes: a file with empty ones is no file without notes
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient B   ## group-note-missing warning
  dx M25.561
  goal "x"
  20 min  97150 group of 3
  bill 97150-GP x1
  O:
  A:
`,
  'which rule speaks': `
=== a time error hides what needs the time
@PT medicare
  10:45-10:30  97110    ## end-before-start error alone
  10:00-10:30  97150 group of 2
  bill 97110-59-GP x1
  bill 97150-GP x1
=== attendance before units and overlap
@PT medicare
  10:00-10:30  97110  supervised    ## attendance-missing error
  10:00-10:30  97112
  bill 97110-GP x2
  bill 97112-GP x2
=== a group under a one-on-one code: no word on billing
@PT medicare
  30 min  97110  group of 2   ## one-on-one-code-in-group error
  bill 97150-GP x1    ## !billed-not-performed
=== the other way
@PT medicare
  30 min  97150  one-on-one   ## group-code-one-on-one error
  bill 97110-GP x2    ## billed-not-performed error
=== an aide's minutes before units
@PT medicare
  15 min  97110  by aide    ## aide-time error
  7 min  97110
  bill 97110-GP x1
=== not performed: no word on pairs and modifiers
@PT medicare
  30 min  97150  group of 2
  bill 97150-GP x1
  bill 97110-GP x1    ## billed-not-performed error
=== not performed: its units leave the totals
@PT medicare
  22 min  97110
  bill 97110-GP x1
  bill 97112-GP x1    ## billed-not-performed error
=== no session at all: the lines are judged by what they say
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A   ## billed-not-performed warning
  dx M54.50
  bill 97150-GP x1
  bill 97110-GP x1    ## missing-59 error alone
=== no session at all: units of an untimed code
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A   ## billed-not-performed warning
  dx M54.50
  bill 97150-GP x3    ## group-units error safe
=== no session at all: two evaluations, a modifier that misses
clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A   ## billed-not-performed warning
  dx M54.50
  bill 97161-GP x1
  bill 97164 x1    ## two-evaluations error ; discipline-modifier error
=== group-units before the unit limit and the double
@PT medicare
  30 min  97150  group of 2
  bill 97150-GP x1
  bill 97150-GP x1    ## group-units error ; !duplicate-line ; !units-over-mue
=== too many units before the limit
@PT medicare
  15 min  97110
  bill 97110-GP x7    ## too-many-units error safe ; !units-over-mue
=== the visit: pair-not-payable before 25
@BH medicare
  45 min  90834
  bill 99214 x1    ## pair-not-payable error ; !missing-25
  bill 90834 x1
=== a chiropractor's group without GY: one finding each line
@chiro medicare
  10:00-10:30  97150 group of 2
  10:30-10:45  97110
  bill 97150 x1    ## chiropractic-modifier error safe
  bill 97110 x1    ## chiropractic-modifier error safe ; !missing-59 ; !discipline-modifier
=== 97014 by a PT without GP, Medicare: one finding
@PT medicare
  10 min  97014
  bill 97014 x1    ## code-not-for-payer error ; !discipline-modifier
=== an overlap with the group, and another clinician's patient: two defects
@PT medicare
  10:00-10:30  97150 group of 2
  10:10-10:25  97110   ## group-overlaps-individual error ; !clinician-double-booked ; !same-patient-overlap
  bill 97150-GP x1
  bill 97110-GP x1   ## !missing-59
encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:30  97150 group of 2
  bill 97150-GP x1
=== a line of one discipline whose session stands under another: the session is there, its minutes are not counted here
@PT medicare
  15 min  97110
  bill 97110-GP x1
clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx M54.50
  bill 97110-GO x1
=== a second payer's claim for the same sessions
@PT medicare
  15 min  97110
  bill 97110-GP x1
encounter 2026-03-03 patient A
  payer commercial
  dx M54.50
  bill 97110 x1
=== sevens by midpoint, assumed: what both rules deny is an error
@PT commercial
  7 min  97110
  7 min  97140
  bill 97110 x1    ## under-8-minutes warning
  bill 97140 x1    ## under-8-minutes error
=== units that one rule alone denies, beside what both deny
@PT commercial
  24 min  97112
  23 min  97110
  bill 97112 x2
  bill 97110 x3   ## too-many-units error
=== the assumed rule denies, the other gives: a warning
@PT commercial
  20 min  97112
  20 min  97110
  bill 97112 x2  ## too-many-units warning
  bill 97110 x1
=== a line without a session hides its own pairs and no others
@BH medicare
  09:00-09:30  90832
  10:00-10:50  90846
  bill 90832 x1   ## missing-59 error
  bill 90846 x1
  bill 90849 x1   ## billed-not-performed error
`,
  'fixes that would bring an error': `
=== one unit of two is an assistant's: raising the line would ask for a CQ on half of it
@PT medicare
  15 min  97110
  15 min  97110  by assistant "K. Lee"
  bill 97110-GP x1   ## too-few-units hint none
=== all of it is the assistant's, and the line says so
@PT medicare
  assistant "K. Lee"
  30 min  97110
  bill 97110-GP-CQ x1   ## too-few-units hint alone -> bill 97110-GP-CQ x2
=== an aide's group is no group
@PT medicare
  30 min  97110  group of 3  by aide   ## one-on-one-code-in-group error none
  bill 97110-GP x1
=== an assistant's group asks for CQ
@PT medicare
  30 min  97110  group of 3  by assistant "K. Lee"   ## one-on-one-code-in-group error none
  bill 97110-GP x1
=== a line is added where a 59 is added to the line above it
@BH tricare
  10:00-10:45  90853  group of 3   ## performed-not-billed hint alone
  10:52-11:37  90834
  bill 90834
=== of the codes that came after it, the one of these minutes
@BH commercial 2013-01-01
  45 min  90806   ## deleted-code warning
  bill 90806 x1   ## deleted-code warning alone -> bill 90834 x1
`,
};
