/**
 * Loaded before every command (`node -r`): says in one sentence what is missing, where Node would print a stack. Written so that any Node reads it,
 * and without packages: it runs where there are none, or the wrong ones.
 */
'use strict';

var fs = require('fs');
var path = require('path');

var ROOT = path.join(__dirname, '../..');

module.exports = { missingPart: missingPart, fitsNode: fitsNode, restoreContent: restoreContent };

restoreContent(path.resolve(process.env.CONTENT_DIR || 'content'));
var problem = missingPart(ROOT, process.argv[1] || '', process.versions.node);
if (problem) {
  process.stderr.write(problem + '\n');
  process.exit(1);
}
keepCompiledCode();

/** Keeps what Node makes of the modules from one command to the next, half a second of each and of its threads; where nothing can be written, nothing is. */
function keepCompiledCode() {
  var modules = require('module');
  // Threads and other processes that a command starts go by the variable.
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || path.join(ROOT, '.build/code');
  if (modules.enableCompileCache) modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/** What keeps the command `main` of the project at `root` from running under the Node of this version; `undefined` when nothing does. */
function missingPart(root, main, version) {
  var wanted = readJson(path.join(root, 'package.json'));
  // In the addresses of modules these signs begin another part, and the pages cannot be built.
  var sign = /[#?]/.exec(root);
  if (sign) return '项目文件夹的路径里有“' + sign[0] + '”：' + root + '。生成时会读错路径，请把文件夹移到没有这个字符的地方，或者改名。';
  if (!fs.existsSync(path.join(root, 'node_modules'))) return '还没有安装依赖包（没有 node_modules 文件夹）。请在项目文件夹里运行 npm ci。';
  // Packages for tests may be left out where the site is only built.
  var isTest = /[\\/](?:tests|vitest)[\\/]/.test(main);
  var packages = Object.assign({}, wanted.dependencies, isTest ? wanted.devDependencies : {});
  for (var name in packages) {
    var installed = readJson(path.join(root, 'node_modules', name, 'package.json'));
    if (!installed || installed.version !== packages[name]) {
      var found = installed ? '装的是 ' + installed.version : '没有安装';
      return '依赖包与 package.json 不符：' + name + ' 要 ' + packages[name] + '，' + found + '。请在项目文件夹里运行 npm ci。';
    }
  }
  if (!fitsNode(version, wanted.engines.node)) {
    return (
      'Node 太旧或版本不合：现在是 ' +
      version +
      '，要 ' +
      inWords(wanted.engines.node) +
      '（Linux 和 64 位 Windows 由 npm ci 一并装好；别的系统请从 nodejs.org 安装 Node 24）。'
    );
  }
  return undefined;
}

/** Puts back the content that an upgrade of the common library, ended between two renamings, has taken away (`replace-content.ts`). */
function restoreContent(content) {
  var before = path.join(path.dirname(content), '.' + path.basename(content) + '-before');
  if (!fs.existsSync(content) && fs.existsSync(before)) fs.renameSync(before, content);
}

/** Whether a version is one of `^22.18.0 || >=24.2.0`: no other form of range is read. */
function fitsNode(version, range) {
  return range.split(' || ').some(function (part) {
    var least = part
      .replace(/^(?:\^|>=)/, '')
      .split('.')
      .map(Number);
    var own = version.split('.').map(Number);
    if (part[0] === '^' && own[0] !== least[0]) return false;
    return own[0] > least[0] || (own[0] === least[0] && own[1] >= least[1]);
  });
}

/** `^22.18.0 || >=24.2.0` for those who do not read ranges. */
function inWords(range) {
  return range
    .replace(/\^((\d+)[\d.]+)/, '$2（$1 起）')
    .replace(/>=([\d.]+)/, '$1 以上')
    .replace(' || ', '或 ');
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    return undefined;
  }
}
