// `node test/vscode/run.mjs icon`: draws client/media/icon.png anew after a change to icon.svg.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser, launchBrowser } from './browser';
import { root } from './paths';
import { runMain, say } from './progress';

const size = 256;

runMain(async () => {
  const media = join(root, 'client/media');
  const svg = await readFile(join(media, 'icon.svg'), 'utf8');
  const browser = await launchBrowser(await findBrowser());
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;background:transparent">${svg.replace('<svg ', `<svg width="${size}" `)}</body>`,
  );
  await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
  await browser.close();
  say(`client/media/icon.png: ${size} × ${size}`);
  return 0;
});
