import { decode } from '@jridgewell/sourcemap-codec'

/** What stands in a built file: its code, cut up by the file of ours or of a package that each piece was made of. */
export type Traced = ReadonlyMap<string, string>

export interface CodeMap {
  readonly sources: readonly string[]
  readonly mappings: string
}

/** Code that belongs to no file: what webpack puts around and between the modules. */
export const GLUE = 'webpack/glue'

/** `webpack://…loader.js!./src/plugin.tsx` and `webpack://javascript/esm|./src/plugin.tsx` both come from `src/plugin.tsx`. */
export function cleanSource(source: string): string {
  const resource = source.slice(Math.max(source.lastIndexOf('!'), source.lastIndexOf('|')) + 1)
  return resource
    .replace(/^webpack:\/\//, '')
    .replace(/^\.\//, '')
    .replace(/\?.*$/, '')
}

/** Every character of the code belongs to exactly one source: the one that the map names last before it. */
export function traceCode(code: string, map: CodeMap): Traced {
  const pieces = new Map<string, string[]>()
  const add = (source: string, text: string) => {
    const known = pieces.get(source)
    if (known) known.push(text)
    else pieces.set(source, [text])
  }
  const lines = code.split(/(?<=\n)/)
  const mapped = decode(map.mappings)
  for (const [index, line] of lines.entries()) {
    let from = 0
    let source = GLUE
    for (const segment of mapped[index] ?? []) {
      if (segment[0] > from) add(source, line.slice(from, segment[0]))
      from = segment[0]
      source = segment.length === 1 ? GLUE : cleanSource(map.sources[segment[1]] ?? GLUE)
    }
    if (line.length > from) add(source, line.slice(from))
  }
  return new Map([...pieces].map(([source, texts]) => [source, texts.join('')]))
}
