// The suites that need no editor, in this process: every test/**/*.test.ts but those of test/editor and test/pages.
// `unit.ts pages`: those of test/pages, which drive an editor from here.
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Mocha from 'mocha';
import { reporter } from '../editor/report';
import { root } from './paths';

const inEditors = [join('test', 'editor'), join('test', 'pages')];

function suites(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return inEditors.includes(relative(root, path)) ? [] : suites(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

const grep = process.env.ENCOUNTER_GREP;
const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, ...(grep ? { grep } : {}) });
mocha.reporter(
  reporter((sums) => {
    const file = process.env.ENCOUNTER_SUMS;
    if (file) writeFileSync(file, JSON.stringify(sums));
  }) as never,
);
const [only = ''] = process.argv.slice(2);
for (const file of suites(join(root, 'test', only)).sort()) mocha.addFile(file);
mocha.run((failures) => process.exit(failures > 0 ? 1 : 0));
