// The English texts of the page, and which language it speaks. Another language is a file in words/ with the same keys, loaded where it is asked for.
export const WORDS = {
  en: {
    title: 'Check a departure pass or a certificate of orientation',
    scan: 'Scan the QR code',
    stop: 'Stop the camera',
    paste: 'Or paste the text of the code',
    check: 'Check',
    compare: 'Compare each line with the worker and the paper in hand:',
    footer: 'Works without a network once loaded. Nothing that is scanned leaves this device.',
    noCamera: 'The camera cannot be used here. Paste the text of the code instead.',
    noLists: 'No lists on this device yet: connect once, then it works without a network.',
    listsOf: 'Keys and revocations as of {time}',
    listsOld: 'Keys and revocations as of {time}: connect and load them again',
    clockWrong: 'The clock of this device is behind the lists. Set it right.',
    asOf: 'Revocations known as of {time}.',
    verdicts: {
      PASS_VALID: ['Valid', 'The pass is genuine and in force.'],
      PASS_UNREADABLE: ['Not a pass', 'This is not a departure pass. Scan again.'],
      PASS_TRUNCATED: ['Incomplete', 'The end of the pass is missing. Scan the whole code again.'],
      PASS_UNSIGNED: ['Forged', 'Nobody signed this pass.'],
      PASS_ALGORITHM_REFUSED: ['Forged', 'It is signed in a way that anybody could.'],
      PASS_KEY_UNKNOWN: ['Not trusted', 'It is signed with a key that is not in the trust list. Load the lists again; if it stays so, treat it as forged.'],
      PASS_KEY_OF_ANOTHER_COUNTRY: ['Forged', 'It is signed with another country’s key than it says.'],
      PASS_KEY_COMPROMISED: ['Not trusted', 'It is signed with a key that somebody else may have. A genuine pass was issued anew.'],
      PASS_KEY_NOT_IN_USE: ['Forged', 'The key was not in use when the pass says it was signed.'],
      PASS_FORGED: ['Forged', 'The signature does not belong to what stands on the pass.'],
      PASS_REVOKED: ['Revoked', 'Revoked, as of {time}. The ministry of the country of origin says why.'],
      PASS_EXPIRED: ['Expired', 'The last day of the pass has passed.'],
      PASS_NOT_YET_VALID: ['Not yet valid', 'The planned day of departure has not come.'],
      PASS_STATUS_UNKNOWN: ['Not known', 'The pass is genuine, but whether it was revoked is not known here. Load the lists, or ask by telephone.'],
      CERTIFICATE_VALID: ['Valid', 'The certificate is genuine. Compare the worker number: somebody else’s certificate is of no use.'],
      CERTIFICATE_UNREADABLE: ['Not a certificate', 'This is not a certificate of orientation. Scan again.'],
      CERTIFICATE_TRUNCATED: ['Incomplete', 'The end of the certificate is missing. Scan the whole code again.'],
      CERTIFICATE_UNSIGNED: ['Forged', 'Nobody signed this certificate.'],
      CERTIFICATE_ALGORITHM_REFUSED: ['Forged', 'It is signed in a way that anybody could.'],
      CERTIFICATE_KEY_UNKNOWN: ['Not trusted', 'It is signed with a key that is not in the trust list. Load the lists again; if it stays so, treat it as forged.'],
      CERTIFICATE_KEY_OF_ANOTHER_COUNTRY: ['Forged', 'It is signed with another country’s key than it says.'],
      CERTIFICATE_KEY_COMPROMISED: ['Not trusted', 'It is signed with a key that somebody else may have. The institution prints it anew.'],
      CERTIFICATE_KEY_NOT_IN_USE: ['Forged', 'The key was not in use when the certificate says it was signed.'],
      CERTIFICATE_FORGED: ['Forged', 'The signature does not belong to what stands on the certificate.'],
      CERTIFICATE_REVOKED: ['Revoked', 'Revoked, as of {time}. The institution says why.'],
      CERTIFICATE_EXPIRED: ['Expired', 'The last day of the certificate has passed.'],
      CERTIFICATE_STATUS_UNKNOWN: ['Not known', 'The certificate is genuine, but whether it was revoked is not known here. Load the lists, or ask by telephone.'],
    },
    lines: {
      maskedName: 'Name', birthYear: 'Born', sex: 'Sex', document: 'Travel document', workerNumber: 'Worker number', way: 'From – to', channel: 'Channel', checkpoint: 'Checkpoint',
      employer: 'Employer', contractHash: 'Contract', coverage: 'Insurance', orientation: 'Orientation', validity: 'Valid', curriculum: 'Curriculum', taughtIn: 'Taught in', minutes: 'Minutes', issued: 'Issued',
    },
    stages: { PreDecision: 'Before the decision to go', PreDeparture: 'Before departure', PostArrival: 'After arrival', Return: 'Return', TrainingOfTrainers: 'Training of trainers' },
    anyCountry: 'any country',
    noEnd: 'No end',
    sexes: { F: 'Female', M: 'Male', X: 'Not stated' },
    marks: ['In order', 'Not in order; cleared all the same', 'Not known; cleared all the same', 'Not asked for'],
    documents: { PASSPORT: 'Passport', PJ_PASSPORT: 'Myanmar job passport', CI: 'Certificate of identity', TD_KH: 'Cambodian travel document', BORDER_PASS: 'Border pass', TBP: 'Temporary border pass', SEAMAN_BOOK: 'Seaman book' },
    channels: {
      MOU_S59: 'MoU worker',
      BORDER_S64: 'Border daily or seasonal worker in Thailand',
      REGULARISED_S63: 'Registered under a cabinet resolution',
      FISHERY_S83: 'Fisher with a seaman book',
      BORDER_LABOUR_GX: 'Border worker in Guangxi',
      BORDER_LABOUR_YN: 'Border worker in Yunnan',
      BILATERAL_AGREEMENT: 'Other bilateral agreement',
      G2G: 'Government to government',
      PROJECT_LABOUR: 'Project labour',
      WORK_PERMIT: 'Individual work permit',
      EXTRA_REGIONAL: 'Outside the subregion',
      IRREGULAR: 'No channel: person without documents, still served',
      SPONTANEOUS: 'No formal scheme',
      OUTBOUND_TH: 'Thai worker going abroad by Thai rules',
    },
    endsIn: '… {end}',
  },
};

// Each by its own name, as people look for it.
export const LANGUAGES = { en: 'English', km: 'ភាសាខ្មែរ', 'zh-Hans': '简体中文', lo: 'ພາສາລາວ', my: 'မြန်မာဘာသာ', th: 'ภาษาไทย', vi: 'Tiếng Việt' };

// Chosen on a page, chosen here before, or asked for by the device.
function chosen() {
  const asked = new URLSearchParams(location.search).get('language');
  if (asked in LANGUAGES) {
    try { localStorage.setItem('language', asked); } catch { /* not kept, but heard */ }
    return asked;
  }
  let kept;
  try { kept = localStorage.getItem('language'); } catch { /* none */ }
  if (kept in LANGUAGES) return kept;
  for (const wanted of navigator.languages ?? [navigator.language ?? ''])
    for (const known of Object.keys(LANGUAGES)) if (wanted === known || wanted.split('-')[0] === known.split('-')[0]) return known;
  return 'en';
}

async function wordsOf(asked) {
  if (asked === 'en') return ['en', WORDS.en];
  try {
    return [asked, (await import(`/check/words/${asked}.js`)).default];
  } catch {
    return ['en', WORDS.en];    // neither network nor copy: better English than nothing
  }
}

export const [language, words] = await wordsOf(chosen());
// Times and days as the device writes them, where that is the page's language.
export const locale = navigator.language?.startsWith(language) ? navigator.language : language;
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
