// Keeps what is typed into a form until it has arrived: a line that drops, or a page that is left, loses nothing. In this tab only, so that the next
// person at the telephone does not see it.
const store = sessionStorage, of = form => 'kept:' + form.dataset.keep;
const fields = form => [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.type !== 'submit');

for (const done of document.querySelectorAll('[data-kept-done]')) store.removeItem('kept:' + done.dataset.keptDone);

for (const form of document.querySelectorAll('form[data-keep]')) {
  const id = form.elements.RequestId;
  try {
    const kept = JSON.parse(store.getItem(of(form)) ?? 'null');
    if (kept) {
      if (id && kept.id) id.value = kept.id;    // sent before and perhaps arrived: it stays one request
      for (const field of fields(form)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = (kept[field.name] ?? []).includes(field.value);
        else if (!field.value && kept[field.name]) field.value = kept[field.name][0];
      }
    }
  } catch {
    store.removeItem(of(form));
  }
  const keep = () => {
    const values = { id: id?.value };
    for (const field of fields(form))
      if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) (values[field.name] ??= []).push(field.value);
    store.setItem(of(form), JSON.stringify(values));
  };
  form.addEventListener('input', keep);
  form.addEventListener('submit', event => {
    keep();
    if (navigator.onLine) return;
    event.preventDefault();
    const place = form.querySelector('[data-kept]');
    place.textContent = place.dataset.kept;
  });
}
