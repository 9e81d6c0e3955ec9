/** Clinic days of any size, the same for the same number: plain, right, one finding in every tenth encounter. */

const CODES = ['97110', '97112', '97140', '97530', '97116'];

/** Encounters as a file. Thirty-two a day, four clinicians, three sessions each. */
export function encounters(count: number): string {
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const two = (n: number) => String(n).padStart(2, '0');
  const pieces = ['payer medicare\ndiscipline PT\n\n'];
  for (let i = 0; i < count; i++) {
    const date = new Date(Date.UTC(2022, 0, 3 + Math.floor(i / 32))).toISOString().slice(0, 10);
    const hour = two(8 + (i % 8));
    const a = random(5);
    const b = (a + 1 + random(4)) % 5;
    pieces.push(
      `encounter ${date} patient P${i}\n`,
      `  clinician "Clinician ${(i >> 3) & 3}, PT"\n`,
      '  dx M54.50\n',
      `  ${hour}:00-${hour}:15  ${CODES[a]}  one-on-one\n`,
      `  ${hour}:15-${hour}:30  ${CODES[b]}\n`,
      `  ${hour}:30-${hour}:45  97035\n`,
      `  bill ${CODES[a]}-GP x1\n`,
      `  bill ${CODES[b]}-GP x1\n`,
      `  bill 97035-GP x${random(10) === 0 ? 2 : 1}\n`,
      '  S: Feels steadier on stairs and sleeps through most nights now.\n',
      '  O: Took part in the whole session; two cues needed for the last set of six.\n',
      '  A: Fewer cues than last week, and better balance on the left side.\n',
      '  P: Continue twice weekly.\n\n',
    );
  }
  return pieces.join('');
}

/** The line of the units of the last claim line of an encounter, and their column. */
export function unitsPlace(encounter: number): { line: number; character: number } {
  return { line: 3 + encounter * 14 + 8, character: 17 };
}

/** The same content as JSON, for parsers of that. */
export function asJson(text: string): string {
  const days = text.split(/\n(?=encounter )/).slice(1);
  return JSON.stringify(
    days.map((block) => {
      const lines = block.trim().split('\n');
      const [, date, , patient] = lines[0]!.split(' ');
      const note = (label: string) => lines.find((line) => line.startsWith(`  ${label}:`))?.slice(5) ?? '';
      return {
        date,
        patient,
        clinician: lines[1]!.trim().slice(10),
        dx: lines[2]!.trim().slice(3),
        sessions: lines.slice(3, 6).map((line) => {
          const [when, code, contact] = line.trim().split(/\s+/);
          const [start, end] = when!.split('-');
          return { start, end, code, contact: contact ?? null };
        }),
        bills: lines.slice(6, 9).map((line) => {
          const [, code, units] = line.trim().split(' ');
          const [name, ...modifiers] = code!.split('-');
          return { code: name, modifiers, units: Number(units!.slice(1)) };
        }),
        notes: { S: note('S'), O: note('O'), A: note('A'), P: note('P') },
      };
    }),
  );
}
