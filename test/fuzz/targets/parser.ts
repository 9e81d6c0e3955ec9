import fc from 'fast-check';
import { readsWhole } from '../../support/pieces';
import { anyInput } from '../mutate';
import { target } from '../target';

export const parser = target('parser', 'reading never throws, and its pieces join to the text', 1500, () =>
  fc.property(anyInput(), (text) => readsWhole(text)),
);
