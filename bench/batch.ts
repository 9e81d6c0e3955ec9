/**
 * The checker, JSON.parse and a pass over the characters on the same encounters, in a process of their own: prints the best
 * of many rounds of each, in ms of processor time. What noise adds is never in the best of many.
 *
 *     npm run bench -- batch [--encounters=3000] [--rounds=30]
 */

import { Workspace } from '../server/src/engine/workspace';
import { defaultSettings } from '../server/src/model/settings';
import { RULES } from '../server/src/rules/registry';
import { clinic, written } from './clinic';
import { asJson } from './forms';
import { option } from './measure';

const encounters = clinic(option('encounters', 3000));
const { text } = written(encounters);
const json = asJson(encounters);

const kinds = {
  check: () => {
    const workspace = new Workspace({ rules: RULES, settings: defaultSettings(20261121) });
    workspace.setText('day.encounter', text);
    workspace.check();
  },
  json: () => JSON.parse(json),
  pass: () => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    if (sum === 0) throw new Error('no text');
  },
};
const best: Record<string, number> = {};
for (let round = option('rounds', 30); round > 0; round--) {
  for (const [name, run] of Object.entries(kinds)) {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, (user + system) / 1000);
  }
}
console.log(JSON.stringify(best));
