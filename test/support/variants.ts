/** A day, and the days one small step away from it: a minute more, another code, a modifier less, another payer. */

/** The line that parts a day that stands in several files. */
export const ANOTHER_FILE = '# another file\n';

const CODES = [
  '97110',
  '97112',
  '97140',
  '97150',
  '97035',
  '97161',
  '97129',
  '97130',
  '90853',
  '90837',
  '92508',
  '98941',
];
const MODIFIERS = ['59', 'GP', 'GO', 'CQ', 'CO', 'KX', 'XU', 'XP', '25', '76', 'AT', 'GA', 'GY', 'ZZ'];
const PAYERS = ['medicare', 'medicaid', 'tricare', 'commercial', 'workers-comp', '"Blue Plan"'];
const DISCIPLINES = ['PT', 'OT', 'SLP', 'chiro', 'BH'];
const DATES = ['2015-06-01', '2019-11-30', '2021-03-01', '2025-06-15', '2026-01-02', '2026-12-31'];
const CONTACTS = ['', '  one-on-one', '  group', '  group of 1', '  group of 2', '  group of 7', '  supervised'];
const GIVERS = ['', ' by assistant "M. Lee, PTA"', ' by "S. Kim, PT"', ' by student', ' by aide'];
const ABOVE = [
  'units midpoint',
  'units cms',
  'setting hospital',
  'state AZ',
  'assistant "M. Lee, PTA"',
  'discipline OT',
];
const WITHIN = [
  'units midpoint',
  'payer tricare',
  'clinician "S. Kim, OT"',
  'discipline OT',
  'goal "Walk"',
  'S: As before.',
];

const SESSION = /^\s+(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)\b/;
const CLOCK = /(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)/;
const LENGTH = /^(\s+)(\d+)( min\b)/;
const CODE = /\b(?:9\d{4}|[GS]\d{4})\b/;
const CONTACT = /\s+(?:one-on-one|supervised|group(?: of \d+)?)\b/;
const GIVER = /\s+by (?:"[^"]*"|student|aide|assistant(?: "[^"]*")?)/;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function* ofSession(line: string): Generator<string> {
  const times = CLOCK.exec(line);
  if (times) {
    const [, fromHour, fromMinute, toHour, toMinute] = times.map(Number) as [number, number, number, number, number];
    const from = fromHour * 60 + fromMinute;
    const to = toHour * 60 + toMinute;
    const put = (start: number, end: number) => line.replace(CLOCK, `${clock(start)}-${clock(end)}`);
    for (const more of [-15, -8, -1, 1, 7, 15]) yield put(from, Math.max(0, to + more));
    for (const more of [-15, -1, 1, 8]) yield put(Math.max(0, from + more), to);
    for (const length of [7, 8, 22, 23]) yield put(from, from + length);
    yield put(from + 60, to + 60);
    yield line.replace(CLOCK, `${to - from} min`);
  }
  const length = LENGTH.exec(line);
  if (length) {
    const now = Number(length[2]);
    for (const minutes of [0, 7, 8, 15, 22, 23, 38, now - 1, now + 1]) yield line.replace(LENGTH, `$1${minutes}$3`);
    yield line.replace(LENGTH, `$109:00-${clock(540 + now)}`);
  }
  for (const contact of CONTACTS) {
    if (CONTACT.test(line)) yield line.replace(CONTACT, contact);
    else if (contact !== '') yield line.replace(CODE, (code) => code + contact);
  }
  const bare = line.replace(GIVER, '');
  for (const giver of GIVERS) yield bare.trimEnd() + giver;
  yield `${line.trimEnd()} region "neck"`;
}

function* ofClaim(line: string): Generator<string> {
  const written = /^(\s+bill\s+\w+)((?:-\w+)*)(.*)$/.exec(line);
  if (!written) return;
  const [, head = '', modifiers = '', rest = ''] = written;
  const list = modifiers.split('-').slice(1);
  for (const one of list) yield `${head}${modifiers.replace(`-${one}`, '')}${rest}`;
  for (const one of MODIFIERS) if (!list.includes(one)) yield `${head}${modifiers}-${one}${rest}`;
  if (list.length > 0) yield `${head}${rest}`;
  const units = /x(\d+)/.exec(rest);
  const now = Number(units?.[1] ?? 1);
  for (const n of new Set([0, 1, 2, 3, now - 1, now + 1]))
    if (n >= 0) yield `${head}${modifiers}${units ? rest.replace(/x\d+/, `x${n}`) : ` x${n}${rest}`}`;
}

function* ofLine(line: string): Generator<string> {
  if (/^\s+bill\b/.test(line)) yield* ofClaim(line);
  else if (SESSION.test(line) || LENGTH.test(line)) yield* ofSession(line);
  if (CODE.test(line)) for (const code of CODES) yield line.replace(CODE, code);
  if (/^\s*payer\b/.test(line)) for (const payer of PAYERS) yield line.replace(/payer.*/, `payer ${payer}`);
  if (/^\s*discipline\b/.test(line))
    for (const one of DISCIPLINES) yield line.replace(/discipline.*/, `discipline ${one}`);
  if (/^\s*clinician\b/.test(line)) yield line.replace(/clinician.*/, 'clinician "S. Kim, PT"');
  if (/^encounter\b/.test(line)) {
    for (const date of DATES) yield line.replace(/\d{4}-\d\d-\d\d/, date);
    yield line.replace(/patient \S+/, 'patient ZZ');
  }
  if (/^\s+[SOAP]:/.test(line)) yield line.replace(/:.*/, ':');
}

/** The texts one step away, each once, always in the same order. */
export function variants(text: string): string[] {
  const lines = text.split('\n');
  const found = new Set<string>();
  const put = (at: number, ...now: string[]) =>
    found.add([...lines.slice(0, at), ...now, ...lines.slice(at + 1)].join('\n'));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    put(at);
    if (!/^encounter\b/.test(line)) put(at, line, line);
    for (const other of ofLine(line)) put(at, other);
    if (/^encounter\b/.test(line)) for (const more of WITHIN) put(at, line, `  ${more}`);
  }
  for (const field of ABOVE) found.add(`${field}\n${text}`);
  const from = lines.findIndex((line) => /^encounter\b/.test(line));
  if (from >= 0) {
    const next = lines.findIndex((line, at) => at > from && /^encounter\b/.test(line));
    const first = lines.slice(from, next < 0 ? undefined : next).join('\n');
    const end = text.endsWith('\n') ? '' : '\n';
    found.add(`${text}${end}\n${first}\n`);
    found.add(`${text}${end}\n${first.replace(/patient \S+/, 'patient ZZ')}\n`);
    found.add(`${text}${end}\n${first.replace(/\d{4}-\d\d-\d\d/, '2026-03-17')}\n`);
  }
  // The day in two files: each encounter but the first may stand in another one, below the same defaults.
  for (const [at, line] of lines.entries())
    if (at > from && from >= 0 && /^encounter\b/.test(line))
      found.add(
        [...lines.slice(0, at), ANOTHER_FILE.trimEnd(), ...lines.slice(0, from), ...lines.slice(at)].join('\n'),
      );
  found.delete(text);
  return [...found];
}
