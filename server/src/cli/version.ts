import { UNIT_LIMIT_EDITION } from '../guidance/mue';
import { PAIR_EDITION } from '../guidance/pairs';
import { VERSION } from '../text/version';

/** The version, and the editions of what is judged by. */
export function version(): string {
  return `encounter ${VERSION}\npairs: ${PAIR_EDITION}\nunit limits: ${UNIT_LIMIT_EDITION}\n`;
}
