// What a person sees while something takes long: what it is, that it still goes on, how long it took.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Something that the person at the keyboard can put right. Shown as it stands, without a stack. */
export class Obstacle extends Error {}

export function say(line: string): void {
  console.log(line);
}

export function seconds(ms: number): string {
  return ms < 950 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1000)} s`;
}

export function megabytes(bytes: number): string {
  return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** Does one step and says so; `growing` is a folder whose size shows that it goes on. */
export async function step<T>(what: string, work: () => Promise<T>, growing?: string): Promise<T> {
  const started = Date.now();
  say(`• ${what}`);
  let busy = false;
  let over = false;
  const beat = setInterval(async () => {
    if (busy) return;
    busy = true;
    const size = growing ? `, ${megabytes(await folderSize(growing))} so far` : '';
    if (!over) say(`  … ${seconds(Date.now() - started)}${size}`);
    busy = false;
  }, 10_000);
  try {
    const result = await work();
    over = true;
    say(`  done in ${seconds(Date.now() - started)}`);
    return result;
  } finally {
    over = true;
    clearInterval(beat);
  }
}

export async function folderSize(folder: string): Promise<number> {
  let total = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await folderSize(path);
    else if (entry.isFile())
      total += await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return total;
}

/** Ctrl-C ends this process in an orderly way, so that what it started is ended too. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
}

/** Runs a command's `main`: an obstacle is one clear message, anything else is a fault of ours and keeps its stack. */
export function runMain(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Obstacle ? `\n${error.message}\n` : error);
      process.exit(1);
    },
  );
}
