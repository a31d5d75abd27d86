import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, posix } from 'node:path'

/** What follows `from`, `import` or `import(`, as the compiler writes it. */
const SPECIFIER = /(\bfrom\s+|\bimport\s*\(?\s*)(['"])([^'"\n]+)\2/g

/** The compiler's own program: its package has no other way in. */
function runCompiler(root: string, folder: string): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const project = join(root, 'webpack/tsconfig.declarations.json')
  return new Promise((done, fail) => {
    execFile(process.execPath, [compiler, '--project', project, '--outDir', folder], (error, said) =>
      error ? fail(new Error(said || error.message)) : done(),
    )
  })
}

/**
 * Lays declarations and all that they import side by side, and names them with the ending that Node's resolution wants.
 * @param read the declaration of a source, by its path without an ending
 */
export function gatherDeclarations(
  sources: readonly string[],
  read: (source: string) => string,
): Map<string, string> {
  const declarations = new Map<string, string>()
  const wanted = new Set(sources)
  for (const source of wanted) {
    const file = `${basename(source)}.d.ts`
    if (declarations.has(file)) throw new Error(`${source}: another declaration is named ${file}, too.`)
    const text = read(source).replace(SPECIFIER, (_, before: string, quote: string, specifier: string) => {
      if (!specifier.startsWith('.'))
        throw new Error(`${source} shows types of ${specifier}, which hosts lack.`)
      const target = posix.join(posix.dirname(source), specifier)
      wanted.add(target)
      return `${before}${quote}./${basename(target)}.js${quote}`
    })
    declarations.set(file, text)
  }
  return declarations
}

/** @param sources paths below the root, without their ending @returns the text of each declaration, by its file's name */
export async function createDeclarations(
  root: string,
  sources: readonly string[],
): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'))
  try {
    await runCompiler(root, folder)
    return gatherDeclarations(sources, (source) => {
      const emitted = join(folder, `${source}.d.ts`)
      // One that is written by hand is not emitted.
      return readFileSync(existsSync(emitted) ? emitted : join(root, `${source}.d.ts`), 'utf8')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
