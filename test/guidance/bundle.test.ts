import assert from 'node:assert/strict';
import {
  allCodeNotes,
  allModifierNotes,
  CONFLICTS,
  codeNote,
  codesWithoutNote,
  codesWithWords,
  codeWords,
  FACTS,
  lookUpConflict,
  lookUpFact,
  lookUpPassage,
  lookUpSource,
  lookUpStatement,
  modifierNote,
  PASSAGES,
  passagesForCode,
  passagesForModifier,
  passagesForPayer,
  passagesForRule,
  passagesForStatement,
  SOURCES,
  STATEMENTS,
} from '../../server/src/guidance/bundle';
import { allCodes, lookUpCode } from '../../server/src/guidance/codes';
import { allModifiers, lookUpModifier } from '../../server/src/guidance/modifiers';
import { allPayers, lookUpPayer } from '../../server/src/guidance/payers';
import { RULE_IDS } from './rule-ids';

const noneTwice = (ids: readonly string[]) => assert.equal(new Set(ids).size, ids.length);

/** Everything a coder may read, with where it stands. */
function* prose(): Generator<[place: string, text: string]> {
  for (const source of SOURCES) yield [source.id, `${source.title}. ${source.what}`];
  for (const fact of FACTS) yield [fact.id, fact.text];
  for (const statement of STATEMENTS) yield [statement.id, `${statement.place}. ${statement.text}`];
  for (const passage of PASSAGES) yield [passage.id, `${passage.title}. ${passage.body}`];
  for (const conflict of CONFLICTS)
    yield [
      conflict.id,
      [conflict.title, conflict.tool, conflict.change, ...conflict.sides.map((side) => side.says)].join('. '),
    ];
  for (const note of allCodeNotes())
    for (const item of [note.what, ...note.use, ...note.avoid, ...note.units, ...note.record])
      yield [note.id, item.text];
  for (const note of allModifierNotes()) for (const item of [...note.use, ...note.avoid]) yield [note.id, item.text];
  for (const entry of allCodes()) yield [entry.code, entry.label];
  for (const entry of allModifiers()) yield [entry.modifier, entry.label];
}

describe('the statements of the five sources', () => {
  it('are 82', () => {
    const ids = [
      ...Array.from({ length: 18 }, (_, i) => `G${i + 1}`),
      ...Array.from({ length: 8 }, (_, i) => `C${i + 1}`),
      ...Array.from({ length: 20 }, (_, i) => `T${i + 1}`),
      ...Array.from({ length: 21 }, (_, i) => `A${i + 1}`),
      ...Array.from({ length: 15 }, (_, i) => `P${i + 1}`),
    ].map((id) => id.replace(/^(.)(\d)$/, '$10$2'));
    assert.deepEqual(
      STATEMENTS.map((statement) => statement.id),
      ids,
    );
    assert.equal(ids.length, 82);
  });

  it('are each carried by a passage of their own source', () => {
    for (const statement of STATEMENTS) {
      const carriers = passagesForStatement(statement.id);
      assert.ok(carriers.length > 0, `${statement.id} is carried by no passage`);
      assert.ok(
        carriers.some((passage) => passage.source === statement.source),
        `${statement.id} has no passage from ${statement.source}`,
      );
      assert.ok(statement.place.length > 0 && lookUpSource(statement.source)?.kind === 'source');
    }
  });

  it('can be reached from a code, a rule or a topic', () => {
    for (const statement of STATEMENTS)
      assert.ok(
        passagesForStatement(statement.id).some((passage) => passage.codes.length > 0 && passage.topics.length > 0),
        statement.id,
      );
  });
});

describe('passages', () => {
  it('have ids of their own, a title, a body, a source and a place', () => {
    noneTwice(PASSAGES.map((passage) => passage.id));
    for (const passage of PASSAGES) {
      assert.match(passage.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(passage.title && passage.body && passage.place && passage.edition, passage.id);
      assert.ok(passage.title.length <= 70, passage.title);
      assert.ok(passage.body.length <= 420, `${passage.id}: ${passage.body.length}`);
      assert.ok(lookUpSource(passage.source), `${passage.id} has source ${passage.source}`);
      assert.ok(passage.topics.length > 0, passage.id);
    }
  });

  it('refer only to what is there', () => {
    for (const passage of PASSAGES) {
      for (const id of passage.statements) assert.ok(lookUpStatement(id), `${passage.id}: ${id}`);
      for (const id of passage.facts) assert.ok(lookUpFact(id), `${passage.id}: ${id}`);
      for (const id of passage.codes) assert.ok(lookUpCode(id), `${passage.id}: ${id}`);
      for (const id of passage.rules) assert.ok(RULE_IDS.has(id), `${passage.id}: ${id}`);
      for (const id of passage.modifiers) assert.ok(lookUpModifier(id), `${passage.id}: ${id}`);
      for (const id of passage.payers) assert.ok(lookUpPayer(id), `${passage.id}: ${id}`);
      for (const id of passage.disagreesWith) {
        const other = lookUpPassage(id);
        assert.ok(other?.disagreesWith.includes(passage.id), `${passage.id} and ${id}`);
      }
      for (const id of passage.conflicts) assert.ok(lookUpConflict(id), `${passage.id}: ${id}`);
      for (const links of [passage.statements, passage.facts, passage.codes, passage.rules, passage.modifiers])
        noneTwice(links);
    }
  });

  it('rest on a statement or a fact, or are about this tool', () => {
    for (const passage of PASSAGES)
      assert.ok(
        passage.statements.length + passage.facts.length > 0 || passage.source === 'encounter',
        `${passage.id} rests on nothing`,
      );
  });

  it('speak to every rule, code, modifier and payer', () => {
    for (const rule of RULE_IDS) assert.ok(passagesForRule(rule).length > 0, rule);
    for (const entry of allCodes()) assert.ok(passagesForCode(entry.code).length > 0, entry.code);
    for (const entry of allModifiers()) assert.ok(passagesForModifier(entry.modifier).length > 0, entry.modifier);
    for (const payer of allPayers()) assert.ok(passagesForPayer(payer.id).length > 0, payer.id);
  });

  it('carry every coding fact', () => {
    const carried = new Set(PASSAGES.flatMap((passage) => passage.facts));
    for (const fact of FACTS) assert.ok(carried.has(fact.id), fact.id);
  });

  it('say so where nothing but general knowledge stands behind them', () => {
    for (const passage of PASSAGES) {
      if (passage.statements.length > 0 || passage.facts.length === 0) continue;
      if (passage.facts.some((id) => lookUpFact(id)?.confidence !== 'GK')) continue;
      assert.match(`${passage.place} ${passage.body}`, /general knowledge/i, passage.id);
    }
  });
});

describe('facts', () => {
  it('have ids of their own, a confidence and sources that exist', () => {
    noneTwice(FACTS.map((fact) => fact.id));
    for (const fact of FACTS) {
      assert.match(fact.confidence, /^(SEED|PUB2|PRIMARY|PUB1|GK)$/);
      for (const source of fact.sources) assert.ok(lookUpSource(source), `${fact.id}: ${source}`);
      if (fact.confidence !== 'GK') assert.ok(fact.sources.length > 0 || fact.also, `${fact.id} has no source`);
      if (fact.confidence === 'SEED')
        assert.ok(
          fact.sources.some((source) => lookUpSource(source)?.kind === 'source'),
          fact.id,
        );
      assert.ok(fact.text.length <= 330, `${fact.id}: ${fact.text.length}`);
    }
  });

  it('are all there', () => {
    const count = (prefix: string) => FACTS.filter((fact) => fact.id.startsWith(prefix)).length;
    assert.deepEqual(
      ['F-8MIN', 'F-AMA', 'F-SCEN', 'F-OVER', 'F-NCCI', 'F-MUE', 'F-CODE', 'F-MOD', 'F-PSY', 'F-DOC', 'F-PAY'].map(
        count,
      ),
      [14, 5, 2, 14, 27, 4, 3, 23, 13, 18, 11],
    );
  });
});

describe('conflicts', () => {
  it('are 22, each with two sides, what this tool does, and how to change it', () => {
    assert.deepEqual(
      CONFLICTS.map((conflict) => conflict.id),
      Array.from({ length: 22 }, (_, i) => `X-${String(i + 1).padStart(2, '0')}`),
    );
    for (const conflict of CONFLICTS) {
      assert.ok(conflict.sides.length >= 2, conflict.id);
      for (const side of conflict.sides)
        for (const id of side.sources) assert.ok(lookUpSource(id), `${conflict.id}: ${id}`);
      assert.ok(conflict.tool && conflict.change);
      for (const rule of conflict.rules) assert.ok(RULE_IDS.has(rule), `${conflict.id}: ${rule}`);
      for (const id of conflict.codes) assert.ok(lookUpCode(id), `${conflict.id}: ${id}`);
    }
  });

  it('are each shown by a passage', () => {
    const shown = new Set(PASSAGES.flatMap((passage) => passage.conflicts));
    for (const conflict of CONFLICTS) assert.ok(shown.has(conflict.id), conflict.id);
  });

  it('show 97150 as timed by one source and untimed by the others', () => {
    const conflict = lookUpConflict('X-01');
    assert.ok(conflict?.sides.some((side) => side.sources.includes('theraplatform') && side.says.includes('timed')));
    assert.ok(conflict?.sides.some((side) => side.sources.includes('coding-ahead') && side.says.includes('untimed')));
    assert.ok(codeNote('97150')?.conflicts.includes('X-01'));
  });
});

describe('notes on codes', () => {
  it('are there for every code, with passages that exist', () => {
    assert.deepEqual(codesWithoutNote(), []);
    for (const note of allCodeNotes()) {
      assert.ok(note.units.length > 0, note.id);
      for (const item of [note.what, ...note.use, ...note.avoid, ...note.units, ...note.record]) {
        assert.ok(item.passages.length > 0, note.id);
        for (const id of item.passages) assert.ok(lookUpPassage(id), `${note.id}: ${id}`);
      }
      for (const id of note.conflicts) assert.ok(lookUpConflict(id), `${note.id}: ${id}`);
    }
  });

  it('have words to look for, for codes that are there', () => {
    for (const id of codesWithWords()) assert.ok(lookUpCode(id) && codeWords(id).length > 0, id);
    assert.match(`${lookUpCode('97113')?.label} ${codeWords('97113')}`, /exercise in water/);
  });

  it('never call a timed code untimed, nor an untimed one timed', () => {
    for (const entry of allCodes()) {
      if (entry.deletedAfter !== undefined) continue;
      const units = codeNote(entry.code)?.units.map((item) => item.text) ?? [];
      assert.equal(
        units.some((text) => text.startsWith('Timed')),
        entry.timed,
        entry.code,
      );
    }
  });
});

describe('notes on modifiers', () => {
  it('are there for every modifier, with passages that exist', () => {
    for (const entry of allModifiers()) assert.ok(modifierNote(entry.modifier), entry.modifier);
    for (const payer of allPayers()) assert.ok(lookUpPassage(`payer-${payer.id}`)?.payers.includes(payer.id));
    for (const note of allModifierNotes()) {
      for (const id of note.modifiers) assert.equal(modifierNote(id), note, id);
      for (const item of [...note.use, ...note.avoid])
        for (const id of item.passages) assert.ok(lookUpPassage(id), `${note.id}: ${id}`);
      for (const id of note.conflicts) assert.ok(lookUpConflict(id), `${note.id}: ${id}`);
    }
    assert.equal(modifierNote('E1')?.id, 'side');
    assert.equal(modifierNote('80')?.id, 'other');
    assert.equal(modifierNote('ZZ'), undefined);
  });
});

describe('sources', () => {
  it('are the five, the public ones and this tool', () => {
    noneTwice(SOURCES.map((source) => source.id));
    assert.deepEqual(
      SOURCES.filter((source) => source.kind === 'source').map((source) => source.id),
      ['cpt97150-2026', 'coding-ahead', 'theraplatform', 'aca-group', 'psych-90853'],
    );
    for (const source of SOURCES) assert.ok(source.title && source.what && source.edition, source.id);
  });

  it('are all cited', () => {
    const cited = new Set([
      ...FACTS.flatMap((fact) => fact.sources),
      ...PASSAGES.map((passage) => passage.source),
      ...CONFLICTS.flatMap((conflict) => conflict.sides.flatMap((side) => side.sources)),
    ]);
    for (const source of SOURCES) assert.ok(cited.has(source.id), source.id);
  });
});

describe('the words', () => {
  // Turns of phrase of the licensed code descriptions. None may stand in what we write.
  const LICENSED = [
    'group (2 or more individuals)',
    '2 or more individuals',
    'therapeutic procedure, 1 or more areas',
    'therapeutic procedure(s)',
    '1 or more areas',
    'one or more areas',
    'each 15 minutes',
    'strength and endurance, range of motion and flexibility',
    'neuromuscular reeducation',
    'kinesthetic sense',
    'proprioception',
    'effleurage',
    'petrissage',
    'tapotement',
    'manual traction',
    'mobilization/ manipulation',
    'application of a modality',
    'does not require direct',
    'direct (one-on-one)',
    'direct one-on-one patient contact',
    'use of dynamic activities',
    'to improve functional performance',
    'compensatory training',
    'activities of daily living',
    'community/work reintegration',
    'shopping, transportation',
    'wheelchair management',
    'other than of a multiple-family group',
    'multiple-family group',
    'conjoint psychotherapy',
    'with patient and/or family member',
    'with patient present',
    'with the patient present',
    'interactive complexity (list',
    'list separately',
    'chiropractic manipulative treatment',
    'office or other outpatient visit',
    'typical face-to-face',
    'initial orthotic',
    'initial encounter',
    'subsequent encounter',
    'lower extremity',
    'upper extremity',
    'treatment of speech, language, voice',
    'treatment of swallowing dysfunction',
    'unattended',
  ];

  it('are never those of the licensed descriptions', () => {
    for (const [place, text] of prose()) {
      const plain = text.toLowerCase().replace(/\*/g, '');
      for (const phrase of LICENSED) assert.ok(!plain.includes(phrase), `${place}: "${phrase}"`);
    }
  });

  it("are a coder's, not a programmer's", () => {
    for (const [place, text] of prose()) {
      assert.ok(
        !/\b(parse|token|boolean|null|undefined|array|string|node|diagnostics|payload|API|LSP|JSON)\b/i.test(text),
        `${place}: ${text}`,
      );
      assert.ok(!/\bseed\b|\/(work|tmp|home)\//i.test(text), `${place}: ${text}`);
    }
  });
});
