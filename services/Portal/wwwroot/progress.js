// While an import goes on, its page looks again by itself. Without script a link does.
const every = 2000;

async function look() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok)
    return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("progress");
  if (now?.dataset.goesOn !== undefined)
    document.getElementById("progress").replaceWith(now), setTimeout(look, every);
  else
    location.reload();
}

if (document.getElementById("progress")?.dataset.goesOn !== undefined)
  setTimeout(look, every);
