/**
 * Documents that get no findings, whatever an editor sends: the old side of a diff, a commit's version, a panel of output.
 * Nobody can fix them, and they would count the same patient twice. A hover still answers in them. The editor's own
 * selector is narrower; this list is for editors that send everything of a language.
 */
const FOREIGN: ReadonlySet<string> = new Set([
  // Versions kept by version control.
  'git',
  'gitfs',
  'git-index',
  'git-commit',
  'gitlens',
  'gitlens-git',
  'gitsigns',
  'fugitive',
  'svn',
  'hg',
  'scm',
  'pr',
  'review',
  'octo',
  'codecommit',
  'timeline',
  'local-history',
  'vscode-local-history',
  // Comparing and merging.
  'diff',
  'diffview',
  'conflictresolution',
  'merge-conflict.conflict-diff',
  // Panels, notebooks and the editor's own documents.
  'output',
  'debug',
  'comment',
  'search-editor',
  'walkthrough',
  'walkthroughsnippet',
  'inmemory',
  'data',
  'vscode',
  'vscode-userdata',
  'vscode-interactive',
  'vscode-interactive-input',
  'vscode-notebook-cell',
  'vscode-terminal',
]);

const FOREIGN_BEGINNINGS = ['vscode-chat', 'chat-editing', 'gitlens', 'git-'];

export function isForeign(uri: string): boolean {
  const scheme = uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase();
  return scheme === '' || FOREIGN.has(scheme) || FOREIGN_BEGINNINGS.some((beginning) => scheme.startsWith(beginning));
}
