/**
 * Where messages begin and end in a stream of bytes: `Content-Length: N`, an empty line, and N bytes. The library skips
 * over what it cannot read and then waits for good; whoever follows along here knows that the conversation is lost.
 */

/** Longer headers are no headers. */
const MOST_OF_A_HEADER = 4096;
const END_OF_HEADER = '\r\n\r\n';
/** A line of a header, and the beginning of one. */
const FIELD = /^[A-Za-z-]+:[^\n]*$/;
const BEGUN = /^[A-Za-z-]*(:[^\n]*)?$|^\r$/;

const USUAL = bytesOf('Content-Length: ');
const AFTER = bytesOf(END_OF_HEADER);
const [ZERO, NINE] = [48, 57];
const MOST_DIGITS = 9;

export class Framing {
  /** What has come of a header that is not complete. */
  private header = '';
  /** Bytes of a message that are still to come. */
  private toCome = 0;
  private lost = false;

  /** Takes the next bytes. False: they are no messages, and nothing behind them can be made out. */
  take(bytes: Uint8Array): boolean {
    let at = 0;
    while (!this.lost && at < bytes.length) {
      if (this.toCome > 0) {
        const own = Math.min(this.toCome, bytes.length - at);
        this.toCome -= own;
        at += own;
      } else at = this.readHeader(bytes, at);
    }
    return !this.lost;
  }

  /** The header that nearly all messages have, in one piece: two a key. @returns where the message starts; -1 for any other. */
  private readUsual(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at - from < USUAL.length; at++) if (bytes[at] !== USUAL[at - from]) return -1;
    let length = 0;
    const digits = at;
    for (; bytes[at]! >= ZERO && bytes[at]! <= NINE; at++) length = length * 10 + bytes[at]! - ZERO;
    if (at === digits || at - digits > MOST_DIGITS) return -1;
    for (let i = 0; i < AFTER.length; i++) if (bytes[at + i] !== AFTER[i]) return -1;
    this.toCome = length;
    return at + AFTER.length;
  }

  /** Something has come that is not complete. */
  get isWithin(): boolean {
    return this.toCome > 0 || this.header !== '';
  }

  private readHeader(bytes: Uint8Array, from: number): number {
    const past = this.header === '' ? this.readUsual(bytes, from) : -1;
    if (past >= 0) return past;
    const before = this.header.length;
    const text = this.header + String.fromCharCode(...bytes.subarray(from, from + MOST_OF_A_HEADER));
    const end = text.indexOf(END_OF_HEADER);
    const lines = text.slice(0, end < 0 ? undefined : end).split('\r\n');
    const length = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(lines.join('\n'));
    const begun = end < 0 ? lines.pop()! : undefined;
    const isHeader = lines.every((line) => FIELD.test(line)) && (begun === undefined || BEGUN.test(begun));
    if (!isHeader || (end < 0 ? text.length >= MOST_OF_A_HEADER : !length)) {
      this.lost = true;
      return from;
    }
    if (end < 0) {
      this.header = text;
      return bytes.length;
    }
    this.header = '';
    this.toCome = Number(length![1]);
    return from + end + END_OF_HEADER.length - before;
  }
}

function bytesOf(text: string): readonly number[] {
  return Array.from(text, (c) => c.charCodeAt(0));
}
