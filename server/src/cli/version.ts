import manifest from '../../../package.json';
import { UNIT_LIMIT_EDITION } from '../guidance/mue';
import { PAIR_EDITION } from '../guidance/pairs';

/** The version, and the editions of what is judged by. */
export function version(): string {
  return `encounter ${manifest.version}\npairs: ${PAIR_EDITION}\nunit limits: ${UNIT_LIMIT_EDITION}\n`;
}
