import fc from 'fast-check';
import { staysTheSame } from '../../support/formatted';
import { anyInput } from '../mutate';
import { target } from '../target';

export const formatter = target('formatter', 'formatting loses nothing, finds the same, and twice is once', 200, () =>
  fc.property(anyInput(), (text) => staysTheSame(text)),
);
