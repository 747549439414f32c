// Follows the run that goes on: moves the bar and its line once a second, and says when the run has ended.
(() => {
  const live = document.querySelector('[data-live]');
  if (!live || !window.EventSource) {
    return;
  }
  const bar = live.querySelector('progress');
  const words = live.querySelector('[data-words]');
  const ended = live.querySelector('[data-ended]');
  const events = new EventSource(live.dataset.live);
  events.addEventListener('progress', event => {
    const now = JSON.parse(event.data);
    bar.max = Math.max(1, now.planned);
    bar.value = now.done;
    words.textContent = now.words;
  });
  events.addEventListener('end', () => {
    events.close();
    bar.value = bar.max;
    ended.textContent = 'The run has ended. Reload to see what it came to.';
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) {
      ended.textContent = 'The connection is gone. Reload to see how far the run is.';
    }
  });
})();
