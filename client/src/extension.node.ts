import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, Session } from './client';

let session: Session | undefined;

/** Desktop VS Code, and the extension host of a remote one: the server is a Node process. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  session = new Session(context, (options) => new LanguageClient('encounter', 'Encounter', { run, debug }, options));
  await session.start();
  return session.api;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
