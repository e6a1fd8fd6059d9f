// Checks a departure pass or a certificate of orientation with what is on this device: the same verdicts as services/Credentials, compared by a test.
// No network, no library: base45 (RFC 9285), CBOR (RFC 8949), COSE_Sign1 with ES256 (RFC 9052), CWT, IETF Token Status List.

const PREFIX = 'GMSP1:', CERTIFICATE_PREFIX = 'GMSO1:';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MOST_CHARACTERS = 6000, MOST_PASS_BYTES = 4096, MOST_LIST_BYTES = 8192;
const ES256 = -7, OURS = -65537;
// Clocks of devices differ by so much. Seconds.
const CLOCK_SKEW = 300;
const TRUST_LIST = 'application/gms-trust-list+cwt', STATUS_LIST = 'application/statuslist+cwt', CERTIFICATE = 'application/gms-orientation-certificate+cwt';

// Passes and lists are deflated: a browser that cannot read them says so itself, and nothing of a pass.
const able = typeof DecompressionStream === 'function';

class Fault extends Error {
  constructor(code) { super(code); this.code = code; }
}
const unreadable = () => new Fault('PASS_UNREADABLE');
const truncated = () => new Fault('PASS_TRUNCATED');

export function base45(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 3) {
    const group = text.slice(i, i + 3);
    let value = 0;
    for (let j = group.length - 1; j >= 0; j--) {
      const digit = ALPHABET.indexOf(group[j]);
      if (digit < 0) throw unreadable();
      value = value * 45 + digit;
    }
    if (group.length === 1) throw truncated();
    if (group.length === 3) {
      if (value > 0xffff) throw unreadable();
      bytes.push(value >> 8, value & 0xff);
    } else {
      if (value > 0xff) throw truncated();
      bytes.push(value);
    }
  }
  return Uint8Array.from(bytes);
}

// A reader of the CBOR that we write: definite lengths, no floating point. Text in bytes that go on beyond the end is truncated, anything else unreadable.
export function cbor(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = length => {
    if (length > bytes.length - at) throw truncated();
    at += length;
    return at - length;
  };
  const read = depth => {
    if (depth === 0) throw unreadable();
    const first = bytes[take(1)], kind = first >> 5, info = first & 31;
    if (info > 27) throw unreadable();
    let value = info;
    if (info >= 24) {
      const from = take(1 << (info - 24));
      value = info === 24 ? view.getUint8(from) : info === 25 ? view.getUint16(from) : info === 26 ? view.getUint32(from) : Number(view.getBigUint64(from));
    }
    switch (kind) {
      case 0: return value;
      case 1: return -1 - value;
      case 2: { const from = take(value); return bytes.slice(from, from + value); }
      case 3: {
        const from = take(value);
        try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, from + value)); } catch { throw unreadable(); }
      }
      case 4: { const list = []; for (let i = 0; i < value; i++) list.push(read(depth - 1)); return list; }
      case 5: { const map = new Map(); for (let i = 0; i < value; i++) { const key = read(depth - 1); map.set(key, read(depth - 1)); } return map; }
      case 6: return { tag: value, value: read(depth - 1) };
      default: return null;
    }
  };
  const whole = read(16);
  if (at !== bytes.length) throw unreadable();
  return whole;
}

// What lies inside something whole is whole itself, or broken.
function inner(bytes) {
  try { return cbor(bytes); } catch { throw unreadable(); }
}

async function inflate(bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) { await reader.cancel(); throw unreadable(); }
      parts.push(value);
    }
  } catch (broken) {
    if (broken instanceof Fault || length === 0) throw unreadable();
  }
  const plain = new Uint8Array(length);
  let at = 0;
  for (const part of parts) { plain.set(part, at); at += part.length; }
  return plain;
}

// Reads without believing: only headers that are signed count, and which algorithm counts is ours to say.
function envelope(bytes) {
  let whole = cbor(bytes), tag = 18;
  while (whole?.tag !== undefined) { tag = whole.tag; whole = whole.value; }
  if (!Array.isArray(whole) || whole.length !== 4 || !whole.every((part, i) => i === 1 || part instanceof Uint8Array)) throw unreadable();
  const [head, , payload, signature] = whole;
  const headers = head.length ? inner(head) : new Map();
  if (!(headers instanceof Map)) throw unreadable();
  return { tag, head, payload, signature, algorithm: headers.get(1), keyId: hex(headers.get(4) ?? new Uint8Array()), type: headers.get(16) ?? '' };
}

function mustBeEs256(signed) {
  if (typeof signed.algorithm !== 'number' || signed.algorithm === 0) throw new Fault('PASS_UNSIGNED');
  if (signed.algorithm !== ES256 || signed.tag !== 18) throw new Fault('PASS_ALGORITHM_REFUSED');
}

async function isSignedBy(signed, key) {
  if (signed.signature.length !== 64) return false;
  const text = concat([0x84, 0x6a], new TextEncoder().encode('Signature1'), byteString(signed.head), [0x40], byteString(signed.payload));
  const publicKey = await crypto.subtle.importKey('raw', concat([4], key.x, key.y), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, signed.signature, text);
}

function byteString(bytes) {
  const length = bytes.length;
  const head = length < 24 ? [0x40 | length] : length < 256 ? [0x58, length] : length < 65536 ? [0x59, length >> 8, length & 255] : [0x5a, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
  return concat(head, bytes);
}

function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

// The id of a key: the first eight bytes of its COSE key thumbprint (RFC 9679).
async function keyIdOf(key) {
  const text = concat([0xa4, 0x01, 0x02, 0x20, 0x01, 0x21], byteString(key.x), [0x22], byteString(key.y));
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', text)).slice(0, 8));
}

async function trustList(bytes, anchor) {
  const signed = envelope(bytes);
  mustBeEs256(signed);
  if (signed.type !== TRUST_LIST) throw unreadable();
  if (!await isSignedBy(signed, { x: anchor.slice(1, 33), y: anchor.slice(33, 65) })) throw new Fault('PASS_FORGED');
  const claims = inner(signed.payload), keys = new Map();
  for (const entry of claims.get(OURS) ?? []) {
    const key = { country: entry.get(1), x: entry.get(2), y: entry.get(3), from: entry.get(4), retired: entry.get(5), compromised: entry.get(6) };
    keys.set(await keyIdOf(key), key);
  }
  return { keys, issued: claims.get(6), expires: claims.get(4) };
}

async function statusList(bytes, trust) {
  const signed = envelope(bytes);
  mustBeEs256(signed);
  const key = trust.keys.get(signed.keyId);
  if (signed.type !== STATUS_LIST || !key || key.compromised !== undefined || !await isSignedBy(signed, key)) throw unreadable();
  const claims = inner(signed.payload), list = claims.get(65533);
  if (list?.get('bits') !== 1) throw unreadable();
  return { country: key.country, uri: claims.get(2), issued: claims.get(6), expires: claims.get(4), bits: await inflate(list.get('lst'), MOST_LIST_BYTES) };
}

function passOf(payload) {
  const claims = inner(payload), ours = claims instanceof Map ? claims.get(OURS) : undefined, status = claims instanceof Map ? claims.get(65535)?.get?.('status_list') : undefined;
  const times = [4, 5, 6].map(claim => claims.get?.(claim));
  if (!(ours instanceof Map) || !times.every(Number.isInteger) || typeof status?.get('uri') !== 'string' || claims.get(7)?.length !== 16) throw unreadable();
  for (const text of [claims.get(1), claims.get(2), ours.get(1), ours.get(3), ours.get(6), ours.get(7)])
    if (typeof text !== 'string') throw unreadable();
  return {
    origin: claims.get(1), workerNumber: claims.get(2), expiresAt: times[0], notBefore: times[1], issuedAt: times[2], passId: hex(claims.get(7)),
    statusUri: status.get('uri'), statusIndex: status.get('idx'),
    maskedName: ours.get(1), birthYear: ours.get(2), sex: ours.get(3), documentKind: ours.get(4), documentEnd: ours.get(5), destination: ours.get(6), channel: ours.get(7),
    checkpoint: ours.get(8), employer: ours.get(9), contractHash: ours.get(10) && hex(ours.get(10)), coverage: ours.get(11), orientation: ours.get(12),
  };
}

function certificateOf(payload) {
  const claims = inner(payload), ours = claims instanceof Map ? claims.get(OURS) : undefined, status = claims instanceof Map ? claims.get(65535)?.get?.('status_list') : undefined;
  const expires = claims.get?.(4);
  if (!(ours instanceof Map) || !Number.isInteger(claims.get(6)) || !(expires === undefined || Number.isInteger(expires)) || typeof status?.get('uri') !== 'string' || claims.get(7)?.length !== 16) throw unreadable();
  if (!Number.isInteger(ours.get(7)) || ours.get(7) < 0 || ours.get(7) > 0x7fffffff) throw unreadable();
  for (const text of [claims.get(1), claims.get(2), ours.get(1), ours.get(2), ours.get(6), ours.get(8)])
    if (typeof text !== 'string') throw unreadable();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(ours.get(8)) || Number.isNaN(Date.parse(ours.get(8)))) throw unreadable();
  return {
    country: claims.get(1), workerNumber: claims.get(2), expiresAt: expires, issuedAt: claims.get(6), certificateId: hex(claims.get(7)), statusUri: status.get('uri'), statusIndex: status.get('idx'),
    curriculum: ours.get(1), stage: ours.get(2), programme: ours.get(3), origin: ours.get(4), destination: ours.get(5), language: ours.get(6), minutes: ours.get(7), issuedOn: ours.get(8),
  };
}

// What is signed by a country that may, of this type; nothing is read of it before.
async function signedBy(text, prefix, type, trust, now) {
  if (!text.startsWith(prefix) || text.length > MOST_CHARACTERS) throw unreadable();
  const bytes = base45(text.slice(prefix.length));
  if (bytes.length === 0) throw truncated();
  const signed = envelope(bytes[0] === 0x78 ? await inflate(bytes, MOST_PASS_BYTES) : bytes);
  mustBeEs256(signed);
  const key = trust.expires > now ? trust.keys.get(signed.keyId) : undefined;
  if (!key) throw new Fault('PASS_KEY_UNKNOWN');
  if (key.compromised !== undefined) throw new Fault('PASS_KEY_COMPROMISED');
  if (!await isSignedBy(signed, key)) throw new Fault('PASS_FORGED');
  if (signed.type !== type) throw unreadable();
  return { payload: signed.payload, key };
}

function mustFit(key, country, issuedAt) {
  if (country !== key.country) throw new Fault('PASS_KEY_OF_ANOTHER_COUNTRY');
  if (issuedAt < key.from || issuedAt > (key.retired ?? Infinity)) throw new Fault('PASS_KEY_NOT_IN_USE');
}

async function authentic(text, trust, now) {
  const { payload, key } = await signedBy(text.trim(), PREFIX, '', trust, now);
  const pass = passOf(payload);
  mustFit(key, pass.origin, pass.issuedAt);
  return pass;
}

async function authenticCertificate(text, trust, now) {
  const { payload, key } = await signedBy(text.trim(), CERTIFICATE_PREFIX, CERTIFICATE, trust, now);
  const certificate = certificateOf(payload);
  mustFit(key, certificate.country, certificate.issuedAt);
  return certificate;
}

// Lists that were issued after this moment tell that the clock is behind: no day compared with it is sure then.
function standing(pass, list, trust, now) {
  const inList = list && Number.isInteger(pass.statusIndex) && pass.statusIndex >= 0 && pass.statusIndex < list.bits.length * 8;
  if (inList && (list.bits[pass.statusIndex >> 3] >> (pass.statusIndex & 7)) & 1) return 'PASS_REVOKED';
  if (pass.expiresAt !== undefined && now >= pass.expiresAt) return 'PASS_EXPIRED';
  if (pass.notBefore !== undefined && now < pass.notBefore) return 'PASS_NOT_YET_VALID';
  return inList && list.expires > now && Math.max(list.issued, trust.issued) <= now + CLOCK_SKEW ? 'PASS_VALID' : 'PASS_STATUS_UNKNOWN';
}

// What a checker carries, read once: { anchor, trust, lists } as bytes.
export async function readLists(carried) {
  const trust = await trustList(carried.trust, carried.anchor), lists = new Map();
  for (const bytes of carried.lists) {
    try {
      const list = await statusList(bytes, trust);
      if (!(lists.get(list.uri)?.issued >= list.issued)) lists.set(list.uri, list);
    } catch {
      // Not a list of ours: its passes are of unknown status, which is said of each.
    }
  }
  return { trust, lists };
}

// The verdict on a text: a code, the pass or the certificate when its country issued it, and the time of the list. Seconds since 1970.
export async function check(text, { trust, lists }, now) {
  if (!able) throw new Error('This browser is too old for this check.');
  const isCertificate = text.trim().startsWith(CERTIFICATE_PREFIX);
  const named = code => isCertificate ? code.replace('PASS_', 'CERTIFICATE_') : code;
  try {
    const shown = isCertificate ? await authenticCertificate(text, trust, now) : await authentic(text, trust, now);
    const found = lists.get(shown.statusUri), list = found?.country === (isCertificate ? shown.country : shown.origin) ? found : undefined;
    return { code: named(standing(shown, list, trust, now)), [isCertificate ? 'certificate' : 'pass']: shown, asOf: list?.issued };
  } catch (fault) {
    return { code: named(fault instanceof Fault ? fault.code : 'PASS_UNREADABLE') };
  }
}
