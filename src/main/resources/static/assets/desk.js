// The keys of the desk. Pages work without this: every key is a link, a button or a field that is there to be used as well.
'use strict';

(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const keyed = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const typing = (element) =>
    element.matches('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=hidden])');

  // rows of the inbox: the one with the focus is the one that keys mean
  const rows = () => all('.inbox .row');
  function step(by) {
    const list = rows();
    if (list.length === 0) return false;
    const at = list.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    list[to].focus();
    list[to].scrollIntoView({ block: 'nearest' });
    return true;
  }

  // changes within the page that is compared
  function change(by) {
    const list = all('[id^="change-"]');
    if (list.length === 0) return;
    const at = list.findIndex((each) => each.classList.contains('current'));
    const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    list.forEach((each, i) => each.classList.toggle('current', i === to));
    list[to].scrollIntoView({ block: 'center' });
  }

  // an answer: choose it, say the usual reason unless something was typed, and wait for Enter
  function choose(radio) {
    radio.checked = true;
    const form = radio.form;
    const why = form.querySelector('[data-reason-text]');
    if (why.value.trim() === '' || why.dataset.filled === 'true') {
      why.value = radio.dataset.why;
      why.dataset.filled = 'true';
    }
    const needed = form.querySelector(`[data-for="${radio.value}"]`);
    if (needed && needed.value === '' && (radio.value === 'defer' || !document.querySelector('[data-candidate]'))) {
      needed.closest('details').open = true;
      if (radio.value === 'defer') {
        needed.focus();
        return;
      }
    }
    form.querySelector('[data-submit]').focus();
  }

  function reason() {
    const tabs = all('[data-reason]');
    if (tabs.length === 0) return;
    const at = tabs.findIndex((tab) => tab.getAttribute('aria-current') === 'page');
    tabs[(at + 1) % tabs.length].click();
  }

  function act(element) {
    if (element.matches('input[type=radio]')) choose(element);
    else if (element.matches('summary')) {
      element.parentElement.open = true;
      const field = element.parentElement.querySelector('textarea');
      if (field) field.focus();
    } else element.click();
  }

  function pressed(key) {
    if (key === '?') return document.getElementById('keys')?.showModal();
    if (key === '/') return document.querySelector('[data-search]')?.focus();
    if (key === 'n') return change(1);
    if (key === 'p') return change(-1);
    if (key === 'r') return reason();
    if (key === 'j' && step(1)) return undefined;
    if (key === 'k' && step(-1)) return undefined;
    const element = keyed(key);
    return element ? act(element) : undefined;
  }

  const known = '?/nprjkcq12345[]sxbawtoemzihdgu';
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const open = document.querySelector('dialog[open]');
    if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
    if (typing(event.target) || open || event.key.length !== 1 || !known.includes(event.key)) return;
    event.preventDefault();
    pressed(event.key);
  });

  // what was typed is the person's own from then on
  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-reason-text]')) event.target.dataset.filled = 'false';
  });

  // words marked in the new text become the words to cite
  document.addEventListener('mouseup', () => {
    const marked = document.getSelection();
    const text = marked.toString().trim();
    const field = document.querySelector('[data-quote]');
    if (field && text.length > 2 && marked.anchorNode?.parentElement?.closest('.compared')) {
      field.value = text;
      field.closest('details').open = true;
    }
  });

  // a search is sent as it is typed; the page stays where it is
  const whose = document.getElementById('whose');
  if (whose) whose.addEventListener('change', () => whose.form.requestSubmit());

  // the first row is ready for Enter
  if (document.querySelector('[data-page=inbox]') && !location.search.includes('q=')) rows()[0]?.focus();
})();
