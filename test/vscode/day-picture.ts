// The picture of a day among the steps to begin with: what the day view itself saves as a file.
import { daySvg } from '../../client/webview/day-svg';
import { applyConfig } from '../../server/src/engine/config';
import { Workspace } from '../../server/src/engine/workspace';
import { dayAt } from '../../server/src/features/day-view';
import { RULES } from '../../server/src/rules/registry';
import { Obstacle } from './progress';
import { morning } from './steps';

export function dayPicture(): string {
  const path = 'day.encounter';
  const workspace = new Workspace({ rules: RULES, ...applyConfig({}, 20260303) });
  workspace.setText(path, morning);
  workspace.check();
  const day = dayAt(workspace, path, { line: 4, character: 0 }, undefined);
  if (day === undefined || typeof day === 'string') throw new Obstacle('The sample morning has no day to draw.');
  return daySvg(day, 'en');
}
