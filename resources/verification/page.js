// The page: shows what reading.js finds, in Spanish or English. Texts and keys stand in data.js.
'use strict';

(() => {
  const data = window.CHECKIN, shapes = {valid: '✓', revoked: '✕', bad_signature: '✕', unknown_key: '?', cannot_check: '?'};
  const part = id => document.getElementById(id);
  let language = (navigator.language || 'es').startsWith('en') ? 'en' : 'es', shown = null, asked = 0;

  function say(id, values = {}) {
    return (data.words[language][id] || id).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  }

  function day(seconds, event, withTime) {
    const style = withTime ? {dateStyle: 'long', timeStyle: 'short', hour12: false} : {dateStyle: 'long'};
    return new Intl.DateTimeFormat(language === 'es' ? 'es-PE' : 'en-GB', {...style, timeZone: event.timezone})
      .format(new Date(seconds * 1000));
  }

  // Ley 29733: enough to compare with the paper at hand, not enough to learn the number.
  const masked = text => '•'.repeat(Math.max(0, text.length - 3)) + text.slice(-3);

  function facts(found) {
    const event = found.event, said = found.facts || {}, listed = [];
    const add = (id, text) => { if (text) listed.push([say(`fact-${id}`), text]); };
    add('name', said.name);
    add('document', said.document && masked(said.document));
    if (event) {
      add('as', said.role && ((event.labels[language] || {})[said.role] || said.role));
      add('hours', said.hours && say(`hours-${event.hour_kind}`, {count: said.hours}));
      add('event', event.name);
      add('days', event.days[language]);
      add('issuers', event.issuers.join(', '));
      add('number', found.number);
      add('issued', said.issued && day(said.issued, event));
    }
    return listed;
  }

  function why(found) {
    const told = [];
    if (found.verdict === 'valid') {
      told.push(say(found.byTyping ? 'valid-typed' : 'valid-why'));
      told.push(found.asOf ? say('as-of', {at: day(found.asOf, found.event, true)}) : say('no-list'));
    } else {
      told.push(say(`why-${found.why}`, {number: found.replacedBy || ''}));
    }
    return told.join(' ');
  }

  function show() {
    document.documentElement.lang = language;
    document.title = say('title');
    part('title').textContent = say('title');
    part('event').textContent = data.events.map(event => event.name).join(' · ');
    for (const id of ['language', 'code-label', 'check', 'code-hint', 'photo-label', 'compare-title'])
      part(id).textContent = say(id);
    part('language').lang = language === 'es' ? 'en' : 'es';
    part('about').textContent = say('about');
    const contacts = data.events.map(event => event.contact).filter(Boolean).join(' · ');
    part('contact').textContent = contacts ? say('contact', {contact: contacts}) : '';
    part('verdict').hidden = !shown;
    part('compare').hidden = true;
    if (!shown) return;
    part('verdict').className = shown.verdict;
    part('shape').textContent = shapes[shown.verdict];
    part('said').textContent = say(`verdict-${shown.verdict}`);
    part('why').textContent = why(shown);
    const listed = facts(shown);
    part('compare').hidden = !listed.length;
    part('facts').replaceChildren(...listed.flatMap(([caption, text]) => {
      const term = document.createElement('dt'), value = document.createElement('dd');
      term.textContent = caption;
      value.textContent = text;
      return [term, value];
    }));
  }

  async function check(text) {
    const mine = ++asked, found = await READING.verify(text, data);
    if (mine !== asked) return;
    shown = found;
    show();
    part('verdict').focus();
  }

  function fromAddress() {
    let text = location.hash.slice(1);
    try { text = decodeURIComponent(text); } catch (error) { if (!(error instanceof URIError)) throw error; }
    if (text) check(text.trim());
  }

  async function fromPhoto(file) {
    const mine = ++asked;
    part('photo-said').textContent = say('reading');
    const text = await PHOTO.read(file);
    if (mine !== asked) return;
    part('photo-said').textContent = '';
    if (text) return check(text);
    shown = {verdict: 'cannot_check', why: 'photo'};
    show();
    part('verdict').focus();
  }

  part('language').addEventListener('click', () => { language = language === 'es' ? 'en' : 'es'; show(); });
  part('typed').addEventListener('submit', event => {
    event.preventDefault();
    const text = part('code').value.trim();
    if (text) check(text);
  });
  part('file').addEventListener('change', async event => {
    const file = event.target.files[0];
    if (file) await fromPhoto(file);
    event.target.value = '';  // the same one may be chosen again
  });
  addEventListener('hashchange', fromAddress);
  show();
  fromAddress();
})();
