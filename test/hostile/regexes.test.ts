/** No regular expression can be made to take more than linear time, by recheck, which looks for the text that does it. */

import assert from 'node:assert/strict';
import { type Found, inCode, inConfiguration, inGrammar } from './regexes';

// Its form in JavaScript alone: no other program is started.
const { checkSync } = require('recheck/lib/browser.js') as typeof import('recheck');

/** What is wrong with one, with the text that shows it; nothing where it is linear. */
function fault({ where, source, flags }: Found): string | undefined {
  const result = checkSync(source, flags, { timeout: 60_000 });
  if (result.status === 'safe') return undefined;
  const why =
    result.status === 'vulnerable' ? `${result.complexity.summary}: ${result.attack.pattern}` : result.error.kind;
  return `${where}: /${source}/${flags}: ${why}`;
}

function faults(all: readonly Found[]): string[] {
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const key = `/${one.source}/${one.flags}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return fault(one) ?? [];
  });
}

describe('regular expressions', function () {
  this.timeout(240_000);

  it('are found out where they are not linear', () => {
    assert.match(fault({ where: 'here', source: '(a*)*$', flags: '' }) ?? '', /^here: .*exponential/);
    assert.match(fault({ where: 'here', source: 'a+$', flags: '' }) ?? '', /polynomial/);
    assert.equal(fault({ where: 'here', source: '^a+$', flags: '' }), undefined);
  });

  it('of the server, the command line, the client and the web views are linear', () => {
    const found = inCode('server/src', 'client/src', 'client/webview');
    assert.ok(found.length > 150, `${found.length} found`);
    assert.deepEqual(faults(found), []);
  });

  it('of the grammar are linear', () => {
    const found = inGrammar('syntaxes/encounter.tmLanguage.json');
    assert.ok(found.length > 30, `${found.length} found`);
    assert.deepEqual(faults(found), []);
  });

  it('of the language configuration are linear', () => {
    const found = inConfiguration('syntaxes/language-configuration.json');
    assert.ok(found.length > 2, `${found.length} found`);
    assert.deepEqual(faults(found), []);
  });
});
