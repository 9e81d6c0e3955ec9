/** The language server in one file for Node and for a web worker; what belongs to the other place is never run. */

/** The checker is a bundle of its own and has the protocol from here, so that it is loaded and shipped once. */
export * as library from 'vscode-languageserver';

if ('importScripts' in globalThis) require('./main.web');
else require('./main.node');
