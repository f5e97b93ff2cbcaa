// On a slow line the platform's loader would give up after seven seconds and leave a spinner for ever.
window.require.config({ waitSeconds: 0 });

// The house has one log-in page; the platform's own, which it draws here when nobody is logged in, is closed.
(() => {
  const asked = sessionStorage.getItem('asked');
  if (asked !== null) {
    sessionStorage.removeItem('asked');
    if (asked && !location.hash) { history.replaceState(null, '', asked); }
  }
  let last = location.hash;
  let leaving = false;
  document.addEventListener('click', event => { leaving = leaving || !!event.target.closest('.logout'); }, true);
  const look = () => {
    if (!/^#!?\/login/.test(location.hash)) {
      if (!/^#!?\/logout/.test(location.hash)) { last = location.hash; }
      return;
    }
    if (leaving) {
      location.replace('/login?out');
      return;
    }
    // Twice in ten seconds: the door says yes and the engine no, so that asking again would go on for ever.
    const before = Number(sessionStorage.getItem('shut') || 0);
    sessionStorage.setItem('shut', Date.now());
    if (Date.now() - before < 10000) {
      location.replace('/login?out');
      return;
    }
    history.replaceState(null, '', last || location.pathname);
    location.reload();
  };
  window.addEventListener('hashchange', look);
  look();
  // The name of the house leads home, as on our own pages; the platform would stay in its app.
  document.addEventListener('click', event => {
    const brand = event.target.closest('[cam-widget-header] .navbar-brand, .cam-widget-header .navbar-brand, a.navbar-brand');
    if (brand && event.button === 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      location.assign('/');
    }
  }, true);
})();

// What the platform shows as a picture alone has a name for whoever does not see it, and its search says that a list may open below.
(() => {
  const REGIONS = { filters: 'the lists', list: 'the steps', task: 'the open step' };
  const NAMES = {
    '.region-toggle': button => 'Fold or unfold ' + REGIONS[button.dataset.region], '.maximize': () => 'Enlarge the open step, or make it small again',
    'button.unclaim': () => 'Free this step for others', '.sort-direction': () => 'Turn the order round', '.new-sort > .dropdown-toggle': () => 'Sort by one thing more',
    '.app-switch > .dropdown-toggle': () => 'Other apps', '.stored-criteria > button': () => 'Kept searches', '.section-toggle': () => 'Fold or unfold this part',
    '.app-label-wrapper': link => link.pathname.split('/').filter(part => part && part !== 'default').pop(), 'input.main-field': field => field.placeholder || 'Search'
  };
  const name = () => Object.entries(NAMES).forEach(([which, words]) => document.querySelectorAll(which + ':not([aria-label])').forEach(one => {
    one.setAttribute('aria-label', words(one));
    if (one.matches('input')) one.setAttribute('role', 'combobox');
  }));
  new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
})();
