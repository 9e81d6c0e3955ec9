/**
 * The same encounters in the forms of other tools, each with one thing wrong in its last encounter that the tool finds. An
 * encounter a line where the form lets one, so that nobody reads more bytes than need be.
 */

import { clock, type Encounter, TOO_MANY } from './clinic';

function plain({ date, patient, payer, clinician, dx, goal, sessions, lines, notes }: Encounter) {
  return {
    date,
    patient,
    payer,
    clinician,
    dx,
    goal,
    sessions: sessions.map(({ start, end, code, group, asLength }) => ({
      ...(asLength ? { minutes: end - start } : { start: clock(start), end: clock(end) }),
      code,
      ...(group === undefined ? {} : { group }),
    })),
    lines: lines.map(({ code, modifiers, units }) => ({ code, modifiers, units })),
    notes,
  };
}

/** JSON. Wrong: more units than the schema lets be. */
export function asJson(encounters: readonly Encounter[]): string {
  return `[\n${encounters.map((encounter) => JSON.stringify(plain(encounter))).join(',\n')}\n]\n`;
}

/** JSON with a key that stands twice. */
export function asJsonTwice(encounters: readonly Encounter[]): string {
  return asJson(encounters).replace(/"notes":\{(?=[^\n]*\n\]\n$)/, '"date":"","notes":{');
}

/** TypeScript: each encounter the argument of a call, which is how type checkers and linters are quickest. */
export function asTypeScript(encounters: readonly Encounter[]): string {
  const calls = encounters.map((encounter) => `add(${JSON.stringify(plain(encounter))});`);
  calls[calls.length - 1] = calls.at(-1)!.replace('"notes":{', '"date":"","notes":{');
  return `declare function add(encounter: object): void;\n${calls.join('\n')}\n`;
}

/** A journal for ledger: minutes given, units billed, the rest as tags. Wrong: the last entry does not balance. */
export function asLedger(encounters: readonly Encounter[]): string {
  const entries = encounters.map(({ date, patient, payer, clinician, dx, goal, sessions, lines, notes }, i) => {
    const name = clinician.replace(/[.,]/g, '');
    return [
      `${date.replaceAll('-', '/')} ${patient}`,
      `    ; payer: ${payer}`,
      `    ; dx: ${dx.join(', ')}`,
      `    ; goal: ${goal}`,
      ...sessions.map(({ start, end, code, group }) => {
        const tag = `  ; ${clock(start)}-${clock(end)}${group === undefined ? '' : ` group of ${group}`}`;
        return `    Care:${code}  ${end - start} min${tag}`;
      }),
      ...lines.map(({ code, modifiers, units }) => `    Billed:${code}:${modifiers.join(':')}  ${units} units`),
      ...(i === encounters.length - 1 ? [] : [`    Given:${name}`]),
      ...Object.entries(notes).map(([label, text]) => `    ; ${label}: ${text}`),
      '',
    ].join('\n');
  });
  return entries.join('\n');
}

const text = { type: 'string' } as const;
const code = { type: 'string', pattern: '^[0-9A-Z]{5}$' } as const;
const time = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' } as const;
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** What a schema can say of the JSON form: kinds, enumerations, patterns, ranges; nothing that lies between two values. */
export const SCHEMA = {
  type: 'array',
  items: object({
    date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    patient: { type: 'string', pattern: '^[^\\s"]+$' },
    payer: { enum: ['medicare', 'medicaid', 'tricare', 'commercial', 'workers-comp'] },
    clinician: text,
    dx: { type: 'array', items: { type: 'string', pattern: '^[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?$' }, minItems: 1 },
    goal: text,
    sessions: {
      type: 'array',
      items: object(
        {
          minutes: { type: 'integer', minimum: 1 },
          start: time,
          end: time,
          code,
          group: { type: 'integer', minimum: 1 },
        },
        ['code'],
      ),
    },
    lines: {
      type: 'array',
      items: object({
        code,
        modifiers: { type: 'array', items: { type: 'string', pattern: '^[0-9A-Z]{2}$' }, maxItems: 4 },
        units: { type: 'integer', minimum: 1, maximum: TOO_MANY - 1 },
      }),
    },
    notes: object({ S: text, O: text, A: text, P: text }),
  }),
};
