/** What an editor is told of the features before it has asked for any. It stands apart, so that none has to be loaded for it. */

/** Characters that ask for suggestions as they are typed. Letters do so by themselves; in VS Code, figures do not. */
export const TRIGGERS: readonly string[] = [' ', '-', '"', ':', ...'0123456789'];

/** Kinds of colours, in the order of their numbers in the protocol. */
export const TOKEN_TYPES = ['function', 'variable', 'keyword'] as const;
export const TOKEN_MODIFIERS = ['deprecated'] as const;
