/**
 * What is kept of folders from one start to the next, in the editor's own storage. It holds no text, no patient id and no
 * name, in its files or in their names: numbers made with a random key that only this installation has, and what was found
 * in a file, sealed with that key and the file's own text: only who has that file can read it. Only its
 * owner may read it. Whatever is wrong with it means that files are read again, and nothing else.
 */

import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeLater } from './write';

const KEY = 'key';
const KEY_BYTES = 32;
const ENDING = '.folder';
/** What the files begin with: raised when their form changes. */
const FORM = Buffer.from('ENCFOLD2', 'latin1');
const SEAL_BYTES = 32;
const HEAD = FORM.length + SEAL_BYTES;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A folder that was not opened for so long is forgotten. */
const DAYS_KEPT = 90;

export class FolderCache {
  private key: Buffer | undefined;

  /** @param folder of the cache alone: made where there is none, when something is first kept. */
  constructor(private readonly folder: string) {}

  /** A number of 53 bits, the same for the same words as long as the cache is not cleared. */
  readonly hash = (words: string): number => {
    const digest = createHmac('sha256', this.keyNow()).update(words).digest();
    return digest.readUInt32LE(0) + (digest.readUInt32LE(4) & 0x1fffff) * 4294967296;
  };

  /**
   * Words about a file, so that only who has the key of this installation and the very text of that file can read them.
   * @param content the text of the file.
   */
  readonly seal = (words: string, content: string): Uint8Array => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.wordsKey(content), nonce, { authTagLength: TAG_BYTES });
    const sealed = [nonce, cipher.update(words, 'utf8'), cipher.final()];
    return Buffer.concat([...sealed, cipher.getAuthTag()]);
  };

  /** The words that were sealed; nothing where the file has another text now. */
  readonly unseal = (sealed: Uint8Array, content: string): string | undefined => {
    try {
      const end = sealed.length - TAG_BYTES;
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, this.wordsKey(content), nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(end));
      return decipher.update(sealed.subarray(NONCE_BYTES, end), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  };

  /** What was kept under a name; nothing where there is nothing, or it is damaged. */
  async load(name: string): Promise<ArrayBuffer | undefined> {
    try {
      const bytes = await readFile(this.pathOf(name));
      if (bytes.length < HEAD || !bytes.subarray(0, FORM.length).equals(FORM)) return undefined;
      const content = bytes.subarray(HEAD);
      if (!timingSafeEqual(bytes.subarray(FORM.length, HEAD), this.sealOf(name, content))) return undefined;
      // A buffer of its own, so that numbers in it begin where they may.
      return content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer;
    } catch {
      return undefined;
    }
  }

  /** Keeps something under a name. What cannot be kept is not. */
  async save(name: string, content: Uint8Array): Promise<void> {
    try {
      this.makeFolder();
      const whole = Buffer.concat([FORM, this.sealOf(name, content), content]);
      await writeWholeLater(this.pathOf(name), whole);
      this.sweep();
    } catch {
      // A full disk or a folder that may not be written: the next start reads all files.
    }
  }

  /** Takes away all that was kept, and the key. Throws what the disk throws. */
  clear(): void {
    this.key = undefined;
    let names: string[];
    try {
      names = readdirSync(this.folder);
    } catch {
      return;
    }
    for (const name of names)
      if (name === KEY || name.endsWith(ENDING) || name.endsWith('.tmp'))
        rmSync(join(this.folder, name), { force: true });
  }

  private wordsKey(content: string): Buffer {
    return createHmac('sha256', this.keyNow()).update('words\n').update(content).digest();
  }

  private pathOf(name: string): string {
    return join(this.folder, `${createHmac('sha256', this.keyNow()).update(name).digest('hex').slice(0, 32)}${ENDING}`);
  }

  private sealOf(name: string, content: Uint8Array): Buffer {
    return createHmac('sha256', this.keyNow()).update(name).update('\n').update(content).digest();
  }

  /** The key of this installation. Where none can be kept, one for as long as this process lives. */
  private keyNow(): Buffer {
    if (this.key) return this.key;
    const path = join(this.folder, KEY);
    this.key = readKey(path);
    if (this.key) return this.key;
    const fresh = randomBytes(KEY_BYTES);
    try {
      this.makeFolder();
      // Another window may have made one in the meantime: then that one counts, unless it is damaged.
      writeFileSync(path, fresh, { mode: 0o600, flag: 'wx' });
      this.key = fresh;
    } catch {
      this.key = readKey(path);
      if (!this.key) {
        this.key = fresh;
        try {
          writeFileSync(path, fresh, { mode: 0o600 });
        } catch {
          // Nothing is kept then.
        }
      }
    }
    return this.key;
  }

  private makeFolder(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
  }

  private sweep(): void {
    const oldest = Date.now() - DAYS_KEPT * 24 * 3600 * 1000;
    for (const name of readdirSync(this.folder)) {
      const path = join(this.folder, name);
      if (name.endsWith(ENDING) && statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
    }
  }
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = readFileSync(path);
    return key.length === KEY_BYTES ? key : undefined;
  } catch {
    return undefined;
  }
}
