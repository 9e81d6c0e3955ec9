/** The patient-day of a text's first encounter, as the rules see it. */

import type { PatientDay } from '../../server/src/model/patient-day';
import { defaultSettings, type Settings } from '../../server/src/model/settings';
import { newWorkspace, TODAY } from './markers';

/** @param text one file, or several that stand in one workspace: the day is that of the first. */
export function patientDay(text: string | readonly string[], settings: Partial<Settings> = {}): PatientDay {
  const workspace = newWorkspace({ rules: [], settings: { ...defaultSettings(TODAY), ...settings } });
  const texts = typeof text === 'string' ? [text] : text;
  for (const [at, one] of texts.entries()) workspace.setText(`${at}.encounter`, one);
  workspace.check();
  for (const block of workspace.files.get('0.encounter')!.blocks()) if (!block.isAbove) return workspace.dayOf(block);
  throw new Error('no encounter');
}
