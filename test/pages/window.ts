// A real VS Code with the packaged extension, for suites that press keys and click in a page of ours, and look at how it
// is drawn. One window for all suites; `npx mocha test/pages/NAME.test.ts` runs one alone.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../vscode/browser';
import { fetchServerEditor } from '../vscode/editor';
import { packageExtension } from '../vscode/extension';
import { out } from '../vscode/paths';
import { Stage } from '../vscode/stage';
import { installExtension, quietSettings, startWorkbench, type Workbench } from '../vscode/workbench';

const patienceMs = 60_000;

/** VS Code's own themes, one of each kind, by the class that a page has in it. */
export const themes = {
  'vscode-light': { id: 'Default Light Modern', label: 'Light Modern' },
  'vscode-dark': { id: 'Default Dark Modern', label: 'Dark Modern' },
  'vscode-high-contrast': { id: 'Default High Contrast', label: 'Dark High Contrast' },
  'vscode-high-contrast-light': { id: 'Default High Contrast Light', label: 'Light High Contrast' },
} as const;
export type ThemeClass = keyof typeof themes;

const ownSettings = {
  ...quietSettings,
  'workbench.colorTheme': themes['vscode-light'].id,
  'editor.minimap.enabled': false,
};

export class CodeWindow {
  readonly page: Page;
  readonly stage: Stage;
  /** What the browser complained of: a policy that was broken, a script that threw. */
  readonly complaints: string[] = [];
  readonly #workbench: Workbench;
  readonly #work: string;
  /** The folder that is open: one for each file, since the days of a folder are judged, and shown, together. */
  #folder = '';

  constructor(page: Page, workbench: Workbench, work: string) {
    this.page = page;
    this.stage = new Stage(page);
    this.#workbench = workbench;
    this.#work = work;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Loads the window anew, with one file open in it. */
  async open(name: string, text: string): Promise<void> {
    this.#folder = join(this.#work, `folder-of-${name.replace('.encounter', '')}`);
    await mkdir(this.#folder, { recursive: true });
    const file = join(this.#folder, name);
    await writeFile(file, text);
    await this.page.goto(this.#workbench.url(this.#folder, [['openFile', this.#workbench.uri(file)]]));
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: 90_000 });
    await this.page.locator('.editor-instance [class*="squiggly-"]').first().waitFor({ timeout: 90_000 });
  }

  /** The page of ours in which there is such an element. */
  frame(selector: string): Promise<Frame> {
    return this.until(`a page with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame() || frame.isDetached()) continue;
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      return undefined;
    });
  }

  /** Another colour theme, as a person chooses it: the window stays as it is. */
  async theme(kind: ThemeClass, page: Frame): Promise<void> {
    for (let tries = 3; ; tries--) {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+T');
      await this.page.locator('.quick-input-widget input[placeholder*="heme"]').waitFor();
      await this.page.keyboard.insertText(themes[kind].label);
      try {
        await page.locator(`body.${kind}`).waitFor({ timeout: 10_000 });
        break;
      } catch (error) {
        // Typed before its list was there, the box now and then tries no theme out.
        if (tries === 1) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.keyboard.press('Enter');
  }

  /** As after the window was closed: what was open is there again. */
  async reload(): Promise<void> {
    // What is open is remembered as the window goes; an address with a file to open would hide that.
    await this.page.goto(this.#workbench.url(this.#folder));
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: 90_000 });
  }

  /** What stands out of a page to the right, where it is cut off or makes the page wider than its room. */
  static async tooWide(page: Frame): Promise<string[]> {
    return await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.body.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
        .map((one) => {
          const pixels = Math.round(one.getBoundingClientRect().right - clientWidth);
          return `${one.tagName.toLowerCase()}#${one.id}.${one.className} by ${pixels} pixels`;
        });
    });
  }

  /** Takes the name that a dialog proposes; gives the file, once it is there. */
  async saveAsProposed(name: string): Promise<string> {
    const file = join(this.#folder, name);
    await this.page.locator('.quick-input-widget', { hasText: 'OK' }).waitFor();
    await this.until(`the proposal ${name}`, async () =>
      (await this.page.locator('.quick-input-widget input').first().inputValue()).endsWith(name) ? true : undefined,
    );
    await this.page.keyboard.press('Enter');
    return await this.until(file, async () => (existsSync(file) ? await readFile(file, 'utf8') : undefined));
  }

  /** Puts the cursor on a line of the text, from 1, wherever the focus is. */
  async toLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.until('the focus in the text', async () =>
      (await this.page.locator('[id="status.editor.selection"]').isVisible()) ? true : undefined,
    );
    await this.stage.goTo(line);
  }

  /** Line and column of the cursor, from 1, as the status bar has them; nothing while the focus is elsewhere. */
  async cursor(): Promise<string> {
    const item = this.page.locator('[id="status.editor.selection"]');
    const text = await item.innerText({ timeout: 500 }).catch(() => '');
    return /(\d+)\D+(\d+)/.exec(text)?.slice(1).join(':') ?? text;
  }

  /** The lines of the text that are in view, for a message. */
  async text(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((all) =>
      all
        .map((one) => ({ top: one.getBoundingClientRect().top, text: one.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replace(/\u00a0/g, ' ')),
    );
    return lines.join('\n');
  }

  async until<T>(what: string, ready: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = await ready();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}`);
      await this.page.waitForTimeout(50);
    }
  }
}

let opened: { window: CodeWindow; browser: Browser; workbench: Workbench } | undefined;

async function start(): Promise<CodeWindow> {
  const editor = await fetchServerEditor();
  const work = join(out, 'pages');
  await rm(work, { recursive: true, force: true });
  const dataDir = join(work, 'data');
  await installExtension({ editor, dataDir }, process.env.ENCOUNTER_VSIX ?? (await packageExtension()).vsix);
  const workbench = await startWorkbench({
    editor,
    dataDir,
    offline: true,
    settings: ownSettings,
  });
  const browser = await launchBrowser(await findBrowser(), ['--font-render-hinting=none']);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const window = new CodeWindow(page, workbench, work);
  opened = { window, browser, workbench };
  return window;
}

/** The window, for the tests of a suite; the first suite starts it, and it ends with the process. */
export function inVsCode(): () => CodeWindow {
  let window: CodeWindow | undefined;
  // What the text was then says most of why a test failed.
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') console.log(await window?.text());
  });
  before(async function () {
    this.timeout(180_000);
    window = opened?.window ?? (await start());
  });
  return () => {
    if (!window) throw new Error('the window is there when tests run');
    return window;
  };
}

// Of all suites together, whichever of them run.
after(async () => {
  const ending = opened;
  opened = undefined;
  await ending?.browser.close();
  await ending?.workbench.stop();
});
