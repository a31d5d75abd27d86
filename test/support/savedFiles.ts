export interface SavedFile {
  readonly name: string
  readonly text: string
  /** As written, for the byte order mark, which `text` leaves out. */
  readonly bytes: readonly number[]
}

const saved: { name: string; blob: Blob }[] = []

/** All files the page has saved in this test, oldest first. */
export async function readSavedFiles(): Promise<SavedFile[]> {
  return Promise.all(
    saved.map(async ({ name, blob }) => {
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return { name, text: new TextDecoder().decode(bytes), bytes: [...bytes] }
    }),
  )
}

export function forgetSavedFiles(): void {
  saved.length = 0
}

/** jsdom cannot navigate, so a click on a download link is caught before it tries; a link outside the page too. */
export function catchDownloads(): void {
  const click = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (!save(this)) click.call(this)
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link && save(link)) event.preventDefault()
  })
}

function save(link: HTMLAnchorElement): boolean {
  const { blobs } = URL as typeof URL & { readonly blobs: ReadonlyMap<string, Blob> }
  const blob = blobs.get(link.href)
  if (!link.hasAttribute('download') || !blob) return false
  saved.push({ name: link.download, blob })
  return true
}
