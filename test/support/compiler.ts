import { join, sep } from "node:path";
import ts from "typescript";

// The compiler within the process of a test. It parses each file of the libraries once for all programs, which takes most of
// the time of a program.

const MODULES = join(__dirname, "../../node_modules", sep);
/** Files of the libraries, by path and by how they are parsed. */
const PARSED = new Map<string, ts.SourceFile | undefined>();
const CHECKED = new WeakSet<ts.SourceFile>();

/** Options of a `tsconfig.json`, and the files that it includes. */
export function configOf(file: string): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as {
    readonly config: unknown;
    readonly error?: ts.Diagnostic;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, join(file, ".."), undefined, file);
  return error === undefined ? parsed : { ...parsed, errors: [error, ...parsed.errors] };
}

/**
 * Creates a program.
 *
 * @param virtual texts of files that do not exist, by their paths
 */
export function createProgram(
  files: readonly string[],
  options: ts.CompilerOptions,
  virtual: ReadonlyMap<string, string> = new Map(),
): ts.Program {
  const host = ts.createCompilerHost(options);
  return ts.createProgram(files, options, {
    ...host,
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    readFile: (path) => virtual.get(path) ?? host.readFile(path),
    getSourceFile: (path, parsing) => {
      const text = virtual.get(path);
      if (text !== undefined) {
        return ts.createSourceFile(path, text, parsing);
      }
      if (!path.startsWith(MODULES)) {
        return host.getSourceFile(path, parsing);
      }
      const key = JSON.stringify([path, parsing]);
      if (!PARSED.has(key)) {
        PARSED.set(key, host.getSourceFile(path, parsing));
      }
      return PARSED.get(key);
    },
  });
}

/**
 * Compiles the project in a folder as `tsc` does. The libraries are the same for all projects: with `skipLibCheck: false`,
 * each of their files is checked in the first of the projects that contain it.
 *
 * @returns errors
 */
export function compile(folder: string): string[] {
  const { fileNames, options, errors } = configOf(join(folder, "tsconfig.json"));
  const program = createProgram(fileNames, options);
  const unchecked = program.getSourceFiles().filter((source) => !CHECKED.has(source));
  const found = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...unchecked.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
    // Each file for itself, because the compiler would check the libraries again before it writes all files at once.
    ...fileNames.flatMap((path) => program.emit(program.getSourceFile(path)).diagnostics),
  ];
  if (options.skipLibCheck !== true) {
    unchecked.filter(({ fileName }) => fileName.startsWith(MODULES)).forEach((source) => CHECKED.add(source));
  }
  return messagesOf(found);
}

/** Errors, as the compiler prints them. */
export function messagesOf(errors: readonly ts.Diagnostic[]): string[] {
  return errors.map(({ file, messageText }) =>
    [...(file === undefined ? [] : [file.fileName]), ts.flattenDiagnosticMessageText(messageText, "\n")].join(": "),
  );
}
