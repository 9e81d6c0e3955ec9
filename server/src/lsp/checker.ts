/** All that answers what comes after `initialize`: a bundle of its own, loaded when that is answered. */
export { serve } from './server';
export { warmUp } from './warm-up';

/** What the server on Node has besides; in a worker it is never asked for. */
export function onDisk() {
  const { diskConfigs } = require('./configs.node') as typeof import('./configs.node');
  const { diskFolders } = require('./folder.node') as typeof import('./folder.node');
  return { configs: diskConfigs, folders: diskFolders, utf8Length: Buffer.byteLength };
}
