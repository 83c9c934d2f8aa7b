// What a certificate's code says and whether it was signed: COSE_Sign1 with Ed25519 in CBOR, as
// src/checkin_desktop/keys/ makes it. Nothing leaves the page.
'use strict';

const READING = (() => {
  const BASE43 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./:';
  const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const MOST = 2000;
  const utf8 = new TextEncoder();

  const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
  const unhex = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
  const unbase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

  function decode(text, alphabet) {
    const base = alphabet.length, values = Array.from(text, c => alphabet.indexOf(c)), out = [];
    if (values.includes(-1) || values.length % 3 === 1) return null;
    for (let i = 0; i + 2 < values.length; i += 3) {
      const n = values[i] + values[i + 1] * base + values[i + 2] * base * base;
      if (n > 0xffff) return null;
      out.push(n >> 8, n & 0xff);
    }
    if (values.length % 3) {
      const n = values[values.length - 2] + values[values.length - 1] * base;
      if (n > 0xff) return null;
      out.push(n);
    }
    return Uint8Array.from(out);
  }

  // CBOR of the kinds that the program writes: integers, bytes, texts, lists, maps, tags, false, true, null.
  function cbor(bytes) {
    let at = 0;
    function take(count) {
      if (at + count > bytes.length) throw new RangeError('short');
      at += count;
      return bytes.subarray(at - count, at);
    }
    function size(info) {
      if (info < 24) return info;
      if (info > 27) throw new RangeError('length');
      return take(1 << (info - 24)).reduce((n, byte) => n * 256 + byte, 0);
    }
    function item(depth) {
      if (depth > 8) throw new RangeError('deep');
      const first = take(1)[0], kind = first >> 5, count = size(first & 31);
      if (kind === 0) return count;
      if (kind === 1) return -1 - count;
      if (kind === 2) return take(count);
      if (kind === 3) return new TextDecoder('utf-8', {fatal: true}).decode(take(count));
      if (kind === 4) return Array.from({length: Math.min(count, bytes.length)}, () => item(depth + 1));
      if (kind === 5) {
        const map = new Map();
        for (let i = 0; i < count; i++) map.set(item(depth + 1), item(depth + 1));
        return map;
      }
      if (kind === 6) return item(depth + 1);
      return {20: false, 21: true, 22: null}[count];
    }
    const said = item(0);
    if (at !== bytes.length) throw new RangeError('more');
    return said;
  }

  function byteString(bytes) {
    const n = bytes.length, head = n < 24 ? [0x40 + n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 0xff];
    return [...head, ...bytes];
  }

  // The frame of RFC 9052; `content` tells lists from certificates' codes.
  function frame(raw, content) {
    try {
      const [shielded, , payload, signature] = cbor(raw), header = cbor(shielded);
      if (header.get(1) !== -8 || (header.get(3) || '') !== content || signature.length !== 64) return null;
      const context = utf8.encode('Signature1');
      const signed = Uint8Array.from(
        [0x84, 0x60 + context.length, ...context, ...byteString(shielded), 0x40, ...byteString(payload)]);
      return {kid: hex(header.get(4)), said: cbor(payload), signed, signature};
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return null;
      throw error;
    }
  }

  // By the browser where it can (a secure page, a recent version), else by the library beside this file.
  async function signedBy(key, signature, message) {
    try {
      const held = await crypto.subtle.importKey('raw', key, {name: 'Ed25519'}, false, ['verify']);
      return await crypto.subtle.verify({name: 'Ed25519'}, held, signature, message);
    } catch (error) {
      return nacl.sign.detached.verify(message, signature, key);
    }
  }

  function token(text) {
    const read = [];
    if (text.startsWith('https://') && text.includes('#')) read.push(decode(text.slice(text.indexOf('#') + 1), BASE43));
    for (let at = text.indexOf('ME1:'); at >= 0; at = text.indexOf('ME1:', at + 1)) read.push(decode(text.slice(at + 4), BASE45));
    if (!read.length) read.push(decode(text, BASE43));
    for (const raw of read) {
      const found = raw && raw.length <= MOST ? frame(raw, '') : null;
      if (found && found.said instanceof Map && Number.isInteger(found.said.get(1))) return found;
    }
    return null;
  }

  // The frame says which slot; the event's key must vouch for that slot's key.
  async function slotOf(event, test) {
    const slot = event.slots.find(test);
    if (!slot) return null;
    const message = Uint8Array.from([...utf8.encode('checkin-desktop slot'), ...unhex(event.id),
      slot.number >> 8, slot.number & 0xff, ...unhex(slot.key)]);
    return await signedBy(unhex(event.key), unhex(slot.seal), message) ? slot : null;
  }

  function serials(packed) {
    const found = new Set();
    let at = 1;
    function varint() {
      let value = 0, scale = 1, byte;
      do {
        byte = packed[at++];
        value += (byte & 0x7f) * scale;
        scale *= 128;
      } while (byte > 0x7f);
      return value;
    }
    if (packed[0] === 0) {
      for (let serial = 0; at < packed.length;) found.add(serial += varint());
    } else {
      const first = varint();
      for (let i = 0; at + i < packed.length; i++)
        for (let bit = 0; bit < 8; bit++) if (packed[at + i] >> bit & 1) found.add(first + 8 * i + bit);
    }
    return found;
  }

  // The union of the newest list of each issuer whose signature holds.
  async function revocations(event) {
    const newest = new Map();
    for (const text of event.lists) {
      const list = frame(unbase64(text), 'checkin-revocations');
      if (!list || hex(list.said.get(2)) !== event.id) continue;
      const issuer = list.said.get(3), slot = await slotOf(event, s => s.number === issuer);
      if (!slot || !await signedBy(unhex(slot.key), list.signature, list.signed)) continue;
      const held = newest.get(issuer);
      if (!held || list.said.get(4) > held.get(4)) newest.set(issuer, list.said);
    }
    const union = {serials: new Set(), replaced: new Map(), closed: new Map(), asOf: 0};
    for (const said of newest.values()) {
      serials(said.get(6)).forEach(serial => union.serials.add(serial));
      (said.get(7) || new Map()).forEach((now, old) => union.replaced.set(old, now));
      (said.get(8) || new Map()).forEach((last, slot) => union.closed.set(slot, last));
      union.asOf = Math.max(union.asOf, said.get(5));
    }
    return union;
  }

  function typedCode(text) {
    const code = text.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
    if (code.length !== 20 || Array.from(code).some(c => !CROCKFORD.includes(c))) return null;
    const sum = Array.from(code.slice(0, 18)).reduce((n, c) => (n * 32 + CROCKFORD.indexOf(c)) % 1021, 0);
    if (code.slice(18) !== CROCKFORD[sum >> 5] + CROCKFORD[sum & 31]) return null;
    const serial = Array.from(code.slice(0, 5)).reduce((n, c) => n * 32 + CROCKFORD.indexOf(c), 0);
    return {serial, hash: hex(nacl.hash(utf8.encode(code))).slice(0, 24)};
  }

  function judged(event, lists, serial, slot) {
    const year = event.year, numbered = n => `${String(n).padStart(4, '0')}-${year}`;
    const said = {event, serial, number: numbered(serial), asOf: lists.asOf, verdict: 'valid', why: ''};
    if (lists.serials.has(serial)) {
      const now = lists.replaced.get(serial);
      return {...said, verdict: 'revoked', why: now ? 'replaced' : 'listed', replacedBy: now ? numbered(now) : ''};
    }
    if (slot && lists.closed.has(slot.number) && serial > lists.closed.get(slot.number))
      return {...said, verdict: 'revoked', why: 'desk'};
    return said;
  }

  // What the page shows of a text: {verdict, why, event, serial, number, facts, asOf, replacedBy}.
  async function verify(text, data) {
    const found = token(text);
    if (!found) {
      const typed = typedCode(text);
      if (!typed) return {verdict: 'cannot_check', why: 'no-code'};
      for (const event of data.events)
        if (event.typed.includes(typed.hash)) {
          const slot = event.slots.find(s => s.first <= typed.serial && typed.serial <= s.last);
          return {...judged(event, await revocations(event), typed.serial, slot), byTyping: true};
        }
      return {verdict: 'cannot_check', why: 'typed'};
    }
    const [serial, name, , role, hours, hour] = [1, 2, 3, 4, 5, 6].map(key => found.said.get(key));
    const facts = {name, document: found.said.get(3) || '', role, hours, issued: hour * 3600};
    let bad = null;
    for (const event of data.events) {
      const slot = await slotOf(event, s => s.kid === found.kid);
      if (!slot) continue;
      const good = slot.first <= serial && serial <= slot.last
        && await signedBy(unhex(slot.key), found.signature, found.signed);
      if (!good) {
        bad = bad || {verdict: 'bad_signature', why: 'altered', event, facts};
        continue;
      }
      return {...judged(event, await revocations(event), serial, slot), facts};
    }
    return bad || {verdict: 'unknown_key', why: 'unknown'};
  }

  return {verify};
})();
