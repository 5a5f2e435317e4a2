/**
 * Types and ESLint in one process: TypeScript works out the types of all `.ts` files once, and ESLint's rules ask for the very same. (`astro check` does so
 * for `.astro` files.) Ends with 1 when either has something to say.
 */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const FORMAT: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};

const program = readProgram(join(ROOT, 'tsconfig.json'));
const diagnostics = ts.getPreEmitDiagnostics(program);
if (diagnostics.length > 0) console.log(ts.formatDiagnostics(diagnostics, FORMAT));

const eslint = new ESLint({
  cwd: ROOT,
  // Of a program that is handed over nothing is read twice. It is not one that follows what an editor changes: there `eslint.config.js` has its own.
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, programs: [program] } } },
});
const results = await eslint.lintFiles(['.']);
const complaints = results.reduce((total, { errorCount, warningCount }) => total + errorCount + warningCount, 0);
if (complaints > 0) console.log(await (await eslint.loadFormatter('stylish')).format(results));
console.log(
  `${program.getRootFileNames().length} files typed, ${results.length} linted: ${diagnostics.length} and ${complaints} complaints`,
);
process.exitCode = diagnostics.length + complaints > 0 ? 1 : 0;

function readProgram(path: string): ts.Program {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (fault) => {
      throw new Error(ts.formatDiagnostic(fault, FORMAT));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (!config) throw new Error(`${path} cannot be read`);
  return ts.createProgram({ rootNames: config.fileNames, options: config.options, configFileParsingDiagnostics: config.errors });
}
