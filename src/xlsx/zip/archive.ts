/** The kind of a zip that is no workbook for us. */
export type Archive =
  /** A zip of files, with the name of the file that the user most likely means. */
  | { readonly kind: 'files'; readonly first?: string }
  /** A workbook or document of another program; `name` is its file extension or program. */
  | { readonly kind: 'workbook' | 'document'; readonly name: string }
