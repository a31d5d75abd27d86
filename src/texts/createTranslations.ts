import { type Catalog, english } from './english'
import type { LocaleFormat } from './locale/localeFormat'
import { fillTemplate, type NamesIn, parseTemplate, type Value } from './locale/template'

/** Texts of the host by their path (`dialog.start`), already checked. */
export type HostTexts = Readonly<Record<string, string>>

type Phrase<Names extends string> = (values: Readonly<Record<Names, Value>>) => string

type TranslationsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? [NamesIn<T[K]>] extends [never]
      ? string
      : Phrase<NamesIn<T[K]>>
    : TranslationsOf<T[K]>
}

/** All texts, ready for the screen: a text with placeholders is a function of their values. */
export type Translations = TranslationsOf<typeof english>

interface TextTree {
  readonly [key: string]: string | TextTree
}

interface PhraseTree {
  readonly [key: string]: string | PhraseTree | Phrase<string>
}

/** Parses the text at the first call: most texts are never shown. */
function createPhrase(text: string, format: LocaleFormat): Phrase<string> {
  let template: ReturnType<typeof parseTemplate> | undefined
  return (values) => {
    template ??= parseTemplate(text) ?? [text]
    return format.finish(fillTemplate(template, values, format))
  }
}

type Finish = (own: string, path: string, translated: string | undefined) => string | Phrase<string>

/** The tree has the entries and the depth of the English texts, whatever the catalog lacks. */
function build(model: TextTree, catalog: TextTree, finish: Finish, above = ''): PhraseTree {
  const entries = Object.entries(model).map(([key, own]) => {
    const path = `${above}${key}`
    const translated = catalog[key]
    if (typeof own === 'string')
      return [key, finish(own, path, typeof translated === 'string' ? translated : undefined)]
    return [key, build(own, typeof translated === 'object' ? translated : own, finish, `${path}.`)]
  })
  // The compiler cannot follow that entries of mixed kinds are those of the tree.
  return Object.fromEntries(entries) as PhraseTree
}

/** @param hostTexts win over the catalog */
export function createTranslations(
  catalog: Catalog,
  hostTexts: HostTexts,
  format: LocaleFormat,
): Translations {
  const finish: Finish = (own, path, translated = own) => {
    const text = Object.hasOwn(hostTexts, path) ? (hostTexts[path] ?? own) : translated
    // The English text decides whether a text is a function: another language may leave out a number.
    return own.includes('{') ? createPhrase(text, format) : format.finish(text)
  }
  // `build` cannot name the type of each entry: it is that of the English text at the same place.
  return build(english, catalog, finish) as unknown as Translations
}

/** The English text at a path; undefined: there is none. */
export function findText(path: string): string | undefined {
  let found: string | TextTree | undefined = english
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return typeof found === 'string' ? found : undefined
}

/** Every text with its path, in their order. */
export function listTexts(tree: TextTree = english, above = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, held]): [string, string][] =>
    typeof held === 'string' ? [[`${above}${key}`, held]] : listTexts(held, `${above}${key}.`),
  )
}
