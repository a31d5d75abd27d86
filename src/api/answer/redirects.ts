import { isShape, type Shape } from './answer'

const isListed = (value: unknown) => Array.isArray(value) && value.length > 0

function readText(value: unknown, key: string): string | undefined {
  const text = isShape(value) ? value[key] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** Reads the address that answered: from XMLHttpRequest in browsers, from Node's request under axios. */
function readAnsweredUrl(shape: Shape): string | undefined {
  const { request, xhr } = shape
  const sent = isShape(request) ? request : undefined
  return (
    readText(sent, 'responseURL') ??
    readText(sent?.res, 'responseUrl') ??
    readText(xhr, 'responseURL') ??
    readText(shape, 'responseURL')
  )
}

/** Reads the address that was asked: axios keeps it in `config`, rxjs in `request`. */
function readAskedUrl({ config, request }: Shape): string | undefined {
  return readText(config, 'url') ?? readText(request, 'url')
}

/** Reads the decoded path. Base, query and a slash at the end may differ between two addresses of one place. */
function readPath(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? ''
  const bare = path
    .replace(/^[./]+/, '')
    .split('/')
    .filter(Boolean)
    .join('/')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

/** Whether the client followed a redirect. fetch, got and superagent say so; axios and rxjs show another address. */
export function isRedirected(shape: Shape): boolean {
  if (shape.redirected === true || isListed(shape.redirects) || isListed(shape.redirectUrls)) return true
  const answered = readAnsweredUrl(shape)
  const asked = readAskedUrl(shape)
  return answered !== undefined && asked !== undefined && !readPath(answered).endsWith(readPath(asked))
}
