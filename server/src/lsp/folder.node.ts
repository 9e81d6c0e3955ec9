/** Folders on the disk, for the server on Node: read without the editor, and kept in its storage from start to start. */

import { FolderCache } from '../disk/cache';
import { look, readContent } from '../disk/folder-files';
import { list, pathOf } from '../disk/folder-listing';
import type { FolderReader } from './folder-files';
import type { FolderPlace } from './folder-serve';

export const diskFolders: FolderPlace = {
  readerOf(folder, listed) {
    if (!folder.startsWith('file:')) return undefined;
    return {
      async list(top, tell, isOver) {
        await list(
          { top, uris: await listed?.(top) },
          ({ uris, seen }) => {
            const of = (i: number) => ({ size: seen[i * 3]!, changed: seen[i * 3 + 1]!, touched: seen[i * 3 + 2]! });
            tell(uris.map((uri, i) => ({ uri, seen: of(i) })));
          },
          isOver,
        );
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
