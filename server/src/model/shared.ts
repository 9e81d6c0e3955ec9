/**
 * What rules work out of a day and share: each by its own key, found once. Kept on the day itself, so that it goes with
 * it; a weak map beside it would have to be walked at every collection of garbage.
 */
export class Shared {
  private readonly found: unknown[] = [];

  of<T>(key: SharedKey<T>): T | undefined {
    return this.found[key.index] as T | undefined;
  }

  keep<T>(key: SharedKey<T>, value: T): T {
    this.found[key.index] = value;
    return value;
  }
}

let keys = 0;

/** One thing that is shared. */
export class SharedKey<T> {
  readonly index = keys++;
  declare readonly value: T;
}
