import { english, type Words } from './english'
import type { Speech } from './speech'
import { fillTemplate, type NamesIn, parseTemplate, type Value } from './template'

/** Texts of the host by their path (`dialog.start`), already checked. */
export type HostTexts = Readonly<Record<string, string>>

type Phrase<Names extends string> = (values: Readonly<Record<Names, Value>>) => string

type PhrasesOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? [NamesIn<T[K]>] extends [never]
      ? string
      : Phrase<NamesIn<T[K]>>
    : PhrasesOf<T[K]>
}

/** Every text ready for the screen: a plain one as it is, one with placeholders as a function of their values. */
export type Phrases = PhrasesOf<typeof english>

interface TextTree {
  readonly [key: string]: string | TextTree
}

interface PhraseTree {
  readonly [key: string]: string | PhraseTree | Phrase<string>
}

/** Taken apart when it is first said: most are never. */
function createPhrase(text: string, speech: Speech): Phrase<string> {
  let template: ReturnType<typeof parseTemplate> | undefined
  return (values) => {
    template ??= parseTemplate(text) ?? [text]
    return speech.finish(fillTemplate(template, values, speech))
  }
}

/** What is a function is one by the English text: another one may leave out a number. */
function build(model: TextTree, words: TextTree, texts: HostTexts, speech: Speech, above = ''): PhraseTree {
  const entries = Object.entries(model).map(([key, own]) => {
    const path = `${above}${key}`
    const word = words[key] ?? own
    if (typeof own !== 'string') {
      return [key, build(own, typeof word === 'string' ? own : word, texts, speech, `${path}.`)]
    }
    const text = Object.hasOwn(texts, path) ? (texts[path] ?? own) : typeof word === 'string' ? word : own
    return [key, own.includes('{') ? createPhrase(text, speech) : speech.finish(text)]
  })
  // Entries of mixed kinds: the compiler cannot follow that they are those of the tree.
  return Object.fromEntries(entries) as PhraseTree
}

export function createPhrases(words: Words, texts: HostTexts, speech: Speech): Phrases {
  // As many entries and as deep as the English texts, each of the kind that its text is of.
  return build(english, words, texts, speech) as unknown as Phrases
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
