// `npm run package`: the .vsix, and what is in it.
import { packageAndSay } from './extension';
import { runMain, say } from './progress';

runMain(async () => {
  const { files } = await packageAndSay();
  for (const file of files) say(`    ${file}`);
  return 0;
});
