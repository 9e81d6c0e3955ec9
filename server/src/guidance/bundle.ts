/** Everything with prose, loaded only when a hover, a search or a page needs it. */
export * from './codeNotes';
export * from './codeWords';
export * from './conflicts';
export * from './facts';
export * from './modifierNotes';
export * from './passages';
export * from './sources';
export * from './statements';
