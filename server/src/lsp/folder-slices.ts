/** Work on the folders, a few milliseconds at a time, so that no key waits for it. */

/** How long a slice lasts, in milliseconds, and so how long a key waits at most; the second one while keys come. */
const SLICE = 3;
const SLICE_TYPING = 1;
/** Keys come for so long after the last one. */
const TYPING = 500;
const MOST_TAKEN = 256;

export interface SlicesOptions {
  readonly later: (run: () => void) => void;
  readonly now: () => number;
  readonly isOn: () => boolean;
  /** Does one thing. @returns `taken` where more follows from it, which is done at the end of the slice. */
  readonly step: () => 'nothing' | 'taken' | 'more';
  /** Something was taken. */
  readonly onTaken: () => void;
  /** A slice is over. @returns whether there is more to do. */
  readonly onEnd: () => boolean;
  /** Something failed; the rest goes on. @returns whether there is more to do. */
  readonly onFault: (error: unknown) => boolean;
}

export class Slices {
  private isWaiting = false;
  private hasTyped = false;
  private typedAt = Number.NEGATIVE_INFINITY;
  private atOnce = 4;

  constructor(private readonly options: SlicesOptions) {}

  /** A key came: what follows from it goes first. */
  typed(): void {
    this.hasTyped = true;
    this.typedAt = this.options.now();
  }

  wake(): void {
    if (this.isWaiting || !this.options.isOn()) return;
    this.isWaiting = true;
    this.options.later(() => {
      this.isWaiting = false;
      if (this.hasTyped) {
        this.hasTyped = false;
        this.wake();
      } else if (this.options.isOn() && this.goesOn()) this.wake();
    });
  }

  private goesOn(): boolean {
    try {
      return this.slice();
    } catch (error) {
      return this.options.onFault(error);
    }
  }

  private slice(): boolean {
    const { now, step, onTaken, onEnd } = this.options;
    const from = now();
    const most = from - this.typedAt < TYPING ? SLICE_TYPING : SLICE;
    let taken = 0;
    while (now() - from < most && taken < this.atOnce) {
      const did = step();
      if (did === 'nothing') break;
      if (did === 'taken') taken++;
    }
    if (taken > 0) {
      onTaken();
      // What follows is found in the same slice: fewer at once where that takes long.
      if (now() - from > most * 1.5) this.atOnce = Math.max(1, this.atOnce >> 1);
      else if (taken === this.atOnce) this.atOnce = Math.min(MOST_TAKEN, this.atOnce + (this.atOnce >> 1) + 1);
    }
    return onEnd();
  }
}
