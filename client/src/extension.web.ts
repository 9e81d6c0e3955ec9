import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, Session } from './client';

// All that is used of a web worker; the browser's whole vocabulary stays out of the rest of the project.
declare class Worker {
  constructor(url: string, options?: { name?: string });
  postMessage(message: unknown): void;
  terminate(): void;
}

let session: Session | undefined;
let worker: Worker | undefined;

/** VS Code in a browser, without any machine behind it: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const script = Uri.joinPath(dist, 'worker.js').toString(true);
  session = new Session(context, (options) => {
    const server = async () => {
      worker?.terminate();
      worker = new Worker(script, { name: 'Encounter' });
      // VS Code starts a worker from an address of its own, so that it cannot know where its files are.
      worker.postMessage({ dist: `${dist.toString(true)}/` });
      // Not the worker itself: older editors hand out a stand-in, which the client would not know for a worker.
      return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
    };
    return new LanguageClient('encounter', 'Encounter', server, options);
  });
  await session.start();
  return session.api;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  worker?.terminate();
}
