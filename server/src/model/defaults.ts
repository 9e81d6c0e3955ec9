import type { Discipline, UnitRule } from '../syntax/kinds';

/** The fields that hold for every encounter below them in a file. `undefined`: not given. */
export interface Defaults {
  readonly clinician: string | undefined;
  readonly assistant: string | undefined;
  readonly discipline: Discipline | undefined;
  readonly payer: string | undefined;
  readonly state: string | undefined;
  readonly setting: string | undefined;
  readonly units: UnitRule | undefined;
  /** A default is there and could not be read. */
  readonly clinicianUnread: boolean;
  readonly assistantUnread: boolean;
  readonly payerUnread: boolean;
}

export const NO_DEFAULTS: Defaults = {
  clinician: undefined,
  assistant: undefined,
  discipline: undefined,
  payer: undefined,
  state: undefined,
  setting: undefined,
  units: undefined,
  clinicianUnread: false,
  assistantUnread: false,
  payerUnread: false,
};

export function sameDefaults(a: Defaults, b: Defaults): boolean {
  return (
    a === b ||
    (a.clinician === b.clinician &&
      a.assistant === b.assistant &&
      a.discipline === b.discipline &&
      a.payer === b.payer &&
      a.state === b.state &&
      a.setting === b.setting &&
      a.units === b.units &&
      a.clinicianUnread === b.clinicianUnread &&
      a.assistantUnread === b.assistantUnread &&
      a.payerUnread === b.payerUnread)
  );
}
