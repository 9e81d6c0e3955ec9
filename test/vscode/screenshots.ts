// `npm run screenshots [NAME…]`: the pictures of docs/images, and those of the steps to begin with, from the packaged extension in a real VS Code.
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findBrowser, launchBrowser } from './browser';
import { dayPicture } from './day-picture';
import { fetchServerEditor } from './editor';
import { packageAndSay } from './extension';
import { out, root, samples } from './paths';
import { endOnSignals, Obstacle, runMain, say, step } from './progress';
import { type Scene, scenes } from './scenes';
import { smallPicture } from './small-picture';
import { Stage } from './stage';
import { steps } from './steps';
import { installExtension, startWorkbench } from './workbench';

const far = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 };
/** The same picture with a smaller page: the editor's hovers have at most 250 pixels, whatever the letters' size. */
const close = { viewport: { width: 960, height: 600 }, deviceScaleFactor: 8 / 3 };
/** As wide as VS Code shows a step's picture, about. */
const small = { viewport: { width: 640, height: 620 }, deviceScaleFactor: 1.25 };
const titleBar = 32;
const smallSettings = {
  'editor.renderWhitespace': 'none',
  'editor.overviewRulerLanes': 0,
  'editor.hideCursorInOverviewRuler': true,
  'editor.fontSize': 13,
  'editor.lineHeight': 20,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.padding.top': 8,
  'editor.scrollbar.vertical': 'hidden',
  'editor.suggest.showStatusBar': false,
  'workbench.editor.showTabs': 'none',
  'workbench.statusBar.visible': false,
};
const closeSettings = { 'editor.fontSize': 11, 'editor.lineHeight': 16 };

/** Only what the picture is about: the text, its findings, and what opens over them. */
const bareSettings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.tree.indent': 12,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'window.title': 'Encounter',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.lineHeight': 24,
  'editor.fontLigatures': false,
  'editor.hover.delay': 100,
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.guides.indentation': false,
  'editor.scrollBeyondLastLine': false,
  'problems.showCurrentInStatus': false,
};

/** What a desktop window would not show: the keyboard layout, forwarded ports, and the remote machine that is this one. */
const hidden = `
  [id="status.host"], [id="status.forwardedPorts"], [id="status.editor.keyboardLayout"],
  [id="status.workbench.keyboardLayout"], [id="status.notifications"] { display: none !important; }
`;

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

runMain(async () => {
  endOnSignals();
  const wanted = process.argv.slice(2);
  const all = [...scenes, ...steps];
  for (const name of wanted) {
    if (name !== 'day' && !all.some((scene) => scene.name === name))
      throw new Obstacle(`There is no scene ${name} in test/vscode/scenes.ts.`);
  }
  // One that was packaged before, where it is named.
  const vsix = process.env.ENCOUNTER_VSIX ?? (await packageAndSay()).vsix;
  const images = join(root, 'docs/images');
  const shipped = join(root, 'client/media/walkthrough');
  for (const folder of [images, shipped]) await mkdir(folder, { recursive: true });
  for (const scene of all) {
    const file = scene.small ? join(shipped, `${scene.name}.svg`) : join(images, `${scene.name}.png`);
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene, vsix, file);
  }
  if (wanted.length === 0 || wanted.includes('day')) await writeFile(join(shipped, 'day.svg'), dayPicture());
  return 0;
});

/** Each picture in an editor of its own, so that none shows what another left behind. */
async function take(scene: Scene, vsix: string, file: string): Promise<void> {
  const editor = await fetchServerEditor();
  const work = join(out, 'screenshots', scene.name);
  await rm(work, { recursive: true, force: true });
  const folder = join(work, 'samples');
  await mkdir(folder, { recursive: true });
  // A text of its own stands alone: what lies in one folder is judged together.
  const others = scene.text === undefined && !scene.small ? await readdir(samples) : [];
  for (const name of others) await copyFile(join(samples, name), join(folder, name));
  const shown = join(folder, scene.file);
  if (scene.text !== undefined) await writeFile(shown, scene.text);
  const dataDir = join(work, 'data');
  await step(`${relative(root, file)}`, async () => {
    await installExtension({ editor, dataDir }, vsix);
    const workbench = await startWorkbench({
      editor,
      dataDir,
      offline: true,
      settings: {
        ...bareSettings,
        ...(scene.close ? closeSettings : {}),
        ...(scene.small ? smallSettings : {}),
        'workbench.colorTheme': themes[scene.theme],
      },
    });
    const browser = await launchBrowser(await findBrowser(), ['--font-render-hinting=none']);
    try {
      const size = scene.small ? small : scene.close ? close : far;
      const page = await browser.newPage({ ...size, colorScheme: scene.theme === 'light' ? 'light' : 'dark' });
      await page.goto(workbench.url(folder, [['openFile', workbench.uri(shown)]]));
      await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 });
      await page.addStyleTag({ content: hidden });
      const stage = new Stage(page);
      await stage.restMouse();
      await page.keyboard.press('Control+B'); // The side bar
      await stage.calm();
      await scene.play(stage);
      if (scene.small) {
        const clip = { x: 0, y: titleBar, width: small.viewport.width, height: scene.small };
        await writeFile(file, await smallPicture(page, clip));
      } else await page.screenshot({ path: file });
    } catch (error) {
      const page = browser.contexts()[0]?.pages()[0];
      await page?.screenshot({ path: join(work, 'failed.png') });
      say(`  the page as it was then: ${relative(root, join(work, 'failed.png'))}`);
      throw error;
    } finally {
      await browser.close();
      await workbench.stop();
    }
  });
  say(`  ${((await stat(file)).size / 1024).toFixed(0)} KB`);
}
