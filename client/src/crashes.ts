/** How often the server may end by itself, within how long, before it is left alone: five times in three minutes. */
const limit = 5;
const withinMs = 3 * 60 * 1000;

/** Remembers when the server ended by itself, and says whether starting it once more is sensible. */
export class Crashes {
  #times: number[] = [];

  /** Counts one more. True: start it again. False: it keeps ending, and a person has to know. */
  mayRestart(now: number): boolean {
    this.#times = [...this.#times.filter((time) => now - time < withinMs), now];
    return this.#times.length < limit;
  }

  forget(): void {
    this.#times = [];
  }
}
