import { strToU8 } from 'fflate';

/*
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in hexadecimal. Our own because the browser's is asynchronous and absent
 * from core, and because ids that are derived from content must not make every decoder asynchronous.
 * It tells a damaged file from a whole one and names records; it protects nothing.
 */

/** First 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const ROUND = new Int32Array(primes(64).map((prime) => fraction32(Math.cbrt(prime))));

/** The same of the square roots of the first 8 primes (§5.3.3). */
const INITIAL = new Int32Array(primes(8).map((prime) => fraction32(Math.sqrt(prime))));

/** The digest of `text`, 64 hexadecimal digits. Linear. */
export function sha256(text: string): string {
  const digest = createDigest();
  digest.add(text);
  return digest.end();
}

/** A digest of what comes piece by piece. */
export interface Digest {
  add(piece: Uint8Array | string): void;
  /** 64 hexadecimal digits; nothing may be added afterwards. */
  end(): string;
}

/** A digest of nothing yet. */
export function createDigest(): Digest {
  const state = new Int32Array(INITIAL);
  const schedule = new Int32Array(64);
  // What does not fill a block yet.
  const rest = new Uint8Array(64);
  let filled = 0;
  let length = 0;
  const add = (piece: Uint8Array | string) => {
    const bytes = typeof piece === 'string' ? strToU8(piece) : piece;
    length += bytes.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(64 - filled, bytes.length);
      rest.set(bytes.subarray(0, at), filled);
      filled += at;
      if (filled < 64) return;
      compress(state, schedule, rest, 0);
      filled = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) compress(state, schedule, bytes, at);
    rest.set(bytes.subarray(at));
    filled = bytes.length - at;
  };
  return {
    add,
    end() {
      // A one, zeros, and the length in bits at the end of a block: of the next where it does not fit into this.
      rest[filled++] = 0x80;
      rest.fill(0, filled);
      if (filled > 56) {
        compress(state, schedule, rest, 0);
        rest.fill(0);
      }
      let bits = length * 8;
      for (let at = 63; bits > 0; at--) {
        rest[at] = bits % 256;
        bits = Math.floor(bits / 256);
      }
      compress(state, schedule, rest, 0);
      let hex = '';
      for (const word of state)
        for (let shift = 24; shift >= 0; shift -= 8) hex += HEX[(word >>> shift) & 0xff] ?? '';
      return hex;
    },
  };
}

/** Every byte in two digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, from: number): void {
  // `as number`: indices of typed arrays within their length, in the one hot loop of this file.
  for (let i = 0; i < 16; i++) {
    const at = from + i * 4;
    w[i] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[i] as number) + (w[i] as number)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fraction32(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}
