import { newWorkspace } from './markers';

/** Milliseconds that this process took to check a text, its fixes with it, whatever else the machine does. */
export function processorTime(text: string): number {
  const workspace = newWorkspace({ keepFixes: true });
  const from = process.cpuUsage();
  workspace.setText('a.encounter', text);
  workspace.check();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
