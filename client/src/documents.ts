export const languageId = 'encounter';

/**
 * The documents that are checked: files a person works on. The left side of a diff, a commit's old version, a chat's code
 * block and the like have schemes of their own (`git`, `gitfs`, `vscode-chat-code-block`, …) and get no findings: nobody
 * can fix them, and they would count the same patient twice.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

export const documentSelector = schemes.map((scheme) => ({ language: languageId, scheme }));

export function isChecked(document: { languageId: string; uri: { scheme: string } }): boolean {
  return document.languageId === languageId && schemes.includes(document.uri.scheme);
}
