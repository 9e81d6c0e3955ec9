import type { ExtensionContext } from 'vscode';
import type { Api } from './client';

/**
 * One file for the desktop and the browser: VS Code loads no second one in a browser, and two would hold the same library
 * twice. What belongs to the other place is never run.
 */
function place(): typeof import('./extension.node') {
  return 'importScripts' in globalThis ? require('./extension.web') : require('./extension.node');
}

export function activate(context: ExtensionContext): Promise<Api> {
  return place().activate(context);
}

export function deactivate(): Promise<void> {
  return place().deactivate();
}
