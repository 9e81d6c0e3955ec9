// package.json as VS Code reads it: what it names is there, and nothing starts before an encounter file opens.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MACHINE_SETTINGS } from '../../server/src/engine/config';

const root = resolve(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes } = manifest;

describe('package.json', () => {
  it('names files that are there', () => {
    const [language] = contributes.languages;
    const files = [
      manifest.icon,
      language.configuration,
      language.icon.light,
      language.icon.dark,
      ...contributes.grammars.map(({ path }: { path: string }) => path),
      ...contributes.snippets.map(({ path }: { path: string }) => path),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it('starts nothing before an encounter file or a page of the guidance opens', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:encounter',
      'onFileSystem:encounter-guidance',
      // A panel that was left open comes back with its window.
      'onWebviewPanel:encounter.day',
      'onWebviewPanel:encounter.claims',
    ]);
    // These are how one begins: running one of them starts the extension.
    const first = ['encounter.newDay', 'encounter.newFile', 'encounter.openSample', 'encounter.showWalkthrough'];
    for (const { command, enablement } of contributes.commands)
      assert.equal(enablement, first.includes(command) ? undefined : 'encounter.active', command);
  });

  it('keeps suggestions out of notes, whose text looks like plain text', () => {
    const [grammar] = contributes.grammars;
    const text = readFileSync(join(root, grammar.path), 'utf8');
    for (const scope of Object.keys(grammar.tokenTypes)) assert.ok(text.includes(`"${scope}"`), scope);
    assert.equal(grammar.tokenTypes['meta.note.text.encounter'], 'string');
    assert.equal(contributes.configurationDefaults['[encounter]']['editor.quickSuggestions'].strings, 'off');
  });

  it('has bundles for everything and needs nothing else at run time', () => {
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it('has all its words in package.nls.json, and no others there', () => {
    const words: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    const named = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(named)].sort(), Object.keys(words).sort());
    assert.ok(Object.values(words).every((text) => text.trim() !== ''));
    const plain: string[] = [];
    const look = (value: unknown, name = ''): void => {
      if (typeof value === 'string') {
        const shown =
          /^((short)?title|(display)?name|category|label|contents|altText|(markdown)?(enum)?descriptions?)$/i.test(
            name,
          );
        if (shown && !/^%.+%$/.test(value)) plain.push(value);
      } else if (value !== null && typeof value === 'object')
        for (const [key, item] of Object.entries(value)) look(item, Array.isArray(value) ? name : key);
    };
    look(contributes);
    look(manifest.capabilities);
    look(manifest.displayName, 'displayName');
    look(manifest.description, 'description');
    assert.deepEqual(plain, []);
  });

  it('says what it does in a folder that is not trusted, and takes no path from one', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.equal(virtualWorkspaces.supported, 'limited');
    const { properties } = contributes.configuration;
    const paths = [...MACHINE_SETTINGS].map((name) => `encounter.${name}`);
    for (const name of paths) {
      assert.equal(properties[name].scope, 'machine', name);
      assert.ok(untrustedWorkspaces.restrictedConfigurations.includes(name), name);
    }
    // A folder must not have its patients written into a log either.
    assert.equal(properties['encounter.trace.server'].scope, 'machine');
  });

  it('leads a newcomer only to commands and pictures that are there', () => {
    const known = new Set(contributes.commands.map(({ command }: { command: string }) => command));
    const words: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    const [{ steps }] = contributes.walkthroughs;
    assert.ok(steps.length >= 4 && steps.length <= 6);
    for (const { id, description, media, completionEvents } of steps) {
      assert.ok(existsSync(join(root, media.image)), media.image);
      const text = words[description.slice(1, -1)]!;
      const linked = [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command!);
      for (const command of [...linked, ...completionEvents.map((event: string) => event.replace(/^onCommand:/, ''))])
        if (command.startsWith('encounter.')) assert.ok(known.has(command), `${id}: ${command}`);
    }
  });

  it('describes every setting, with a default', () => {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
      assert.ok(name.startsWith('encounter.'), name);
      assert.ok(setting.markdownDescription ?? setting.description, `${name} has no description`);
      assert.ok('default' in setting, `${name} has no default`);
    }
  });

  it('asks for an editor and a Node that are old enough', () => {
    assert.equal(manifest.engines.vscode, '^1.91.0');
    assert.equal(manifest.devDependencies['@types/vscode'], '1.91.0');
    assert.equal(manifest.engines.node, '>=20');
  });
});
