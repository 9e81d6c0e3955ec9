import type { IAsyncProperty, IProperty } from 'fast-check';

/** One thing that must hold whatever is put in. */
export interface Target {
  readonly name: string;
  /** What must hold, as the title of a test. */
  readonly holds: string;
  /** Inputs of the short form, within `npm test`. */
  readonly short: number;
  /** What is tried for each input. Made anew for each run. */
  property(): IProperty<unknown> | IAsyncProperty<unknown>;
}

/** A target whose inputs keep their type. */
export function target<T>(
  name: string,
  holds: string,
  short: number,
  property: () => IProperty<T> | IAsyncProperty<T>,
): Target {
  return { name, holds, short, property: property as Target['property'] };
}
