import assert from 'node:assert/strict';
import { type PageOptions, page } from '../../server/src/features/pages';
import { browse, search } from '../../server/src/features/search';
import { PASSAGES } from '../../server/src/guidance/passages';
import { lookUpSource } from '../../server/src/guidance/sources';
import { STATEMENTS } from '../../server/src/guidance/statements';

const PLAIN: PageOptions = { link: (_kind, _id, text) => text, today: 20260303, said: () => [] };
const ids = (words: string, only?: Parameters<typeof search>[2]) => search(words, 10, only).map(({ id }) => id);

describe('asking the guidance', () => {
  it('finds codes by number and by plain words', () => {
    assert.equal(ids('97113')[0], '97113');
    for (const [words, code] of [
      ['exercise in water', '97113'],
      ['pool', '97113'],
      ['group therapy', '97150'],
      ['gait', '97116'],
      ['ultrasound', '97035'],
      ['hot pack', '97010'],
      ['group psychotherapy', '90853'],
      ['PT evaluation low', '97161'],
    ] as const)
      assert.ok(ids(words, ['code']).slice(0, 3).includes(code), `${words}: ${ids(words, ['code'])}`);
  });

  it('finds rules and modifiers by what they are about', () => {
    assert.ok(ids('missing-59').slice(0, 2).includes('missing-59'));
    assert.equal(ids('-59', ['modifier'])[0], '59');
    assert.ok(ids('under eight minutes').some((id) => /eight|under-8/.test(id)));
    assert.ok(ids('two clinicians one patient same minutes').length > 0);
  });

  it('puts what bears the very words first, and leaves out what holds them by the way', () => {
    assert.equal(ids('group therapy')[0], '97150');
    assert.equal(ids('exercise in water')[0], '97113');
    assert.ok(!ids('group therapy').includes('missing-25'));
  });

  it('forgives a slip of the finger, and says nothing of what it does not know', () => {
    assert.ok(ids('ultrasuond', ['code']).includes('97035'));
    assert.deepEqual(ids('zzzzqqq'), []);
    assert.deepEqual(search(''), []);
    for (const word of ['constructor', '__proto__', 'valueOf']) assert.ok(Array.isArray(search(word)), word);
  });

  it('has something to begin with, every part of it there', () => {
    assert.equal(browse().length, 13);
    assert.ok(browse(['rule']).every(({ kind }) => kind === 'rule'));
  });

  it('answers with texts and their sources, never without', () => {
    for (const answer of search('units', 50)) {
      assert.ok(answer.title !== '' && answer.extract !== '');
      if (answer.kind === 'passage') assert.equal(answer.sources.length, 1);
    }
    for (const { id, source } of PASSAGES) {
      const text = page('passage', id, PLAIN)!;
      assert.ok(text.includes(lookUpSource(source)!.title), id);
    }
  });

  it('reaches every statement of the guidance by its own words', () => {
    const missed = STATEMENTS.filter(({ id, text }) => {
      const found = search(text, 12, ['passage']);
      return !found.some(({ id: passage }) => PASSAGES.find((p) => p.id === passage)!.statements.includes(id));
    });
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });

  it('is quick: a first answer well under a second, the next in milliseconds', () => {
    const from = performance.now();
    for (let i = 0; i < 20; i++) search('group and one-on-one on the same day');
    assert.ok((performance.now() - from) / 20 < 50);
  });
});
