/**
 * A coder's own table of unit limits (MUE), as CMS publishes it: code, value, adjudication indicator, rationale, parted
 * by tabs or commas, with quotes or without.
 */

import { DamagedFile } from './pair-index';

export interface OwnLimit {
  readonly units: number;
  /** 1: judged by claim line. 2 and 3: by date. */
  readonly by: 1 | 2 | 3 | undefined;
}

/** A coder's own table of unit limits. */
export interface OwnLimits {
  /** What is said of it in findings. */
  readonly edition: string;
  readonly limits: ReadonlyMap<string, OwnLimit>;
}

/** Characters of a line at most. The copyright notice is the longest, with some 2,000. */
const LINE_MOST = 100_000;

/** Limits by code in capitals. Throws {@link DamagedFile} with the line that is wrong. */
export function readUnitLimits(text: string): Map<string, OwnLimit> {
  const limits = new Map<string, OwnLimit>();
  const lines = text.split(/\r\n|\n|\r/);
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    if (line.length > LINE_MOST) throw new DamagedFile(i + 1, 'a line this long is in no such table');
    const fields = (line.includes('\t') ? line.split('\t') : commaFields(line)).map((field) =>
      field
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const [code = '', value = '', indicator = '', day = ''] = fields;
    if (!/^(?:\d{4}[\dA-Z]|[A-Z]\d{4})$/i.test(code)) {
      // Headings and the copyright notice stand before the first code.
      if (limits.size === 0) return;
      throw new DamagedFile(i + 1, 'expected a code of five characters');
    }
    // Its second code could pass for very many units.
    if (/^(?:19|20)\d{6}$/.test(day)) throw new DamagedFile(i + 1, 'this is a pair of codes, not a unit limit');
    if (!/^\d{1,6}$/.test(value)) throw new DamagedFile(i + 1, 'expected the number of units after the code');
    const by = /^([123])\b/.exec(indicator)?.[1];
    if (indicator !== '' && !by) throw new DamagedFile(i + 1, 'expected an adjudication indicator of 1, 2 or 3');
    limits.set(code.toUpperCase(), { units: Number(value), by: by ? (Number(by) as 1 | 2 | 3) : undefined });
  });
  if (limits.size === 0) throw new DamagedFile(Math.max(1, lines.length), 'it holds no code with a limit');
  return limits;
}

/** Fields parted by commas, of which some stand in quotes with commas of their own. */
function commaFields(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else field += c;
  }
  fields.push(field);
  return fields;
}
