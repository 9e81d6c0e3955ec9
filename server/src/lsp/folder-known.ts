/**
 * The files of a folder as they were when it was last checked, in a few flat arrays: what is in a file that need not be
 * read, and which files must be read because something that changed is judged with them.
 */

import type { FileFacts } from './folder-facts';
import type { Seen } from './folder-files';

/** A file as it was when it was checked. */
export interface KnownFile extends Seen {
  /** Keyed number of its URI. */
  readonly id: number;
  /** Keyed number of all that it was judged by. */
  readonly judged: number;
  readonly hasFindings: boolean;
  /** What was found, sealed with the file's own text; nothing where it is not kept. */
  readonly words: Uint8Array | undefined;
  readonly facts: FileFacts;
}

/** Files that are listed together stand together, and are known by one number if all of them are there again. */
export interface Run {
  /** Keyed number of their names, in their order. */
  readonly id: number;
  /** Where the first of them stands. */
  readonly start: number;
}

export interface KnownFolder {
  readonly files: readonly KnownFile[];
  readonly runs: readonly Run[];
  /** The date, as yyyymmdd. */
  readonly today: number;
  /** Keyed number of how the editor wants findings to be told. */
  readonly told: number;
}

const COUNTS = 8;

/** The arrays of {@link KnownFiles}, one after another in one buffer. */
export class KnownFiles {
  readonly count: number;
  /** The date, as yyyymmdd. */
  readonly keptOn: number;
  private readonly told: Float64Array;
  private readonly ids: Float64Array;
  private readonly sizes: Float64Array;
  private readonly times: Float64Array;
  private readonly touched: Float64Array;
  private readonly judged: Float64Array;
  private readonly days: Float64Array;
  private readonly notes: Float64Array;
  private readonly names: Float64Array;
  private readonly runs: Float64Array;
  private readonly runStart: Uint32Array;
  /** Where the parts of a file begin, the days and notes of a part, the names of a file; one entry more than there are. */
  private readonly partStart: Uint32Array;
  private readonly dayStart: Uint32Array;
  private readonly noteStart: Uint32Array;
  private readonly nameStart: Uint32Array;
  private readonly wordStart: Uint32Array;
  private readonly flags: Uint8Array;
  private readonly words: Uint8Array;

  private byId: Places | undefined;
  private byDay: Places | undefined;
  private byNote: Places | undefined;
  private byName: Places | undefined;
  /** Parts that something may have changed for. */
  private readonly changed: Uint8Array;
  /** Parts of which all is said: those, and the parts of files with findings. */
  private readonly said: Uint8Array;
  /** Parts that are read, with all that they are judged with. */
  private readonly read: Uint8Array;

  /** @throws where the buffer holds something else. */
  constructor(private readonly buffer: ArrayBuffer) {
    const head = new Uint32Array(buffer, 0, COUNTS);
    const [files, parts, days, notes, names, today, runs, words] = [...head] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    let at = COUNTS * 4;
    const doubles = (length: number) => {
      const array = new Float64Array(buffer, at, length);
      at += length * 8;
      return array;
    };
    const integers = (length: number) => {
      const array = new Uint32Array(buffer, at, length);
      at += length * 4;
      return array;
    };
    this.count = files;
    this.keptOn = today;
    this.told = doubles(1);
    this.ids = doubles(files);
    this.sizes = doubles(files);
    this.times = doubles(files);
    this.touched = doubles(files);
    this.judged = doubles(files);
    this.days = doubles(days);
    this.notes = doubles(notes);
    this.names = doubles(names);
    this.runs = doubles(runs);
    this.runStart = integers(runs);
    this.partStart = integers(files + 1);
    this.nameStart = integers(files + 1);
    this.dayStart = integers(parts + 1);
    this.noteStart = integers(parts + 1);
    this.wordStart = integers(files + 1);
    this.flags = new Uint8Array(buffer, at, files);
    this.words = new Uint8Array(buffer, at + files, words);
    if (at + files + words !== buffer.byteLength) throw new RangeError('not a list of known files');
    this.changed = new Uint8Array(parts);
    this.said = new Uint8Array(parts);
    this.read = new Uint8Array(parts);
  }

  static of({ files, runs, today, told }: KnownFolder): KnownFiles {
    let [parts, days, notes, names, bytes] = [0, 0, 0, 0, 0];
    for (const { facts, words } of files) {
      bytes += words?.length ?? 0;
      parts += facts.parts.length;
      names += facts.names.length;
      for (const part of facts.parts) {
        days += part.days.length;
        notes += part.notes.length;
      }
    }
    const doubles = 1 + files.length * 5 + days + notes + names + runs.length;
    const integers = runs.length + (files.length + 1) * 3 + (parts + 1) * 2;
    const buffer = new ArrayBuffer(COUNTS * 4 + doubles * 8 + integers * 4 + files.length + bytes);
    new Uint32Array(buffer, 0, COUNTS).set([files.length, parts, days, notes, names, today, runs.length, bytes]);
    const known = new KnownFiles(buffer);
    known.told[0] = told;
    runs.forEach(({ id, start }, i) => {
      known.runs[i] = id;
      known.runStart[i] = start;
    });
    let [part, day, note, name, word] = [0, 0, 0, 0, 0];
    files.forEach((file, i) => {
      known.ids[i] = file.id;
      known.sizes[i] = file.size;
      known.times[i] = file.changed;
      known.touched[i] = file.touched;
      known.judged[i] = file.judged;
      known.flags[i] = file.hasFindings ? 1 : 0;
      for (const { days, notes } of file.facts.parts) {
        known.days.set(days, day);
        known.notes.set(notes, note);
        day += days.length;
        note += notes.length;
        part++;
        known.dayStart[part] = day;
        known.noteStart[part] = note;
      }
      known.names.set(file.facts.names, name);
      name += file.facts.names.length;
      known.partStart[i + 1] = part;
      known.nameStart[i + 1] = name;
      if (file.words) known.words.set(file.words, word);
      word += file.words?.length ?? 0;
      known.wordStart[i + 1] = word;
    });
    return known;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.buffer);
  }

  /** How the editor wanted findings to be told: as a keyed number. */
  get toldBy(): number {
    return this.told[0]!;
  }

  /** What makes looking up quick, in steps that can be taken one by one. */
  steps(): (() => void)[] {
    return [
      () => {
        this.byDay ??= new Places(this.days, this.dayStart);
        this.fileOfPart ??= this.filesOfParts();
      },
      () => {
        this.byNote ??= new Places(this.notes, this.noteStart);
      },
      () => {
        this.byName ??= new Places(this.names, this.nameStart);
      },
    ];
  }

  /** Where the first of some files stands that were listed together before, by the number of their names. */
  startOf(run: number): number | undefined {
    const at = this.runs.indexOf(run);
    return at < 0 ? undefined : this.runStart[at];
  }

  /** The index of a file; nothing where it is not known. */
  indexOf(id: number): number | undefined {
    this.byId ??= new Places(this.ids, undefined);
    return this.byId.of(id)[0];
  }

  /** Whether a file is as it was, judged by the same. */
  isAsItWas(file: number, seen: Seen, judged: number): boolean {
    return (
      this.sizes[file] === seen.size &&
      this.times[file] === seen.changed &&
      this.touched[file] === seen.touched &&
      this.judged[file] === judged
    );
  }

  /** Keyed number of all that a file was judged by. */
  judgedBy(file: number): number {
    return this.judged[file]!;
  }

  hasFindings(file: number): boolean {
    return this.flags[file] === 1;
  }

  /** What was found in a file, sealed; nothing where it was not kept. */
  wordsOf(file: number): Uint8Array | undefined {
    const [from, to] = [this.wordStart[file]!, this.wordStart[file + 1]!];
    return from === to ? undefined : this.words.subarray(from, to);
  }

  at(file: number): KnownFile {
    const parts = [];
    for (let part = this.partStart[file]!; part < this.partStart[file + 1]!; part++)
      parts.push({ days: [...this.daysOf(part)], notes: [...this.notesOf(part)] });
    return {
      id: this.ids[file]!,
      size: this.sizes[file]!,
      changed: this.times[file]!,
      touched: this.touched[file]!,
      judged: this.judged[file]!,
      hasFindings: this.hasFindings(file),
      words: this.wordsOf(file),
      facts: { parts, names: [...this.names.subarray(this.nameStart[file]!, this.nameStart[file + 1]!)] },
    };
  }

  /** The files in which a name is written, by its keyed number. */
  filesNaming(name: number): number[] {
    this.byName ??= new Places(this.names, this.nameStart);
    return this.byName.of(name);
  }

  /**
   * What must be read so that these days are known in full, and so are the days of the patients whose notes these are.
   * @param tell told the files, some more than once.
   */
  need(
    { days, notes }: { readonly days: Iterable<number>; readonly notes: Iterable<number> },
    tell: (file: number) => void,
  ): void {
    this.byDay ??= new Places(this.days, this.dayStart);
    this.byNote ??= new Places(this.notes, this.noteStart);
    this.fileOfPart ??= this.filesOfParts();
    const open: number[] = [];
    const take = (part: number) => {
      if (this.changed[part]) return;
      this.changed[part] = 1;
      this.said[part] = 1;
      this.read[part] = 1;
      open.push(part);
    };
    for (const day of days) for (const part of this.byDay.of(day)) take(part);
    for (const note of notes) for (const part of this.byNote.of(note)) take(part);
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      tell(this.fileOfPart[part]!);
      for (const day of this.daysOf(part)) for (const other of this.byDay.of(day)) take(other);
      // Notes of other dates are read with this patient's; their days need not be known in full for it.
      for (const note of this.notesOf(part)) for (const other of this.byNote.of(note)) tell(this.fileOfPart[other]!);
    }
  }

  /**
   * What must be read for the words of the findings of a file that is as it was: all that it is judged with. Of the others
   * nothing is told, since nothing has changed for them.
   */
  needForWords(file: number, tell: (file: number) => void): void {
    this.byDay ??= new Places(this.days, this.dayStart);
    this.byNote ??= new Places(this.notes, this.noteStart);
    this.fileOfPart ??= this.filesOfParts();
    const open: number[] = [];
    for (let part = this.partStart[file]!; part < this.partStart[file + 1]!; part++) {
      this.said[part] = 1;
      for (const note of this.notesOf(part)) for (const other of this.byNote.of(note)) tell(this.fileOfPart[other]!);
      if (!this.read[part]) open.push(part);
      this.read[part] = 1;
    }
    for (let part = open.pop(); part !== undefined; part = open.pop())
      for (const day of this.daysOf(part))
        for (const other of this.byDay.of(day)) {
          if (this.read[other]) continue;
          this.read[other] = 1;
          tell(this.fileOfPart[other]!);
          open.push(other);
        }
  }

  /** The same for all days of a file that is known. */
  needFile(file: number, tell: (file: number) => void): void {
    for (let part = this.partStart[file]!; part < this.partStart[file + 1]!; part++)
      this.need({ days: this.daysOf(part), notes: this.notesOf(part) }, tell);
  }

  /** The days of a file of which nothing is said, by their keyed numbers. */
  quietDays(file: number): Set<number> {
    const quiet = new Set<number>();
    for (let part = this.partStart[file]!; part < this.partStart[file + 1]!; part++)
      if (!this.said[part]) for (const day of this.daysOf(part)) quiet.add(day);
    return quiet;
  }

  private fileOfPart: Uint32Array | undefined;

  private filesOfParts(): Uint32Array {
    const files = new Uint32Array(this.said.length);
    for (let file = 0; file < this.count; file++) files.fill(file, this.partStart[file]!, this.partStart[file + 1]!);
    return files;
  }

  private daysOf(part: number): Float64Array {
    return this.days.subarray(this.dayStart[part]!, this.dayStart[part + 1]!);
  }

  private notesOf(part: number): Float64Array {
    return this.notes.subarray(this.noteStart[part]!, this.noteStart[part + 1]!);
  }
}

/** Where numbers stand in an array: a table of first places, and from each place the next of the same slot. */
class Places {
  private readonly first: Int32Array;
  private readonly following: Int32Array;
  private readonly owner: Uint32Array | undefined;
  private readonly mask: number;

  /** @param starts where the numbers of each owner begin; without it each number is its own. */
  constructor(
    private readonly numbers: Float64Array,
    starts: Uint32Array | undefined,
  ) {
    let size = 16;
    while (size < numbers.length * 2) size *= 2;
    this.mask = size - 1;
    this.first = new Int32Array(size).fill(-1);
    this.following = new Int32Array(numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const slot = this.slotOf(numbers[i]!);
      this.following[i] = this.first[slot]!;
      this.first[slot] = i;
    }
    if (!starts) return;
    this.owner = new Uint32Array(numbers.length);
    for (let owner = 0; owner + 1 < starts.length; owner++) this.owner.fill(owner, starts[owner]!, starts[owner + 1]!);
  }

  /** The owners of a number. */
  of(number: number): number[] {
    const owners: number[] = [];
    for (let i = this.first[this.slotOf(number)]!; i >= 0; i = this.following[i]!)
      if (this.numbers[i] === number) owners.push(this.owner ? this.owner[i]! : i);
    return owners;
  }

  /** The numbers are hashes already: any of their bits will do. */
  private slotOf(number: number): number {
    return (number % 4294967296) & this.mask;
  }
}
