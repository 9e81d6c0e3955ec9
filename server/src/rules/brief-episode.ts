import { Is } from '../model/code';
import type { Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { Contact } from '../syntax/kinds';
import { relatedTimes } from './kit/overlap';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { minutes, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'brief-episode',
  scope: 'patient-day',
  needs: Is.OneOnOne,
  severity: 'info',
  sources: ['aca-group', 'encounter'],
  statements: ['A04'],
  facts: ['F-8MIN-11'],
  check(day, report) {
    const { briefEpisode } = day.settings;
    let episodes: ReadonlyMap<Session, Episode> | undefined;
    for (const session of day.sessions) {
      if (session.minutes < 0 || session.minutes >= briefEpisode || !isOneOnOne(session)) continue;
      if (!day.inPlay(session)) continue;
      episodes ??= episodesOf(day);
      const episode = episodes.get(session);
      const length = episode ? episode.end - episode.start : session.minutes;
      const parts = episode?.parts ?? [session];
      if (length >= briefEpisode || parts[0] !== session) continue;
      report(session.encounter, session.whenPlace(), {
        severity: 'info',
        message: `${session.code!.text}${session.hasClock ? ` ${when(session)}` : ''}: an episode of ${minutes(length)}. Each must be long enough for skilled treatment; under ${minutes(briefEpisode)} it is doubtful. Say in the note what was done.`,
        about: [session],
        related: relatedTimes(parts.slice(1), (part) => `Goes on here, ${when(part)}`),
      });
    }
  },
};

function isOneOnOne(session: Session): boolean {
  return (
    (session.code!.is & Is.OneOnOne) !== 0 && session.contact === Contact.OneOnOne && !session.byAide && !session.cut
  );
}

/** Sessions of one code by one giver that touch or overlap. */
interface Episode {
  readonly start: number;
  end: number;
  /** In the order of the day. */
  readonly parts: Session[];
}

/** The episode of each session with times, all of a day at once. */
function episodesOf(day: PatientDay): ReadonlyMap<Session, Episode> {
  const sessions = day.sessions.filter((session) => session.hasClock && isOneOnOne(session));
  const order = new Map(sessions.map((session, index) => [session, index]));
  const episodes = new Map<Session, Episode>();
  /** The last one of each code and giver. */
  const open = new Map<string, Episode>();
  for (const session of [...sessions].sort((a, b) => a.start - b.start)) {
    const code = session.code!.text;
    const kind = session.giver === undefined ? code : `${code} ${session.giver}`;
    let episode = open.get(kind);
    if (!episode || session.start > episode.end) {
      episode = { start: session.start, end: session.end, parts: [] };
      open.set(kind, episode);
    }
    episode.end = Math.max(episode.end, session.end);
    episode.parts.push(session);
    episodes.set(session, episode);
  }
  for (const { parts } of new Set(episodes.values())) parts.sort((a, b) => order.get(a)! - order.get(b)!);
  return episodes;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'A very short episode',
  summary: 'A one-on-one episode is so short that skilled treatment is doubtful.',
  explanation:
    'One-on-one minutes may come in several episodes, and each must be long enough to be skilled treatment. No source gives a least length; worked examples use 5 minutes and more. The limit of 5 minutes is a choice of this tool and can be changed. Sessions of one code that follow one another without a gap are one episode.',
  cost: 'A reviewer may strike the minutes, and the unit with them.',
  fix: 'Say in the note what skilled work was done, or correct the times.',
  severities: 'Info, for every payer.',
  bad: [
    {
      title: '3 minutes, then 15 later',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:03  97110
  ^^^^^^^^^^^ brief-episode info
  09:20-09:35  97110
  bill 97110-GP x1
`,
    },
  ],
  good: [
    {
      title: 'Episodes of 8 and 5 minutes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:08  97110
  09:24-09:29  97110
  bill 97110-GP x1
`,
    },
    {
      title: '3 minutes that go straight on',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:03  97110  "Bands"
  09:03-09:15  97110  "Steps"
  bill 97110-GP x1
`,
    },
  ],
};
