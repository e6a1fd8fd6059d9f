// The code of the room changes every minute: the page shows the next one by itself. Without script the page is loaded again.
function wait() {
  const room = document.getElementById("room");
  if (room)
    setTimeout(look, Number(room.dataset.seconds) * 1000);
}

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("room");
    if (!now)
      return location.reload();    // over, or signed out: the page says so
    document.getElementById("room").replaceChildren(...now.childNodes);
    document.getElementById("room").dataset.seconds = now.dataset.seconds;
    wait();
  } catch {
    setTimeout(look, 5000);    // no line just now
  }
}

wait();
