/** Folders on the disk, for the server on Node: read without the editor, and kept in its storage from start to start. */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FolderCache } from '../disk/cache';
import { filesBelow, look, RealPaths, readContent } from '../disk/folder-files';
import type { FolderReader, Listed } from './folder-files';
import type { FolderPlace } from './folder-serve';

/** Looked at together. */
const AT_ONCE = 64;

export const diskFolders: FolderPlace = {
  readerOf(folder, listed) {
    if (!folder.startsWith('file:')) return undefined;
    return {
      async list(top, tell, isOver) {
        const real = new RealPaths();
        const seen = new Set<string>();
        const looked = async (uris: readonly string[]) => {
          for (let at = 0; at < uris.length && !isOver(); at += AT_ONCE) {
            const piece = await Promise.all(
              uris.slice(at, at + AT_ONCE).map(async (uri): Promise<Listed | undefined> => {
                const path = pathOf(uri);
                const found = path === undefined ? 'gone' : await look(path);
                if (typeof found === 'string') return undefined;
                const name = join(await real.folderOf(path!), path!.slice(path!.lastIndexOf('/') + 1));
                if (seen.has(name)) return undefined;
                seen.add(name);
                return { uri, seen: found };
              }),
            );
            tell(piece.filter((one) => one !== undefined));
          }
        };
        const byEditor = await listed?.(top);
        if (byEditor) {
          await looked(byEditor);
          return;
        }
        const path = pathOf(top);
        if (path === undefined) return;
        for await (const paths of filesBelow(path)) {
          if (isOver()) return;
          await looked(paths.map((one) => uriBelow(top, path, one)));
        }
      },
      async look(uri) {
        const path = pathOf(uri);
        return path === undefined ? 'gone' : await look(path);
      },
      async read(uri, mostBytes) {
        const path = pathOf(uri);
        return path === undefined ? { kind: 'gone' } : await readContent(path, mostBytes);
      },
    } satisfies FolderReader;
  },

  store: (folder) => new FolderCache(folder),
};

/** The URI of a file, spelled like that of the folder it is found in, as the editor wrote it. */
function uriBelow(top: string, path: string, file: string): string {
  const below = pathToFileURL(file).href.slice(pathToFileURL(path).href.length).replace(/^\//, '');
  return top + below;
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
