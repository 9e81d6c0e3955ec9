/** What will be asked for soon is loaded when nothing has been typed for a while, and not while somebody waits for it. */

import type { After } from './calm';

/** So long nothing is typed, in ms: longer than the pauses within a word, shorter than a look at what was found. */
export const QUIET = 1000;

export class Ahead {
  private isDone = false;
  private takeBack: () => void = () => {};

  /** @param load is called once at most; what it throws is for whoever asks for the same later. */
  constructor(
    private readonly after: After,
    private readonly load: () => void,
  ) {}

  /** Something was typed or opened, and is checked: the wait begins again. */
  wait(): void {
    if (this.isDone) return;
    this.takeBack();
    this.takeBack = this.after(QUIET, () => {
      this.isDone = true;
      try {
        this.load();
      } catch {
        // Told of where it is asked for.
      }
    });
  }

  /** Nothing is loaded any more. */
  end(): void {
    this.isDone = true;
    this.takeBack();
  }
}
