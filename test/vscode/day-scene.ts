// The clinic morning that the pictures of the day view show: a group joined, a gap or two, and five minutes recorded twice.
export const morning = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-10 patient A
  dx M54.50
  08:00-08:30  97161
  08:30-08:53  97110
  bill 97161-GP x1
  bill 97110-GP x2
  O: First visit; plan agreed.

encounter 2026-03-10 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:00-09:23  97110
  09:23-09:35  97140
  09:40-10:10  97150  group of 3  "Balance and core"
  bill 97110-59-GP x1
  bill 97140-59-GP x1
  bill 97150-GP    x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-10 patient C
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  09:40-10:10  97150  group of 3  "Balance and core"
  10:10-10:33  97112
  bill 97150-GP    x1
  bill 97112-59-GP x2
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.

encounter 2026-03-10 patient D
  dx M17.11
  goal "Walk to the mailbox and back"
  09:40-10:10  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  O: Did five of seven stations.
  A: Weight shift is even now.
  P: Bring in the steps.

encounter 2026-03-10 patient E
  dx M62.81
  10:28-10:58  97530
  10:58-11:10  97032
  bill 97530-GP x2
  bill 97032-GP x1
  O: Lifted 8 kg ten times.

encounter 2026-03-10 patient F
  dx M54.16
  11:20-11:41  97116
  11:41-11:56  G0283  supervised
  bill 97116-GP x1
  bill G0283-GP x1
  O: 120 m with the cane, 40 m without.
`;
