// What a scene can do: the moves of a person at the keyboard and the mouse, each of them waiting for what it brings about.
import type { Page } from 'playwright-core';
import { Obstacle } from './progress';

const patienceMs = 20_000;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page, as text: the rectangle of the first `wanted` behind `after` in the lines that are in view. The editor
 * draws a line as many small elements and its spaces as no-break spaces.
 */
const locate = `({ wanted, after }) => {
  const plain = (text) => text.replace(/\\u00a0/g, ' ');
  const lines = [...document.querySelectorAll('.editor-instance .view-line')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let armed = after === '';
  for (const line of lines) {
    const text = plain(line.textContent);
    let from = 0;
    if (!armed) {
      const at = text.indexOf(after);
      if (at < 0) continue;
      armed = true;
      from = at + after.length;
    }
    const start = text.indexOf(wanted, from);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.data.length;
      if (!begun && start < passed + length) {
        range.setStart(node, start - passed);
        begun = true;
      }
      if (begun && start + wanted.length <= passed + length) {
        range.setEnd(node, start + wanted.length - passed);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      passed += length;
    }
  }
  return null;
}`;

export class Stage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Where a piece of the text is drawn: the first, or the first behind `after`. */
  async #box(wanted: string, after = ''): Promise<Box> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const box = (await this.page.evaluate(`(${locate})(${JSON.stringify({ wanted, after })})`)) as Box | null;
      if (box) return box;
      if (Date.now() > deadline) throw new Obstacle(`The editor shows no ${JSON.stringify(wanted)}.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Puts the cursor in front of a piece of the text. */
  async cursor(wanted: string, after = ''): Promise<void> {
    const { x, y, height } = await this.#box(wanted, after);
    await this.page.mouse.click(x + 1, y + height / 2);
    await this.restMouse();
  }

  /** Waits for the squiggle under the line that holds the text. */
  async finding(wanted: string): Promise<void> {
    const marked = (y: number, height: number) => `[...document.querySelectorAll('.squiggly-error, .squiggly-warning')]
      .some((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top < ${y + height} && bottom > ${y};
      })`;
    for (const deadline = Date.now() + patienceMs; ; ) {
      // Anew each time: words that come between the lines move them.
      const { y, height } = await this.#box(wanted);
      if (await this.page.evaluate(marked(y, height))) return;
      if (Date.now() > deadline) throw new Obstacle(`Nothing is found in the line of ${JSON.stringify(wanted)}.`);
      await this.page.waitForTimeout(100);
    }
  }

  async problems(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+M');
    await this.page.locator('.markers-panel .monaco-list-row').first().waitFor({ timeout: patienceMs });
    // The row that is selected shows a light bulb once its fixes are known, where it has any.
    const bulb = this.page.locator('.markers-panel [class*="codicon-light"]').first();
    await bulb.waitFor({ timeout: 3000 }).catch(() => {});
    await this.#calm();
  }

  async hover(wanted: string, after = ''): Promise<void> {
    const { x, y, width, height } = await this.#box(wanted, after);
    await this.page.mouse.move(x + width / 2 - 4, y + height / 2);
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor({ timeout: patienceMs });
    await this.#calm();
  }

  /** Waits until the hover that is open holds some words: its parts come one after the other. */
  async hovered(words: string): Promise<void> {
    await this.page.locator('.monaco-hover:not(.hidden)', { hasText: words }).first().waitFor({ timeout: patienceMs });
    await this.#calm();
  }

  /** Opens the menu of the light bulb at a piece of the text. */
  async fixes(wanted: string, after = ''): Promise<void> {
    await this.cursor(wanted, after);
    // The editor lets the key pass while it has not yet taken in that the cursor has moved.
    const menu = this.page.locator('.action-widget .monaco-list-row').first();
    for (const deadline = Date.now() + patienceMs; ; ) {
      await this.page.keyboard.press('Control+.');
      const open = await menu.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (open) break;
      if (Date.now() > deadline) throw new Obstacle(`The light bulb at ${JSON.stringify(wanted)} has no menu.`);
    }
    await this.#calm();
  }

  /** Takes a line of that menu. */
  async take(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden', timeout: patienceMs });
    await this.restMouse();
    await this.#calm();
  }

  /** Brings a line, counted from 1, into the middle of the editor. */
  async goTo(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').waitFor({ timeout: patienceMs });
    await this.page.keyboard.insertText(String(line));
    await this.page.keyboard.press('Enter');
    await this.#calm();
  }

  /** Runs a command by its title, as typing it into the command palette does. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').waitFor({ timeout: patienceMs });
    await this.page.keyboard.insertText(title);
    const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
    await row.waitFor({ timeout: patienceMs });
    await this.page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden', timeout: patienceMs });
  }

  /** Shows the outline beside the text, in place of the list of files. */
  async outline(): Promise<void> {
    await this.command('Explorer: Focus on Outline View');
    await this.page.locator('.explorer-folders-view').first().waitFor({ timeout: patienceMs });
    await this.page.locator('.split-view-view .pane-header.expanded').first().click();
    await this.page.locator('.outline-tree .monaco-list-row').first().waitFor({ timeout: patienceMs });
    await this.restMouse();
    await this.#calm();
  }

  /** Types into the list that is open, until it shows a line. */
  async ask(words: string, answer: string): Promise<void> {
    await this.page.locator('.quick-input-widget input').waitFor({ timeout: patienceMs });
    await this.page.keyboard.type(words, { delay: 20 });
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: answer }).first().waitFor({
      timeout: patienceMs,
    });
    await this.#calm();
  }

  /** Clicks a link in the hover that is open. */
  async link(text: string): Promise<void> {
    await this.page.locator('.monaco-hover:not(.hidden) a', { hasText: text }).first().click();
  }

  /** Waits for a rendered page that holds the text. */
  async rendered(text: string): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      for (const frame of this.page.frames()) {
        const body = await frame
          .locator('body')
          .innerText({ timeout: 500 })
          .catch(() => '');
        if (body.includes(text) && frame !== this.page.mainFrame()) {
          await this.restMouse();
          await this.#calm();
          return;
        }
      }
      if (Date.now() > deadline) throw new Obstacle(`No rendered page shows ${JSON.stringify(text)}.`);
      await this.page.waitForTimeout(200);
    }
  }

  /** Clicks on something in a page of ours. */
  async inPage(selector: string): Promise<void> {
    for (const deadline = Date.now() + patienceMs; ; await this.page.waitForTimeout(100)) {
      for (const frame of this.page.frames()) {
        const found = frame.locator(selector).first();
        if (frame === this.page.mainFrame() || !(await found.isVisible().catch(() => false))) continue;
        await found.click();
        return;
      }
      if (Date.now() > deadline) throw new Obstacle(`No page shows ${selector}.`);
    }
  }

  /** Waits until the editor shows a piece of text. */
  async text(wanted: string): Promise<void> {
    await this.#box(wanted);
  }

  /** Writes an answer into the box that asks, or picks it from its list. */
  async answer(words: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor({ timeout: patienceMs });
    const title = this.page.locator('.quick-input-widget .quick-input-title');
    const before = await title.innerText();
    await input.fill(words);
    await this.#calm();
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(
      `(() => {
        const title = document.querySelector('.quick-input-widget .quick-input-title');
        return !title || title.offsetParent === null || title.innerText !== ${JSON.stringify(before)};
      })()`,
      undefined,
      { timeout: patienceMs },
    );
  }

  /** Asks what can stand at the cursor. */
  async suggestions(): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible .monaco-list-row').first();
    for (const deadline = Date.now() + patienceMs; ; ) {
      await this.page.keyboard.press('Control+Space');
      if (
        await list.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        )
      )
        break;
      if (Date.now() > deadline) throw new Obstacle('Nothing is offered at the cursor.');
    }
    await this.#calm();
  }

  /** Waits for words that stand above a line and can be clicked. */
  async lens(words: string): Promise<void> {
    await this.page.locator('.codelens-decoration a', { hasText: words }).first().waitFor({ timeout: patienceMs });
    await this.#calm();
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
    await this.#calm();
  }

  /** To the empty part of the row of tabs, where nothing lights up. */
  /** To the empty middle of the status bar: anywhere else something lights up below it, the edges of panes above all. */
  async restMouse(): Promise<void> {
    await this.page.mouse.move(500, (this.page.viewportSize()?.height ?? 800) - 8);
  }

  /** Until nothing on the page has changed for a while: what fades in has done so. */
  async #calm(): Promise<void> {
    await this.page.evaluate(`new Promise((resolve) => {
      let timer = setTimeout(done, 400);
      const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 400); });
      function done() { observer.disconnect(); resolve(); }
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      setTimeout(done, 4000);
    })`);
  }

  calm(): Promise<void> {
    return this.#calm();
  }
}
