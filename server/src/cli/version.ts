import { editionsWith } from '../guidance/editions';
import { VERSION } from '../text/version';

/** The version, and the editions of what is judged by. */
export function version(): string {
  const { rules, codes, pairs, unitLimits } = editionsWith();
  return `encounter ${VERSION}\nrules: ${rules}\ncodes: ${codes}\npairs: ${pairs}\nunit limits: ${unitLimits}\n`;
}
