/** The value of a placeholder: a number is written as the locale does, a text stays as it is. */
export type Value = string | number

/** A part that is filled in: with the value of that name, or with the plural form for it. */
export interface Placeholder {
  readonly name: string
  readonly forms?: ReadonlyMap<string, Template>
}

/** A text, parsed once. */
export type Template = readonly (string | Placeholder)[]

type NameOf<T> = T extends `${infer Head}}${string}`
  ? Head extends `${infer Name},${string}`
    ? Name
    : Head
  : never

/**
 * The placeholders of a text, for the compiler. What follows `one`, `other` or `=0` is a form and no placeholder, so
 * that in the English texts none of these words may stand right before one.
 */
export type NamesIn<T extends string> = T extends `${infer Before}{${infer After}`
  ? (Before extends `${string}${'one' | 'other' | '=0'} ` ? never : NameOf<After>) | NamesIn<After>
  : never

const LITERAL = /[^{}#]+|#/y
const VALUE = /\{\s*(\w+)\s*\}/y
const CHOICE = /\{\s*(\w+)\s*,\s*plural\s*,/y
const FORM = /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y
const END = /\s*\}/y

/**
 * Reads `{name}` and `{n, plural, =0 {none} one {# row} other {# rows}}`, with `#` for the number: the part of ICU
 * MessageFormat that these texts need.
 * @returns null where braces do not fit, or where a choice lacks `other`
 */
export function parseTemplate(text: string): Template | null {
  let at = 0
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  function readForms(name: string): Placeholder | null {
    const forms = new Map<string, Template>()
    for (let form = take(FORM); form; form = take(FORM)) {
      const parts = readParts(name)
      if (!parts || !take(END)) return null
      forms.set(form[1] ?? '', parts)
    }
    return forms.has('other') && take(END) ? { name, forms } : null
  }
  /** Reads a literal, a value or a choice. @param counted stands for `#` */
  function readPart(counted?: string): string | Placeholder | null {
    const [literal] = take(LITERAL) ?? []
    if (literal === '#' && counted !== undefined) return { name: counted }
    if (literal !== undefined) return literal
    const value = take(VALUE)
    if (value) return { name: value[1] ?? '' }
    const choice = take(CHOICE)
    return choice && readForms(choice[1] ?? '')
  }
  function readParts(counted?: string): Template | null {
    const parts: (string | Placeholder)[] = []
    while (at < text.length && text[at] !== '}') {
      const part = readPart(counted)
      if (part === null) return null
      parts.push(part)
    }
    return parts
  }
  const template = readParts()
  return at === text.length ? template : null
}

/** The placeholders of a template, each once. */
export function listNames(template: Template): string[] {
  const names = template.flatMap((part) =>
    typeof part === 'string' ? [] : [part.name, ...[...(part.forms?.values() ?? [])].flatMap(listNames)],
  )
  return [...new Set(names)]
}

/** How a locale writes the values of placeholders. */
export interface Filling {
  write(value: Value): string
  /** `one`, `few`, `other` … */
  choosePlural(value: number): string
}

/** A missing value leaves its placeholder visible. */
export function fillTemplate(
  template: Template,
  values: Readonly<Record<string, Value>>,
  filling: Filling,
): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return part
      const value = values[part.name]
      if (value === undefined) return `{${part.name}}`
      if (!part.forms) return filling.write(value)
      const count = Number(value)
      const form =
        part.forms.get(`=${count}`) ?? part.forms.get(filling.choosePlural(count)) ?? part.forms.get('other')
      return form ? fillTemplate(form, values, filling) : ''
    })
    .join('')
}
