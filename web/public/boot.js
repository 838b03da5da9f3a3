// Runs before the first paint: applies the chosen theme, says that scripts work and whether the page is in a frame. Everything else waits for main.ts.
(function () {
  var root = document.documentElement;
  root.classList.add('has-script');
  if (/[?&]embed=1(&|$)/.test(location.search)) root.classList.add('embed');
  try {
    var theme = localStorage.getItem('vivarium:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (forbidden) {
    // Storage is switched off: the system's theme it is.
  }
})();
