// `npm run package`: the .vsix for VS Code with what is in it, and the npm package for other editors and the command line.
import { relative } from 'node:path';
import { packageAndSay } from './extension';
import { npm } from './npm';
import { out, root } from './paths';
import { runMain, say, step } from './progress';

runMain(async () => {
  const { vsix, files } = await packageAndSay();
  for (const file of files) say(`    ${file}`);
  // The bundles are there, minified.
  await step('Packing the command and server', () => npm(['pack', '--pack-destination', out], root));
  say(`  ${relative(root, vsix.replace(/vsix$/, 'tgz'))}`);
  return 0;
});
