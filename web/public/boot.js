// Runs before the first paint: applies the chosen theme and says that scripts work. Everything else waits for main.ts.
(function () {
  var root = document.documentElement;
  root.classList.add('has-script');
  try {
    var theme = localStorage.getItem('vivarium:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (forbidden) {
    // Storage is switched off: the system's theme it is.
  }
})();
