import { check, readLists } from '/check/verify.js';
import { scan } from '/check/scan.js';
import { LANGUAGES, fill, language, locale, words } from '/check/words.js';

const OLD_AFTER = 24 * 3600, CLOCK_SKEW = 300, RENEWED_EVERY_MS = 5 * 60 * 1000;
const by = id => document.getElementById(id);
const seconds = () => Math.floor(Date.now() / 1000);
const time = at => new Date(at * 1000).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' });
// A pass's days are days in the country that issued it, wherever this device stands.
const ZONES = { KH: 'Asia/Phnom_Penh', CN: 'Asia/Shanghai', LA: 'Asia/Vientiane', MM: 'Asia/Yangon', TH: 'Asia/Bangkok', VN: 'Asia/Ho_Chi_Minh' };
const day = (at, country) => new Date(at * 1000).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: ZONES[country] ?? 'UTC', numberingSystem: 'latn' });
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const country = code => new Intl.DisplayNames([language], { type: 'region' }).of(code);

// What stands there for browsers in which not even this runs.
if (typeof DecompressionStream === 'function') by('old')?.remove();
else {
  by('old').textContent = 'This browser is too old for this check. Use a newer one, or ask by telephone.';
  for (const part of document.querySelectorAll('#scan, #typed')) part.hidden = true;
  throw new Error('No DecompressionStream.');
}
document.documentElement.lang = language;
for (const place of document.querySelectorAll('[data-words]')) place.textContent = words[place.dataset.words];
document.title = words.title;
by('languages').replaceChildren(...Object.entries(LANGUAGES).map(([code, name]) => {
  const link = document.createElement('a');
  Object.assign(link, { href: `/check/?language=${code}`, lang: code, textContent: name });
  if (code === language) link.setAttribute('aria-current', 'true');
  return link;
}));

let lists;

async function load() {
  const carried = await (await fetch('/check/lists')).json();
  lists = await readLists({ anchor: bytes(carried.anchor), trust: bytes(carried.trust), lists: carried.lists.map(bytes) });
  tell();
}

function tell() {
  const newest = Math.max(lists.trust.issued, ...[...lists.lists.values()].map(list => list.issued));
  const oldest = [...lists.lists.values()].reduce((least, list) => Math.min(least, list.issued), lists.trust.issued);
  const old = seconds() - oldest > OLD_AFTER, behind = newest > seconds() + CLOCK_SKEW;
  by('lists').textContent = behind ? words.clockWrong : fill(old ? words.listsOld : words.listsOf, { time: time(oldest) });
  by('lists').classList.toggle('stale', old || behind);
}

function kindOf(code) {
  const verdict = code.replace(/^(PASS|CERTIFICATE)_/, '');
  return verdict === 'VALID' ? 'valid' : ['STATUS_UNKNOWN', 'NOT_YET_VALID', 'UNREADABLE', 'TRUNCATED'].includes(verdict) ? 'unknown' : 'refused';
}

function linesOf(pass) {
  return {
    maskedName: pass.maskedName,
    birthYear: pass.birthYear,
    sex: words.sexes[pass.sex] ?? pass.sex,
    document: pass.documentKind && `${words.documents[pass.documentKind] ?? pass.documentKind} ${fill(words.endsIn, { end: pass.documentEnd ?? '' })}`,
    workerNumber: pass.workerNumber,
    way: `${country(pass.origin)} – ${country(pass.destination)}`,
    channel: words.channels[pass.channel] ?? pass.channel,
    checkpoint: pass.checkpoint,
    employer: pass.employer,
    contractHash: pass.contractHash,
    coverage: words.marks[pass.coverage] ?? words.marks[2],
    orientation: words.marks[pass.orientation] ?? words.marks[2],
    validity: `${day(pass.notBefore, pass.origin)} – ${day(pass.expiresAt - 1, pass.origin)}`,
  };
}

function linesOfCertificate(certificate) {
  return {
    workerNumber: certificate.workerNumber,
    orientation: words.stages[certificate.stage] ?? certificate.stage,
    curriculum: certificate.programme ? `${certificate.curriculum} (${certificate.programme})` : certificate.curriculum,
    way: `${certificate.origin ? country(certificate.origin) : words.anyCountry} – ${certificate.destination ? country(certificate.destination) : words.anyCountry}`,
    taughtIn: certificate.language,
    minutes: certificate.minutes,
    issued: `${country(certificate.country)}, ${day(Date.parse(certificate.issuedOn) / 1000)}`,
    validity: certificate.expiresAt === undefined ? words.noEnd : `– ${day(certificate.expiresAt - 1, certificate.country)}`,
  };
}

async function show(text) {
  if (!lists) {
    by('lists').textContent = words.noLists;
    return;
  }
  tell();
  const { code, pass, certificate, asOf } = await check(text, lists, seconds());
  const [verdict, what] = words.verdicts[code];
  by('verdict').textContent = verdict;
  by('what').textContent = fill(what, { time: asOf ? time(asOf) : '' });
  by('as-of').textContent = asOf && !code.endsWith('_REVOKED') ? fill(words.asOf, { time: time(asOf) }) : '';
  by('compare').hidden = !pass && !certificate;
  by('lines').replaceChildren(...Object.entries(pass ? linesOf(pass) : certificate ? linesOfCertificate(certificate) : {}).filter(([, value]) => value !== undefined && value !== '').flatMap(([line, value]) => {
    const [name, said] = [document.createElement('dt'), document.createElement('dd')];
    name.textContent = words.lines[line];
    said.textContent = value;
    return [name, said];
  }));
  Object.assign(by('answer').dataset, { kind: kindOf(code), code });
  by('answer').hidden = false;
  by('answer').focus();
}

let camera;
by('scan').addEventListener('click', async () => {
  if (camera) return camera.abort();
  camera = new AbortController();
  by('scan').textContent = words.stop;
  by('answer').hidden = true;
  try {
    const text = await scan(by('video'), camera.signal);
    if (text) await show(text);
  } catch {
    by('lists').textContent = words.noCamera;
  } finally {
    camera = undefined;
    by('scan').textContent = words.scan;
  }
});
by('typed').addEventListener('submit', event => {
  event.preventDefault();
  show(by('text').value);
});

// A post leaves the page open for days: what was revoked meanwhile is fetched where there is a network, and where there is none the former lists go on.
async function renew() {
  try {
    await load();
  } catch {
    if (!lists) by('lists').textContent = words.noLists;
  }
}

await renew();
setInterval(renew, RENEWED_EVERY_MS);
addEventListener('online', renew);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && renew());
if ('serviceWorker' in navigator) {
  await navigator.serviceWorker.register('/check/sw.js', { scope: '/check/' });
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.offline = 'ready';
}
