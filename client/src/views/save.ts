import { FileSystemError, l10n, Uri, window, workspace } from 'vscode';

/**
 * Asks where to, and writes a file there, whole: beside it first, and then in its place, so that whatever happens the
 * old one or the new one is there. Says in the status bar that it is done.
 *
 * @returns where it is; nothing where the person thought better of it, or it could not be written, which is said.
 */
export async function saveAs(proposed: Uri, filters: Record<string, string[]>, text: string): Promise<Uri | undefined> {
  const target = await window.showSaveDialog({ defaultUri: proposed, filters });
  return target && (await saveTo(target, text)) ? target : undefined;
}

/** Where a file of that name is proposed: beside the file that it is made of, else in the folder that is open. */
export function proposedBeside(uri: string | undefined, name: string): Uri {
  const of = uri === undefined ? undefined : Uri.parse(uri);
  if (of && of.scheme !== 'untitled') return Uri.joinPath(of, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.from({ scheme: 'untitled', path: `/${name}` });
}

/** Writes a file whole. @returns whether it is there. */
export async function saveTo(target: Uri, text: string): Promise<boolean> {
  const beside = target.with({ path: `${target.path}.part` });
  try {
    await workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(beside)).catch(() => {});
    void window.showErrorMessage(
      error instanceof FileSystemError && error.code === 'NoPermissions'
        ? l10n.t('The file could not be saved: you may not write there. Choose another folder.')
        : l10n.t('The file could not be saved there. Choose another folder.'),
    );
    return false;
  }
  window.setStatusBarMessage(l10n.t('Saved {0}', target.path.slice(target.path.lastIndexOf('/') + 1)), 5000);
  return true;
}
