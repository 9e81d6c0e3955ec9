/** Node's crypto, loaded when first asked for: a check that neither writes nor compares with a baseline starts without it. */
export const crypto = () => require('node:crypto') as typeof import('node:crypto');
