/**
 * What `kb` of a bundle starts: `kb build` is `npm run build` without npm, with the Node that this runs under. Needs no package, like `guard.cjs`.
 */
'use strict';

var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');

module.exports = { commandOf: commandOf };

if (require.main === module) {
  var root = path.join(__dirname, '../..');
  var found = commandOf(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).scripts, process.argv.slice(2));
  if (found.problem) {
    process.stderr.write(found.problem + '\n');
    process.exit(2);
  }
  var child = childProcess.spawn(process.execPath, found.args, { cwd: root, stdio: 'inherit' });
  // Whoever ends this one, as a service manager does, means the command.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on('exit', function (status) {
    process.exit(status === null ? 1 : status);
  });
}

/** The arguments of Node for a command of `package.json` and what is written after it; or what is wrong with what was asked. */
function commandOf(scripts, asked) {
  // Nothing of `tests/` comes with a bundle.
  var names = Object.keys(scripts).filter(function (name) {
    return /^node /.test(scripts[name]) && !/ tests\//.test(scripts[name]);
  });
  var name = asked[0];
  if (names.indexOf(name) < 0) {
    var said = name === undefined ? '请写明要做什么，如 ./kb build（Windows 用 kb build）。' : '没有“' + name + '”这个命令。';
    return { problem: said + '可以写的有：' + names.join('、') + '。' };
  }
  var rest = asked.slice(1);
  // As npm wants it.
  if (rest[0] === '--') rest.shift();
  return { args: scripts[name].split(' ').slice(1).concat(rest) };
}
