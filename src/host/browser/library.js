// library.js - Emscripten's side of imports.h: every import forwards to the `host` object given to the module factory:
//
//     const module = await createVivarium({host: {write(fd, bytes), monotonicNs(), realtimeNs(), random(bytes), abort(file, line, what)}});
//
// `bytes` is a view of the module's memory that is valid only during the call.
mergeInto(LibraryManager.library, {
  vvx_host_write: function (fd, pointer, n) {
    Module['host']['write'](fd, HEAPU8.subarray(pointer, pointer + n));
  },
  vvx_host_monotonic_ns: function () {
    return Module['host']['monotonicNs']();
  },
  vvx_host_realtime_ns: function () {
    return Module['host']['realtimeNs']();
  },
  vvx_host_random: function (pointer, n) {
    Module['host']['random'](HEAPU8.subarray(pointer, pointer + n));
  },
  // Not Emscripten's UTF8ToString: how a library asks for it depends on the version.
  $vvxText: function (pointer) {
    return new TextDecoder().decode(HEAPU8.subarray(pointer, HEAPU8.indexOf(0, pointer)));
  },
  vvx_host_abort__deps: ['$vvxText'],
  vvx_host_abort: function (file, line, what) {
    Module['host']['abort'](vvxText(file), line, vvxText(what));
    throw new Error('vvx_host_abort returned');
  },
});
