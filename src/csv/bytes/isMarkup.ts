// Tags that a page, or a table cut out of a page, may begin with. A title such as `<none>` is no tag.
const TAGS =
  'html|head|body|meta|title|link|base|style|script|noscript|template|div|span|p|b|i|u|s|em|strong|small|big|font|center|br|hr|pre|code|' +
  'h[1-6]|a|img|svg|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|form|fieldset|label|input|button|select|' +
  'header|footer|nav|main|section|article|aside|iframe|frameset|frame|object|blockquote|sup|sub|xml|workbook|worksheet|rss|feed|soap'

// Excel calls an archive of a page a single-file web page.
const archive = /^(?:MIME-Version:|Content-Type:\s*(?:text\/html|multipart\/related))/i
const declaration = /^<(?:!doctype\b|!--|!\[|\?[a-z])/i
// A known name that ends like a tag; of XML, any name with a namespace or with an attribute.
const knownTag = new RegExp(`^<(?:${TAGS})(?:\\s|/?>)`, 'i')
const otherTag =
  /^<[a-z][\w.-]{0,60}(?::[a-z][\w.-]{0,60}(?:\s|\/?>)|\s{1,9}[a-z_:][\w:.-]{0,60}\s{0,9}=\s{0,9}["'])/i
const openTag = /^<([a-z][\w.-]{0,60})\s{0,9}>/i

/** Whether a text begins like a web page or XML: a login page, or a "spreadsheet" that is HTML inside. */
export function isMarkup(beginning: string): boolean {
  const text = beginning.trimStart()
  if (archive.test(text)) return true
  if (!text.startsWith('<')) return false
  if (declaration.test(text) || knownTag.test(text) || otherTag.test(text)) return true
  // Any other name is a tag if the text closes it.
  const name = openTag.exec(text)?.[1]
  return name !== undefined && text.includes(`</${name}>`)
}
