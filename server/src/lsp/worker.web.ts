/**
 * The start of the web worker. The server's files are those of Node, which ask for one another by `require`: here they are
 * loaded with `importScripts`, from the folder that the first message names. What is Node's own is empty, and never used.
 */
interface Scope {
  onmessage: ((event: { data: { dist: string } }) => void) | null;
  importScripts(url: string): void;
  require(name: string): unknown;
  module: { exports: unknown } | undefined;
}

const scope = globalThis as unknown as Scope;
const loaded = new Map<string, { exports: unknown }>();

scope.onmessage = ({ data: { dist } }) => {
  scope.onmessage = null;
  scope.require = (name) => {
    if (!name.startsWith('./')) return {};
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const outer = scope.module;
    scope.module = module;
    scope.importScripts(dist + name.slice(2));
    scope.module = outer;
    return module.exports;
  };
  scope.require('./server.js');
};

export {};
