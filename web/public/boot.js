// Runs before the first paint: applies the chosen theme, says that scripts work and whether the page is in a frame, keeps what is clicked too early.
// Everything else waits for main.ts.
(function () {
  var root = document.documentElement;
  root.classList.add('has-script');
  if (/[?&]embed=1(&|$)/.test(location.search)) root.classList.add('embed');

  // What a reader does before main.ts has come is kept, and done then (app/early.ts).
  var early = root.vivariumEarly = { done: [], end: function () {
    ['click', 'submit', 'change', 'keydown'].forEach(function (type) { document.removeEventListener(type, keep, true); });
  } };
  function keep(event) {
    var target = event.target;
    if (!target.closest) return;
    if (event.type === 'keydown') {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || event.shiftKey) || !target.closest('textarea')) return;
      event.preventDefault();
    } else if (event.type === 'click') {
      target = target.closest('button');
      if (!target || target.form) return;
    } else if (event.type === 'submit') event.preventDefault();
    else if (!target.closest('select')) return;
    early.done.push({ type: event.type, target: target, value: target.value });
  }
  ['click', 'submit', 'change', 'keydown'].forEach(function (type) { document.addEventListener(type, keep, true); });

  try {
    var theme = localStorage.getItem('vivarium:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (forbidden) {
    // Storage is switched off: the system's theme it is.
  }
})();
