// Keeps what is typed into a form until it has arrived: a line that drops, or a page that is left, loses nothing. In this tab only, and for who is signed in
// now: the next one who signs in at the telephone does not see it, and signing out takes it away. What is typed by somebody who is not signed in stays until it
// arrived, somebody signs in, or the tab is closed.
const owner = document.getElementById('main').dataset.owner ?? '', SENT = owner + ':sent';
const store = sessionStorage;
if (owner) for (const key of Object.keys(store)) if (!key.startsWith(owner + ':')) store.removeItem(key);
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => store.clear());

const fields = form => [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.type !== 'submit');
// Where the page tells a refusal, it knows itself whether this is the same request or another.
const answered = document.querySelector('.refusal');

// A list of choices shows one from the beginning: what was chosen before goes before that.
const choose = (field, values) => {
  if ((!answered || !field.value) && [...field.options].some(option => option.value === values?.[0])) field.value = values[0];
};

// A form that names itself is kept whole, until its page says that it arrived.
for (const done of document.querySelectorAll('[data-kept-done]')) store.removeItem(owner + ':kept:' + done.dataset.keptDone);

for (const form of document.querySelectorAll('form[data-keep]')) {
  const id = form.elements.RequestId, key = owner + ':kept:' + form.dataset.keep;
  const keep = () => {
    // What the form has no field for now (a longer one was left) is kept as it was.
    const values = { ...JSON.parse(store.getItem(key) ?? 'null'), id: id?.value };
    for (const field of fields(form)) delete values[field.name];
    for (const field of fields(form))
      if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) (values[field.name] ??= []).push(field.value);
    store.setItem(key, JSON.stringify(values));
  };
  try {
    const kept = JSON.parse(store.getItem(key) ?? 'null');
    if (kept) {
      if (id && kept.id && !answered) id.value = kept.id;    // sent before and perhaps arrived: it stays one request
      for (const field of fields(form)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = (kept[field.name] ?? []).includes(field.value);
        else if (field instanceof HTMLSelectElement) choose(field, kept[field.name]);
        else if (!field.value && kept[field.name]) field.value = kept[field.name][0];
      }
      keep();
      const more = form.querySelector('a[data-more]');
      const lacks = name => Array.isArray(kept[name]) && kept[name].some(value => value) && !form.elements[name];
      if (more && !answered && Object.keys(kept).some(lacks)) location.replace(more.href);
    }
  } catch {
    store.removeItem(key);
  }
  form.addEventListener('input', keep);
  form.addEventListener('submit', event => {
    keep();
    if (navigator.onLine) return;
    event.preventDefault();
    const place = form.querySelector('[data-kept]');
    place.textContent = place.dataset.kept;
  });
}

// Of every other form that changes something, what was written in sentences. It arrived when the page shown is the answer to which the server led on.
const arrived = performance.getEntriesByType('navigation')[0]?.redirectCount > 0;
if (arrived && store.getItem(SENT)) store.removeItem(store.getItem(SENT));
store.removeItem(SENT);
for (const form of document.querySelectorAll('form[method=post]:not([data-keep])')) {
  const texts = fields(form).filter(field => field instanceof HTMLTextAreaElement), id = form.elements.RequestId, key = owner + ':words:' + form.getAttribute('action');
  if (!texts.length || !id) continue;
  try {
    const kept = JSON.parse(store.getItem(key) ?? 'null');
    if (kept) {
      id.value = kept.id;
      for (const field of texts) if (!field.value && kept[field.name]) field.value = kept[field.name];
    }
  } catch {
    store.removeItem(key);
  }
  const keep = () => store.setItem(key, JSON.stringify({ id: id.value, ...Object.fromEntries(texts.map(field => [field.name, field.value])) }));
  form.addEventListener('input', keep);
  form.addEventListener('submit', () => {
    keep();
    store.setItem(SENT, key);
  });
}
